import type {
  AboutPage,
  ContactPage,
  CreativeWork,
  MedicalWebPage,
  Organization,
  SpecialAnnouncement,
  Thing,
  WebPage,
  WebSite,
  WithContext,
} from 'schema-dts';
import {
  aboutPath,
  campaignPath,
  contactPath,
  homePath,
  incidentPath,
  publicAddress,
  sourcePath,
} from '../model/addresses.ts';
import type { Campaign, Incident } from '../model/content.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Person } from '../model/person.ts';
import type { Source, SourceKind } from '../model/source.ts';
import type { IncidentView } from './incident-view.ts';

/** schema.org’s context, once. */
function data<T extends Thing>(thing: T): WithContext<T> {
  return { '@context': 'https://schema.org', ...(thing as object) } as WithContext<T>;
}

/** Who is behind the site, in a language. */
export function organisationData(organisation: Organisation, language: string): Organization {
  return {
    '@type': 'Organization',
    name: inLanguage(organisation.name, language),
    url: publicAddress(organisation, ''),
  };
}

export interface DescribedPage {
  organisation: Organisation;
  language: string;
  title: string;
  description: string;
  /** Below the base. */
  path: string;
  changedAt?: string | undefined;
}

/** What every page can say of itself. */
function pageData({ organisation, language, title, description, path, changedAt }: DescribedPage) {
  return {
    name: title,
    description,
    url: publicAddress(organisation, path),
    inLanguage: language,
    publisher: organisationData(organisation, language),
    ...(changedAt !== undefined && { dateModified: changedAt }),
  };
}

/** A page of no kind of its own. */
export function webPageData(page: DescribedPage): WithContext<WebPage> {
  return data<WebPage>({ '@type': 'WebPage', ...pageData(page) });
}

/** The home page of a language: the site. */
export function webSiteData(organisation: Organisation, language: string): WithContext<WebSite> {
  return data<WebSite>({
    '@type': 'WebSite',
    ...pageData({
      organisation,
      language,
      title: inLanguage(organisation.name, language),
      description: inLanguage(organisation.description, language),
      path: homePath(language),
    }),
  });
}

export function aboutData(organisation: Organisation, language: string, title: string): WithContext<AboutPage> {
  const description = inLanguage(organisation.description, language);
  return data<AboutPage>({
    '@type': 'AboutPage',
    ...pageData({ organisation, language, title, description, path: aboutPath(language) }),
    about: { ...(organisationData(organisation, language) as object), '@type': 'Organization', description },
  });
}

/** How the organisation is reached, and the lines that help at once. */
export function contactData(
  organisation: Organisation,
  language: string,
  words: { title: string; description: string },
): WithContext<ContactPage> {
  return data<ContactPage>({
    '@type': 'ContactPage',
    ...pageData({ organisation, language, ...words, path: contactPath(language) }),
    about: {
      '@type': 'Organization',
      name: inLanguage(organisation.name, language),
      email: organisation.contact.email,
    },
    mentions: organisation.helplines.map(({ name, number, country }) => ({
      '@type': 'ContactPoint',
      name: inLanguage(name, language),
      telephone: number,
      areaServed: country,
    })),
  });
}

export interface CampaignDataInput {
  campaign: Campaign;
  language: string;
  organisation: Organisation;
  people: ReadonlyMap<string, Person>;
  sources: readonly Source[];
}

/** A campaign’s page: health information with the day of its review, who reviewed it, whom it is for and what it rests on. */
export function campaignData({
  campaign,
  language,
  organisation,
  people,
  sources,
}: CampaignDataInput): WithContext<MedicalWebPage> {
  const { title, summary, audience, hashtags } = inLanguage(campaign.versions, language);
  const reviewer = campaign.reviewedBy === undefined ? undefined : people.get(campaign.reviewedBy);
  const author = people.get(campaign.author);
  return data<MedicalWebPage>({
    '@type': 'MedicalWebPage',
    ...pageData({
      organisation,
      language,
      title,
      description: summary,
      path: campaignPath(campaign.id, language),
      changedAt: campaign.lastReviewedOn,
    }),
    lastReviewed: campaign.lastReviewedOn,
    ...(reviewer && { reviewedBy: personData(reviewer, language) }),
    ...(author && { author: personData(author, language) }),
    audience: audience.map((audienceType) => ({ '@type': 'MedicalAudience', audienceType })),
    ...(hashtags.length > 0 && { keywords: hashtags.join(', ') }),
    citation: sources.map(workData),
  });
}

function personData({ name, title }: Person, language: string) {
  return {
    '@type': 'Person' as const,
    name: inLanguage(name, language),
    ...(title && { jobTitle: inLanguage(title, language) }),
  };
}

const WORK_TYPES = {
  guideline: 'MedicalGuideline',
  'fact-sheet': 'WebPage',
  'peer-reviewed': 'ScholarlyArticle',
  statistics: 'Dataset',
  news: 'NewsArticle',
  'fact-check': 'Article',
} as const satisfies Record<SourceKind, string>;

/** A guideline is no work to schema.org, but a thing of its own: as a work it is a report. */
function workData(source: Source): CreativeWork {
  const type = source.kind === 'guideline' ? 'Report' : WORK_TYPES[source.kind];
  return {
    '@type': type,
    name: source.title,
    url: source.url,
    datePublished: source.publishedOn,
    inLanguage: source.language,
    publisher: { '@type': 'Organization', name: source.publisher },
    ...(source.doi !== undefined && { sameAs: `https://doi.org/${source.doi}` }),
  } as CreativeWork;
}

/** The page of a source: it is about somebody else’s work. */
export function sourceData(
  source: Source,
  language: string,
  organisation: Organisation,
  description: string,
): WithContext<WebPage> {
  return data<WebPage>({
    '@type': 'WebPage',
    ...pageData({
      organisation,
      language,
      title: source.title,
      description,
      path: sourcePath(source.id, language),
      changedAt: source.accessedOn,
    }),
    about: workData(source),
  });
}

/** A real incident, as the announcement that search engines and assistants know. */
export function incidentData(
  { incident, newest, sent }: Pick<IncidentView, 'newest' | 'sent'> & { incident: Incident },
  language: string,
  organisation: Organisation,
): WithContext<SpecialAnnouncement> {
  const said = inLanguage(newest.versions, language);
  return data<SpecialAnnouncement>({
    '@type': 'SpecialAnnouncement',
    name: said.headline,
    text: `${said.instruction}\n\n${said.description}`,
    url: publicAddress(organisation, incidentPath(incident.id, language)),
    inLanguage: language,
    datePosted: sent.at(-1)?.sentAt ?? newest.sentAt,
    dateModified: newest.sentAt,
    expires: newest.expiresAt,
    spatialCoverage: { '@type': 'Place', name: said.area },
    publisher: organisationData(organisation, language),
  });
}
