import { compareProblems } from '../model/problem.ts';
import { problemsOfAddress } from './address-problems.ts';
import type { Finding } from './finding.ts';
import type { References } from './references.ts';
import type { Results } from './results.ts';
import { problemsOfSource, problemsOfWork } from './work-problems.ts';

/**
 * What the results mean for the content, in the order of the files. Questions that were not answered yet are no findings.
 *
 * @param timeZone Zone of the desk’s days.
 */
export function findProblems(references: References, results: Results, timeZone: string): Finding[] {
  return [
    ...references.addresses.flatMap((reference) => problemsOfAddress(reference, results, timeZone)),
    ...references.sources.flatMap((reference) => problemsOfSource(reference, results, timeZone)),
    ...references.workLinks.flatMap(({ doi, file, line, column }) =>
      problemsOfWork(doi, results.find('crossref', doi)).map((told) => ({ file, line, column, ...told })),
    ),
  ].toSorted(compareProblems);
}
