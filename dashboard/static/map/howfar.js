// "How far is the valley from the Kyrgyz border": two names, typed or clicked, answered in words by
// the page (which has every shape), with both ends marked.
import { element } from "./dom.js";
import { COUNTRIES } from "./great_names.js";
import { send } from "./link.js";

let map;
let panel;
let fields = [];
let answer;
let offered = null; // the view whose places can be chosen
let armed = null; // the field that a click on the map fills
let asked = 0;
let marked = [];

export function start(leafletMap) {
  map = leafletMap;
}

const field = (label) => {
  const input = element("input", { type: "text", list: "howfar-names", "aria-label": label, placeholder: label, autocomplete: "off", maxlength: "200" });
  input.onfocus = () => arm(input);
  input.oninput = () => delete input.dataset.id;
  return input;
};

// The panel of the measuring tool; `control` is the element of its button.
export function build(control) {
  fields = [field("From: a place, or a border"), field("To: a place, or a border")];
  answer = element("output", { class: "answer", role: "status" });
  const form = element("form", { class: "howfar-form" }, ...fields, element("button", { type: "submit", text: "How far" }));
  form.onsubmit = (event) => {
    event.preventDefault();
    ask();
  };
  const hint = element("p", { text: "Click two points on the map; or name two places, or click them while a field is marked." });
  panel = element("div", { class: "howfar", hidden: "" }, hint, form, element("datalist", { id: "howfar-names" }), answer);
  L.DomEvent.disableClickPropagation(panel);
  L.DomEvent.disableScrollPropagation(panel);
  control.append(panel);
}

export function open(isOpen) {
  panel.hidden = !isOpen;
  nameFields();
  arm(null);
  clear();
  fields.forEach((input) => fill(input, "", null));
}

// Names to choose from: the places of the page, and the borders of their countries.
export function offer(view) {
  offered = view;
  nameFields();
}

// A closed panel needs none, and a table may have hundreds.
function nameFields() {
  if (panel.hidden || !offered) return;
  const { places, focus } = offered;
  const codes = new Set([...focus, ...places.flatMap(({ countries }) => countries || [])]);
  const borders = COUNTRIES.filter(([, code]) => codes.has(code)).map(([name]) => `border of ${name}`);
  const names = [...new Set([...places.map(({ name }) => name), ...borders])];
  panel.querySelector("datalist").replaceChildren(...names.map((name) => element("option", { value: name })));
}

export const isArmed = () => armed !== null;

// A place, or a spot of the ground, that was clicked while a field waits for it.
export function take(name, placeId = null) {
  const taken = armed;
  fill(taken, name, placeId);
  const next = fields.find((input) => !input.value);
  arm(next || null);
  if (!next) ask();
}

function fill(input, name, placeId) {
  input.value = name;
  if (placeId === null) delete input.dataset.id;
  else input.dataset.id = placeId;
}

function arm(input) {
  armed = input;
  fields.forEach((one) => one.classList.toggle("armed", one === input));
  map.getContainer().classList.toggle("asking", input !== null);
}

function ask() {
  const empty = fields.find((input) => !input.value.trim());
  if (empty) {
    empty.focus();
    return;
  }
  arm(null);
  clear();
  answer.textContent = "Measuring …";
  asked += 1;
  send({ t: "ask", n: `${asked} ${Date.now()}`, ends: fields.map(({ value, dataset }) => ({ name: value.trim(), id: dataset.id || null })) });
}

export function show({ words, ends }) {
  clear();
  answer.textContent = words;
  if (!ends) return;
  const [from, to] = unrolled(ends);
  const common = { pane: "measure", interactive: false };
  marked = [
    L.polyline([from, to], { ...common, className: "measure-casing", weight: 5 }),
    L.polyline([from, to], { ...common, className: "measure-line", weight: 2, dashArray: "5 4" }),
    ...[from, to].map((at) => L.circleMarker(at, { ...common, className: "measure-end", radius: 5, weight: 2 })),
  ];
  marked.forEach((layer) => layer.addTo(map));
}

// Over the 180th meridian the short way round.
function unrolled([from, to]) {
  return [from, [to[0], to[1] + 360 * Math.round((from[1] - to[1]) / 360)]];
}

function clear() {
  marked.forEach((layer) => layer.remove());
  marked = [];
  answer.textContent = "";
}
