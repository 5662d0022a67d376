// Layers of the reader's own, under the marks: each in its colour, each thing with its columns at a
// click. What the files say reaches the map as data and is written as text only.
import { element } from "./dom.js";
import { touches } from "./shapes.js";

const LONGEST_LIST = 60;
const COLOUR = /^#[0-9a-f]{6}$/i;

let map;
let actions;
let heads = [];
let features = {}; // layer id -> [{label, columns, shape}]
let drawn = new Map(); // layer id -> {key, group}

// `actions`: onOpen(layerId, index | null, anchor), onHover(node, text | null)
export function start(leafletMap, given) {
  map = leafletMap;
  actions = given;
  map.createPane("overlays").style.zIndex = 390;
}

export function draw(wanted) {
  heads = wanted;
  paint();
}

export function take(arrived) {
  features = arrived;
  paint();
}

function paint() {
  const shown = heads.filter(({ id, shown: isShown }) => isShown && features[id]);
  for (const [id, { group }] of drawn)
    if (!shown.some((head) => head.id === id)) {
      group.remove();
      drawn.delete(id);
    }
  for (const head of shown) {
    const old = drawn.get(head.id);
    if (old && old.colour === head.colour) continue;
    if (old) old.group.remove();
    drawn.set(head.id, { colour: head.colour, group: groupOf(head).addTo(map) });
  }
}

function groupOf({ id, colour }) {
  const safe = COLOUR.test(colour) ? colour : "#000000";
  const renderer = L.svg({ pane: "overlays", padding: 0.4 });
  const style = { pane: "overlays", renderer, color: safe, weight: 2, fillColor: safe, fillOpacity: 0.14, bubblingMouseEvents: false };
  const layers = features[id].map(({ shape, label }, index) => {
    const own = shape.type.endsWith("Point") ? { ...style, radius: 5, fillOpacity: 0.75, weight: 1.5 } : style;
    const layer = L.geoJSON(shape, { ...own, style: own, pointToLayer: (_, at) => L.circleMarker(at, own) });
    layer.on("click", ({ latlng }) => actions.onOpen(id, index, anchorAt(latlng)));
    layer.on("mouseover", ({ latlng }) => label && actions.onHover(anchorAt(latlng), label));
    layer.on("mouseout", () => actions.onHover(null, null));
    return layer;
  });
  return L.layerGroup(layers);
}

// What a card hangs on: the spot that was clicked.
export function anchorAt(latlng) {
  return {
    getBoundingClientRect() {
      const { left, top } = map.getContainer().getBoundingClientRect();
      const { x, y } = map.latLngToContainerPoint(latlng);
      return new DOMRect(left + x - 4, top + y - 4, 8, 8);
    },
    focus: (options) => map.getContainer().focus(options),
  };
}

export const middleOf = (layerId, index) => L.geoJSON(features[layerId][index].shape).getBounds().getCenter();
export const headOf = (layerId) => heads.find(({ id }) => id === layerId);
export const featureOf = (layerId, index) => features[layerId][index];
export const listOf = (layerId) => (features[layerId] || []).slice(0, LONGEST_LIST).map(({ label }, index) => label || `Without a name, row ${index + 1}`);

// Rows of the legend for what lies in the box: a button each, so that what a layer holds is reached by
// keyboard too.
export function legendRows(box) {
  const isSeen = ({ shown, id }) => shown && (features[id] || []).some(({ shape }) => touches(shape, box));
  return heads.filter(isSeen).map((head) => {
    const swatch = element("i", { class: "overlay-swatch" });
    swatch.style.setProperty("--own", COLOUR.test(head.colour) ? head.colour : "#000000");
    const button = element("button", { class: "key overlay-key", type: "button", "aria-label": `${head.name}: what this layer holds` }, swatch);
    button.append(element("span", { text: head.name }), element("span", { class: "number", text: head.count.toLocaleString("en") }));
    button.onclick = () => actions.onOpen(head.id, null, button);
    return button;
  });
}
