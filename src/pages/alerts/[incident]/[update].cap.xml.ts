import type { APIContext } from 'astro';
import { capAlert } from '../../../alerts/cap.ts';
import { desk } from '../../../components/desk.ts';
import { sentBy } from '../../../model/incident-state.ts';

/** The messages that are out: one that is still to come is nobody's yet, and a draft's never are. */
export async function getStaticPaths() {
  const { incidents, now } = await desk();
  return incidents
    .filter(({ status }) => status !== 'draft')
    .flatMap((incident) =>
      sentBy(incident.updates, now).map((update) => ({
        params: { incident: incident.id, update: update.id },
        props: { incident, update },
      })),
    );
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

/** A message as a CAP 1.2 alert. */
export async function GET({ props }: APIContext<Props>): Promise<Response> {
  const { organisation } = await desk();
  return new Response(capAlert({ ...props, organisation }), {
    headers: { 'content-type': 'application/cap+xml; charset=utf-8' },
  });
}
