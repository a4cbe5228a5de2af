import { wordedBanner } from '../approvals/approved-words.ts';
import { type LedgerState, type Subject, subjectText } from '../ledger/entry.ts';
import type { Content, Incident } from '../model/content.ts';
import { incidentCampaign } from '../model/incident-campaign.ts';
import { type Planned, subjectOf } from './planned.ts';
import type { PinRequest, PostRequest } from './ports.ts';

type Desk = Pick<Content, 'organisation' | 'sources'>;

/**
 * Tells what of a plan concerns an incident: its posts, pins and banners, those that put back what was there before it, and
 * what an earlier run left unsettled of them. Pure.
 */
export function ofIncident(incident: Incident, desk: Desk, ledger: LedgerState): (planned: Planned) => boolean {
  const messages = new Set(incident.updates.map(({ id }) => id));
  const campaign = incidentCampaign(incident, desk.organisation.timeZone);
  const banners = new Set(
    campaign ? Object.keys(campaign.versions).map((language) => wordedBanner(campaign, language, desk).words) : [],
  );
  const isItsPost = (subject: Subject): boolean => {
    if (!('item' in subject)) return false;
    if (subject.occurrence === incident.id && messages.has(subject.item)) return true;
    const request = ledger.get(subjectText({ ...subject, action: 'post' }))?.sending?.request;
    return (request as PostRequest | undefined)?.about === incident.id;
  };
  const itsPosts = new Set(
    [...ledger.values()].flatMap(({ subject, confirmed }) =>
      confirmed && subject.action === 'post' && isItsPost(subject) ? [confirmed.entry.uri] : [],
    ),
  );
  return (planned) => {
    const subject = subjectOf(planned);
    if (planned.action === 'pin' || planned.action === 'banner') {
      const record = ledger.get(subjectText(subject));
      // A run that was cut off while it put back what was there before has left that as its last word; what the profile showed
      // until then is what was confirmed.
      const before = [record?.sending, record?.confirmed?.sending].filter((sending) => sending !== undefined);
      if (planned.action === 'banner') {
        const words = [...before, ...(planned.kind === 'hold' ? [] : [planned])].map((one) => one.words);
        return planned.asks?.campaign === incident.id || words.some((one) => banners.has(one));
      }
      const requests = [...before, ...(planned.kind === 'hold' ? [] : [planned])].map(
        ({ request }) => request as PinRequest | undefined,
      );
      return requests.some((request) => request?.set && itsPosts.has(request.set.uri));
    }
    return isItsPost(subject);
  };
}
