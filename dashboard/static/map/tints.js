// Provinces tinted by a count. Their outlines come apart from the view, once a briefing; the colours
// of the classes are in map.css. Tints of countries are painted by the base map.
import { turned } from "./meridian.js";

let map;
let renderer;
let shapes = {}; // province id -> GeoJSON geometry
let classes = {}; // province id -> class, 0 the lightest
let frame = null;
let drawn = new Map(); // province id -> layer

export function start(leafletMap) {
  map = leafletMap;
  Object.assign(map.createPane("provinces").style, { zIndex: 182, pointerEvents: "none" });
  renderer = L.svg({ pane: "provinces", padding: 0.6 });
}

export function take(arrived) {
  shapes = arrived;
  for (const layer of drawn.values()) layer.remove();
  drawn = new Map();
  paint();
}

// The same again costs nothing: only what came, went or changed its class is touched.
export function draw(tint, storyFrame) {
  classes = tint ? tint.provinces : {};
  frame = storyFrame;
  paint();
}

function paint() {
  for (const [id, layer] of drawn) {
    if (id in classes) continue;
    layer.remove();
    drawn.delete(id);
  }
  for (const [id, number] of Object.entries(classes)) {
    if (!shapes[id]) continue;
    if (!drawn.has(id)) drawn.set(id, L.geoJSON(turned(shapes[id], frame), { pane: "provinces", renderer, interactive: false, style: {} }).addTo(map));
    drawn.get(id).eachLayer((part) => part.getElement().setAttribute("data-tint", number));
  }
}
