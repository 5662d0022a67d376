// A legend of what is on the map now, and of nothing else. It folds itself where there is no room.
import { element, glyph, STATUSES, statusWord, TYPES, typeWord } from "./dom.js";

const ROOM = { width: 720, height: 580 };
// Classes of the map's container hide what a reader does not want to see; nothing is drawn anew.
const AREAS = ["known", "vague", "line", "quiet"];
const LAYERS = [
  ["areas", "Areas and borders", ({ forms }) => AREAS.some((form) => forms.has(form))],
  ["countries", "Countries", ({ forms }) => forms.has("country") || forms.has("group")],
  ["places", "Places without events", ({ forms }) => forms.has("quiet")],
  ["flows", "Movements", ({ movements }) => movements.length > 0],
];
const HATCH = "style='stroke:var(--area-edge)' stroke-width='1.3'";
// Small pictures of our own; no word of a document is in them.
const FORMS = {
  known: ["Valley or province", `<path d='M2 9L8 3M5 12L14 3M11 12L17 6' ${HATCH} opacity='.7'/><rect x='.5' y='1.5' width='17' height='11' style='fill:var(--area-edge);stroke:var(--area-edge)' fill-opacity='.06'/>`],
  vague: ["No fixed edge", "<path d='M3 11L11 3M9 12L16 5' style='stroke:var(--vague-edge)' opacity='.5'/><rect x='.5' y='1.5' width='17' height='11' fill='none' style='stroke:var(--vague-edge)' stroke-dasharray='2 2.4'/>"],
  line: ["Along a border", "<path d='M1 7H17' style='stroke:var(--area-edge)' stroke-width='4' opacity='.6'/>"],
  country: ["Country only", "<rect x='.5' y='1.5' width='17' height='11' style='fill:var(--country-tint);stroke:var(--country-edge)'/>"],
  group: ["Several countries", "<rect x='.5' y='1.5' width='17' height='11' style='fill:var(--country-tint);stroke:var(--country-edge)' fill-opacity='.6' stroke-dasharray='1 3'/>"],
  crowd: ["Several events", "<circle cx='9' cy='7' r='6' fill='#D55E00'/><path d='M9 7V1A6 6 0 0 1 14 10.5Z' fill='#0072B2'/><circle cx='9' cy='7' r='3.6' fill='#FFFEFC'/>"],
  quiet: ["Named, no event", "<circle cx='9' cy='7' r='3' style='fill:var(--sheet);stroke:var(--muted)' stroke-width='1.4'/>"],
};

let list;

export function start(map) {
  const Legend = L.Control.extend({
    options: { position: "bottomright" },
    onAdd() {
      const details = element("details", {}, element("summary", { text: "Legend" }));
      details.open = window.innerHeight > ROOM.height && window.innerWidth > ROOM.width;
      list = element("div");
      details.append(list, element("div", { class: "section toggles" }, ...LAYERS.map((layer) => toggle(map, layer))));
      const holder = element("div", { class: "legend" }, details);
      L.DomEvent.disableClickPropagation(holder);
      L.DomEvent.disableScrollPropagation(holder);
      return holder;
    },
  });
  new Legend().addTo(map);
}

// `forms` is the set of the forms of the places on the map, as areas.formOf calls them.
function toggle(map, [name, words]) {
  const box = element("input", { type: "checkbox" });
  box.checked = true;
  box.onchange = () => map.getContainer().classList.toggle(`without-${name}`, !box.checked);
  return element("label", { class: `key of-${name}` }, box, words);
}

// `shown` holds the types and the statuses that are on the map, `movements` rows of [picture, words],
// `own` rows of the reader's own layers.
export function draw({ shown, forms, movements, tint, own }) {
  const types = new Set(shown.types);
  const statuses = new Set(shown.statuses);
  const sections = [
    TYPES.filter((type) => types.has(type)).map((type) => [glyph(type, "reported", 16), typeWord(type)]),
    STATUSES.filter((status) => statuses.has(status)).map((status) => [glyph("other", status, 16), statusWord(status)]),
    Object.keys(FORMS).filter((form) => forms.has(form)).map((form) => [swatch(FORMS[form][1]), FORMS[form][0]]),
    movements.map(([shapes, words]) => [swatch(shapes), words]),
  ];
  list.replaceChildren(...sections.filter((rows) => rows.length).map(section), ...(tint ? [tintSection(tint)] : []), ...(own.length ? [element("div", { class: "section" }, ...own)] : []));
  for (const [name, , isThere] of LAYERS) list.parentNode.querySelector(`.of-${name}`).hidden = !isThere({ forms, movements });
  list.closest(".legend").hidden = !list.childElementCount;
}

// The class breaks of a tint, and what could not be counted.
function tintSection({ title, classes, left_out: leftOut }) {
  const rows = classes.map(({ from, to }, number) => {
    const box = element("i", { class: `tint tint-${number}` });
    return element("div", { class: "key" }, box, from === to ? count(from) : `${count(from)} to ${count(to)}`);
  });
  const words = classes.length ? [] : [element("div", { class: "left-out", text: "Nothing to count." })];
  if (leftOut) words.push(element("div", { class: "left-out", text: leftOut }));
  return element("div", { class: "section" }, element("div", { class: "heading", text: title }), ...rows, ...words);
}

const count = (number) => number.toLocaleString("en");

function section(rows) {
  return element("div", { class: "section" }, ...rows.map(([picture, words]) => element("div", { class: "key" }, picture, words)));
}

function swatch(shapes) {
  const holder = element("span", { class: "glyph" });
  holder.innerHTML = `<svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">${shapes}</svg>`;
  return holder;
}
