// Movements: a curved arrow from where to where, by way of what lies between. The line and its head
// say the kind, the dashes say the status; the width says nothing, because a text rarely does.
import { curve, middle, trimmed } from "./curves.js";
import { element } from "./dom.js";
import { isInside, polygonsOf } from "./shapes.js";

const WIDTH = 3;
const GAP_PX = 15; // from a town's marks
const HIT_PX = 16;
const BUTTON_PX = 18;
const SOFT_PX = 8;
// [words, core of the line, path of the head on a field of 12 x 12 that points right, is it hollow]
const KINDS = {
  "troop movement": ["Troop movement", false, "M1 1L11 6L1 11Z", false],
  "supply route": ["Supply route", true, "M1 1L11 6L1 11Z", false],
  "trafficking route": ["Trafficking route", false, "M1 1L11 6L1 11L4.5 6Z", true],
  "movement of people": ["Movement of people", false, "M3 1L10 6L3 11", true],
};
const DASHES = {
  reported: null, claimed: "14 4", disputed: "12 4 2 4", speculated: "5 5", planned: "8 6", hypothetical: "1 6",
};

let map;
let actions;
let flows = [];
let layers = [];
let buttons = new Map(); // flow id -> button
let lines = new Map(); // flow id -> points in pixels of the present zoom
let picked = null;

// `actions`: onPick(flowId), onHover(node, text | null)
export function start(leafletMap, given) {
  map = leafletMap;
  actions = given;
  map.createPane("flows").style.zIndex = 560;
  const holder = element("div");
  holder.innerHTML = `<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>${Object.keys(KINDS).map(head).join("")}</defs></svg>`;
  map.getContainer().append(holder);
  map.on("zoomend", paint);
}

const idOf = (kind) => `head-${kind.replaceAll(" ", "-")}`;

// Our own words only: kinds are a closed list.
function head(kind) {
  const [, , path, isHollow] = KINDS[kind];
  return `<marker id="${idOf(kind)}" class="flow-head${isHollow ? " hollow" : ""}" viewBox="0 0 12 12" refX="9" refY="6" markerWidth="14" markerHeight="14" markerUnits="userSpaceOnUse" orient="auto"><path d="${path}"/></marker>`;
}

export function draw(given) {
  if (JSON.stringify(given) === JSON.stringify(flows)) return;
  flows = given;
  paint();
}

function paint() {
  layers.forEach((layer) => layer.remove());
  layers = [];
  buttons = new Map();
  lines = new Map();
  const renderer = flows.length ? L.svg({ pane: "flows", padding: 0.6 }) : null;
  if (renderer) layers.push(renderer);
  const ways = new Map();
  for (const flow of flows) {
    const way = flow.stops.map(({ id }) => id).join(" ");
    const n = ways.get(way) || 0;
    ways.set(way, n + 1);
    const line = lineOf(flow, n);
    lines.set(flow.id, line);
    paintFlow(flow, line, renderer);
  }
  ring(picked);
}

function lineOf({ stops }, n) {
  const line = curve(stops.map(({ lat, lon }) => map.project([lat, lon])), n);
  const ends = [stops[0], stops.at(-1)].map(({ edge }) => edge && polygonsOf(edge));
  const isIn = ends.map((polygons) => polygons && ((point) => isInside(polygons, ground(point))));
  return trimmed(line, isIn, GAP_PX);
}

function ground({ x, y }) {
  const { lat, lng } = map.unproject([x, y]);
  return [lng, lat];
}

