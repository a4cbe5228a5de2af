import { desk } from '../components/desk.ts';
import { defaultLanguage } from '../model/organisation.ts';
import worker from '../visitor/service-worker.js?raw';

/** The worker that keeps copies of what was read. It stands at the site's base: a worker rules over what is below it. */
export async function GET(): Promise<Response> {
  const { organisation } = await desk();
  const first = defaultLanguage(organisation).tag;
  const others = organisation.languages.map(({ tag }) => tag).filter((tag) => tag !== first);
  const site = JSON.stringify({ base: BUILD_INPUTS.base, languages: [first, ...others] });
  return new Response(`self.SITE = ${site};\n${worker}`, { headers: { 'content-type': 'text/javascript' } });
}
