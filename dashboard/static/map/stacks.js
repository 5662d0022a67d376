// Marks that would hide each other at this zoom stand as one ring of their types with the number
// inside, as in a crowd; it opens the list of all of them, place by place.
import { radiusOf } from "./clusters.js";
import { count, element, typeColour, typeWord } from "./dom.js";

let map;
let actions;
let drawn = new Map(); // ids of the places -> stack

// `actions`: onStack(stack), onHover(node, text | null)
export function start(leafletMap, given) {
  map = leafletMap;
  actions = given;
}

// `groups` are {members, x, y} of spots. A stack that is as it was keeps its node, so that focus and
// hover survive.
export function draw(groups) {
  const wanted = new Map();
  for (const { members, x, y } of groups) {
    const key = members.map(({ place, signature }) => `${place.id} ${signature}`).sort().join(" ");
    const stack = drawn.get(key) || build();
    stack.spots = members;
    stack.marker.setLatLng(map.unproject([x, y]));
    if (!drawn.has(key)) paint(stack);
    wanted.set(key, stack);
  }
  for (const [key, { marker }] of drawn) if (!wanted.has(key)) marker.remove();
  for (const stack of wanted.values()) {
    stack.marker.addTo(map);
    for (const spot of stack.spots) spot.held = stack;
  }
  drawn = wanted;
}

export const all = () => [...drawn.values()];

function build() {
  const stack = { spots: [] };
  const button = element("button", {
    class: "stack",
    type: "button",
    onclick: () => actions.onStack(stack),
    onmouseenter: () => actions.onHover(button, stack.words),
    onmouseleave: () => actions.onHover(button, null),
    onfocus: () => actions.onHover(button, stack.words),
    onblur: () => actions.onHover(button, null),
  });
  const node = element("div", { class: "spot" }, button);
  L.DomEvent.disableClickPropagation(node);
  const icon = L.divIcon({ className: "", iconSize: [0, 0], html: node });
  const marker = L.marker([0, 0], { pane: "spots", keyboard: false, interactive: false, icon, zIndexOffset: 2000 });
  return Object.assign(stack, { button, marker });
}

// An event in two of the towns is one event.
export function eventsOf({ spots }) {
  return [...new Map(spots.flatMap(({ events }) => events).map((event) => [event.id, event])).values()];
}

function countsOf(stack) {
  const counts = new Map();
  const add = (type, number) => counts.set(type, (counts.get(type) || 0) + number);
  if (stack.spots.some(({ counts: known }) => known)) for (const { counts: known } of stack.spots) for (const [type, number] of known) add(type, number);
  else for (const { type } of eventsOf(stack)) add(type, 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function paint(stack) {
  const counts = countsOf(stack);
  const weight = counts.reduce((sum, [, number]) => sum + number, 0);
  const types = counts.map(([type, number]) => `${number.toLocaleString("en")} ${typeWord(type)}`).join(", ");
  Object.assign(stack, { weight, types, words: `${types} · ${count(stack.spots.length, "place", "places")}` });
  stack.button.setAttribute("aria-label", `${count(weight, "event", "events")} at ${count(stack.spots.length, "place", "places")}: ${types}. Opens the list`);
  stack.button.innerHTML = ring(counts, weight);
  stack.button.append(element("b", { text: weight.toLocaleString("en") }));
}

// Our own drawing: colours of a closed list, and numbers.
function ring(counts, weight) {
  const radius = radiusOf({ weight });
  const around = 2 * Math.PI * (radius - 3);
  let done = 0;
  const arcs = counts.map(([type, number]) => {
    const share = (around * number) / weight;
    const arc = `<circle r="${radius - 3}" fill="none" stroke="${typeColour(type)}" stroke-width="6" stroke-dasharray="${share} ${around - share}" stroke-dashoffset="${-done}" transform="rotate(-90)"/>`;
    done += share;
    return arc;
  });
  const side = 2 * radius + 2;
  return `<svg width="${side}" height="${side}" viewBox="${-side / 2} ${-side / 2} ${side} ${side}" aria-hidden="true">${arcs.join("")}<circle r="${radius}" fill="none" class="edge"/><circle r="${radius - 5}" class="heart"/></svg>`;
}
