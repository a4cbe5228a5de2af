import { RECORD_SCHEMAS, type RecordCollection } from '../model/collection.ts';
import type { RecordDraft } from '../model/draft.ts';
import type { Problem } from '../model/problem.ts';
import { checkFields, isFields, noFields } from './check-fields.ts';
import { FILE_START, problemAt } from './file-problem.ts';
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
  return { draft: { collection, file, fields, whole: problems.length === 0, locate } as RecordDraft, problems };
}
