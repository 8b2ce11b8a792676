/* What every page does with scripts: it remembers a reader's choices, and an old address still leads somewhere. */
'use strict';

/** What the reader chose before, or keep a choice; a browser that forbids it only forgets. */
function remember(key, value) {
  try {
    if (value === undefined) return localStorage.getItem('teikit-' + key);
    localStorage.setItem('teikit-' + key, value);
  } catch { /* forgotten */ }
  return value;
}

{
  // The switch is pressed where it is dark; what the system has as well is left to the system
  const root = document.documentElement, button = document.querySelector('.theme'), dark = matchMedia('(prefers-color-scheme: dark)');
  const system = () => (dark.matches ? 'dark' : 'light'), now = () => root.dataset.theme || system();
  const dress = (theme) => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    button?.setAttribute('aria-pressed', now() === 'dark');
  };
  dress(remember('theme'));
  dark.addEventListener('change', () => dress(root.dataset.theme));
  button?.addEventListener('click', () => {
    const wanted = now() === 'dark' ? 'light' : 'dark';
    dress(remember('theme', wanted === system() ? '' : wanted));
  });

  // Only a page opened at its top may be painted before all of it is laid out.
  if (location.hash || performance.getEntriesByType('navigation')[0]?.type !== 'navigate') root.dataset.whole = '';

  // A mention that went away leads to its paragraph or note.
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const block = id.replace(/\.[md]\d+$/, '');
    if (block !== id && !document.getElementById(id) && document.getElementById(block)) location.replace('#' + block);
  };
  arrive();
  addEventListener('hashchange', arrive);
}
