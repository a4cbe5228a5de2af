import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inWords, roleName } from '../../src/approvals/role-names.ts';
import { NETWORK } from '../../src/model/network.ts';
import { personSchema, ROLES } from '../../src/model/person.ts';
import { policySchema } from '../../src/model/policy.ts';
import type { Problem } from '../../src/model/problem.ts';
import { REQUIRED_APPROVALS, RISK_CLASSES } from '../../src/model/risk.ts';
import { placeOf } from '../../src/reading/places.ts';
import { readItem } from '../../src/reading/read-item.ts';
import { readRecord } from '../../src/reading/read-record.ts';

const HANDBOOK = path.resolve(import.meta.dirname, '../../src/pages/handbook');
const chapters = readdirSync(HANDBOOK).map((name) => ({ name, text: readFileSync(path.join(HANDBOOK, name), 'utf8') }));

describe('the handbook', () => {
  const examples = chapters.flatMap(({ name, text }) =>
    [...text.matchAll(/^```(yaml|mdx)\n([\s\S]*?)^```$/gm)].flatMap(([, , example = '']) =>
      /^(?:---\n)?id: /.test(example) ? [{ name, id: /id: (\S+)/.exec(example)?.[1] ?? '', example }] : [],
    ),
  );

  it.each(examples)('shows an example that the checker accepts: $id in $name', ({ example }) => {
    expect(problemsOf(example).map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it('shows one of each kind that a desk is made of', () => {
    expect([...new Set(examples.map(({ example }) => kindOf(example)))].toSorted()).toEqual([
      'campaigns',
      'channels',
      'episodes',
      'events',
      'incidents',
      'myths',
      'organisation',
      'pages',
      'people',
      'posts',
      'questions',
      'series',
      'sources',
      'studies',
      'updates',
    ]);
  });

  it.each(['blanks', 'policy', 'topics'])(
    'shows a piece of the organisation’s file that the checker accepts: %s',
    (field) => {
      const whole = examples.find(({ example }) => kindOf(example) === 'organisation')?.example ?? '';
      const pieces = chapters.flatMap(({ text }) =>
        [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, piece = '']) => piece),
      );
      const piece = pieces.find((text) => text.startsWith(`${field}:`)) ?? '';
      expect(piece).not.toBe('');
      expect(problemsOf(`${whole}${piece}`)).toEqual([]);
    },
  );

  it('shows pieces of the roster and of the policy that the model accepts', () => {
    const { text } = chapters.find(({ name }) => name === 'people.mdx') ?? { text: '' };
    const pieces = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, piece = '']) => parse(piece) as object);
    const all = Object.assign({}, ...pieces) as { policy: unknown; roles: unknown; channels: unknown };
    const { policy, ...person } = all;
    expect(pieces.map((piece) => Object.keys(piece))).toEqual([['roles'], ['channels'], ['policy']]);
    expect(personSchema.safeParse({ id: 'x', name: { en: 'X' }, ...person }).success).toBe(true);
    expect(policySchema.safeParse(policy).success).toBe(true);
    for (const role of ROLES) expect(text).toContain(`| \`${role}\` |`);
  });

  it('says whom each risk asks for', () => {
    const { text } = chapters.find(({ name }) => name === 'approvals.mdx') ?? { text: '' };
    for (const risk of RISK_CLASSES) {
      const said = inWords(REQUIRED_APPROVALS[risk].map(roleName));
      expect(text).toContain(`| \`${risk}\` | ${said.replace(/^./, (letter) => letter.toUpperCase())} |`);
    }
  });

  it('names the roles there are, and how each network is connected', () => {
    const { text } = chapters.find(({ name }) => name === 'setting-up.mdx') ?? { text: '' };
    for (const role of ROLES) expect(text).toContain(`\`${role}\``);
    const networks = chapters.find(({ name }) => name === 'networks.mdx')?.text ?? '';
    for (const { title } of Object.values(NETWORK).filter(({ title: name }) => name !== 'Outbox'))
      expect(networks).toMatch(new RegExp(`^### .*${title}`, 'm'));
  });
});

function kindOf(example: string): string {
  if (/^network:/m.test(example)) return 'channels';
  if (/^roles:/m.test(example)) return 'people';
  if (/^publisher:/m.test(example)) return 'sources';
  if (/^brand:/m.test(example)) return 'organisation';
  if (/^rating:/m.test(example)) return 'myths';
  if (/^answer:/m.test(example)) return 'questions';
  if (/^ending:/m.test(example)) return 'incidents';
  if (/^sentAt:/m.test(example)) return 'updates';
  if (/^kind: (crisis-plan|about|style-guide)/m.test(example)) return 'pages';
  if (/^time:/m.test(example)) return 'events';
  if (/^ethics:/m.test(example)) return 'studies';
  if (/^recording:/m.test(example)) return 'episodes';
  if (/^publishAt:/m.test(example)) return 'posts';
  return /^schedule:/m.test(example) ? 'campaigns' : 'series';
}

function within(kind: string): string[] | undefined {
  if (kind === 'posts') return ['campaigns', 'x', 'posts', 'y', 'en.mdx'];
  if (kind === 'episodes') return ['series', 'x', 'episodes', 'y', 'en.mdx'];
  return kind === 'updates' ? ['incidents', 'x', 'updates', 'y', 'en.mdx'] : undefined;
}

function problemsOf(example: string): Problem[] {
  const kind = kindOf(example);
  if (kind === 'organisation' || kind === 'people' || kind === 'channels' || kind === 'sources')
    return readRecord('example.yml', kind, example).problems;
  const parts = within(kind) ?? [kind, 'x', 'en.mdx'];
  const place = placeOf(parts);
  if (place.kind !== 'item') throw new TypeError(parts.join('/'));
  const text = kind === 'posts' ? example : `${example}\nText.\n`;
  return readItem({
    file: 'example.mdx',
    text,
    place,
    contentDir: 'content',
    siblings: [],
    isOriginalBeside: () => false,
  }).problems;
}
