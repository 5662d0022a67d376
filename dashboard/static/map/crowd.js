// A crowd of marks on one canvas: single marks as ever, several as a ring of their types with the
// number inside. It moves with the map and is drawn anew when the map has come to rest.
import { countsInWords, group, isGrouped, isInRange, pointForm, radiusOf, whereWords } from "./clusters.js";
import { typeWord } from "./dom.js";
import { send } from "./link.js";
import { MARK_PX, paintMark, paintRing, paintTowns } from "./painting.js";
import { townRadius } from "./precision.js";

const MARGIN = 0.35; // of the view is drawn on each side, so that a pan shows no bare edge
const ASK_AFTER_MS = 120;
const PICK = "#B3392B";

let map;
let actions;
let canvas;
let origin = null; // pixel of the world at the canvas's corner
let given = null; // the columns as they were sent
let columns = null; // the same, with the areas that are counted in the rings
let counted = new Set(); // ids of these areas
let countedAt = null; // the zoom at which they found no room
let rows = [];
let groups = [];
let range = null;
let ringed = null;
let lit = null; // the group of the event that is ringed
let picked = null; // {id, spot}: an event that may be within a group that the page has counted
let asking;
let current = -1; // the group that the arrow keys stand on

// `actions`: onPick(eventId), onGroup(group), onHover(box, text | null)
export function start(leafletMap, given) {
  map = leafletMap;
  actions = given;
  map.createPane("crowd").style.zIndex = 580;
  canvas = document.createElement("canvas");
  canvas.className = "crowd leaflet-zoom-hide";
  map.getPane("crowd").append(canvas);
  map.on("moveend zoomend viewreset resize", paint);
  map.on("moveend resize", askWhenOut);
  map.on("mousemove", ({ containerPoint }) => hover(containerPoint));
  map.on("click", ({ containerPoint }) => open(groupAt(containerPoint)));
  canvas.addEventListener("keydown", onKey);
  canvas.addEventListener("blur", () => actions.onHover(null, null));
}

// The marks of points and of areas without an outline, as `prepare` made them; `null` clears the canvas.
// `card` is that of the picked event, or null.
export function draw(crowd, card) {
  given = crowd;
  picked = card;
  current = -1;
  take(new Set());
  paint();
}

function take(ids) {
  counted = ids;
  countedAt = map.getZoom();
  const loose = given && given.places.loose.map((was, at) => was || ids.has(given.places.id[at]));
  columns = given && { ...given, places: { ...given.places, loose } };
  rows = columns ? columns.at.map((_, row) => isGrouped(columns, row)) : [];
}

// Areas whose counts would hide a ring are counted in one; at another zoom they may have room again.
// Returns whether there were any.
export function countIn(ids) {
  if (!columns || !ids.length) return false;
  take(new Set([...counted, ...ids]));
  paint();
  return true;
}

export const isCountedIn = (placeId) => counted.has(placeId);

// Too many marks are grouped by the page, for the part of the world that is looked at; where the
// map goes beyond it or to another zoom, the page is asked once the map rests.
function askWhenOut() {
  clearTimeout(asking);
  if (columns && columns.seen && isOut(columns.seen)) asking = setTimeout(ask, ASK_AFTER_MS);
}

function isOut([west, south, east, north, zoom]) {
  const box = map.getBounds();
  const isWithin = box.getWest() >= west && box.getEast() <= east && box.getSouth() >= south && box.getNorth() <= north;
  return zoom !== Math.round(map.getZoom()) || !isWithin;
}

function ask() {
  const box = map.getBounds();
  if (map.getSize().x) send({ t: "look", look: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth(), Math.round(map.getZoom())] });
}

export function dim(period) {
  if (range === period) return;
  range = period;
  if (columns) paint();
}

export function ring(eventId) {
  if (ringed === eventId) return;
  ringed = eventId;
  if (columns) paint();
}

function paint() {
  canvas.hidden = !columns;
  canvas.tabIndex = columns ? 0 : -1;
  if (!columns) return;
  if (counted.size && countedAt !== map.getZoom()) take(new Set());
  groups = group(columns, map.getZoom(), (row) => rows[row] && isInRange(columns, row, range));
  lit = ringed === null ? null : groupWith(ringed);
  describe();
  const { context, size } = place();
  const seen = groups.filter(({ x, y }) => isNear(x - origin.x, y - origin.y, size));
  paintTowns(context, townsOf(seen), getComputedStyle(map.getPane("towns")).getPropertyValue("--vague-edge"));
  for (const one of seen.sort((a, b) => a.y - b.y)) paintGroup(context, one, one.x - origin.x, one.y - origin.y);
}

// The discs of towns, under all marks.
function townsOf(seen) {
  const towns = seen.filter((one) => pointForm(columns, one) === "town");
  const radius = (one) => townRadius({ lat: columns.places.lat[columns.at[one.rows[0]]] }, map.getZoom(), MARK_PX);
  return towns.map((one) => [one.x - origin.x, one.y - origin.y, radius(one)]);
}

const isNear = (x, y, size) => x > -30 && y > -30 && x < size.x + 30 && y < size.y + 30;

