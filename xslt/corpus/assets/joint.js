/* The joint search: `joint` comes from search-documents.js, the words of each beginning from a script of their own when they are asked for. */
'use strict';
{
  const form = document.querySelector('.seek');
  const say = document.querySelector('[role="status"]');
  const results = document.querySelector('.results');
  const documents = new Map(joint.documents.map((one) => [one[0], one]));
  const shards = new Set(joint.shards);
  const PAGE = 40;
  const LETTERS = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ς: 'σ', '’': "'", ʼ: "'", ʹ: "'", '`': "'" };
  const make = (name, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };

  /** A text without accents, ligatures and case, as toolkit/joint/words.py writes the words. */
  const fold = (text) => [...text.normalize('NFKD').toLowerCase()].filter((part) => !/[\p{M}\p{Cf}]/u.test(part)).map((part) => LETTERS[part] ?? part).join('');

  /** What is asked: words, each the beginning of one; or in quotation marks whole ones. */
  const terms = (query) => [...query.matchAll(/["“„«]([^"“”„«»]*)["“”»]?|([^\s"“”„«»]+)/g)].flatMap(([, phrase, words]) =>
    fold(phrase ?? words).replace(/'/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => ({ word, whole: phrase !== undefined })));

  /** The script that holds a word, as toolkit/joint/words.py shares them out. */
  const shard = (word) => {
    const first = word.codePointAt(0);
    if (first >= 0x2E80) return `x${(first >> 6).toString(16)}`;
    const start = [...word].slice(0, 2);
    return start.every((letter) => letter < '\u0080') ? start.join('') : start.map((letter) => letter.codePointAt(0).toString(16)).join('-');
  };

  const loaded = new Map();
  window.jointWords = (name, words) => loaded.get(name).done(words);
  const load = (name) => {
    if (!shards.has(name)) return Promise.resolve({});
    if (!loaded.has(name)) {
      const one = {};
      one.words = new Promise((done) => { one.done = done; });
      loaded.set(name, one);
      document.head.append(make('script', { src: `search-words/${name}.js`, onerror: () => one.done({}) }));
    }
    return loaded.get(name).words;
  };

  /** How often each document holds a term. */
  const holders = async ({ word, whole }) => {
    const words = await load(shard(word));
    const counts = new Map();
    for (const [held, places] of Object.entries(words)) {
      if (whole ? held !== word : !held.startsWith(word)) continue;
      for (const place of places.split(' ')) {
        const [number, times = '1'] = place.split(':');
        counts.set(Number(number), (counts.get(Number(number)) || 0) + Number(times));
      }
    }
    return counts;
  };

  /** The documents that hold all terms, those first in which they matter most: rare words, often, in a short text. */
  const find = async (asked) => {
    const found = await Promise.all(asked.map(holders));
    const [fewest, ...others] = [...found].sort((a, b) => a.size - b.size);
    const weight = (number) => found.reduce((sum, counts) => sum + Math.log(1 + documents.size / counts.size) * (1 + Math.log(counts.get(number))), 0)
      / Math.log(20 + documents.get(number)[4]);
    return [...fewest.keys()].filter((number) => documents.has(number) && others.every((counts) => counts.has(number)))
      .map((number) => ({ one: documents.get(number), times: found.map((counts) => counts.get(number)), weight: weight(number) }))
      .sort((a, b) => b.weight - a.weight);
  };

  const result = ({ one: [, folder, title, by], times }, asked, query) => make('li', {},
    make('a', { href: `${folder}/search.html#${new URLSearchParams({ q: query })}` }, title), ' ',
    make('small', {}, asked.map(({ word }, at) => `${word} ${times[at]}`).join(' · ')),
    make('p', {}, make('a', { href: `${folder}/index.html` }, say.dataset.read), by));

  const show = (hits, asked, query, many = PAGE) => {
    const list = make('ol', {}, ...hits.slice(0, many).map((hit) => result(hit, asked, query)));
    results.replaceChildren(list);
    if (hits.length <= many) return;
    const more = make('button', { type: 'button' }, say.dataset.others.replace('{1}', hits.length - many));
    more.addEventListener('click', () => {
      show(hits, asked, query, Infinity);
      results.querySelectorAll('li > a')[many].focus();
    });
    results.append(more);
  };

  let turn = 0;
  const update = async () => {
    const query = form.elements.q.value.trim();
    const asked = terms(query);
    const mine = turn += 1;
    const hits = asked.length ? await find(asked) : [];
    if (mine !== turn) return;
    show(hits, asked, query);
    say.textContent = !asked.length ? '' : hits.length ? say.dataset.found.replace('{1}', hits.length) : say.dataset.nothing;
    try { history.replaceState(null, '', query ? `#${new URLSearchParams({ q: query })}` : location.pathname); } catch { /* a browser that forbids it from a disk */ }
  };

  const recall = () => {
    form.elements.q.value = new URLSearchParams(location.hash.slice(1) || location.search).get('q') || '';
    update();
  };

  let waiting;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(update, 120); };
  form.addEventListener('submit', (event) => { event.preventDefault(); soon(); });
  form.addEventListener('input', soon);
  addEventListener('hashchange', recall);
  form.classList.add('ready');
  recall();
}
