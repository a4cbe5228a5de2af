import { RECORD_SCHEMAS, type RecordCollection } from '../model/collection.ts';
import type { FieldPath, RecordDraft } from '../model/draft.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Fault, Problem } from '../model/problem.ts';
import { listed } from '../model/suggest.ts';
import { checkFields, isFields, noFields } from './check-fields.ts';
import { FILE_START, problemAt } from './file-problem.ts';
import { INTERFACE_LANGUAGES } from './interface-words.ts';
import { readYaml } from './read-yaml.ts';

/** Reads a file with one record: a person, channel, source, or the organisation. */
export function readRecord(
  file: string,
  collection: RecordCollection,
  text: string,
): { draft?: RecordDraft; problems: Problem[] } {
  const { data, problems, places } = readYaml({ file, text, firstLine: 1 });
  const { locate, writtenAt } = places;
  if (problems.length > 0) return { problems };
  if (!isFields(data)) return { problems: [problemAt(file, FILE_START, noFields(data))] };
  const { fields, faults } = checkFields(RECORD_SCHEMAS[collection], data, { writtenAt });
  for (const fault of faults) problems.push(problemAt(file, locate(fault.path, fault.part), fault));
  if (collection === 'organisation')
    for (const { path, ...fault } of languagesWithoutLabels(fields.languages))
      problems.push(problemAt(file, locate(path), fault));
  return { draft: { collection, file, fields, whole: problems.length === 0, locate } as RecordDraft, problems };
}

/** Languages for which nobody has written the words of buttons and headings: no page could be made in them. */
function languagesWithoutLabels(languages: unknown): (Fault & { path: FieldPath })[] {
  return ((languages ?? []) as Organisation['languages']).flatMap(({ tag }, index) =>
    INTERFACE_LANGUAGES.includes(tag)
      ? []
      : [
          {
            path: ['languages', index, 'tag'],
            ruleId: 'language/no-labels',
            message: `Unexpected language \`${tag}\`: the site’s own labels are not written in it`,
            hint: `write ${listed(INTERFACE_LANGUAGES)}, or add its words to src/reading/interface-words.ts`,
          },
        ],
  );
}
