/* The finding pages with scripts: a box that filters, an order to choose, tables to sort, pictures that lead somewhere. */
'use strict';
{
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const fold = (text) => text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').replace(/[’‘ʹʼ]/g, "'").toLowerCase();
  const number = (text) => parseFloat(String(text).replace('−', '-'));
  /** The number of a note closed off, so that “n. 4” does not find “n. 42”. */
  const closed = (text) => text.replace(/(\p{L}+\.)\s*(\d+)/gu, '$1$2,');
  const collator = new Intl.Collator(document.documentElement.lang, { sensitivity: 'base', numeric: true });

  /** What can be filtered: the rows of a table, or the entries of an index, each with the words it is found by. */
  const items = all('.sortable tbody tr').length ? all('.sortable tbody tr') : all('.entry');
  const words = items.map((item) => fold((item.matches('tr') ? [item] : all('h3, .variants, .description, .reference', item))
    .map((part) => part.textContent).join(' ') + ' ' + all('.citing a, .unit > .headword', item).map((link) => closed(link.textContent)).join(' ')
    + ' ' + all('.Z3988', item).map((span) => [...new URLSearchParams(span.title).values()].join(' ')).join(' ')));

  const form = document.querySelector('.filter');
  if (form) {
    const [box, order, shown] = ['input', 'select', 'output'].map((name) => form.querySelector(name));
    const groups = all('.group, .branch > li:not(.entry)').filter((group) => group.querySelector('.entry'));
    // Groups of kinds stay under any order; groups by letter are an order themselves
    const kinds = groups.some((group) => group.matches('.kind'));
    const home = new Map(items.map((item) => [item, item.parentNode]));
    const flat = document.createElement(items[0]?.matches('li') ? 'ul' : 'section');
    flat.className = 'group';
    flat.hidden = true;
    groups[0]?.before(flat);

    const filter = () => {
      const sought = fold(closed(box.value)).split(/\s+/).filter(Boolean);
      let count = 0;
      items.forEach((item, index) => {
        item.hidden = !sought.every((word) => words[index].includes(word));
        if (!item.hidden) count += 1;
      });
      shown.textContent = sought.length ? shown.dataset.shown.replace('{1}', count).replace('{2}', items.length) : '';
      groups.forEach((group) => {
        group.hidden = !group.querySelector('.entry:not([hidden])');
        const way = document.querySelector(`.jump a[href="#${group.querySelector(':scope > h2')?.id}"]`);
        if (way) way.parentNode.hidden = group.hidden;
      });
    };
    const key = {
      mentions: (item) => -number(item.dataset.mentions || 0),
      documents: (item) => -number(item.dataset.documents || 0),
      first: (item) => number(item.dataset.first ?? Infinity),
      date: (item) => item.dataset.date || '9999',
      name: (item) => item.querySelector('.headword').textContent,
    };
    const arrange = () => {
      const given = order.value === order.options[0].value;
      flat.hidden = given || kinds;
      const sorted = given ? items : items.map((item) => [key[order.value](item), item])
        .sort(([a], [b]) => (typeof a === 'number' ? (a > b) - (a < b) : collator.compare(a, b))).map(([, item]) => item);
      sorted.forEach((item) => (given || kinds ? home.get(item) : flat).append(item));
      filter();
    };
    form.addEventListener('submit', (event) => event.preventDefault());
    box.addEventListener('input', filter);
    order?.addEventListener('change', arrange);
    addEventListener('hashchange', () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target?.closest('[hidden]')) { box.value = ''; filter(); target.scrollIntoView(); }
    });
    form.classList.add('ready');
    if (order?.selectedIndex > 0) arrange(); else if (box.value) filter();
  }

  all('.styles input').forEach((style) => {
    if (remember('style') === style.id) style.checked = true;
    style.addEventListener('change', () => remember('style', style.id));
  });

  all('.sortable').forEach((table) => {
    const body = table.tBodies[0];
    const heads = all('thead th', table);
    const value = (row, column) => row.cells[column].dataset.n ?? row.cells[column].textContent.trim();
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      const numeric = all('tr', body).every((row) => !value(row, column) || !Number.isNaN(number(value(row, column))));
      button.addEventListener('click', () => {
        const up = head.ariaSort ? head.ariaSort === 'descending' : !body.rows[0]?.cells[column].dataset.n;
        heads.forEach((other) => other.removeAttribute('aria-sort'));
        head.ariaSort = up ? 'ascending' : 'descending';
        const compare = numeric ? (a, b) => (number(a) || 0) - (number(b) || 0) : collator.compare;
        body.append(...all('tr', body).map((row) => [value(row, column), row])
          .sort(([a], [b]) => (up ? 1 : -1) * compare(a, b)).map(([, row]) => row));
      });
    });
  });

  // The lists below a picture are the way for the keyboard; a mouse may take the short one.
  all('.picture').forEach((picture) => {
    picture.classList.add('live');
    picture.addEventListener('click', (event) => {
      const part = event.target.closest('[data-to]');
      if (part) location.href = part.dataset.to;
    });
  });
}
