// A legend of what can be seen on the map now, and of nothing else. It folds itself where there is no room.
import { element, glyph, STATUSES, statusWord, TYPES, typeWord } from "./dom.js";

const ROOM = { width: 720, height: 580 };
// Classes of the map's container hide what a reader does not want to see; nothing is drawn anew.
const AREAS = ["known", "vague", "line", "mentioned"];
const COUNTRIES = ["country", "group"];
const LAYERS = [
  ["areas", "Areas and borders", ({ forms }) => AREAS.some((form) => forms.has(form))],
  ["countries", "Countries", ({ forms }) => COUNTRIES.some((form) => forms.has(form))],
  ["places", "Places without events", ({ forms }) => forms.has("quiet")],
  ["flows", "Movements", ({ movements }) => movements.length > 0],
];
const HATCH = "style='stroke:var(--area-edge)' stroke-width='1.3'";
// Small pictures of our own; no word of a document is in them.
const FORMS = {
  point: ["At this point", "<circle cx='9' cy='7' r='4' fill='#999' stroke='#2a2622'/>"],
  town: ["In or near a town", "<circle class='town' cx='9' cy='7' r='6.5'/><circle cx='9' cy='7' r='3' fill='#999' stroke='#2a2622' stroke-width='.8'/>"],
  known: ["Valley or province", `<path d='M2 9L8 3M5 12L14 3M11 12L17 6' ${HATCH} opacity='.7'/><rect x='.5' y='1.5' width='17' height='11' style='fill:var(--area-edge);stroke:var(--area-edge)' fill-opacity='.06'/>`],
  vague: ["No fixed edge", "<path d='M3 11L11 3M9 12L16 5' style='stroke:var(--vague-edge)' opacity='.5'/><rect x='.5' y='1.5' width='17' height='11' fill='none' style='stroke:var(--vague-edge)' stroke-dasharray='2 2.4'/>"],
  line: ["Along a border", "<path d='M1 7H17' style='stroke:var(--area-edge)' stroke-width='4' opacity='.6'/>"],
  country: ["Country only", "<rect x='.5' y='1.5' width='17' height='11' style='fill:var(--country-tint);stroke:var(--country-edge)'/>"],
  group: ["Several countries", "<rect x='.5' y='1.5' width='17' height='11' style='fill:var(--country-tint);stroke:var(--country-edge)' fill-opacity='.6' stroke-dasharray='1 3'/>"],
  crowd: ["Several events", "<circle cx='9' cy='7' r='6' fill='#D55E00'/><path d='M9 7V1A6 6 0 0 1 14 10.5Z' fill='#0072B2'/><circle cx='9' cy='7' r='3.6' fill='#FFFEFC'/>"],
  mentioned: ["Area, no event shown", "<rect x='.5' y='1.5' width='17' height='11' fill='none' style='stroke:var(--vague-edge)' stroke-dasharray='1.5 3'/>"],
  quiet: ["Place, no event shown", "<circle cx='9' cy='7' r='3' style='fill:var(--sheet);stroke:var(--muted)' stroke-width='1.4'/>"],
};

let map;
let list;
let drawn = null;

// `onToggle` is told when a layer is switched on or off.
export function start(leafletMap, onToggle) {
  map = leafletMap;
  const Legend = L.Control.extend({
    options: { position: "bottomright" },
    onAdd() {
      const details = element("details", {}, element("summary", { text: "Legend" }));
      details.open = window.innerHeight > ROOM.height && window.innerWidth > ROOM.width;
      list = element("div");
      details.append(list, element("div", { class: "section toggles" }, ...LAYERS.map((layer) => toggle(layer, onToggle))));
      const holder = element("div", { class: "legend" }, details);
      L.DomEvent.disableClickPropagation(holder);
      L.DomEvent.disableScrollPropagation(holder);
      return holder;
    },
  });
  new Legend().addTo(map);
}

function toggle([name, words], onToggle) {
  const box = element("input", { type: "checkbox" });
  box.checked = true;
  box.onchange = () => {
    map.getContainer().classList.toggle(`without-${name}`, !box.checked);
    onToggle();
  };
  return element("label", { class: `key of-${name}` }, box, words);
}

// The layers that the reader has switched off.
const hidden = () => new Set(LAYERS.map(([name]) => name).filter((name) => map.getContainer().classList.contains(`without-${name}`)));

// What can be seen: sets of types, statuses and forms (as areas.formOf calls them); `movements` and
// `lines` rows of [picture, words]; `own` rows of the reader's own layers. The same again is not drawn
// anew, so that a row keeps the focus.
export function draw(seen) {
  const { types, statuses, forms, movements, lines, tint, own } = seen;
  const off = hidden();
  const key = JSON.stringify([[...types], [...statuses], [...forms], movements, lines, tint, own.map(({ outerHTML }) => outerHTML), [...off]]);
  if (key === drawn) return;
  drawn = key;
  const isOn = (form) => forms.has(form) && !(off.has("areas") && AREAS.includes(form)) && !(off.has("countries") && COUNTRIES.includes(form)) && !(off.has("places") && form === "quiet");
  const sections = [
    TYPES.filter((type) => types.has(type)).map((type) => [glyph(type, "reported", 16), typeWord(type)]),
    STATUSES.filter((status) => statuses.has(status)).map((status) => [glyph("other", status, 16), statusWord(status)]),
    Object.keys(FORMS).filter(isOn).map((form) => [swatch(FORMS[form][1]), FORMS[form][0]]),
    (off.has("flows") ? [] : movements).map(([shapes, words]) => [swatch(shapes), words]),
    lines.map(([shapes, words]) => [swatch(shapes), words]),
  ];
  list.replaceChildren(...sections.filter((rows) => rows.length).map(section), ...(tint ? [tintSection(tint)] : []), ...(own.length ? [element("div", { class: "section" }, ...own)] : []));
  const isOffered = ([name, , isThere]) => off.has(name) || isThere({ forms, movements });
  for (const layer of LAYERS) list.parentNode.querySelector(`.of-${layer[0]}`).hidden = !isOffered(layer);
  list.closest(".legend").hidden = !list.childElementCount && !LAYERS.some(isOffered);
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
