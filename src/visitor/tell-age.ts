import { type MomentForm, momentText } from '../alerts/moment-text.ts';

/** On a page that comes from the reader's own device: says since when it has been there. The worker leaves the moment in the page. */
export function tellAge(moments: MomentForm): void {
  const { keptAt } = document.documentElement.dataset;
  const note = document.querySelector<HTMLElement>('.copy-note [data-pattern]');
  if (keptAt === undefined || !note) return;
  note.textContent = (note.dataset.pattern ?? '').replace('{moment}', momentText(Date.parse(keptAt), moments));
}
