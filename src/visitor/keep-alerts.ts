import type { AlertList, ListedAlert } from '../alerts/alert-list.ts';
import type { AlertSettings } from '../alerts/alert-settings.ts';
import { momentText } from '../alerts/moment-text.ts';
import { readAlertList } from '../alerts/read-alert-list.ts';
import {
  judgedAt,
  newerList,
  newestOf,
  nextBoundary,
  servedAddress,
  shownAlerts,
  wordsOf,
} from '../alerts/shown-alert.ts';
import { keepForLater } from './keep-copies.ts';
import { tellAge } from './tell-age.ts';

const POLL_MS = 2 * 60_000;
const ANSWER_WITHIN_MS = 10_000;
const DAY_MS = 24 * 60 * 60_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What is known of alerts, and when the site was last asked. */
interface Known {
  list: AlertList;
  checkedAt: number;
}

/**
 * Keeps what a page says of alerts true: by the visitor's clock, and by asking `alerts.json` at once and every two minutes
 * while the page is looked at. Nothing on the page moves: what is new appears in a bar of its own, and what is over
 * leaves its box standing.
 */
export function keepAlerts(region: HTMLElement): void {
  const settings = JSON.parse(find(region, 'script').textContent ?? '') as AlertSettings & { list: AlertList };
  const { words, moments, language, base, publicBase, ownIncident, newestHere } = settings;
  const built = region.querySelector<HTMLElement>('.alert');
  const bar = find(region, '.alert-bar');
  const live = find(region, '[role=alert]');
  const storeName = `alerts:${base}`;
  let known = lastKnown();
  let hasFailed = navigator.onLine === false;
  let askedAt = 0;
  let timer = 0;

  // Whoever opened a page with an alert in it has met that alert.
  if (built) {
    notice('met', built.dataset.identifier ?? '');
    keepForLater(built.querySelector('a')?.href);
  }
  tellAge(moments);
  find(bar, 'button').addEventListener('click', () => {
    notice('closed', bar.dataset.identifier ?? '');
    show();
  });
  addEventListener('online', () => void ask());
  addEventListener('offline', () => {
    hasFailed = true;
    show();
  });
  document.addEventListener('visibilitychange', askIfDue);
  addEventListener('pageshow', askIfDue);
  setInterval(askIfDue, 10_000);
  show();
  void ask();

  function askIfDue(): void {
    if (document.visibilityState !== 'visible') return;
    show();
    if (Math.abs(Date.now() - askedAt) >= POLL_MS) void ask();
  }

  async function ask(): Promise<void> {
    askedAt = Date.now();
    const bound = new AbortController();
    const tooLong = setTimeout(() => bound.abort(), ANSWER_WITHIN_MS);
    try {
      const response = await fetch(`${base}alerts.json`, { cache: 'no-store', signal: bound.signal });
      const answer = response.ok ? readAlertList(await response.json()) : undefined;
      hasFailed = !answer;
      if (answer) {
        // A cache on the way may answer with an older list than the one before.
        known = { list: newerList(known.list, answer), checkedAt: Date.now() };
        write('localStorage', storeName, JSON.stringify(known));
      }
    } catch {
      hasFailed = true;
    }
    clearTimeout(tooLong);
    show();
  }

  /** The page's own list, or the one that was last fetched where that is of a later build. */
  function lastKnown(): Known {
    const own = { list: settings.list, checkedAt: Date.parse(settings.list.builtAt) };
    try {
      const stored = JSON.parse(read('localStorage', storeName) ?? '') as { list: unknown; checkedAt: unknown };
      const list = readAlertList(stored.list);
      const { checkedAt } = stored;
      // One that claims to be of a day to come was built by mistake, and would be believed until then.
      if (!list || typeof checkedAt !== 'number' || Date.parse(list.builtAt) > Date.now() + DAY_MS) return own;
      return newerList(settings.list, list) === list
        ? { list, checkedAt }
        : { ...own, checkedAt: Math.max(own.checkedAt, checkedAt) };
    } catch {
      return own;
    }
  }

  function show(): void {
    const { list } = known;
    const at = judgedAt(list, Date.now());
    const shown = shownAlerts(list, at, ownIncident);
    const [first] = shown;
    if (built) showBuilt(built, shown, first);
    showBar(first, shown.length - 1, at);
    for (const element of document.querySelectorAll<HTMLElement>('[data-from],[data-until]')) {
      const { from, until } = element.dataset;
      element.hidden =
        (from !== undefined && at < Date.parse(from)) || (until !== undefined && at >= Date.parse(until));
    }
    clearTimeout(timer);
    const next = nextBoundary(list, at);
    if (next !== undefined) timer = window.setTimeout(show, Math.min(next - at, LONGEST_TIMER_MS));
  }

  /** The alert that stands in the page: its box keeps its height whatever becomes of it. */
  function showBuilt(box: HTMLElement, shown: ListedAlert[], first: ListedAlert | undefined): void {
    const { identifier, incident } = box.dataset;
    const isCurrent = first?.identifier === identifier;
    const isFollowed = shown.some((alert) => alert.incident === incident);
    const said = find(box, '.alert-said');
    if (said.hidden !== isCurrent) return;
    const height = box.offsetHeight;
    box.style.minBlockSize = isCurrent ? '' : `${height}px`;
    box.classList.toggle('alert-past', !isCurrent);
    said.hidden = !isCurrent;
    const changed = find(box, '.alert-changed');
    changed.hidden = isCurrent;
    changed.textContent = isFollowed ? words.newer : words.over;
  }

  function showBar(first: ListedAlert | undefined, more: number, at: number): void {
    const isInPage = first?.identifier === built?.dataset.identifier;
    const alert = first && !isInPage && !has('closed', first.identifier) ? first : undefined;
    const found = alert && wordsOf(alert, language);
    const here = ownIncident === undefined ? undefined : newestOf(known.list, ownIncident, at);
    const isOutdated = here !== undefined && newestHere !== undefined && here.identifier !== newestHere;
    const notes = [
      ...(isOutdated ? [words.outdated] : []),
      ...(hasFailed && (first || ownIncident !== undefined)
        ? [words.asOf.replace('{moment}', momentText(known.checkedAt, moments))]
        : []),
    ];
    fill('.alert-label', alert ? labelOf(alert) : '');
    const link = fill('.alert-headline a', found?.words.headline ?? '') as HTMLAnchorElement;
    find(bar, '.alert-headline').hidden = !found;
    if (found) {
      link.href = servedAddress(found.words.page, publicBase, base);
      link.lang = found.language;
      link.dir = 'auto';
      keepForLater(link.href);
    }
    const instruction = fill('.alert-instruction', found?.words.instruction ?? '');
    instruction.dir = 'auto';
    const ends = alert && momentText(Date.parse(alert.expiresAt), moments);
    fill('.alert-times', ends ? words.until.replace('{moment}', ends) : '');
    fill('.alert-note', notes.join(' '));
    const others = find(bar, '.alert-more') as HTMLAnchorElement;
    if (isOutdated) {
      others.href = location.pathname;
      others.textContent = words.reload;
    } else {
      others.href = `${base}${language}/alerts/`;
      others.textContent = alert && more > 0 ? words.more.replace('{number}', String(more)) : words.all;
    }
    const isClosable = alert !== undefined;
    find(bar, 'button').hidden = !isClosable;
    bar.dataset.identifier = alert?.identifier ?? '';
    bar.className = `alert-bar${alert ? ` alert-${alert.severity}` : ''}`;
    bar.hidden = !alert && notes.length === 0;
    // What the bar covers can be scrolled out from under it.
    const { classList, style } = document.documentElement;
    classList.toggle('has-alert-bar', !bar.hidden);
    style.setProperty('--alert-bar', `${bar.offsetHeight}px`);
    if (alert && found && !has('met', alert.identifier)) {
      notice('met', alert.identifier);
      live.lang = found.language;
      live.textContent = `${labelOf(alert)}. ${found.words.headline}. ${found.words.instruction}`;
    }
  }

  function labelOf({ severity }: ListedAlert): string {
    return [
      ...(known.list.demonstration ? [settings.demonstrationWord] : []),
      words.alert,
      words.severity[severity] ?? words.severity.unknown,
    ].join(' · ');
  }

  function fill(selector: string, text: string): HTMLElement {
    const element = find(bar, selector);
    // Written only when it is another text: a screen reader reads on undisturbed.
    if (element.textContent !== text) element.textContent = text;
    element.hidden = text === '';
    return element;
  }

  /** Remembers for this visit what the visitor met or closed. */
  function notice(what: 'met' | 'closed', identifier: string): void {
    if (!has(what, identifier)) write('sessionStorage', `${storeName}${what}`, `${noticed(what)}${identifier}\n`);
  }

  function has(what: 'met' | 'closed', identifier: string): boolean {
    return noticed(what).split('\n').includes(identifier);
  }

  function noticed(what: 'met' | 'closed'): string {
    return read('sessionStorage', `${storeName}${what}`) ?? '';
  }
}

// A browser may keep nothing for a site, and says so with an exception even where the store is named.
const memory = new Map<string, string>();

type StoreName = 'localStorage' | 'sessionStorage';

function read(store: StoreName, name: string): string | null {
  try {
    return window[store].getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

function write(store: StoreName, name: string, value: string): void {
  memory.set(name, value);
  try {
    window[store].setItem(name, value);
  } catch {
    // What was just kept in memory lasts as long as the page.
  }
}

function find(within: HTMLElement, selector: string): HTMLElement {
  const element = within.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector} in the region of alerts`);
  return element;
}
