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
  const root = document.documentElement;
  const dress = (theme) => { if (theme) root.dataset.theme = theme; };
  dress(remember('theme'));
  document.querySelector('.theme')?.addEventListener('click', () => {
    const dark = (root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : '')) === 'dark';
    dress(remember('theme', dark ? 'light' : 'dark'));
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
