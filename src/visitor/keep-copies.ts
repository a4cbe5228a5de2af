/** Registers the worker that keeps what was read for reading without a connection. Browsers that have none go without. */
export function keepCopies(base: string): void {
  if (!('serviceWorker' in navigator)) return;
  // After the page: a slow line carries the page first.
  const register = () => void navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
