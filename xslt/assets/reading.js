/* The reading page with scripts: where the notes stand, cards, names to follow, what to copy. It is whole without them. */
'use strict';

// The page is painted first, then helped.
new Promise((painted) => {
  setTimeout(painted, document.hidden ? 0 : 1000);
  new PerformanceObserver(painted).observe({ type: 'paint', buffered: true });
}).then(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const create = (tag, more) => Object.assign(document.createElement(tag), more);
  const blank = (name) => one(`#${name}-blank`).content.firstElementChild.cloneNode(true);
  const root = document.documentElement, text = one('.text'), tools = one('.tools');
  root.dataset.whole = '';
  const target = (link) => decodeURIComponent(link.hash.slice(1));

  // What there is to say of each entry comes when a reader first does something
  let known;
  const know = () => (known ??= new Promise((done) => {
    document.head.append(create('script', { src: 'cards.js', onload: done, onerror: done }));
  }));

  // Notes: beside their line where there is room, under the paragraph, or at the end

  const list = one('.notes'), end = one('[role="doc-endnotes"]');
  const notes = all('.notes > li'), calls = notes.map((note) => byId(note.id + '-ref'));
  const room = matchMedia('(min-width: 64rem)'), buttons = [];
  const view = () => { const wanted = remember('notes') || 'side'; return wanted === 'side' && !room.matches ? 'below' : wanted; };

  function copyOf(note) {
    const copy = document.createDocumentFragment();
    copy.append(...[...note.childNodes].map((node) => node.cloneNode(true)));
    all('[role="doc-backlink"]', copy).forEach((link) => link.remove());
    all('[id]', copy).forEach((node) => node.removeAttribute('id'));
    all('[aria-description]', copy).forEach((link) => { link.title = link.ariaDescription; });
    return copy;
  }

  function place() {
    if (root.dataset.notes !== 'side') return;
    const glosses = all('.gloss').filter((gloss) => gloss.offsetHeight), origin = text.getBoundingClientRect().top;
    glosses.forEach((gloss) => { gloss.style.top = ''; });
    const line = (node) => node.getBoundingClientRect().top - origin;
    const margin = [...glosses.map((node) => ({ node, y: line(node), from: line(node) })),
      ...notes.map((node, i) => ({ node, y: line(calls[i]) - 5, from: 0 }))].sort((a, b) => a.y - b.y);
    const heights = margin.map(({ node }) => node.offsetHeight);
    let free = 0;
    margin.forEach(({ node, y, from }, i) => {
      const at = Math.max(free, y);
      node.style.top = at - from + 'px';
      free = at + heights[i] + 10;
    });
    end.style.minHeight = Math.max(0, free - end.offsetTop) + 'px';
  }

  function toggle(i) {
    const button = buttons[i], open = button.getAttribute('aria-expanded') !== 'true', id = notes[i].id + '-here';
    button.setAttribute('aria-expanded', open);
    if (!open) return byId(id).remove();
    const inset = blank('inset');
    inset.id = id;
    inset.dataset.at = i;
    inset.ariaLabel = button.ariaLabel;
    inset.append(copyOf(notes[i]));
    let before = button.closest('blockquote') || button.closest('p, h1, h2, h3, h4, li, div');
    while (before.nextElementSibling?.dataset.at < i) before = before.nextElementSibling;
    before.after(inset);
  }

  function arrange() {
    const now = view(), moved = [list, ...all('.gloss')];
    all('.tools [name="notes"]').forEach((radio) => { radio.checked = radio.value === (remember('notes') || 'side'); });
    if (!list || root.dataset.notes === now) return place();
    // What is taken out and set in again does not seem to move
    moved.forEach((node) => { node.hidden = true; node.style.top = ''; });
    void text.offsetHeight;
    root.dataset.notes = now;
    all('.inset').forEach((inset) => inset.remove());
    calls.forEach((link, i) => {
      if (now === 'below' && link.isConnected) {
        // The button lies over the number, whose line stays as it was
        const button = buttons[i] ??= create('button', { id: link.id, ariaLabel: blank('inset').ariaLabel.replace('#', link.textContent), onclick: () => toggle(i) });
        button.setAttribute('aria-expanded', false);
        link.replaceWith(button, create('span', { textContent: link.textContent, ariaHidden: 'true' }));
      } else if (now !== 'below' && !link.isConnected) buttons[i].parentElement.replaceChildren(link);
    });
    end.style.minHeight = '';
    moved.forEach((node) => { node.hidden = false; });
    place();
    const arrived = byId(location.hash.slice(1));
    if (list.contains(arrived)) arrived.scrollIntoView();
  }

  // Names: where each entry is mentioned, by its id

  const mentions = new Map();
  for (const link of all('a[href*=".html#"]', text)) {
    const mention = link.matches('.mark') ? link.parentElement : link;
    // What a short citation is to, a card will say
    if (link.title) { link.ariaDescription = link.title; link.removeAttribute('title'); }
    if (mention.id && !link.pathname.endsWith('/chronology.html')) mentions.set(target(link), [...(mentions.get(target(link)) || []), mention]);
  }
  const linkOf = (mention) => (mention.matches('a') ? mention : mention.lastElementChild);
  const about = (id) => window.cards?.[id] || [];
  const nameOf = (id) => {
    const link = linkOf(mentions.get(id)[0]);
    return about(id)[3] || link.ariaLabel || link.textContent.replace(/\s+/g, ' ');
  };

  // Cards: on hover and on focus; the pointer may enter them, Esc puts them away

  let card, opener, timer, silent;

  function refocus(link) {
    silent = link;
    link.focus({ preventScroll: true });
  }

  function putAway(back) {
    clearTimeout(timer);
    if (!card) return;
    const inside = card.contains(document.activeElement);
    const old = card;
    card = undefined;
    if (inside && back) refocus(opener);
    old.remove();
  }

  function show(link, made) {
    putAway();
    [card, opener] = [made, link];
    (link.closest('sup') || link).after(card);
    const line = link.getClientRects()[0], origin = card.offsetParent.getBoundingClientRect();
    const left = Math.min(line.left, innerWidth - card.offsetWidth - 16);
    const above = line.bottom + card.offsetHeight + 8 > innerHeight && line.top > card.offsetHeight;
    card.style.left = Math.max(8, left) - origin.left + 'px';
    card.style.top = (above ? line.top - card.offsetHeight - 6 : line.bottom + 6) - origin.top + 'px';
  }

  function entryCard(link) {
    const id = target(link), [said, life, form, , ...numbers] = about(id), made = blank('card');
    const places = mentions.get(id), head = one('.card-head', made);
    const add = (to, tag, words, more) => { if (words) to.append(create(tag, { textContent: words, ...more }), ' '); };
    add(head, 'a', nameOf(id), { href: link.href });
    const [, language, words] = /^(?:\[(.+?)\])?(.*)/.exec(form || '');
    add(head, 'span', words, { className: 'original', lang: language || window.formLanguage });
    add(head, 'span', life, { className: 'life' });
    const fullest = () => places.map((place) => copyOf(place).textContent.replace('›', '')).sort((a, b) => b.length - a.length)[0];
    one('.card-line', made).append(link.ariaDescription || said || (/(bibliography|archives)\.html$/.test(link.pathname) ? fullest() : ''));
    for (const number of numbers) {
      const [authority, value] = number.split(/:(.*)/), [called, address] = authorities[authority];
      one('.card-ids', made).append(called, ' ');
      add(one('.card-ids', made), address ? 'a' : 'span', value, address ? { href: address + value } : {});
    }
    const here = places.findIndex((place) => linkOf(place) === link);
    one('.mark-all span', made).textContent = places.length;
    for (const [name, by] of [['.previous', -1], ['.mark-all', 0], ['.next', 1]]) one(name, made).onclick = () => {
      follow(id, here);
      if (by) step(by);
      one(by < 0 ? '.previous' : '.next', bar).focus();
    };
    return made;
  }

  function noteCard(link) {
    const made = blank('card');
    made.replaceChildren(...copyOf(byId(target(link))).querySelectorAll('p'));
    return made;
  }

  function cardFor(link) {
    if (link.closest('.card, .inset, .followed-bar')) return undefined;
    if (link.getAttribute('role') === 'doc-noteref') return root.dataset.notes === 'end' ? noteCard : undefined;
    return mentions.has(target(link)) && link.pathname !== location.pathname ? entryCard : undefined;
  }

  function consider(node) {
    if (card && (card.contains(node) || opener.contains(node))) return clearTimeout(timer);
    const link = node.closest?.('a'), maker = link && text.contains(link) && cardFor(link);
    clearTimeout(timer);
    const turn = timer = setTimeout(async () => {
      if (!maker) return putAway();
      await know();
      if (timer === turn) show(link, maker(link));
    }, maker ? 350 : 250);
  }

  function light(node, on) {
    const link = node.closest?.('[role="doc-noteref"]');
    if (link) byId(target(link)).classList.toggle('lit', on);
  }

  document.addEventListener('pointerover', (event) => { light(event.target, true); if (event.pointerType !== 'touch') consider(event.target); });
  document.addEventListener('pointerout', (event) => light(event.target, false));
  text.addEventListener('focusin', (event) => {
    light(event.target, true);
    if (event.target === silent) silent = undefined;
    else if (event.target.matches(':focus-visible')) consider(event.target);
  });
  text.addEventListener('focusout', (event) => light(event.target, false));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (card) putAway(true);
    else if (copying) close();
    else unfollow();
  });

  // A name that is followed: every mention is marked, a strip shows where they stand; the bar comes next after the tools

  let followed = [], at = 0, bar, strip;

  function unfollow() {
    if (!bar) return;
    const inside = bar.contains(document.activeElement), link = linkOf(followed[at]);
    followed.forEach((mention) => mention.classList.remove('followed', 'here'));
    bar.remove();
    strip.remove();
    [followed, bar] = [[], undefined];
    if (tools) one('select', tools).value = '';
    if (inside) refocus(link);
  }

  function follow(id, from = 0) {
    unfollow();
    putAway(true);
    [followed, at] = [mentions.get(id), Math.max(0, from)];
    bar = blank('follow');
    Object.assign(one('.who', bar), { textContent: nameOf(id), href: linkOf(followed[0]).href });
    one('.previous', bar).onclick = () => step(-1);
    one('.next', bar).onclick = () => step(1);
    one('.close', bar).onclick = () => { bar.lastElementChild.focus(); unfollow(); };
    strip = create('div', { className: 'strip', ariaHidden: 'true' });
    strip.append(...followed.map((mention, i) => create('i', { onclick: () => step(i - at) })));
    followed.forEach((mention) => mention.classList.add('followed'));
    document.body.append(strip);
    (tools || list || text).after(bar);
    if (tools) one('select', tools).value = id;
    draw();
    tell();
  }

  // A live region speaks of what changes in it after it has come
  function tell() {
    setTimeout(() => { if (bar) one('.where', bar).textContent = `${at + 1} / ${followed.length}`; }, 100);
  }

  function draw() {
    followed.forEach((mention, i) => {
      mention.classList.toggle('here', i === at);
      strip.children[i].className = i === at ? 'here' : '';
      strip.children[i].style.top = 100 * (mention.getBoundingClientRect().top + scrollY) / root.scrollHeight + '%';
    });
  }

  function step(by) {
    at = (at + by + followed.length) % followed.length;
    followed[at].scrollIntoView({ block: 'center' });
    draw();
    tell();
  }

  // What to copy: link, citation, quotation

  let copying;

  function close() {
    if (!copying) return;
    const number = copying.previousElementSibling;
    number.setAttribute('aria-expanded', false);
    if (copying.contains(document.activeElement)) number.focus();
    copying.remove();
    copying = undefined;
  }

  function offer(number) {
    const again = copying?.previousElementSibling === number, selected = String(getSelection());
    close();
    if (again) return;
    copying = blank('copy');
    number.setAttribute('aria-expanded', true);
    number.after(copying);
    const block = number.parentElement, { citation, home, author } = copying.dataset;
    const address = (home || location.href.split('#')[0]) + number.hash, place = '¶ ' + number.textContent;
    const words = copyOf(one('.prose, .regest', block));
    all('sup, .mark, .corr, .pb', words).forEach((node) => node.remove());
    const passage = (selected && block.textContent.includes(selected) ? selected : words.textContent).replace(/\s+/g, ' ').trim();
    const said = { link: address, citation: `${citation}, ${place}. ${address}`, quotation: `“${passage}” (${author}, ${place}) ${address}` };
    copying.onclick = (event) => { if (event.target.value) copy(said[event.target.value]); };
  }

  async function copy(words) {
    const status = one('[role="status"]', copying);
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const field = create('textarea', { value: words });
      copying.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
    status.textContent = status.dataset.done;
  }

  text.addEventListener('click', (event) => { const number = event.target.closest('a.number'); if (number) offer(number); });

  // The tools

  function plain() {
    const kinds = all('.kinds input:not([value="all"])', tools), every = one('.kinds [value="all"]', tools);
    const files = { works: ['bibliography', 'archives'], dates: ['chronology'] };
    for (const box of kinds) for (const file of files[box.value] || [box.value]) {
      for (const link of all(`a[href^="${file}"]`, text)) {
        link.classList.toggle('plain', !box.checked);
        if (link.matches('.mark')) link.parentElement.classList.toggle('plain', !box.checked);
      }
    }
    remember('plain', kinds.filter((box) => !box.checked).map((box) => box.value).join(' '));
    every.checked = kinds.every((box) => box.checked);
    every.indeterminate = !every.checked && kinds.some((box) => box.checked);
  }

  if (tools) {
    tools.open = matchMedia('(min-width: 80rem)').matches;
    const hidden = (remember('plain') || '').split(' '), groups = new Map();
    all('.kinds input', tools).forEach((box) => { box.checked = !hidden.includes(box.value); });
    plain();
    const fill = () => {
      for (const [id, places] of [...mentions].sort(([a], [b]) => nameOf(a).localeCompare(nameOf(b)))) {
        const file = linkOf(places[0]).pathname.replace(/.*\//, '');
        if (!groups.has(file)) groups.set(file, create('optgroup', { label: one(`.masthead a[href="${file}"]`)?.textContent || file }));
        groups.get(file).append(new Option(`${nameOf(id)} (${places.length})`, id));
      }
      one('select', tools).append(...groups.values());
    };
    for (const event of ['pointerover', 'focusin', 'keydown']) document.addEventListener(event, () => known || know().then(fill), { once: true });
    tools.addEventListener('change', ({ target: box }) => {
      if (box.name === 'notes') { remember('notes', box.value); arrange(); }
      else if (box.matches('select')) { if (box.value) { follow(box.value); step(0); } else unfollow(); }
      else if (box.closest('.summaries')) { root.dataset.summaries = remember('summaries', box.checked ? 'on' : 'off'); arrange(); }
      else { if (box.value === 'all') all('.kinds input', tools).forEach((kind) => { kind.checked = box.checked; }); plain(); }
    });
    const summaries = one('.summaries input', tools);
    if (summaries) { root.dataset.summaries = remember('summaries') || 'on'; summaries.checked = root.dataset.summaries === 'on'; }
  }
  arrange();
  room.addEventListener('change', arrange);
  new ResizeObserver(() => { place(); draw(); }).observe(text);
});
