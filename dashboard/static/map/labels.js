// Puts rows, names and chips where they hide nothing: the numbers come from placer.js and shapes.js,
// this file measures nodes and moves them. Sums are in pixels of the present zoom, so that panning
// moves nothing; only chips look for a free place in the part of a country that is in view.
import { COUNTRY_NAMES } from "./country_names.js";
import { aroundPoint, arrange, hidden } from "./placer.js";
import { boxOf, isInside, latticeInside, linesOf, polygonsOf, positionsAlong } from "./shapes.js";

const POINTER_PX = 7;
const NAME_LINE_PX = 18;
const COUNTRY_NAME = { perLetter: 0.78, lineHeight: 1.2, longestLine: 13, from: [5, 15], to: [8, 23] };
const CLASH = 0.25; // a name whose box is hidden by more than this share is left out

let map;
const lattices = new Map(); // place id -> [lon, lat] positions inside its shape

export function start(leafletMap) {
  map = leafletMap;
}

// A spot is {place, node, row, name, marker}; see spots.js.
const isPoint = ({ place }) => place.form === "point" || place.form === "city area";
const isChip = ({ place }) => place.form.endsWith("country");
const pixel = ([lon, lat]) => map.project([lat, lon]);
const homeOf = ({ place }) => pixel([place.lon, place.lat]);

export function forget() {
  lattices.clear();
}

// `crowded` are boxes that are taken already, `countries` the codes whose names the base map writes.
// Returns the boxes of all that is placed.
export function place(spots, crowded, countries) {
  const sizes = new Map(spots.map((spot) => [spot, measure(spot)]));
  const points = spots.filter((spot) => !isChip(spot) && isPoint(spot));
  const areas = spots.filter((spot) => !isChip(spot) && !isPoint(spot));
  points.forEach((spot) => spot.marker.setLatLng([spot.place.lat, spot.place.lon]));
  const rows = points.map((spot) => rowBox(spot, sizes.get(spot)));
  const names = countries.map(countryNameBox).filter(Boolean);
  const taken = [...names, ...crowded, ...rows];

  const byWeight = [...areas].sort((a, b) => a.place.quiet - b.place.quiet);
  const blocks = arrange(byWeight.map((spot) => areaCandidates(spot, sizes.get(spot))), taken);
  byWeight.forEach((spot, index) => putArea(spot, blocks[index], sizes.get(spot)));
  taken.push(...blocks.filter(Boolean));

  const named = points.filter(({ name }) => name).sort((a, b) => a.place.quiet - b.place.quiet);
  const placed = arrange(
    named.map((spot) => aroundPoint(middleOf(rowBox(spot, sizes.get(spot))), sizes.get(spot).row, sizes.get(spot).name)),
    taken,
  );
  named.forEach((spot, index) => putName(spot, placed[index]));
  taken.push(...placed.filter((box) => box && !isHidden(box)));
  return [...taken.slice(names.length), ...placeChips(spots, taken)];
}

let takenByMarks = [];

export function placeChips(spots, taken = takenByMarks) {
  takenByMarks = taken;
  const chips = spots.filter(isChip);
  const size = (spot) => ({ w: spot.row.offsetWidth, h: spot.row.offsetHeight });
  const boxes = arrange(chips.map((spot) => chipCandidates(spot, size(spot))), taken);
  chips.forEach((spot, index) => {
    const { x, y, w, h } = boxes[index];
    spot.marker.setLatLng(map.unproject([x + w / 2, y + h / 2]));
  });
  return boxes;
}

function measure({ row, name }) {
  const size = (node) => (node ? { w: node.offsetWidth, h: node.offsetHeight } : { w: 0, h: 0 });
  return { row: size(row), name: size(name) };
}

const centred = ({ x, y }, { w, h }) => ({ x: x - w / 2, y: y - h / 2, w, h });
const middleOf = ({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 });
const isHidden = ({ clash, w, h }) => clash > CLASH * w * h;

// One mark stands on its point; several stand above it and point at it (see .many in map.css).
function rowBox(spot, { row }) {
  const box = centred(homeOf(spot), row);
  return spot.row.classList.contains("many") ? { ...box, y: box.y - row.h / 2 - POINTER_PX } : box;
}

