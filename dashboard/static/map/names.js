// The names of countries and capitals: placed here with all other labels, so that none of them hides
// another. The base map writes the rest and yields to these.
import { element } from "./dom.js";
import { CAPITALS, COUNTRIES } from "./great_names.js";

const VIEWS = { "de facto": 1, recognised: 2 };
const LINE = 13; // letters of a country's name in one line
const LETTER = 0.8; // of the size of the type, letterspaced
const OVERHANG = 1.2;
const SMALLEST_PX = 10;
const SAME_TOWN = 0.3; // degrees; a capital with a mark of its own is named there

let map;
let shown = new Map(); // key -> {key, kind, code, node, marker, lat, lon}

export function start(leafletMap) {
  map = leafletMap;
  Object.assign(map.createPane("names").style, { zIndex: 186, pointerEvents: "none" });
}

// The names that this zoom has room for and that are near the box; `towns` have names of their own.
export function near(box, { focus, borders }, towns) {
  const zoom = map.getZoom();
  const wanted = new Map();
  const add = (key, build, at, style) => {
    const name = shown.get(key) || build();
    style(name.node);
    name.at = at;
    wanted.set(key, name);
    return name;
  };
  for (const [name, code, lat, lon, z, view, wide, others] of COUNTRIES) {
    const size = fitting(countrySize(zoom, z, focus.includes(code)), name, wide, zoom);
    const at = nearest(lat, lon);
    const spots = pairs(others).map(([spotLat, spotLon]) => nearest(spotLat, spotLon)).filter((spot) => box.contains(spot));
    if (!size || (view && view !== VIEWS[borders]) || (!box.contains(at) && !spots.length)) continue;
    const style = (node) => node.style.setProperty("--size", `${size}px`);
    add(`country ${name} ${view}`, () => countryName(name, code), at, style).spots = spots;
  }
  for (const [name, code, lat, lon, z] of CAPITALS) {
    const at = nearest(lat, lon);
    const first = Math.max(4, z - 1);
    if (zoom < first || !box.contains(at) || towns.some((town) => isSame(town, at))) continue;
    const style = (node) => node.style.setProperty("--size", `${between(zoom, 3, 10.5, 8, 15.5)}px`);
    add(`capital ${name} ${code}`, () => capitalName(name, code), at, style);
  }
  for (const [key, { marker }] of shown) if (!wanted.has(key)) marker.remove();
  for (const { marker } of wanted.values()) marker.addTo(map);
  shown = wanted;
  return [...shown.values()];
}

const isSame = (town, at) => Math.abs(town.lat - at.lat) < SAME_TOWN && Math.abs(((town.lon - at.lng + 540) % 360) - 180) < SAME_TOWN;

export const all = () => [...shown.values()];

// The copy of the world that is in view, for maps across the 180th meridian.
export const nearest = (lat, lon) => L.latLng(lat, lon + 360 * Math.round((map.getCenter().lng - lon) / 360));

function between(zoom, z0, v0, z1, v1) {
  const share = Math.max(0, Math.min(1, (zoom - z0) / (z1 - z0)));
  return v0 + share * (v1 - v0);
}

// Large countries large; those of the story never small.
function countrySize(zoom, z, isFocus) {
  if (zoom < z - 0.3) return 0;
  const byRank = z <= 2.7 ? 1 : z <= 3 ? 0.86 : z <= 4 ? 0.74 : 0.64;
  const full = zoom < 4 ? between(zoom, 2, 9.5, 4, 13) : zoom < 6 ? between(zoom, 4, 13, 6, 19) : between(zoom, 6, 19, 8, 24);
  return Math.max(SMALLEST_PX, Math.round((isFocus ? Math.max(0.9, byRank) : byRank) * full));
}

// Not wider than the country itself by more than a little, so that no name claims its neighbours.
function fitting(size, name, wide, zoom) {
  const longest = Math.max(...broken(name, LINE).map((line) => line.length));
  const room = (wide * 256 * 2 ** zoom) / 360;
  return size && Math.max(SMALLEST_PX, Math.min(size, Math.round((OVERHANG * room) / (longest * LETTER))));
}

const pairs = (flat) => Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index], flat[2 * index + 1]]);

function countryName(name, code) {
  const node = element("div", { class: "great country-name" });
  broken(name.toLocaleUpperCase(), LINE).forEach((line) => node.append(element("div", { text: line })));
  return { kind: "country", code, node, marker: markerOf(node) };
}

function capitalName(name, code) {
  const label = element("div", { class: "label", text: name });
  const node = element("div", { class: "great capital-name" }, element("i"), label);
  return { kind: "capital", code, node, label, marker: markerOf(node) };
}

function markerOf(node) {
  const icon = L.divIcon({ className: "", iconSize: [0, 0], html: node });
  return L.marker([0, 0], { pane: "names", interactive: false, keyboard: false, icon });
}

// As few lines as `longest` allows, of about the same length.
export function broken(text, longest) {
  return fairly(text.split(" "), Math.ceil(text.length / longest));
}

function fairly(words, lines) {
  if (lines <= 1 || words.length <= 1) return [words.join(" ")];
  const splits = words.slice(1).map((_, cut) => [words.slice(0, cut + 1).join(" "), ...fairly(words.slice(cut + 1), lines - 1)]);
  const width = (split) => Math.max(...split.map((line) => line.length));
  return splits.reduce((best, split) => (width(split) < width(best) ? split : best));
}
