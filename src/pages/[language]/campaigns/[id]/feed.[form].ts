import type { APIContext } from 'astro';
import { desk } from '../../../../components/desk.ts';
import { campaignFeed, feedResponse, hasFeed } from '../../../../components/site-feed.ts';
import { FEED_FORMS } from '../../../../model/addresses.ts';

export async function getStaticPaths() {
  const whole = await desk();
  return whole.campaigns
    .filter(({ id }) => hasFeed(whole, id))
    .flatMap((campaign) =>
      Object.keys(campaign.versions).flatMap((language) =>
        FEED_FORMS.map((form) => ({ params: { language, id: campaign.id, form }, props: { campaign } })),
      ),
    );
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

/** What a campaign has said, in one language: Atom, RSS or JSON Feed. */
export async function GET({ params, props }: APIContext<Props>): Promise<Response> {
  return feedResponse(await campaignFeed(props.campaign, params.language ?? ''), params.form);
}
