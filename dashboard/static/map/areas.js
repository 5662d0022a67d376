// Everything that is not a point: provinces and valleys hatched, parts without a fixed edge sparse
// and dotted, borders drawn along the line, countries and groups of countries tinted.
import { element } from "./dom.js";

const EDGE = "#9B2D20";
const VAGUE_EDGE = "#7A5A3A";
const FORMS = {
  country: { stroke: false, fillColor: "#E3BE72" },
  group: { color: "#A8792F", weight: 1, opacity: 0.5, dashArray: "1 5", fillColor: "#E3BE72", fillOpacity: 0.1 },
  line: { color: EDGE, weight: 5, opacity: 0.55, lineCap: "butt", fill: false },
  known: { color: EDGE, weight: 1.1, opacity: 0.75, fillColor: "url(#hatch-known)", fillOpacity: 1 },
  vague: {
    color: VAGUE_EDGE, weight: 1, opacity: 0.75, dashArray: "2 4", fillColor: "url(#hatch-vague)", fillOpacity: 1,
  },
  quiet: { color: VAGUE_EDGE, weight: 0.9, opacity: 0.6, dashArray: "2 4", fill: false },
};
const NOTHING = { weight: 0, isAhead: false };
const PATTERNS = `<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>
<pattern id="hatch-known" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="7" height="7" fill="#B3392B" fill-opacity=".05"/><rect width="1.5" height="7" fill="#9B2D20" fill-opacity=".5"/></pattern>
<pattern id="hatch-vague" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="1" height="9" fill="#7A5A3A" fill-opacity=".34"/></pattern></defs></svg>`;

let map;
let renderers;
let drawn = new Map();

export function start(leafletMap) {
  map = leafletMap;
  const holder = element("div");
  holder.innerHTML = PATTERNS;
  map.getContainer().append(holder);
  // Multiplied, so that the base map's names stay legible under an area.
  const pane = (name, zIndex) => Object.assign(map.createPane(name).style, { zIndex, mixBlendMode: "multiply" });
  pane("tints", 184).pointerEvents = "none";
  pane("areas", 380);
  renderers = { tints: L.svg({ pane: "tints", padding: 0.6 }), areas: L.svg({ pane: "areas", padding: 0.6 }) };
}

// `here` maps a place's id to {weight, isAhead}: how many shown events, and whether all are ahead.
export function draw(view, here, onClick) {
  const wanted = new Map();
  for (const place of view.places) {
    if (!place.shape) continue;
    const key = `${view.briefing}|${view.borders}|${place.id}`;
    const layer = drawn.get(key) || layerOf(place, onClick);
    layer.setStyle(styleOf(place, here.get(place.id) || NOTHING));
    wanted.set(key, layer);
  }
  for (const [key, layer] of drawn) if (!wanted.has(key)) layer.remove();
  for (const layer of largestFirst(wanted.values())) layer.addTo(map).bringToFront();
  drawn = wanted;
}

const isTint = (place) => place.form === "country" || place.form === "multi-country";

function layerOf(place, onClick) {
  const pane = isTint(place) ? "tints" : "areas";
  const layer = L.geoJSON(place.shape, { pane, renderer: renderers[pane], interactive: !isTint(place), style: {} });
  layer.on("click", (event) => {
    L.DomEvent.stopPropagation(event);
    onClick(place.id);
  });
  return layer;
}

// So that a small area stays in reach on top of a large one.
function largestFirst(layers) {
  const width = (layer) => layer.getBounds().getEast() - layer.getBounds().getWest();
  return [...layers].sort((a, b) => width(b) - width(a));
}

// What the legend calls the form of a place; null for a point.
export function formOf(place) {
  if (place.form === "country") return "country";
  if (place.form === "multi-country") return "group";
  if (!place.shape) return place.form === "point" || place.form === "city area" ? null : "vague";
  if (place.quiet) return "quiet";
  if (place.form === "line") return "line";
  return place.rough ? "vague" : "known";
}

function styleOf(place, { weight, isAhead }) {
  const form = formOf(place);
  if (form === "country") return { ...FORMS.country, fillOpacity: Math.min(0.2, 0.08 + 0.022 * weight) };
  if (form === "line") return { ...FORMS.line, dashArray: isAhead ? "8 7" : null };
  if (form === "known" && isAhead) return { ...FORMS.known, fillColor: "url(#hatch-vague)" };
  return FORMS[form];
}

export function boundsOf(view, place) {
  const layer = drawn.get(`${view.briefing}|${view.borders}|${place.id}`);
  const bounds = layer && layer.getBounds();
  return bounds && bounds.isValid() ? bounds : L.latLngBounds([[place.lat, place.lon]]);
}
