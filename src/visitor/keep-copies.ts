/** Registers the worker that keeps what was read for reading without a connection. Browsers that have none go without. */
export function keepCopies(base: string): void {
  if (!('serviceWorker' in navigator)) return;
  // After the page: a slow line carries the page first.
  const register = () => void navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}

const asked = new Set<string>();

/** Asks the worker, once it is there, to keep a page that the reader has not opened yet. */
export function keepForLater(page: string | undefined): void {
  if (!('serviceWorker' in navigator) || page === undefined || asked.has(page)) return;
  asked.add(page);
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ keep: page }));
}