// Puts the canvas over the view and its margin and gives back a cleared context, and its size.
function place() {
  const view = map.getSize();
  const margin = view.multiplyBy(MARGIN).round();
  const corner = map.containerPointToLayerPoint([0, 0]).subtract(margin);
  const size = view.add(margin.multiplyBy(2));
  const ratio = window.devicePixelRatio || 1;
  L.DomUtil.setPosition(canvas, corner);
  origin = map.getPixelBounds().min.subtract(margin);
  canvas.width = size.x * ratio;
  canvas.height = size.y * ratio;
  canvas.style.width = `${size.x}px`;
  canvas.style.height = `${size.y}px`;
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  return { context, size };
}

function describe() {
  const total = groups.reduce((sum, { weight }) => sum + weight, 0).toLocaleString("en");
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", `${total} events in ${groups.length} groups. Arrow keys step through them, Enter opens.`);
}

// The group of an event: by its row, else the one nearest to where the page says that it is marked.
function groupWith(eventId) {
  const row = columns.id.indexOf(eventId);
  if (row >= 0) return groups.find(({ rows: own }) => own.includes(row)) || null;
  if (!picked || picked.id !== eventId || !columns.seen) return null;
  const at = map.project(picked.spot, map.getZoom());
  const away = (one) => Math.hypot(one.x - at.x, one.y - at.y);
  return groups.reduce((best, one) => (best && away(best) <= away(one) ? best : one), null);
}

function paintGroup(context, one, x, y) {
  const [row] = one.rows;
  if (one.weight === 1 && !one.loose) paintMark(context, columns.types[columns.type[row]], columns.statuses[columns.status[row]], [x, y], paint);
  else paintRing(context, ringOf(one), [x, y], radiusOf(one));
  if (one === lit || one === groups[current]) {
    context.beginPath();
    context.arc(x, y, radiusOf(one) + 3, 0, 2 * Math.PI);
    context.strokeStyle = PICK;
    context.lineWidth = 2.5;
    context.stroke();
  }
}

function ringOf({ counts, weight, loose }) {
  const shares = [...counts].sort((a, b) => b[1] - a[1]).map(([type, number]) => [columns.types[type], number]);
  return { shares, weight, isLoose: loose === weight };
}

function groupAt({ x, y }) {
  if (!columns || !origin) return null;
  const view = map.getPixelBounds().min;
  const hits = groups.filter((one) => Math.hypot(one.x - view.x - x, one.y - view.y - y) <= radiusOf(one));
  return hits.length ? hits[hits.length - 1] : null;
}

// Pixels of the world that the groups take, for the labels to keep clear of.
export function boxes() {
  return columns ? groups.map((one) => boxAround(one, radiusOf(one))) : [];
}

// The rows of the groups in view, and whether any of them is drawn as a ring.
export function inView() {
  const seen = columns ? groups.filter((one) => map.getBounds().contains(latLngOf(settled(one)))) : [];
  const forms = new Set(seen.map((one) => pointForm(columns, one)));
  return { rows: seen.flatMap(({ rows: own }) => own), forms: [...forms], isRinged: seen.some(({ weight, loose }) => weight > 1 || loose) };
}

const boxAround = ({ x, y }, radius) => ({ x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius });

// What a card or a tip hangs on: it has a box like a node has.
export function anchorOf(one) {
  return {
    getBoundingClientRect: () => {
      const point = map.layerPointToContainerPoint(map.latLngToLayerPoint(latLngOf(one)));
      const frame = map.getContainer().getBoundingClientRect();
      const radius = radiusOf(one);
      return new DOMRect(frame.left + point.x - radius, frame.top + point.y - radius, 2 * radius, 2 * radius);
    },
    focus: (options) => canvas.focus(options),
  };
}

const latLngOf = ({ x, y, zoom }) => map.unproject([x, y], zoom);
const settled = (one) => ({ ...one, zoom: map.getZoom() });

export function latLngOfEvent(eventId) {
  const row = columns ? columns.id.indexOf(eventId) : -1;
  if (row >= 0) return L.latLng(columns.places.lat[columns.at[row]], columns.places.lon[columns.at[row]]);
  return columns && picked && picked.id === eventId ? L.latLng(picked.spot) : null;
}

export function groupOfEvent(eventId) {
  const one = columns ? groupWith(eventId) : null;
  return one ? settled(one) : null;
}

function hover(point) {
  const one = groupAt(point);
  map.getContainer().classList.toggle("over-crowd", one !== null);
  if (one) actions.onHover(anchorOf(settled(one)), textOf(one));
  else if (columns) actions.onHover(null, null);
}

function textOf(one) {
  const title = one.weight === 1 && columns.title && columns.title[one.rows[0]];
  const what = title || countsInWords(columns, one.counts, typeWord);
  return `${what} · ${whereWords(columns, one.places)}${looseWords(one)}`;
}

const looseWords = ({ loose, weight }) =>
  loose === 0 ? "" : loose === weight ? ", in an area, not at a point" : `, ${loose} of them in an area, not at a point`;

function open(one) {
  if (!one) return;
  if (one.weight === 1) actions.onPick(columns.id[one.rows[0]]);
  else actions.onGroup(settled(one));
}

function onKey(event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const inView = groups.filter((one) => map.getBounds().contains(latLngOf(settled(one))));
  if (step && inView.length) {
    event.preventDefault();
    event.stopPropagation();
    const at = inView.indexOf(groups[current]);
    const next = inView[(at + step + inView.length) % inView.length];
    current = groups.indexOf(next);
    paint();
    current = groups.findIndex(({ x, y }) => x === next.x && y === next.y);
    actions.onHover(anchorOf(settled(next)), textOf(next));
  } else if (event.key === "Enter" && groups[current]) open(groups[current]);
}
