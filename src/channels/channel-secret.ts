/** What a channel signs in with. The secret itself says where it may be sent, so no edit of content can send it elsewhere. */
export interface ChannelSecret {
  /** Name of the environment variable it was read from. */
  variable: string;
  /** Scheme, host and port, without a slash at the end. */
  origin: string;
  identifier: string;
  password: string;
  /** Whether it leads to this very machine. */
  isLoopback: boolean;
}

export type SecretRead = { secret: ChannelSecret; reason?: never } | { secret?: never; reason: string };

/** Name of the environment variable that holds a channel's secret: it follows from the channel's id. */
export function secretVariable(channelId: string): string {
  return `AAGAHI_CHANNEL_${channelId.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * A channel's secret, written as an address: `https://IDENTIFIER:APP-PASSWORD@HOST`, with signs such as `@` or `:` in
 * either of the two percent-encoded. What is said when it is missing or malformed never holds any of it.
 */
export function readChannelSecret(
  channelId: string,
  environment: Readonly<Record<string, string | undefined>>,
): SecretRead {
  const variable = secretVariable(channelId);
  const value = environment[variable];
  if (!value) return { reason: `no secret: the variable ${variable} is not set` };
  const malformed = { reason: `the variable ${variable} is not of the form https://IDENTIFIER:APP-PASSWORD@HOST` };
  if (!URL.canParse(value)) return malformed;
  const url = new URL(value);
  const isLoopback = isLoopbackHost(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) return malformed;
  if (!url.username || !url.password) return malformed;
  try {
    return {
      secret: {
        variable,
        origin: url.origin,
        identifier: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
        isLoopback,
      },
    };
  } catch {
    return malformed;
  }
}

/** The addresses that never leave a machine (RFC 6890). */
function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
