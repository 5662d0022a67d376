// The map of a briefing. `init` once, `update` whenever the page's filters change; what is selected
// and what the mouse does stay in the browser.
import * as areas from "./areas.js";
import * as base from "./base.js";
import { groupBesidePoints, merged, prepare } from "./clusters.js";
import * as crowd from "./crowd.js";
import * as floating from "./floating.js";
import * as flows from "./flows.js";
import * as furniture from "./furniture.js";
import * as ground from "./ground.js";
import * as howfar from "./howfar.js";
import * as labels from "./labels.js";
import * as legend from "./legend.js";
import { legendOf } from "./inview.js";
import * as lines from "./lines.js";
import { listen, send } from "./link.js";
import { rolled } from "./meridian.js";
import { nearest } from "./names.js";
import * as measure from "./measure.js";
import { fillIn, openEvent, openFlow, openGroup, openOverlay, openPlace, openStack } from "./opening.js";
import * as overlays from "./overlays.js";
import * as spots from "./spots.js";
import * as tints from "./tints.js";
import * as travel from "./travel.js";

const LINES_AFTER_MS = 1200; // the map itself comes first
const NOT_YET = new Set(["planned", "hypothetical"]);

let map;
let view = null;
let here = new Map(); // place id -> {events, weight, isAhead, group}
let selected = null;
let range = null;
let sought = null; // the event picked in the text whose mark the page has yet to tell

export function init(leafletMap) {
  map = leafletMap;
  base.start(map);
  ground.start(map);
  tints.start(map);
  areas.start(map);
  labels.start(map);
  crowd.start(map, { onPick: pick, onGroup, onHover: furniture.hover });
  spots.start(map, { onPick: pick, onList, onStack, onHover: furniture.hover });
  flows.start(map, { onPick: pickFlow, onHover: furniture.hover });
  overlays.start(map, { onOpen: openOwn, onHover: furniture.hover });
  floating.start(map);
  furniture.start(map);
  legend.start(map, onToggled);
  measure.start(map);
  travel.start(map);
  map.on("zoomend", placeLabels);
  map.on("moveend", onMoved);
  listen({
    pick: onPicked,
    place: onPlace,
    range: onRange,
    home: travel.home,
    view: travel.show,
    unpop: () => floating.close(),
    overlays: onOverlays,
    provinces: ({ shapes }) => tints.take(shapes),
    howfar: howfar.show,
  });
  setTimeout(() => lines.start(drawLegend), LINES_AFTER_MS);
  // A name's width is known only in its own letters.
  document.fonts.ready.then(() => {
    labels.forget();
    placeLabels();
  });
  send({ t: "ready" });
}

export function update(given) {
  const next = rolled(given);
  if (!view || view.briefing !== next.briefing || view.borders !== next.borders) labels.forget();
  view = { ...next, crowd: next.crowd && prepare(next.crowd) };
  here = view.crowd ? placesOfCrowd(view.crowd) : placesOf(view.events);
  map.getContainer().classList.toggle("bare", view.bare);
  map.getContainer().classList.toggle("presenting", view.presenting);
  map.getContainer().classList.toggle("dark", view.look === "dark");
  map.getContainer().classList.toggle("tinted", view.tint !== null);
  base.dress(view);
  ground.draw(view.ground);
  tints.draw(view.tint, view.frame);
  areas.draw(view, here, (placeId) => onList(placeId));
  spots.draw(view, here);
  flows.draw(view.flows);
  overlays.draw(view.overlays);
  travel.frameOnce(view.briefing, view.frame, spots.marked());
  crowd.draw(view.crowd, view.card);
  howfar.offer(view);
  drawLegend(); // before the labels, which keep clear of it, and after them, for what stands as a ring
  placeLabels();
  drawLegend();
  furniture.noteBorders(view.borders, view.ground);
  fade();
  mark({ pulse: false });
  fillIn(view);
  floating.place();
  findSought();
  send({ t: "drawn", v: view.crowd ? view.crowd.at.length : view.events.length });
}

function drawLegend() {
  if (view) legend.draw(legendOf(map, view));
}

// What is hidden has no size, and takes no room when the labels are placed the next time.
function onToggled() {
  labels.forget();
  drawLegend();
}

function onOverlays({ features }) {
  overlays.take(features);
  drawLegend();
}

function openOwn(layerId, index, anchor) {
  if (measure.isOn()) return;
  furniture.hover(null, null);
  openOverlay(layerId, index, anchor);
}

function placeLabels() {
  if (!view) return;
  const [spot] = selected === null ? [] : spots.of(selected);
  const picked = spot ? spot.place.id : null;
  const put = () => labels.place(spots.all(), { rings: crowd.boxes(), crowded: flows.boxes(), soft: flows.ways(), isCountedIn: crowd.isCountedIn, view, picked });
  let boxes = put();
  while (crowd.countIn(labels.hidingRings())) boxes = put();
  base.keepClear(map.getZoom(), boxes);
}

function placesOf(events) {
  const found = new Map();
  for (const event of events) {
    for (const id of event.at) {
      const at = found.get(id) || { events: [], weight: 0, isAhead: true, group: null };
      at.events.push(event);
      found.set(id, { ...at, weight: at.weight + 1, isAhead: at.isAhead && NOT_YET.has(event.status) });
    }
  }
  return found;
}

