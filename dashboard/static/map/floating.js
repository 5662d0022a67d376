// The one floating card: beside its mark with a leader line, never moving the map, closed by Esc.
import { element } from "./dom.js";

const GAP = 26; // between mark and card
const EDGE = 8; // between card and the map's edge

let map;
let open = null; // {card, leader, anchor, returnFocus, side}

export function start(leafletMap) {
  map = leafletMap;
  map.on("move zoom zoomend viewreset resize", place);
  map.on("click", close);
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) close({ withFocus: true });
  });
}

// `anchor` is a function that returns the node the card belongs to, or null once it is gone.
export function show(content, { anchor, label }) {
  close();
  const card = element("div", { class: "card", role: "dialog", "aria-label": label, tabindex: "-1" });
  const button = element("button", { class: "close", type: "button", text: "×", "aria-label": "Close" });
  button.onclick = () => close({ withFocus: true });
  card.append(button, content);
  const leader = element("div", { class: "leader" });
  map.getContainer().append(leader, card);
  L.DomEvent.disableClickPropagation(card);
  L.DomEvent.disableScrollPropagation(card);
  open = { card, leader, anchor, side: null };
  place();
  card.focus({ preventScroll: true });
}

export function close({ withFocus = false } = {}) {
  if (!open) return;
  const { card, leader, anchor } = open;
  open = null;
  const from = anchor();
  card.remove();
  leader.remove();
  if (withFocus && from) from.focus({ preventScroll: true });
}

// New content for the open card, for words that came later.
export function replace(content) {
  if (!open) return;
  open.card.lastChild.replaceWith(content);
  place();
}

export function place() {
  if (!open) return;
  const node = open.anchor();
  if (!node) {
    close();
    return;
  }
  const frame = map.getContainer().getBoundingClientRect();
  const mark = rectangle(node, frame);
  const card = { w: open.card.offsetWidth, h: open.card.offsetHeight };
  const position = beside(mark, card, frame);
  open.card.style.transform = `translate(${Math.round(position.x)}px, ${Math.round(position.y)}px)`;
  drawLeader(mark, { ...position, ...card });
}

function rectangle(node, frame) {
  const box = node.getBoundingClientRect();
  return { x: box.left - frame.left + box.width / 2, y: box.top - frame.top + box.height / 2, half: box.width / 2 };
}

// Left or right of the mark, whichever hides less; the side is kept while the map moves.
function beside(mark, card, frame) {
  const y = clamp(mark.y - 64, EDGE, frame.height - card.h - EDGE);
  const xs = [mark.x + mark.half + GAP - 11, mark.x - mark.half - GAP + 11 - card.w];
  const fits = xs.map((x) => x > EDGE && x + card.w < frame.width - EDGE);
  if (!fits[0] && !fits[1]) return aboveOrBelow(mark, card, frame);
  if (open.side === null || !fits[open.side]) {
    open.side = fits[0] && fits[1] ? quieterSide(xs, y, card, frame) : Number(fits[1]);
  }
  return { x: xs[open.side], y };
}

function quieterSide(xs, y, card, frame) {
  const nodes = [...map.getContainer().querySelectorAll(".mark, .legend, .spot .name")];
  const boxes = nodes.map((node) => node.getBoundingClientRect());
  const isUnder = (box, x) =>
    box.right - frame.left > x && box.left - frame.left < x + card.w &&
    box.bottom - frame.top > y && box.top - frame.top < y + card.h;
  const hides = (x) => boxes.filter((box) => isUnder(box, x)).length;
  return hides(xs[0]) <= hides(xs[1]) ? 0 : 1;
}

function aboveOrBelow(mark, card, frame) {
  const x = clamp(mark.x - card.w / 2, EDGE, frame.width - card.w - EDGE);
  const below = mark.y + GAP;
  const isRoomBelow = below + card.h < frame.height - EDGE;
  return { x, y: isRoomBelow ? below : Math.max(EDGE, mark.y - card.h - GAP) };
}

function drawLeader(mark, card) {
  const isUnder = card.x < mark.x && card.x + card.w > mark.x;
  const to = { x: card.x > mark.x ? card.x : card.x + card.w, y: clamp(mark.y, card.y + 10, card.y + card.h - 10) };
  const from = { x: mark.x + (card.x > mark.x ? 1 : -1) * Math.min(mark.half, Math.abs(to.x - mark.x)), y: mark.y };
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  Object.assign(open.leader.style, {
    display: isUnder ? "none" : "block",
    left: `${from.x}px`,
    top: `${from.y}px`,
    width: `${Math.hypot(dx, dy)}px`,
    transform: `rotate(${Math.atan2(dy, dx)}rad)`,
  });
}

const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
