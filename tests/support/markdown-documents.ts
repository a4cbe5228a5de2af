import fc from 'fast-check';

const WORDS = [
  ...[
    'water',
    'fever',
    'a',
    'HIV',
    'test',
    'soap',
    'doctor',
    "don't",
    '4–10',
    '39.5 °C',
    'R&D',
    '50%',
    'co-op',
    'x_y_z',
  ],
  ...['ڈینگی', 'بخار', 'پانی', 'ہے۔', 'صحت،', 'ٹیسٹ', '۱۲', '1166', 'اور\u200cمیں'],
  ...[
    '&amp;',
    '&copy;',
    '&#x06C1;',
    '\\*',
    '\\_',
    '*',
    '_',
    '~',
    '!',
    '[',
    ']',
    '(',
    ')',
    '#5',
    '+92-300-1234567',
    '“q”',
    '🦟',
    '👩🏽‍⚕️',
  ],
];

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const plain = fc.constantFrom('water', 'fever', 'ڈینگی', 'صاف پانی', 'one two', 'a-b');
const address = fc.constantFrom(
  'https://www.who.int/x',
  'https://e.com/?a=1&b=2',
  'https://e.com/ا',
  './b.html',
  '#here',
  '<https://e.com/a b>',
);

const inline = fc.oneof(
  { weight: 6, arbitrary: words },
  plain.map((text) => `**${text}**`),
  plain.map((text) => `*${text}*`),
  plain.map((text) => `_${text}_`),
  plain.map((text) => `~~${text}~~`),
  plain.map((text) => `\`${text}\``),
  fc.tuple(plain, address).map(([text, url]) => `[${text}](${url})`),
  fc.tuple(plain, plain).map(([text, title]) => `[${text}](https://e.com "${title}")`),
  fc.constantFrom(
    'https://www.who.int/news',
    'www.who.int',
    'desk@example.org',
    '[^1]',
    '[^2]',
    '[ref]',
    '![a map](./map.png)',
  ),
  plain.map((text) => `***${text}***`),
  fc.constantFrom('<Source id="who" />', '<Source id="cdc" />'),
);

const sentence = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const paragraph = fc
  .tuple(sentence, fc.constantFrom('', '\n', '  \n', '\\\n'), sentence)
  .map(([one, end, two]) => (end ? `word ${one}${end}word ${two}` : `word ${one}`));

const listItem = fc.oneof(
  sentence.map((text) => `word ${text}`),
  fc.tuple(fc.constantFrom('[ ] ', '[x] '), plain).map((parts) => parts.join('')),
);
const list = fc
  .tuple(
    fc.constantFrom('- ', '* ', '1. ', '7) '),
    fc.array(listItem, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([mark, items, isLoose, isNested]) =>
    items
      .map((item, index) => {
        const inner = isNested && index === 0 ? `\n${' '.repeat(mark.length)}- inner ${item}` : '';
        return `${mark}${item}${inner}`;
      })
      .join(isLoose ? '\n\n' : '\n'),
  );

const cell = fc.oneof(
  plain,
  plain.map((text) => `**${text}**`),
  fc.constantFrom('', 'a \\| b', '`c`', 'https://e.com', '<Source id="who" />'),
);
const table = fc
  .tuple(
    fc.array(fc.constantFrom('---', ':--', '--:', ':-:'), { minLength: 2, maxLength: 4 }),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([align, rows]) =>
    [align.map((_, index) => `h${index}`), align, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  );

const flow = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  fc.tuple(fc.integer({ min: 1, max: 6 }), sentence).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
  plain.map((text) => `${text}\n===`),
  { weight: 2, arbitrary: list },
  { weight: 2, arbitrary: table },
  paragraph.map((text) => text.replaceAll(/^/gm, '> ')),
  // A loose list with a nested one, quoted, is among the known divergences.
  list.filter((text) => !/\n +- inner[\s\S]*\n\n/.test(text)).map((text) => text.replaceAll(/^/gm, '> ')),
  fc
    .tuple(fc.constantFrom('', 'js', 'text info'), words)
    .map(([info, text]) => `\`\`\`${info}\n${text}\n\n<b> {x}\n\`\`\``),
  fc.constantFrom('---', '***', '___'),
  paragraph.map((text) => `<Callout kind="info">\n\n${text}\n\n</Callout>`),
  list.map((text) => `<Fact source="who">\n\n${text}\n\n</Fact>`),
  fc.constantFrom('<Helplines country="PK" />', '<Figure src="./map.png" alt="A map" caption="Where" />'),
);

/** Documents of Markdown, GitHub's additions and the desk's components, as an editor might and might not write them. */
export const markdownDocument = fc.array(flow, { minLength: 1, maxLength: 8 }).map((blocks) => {
  const body = blocks.join('\n\n');
  return `---\ntitle: x\n---\n\n${body}\n\n[^1]: A **note** in ڈینگی.\n\n[^2]: Another.\n\n    With a second paragraph.\n\n[ref]: https://e.com/ref "Reference"\n`;
});
