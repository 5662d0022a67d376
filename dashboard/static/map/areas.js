// Everything that is not a point: provinces and valleys hatched, parts without a fixed edge sparse
// and dotted, borders drawn along the line, countries and groups of countries tinted.
import { element } from "./dom.js";
import { isOnPoint } from "./precision.js";

// Colours are in map.css, so that a dark map has its own.
const FORMS = {
  country: { stroke: false },
  group: { weight: 1, opacity: 0.5, dashArray: "1 5", fillOpacity: 0.1 },
  line: { weight: 5, opacity: 0.55, lineCap: "butt", fill: false },
  known: { weight: 1.1, opacity: 0.75, fillOpacity: 1 },
  vague: { weight: 1, opacity: 0.75, dashArray: "2 4", fillOpacity: 1 },
  quiet: { weight: 0.9, opacity: 0.6, dashArray: "2 4", fill: false },
};
const NOTHING = { weight: 0, isAhead: false };
const PATTERNS = `<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>
<pattern id="hatch-known" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect class="hatch-ground" width="7" height="7"/><rect class="hatch-known" width="1.5" height="7"/></pattern>
<pattern id="hatch-vague" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect class="hatch-vague" width="1" height="9"/></pattern></defs></svg>`;

let map;
let renderers;
let drawn = new Map();

export function start(leafletMap) {
  map = leafletMap;
  const holder = element("div");
  holder.innerHTML = PATTERNS;
  map.getContainer().append(holder);
  const pane = (name, zIndex) => Object.assign(map.createPane(name).style, { zIndex });
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
    const at = here.get(place.id) || NOTHING;
    layer.setStyle(styleOf(place, at));
    wanted.set(key, Object.assign(layer, { form: formOf(place) === "known" && at.isAhead ? "vague-fill" : formOf(place) }));
  }
  for (const [key, layer] of drawn) if (!wanted.has(key)) layer.remove();
  for (const layer of largestFirst(wanted.values())) {
    layer.addTo(map).bringToFront();
    sign(layer, layer.form);
  }
  drawn = wanted;
}

// A group of shapes holds groups of its own.
function sign(layer, form) {
  if (layer.eachLayer) layer.eachLayer((part) => sign(part, form));
  else layer.getElement().setAttribute("data-form", form);
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
  if (!place.shape) return isOnPoint(place.form) ? null : "vague";
  if (place.quiet) return "quiet";
  if (place.form === "line") return "line";
  return place.rough ? "vague" : "known";
}

function styleOf(place, { weight, isAhead }) {
  const form = formOf(place);
  if (form === "country") return { ...FORMS.country, fillOpacity: Math.min(0.2, 0.08 + 0.022 * weight) };
  if (form === "line") return { ...FORMS.line, dashArray: isAhead ? "8 7" : null };
  return FORMS[form];
}

export function boundsOf(view, place) {
  const layer = drawn.get(`${view.briefing}|${view.borders}|${place.id}`);
  const bounds = layer && layer.getBounds();
  return bounds && bounds.isValid() ? bounds : L.latLngBounds([[place.lat, place.lon]]);
}
