import type { Fault } from '../model/problem.ts';

const SAFE_SCHEMES = new Set(['https:', 'mailto:', 'tel:']);

/** What is wrong with the address of a link in content; `undefined` where a reader may be sent there. */
export function checkAddress(address: string): Fault | undefined {
  // Browsers drop these before they look for a scheme, so `java\tscript:` runs.
  const bare = address.replace(/[\p{Cc} ]/gu, '');
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(bare)?.[1]?.toLowerCase();
  if (bare === '')
    return {
      ruleId: 'mdx/link-empty',
      message: 'Unexpected link that leads nowhere',
      hint: 'write its address: `[text](https://…)`',
    };
  if (scheme === 'http:') {
    return {
      ruleId: 'mdx/unsafe-link',
      message: `Unexpected link to \`${bare.slice(0, 80)}\`: anyone on the way can change what the reader sees`,
      hint: `write \`https:${bare.slice(5, 80)}\``,
    };
  }
  if (scheme && !SAFE_SCHEMES.has(scheme)) {
    return {
      ruleId: 'mdx/unsafe-link',
      message: `Unexpected link of the kind \`${scheme}\``,
      hint: 'write an address that starts with `https://`, `mailto:` or `tel:`',
    };
  }
  if (scheme === 'https:' && /^https:\/\/[^/]*@/i.test(bare)) {
    return {
      ruleId: 'mdx/unsafe-link',
      message: `Unexpected address \`${bare.slice(0, 80)}\` with an \`@\`: it leads to another host than it seems to`,
      hint: 'remove what stands before the `@`',
    };
  }
  if ((scheme === 'mailto:' || scheme === 'tel:') && bare.length === scheme.length) {
    return {
      ruleId: 'mdx/unsafe-link',
      message: `Unexpected \`${scheme}\` with nothing after it`,
      hint:
        scheme === 'tel:' ? 'write the number, for example `tel:1166`' : 'write for example `mailto:desk@example.org`',
    };
  }
  if (scheme === 'https:' && !(/^https:\/\/[^/]/i.test(bare) && URL.canParse(bare))) {
    return {
      ruleId: 'mdx/unsafe-link',
      message: `Unexpected address \`${bare.slice(0, 80)}\``,
      hint: 'write a full address such as `https://www.who.int/`',
    };
  }
  if (!scheme && (bare.startsWith('//') || bare.startsWith('\\'))) {
    return {
      ruleId: 'mdx/unsafe-link',
      message: `Unexpected address \`${bare.slice(0, 80)}\` without \`https:\``,
      hint: `write \`https:${bare.slice(0, 80)}\``,
    };
  }
  if (!scheme && /^(www\.)?[a-z0-9-]+(\.[a-z0-9-]+)*\.(org|com|net|int|gov|pk|edu|info)(\/|$)/i.test(bare)) {
    return {
      ruleId: 'mdx/unsafe-link',
      message: `Unexpected address \`${bare.slice(0, 80)}\`: it would lead to a page of this site`,
      hint: `write \`https://${bare.slice(0, 80)}\``,
    };
  }
  return undefined;
}
