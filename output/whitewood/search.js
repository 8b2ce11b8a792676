/* The search, in the page alone: `searched` comes from search-index.js, so it works from a disk as well as from a server. */
'use strict';
{
  const form = document.querySelector('.seek');
  const say = document.querySelector('[role="status"]');
  const { sections, entities, blocks } = searched;
  document.querySelector('.found').append(document.getElementById('found').content);
  const [results, facets, entries] = ['.results', '.facets', '.entries'].map((name) => document.querySelector(name));
  const LETTERS = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ς: 'σ', '’': "'", ʼ: "'", ʹ: "'", '`': "'" };
  const [REACH, SNIPPETS, FACETS, PAGE] = [70, 3, 8, 40];
  const isLetter = (letter) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  const make = (name, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };

  /** A text without accents, ligatures and case, and where each of its letters stood; `…` stays, for it parts phrases. */
  const fold = (text) => {
    let folded = '';
    const at = [];
    let index = 0;
    for (const letter of text) {
      for (const part of letter === '…' ? letter : letter.normalize('NFKD').toLowerCase()) {
        if (/[\p{M}\p{Cf}]/u.test(part)) continue;
        const plain = LETTERS[part] ?? part;
        for (let unit = 0; unit < plain.length; unit += 1) at.push(index);
        folded += plain;
      }
      index += letter.length;
    }
    at.push(index);
    return { folded, at };
  };
  const texts = new Map();
  const foldOnce = (text) => texts.get(text) ?? texts.set(text, fold(text)).get(text);

  /** What is asked: words, each the beginning of one; or in quotation marks a phrase, as it stands. */
  const terms = (query) => [...query.matchAll(/["“„«]([^"“”„«»]*)["“”»]?|([^\s"“”„«»]+)/g)].map(([, phrase, word]) => {
    const words = fold(phrase ?? word).folded.replace(/'/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const pattern = words.map((one) => [...one].join("'?")).join('[^\\p{L}\\p{N}…]+');
    return words.length ? { pattern: new RegExp(pattern, 'gu'), whole: phrase !== undefined } : null;
  }).filter(Boolean);

  /** Where a text holds a term, from letter to letter. */
  const places = (text, { pattern, whole }) => {
    const { folded, at } = foldOnce(text);
    const found = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
      let end = match.index + match[0].length;
      if (!isLetter(folded[match.index - 1]) && !(whole && isLetter(folded[end]))) {
        while (isLetter(folded[end])) end += 1;
        found.push([at[match.index], at[end]]);
      }
      pattern.lastIndex = match.index + 1;
    }
    return found;
  };

  /** What is found in one block: nothing, or where all terms stand in it. */
  const matches = (text, asked) => {
    const found = asked.map((term) => places(text, term));
    return found.every((each) => each.length) ? found.flat().sort(([a], [b]) => a - b) : null;
  };

  /** Pieces of a text around what is found in it, and how many places they leave out. */
  const snippets = (text, found) => {
    const windows = [];
    let shown = 0;
    for (const [start, end] of found.length ? found : [[0, 0]]) {
      const last = windows.at(-1);
      if (last && start - REACH <= last.end) last.end = Math.max(last.end, end + REACH);
      else if (windows.length < SNIPPETS) windows.push({ start: Math.max(0, start - REACH), end: end + REACH + (found.length ? 0 : REACH) });
      else break;
      shown += 1;
    }
    return { windows: windows.map((window) => trimmed(text, window)), left: found.length - Math.min(shown, found.length) };
  };
  const trimmed = (text, { start, end }) => {
    const from = start > 0 ? text.indexOf(' ', start) + 1 || start : 0;
    const to = end < text.length ? text.lastIndexOf(' ', end) : text.length;
    return [from, to > from ? to : Math.min(end, text.length)];
  };
  const marked = (text, [from, to], found) => {
    const line = make('p');
    let at = from;
    if (from > 0) line.append('… ');
    for (const [start, end] of found) {
      if (start < at || end > to) continue;
      line.append(text.slice(at, start), make('mark', {}, text.slice(start, end)));
      at = end;
    }
    line.append(text.slice(at, to), to < text.length ? ' …' : '');
    return line;
  };

  const state = { query: '', chosen: new Set(), shown: PAGE };
  const kinds = () => new Set([...form.querySelectorAll('[name="in"]:checked')].map((box) => box.value));

  const find = () => {
    const asked = terms(state.query);
    const wanted = kinds();
    if (!asked.length && !state.chosen.size) return null;
    return blocks.flatMap((block) => {
      const [, kind, , , text, named] = block;
      if (!wanted.has(kind) || ![...state.chosen].every((entity) => named.includes(entity))) return [];
      const found = matches(text, asked);
      return found ? [{ block, found }] : [];
    });
  };

  const result = ({ block: [id, kind, n, , text], found }) => {
    const { windows, left } = snippets(text, found);
    const name = kind === 'note' ? say.dataset.note + n : n ? `¶ ${n}` : kind;
    const label = [...form.querySelectorAll('[name="in"]')].find((box) => box.value === kind).dataset.one;
    const item = make('li', {}, make('a', { href: `index.html#${id}` }, n ? name : label));
    if (n && (kind === 'summary' || kind === 'quotation')) item.append(' ', make('small', {}, label));
    item.append(...windows.map((window) => marked(text, window, found)));
    if (left > 0) item.append(make('small', {}, say.dataset.more.replace('{1}', left)));
    return item;
  };

  const showResults = (hits) => {
    results.replaceChildren();
    let list;
    let last;
    for (const hit of hits.slice(0, state.shown)) {
      const section = hit.block[3];
      if (section !== last) results.append(make('h2', {}, sections[section]), list = make('ol'));
      last = section;
      list.append(result(hit));
    }
    if (hits.length > state.shown) {
      const more = make('button', { type: 'button' }, say.dataset.others.replace('{1}', hits.length - state.shown));
      more.addEventListener('click', () => {
        const at = state.shown;
        state.shown = Infinity;
        showResults(hits);
        results.querySelectorAll('li a')[at]?.focus();
      });
      results.append(more);
    }
  };

  const showFacets = (hits) => {
    const counts = new Map([...state.chosen].map((entity) => [entity, 0]));
    hits.forEach(({ block }) => block[5].forEach((entity) => counts.set(entity, (counts.get(entity) || 0) + 1)));
    const open = new Set([...facets.querySelectorAll('details[open]')].map((facet) => facet.dataset.kind));
    facets.querySelectorAll('details').forEach((facet) => facet.remove());
    for (const kind of Object.keys(say.dataset).filter((key) => entities.some((entity) => entity[0] === key))) {
      const here = [...counts].filter(([entity]) => entities[entity][0] === kind)
        .sort(([a, m], [b, n]) => state.chosen.has(b) - state.chosen.has(a) || n - m || entities[a][1].localeCompare(entities[b][1]));
      if (!here.length) continue;
      const options = here.map(([entity, count], index) => {
        const box = make('input', { type: 'checkbox', value: entity, checked: state.chosen.has(entity) });
        return make('li', { hidden: index >= FACETS }, make('label', {}, box, ` ${entities[entity][1]} `, make('small', {}, count)));
      });
      const facet = make('details', { open: open.has(kind) || here.some(([entity]) => state.chosen.has(entity)) },
        make('summary', {}, `${say.dataset[kind]} `, make('small', {}, here.length)), make('ul', {}, ...options));
      facet.dataset.kind = kind;
      if (here.length > FACETS) {
        const more = make('button', { type: 'button' }, say.dataset.others.replace('{1}', here.length - FACETS));
        more.addEventListener('click', () => {
          options.forEach((option) => { option.hidden = false; });
          options[FACETS].querySelector('input').focus();
          more.remove();
        });
        facet.append(more);
      }
      facets.append(facet);
    }
    facets.hidden = !facets.querySelector('details');
    facets.querySelector('.clear').hidden = !state.chosen.size;
  };

  const showEntries = (asked) => {
    const found = asked.length ? entities.filter(([, label, others]) => matches(`${label} | ${others}`, asked)) : [];
    entries.hidden = !found.length;
    entries.querySelector('ul').replaceChildren(...found.slice(0, FACETS).map(([kind, label, , address]) => make('li', {},
      make('a', { href: address }, label), ' ', make('small', {}, say.dataset[kind]))));
  };

  const remember = () => {
    const kept = new URLSearchParams();
    if (state.query) kept.set('q', state.query);
    state.chosen.forEach((entity) => kept.append('e', entities[entity][3].split('#')[1]));
    try { history.replaceState(null, '', `#${kept}`); } catch { /* a browser that forbids it from a disk */ }
  };

  const update = () => {
    const hits = find();
    showEntries(terms(state.query));
    showResults(hits || []);
    showFacets(hits || blocks.map((block) => ({ block })));
    say.textContent = hits ? (hits.length ? say.dataset.found.replace('{1}', hits.length) : say.dataset.nothing) : '';
    remember();
  };

  const recall = () => {
    const kept = new URLSearchParams(location.hash.slice(1) || location.search);
    state.query = kept.get('q') || '';
    const ids = kept.getAll('e');
    state.chosen = new Set(entities.flatMap(([, , , address], index) => (ids.includes(address.split('#')[1]) ? [index] : [])));
    form.elements.q.value = state.query;
    update();
  };

  let waiting;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(() => { state.query = form.elements.q.value; state.shown = PAGE; update(); }, 120); };
  form.addEventListener('submit', (event) => { event.preventDefault(); soon(); });
  form.addEventListener('input', soon);
  facets.addEventListener('change', ({ target }) => {
    const entity = Number(target.value);
    state.chosen[target.checked ? 'add' : 'delete'](entity);
    state.shown = PAGE;
    update();
    facets.querySelector(`input[value="${entity}"]`)?.focus();
  });
  facets.querySelector('.clear').addEventListener('click', () => { state.chosen.clear(); update(); form.elements.q.focus(); });
  addEventListener('hashchange', recall);
  form.classList.add('ready');
  recall();
}
