// Sort and filter the bibliography. Without this script the page is a plain list of every entry.
const groups = [...document.querySelectorAll("main section.group")];
const entries = groups.flatMap((group) => [...group.querySelectorAll(":scope > .entry")]);
const plain = (text) => text.normalize("NFD").replace(/\p{M}|['’ʹ]/gu, "").toLowerCase();
const words = new Map(entries.map((entry) => [entry, plain(entry.textContent)]));
const place = new Map(entries.map((entry, n) => [entry, n]));
const number = (entry, name) => Number(entry.dataset[name] || 0);
const orders = {
  name: ["Name", (a, b) => place.get(a) - place.get(b)],
  year: ["Year", (a, b) => number(a, "year") - number(b, "year") || place.get(a) - place.get(b)],
  cited: ["Times cited", (a, b) => number(b, "cited") - number(a, "cited") || place.get(a) - place.get(b)],
};

function field(text, control) {
  const label = document.createElement("label");
  label.append(text, control);
  return label;
}

function choice(options) {
  const select = document.createElement("select");
  for (const [value, text] of options) select.add(new Option(text, value));
  return select;
}

const filter = Object.assign(document.createElement("input"), { type: "search" });
const order = choice(Object.entries(orders).map(([value, [text]]) => [value, text]));
const style = choice([["notes", "Notes and bibliography"], ["date", "Author–date too"]]);
const shown = document.createElement("output");
const tools = Object.assign(document.createElement("div"), { className: "list-tools" });
tools.setAttribute("role", "search");
tools.append(field("Find", filter), field("Sort by", order), field("Style", style), shown);

filter.addEventListener("input", () => {
  const wanted = plain(filter.value).split(/\s+/);
  for (const entry of entries) entry.hidden = !wanted.every((word) => words.get(entry).includes(word));
  for (const group of groups) group.hidden = !group.querySelector(":scope > .entry:not([hidden])");
  const found = entries.filter((entry) => !entry.hidden).length;
  shown.value = filter.value ? `${found} of ${entries.length}` : "";
});
order.addEventListener("change", () => {
  for (const group of groups) group.append(...[...group.querySelectorAll(":scope > .entry")].sort(orders[order.value][1]));
});
style.addEventListener("change", () => {
  for (const details of document.querySelectorAll("details.style")) details.open = style.value === "date";
});
document.querySelector("main > header")?.after(tools);
