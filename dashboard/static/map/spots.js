// Marks at their places. Several events at one place stand in a row at that place, never beside it
// on the ground; a long row ends in a button that opens the list. A country carries a chip.
import { formOf } from "./areas.js";
import { count, element, glyph } from "./dom.js";
import { broken } from "./names.js";
import { formOf as pointFormOf, isOnPoint } from "./precision.js";
import * as stacks from "./stacks.js";
import * as towns from "./towns.js";

const LONGEST_ROW = 5;
const MARK_PX = 22;
const NAME_LINE = 26; // letters of an area's name in one line

const NOTHING = { events: [], weight: 0, group: null };

let map;
let actions;
let pointed = null; // see `point`
let spots = new Map(); // place id -> {place, events, marker, node, row, name, buttons}

// `actions`: onPick(eventId), onList(placeId), onStack(stack), onHover(node, text | null)
export function start(leafletMap, given) {
  map = leafletMap;
  actions = given;
  map.createPane("spots").style.zIndex = 590;
  stacks.start(map, given);
  towns.start(map);
}

// Spots that did not change are kept as they are, so that focus and hover survive a filter.
// `here` maps a place's id to {events, weight, group}; a group stands for a crowd's events.
export function draw(view, here) {
  point(null);
  const wanted = new Map();
  for (const place of view.places) {
    const at = here.get(place.id) || NOTHING;
    if (!at.weight && (!place.quiet || isCountry(place))) continue;
    const signature = [view.briefing, place.name, place.form, place.quiet, at.weight, ...at.events.map(({ id, status }) => id + status)];
    const old = spots.get(place.id);
    const same = old && old.signature === signature.join("|") ? Object.assign(old, { place, events: at.events }) : null;
    wanted.set(place.id, Object.assign(same || { ...build(place, at), signature: signature.join("|") }, { group: at.group, counts: countsOf(at.group, view), isMinor: isPartShown(place, view) }));
  }
  for (const [id, spot] of spots) if (wanted.get(id) !== spot) spot.marker.remove();
  for (const spot of wanted.values()) spot.marker.addTo(map);
  spots = wanted;
}

// Of a crowd's group, how many events of which type.
const countsOf = (group, { crowd }) => group && new Map([...group.counts].map(([type, number]) => [crowd.types[type], number]));

// "The Uzbek part of the valley" beside the valley itself needs no name of its own.
function isPartShown({ id }, { places }) {
  const whole = id.startsWith("part:region:") ? id.slice(5, id.lastIndexOf(":")) : null;
  return whole !== null && places.some((place) => place.id === whole);
}

const isCountry = ({ form }) => form.endsWith("country");

function build(place, at) {
  const parts = at.weight ? (isCountry(place) || at.group ? chip(place, at) : row(place, at.events)) : quietSpot(place);
  const node = element("div", { class: `spot ${at.weight ? place.form.replace(" ", "-") : "quiet"}` });
  node.append(...[parts.row, parts.name].filter(Boolean));
  node.classList.toggle("loose", at.weight > 0 && formOf(place) === "vague" && !place.shape);
  const icon = L.divIcon({ className: "", iconSize: [0, 0], html: node });
  // What happened lies over what is only named, or a dot would take the clicks of a mark.
  const zIndexOffset = at.weight ? 1000 : 0;
  const marker = L.marker([place.lat, place.lon], { pane: "spots", keyboard: false, interactive: false, icon, zIndexOffset });
  L.DomEvent.disableClickPropagation(node);
  return { place, events: at.events, weight: at.weight, node, marker, held: null, ...parts };
}

function row(place, events) {
  const isLong = events.length > LONGEST_ROW;
  const inRow = isLong ? events.slice(0, LONGEST_ROW - 1) : events;
  const buttons = new Map(inRow.map((event) => [event.id, markButton(event)]));
  const holder = element("div", { class: events.length > 1 ? "row many" : "row" }, ...buttons.values());
  if (isLong) {
    const rest = events.slice(inRow.length);
    const more = listButton(place, `+${rest.length}`, `${rest.length} more events in ${place.name}`, "more");
    rest.forEach(({ id }) => buttons.set(id, more));
    holder.append(more);
  }
  return { row: holder, name: nameOf(place), buttons };
}

const isPoint = ({ form }) => isOnPoint(form);
const lines = (text) => broken(text, NAME_LINE).map((line) => element("span", { text: line }));
const nameOf = (place) => element("div", { class: "name" }, ...(isPoint(place) ? [place.name] : lines(place.name)));

function markButton(event) {
  const button = element("button", {
    class: "mark",
    type: "button",
    "data-id": event.id,
    "aria-label": event.say,
    onclick: () => actions.onPick(event.id),
    onmouseenter: () => actions.onHover(button, event.title),
    onmouseleave: () => actions.onHover(button, null),
    onfocus: () => actions.onHover(button, event.title),
    onblur: () => actions.onHover(button, null),
  });
  button.append(...glyph(event.type, event.status, MARK_PX, false).childNodes);
  return button;
}

