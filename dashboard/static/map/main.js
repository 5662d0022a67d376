// The map of a briefing. `init` once, `update` whenever the page's filters change; what is selected
// and what the mouse does stay in the browser.
import * as areas from "./areas.js";
import * as base from "./base.js";
import { eventCard, placeList } from "./card.js";
import * as floating from "./floating.js";
import * as furniture from "./furniture.js";
import * as labels from "./labels.js";
import * as legend from "./legend.js";
import { listen, send } from "./link.js";
import * as spots from "./spots.js";

const PADDING = { paddingTopLeft: [64, 40], paddingBottomRight: [64, 48] };
const CLOSE_UP = 8; // the zoom at which a town is shown when the map flies to it

let map;
let view = null;
let eventsAt = new Map();
let selected = null;
let range = null;
let framed = null;

export function init(leafletMap) {
  map = leafletMap;
  base.start(map);
  areas.start(map);
  labels.start(map);
  spots.start(map, { onPick: pick, onList: openList, onHover: furniture.hover });
  floating.start(map);
  furniture.start(map);
  legend.start(map);
  map.on("zoomend", () => labels.place(spots.all()));
  map.on("moveend", onMoved);
  followSize();
  listen({ pick: onPicked, place: onPlace, range: onRange, home: frameStory, view: onView, unpop: () => floating.close() });
  send({ t: "ready" });
}

export function update(next) {
  if (!view || view.briefing !== next.briefing || view.borders !== next.borders) labels.forget();
  view = next;
  eventsAt = new Map();
  for (const event of view.events) {
    for (const id of event.at) eventsAt.set(id, [...(eventsAt.get(id) || []), event]);
  }
  map.getContainer().classList.toggle("bare", view.bare);
  base.emphasise(view.focus, view.places.filter(({ form }) => form === "point" || form === "city area").map(({ name }) => name));
  areas.draw(view, eventsAt, (placeId) => openList(placeId));
  spots.draw(view, eventsAt);
  if (framed !== view.briefing) frameStory({ isFirst: true });
  labels.place(spots.all());
  legend.draw(view.events, new Set(view.places.map((place) => (place.quiet ? "quiet" : areas.formOf(place))).filter(Boolean)));
  furniture.noteBorders(view.borders);
  spots.dim(range);
  spots.ring(selected, { pulse: false });
  floating.place();
  send({ t: "drawn", v: view.events.length });
}

// Only a new briefing is framed; a filter or a click never moves the map.
function frameStory({ isFirst = false } = {}) {
  if (!view || !view.frame || !isSized()) return;
  if (isFirst) {
    map.fitBounds(view.frame, { ...PADDING, animate: false });
    framed = view.briefing;
  } else map.flyToBounds(view.frame, { ...PADDING, ...flight() });
}

const isSized = () => map.getContainer().clientWidth > 0 && map.getContainer().clientHeight > 0;

function followSize() {
  const watcher = new ResizeObserver(() => {
    // A hidden frame has no size; taking it for the truth would lose the view.
    if (!isSized()) return;
    map.invalidateSize({ animate: false });
    if (view && framed !== view.briefing) frameStory({ isFirst: true });
  });
  watcher.observe(map.getContainer());
}

const isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const flight = () => (isCalm() ? { animate: false } : { duration: 0.7 });

function pick(eventId) {
  select(eventId, { pulse: false });
  openCard(eventId);
  send({ t: "pick", id: eventId, src: "map" });
}

function select(eventId, { pulse }) {
  furniture.hover(null, null);
  selected = eventId;
  spots.ring(eventId, { pulse });
}

const anchorOf = (eventId) => () => {
  const [spot] = spots.of(eventId);
  return spot ? spot.buttons.get(eventId) : null;
};

function openCard(eventId) {
  const event = view.events.find(({ id }) => id === eventId);
  if (!event) return;
  const onShow = (id) => send({ t: "pick", id, src: "map", scroll: 1 });
  const content = eventCard(event, view.total, { onShow });
  floating.show(content, { anchor: anchorOf(eventId), label: event.title, takeFocus: true });
}

function openList(placeId) {
  const place = view.places.find(({ id }) => id === placeId);
  const events = eventsAt.get(placeId) || [];
  furniture.hover(null, null);
  const anchor = () => {
    const spot = spots.at(placeId);
    return spot ? spot.row.querySelector("button") || spot.row : null;
  };
  if (events.length === 1) pick(events[0].id);
  else floating.show(placeList(place, events, { onPick: pick }), { anchor, label: place.name, takeFocus: true });
  send({ t: "place", id: placeId, src: "map" });
}

// From the text: show where it is; move only if it is out of view.
function onPicked(message) {
  floating.close();
  select(message.id ?? null, { pulse: true });
  const [spot] = selected === null ? [] : spots.of(selected);
  if (spot) flyIfHidden(L.latLngBounds([spot.marker.getLatLng()]));
  acknowledge("marked", message);
}

function onPlace(message) {
  const place = view && view.places.find(({ id }) => id === message.id);
  if (!place) return;
  floating.close();
  spots.pulsePlace(place.id);
  flyIfHidden(areas.boundsOf(view, place));
  acknowledge("marked", message);
}

function flyIfHidden(bounds) {
  const isInView = map.getBounds().pad(-0.08).contains(bounds);
  if (isInView) return;
  const isPoint = bounds.getSouthWest().equals(bounds.getNorthEast());
  if (isPoint) map.flyTo(bounds.getCenter(), Math.max(map.getZoom(), CLOSE_UP - 1), flight());
  else map.flyToBounds(bounds, { ...PADDING, maxZoom: CLOSE_UP, ...flight() });
}

function onRange(message) {
  range = message.r || null;
  spots.dim(range);
  acknowledge("ranged", message);
}

function onView({ lat, lon, zoom }) {
  if ([lat, lon, zoom].every(Number.isFinite)) map.setView([lat, lon], zoom, { animate: false });
}

function onMoved() {
  labels.placeChips(spots.all());
  const { lat, lng } = map.getCenter();
  send({ t: "moved", lat, lon: lng, zoom: map.getZoom() });
}

// After the next painted frame, so that the page can measure what the reader sees.
function acknowledge(t, { id, at }) {
  requestAnimationFrame(() => send({ t, id, sent: at }));
}
