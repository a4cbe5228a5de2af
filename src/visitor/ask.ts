import type { AskSettings } from '../search/ask-settings.ts';

/**
 * Brings the answer box and the search of a page to life. What looks things up, and what it looks in, is loaded when somebody asks
 * and not before; until then a page with a box weighs what a page without one does.
 */
export function ask(box: HTMLElement): void {
  const settings = JSON.parse(box.querySelector('script')?.textContent ?? '') as AskSettings;
  const region = box.querySelector<HTMLElement>('search');
  const form = box.querySelector('form');
  const field = box.querySelector('input');
  const alarm = box.querySelector<HTMLElement>('.asked-alert');
  const said = box.querySelector<HTMLElement>('.asked-said');
  const shown = box.querySelector<HTMLElement>('.asked');
  if (!region || !form || !field || !alarm || !said || !shown) return;
  let turn = 0;
  region.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = field.value.trim();
    keepInAddress(asked);
    void lookUp(asked);
  });
  const given = (
    new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q')
  )?.trim();
  if (given) {
    field.value = given;
    keepInAddress(given);
    void lookUp(given);
  }

  /** Behind the `#`: that part of an address never leaves the device, also when the page is loaded again. */
  function keepInAddress(asked: string): void {
    history.replaceState(
      null,
      '',
      asked === '' ? location.pathname : `${location.pathname}#q=${encodeURIComponent(asked)}`,
    );
  }

  async function lookUp(asked: string): Promise<void> {
    turn += 1;
    const own = turn;
    if (asked === '') return empty('');
    empty(settings.words.looking);
    try {
      const { answerTo } = await import('./answer-to.ts');
      const answer = await answerTo(asked, settings);
      // Somebody who asks again before the first answer is there wants the second.
      if (own !== turn) return;
      alarm?.replaceChildren(...answer.alarm);
      shown?.replaceChildren(...answer.shown);
      if (said) said.textContent = answer.said;
    } catch {
      if (own === turn) empty(settings.words.failed);
    }
  }

  function empty(words: string): void {
    alarm?.replaceChildren();
    shown?.replaceChildren();
    if (said) said.textContent = words;
  }
}