function listButton(place, text, spoken, className) {
  const button = element("button", {
    class: className, type: "button", text, "aria-label": spoken, onclick: () => actions.onList(place.id),
  });
  return button;
}

const ONLY = { country: ", country only", "multi-country": ", no country named" };

function chip(place, { weight, events }) {
  const words = count(weight, "event", "events") + (ONLY[place.form] || "");
  const button = listButton(place, "", `${place.name}: ${words}`, "chip");
  const prefix = place.form === "multi-country" ? [element("i", { text: place.name })] : [];
  const number = element("b", { text: weight.toLocaleString("en") });
  button.append(...prefix, number, element("span", { text: words.slice(words.indexOf(" ")) }));
  const name = isCountry(place) ? null : nameOf(place);
  return { row: button, name, buttons: new Map(events.map(({ id }) => [id, button])) };
}

// A quiet area carries only its name, within its dotted outline.
function quietSpot(place) {
  const spoken = `${place.name}, named in the text, no event shown here`;
  if (!isPoint(place)) {
    const button = listButton(place, "", spoken, "area-name");
    button.append(...lines(place.name));
    return { row: button, name: null, buttons: new Map() };
  }
  return {
    row: listButton(place, "", spoken, "dot"),
    name: nameOf(place),
    buttons: new Map(),
  };
}

export const all = () => [...spots.values()];

// Where the marks of points stand.
export const marked = () => all().filter(({ place }) => !place.quiet && isPoint(place)).map(({ place }) => L.latLng(place.lat, place.lon));
export const at = (placeId) => spots.get(placeId);

// Every spot where an event is marked: an event in two towns has two marks.
export const of = (eventId) => all().filter(({ buttons, isCounted }) => buttons.has(eventId) && !isCounted);

// What stands for an event at a spot: its mark, or what holds it at this zoom.
export const buttonOf = (spot, eventId) => (spot.held ? spot.held.button : spot.buttons.get(eventId));

// `groups` are {members, x, y} of spots that would hide each other, `under` places without events that
// lie under a mark, `inRings` areas whose events are counted in a ring of the crowd.
export function hold(groups, under, inRings) {
  for (const spot of spots.values()) spot.held = null;
  stacks.draw(groups);
  for (const spot of spots.values()) {
    spot.isCounted = inRings.includes(spot);
    spot.node.classList.toggle("held", spot.held !== null || spot.isCounted || under.includes(spot));
  }
  towns.draw(all().filter((spot) => pointForm(spot) === "town").map(({ place }) => place), MARK_PX);
}

// What the legend calls the form of a mark on a point, null for no mark; a ring says nothing of the kind.
export function pointForm({ place, weight, held, isCounted }) {
  const isMarked = weight > 0 && isPoint(place) && held === null && !isCounted;
  return isMarked ? pointFormOf(place.form) : null;
}

// Fades the events outside a period; events without a date stay.
export function dim(range) {
  const isIn = ({ from, to }) => !range || from === null || (to >= range[0] && from <= range[1]);
  for (const { buttons, events } of spots.values()) {
    const lively = new Set(events.filter(isIn).map(({ id }) => buttons.get(id)));
    for (const button of buttons.values()) button.classList.toggle("dim", !lively.has(button));
  }
  towns.dim(new Set(all().filter(({ events }) => !events.some(isIn)).map(({ place }) => place.id)));
  for (const stack of stacks.all()) stack.button.classList.toggle("dim", !stack.spots.some(({ group, events }) => group || events.some(isIn)));
}

export function ring(eventId, { pulse }) {
  document.querySelectorAll(".ringed, .pulse").forEach((node) => node.classList.remove("ringed", "pulse"));
  for (const spot of eventId === null ? [] : of(eventId)) {
    buttonOf(spot, eventId).classList.add("ringed");
    if (pulse) restart(buttonOf(spot, eventId), "pulse");
  }
}

// A place without a mark of its own, with its name, until another one is asked for; null takes it away.
export function point(at, words) {
  if (pointed) pointed.remove();
  pointed = null;
  if (!at) return;
  const dot = element("i", { class: "dot" });
  const name = element("div", { class: "name", text: words });
  name.style.transform = `translate(${MARK_PX / 2}px, -50%)`;
  const icon = L.divIcon({ className: "", iconSize: [0, 0], html: element("div", { class: "spot quiet" }, dot, name) });
  pointed = L.marker(at, { pane: "spots", keyboard: false, interactive: false, icon, zIndexOffset: 3000 }).addTo(map);
  restart(dot, "pulse");
}

export function pulsePlace(placeId) {
  document.querySelectorAll(".pulse").forEach((node) => node.classList.remove("pulse"));
  const spot = spots.get(placeId);
  if (spot && spot.held) restart(spot.held.button, "pulse");
  else if (spot) [...new Set([...spot.buttons.values(), ...(spot.place.quiet ? [spot.row] : [])])].forEach((node) => restart(node, "pulse"));
}

function restart(node, className) {
  void node.offsetWidth; // the animation starts again only after a layout
  node.classList.add(className);
}
