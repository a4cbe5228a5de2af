/**
 * Where a page stands in for a film of YouTube with a link, a click plays it in its place, from the address of YouTube that sets no
 * cookies before. Until then nothing is asked of anybody; without this script the link leads there.
 */
export function playFilms(): void {
  document.addEventListener('click', (event) => {
    const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-embed]') : null;
    if (!link || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
    event.preventDefault();
    const { embed = '', title = '', language = '' } = link.dataset;
    const frame = document.createElement('iframe');
    const asked = `autoplay=1&cc_load_policy=1&cc_lang_pref=${language}&hl=${language}&rel=0`;
    frame.src = `https://www.youtube-nocookie.com/embed/${embed}?${asked}`;
    frame.title = title;
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
    // The player refuses to play for a page that does not say whose it is.
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.className = 'film-frame';
    link.replaceWith(frame);
    frame.focus();
  });
}
