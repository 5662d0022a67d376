// The base map: vector tiles over shaded relief, both out of one static file each.
//
//   BaseMap.add(map, { focus, view, palette, skipLabels })   once for a Leaflet map
//   BaseMap.setFocus(["TJ"])      the countries of the story, lifted out of the others
//   BaseMap.setSkip(["Khujand"], ["Sughd"])  towns and provinces that carry a name of their own
//   BaseMap.setView("de facto" | "recognised")               which borders are drawn
//   BaseMap.setPalette("light" | "dark" | "imagery")
//   BaseMap.setTint({ TJ: 0, KG: 3 })   countries by class, 0 the lightest of five
//   BaseMap.keepClear(6, boxes)   what marks and their labels take of the map at a zoom
//
// `greatNames: false` leaves the names of countries and capitals to the caller, who places them with
// labels of its own and says so with `keepClear`.
//
// Nothing is asked of any other server. If the tiles cannot be read (a proxy that drops Range
// requests), a plain map is drawn instead, with a notice. `BaseMap.ready` settles when either is on.
import { clear } from "./clear.js";
import { addFallback } from "./fallback.js";
import { loadFonts } from "./fonts.js";
import { palettes } from "./palettes.js";
import { createRelief } from "./relief.js";
import { repaintAll, repaintNames } from "./relabel.js";
import { openTiles } from "./source.js";
import { labelRules, paintRules } from "./style.js";

const LIBRARIES = ["../lib/pmtiles/pmtiles.js", "../lib/protomaps-leaflet/protomaps-leaflet.js"];
const ATTRIBUTION = "Natural Earth · GeoNames (CC BY 4.0), adapted · relief: NOAA GLOBE";
const VIEWS = { "de facto": 1, recognised: 2 };
const RELIEF_PANE = "base-relief";
const VECTOR_PANE = "base";
const MAX_DATA_ZOOM = 7;
// A window of 4K at zoom 8 shows about 60 tiles; the library would keep the labels of only 16.
const LABELLED_TILES = 128;

const NAMES_AFTER_MS = 120; // marks first, then the names around them
const look = { palette: palettes.light, focus: new Set(), skip: new Set(), skipProvinces: new Set(), view: VIEWS["de facto"], greatNames: true, tint: new Map() };
let paintMap = () => {};
let paintNames = () => {};
let forgetNames = () => {};
let tintRelief = () => {};
let isScheduled = false;

export const BaseMap = { add, setFocus, setSkip, setView, setPalette, setTint, keepClear, ready: Promise.resolve() };
window.BaseMap = BaseMap;

export function add(map, { focus = [], view = "de facto", palette = "light", skipLabels = [], greatNames = true } = {}) {
  Object.assign(look, {
    palette: palettes[palette] || palettes.light,
    focus: new Set(focus),
    skip: new Set(skipLabels),
    view: VIEWS[view] || VIEWS["de facto"],
    greatNames,
  });
  createPane(map, RELIEF_PANE, 150);
  createPane(map, VECTOR_PANE, 160);
  layGround(map);
  BaseMap.ready = addTiles(map).catch((error) => addPlain(map, error));
  return BaseMap.ready;
}

export function setFocus(countries) {
  if (replaceSet("focus", countries)) scheduleRedraw();
}

export function setSkip(towns, provinces = []) {
  const changed = [replaceSet("skip", towns), replaceSet("skipProvinces", provinces)];
  if (changed.includes(true)) scheduleNames();
}

export function setView(view) {
  if (!VIEWS[view] || VIEWS[view] === look.view) return;
  look.view = VIEWS[view];
  scheduleRedraw();
}

export function setPalette(name) {
  if (!palettes[name] || palettes[name] === look.palette) return;
  look.palette = palettes[name];
  scheduleRedraw();
  if (look.palette.relief) tintRelief(); // imagery has shades of its own
}

export function setTint(classes) {
  const next = new Map(Object.entries(classes));
  if (next.size === look.tint.size && [...next].every(([code, number]) => look.tint.get(code) === number)) return;
  look.tint = next;
  scheduleRedraw();
}

// Names on the ground that would now lie under a label, or have room again, are written anew; at a
// zoom that is only being entered, they are not written yet.
export function keepClear(zoom, boxes) {
  const change = clear(zoom, boxes);
  if (change === "zoom") forgetNames();
  if (change === "boxes") scheduleNames();
}

let waiting = null;

function scheduleNames() {
  clearTimeout(waiting);
  waiting = setTimeout(() => isScheduled || paintNames(), NAMES_AFTER_MS);
}

// The same list again, as at every rerun of the page, costs nothing.
function replaceSet(field, list) {
  const next = new Set(list);
  if (next.size === look[field].size && [...next].every((item) => look[field].has(item))) return false;
  look[field] = next;
  return true;
}

// Several changes in one go are one painting.
function scheduleRedraw() {
  if (isScheduled) return;
  isScheduled = true;
  queueMicrotask(() => {
    isScheduled = false;
    paintMap();
  });
}

function createPane(map, name, zIndex) {
  if (map.getPane(name)) return;
  Object.assign(map.createPane(name).style, { zIndex, pointerEvents: "none" });
}

async function addTiles(map) {
  for (const library of LIBRARIES) await loadScript(new URL(library, import.meta.url));
  const { LineLabelSymbolizer, leafletLayer } = window.protomapsL;
  const [vectors, shades] = ["basemap", "relief"].map((name) => openTiles(new URL(`${name}.pmtiles`, import.meta.url)));
  await Promise.all([vectors.getHeader(), shades.getHeader()]);
  const relief = createRelief(shades, look, RELIEF_PANE).addTo(map);
  const layer = leafletLayer({
    url: vectors,
    maxDataZoom: MAX_DATA_ZOOM,
    pane: VECTOR_PANE,
    paintRules: paintRules(look),
    labelRules: labelRules(look, LineLabelSymbolizer),
    attribution: ATTRIBUTION,
    tasks: [loadFonts()],
    updateWhenZooming: false,
    keepBuffer: 1,
    devicePixelRatio: Math.min(3, window.devicePixelRatio || 1),
  });
  layer.labelers.maxLabeledTiles = LABELLED_TILES;
  layer.addTo(map);
  forgetNames = () => forget(layer);
  paintMap = () => repaint(map, layer);
  paintNames = () => repaintNames(layer, () => forget(layer));
  tintRelief = () => relief.redraw();
  layGround(map); // another palette may have been chosen meanwhile, as by a link
}

// The tiles let it shine through.
function layGround(map) {
  map.getContainer().style.background = look.palette.ground ?? look.palette.land;
}

function repaint(map, layer) {
  layGround(map);
  return repaintAll(layer, () => forget(layer));
}

function forget(layer) {
  layer.clearLayout();
  layer.labelers.maxLabeledTiles = LABELLED_TILES;
  return layer.labelers;
}

async function addPlain(map, error) {
  paintMap = paintNames = await addFallback(map, look, VECTOR_PANE, error.message);
}

function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address.pathname} is missing`));
    document.head.append(script);
  });
}
