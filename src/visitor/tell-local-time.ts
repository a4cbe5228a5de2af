import { type MomentForm, momentText } from '../alerts/moment-text.ts';

/** Says a moment by the visitor’s clock as well, where that is another one than where it takes place. */
export function tellLocalTime(): void {
  for (const element of document.querySelectorAll<HTMLElement>('.local-time')) {
    const { at = '', form = '{}', pattern = '' } = element.dataset;
    const moment = Date.parse(at);
    const there = JSON.parse(form) as MomentForm;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const [here, said] = [momentText(moment, { ...there, timeZone }), momentText(moment, there)];
    if (here === said) continue;
    element.textContent = pattern.replace('{moment}', here);
    element.hidden = false;
  }
}
