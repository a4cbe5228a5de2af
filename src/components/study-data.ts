import type { MedicalStudy, WithContext } from 'schema-dts';
import { publicAddress, studyPath } from '../model/addresses.ts';
import type { Study } from '../model/content.ts';
import type { Organisation } from '../model/organisation.ts';
import { studyState } from '../model/study.ts';

/** A study as data for search engines (schema.org’s MedicalStudy), in one of its languages, as it stands on a calendar day. */
export function studyData(
  study: Study,
  language: string,
  organisation: Organisation,
  today: string,
): WithContext<MedicalStudy> {
  const version = study.versions[language];
  if (!version) throw new RangeError(`${study.id} is not written in ${language}`);
  const { registration } = study;
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalStudy',
    name: version.title,
    description: version.summary,
    url: publicAddress(organisation, studyPath(study.id, language)),
    status: STATUS[studyState(study, today)],
    sponsor: { '@type': 'Person', name: version.investigator },
    ...(registration && {
      code: {
        '@type': 'MedicalCode',
        codeValue: registration.number,
        codingSystem: new URL(registration.url).hostname,
      },
    }),
  };
}

/** The words of schema.org’s MedicalStudyStatus. */
const STATUS = {
  before: 'https://schema.org/NotYetRecruiting',
  open: 'https://schema.org/Recruiting',
  closed: 'https://schema.org/ActiveNotRecruiting',
} as const;