function placesOfCrowd(columns) {
  const datesOf = (row) => ({ id: columns.id[row], from: columns.from[row], to: columns.to[row] });
  const groups = [...groupBesidePoints(columns)];
  return new Map(
    groups.map(([id, group]) => {
      const events = group.rows.filter((row) => columns.id[row] !== null).map(datesOf);
      return [id, { events, weight: group.weight, isAhead: false, group }];
    }),
  );
}

// The page says where an event stands that is within a group of its own making.
function findSought() {
  if (sought === null || !view.card || view.card.id !== sought) return;
  travel.flyIfHidden(L.latLngBounds([view.card.spot]));
  sought = null;
}

function fade() {
  spots.dim(range);
  crowd.dim(range);
}

function mark({ pulse }) {
  spots.ring(selected, { pulse });
  crowd.ring(selected);
}

export function pick(eventId, placeId = null) {
  if (measure.isOn()) {
    const [spot] = spots.of(eventId);
    takePlace(spot && spot.place);
    return;
  }
  const others = placeId === null ? [] : here.get(placeId).events;
  pickFrom(eventId, others.length > 1 ? { count: others.length, open: () => onList(placeId) } : null);
}

// `back` is the list that the event was picked from, see opening.js.
function pickFrom(eventId, back) {
  select(eventId, { pulse: false });
  openEvent(view, eventId, back);
  send({ t: "pick", id: eventId, src: "map" });
}

function pickFlow(flowId) {
  if (measure.isOn()) return;
  const flow = flows.find(flowId);
  select(flow.event, { pulse: false });
  flows.ring(flowId);
  openFlow(flow);
  if (flow.event !== null) send({ t: "pick", id: flow.event, src: "map" });
}

function select(eventId, { pulse }) {
  furniture.hover(null, null);
  selected = eventId;
  const flow = eventId === null ? null : flows.ofEvent(eventId);
  flows.ring(flow && flow.id);
  mark({ pulse });
  if (eventId !== null && spots.of(eventId).some(({ node }) => node.classList.contains("nameless"))) placeLabels();
}

// While the measuring tool waits for a place, a click names it and opens nothing.
function takePlace(place) {
  if (place && howfar.isArmed()) howfar.take(place.name, place.id);
}

function onList(placeId) {
  const place = view.places.find(({ id }) => id === placeId);
  if (measure.isOn()) {
    takePlace(place);
    return;
  }
  const { events, group } = here.get(placeId) || { events: [], group: null };
  furniture.hover(null, null);
  const onPick = (eventId) => pick(eventId, placeId);
  if (group) openGroup(view, group, { anchor: () => spots.at(placeId)?.row ?? null, onPick: pickFrom });
  else if (events.length === 1) pick(events[0].id);
  else openPlace(place, events, onPick);
  send({ t: "place", id: placeId, src: "map" });
}

// In a crowd the ring's list is one of many pages, which the page sends.
function onStack(stack) {
  if (measure.isOn()) return;
  furniture.hover(null, null);
  const groups = stack.spots.map(({ group }) => group);
  if (groups.some(Boolean)) openGroup(view, merged(groups), { anchor: () => (stack.button.isConnected ? stack.button : null), onPick: pickFrom });
  else openStack(stack, pickFrom);
}

function onGroup(group) {
  if (measure.isOn()) return;
  furniture.hover(null, null);
  openGroup(view, group, { anchor: () => crowd.anchorOf(group), onPick: pickFrom });
}

// From the text: show where it is; move only if it is out of view.
function onPicked(message) {
  floating.close();
  select(message.id ?? null, { pulse: true });
  const at = selected === null ? null : whereIs(selected);
  if (at) travel.flyIfHidden(L.latLngBounds([at]));
  sought = at ? null : selected;
  acknowledge("marked", message);
}

function whereIs(eventId) {
  const [spot] = spots.of(eventId);
  return spot ? spot.marker.getLatLng() : crowd.latLngOfEvent(eventId);
}

function onPlace(message) {
  if (!view) return;
  const place = view.places.find(({ id }) => id === message.id);
  floating.close();
  // Of many places those without a mark of their own are shown when they are asked for.
  const at = place ? null : nearest(message.lat, message.lon);
  spots.point(at, message.name);
  if (place) spots.pulsePlace(place.id);
  travel.flyIfHidden(place ? areas.boundsOf(view, place) : L.latLngBounds([at]));
  acknowledge("marked", message);
}

function onRange(message) {
  range = message.r || null;
  fade();
  acknowledge("ranged", message);
}

function onMoved() {
  drawLegend();
  settleLabels();
  const { lat, lng } = map.getCenter();
  send({ t: "moved", lat, lon: lng, zoom: map.getZoom() });
}

// Only what the move brings into view gets a place; all else stays where it is.
function settleLabels() {
  const boxes = view && labels.settle(spots.all(), view);
  if (boxes) base.keepClear(map.getZoom(), boxes);
  else placeLabels();
}

// After the next painted frame, so that the page can measure what the reader sees.
function acknowledge(t, { id, at }) {
  requestAnimationFrame(() => send({ t, id, sent: at }));
}