function paintFlow(flow, line, renderer) {
  const [, hasCore] = KINDS[flow.kind] || KINDS["troop movement"];
  const way = line.map(({ x, y }) => map.unproject([x, y]));
  const stroke = (className, weight, more = {}) => {
    const layer = L.polyline(way, { pane: "flows", renderer, className, weight, smoothFactor: 0.5, interactive: false, lineCap: "butt", ...more });
    layers.push(layer.addTo(map));
    return layer;
  };
  const dashArray = DASHES[flow.status] || null;
  stroke("flow-casing", WIDTH + 3);
  const shaft = stroke("flow-line", hasCore ? WIDTH + 1.5 : WIDTH, { dashArray });
  shaft.getElement().setAttribute("marker-end", `url(#${idOf(flow.kind)})`);
  if (hasCore) stroke("flow-core", WIDTH - 1.2, { dashArray });
  stroke("flow-hit", HIT_PX, { interactive: true }).on("click", (event) => {
    L.DomEvent.stopPropagation(event);
    actions.onPick(flow.id);
  });
  addButton(flow, middle(line));
}

function addButton(flow, at) {
  const button = element("button", {
    class: "flow-button", type: "button", "data-flow": flow.id, "aria-label": `${flow.title}. ${flow.say}`,
    onclick: () => actions.onPick(flow.id),
    onmouseenter: () => actions.onHover(button, flow.title),
    onmouseleave: () => actions.onHover(button, null),
    onfocus: () => actions.onHover(button, flow.title),
    onblur: () => actions.onHover(button, null),
  });
  const arrow = element("i");
  arrow.style.transform = `rotate(${Math.round(at.turn)}deg)`;
  button.append(arrow);
  L.DomEvent.disableClickPropagation(button);
  const icon = L.divIcon({ className: "", iconSize: [0, 0], html: button });
  const marker = L.marker(map.unproject([at.x, at.y]), { pane: "flows", keyboard: false, interactive: false, icon, zIndexOffset: 1e6 });
  layers.push(marker.addTo(map));
  buttons.set(flow.id, button);
}

export const find = (flowId) => flows.find(({ id }) => id === flowId);
export const buttonOf = (flowId) => buttons.get(flowId) || null;

export function ring(flowId) {
  picked = flowId;
  for (const [id, button] of buttons) button.classList.toggle("ringed", id === flowId);
}

// The flows of an event that was picked elsewhere are ringed with it.
export const ofEvent = (eventId) => flows.find(({ event }) => event !== null && event === eventId) || null;

const square = ({ x, y }, side) => ({ x: x - side / 2, y: y - side / 2, w: side, h: side });

// What the arrows' buttons take of the map, and their lines, which labels had better leave free.
export const boxes = () => [...lines.values()].map((line) => square(middle(line), BUTTON_PX + SOFT_PX));
export const ways = () => [...lines.values()].flatMap((line) => line.filter((_, index) => index % 3 === 0).map((point) => square(point, SOFT_PX)));

// For the legend: [svg shapes, words] of each kind and of each status that is not plain, of those that
// are drawn in a part of the map, in pixels.
export function legendRows(part) {
  const seen = flows.filter(({ id }) => (lines.get(id) || []).some((point) => part.contains(L.point(point))));
  const kinds = Object.keys(KINDS).filter((kind) => seen.some((flow) => flow.kind === kind));
  const statuses = Object.keys(DASHES).filter((status) => DASHES[status] && seen.some((flow) => flow.status === status));
  return [
    ...kinds.map((kind) => [sample(kind), KINDS[kind][0]]),
    ...statuses.map((status) => [`<path class="flow-line" d="M0 7H18" stroke-width="2.4" stroke-dasharray="${DASHES[status]}"/>`, `Movement ${status}`]),
  ];
}

function sample(kind) {
  const [, hasCore, path, isHollow] = KINDS[kind];
  const core = hasCore ? '<path class="flow-core" d="M0 7H10" stroke-width="1.4"/>' : "";
  return `<path class="flow-line" d="M0 7H10" stroke-width="${hasCore ? 4 : 2.4}"/>${core}<g class="flow-head${isHollow ? " hollow" : ""}" transform="translate(7.4 1.6) scale(.9)"><path d="${path}"/></g>`;
}
