import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../src/reading/check-address.ts';

describe('the address of a link', () => {
  it.each([
    'https://www.who.int/',
    'HTTPS://www.who.int/news-room?a=b#c',
    'https://www.who.int/a@b',
    'mailto:desk@desk.example',
    'tel:1166',
    '#boil-it',
    '../dengue/',
    '/en/campaigns/dengue/',
    'dengue',
  ])('may be %s', (address) => {
    expect(checkAddress(address)).toBeUndefined();
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\u0000script:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://x.example/1',
    'ftp://x.example',
    'intent://x#Intent;end',
    'a+b.c-d:x',
  ])('is never %j', (address) => {
    expect(checkAddress(address)).toMatchObject({
      ruleId: 'mdx/unsafe-link',
      hint: 'write an address that starts with `https://`, `mailto:` or `tel:`',
    });
  });

  it.each([
    ['', 'Unexpected link that leads nowhere', 'write its address: `[text](https://…)`'],
    [
      'http://who.int',
      'Unexpected link to `http://who.int`: anyone on the way can change what the reader sees',
      'write `https://who.int`',
    ],
    ['//who.int/x', 'Unexpected address `//who.int/x` without `https:`', 'write `https://who.int/x`'],
    ['https:who.int', 'Unexpected address `https:who.int`', 'write a full address such as `https://www.who.int/`'],
    [
      'https:///who.int',
      'Unexpected address `https:///who.int`',
      'write a full address such as `https://www.who.int/`',
    ],
    ['https://[', 'Unexpected address `https://[`', 'write a full address such as `https://www.who.int/`'],
    [
      'https://me:secret@who.int',
      'Unexpected address `https://me:secret@who.int` with an `@`: it leads to another host than it seems to',
      'remove what stands before the `@`',
    ],
    [
      'www.who.int/x',
      'Unexpected address `www.who.int/x`: it would lead to a page of this site',
      'write `https://www.who.int/x`',
    ],
    ['mailto:', 'Unexpected `mailto:` with nothing after it', 'write for example `mailto:desk@example.org`'],
    ['tel: ', 'Unexpected `tel:` with nothing after it', 'write the number, for example `tel:1166`'],
  ])('is explained: %j', (address, message, hint) => {
    expect(checkAddress(address)).toMatchObject({ message, hint });
  });
});
