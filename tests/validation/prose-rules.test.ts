import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProseDocument } from '../../src/model/prose.ts';
import { decodeText } from '../../src/reading/decode-text.ts';
import { readContent } from '../../src/reading/read-content.ts';
import { readProse } from '../../src/reading/read-prose.ts';
import { PROSE_RULES } from '../../src/validation/prose-rules.ts';
import { proseSurroundings } from '../../src/validation/prose-surroundings.ts';
import { deskWith, saidOf } from '../support/example-desk.ts';

describe.each(PROSE_RULES)('the rule $id', (rule) => {
  it.each(rule.examples)('on $name', async ({ changes = {}, said }) => {
    const problems = (await documentsIn(deskWith(changes))).flatMap((document) => rule.judge(document));
    expect(problems.map(saidOf)).toEqual(said);
    expect(problems.filter(({ ruleId }) => ruleId !== rule.id)).toEqual([]);
  });
});

async function documentsIn(root: string): Promise<ProseDocument[]> {
  const { drafts } = await readContent(root);
  const surroundingsOf = proseSurroundings(drafts);
  return drafts.items.map((draft) => {
    const { file, language, role, collection, fields } = draft;
    const text = decodeText(readFileSync(path.join(root, file))).text ?? '';
    const blocks = readProse(text, collection, fields);
    return { file, language, role, collection, fields, blocks, surroundings: surroundingsOf(draft) };
  });
}
