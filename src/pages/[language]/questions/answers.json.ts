import type { APIContext } from 'astro';
import { answerData } from '../../../answers/answer-data.ts';
import { dayText } from '../../../components/day-text.ts';
import { desk } from '../../../components/desk.ts';

export async function getStaticPaths() {
  const { organisation } = await desk();
  return organisation.languages.map(({ tag }) => ({ params: { language: tag } }));
}

/** What the answer box of a language answers from. */
export async function GET({ params: { language = '' } }: APIContext): Promise<Response> {
  const { questions, sources, organisation } = await desk();
  const day = (on: string) => dayText(on, language, organisation.country);
  return Response.json(answerData({ questions, sources, organisation }, language, day));
}
