import { desk } from '../components/desk.ts';
import { publicAddress, SITEMAP } from '../model/addresses.ts';

/**
 * Nothing is closed to anybody: pages for the desk itself say so in themselves. Programs read this file at a domain's root alone,
 * so it counts where the site has a domain to itself.
 */
export async function GET(): Promise<Response> {
  const { organisation } = await desk();
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${publicAddress(organisation, SITEMAP)}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
