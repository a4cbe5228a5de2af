import type { AnswerData, AnswerLine, VettedQuestion } from '../answers/answer-data.ts';
import { answerFinder, type Found } from '../answers/find-answer.ts';
import { isUrgent } from '../answers/judge-urgency.ts';
import type { AskSettings } from '../search/ask-settings.ts';
import { type FoundPage, readSearchIndex } from '../search/search-index.ts';

/** What a question brings: what is read out at once, a line that is read out in its turn, and what is shown below. */
export interface Shown {
  alarm: HTMLElement[];
  said: string;
  shown: HTMLElement[];
}

const MOST_PAGES = 30;

/**
 * Looks a question up among the vetted ones and, where the page searches, among all pages. Where one of the two cannot be loaded, the
 * other is shown, and that something is missing is said. Throws where nothing can be loaded.
 */
export async function answerTo(asked: string, settings: AskSettings): Promise<Shown> {
  const [answers, search] = await Promise.allSettled([
    load(settings.base, settings.answers, readAnswers),
    searchOf(settings),
  ]);
  const hasAnswers = answers.status === 'fulfilled';
  const find = search.status === 'fulfilled' ? search.value : undefined;
  if (!hasAnswers && !find) throw answers.reason;
  const { words } = settings;
  const isPressing = isUrgent(asked);
  const found = hasAnswers ? answers.value.find(asked, isPressing) : undefined;
  const answer = found?.kind === 'answer' ? found.question : undefined;
  const pages =
    find?.(asked)
      .filter(({ path }) => path !== answer?.path)
      .slice(0, MOST_PAGES) ?? [];
  return {
    alarm: hasAnswers && (isPressing || answer?.urgent) ? [emergencyBox(answers.value.data.emergency, settings)] : [],
    said: [
      ...(found ? [answer ? words.answerFound : words.noAnswerFound] : []),
      ...(find ? [countText(pages.length, words)] : []),
      ...(!hasAnswers || search.status === 'rejected' ? [words.failed] : []),
    ].join(' '),
    shown: [
      ...(hasAnswers && found
        ? [
            found.kind === 'answer'
              ? answerBox(found.question, settings)
              : unknownBox(found, answers.value.data, settings),
          ]
        : []),
      ...(pages.length > 0 ? [pageList(pages, settings)] : []),
    ],
  };
}

interface Answers {
  data: AnswerData;
  find: ReturnType<typeof answerFinder<VettedQuestion>>;
}

function readAnswers(json: string): Answers {
  const data = JSON.parse(json) as AnswerData;
  return { data, find: answerFinder(data.questions) };
}

function searchOf({ base, index }: AskSettings): Promise<((asked: string) => FoundPage[]) | undefined> {
  return index === undefined ? Promise.resolve(undefined) : load(base, index, readSearchIndex);
}

/** Loaded once: the second question is answered from what the first one brought. */
const loaded = new Map<string, Promise<unknown>>();

function load<T>(base: string, path: string, read: (json: string) => T): Promise<T> {
  const before = loaded.get(path) as Promise<T> | undefined;
  if (before) return before;
  const reading = fetch(`${base}${path}`).then(async (response) => {
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return read(await response.text());
  });
  loaded.set(path, reading);
  reading.catch(() => loaded.delete(path));
  return reading;
}

function countText(count: number, words: AskSettings['words']): string {
  if (count === 0) return words.nothingFound;
  return count === 1 ? words.onePageFound : words.pagesFound.replace('{number}', String(count));
}

function emergencyBox(lines: readonly AnswerLine[], { words }: AskSettings): HTMLElement {
  return make('section', 'asked-emergency', [
    make('h2', '', [words.emergency]),
    lineList(lines),
    make('p', '', [words.emergencyHint]),
  ]);
}

function answerBox(question: VettedQuestion, { base, words }: AskSettings): HTMLElement {
  const { title, answer, path, sources, reviewed, nextReviewDue } = question;
  const isOverdue = nextReviewDue.on < new Date().toISOString().slice(0, 10);
  const dates = [
    words.reviewedOn.replace('{day}', reviewed.text),
    ...(isOverdue ? [words.overdueSince.replace('{day}', nextReviewDue.text)] : []),
  ].join(' ');
  return make('section', 'asked-answer', [
    make('p', 'quiet', [`${words.answerTo}:`]),
    make('h2', '', [link(`${base}${path}`, title)]),
    make('p', 'asked-words', [answer]),
    make('p', 'quiet', [
      `${words.restsOn}: `,
      ...sources.flatMap((source, index) => {
        const anchor = link(source.url, `${source.publisher}, ${source.title}`);
        anchor.lang = source.language;
        anchor.dir = 'auto';
        anchor.rel = 'external noopener';
        return index === 0 ? [anchor] : ['; ', anchor];
      }),
    ]),
    make('p', isOverdue ? 'asked-overdue' : 'quiet', [dates]),
    make('p', '', [link(`${base}${path}`, words.wholeAnswer)]),
    make('p', 'quiet', [words.notDoctor]),
  ]);
}

function unknownBox(
  { nearest }: Extract<Found<VettedQuestion>, { kind: 'unknown' }>,
  { emergency, others }: AnswerData,
  { base, words }: AskSettings,
): HTMLElement {
  return make('section', 'asked-unknown', [
    make('h2', '', [words.unknown]),
    make('p', '', [words.unknownHint]),
    // The numbers for emergencies stand above already; they stand here too where there are no others.
    lineList(others.length > 0 ? others : emergency),
    ...(nearest.length > 0
      ? [
          make('h3', '', [words.nearest]),
          make(
            'ul',
            '',
            nearest.map(({ path, title }) => make('li', '', [link(`${base}${path}`, title)])),
          ),
        ]
      : []),
  ]);
}

function pageList(pages: readonly FoundPage[], { base }: AskSettings): HTMLElement {
  return make(
    'ol',
    'found-pages',
    pages.map(({ path, kind, title, summary }) =>
      make('li', '', [
        make('p', 'found-kind quiet', [kind]),
        make('h3', '', [link(`${base}${path}`, title)]),
        make('p', '', [summary]),
      ]),
    ),
  );
}

function lineList(lines: readonly AnswerLine[]): HTMLElement {
  return make(
    'ul',
    'helplines',
    lines.map(({ name, number, hours }) => {
      const anchor = link(`tel:${number.replace(/[^+\d]/g, '')}`, '');
      anchor.className = 'helpline-number';
      const digits = make('bdi', '', [number]);
      digits.dir = 'ltr';
      anchor.append(digits);
      return make('li', '', [
        anchor,
        ' ',
        make('span', 'helpline-name', [name]),
        ...(hours === undefined ? [] : [make('span', 'helpline-hours', [hours])]),
      ]);
    }),
  );
}

function link(address: string, words: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = words;
  return anchor;
}

/** Words go in as text: nothing that anybody wrote becomes markup. */
function make(name: string, className: string, children: readonly (HTMLElement | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}
