// The page around the map of a one-file export: title, filters, the list of events.
import { init, pick, update } from "./main.js";
import { element, glyph, statusWord, typeWord } from "./dom.js";

const { view, head, map: at } = window.Carried;
const FACETS = [
  ["type", "Event type", (event) => [event.type]],
  ["status", "Status in the text", (event) => [event.status]],
  ["country", "Country", (event) => [...new Set(event.at.flatMap((id) => countriesOf.get(id) ?? []))]],
];
const countriesOf = new Map(view.places.map(({ id, countries }) => [id, countries]));
const wordOf = (key, value) => (key === "country" ? head.names[value] ?? value : key === "type" ? typeWord(value) : statusWord(value));
const ticked = new Map(FACETS.map(([key]) => [key, new Set()]));

const map = L.map("map", { minZoom: 2, maxZoom: 11, zoomControl: true }).setView(at.centre, at.zoom);
map.attributionControl.setPrefix(false);
init(map);
buildRail();
show();

function passes(event, except) {
  return FACETS.every(([key, , valuesOf]) => {
    const wanted = ticked.get(key);
    return key === except || !wanted.size || valuesOf(event).some((value) => wanted.has(value));
  });
}

function show() {
  const events = view.events.filter((event) => passes(event));
  const kept = new Set(events.flatMap(({ at: ids }) => ids));
  const marked = new Set(view.events.flatMap(({ at: ids }) => ids));
  update({ ...view, events, places: view.places.filter(({ id }) => kept.has(id) || !marked.has(id)) });
  document.querySelector(".said").textContent = `${events.length} of ${head.total} events on the map.`;
  for (const [key, , valuesOf] of FACETS)
    for (const node of document.querySelectorAll(`[data-facet="${key}"]`))
      node.textContent = view.events.filter((e) => passes(e, key) && valuesOf(e).includes(node.dataset.value)).length;
  showList(events);
}

function buildRail() {
  const rail = document.querySelector(".rail");
  for (const [key, title, valuesOf] of FACETS) {
    const values = [...new Set(view.events.flatMap(valuesOf))].sort();
    const list = element("fieldset", {});
    list.append(element("legend", { text: title }), ...values.map((value) => rowOf(key, value)));
    rail.append(list);
  }
}

function rowOf(key, value) {
  const row = element("label", { class: "row" });
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => {
    ticked.get(key)[box.checked ? "add" : "delete"](value);
    show();
  });
  const count = element("output", {});
  Object.assign(count.dataset, { facet: key, value });
  const symbol = key === "country" ? "" : key === "type" ? glyph(value, "reported", 16) : glyph("other", value, 16);
  row.append(box, symbol, element("span", { text: wordOf(key, value) }), count);
  return row;
}

function showList(events) {
  const list = document.querySelector(".events");
  list.replaceChildren(
    ...events.map((event) => {
      const row = document.createElement("button");
      row.append(glyph(event.type, event.status, 16), element("b", { text: event.title }), element("small", { text: event.when ?? "no date in the text" }));
      row.addEventListener("click", () => pick(event.id));
      return row;
    }),
  );
}
