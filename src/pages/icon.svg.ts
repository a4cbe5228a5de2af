import { desk } from '../components/desk.ts';

/** The site's icon: a speech bubble in the organisation's colours. */
export async function GET(): Promise<Response> {
  const { primary, accent } = (await desk()).organisation.brand;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${primary}"/><path d="M8 9h16a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 5v-5H8a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z" fill="${accent}"/></svg>`;
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
}
