import { desk } from '../components/desk.ts';

/** The alerts that hold now or later, for this site's pages and for other sites and apps. The handbook documents it. */
export async function GET(): Promise<Response> {
  const { alerts } = await desk();
  return Response.json(alerts);
}
