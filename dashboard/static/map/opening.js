// What opens at a click: the card of an event, the list of a place, the list of a crowd's group.
import { eventCard, flowCard, groupList, overlayCard, overlayList, placeList, stackList, waitingCard } from "./card.js";
import { countsInWords, eventOf, whereWords } from "./clusters.js";
import * as crowd from "./crowd.js";
import { typeWord } from "./dom.js";
import * as floating from "./floating.js";
import * as flows from "./flows.js";
import { send } from "./link.js";
import * as overlays from "./overlays.js";
import * as spots from "./spots.js";
import { flyIfHidden, zoomTo } from "./travel.js";

const FIRST_ROWS = 50;

let waitingFor = null; // the event whose words have not come yet, and its way back
let listing = null; // the group whose list is open: {key, draw}
let lists = 0;

// `back` is {count, open, anchor, events}: the list that the event was opened from, or null.
export function openEvent(view, eventId, back) {
  const known = view.events.find(({ id }) => id === eventId) || ofCard(view, eventId);
  const event = known || eventOfCrowd(view, eventId) || back?.events?.find(({ id }) => id === eventId);
  if (!event) return;
  listing = null;
  const content = known ? cardOf(view, event, back) : waitingCard(event);
  floating.show(content, { anchor: () => anchorOf(eventId) || back?.anchor?.() || null, label: event.title });
  waitingFor = known ? null : { eventId, back };
}

// The words of a crowd's event, and the list of a group, come with the update that follows the click.
export function fillIn(view) {
  if (listing && view.list && view.list.key === listing.key) listing.draw(view.list);
  const event = waitingFor === null ? null : ofCard(view, waitingFor.eventId);
  if (!event) return;
  floating.replace(cardOf(view, event, waitingFor.back));
  waitingFor = null;
}

const ofCard = (view, eventId) => (view.card && view.card.id === eventId ? view.card : null);

const cardOf = (view, event, back) =>
  eventCard(event, view.total, {
    back,
    onShow: (id) => send({ t: "pick", id, src: "map", scroll: 1 }),
    onReview: (id) => send({ t: "review", id, src: "map" }),
  });

function eventOfCrowd(view, eventId) {
  const row = view.crowd ? view.crowd.id.indexOf(eventId) : -1;
  return row < 0 ? null : eventOf(view.crowd, row, typeWord);
}

function anchorOf(eventId) {
  const [spot] = spots.of(eventId);
  if (spot) return spots.buttonOf(spot, eventId);
  const group = crowd.groupOfEvent(eventId);
  return group ? crowd.anchorOf(group) : null;
}

export function openFlow(flow) {
  listing = null;
  const onShow = flow.event === null ? null : () => send({ t: "pick", id: flow.event, src: "map", scroll: 1 });
  floating.show(flowCard(flow, onShow), { anchor: () => flows.buttonOf(flow.id), label: flow.title });
}

// One thing of an own layer, or without an index the list of what the layer holds.
export function openOverlay(layerId, index, anchor) {
  listing = null;
  const head = overlays.headOf(layerId);
  if (index !== null) {
    const feature = overlays.featureOf(layerId, index);
    floating.show(overlayCard(head, feature), { anchor: () => anchor, label: feature.label || head.name });
    return;
  }
  const onPick = (number) => {
    const at = overlays.middleOf(layerId, number);
    flyIfHidden(L.latLngBounds([at]));
    openOverlay(layerId, number, overlays.anchorAt(at));
  };
  floating.show(overlayList(head, overlays.listOf(layerId), onPick), { anchor: () => anchor, label: head.name });
}

export function openPlace(place, events, onPick) {
  listing = null;
  const anchor = () => {
    const spot = spots.at(place.id);
    if (spot && spot.held) return spot.held.button;
    return spot ? spot.row.querySelector("button") || spot.row : null;
  };
  floating.show(placeList(place, events, { onPick }), { anchor, label: place.name });
}

// The marks that one ring stands for, place by place.
export function openStack(stack, onPick) {
  listing = null;
  const bounds = L.latLngBounds(stack.spots.map(({ place }) => [place.lat, place.lon]));
  const back = { count: stack.weight, open: () => openStack(stack, onPick) };
  const list = stackList(stack, { onPick: (id) => onPick(id, back), onZoom: () => zoomTo(bounds) });
  floating.show(list, { anchor: () => (stack.button.isConnected ? stack.button : null), label: stack.words });
}

// `group` is {weight, counts, rows, places}; `anchor` a function that gives what the list hangs on;
// `onPick` takes the event's id and the way back. The list is fetched a page at a time.
export function openGroup(view, group, { anchor, onPick }) {
  const { crowd: columns } = view;
  const places = [...group.places];
  const name = whereWords(columns, group.places);
  const key = String((lists += 1));
  const ask = (page) => send({ t: "list", key, places: places.map((place) => columns.places.id[place]), page });
  const open = () => openGroup(view, group, { anchor, onPick });
  // What is known already bridges the moment until the page answers.
  const rows = group.rows.filter((row) => columns.id[row] !== null).slice(0, FIRST_ROWS);
  const known = rows.length ? { page: 0, pages: 1, events: rows.map((row) => eventOf(columns, row, typeWord)) } : null;
  const draw = (list) => {
    const back = { count: group.weight, open, anchor, events: list ? list.events : [] };
    const words = countsInWords(columns, group.counts, typeWord);
    return groupList(
      { name, weight: group.weight, words, loose: group.loose || 0, list },
      { onPick: (id) => onPick(id, back), onZoom: () => zoomTo(boundsOf(columns, places)), onPage: ask },
    );
  };
  floating.show(draw(known), { anchor, label: name });
  listing = { key, draw: (list) => floating.replace(draw(list)) };
  ask(0);
}

const boundsOf = (columns, places) =>
  L.latLngBounds(places.map((place) => [columns.places.lat[place], columns.places.lon[place]]));
