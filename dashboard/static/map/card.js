// What a click opens: the card of one event with its exact words, or the list of a place's events.
import { count, element, glyph, statusWord, typeColour } from "./dom.js";
import { isOnPoint } from "./precision.js";

const LIST_COLOUR = "#B3392B";

// `actions`: onShow(eventId), onReview(eventId), back {count, open} or null
export function eventCard(event, total, actions) {
  const card = sheet(typeColour(event.type));
  const kicker = element("div", { class: "kicker" }, glyph(event.type, event.status, 16), `${event.type} · ${event.sub}`);
  const show = element("button", { class: "to-text", type: "button", text: "Show in article", onclick: () => actions.onShow(event.id) });
  const number = element("span", { text: `Event ${event.n.toLocaleString("en")} of ${total.toLocaleString("en")}` });
  card.append(kicker, element("h4", { text: event.title }), quotation(event.quote), factList(event.facts));
  const fix = element("button", { type: "button", text: "Put right", onclick: () => actions.onReview(event.id) });
  card.append(element("div", { class: "foot" }, show, ...(actions.onReview ? [fix] : []), ...backButton(actions.back), number));
  return card;
}

// A movement: like an event, with its ways in place of a number.
export function flowCard(flow, onShow) {
  const card = sheet("var(--flow)");
  card.append(element("div", { class: "kicker", text: `Movement · ${flow.kind}` }), element("h4", { text: flow.title }));
  card.append(quotation(flow.quote), factList(flow.facts));
  if (onShow) card.append(element("div", { class: "foot" }, element("button", { class: "to-text", type: "button", text: "Show in article", onclick: onShow })));
  return card;
}

const backButton = (back) =>
  back ? [element("button", { type: "button", text: `All ${back.count.toLocaleString("en")} here`, onclick: back.open })] : [];

function quotation(runs) {
  const quote = element("blockquote");
  quote.append("“");
  for (const [words, isTrigger, isPlace, followsGap] of runs) {
    if (followsGap) quote.append(element("span", { class: "gap", text: " … ", "aria-label": "words left out" }));
    if (isTrigger) quote.append(element("mark", { class: isPlace ? "place" : null, text: words }));
    else if (isPlace) quote.append(element("u", { text: words }));
    else quote.append(words);
  }
  quote.append("”");
  return quote;
}

function factList(facts) {
  const list = element("dl");
  for (const [label, words] of facts) {
    list.append(element("dt", { text: label }));
    list.append(element("dd", { class: words === null ? "nil" : null, text: words === null ? "not stated" : words }));
  }
  return list;
}

// `actions`: onPick(eventId)
export function placeList(place, events, actions) {
  const card = sheet(LIST_COLOUR);
  card.append(element("div", { class: "kicker", text: place.quiet ? "Named in the text" : place.lead }));
  card.append(element("h4", { text: place.name }));
  if (place.note) card.append(element("p", { class: "note", text: place.note }));
  if (!events.length) card.append(element("p", { class: "note", text: "No event shown is placed here." }));
  for (const event of events) card.append(listItem(event, actions));
  if (events.length > 1) card.append(element("div", { class: "foot" }, element("span", { text: count(events.length, "event", "events") })));
  return card;
}

// Marks too near to each other at this zoom, under the name of the place of each.
export function stackList({ spots, types, weight }, actions) {
  const card = sheet(LIST_COLOUR);
  card.append(element("div", { class: "kicker", text: types }), element("h4", { text: `${count(weight, "event", "events")} at ${count(spots.length, "place", "places")}` }));
  card.append(element("p", { class: "note", text: "Too near to each other to stand apart at this zoom." }));
  for (const { place, events } of spots) {
    const name = element("h5", {}, place.name, element("small", { text: isOnPoint(place.form) ? "" : ` ${place.lead}` }));
    card.append(name, ...events.map((event) => listItem(event, actions)));
  }
  card.append(element("div", { class: "foot" }, element("button", { type: "button", text: "Zoom in here", onclick: actions.onZoom })));
  return card;
}

// A group of a crowd: what is in it by type, then its events a page at a time; `list` is null until
// the first page has come. `actions`: onPick(eventId), onZoom(), onPage(number)
export function groupList({ name, weight, words, loose, list }, actions) {
  const card = sheet(LIST_COLOUR);
  card.append(element("div", { class: "kicker", text: words }), element("h4", { text: name }));
  if (loose) card.append(element("p", { class: "note", text: `${loose.toLocaleString("en")} placed in an area, not at a point` }));
  if (!list) card.append(element("p", { class: "note", text: "Fetching the list" }));
  else card.append(...list.events.map((event) => listItem(event, actions)), ...pager(list, actions));
  const zoom = element("button", { type: "button", text: "Zoom in here", onclick: actions.onZoom });
  card.append(element("div", { class: "foot" }, zoom, element("span", { text: count(weight, "event", "events") })));
  return card;
}

function pager({ page, pages }, { onPage }) {
  if (pages < 2) return [];
  const turn = (text, to) => {
    const button = element("button", { type: "button", text, onclick: () => onPage(to) });
    button.disabled = to < 0 || to >= pages;
    return button;
  };
  const where = element("span", { text: `Page ${(page + 1).toLocaleString("en")} of ${pages.toLocaleString("en")}` });
  return [element("div", { class: "foot pager" }, turn("Earlier events", page + 1), turn("Later events", page - 1), where)];
}

// The card of an event of a crowd until its words have come from the page.
export function waitingCard(event) {
  const card = sheet(typeColour(event.type));
  card.append(element("div", { class: "kicker" }, glyph(event.type, event.status, 16), `${event.type} · ${statusWord(event.status)}`));
  card.append(element("h4", { text: event.title }), element("p", { class: "note", text: "Fetching the words behind it" }));
  return card;
}

// One thing of the reader's own layer: its columns, and that they are not from the article.
export function overlayCard(head, feature) {
  const card = sheet(head.colour);
  card.append(element("div", { class: "kicker", text: `Own layer · ${head.name}` }), element("h4", { text: feature.label || "Without a name" }));
  card.append(element("p", { class: "note", text: `From the file ${head.file}, not from the documents.` }));
  const list = element("dl", { class: "columns" });
  for (const [name, value] of feature.columns) list.append(element("dt", { text: name }), element("dd", { text: value }));
  card.append(feature.columns.length ? list : element("p", { class: "note", text: "It has no columns besides its place." }));
  return card;
}

export function overlayList(head, labels, onPick) {
  const card = sheet(head.colour);
  card.append(element("div", { class: "kicker", text: "Own layer" }), element("h4", { text: head.name }));
  labels.forEach((label, index) => card.append(element("button", { class: "item", type: "button", text: label, onclick: () => onPick(index) })));
  const left = head.count - labels.length;
  if (left > 0) card.append(element("p", { class: "rest", text: `${left.toLocaleString("en")} more: click them on the map` }));
  return card;
}

function listItem(event, actions) {
  const when = event.when || (event.from == null ? "date not stated" : dayWords(event.from));
  const words = element("span", {}, element("b", { text: event.title }));
  words.append(element("small", { text: `${when} · ${statusWord(event.status).toLowerCase()}` }));
  const item = element("button", { class: "item", type: "button", "aria-label": event.say, onclick: () => actions.onPick(event.id) });
  item.append(glyph(event.type, event.status, 16), words);
  return item;
}

function sheet(colour) {
  const card = element("div", { class: "sheet" });
  card.style.setProperty("--colour", colour);
  return card;
}

const dayWords = (day) => new Date(day * 864e5).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
