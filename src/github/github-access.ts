/** What the desk may use of GitHub: the issues, pull requests and reviews of its own repository. */
export interface GithubAccess {
  /** Address of the API, without a slash at the end. */
  origin: string;
  /** `owner/name` */
  repository: string;
  token: string;
  isLoopback: boolean;
}

/** The access that a workflow has; `undefined` elsewhere. Nothing of it comes from the content. */
export function githubAccess(environment: Readonly<Record<string, string | undefined>>): GithubAccess | undefined {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: origin } = environment;
  if (!token || !repository || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  const address = origin ?? 'https://api.github.com';
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
  return { origin: address.replace(/\/$/, ''), repository, token, isLoopback };
}