// About where the base map writes a country's name in letterspaced capitals.
function countryNameBox(code) {
  if (!COUNTRY_NAMES[code]) return null;
  const [name, lat, lon] = COUNTRY_NAMES[code];
  const lines = Math.ceil(name.length / COUNTRY_NAME.longestLine);
  const size = nameSize(map.getZoom());
  const w = Math.ceil(name.length / lines) * size * COUNTRY_NAME.perLetter;
  return centred(pixel([lon, lat]), { w, h: lines * size * COUNTRY_NAME.lineHeight });
}

function nameSize(zoom) {
  const { from, to } = COUNTRY_NAME;
  const share = Math.max(0, Math.min(1, (zoom - from[0]) / (to[0] - from[0])));
  return from[1] + share * (to[1] - from[1]);
}

// Where a country's own label stands: under its name where that is known.
function homeOfChip({ place: { form, countries, lat, lon } }) {
  const named = form === "country" && COUNTRY_NAMES[countries[0]];
  return pixel(named ? [named[2], named[1]] : [lon, lat]);
}

// The row stands inside the area or on the line, its name above it.
function areaCandidates({ place }, { row, name }) {
  const home = pixel([place.lon, place.lat]);
  const w = Math.max(row.w, name.w);
  const polygons = polygonsOf(place.shape);
  const positions = [[place.lon, place.lat], ...positionsOf(place, polygons)];
  return positions.map((position) => {
    const at = pixel(position);
    const ends = [-1, 1].map((side) => map.unproject([at.x + (side * row.w) / 2, at.y]));
    const outside = polygons.length ? ends.filter(({ lat, lng }) => !isInside(polygons, [lng, lat])).length : 0;
    const cost = 1.5 * Math.hypot(at.x - home.x, at.y - home.y) + 60 * outside;
    return { x: at.x - w / 2, y: at.y - row.h / 2 - NAME_LINE_PX, w, h: row.h + NAME_LINE_PX, cost, at };
  });
}

function positionsOf(place, polygons) {
  if (lattices.has(place.id)) return lattices.get(place.id);
  const lines = linesOf(place.shape);
  const inside = () => (polygons.length ? latticeInside(polygons, boxOf(polygons.flat(2)), 9, 7) : []);
  const found = lines.length ? positionsAlong(lines, 10) : inside();
  lattices.set(place.id, found);
  return found;
}

function putArea(spot, box, { row }) {
  spot.marker.setLatLng(map.unproject(box.at));
  spot.node.classList.toggle("nameless", box.clash > CLASH * box.w * (spot.place.quiet ? box.h : box.h - row.h));
}

function putName(spot, box) {
  const home = homeOf(spot);
  spot.name.style.transform = `translate(${Math.round(box.x - home.x)}px, ${Math.round(box.y - home.y)}px)`;
  spot.node.classList.toggle("nameless", isHidden(box));
}

// Under the country's name if that is in view, else wherever the country has free room in view.
function chipCandidates(spot, { w, h }) {
  const home = homeOfChip(spot);
  const view = map.getPixelBounds();
  const candidates = [
    { x: home.x - w / 2, y: home.y + 14, w, h, cost: 0 },
    { x: home.x - w / 2, y: home.y - 14 - h, w, h, cost: 8 },
  ];
  const free = positionsInView(spot.place, view).map(pixel);
  for (const at of free.length ? free : ringAround(home)) {
    candidates.push({ ...centred(at, { w, h }), cost: 20 + 0.5 * Math.hypot(at.x - home.x, at.y - home.y) });
  }
  const inner = { x: view.min.x + 8, y: view.min.y + 8, w: view.getSize().x - 16, h: view.getSize().y - 40 };
  return candidates.map((box) => ({ ...box, cost: box.cost + 4 * (w * h - hidden(box, [inner])) }));
}

function ringAround({ x, y }) {
  const angles = Array.from({ length: 8 }, (_, step) => (step * Math.PI) / 4);
  return [70, 130].flatMap((radius) => angles.map((a) => ({ x: x + radius * Math.cos(a), y: y + 0.6 * radius * Math.sin(a) })));
}

function positionsInView(place, view) {
  const polygons = polygonsOf(place.shape);
  if (!polygons.length) return [];
  const own = boxOf(polygons.flat(2));
  const southWest = map.unproject([view.min.x, view.max.y]);
  const northEast = map.unproject([view.max.x, view.min.y]);
  const box = {
    west: Math.max(own.west, southWest.lng),
    south: Math.max(own.south, southWest.lat),
    east: Math.min(own.east, northEast.lng),
    north: Math.min(own.north, northEast.lat),
  };
  return box.west < box.east && box.south < box.north ? latticeInside(polygons, box, 12, 10) : [];
}
