import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from './cruise-imports.ts';
import { IMPORT_RULES, PURE_FILES } from './import-rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('the imports of this repository', () => {
  it('keep to the table of src/README.md', async () => {
    expect(await findViolations(root)).toEqual([]);
  });
});

/** One import for each rule that breaks it. */
const PLANTED: Readonly<Record<string, [file: string, text: string]>> = {
  'model-stands-alone': ['src/model/planted.ts', "import 'yaml';"],
  'pure-without-effects': [
    'src/posts/planted.ts',
    "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
  ],
  'validation-downstream-only': ['src/validation/planted.ts', "import '../reading/read-content.ts';"],
  'calendars-from-model-only': ['src/calendars/planted.ts', "import '../reading/interface-words.ts';"],
  'roster-from-model-only': ['src/roster/planted.ts', "import '../channels/channel-secret.ts';"],
  'posts-downstream-only': ['src/posts/planted-two.ts', "import '../publishing/run-plan.ts';"],
  'card-from-model-only': ['src/cards/isolate.ts', "import './fonts.ts';"],
  'plan-from-values-only': ['src/publishing/plan-planted.ts', "import '../ledger/folder-ledger.ts';"],
  'run-through-ports': ['src/publishing/run-planted.ts', "import '../channels/outbox.ts';"],
  'reading-alone': ['src/reading/planted.ts', "import '../channels/outbox.ts';"],
  'approvals-through-ports': ['src/approvals/planted.ts', "import '../github/github-client.ts';"],
  'git-alone': ['src/git/planted.ts', "import '../ledger/entry.ts';"],
  'github-alone': ['src/github/planted.ts', "import '../channels/outbox.ts';"],
  'ledger-alone': ['src/ledger/planted.ts', "import '../channels/outbox.ts';"],
  'channels-alone': ['src/channels/planted.ts', "import '../ledger/folder-ledger.ts';"],
  'source-checks-alone': ['src/source-checks/planted.ts', "import '../reading/read-content.ts';"],
  'checking-reads-and-judges': ['src/checking/planted.ts', "import '../cards/draw-cards.ts';"],
  'alerts-from-model-only': ['src/alerts/planted.ts', "import '../posts/compose-post.ts';"],
  'feeds-from-model-and-alerts': ['src/feeds/planted.ts', "import '../reading/read-content.ts';"],
  'search-from-words-only': ['src/search/planted.ts', "import '../model/time.ts';"],
  'answers-from-vetted-content': ['src/answers/planted.ts', "import '../reading/read-content.ts';"],
  'asked-answers-run-in-a-browser': ['src/answers/like-words.ts', "import '../model/time.ts';\nexport const x = 1;"],
  'what-is-asked-for-stays-apart': ['src/visitor/answer-to.ts', "import '../model/time.ts';"],
  'visitor-stays-small': ['src/visitor/planted.ts', "import '../model/time.ts';"],
  'kit-from-cards-and-posts': ['src/kit/planted.ts', "import '../publishing/plan.ts';"],
  'renderers-alone': ['src/cards/planted.ts', "import '../posts/compose-post.ts';"],
  'site-never-sends': [
    'src/components/Planted.astro',
    "---\nimport { runPlan } from '../publishing/run-plan.ts';\n---\n<p>{runPlan}</p>",
  ],
  'pages-without-validation': [
    'src/pages/planted.astro',
    "---\nconst { RULES } = await import('../validation/rules.ts');\n---\n<p>{RULES}</p>",
  ],
  'src-without-scripts': ['src/layouts/Planted.astro', "<script>\nimport '../../scripts/send.ts';\n</script>"],
  'scripts-without-pages': ['scripts/planted.ts', "import '../src/content.config.ts';"],
  'no-circle': ['src/posts/planted-circle.ts', "import { y } from './planted-circle-two.ts';\nexport const x = y;"],
  resolvable: ['src/posts/planted-lost.ts', "import './nowhere.ts';"],
};

describe('a planted violation', () => {
  let copy = '';

  beforeAll(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'imports-'));
    for (const folder of ['src', 'scripts'])
      cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true });
    for (const file of ['package.json', 'tsconfig.json']) cpSync(path.join(root, file), path.join(copy, file));
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    for (const [file, text] of Object.values(PLANTED)) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), `${text}\n`);
    }
    writeFileSync(
      path.join(copy, 'src/posts/planted-circle-two.ts'),
      "import { x } from './planted-circle.ts';\nexport const y = x;\n",
    );
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('of each rule is found where it stands', async () => {
    const found = (await findViolations(copy)).map(({ rule, from }) => `${rule} ${from}`);
    for (const rule of [...IMPORT_RULES.map(({ name }) => name), 'resolvable']) {
      expect(found, rule).toContain(`${rule} ${PLANTED[rule]?.[0]}`);
    }
    expect(found.some((line) => line.startsWith('no-circle src/posts/planted-circle'))).toBe(true);
  });
});

describe('pure code', () => {
  const IMPURE =
    /\bDate\.now\(|\bnew Date\(\s*\)|\bprocess\.|\bfetch\(|\bMath\.random\(|\bperformance\.now\(|\bTemporal\.Now\b|\bsetTimeout\(|\bcrypto\.random/;
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.split(path.sep).join('/')}`)
    .filter((name) => name.endsWith('.ts') && PURE_FILES.test(name));

  it('asks neither the clock nor the machine', () => {
    const impure = files.flatMap((file) =>
      readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (IMPURE.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
    expect(impure).toEqual([]);
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(['const now = Date.now();', 'new Date()', 'process.env.X', 'fetch(url)', 'Math.random()'])(
    'would be found out: %s',
    (line) => {
      expect(IMPURE.test(line)).toBe(true);
    },
  );
});
