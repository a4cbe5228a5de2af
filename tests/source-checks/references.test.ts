import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../src/reading/read-content.ts';
import { collectReferences, type References } from '../../src/source-checks/references.ts';
import { deskFiles } from '../support/desk-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let files: Record<string, string>;
beforeEach(() => {
  files = deskFiles(false);
});

async function collect(): Promise<References> {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, 'content', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return collectReferences((await readContent(root)).drafts);
}

/** Every use as `purpose address file:line:column`. */
const usesOf = ({ addresses }: References) =>
  addresses
    .flatMap(({ address, uses }) =>
      uses.map(({ purpose, file, line, column }) => `${purpose} ${address} ${file}:${line}:${column}`),
    )
    .toSorted();

const change = (file: string, from: string, to: string) => {
  files[file] = (files[file] ?? '').replace(from, to);
};

const ENGLISH = 'campaigns/clean-hands/en.mdx';

describe('references', () => {
  it('are the addresses of sources and what readers are led to, each once, with all their places', async () => {
    const references = await collect();
    expect(usesOf(references)).toEqual([
      'call-to-action https://www.who.int/news-room/fact-sheets content/campaigns/clean-hands/en.mdx:17:8',
      'call-to-action https://www.who.int/news-room/fact-sheets content/campaigns/clean-hands/ur.mdx:11:8',
      'source https://www.who.int/news-room/fact-sheets content/sources/who.yml:5:6',
    ]);
    expect(references.addresses).toMatchObject([{ readOn: '2026-11-01' }]);
  });

  it('include links in the text of a page, at their place, without their fragments', async () => {
    files[ENGLISH] += '\nSee [the page](https://a.example/page#part), and [the same](https://a.example/page).\n';
    expect(usesOf(await collect()).filter((use) => use.startsWith('link'))).toEqual([
      'link https://a.example/page content/campaigns/clean-hands/en.mdx:25:5',
      'link https://a.example/page content/campaigns/clean-hands/en.mdx:25:50',
    ]);
  });

  it('include help lines, notices, institutions, risk information and links of posts', async () => {
    change(
      'organisation.yml',
      'brand:',
      'helplines:\n  - id: rescue\n    country: PK\n    name:\n      en: Rescue\n      ur: ریسکیو\n    number: "1122"\n    url: https://rescue.example/\nbrand:',
    );
    files['sources/who.yml'] +=
      'retraction:\n  status: corrected\n  lookedUpOn: 2026-11-01\n  lookedUpIn: Crossref\n  notice: https://notice.example/\n';
    files['myths/tap/en.mdx'] = `---
id: tap
institution:
  name: World Health Organization
  domain: institution.example
  checkedAt: https://institution.example/
  checkedOn: 2026-11-01
  finding: does-not-say-so
appearances: [https://hoax.example/]
---
`;
    files['campaigns/clean-hands/posts/soap/en.mdx'] = '---\nid: soap\nlink: https://post.example/\n---\n\nSoap.\n';
    change(ENGLISH, 'hashtags:', 'promotion:\n  fullRiskInformation: https://risk.example/\nhashtags:');
    const found = usesOf(await collect()).filter((use) => use.includes('.example'));
    expect(found.map((use) => use.replace(/:\d+:\d+$/, ''))).toEqual([
      'help-line https://rescue.example/ content/organisation.yml',
      'institution https://institution.example/ content/myths/tap/en.mdx',
      'link https://post.example/ content/campaigns/clean-hands/posts/soap/en.mdx',
      'notice https://notice.example/ content/sources/who.yml',
      'risk-information https://risk.example/ content/campaigns/clean-hands/en.mdx',
    ]);
  });

  it('leave out the desk’s own pages, mail, telephones and pages beside', async () => {
    files[ENGLISH] +=
      '\n[own](https://desk.example/awareness/en/) [mail](mailto:a@b.example) [call](tel:1122) [beside](../other/)\n';
    expect(usesOf(await collect()).filter((use) => use.startsWith('link'))).toEqual([]);
  });

  it('know works by their DOIs, in small letters, and ask no publisher for them', async () => {
    files['sources/a.yml'] =
      `${files['sources/who.yml']?.replace('id: who', 'id: a').replace(/url: .*/, 'url: https://doi.org/10.1016/S0140-6736(21)02724-0')}doi: 10.1016/S0140-6736(21)02724-0\npmid: "35065702"\n`;
    files['sources/b.yml'] =
      `${files['sources/who.yml']?.replace('id: who', 'id: b').replace(/url: .*/, 'url: https://dx.doi.org/10.1038/NATURE12060')}`;
    files[ENGLISH] += '\nSee [the paper](https://doi.org/10.1056/NEJMoa1817364).\n';
    const { sources, workLinks, addresses } = await collect();
    expect(sources.map(({ source, doi, pmid, places }) => ({ id: source.id, doi, pmid, at: places.doi.line }))).toEqual(
      [
        { id: 'a', doi: '10.1016/s0140-6736(21)02724-0', pmid: '35065702', at: 21 },
        { id: 'b', doi: '10.1038/nature12060', pmid: undefined, at: 5 },
        { id: 'who', doi: undefined, pmid: undefined, at: 5 },
      ],
    );
    expect(workLinks).toEqual([
      {
        doi: '10.1056/nejmoa1817364',
        purpose: 'link',
        file: 'content/campaigns/clean-hands/en.mdx',
        line: 25,
        column: 5,
      },
    ]);
    expect(addresses).toHaveLength(1);
  });

  it('are found although something else is wrong with a file', async () => {
    change('sources/who.yml', 'kind: guideline', 'kind: rumour');
    expect(usesOf(await collect()).some((use) => use.startsWith('source'))).toBe(true);
    change('sources/who.yml', 'https://www.who.int/news-room/fact-sheets', 'somewhere');
    expect(usesOf(await collect()).some((use) => use.startsWith('source'))).toBe(false);
  });
});
