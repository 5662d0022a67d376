// The positions a label may take, each with what it costs to stray there. Sums are in pixels of the
// present zoom; positions on the ground are [lon, lat].
import { aroundPoint, hidden } from "./placer.js";
import { boxOf, isInside, latticeInside, linesOf, polygonsOf, positionsAlong } from "./shapes.js";

const NAMELESS = 70; // what an area pays for standing without its name
const GAP_PX = 3;
const LINE_STEPS = 60;
const CROSSING = 12; // for each sixtieth of a border that its own name hides
const POINTER_PX = 7;
const DOT_PX = 9;
const FAR_ZOOM = 4;

let map;
const lattices = new Map(); // place id -> [lon, lat] positions inside its shape

export const start = (leafletMap) => { map = leafletMap; };
// So far out the count of a country is its number alone, and stands in its country or in a ring: a
// little beside it would be in another one.
export const isFar = () => map.getZoom() <= FAR_ZOOM;
const areas = new Map(); // place id, zoom and sizes -> candidates: looking what lies inside takes time
const MOST_AREAS = 400;

export function forget() {
  lattices.clear();
  areas.clear();
}

export const pixel = ([lon, lat]) => map.project([lat, lon]);
const homeOf = ({ lat, lon }) => pixel([lon, lat]);
const centred = ({ x, y }, { w, h }) => ({ x: x - w / 2, y: y - h / 2, w, h });
const middleOf = ({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 });

// One mark stands on its point; several stand above it and point at it (see .many in map.css).
export function pointBoxes(place, row, isMany) {
  const home = homeOf(place);
  const box = centred(home, row);
  return isMany ? [{ ...box, y: box.y - row.h / 2 - POINTER_PX, h: row.h + POINTER_PX }, dotBox(home)] : [box];
}

export const dotBox = (at) => centred(at, { w: DOT_PX, h: DOT_PX });

// The name of a point, beside its marks.
export const beside = (box, name) => aroundPoint(middleOf(box), box, name);

// A capital carries its dot along.
export function capital(at, label) {
  const dot = dotBox(at);
  return aroundPoint(at, dot, label, 2).map(({ boxes: [box], cost }) => ({ boxes: [box, dot], cost, box }));
}

// The row stands inside the area or on the line, its name above, below or left out.
export function area(place, row, name) {
  const key = [place.id, map.getZoom(), row.w, row.h, name ? [name.w, name.h] : ""].join(" ");
  if (!areas.has(key)) {
    if (areas.size >= MOST_AREAS) areas.clear();
    areas.set(key, areaCandidates(place, row, name));
  }
  return areas.get(key);
}

function areaCandidates(place, row, name) {
  const home = homeOf(place);
  const polygons = polygonsOf(place.shape);
  const found = [[place.lon, place.lat], ...positionsOf(place, polygons)].flatMap((position) => {
    const at = pixel(position);
    const ends = [-1, 1].map((side) => map.unproject([at.x + (side * row.w) / 2, at.y]));
    const outside = polygons.length ? ends.filter(({ lat, lng }) => !isInside(polygons, [lng, lat])).length : 0;
    const cost = 1.2 * Math.hypot(at.x - home.x, at.y - home.y) + 40 * outside;
    return rowAndName(at, row, name, cost);
  });
  const line = positionsAlong(linesOf(place.shape), LINE_STEPS).map(pixel);
  return line.length ? found.map((one) => ({ ...one, cost: one.cost + CROSSING * crossings(one.name, line) })) : found;
}

// How much of its own line a border's name would stand on.
const crossings = (box, line) => (box ? line.filter(({ x, y }) => x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h).length : 0);

function rowAndName(at, row, name, cost) {
  const own = centred(at, row);
  const bare = { boxes: [own], cost, at };
  if (!name) return [bare];
  const drop = (row.h + name.h) / 2 + GAP_PX;
  const side = (row.w + name.w) / 2 + GAP_PX;
  const named = [[0, -drop], [0, drop], [side, 0], [-side, 0]].map(([dx, dy], place) => {
    const box = centred({ x: at.x + dx, y: at.y + dy }, name);
    return { boxes: [own, box], cost: cost + 4 * place, at, name: box };
  });
  return [...named, { ...bare, cost: cost + NAMELESS }];
}

function positionsOf(place, polygons) {
  if (lattices.has(place.id)) return lattices.get(place.id);
  const lines = linesOf(place.shape);
  const inside = () => (polygons.length ? latticeInside(polygons, boxOf(polygons.flat(2)), 9, 7) : []);
  const found = lines.length ? positionsAlong(lines, 10) : inside();
  lattices.set(place.id, found);
  return found;
}

// A country's name and its count under it, as one: at its middle, else wherever the country has room
// in the frame {x, y, w, h, covered}, at one of the spots known to lie inside it or within its shape.
export function country({ at, spots, shape, name, chip, frame }) {
  const home = map.project(at);
  const size = { w: Math.max(name ? name.w : 0, chip ? chip.w : 0), h: (name ? name.h : 0) + (chip ? chip.h : 0) + (name && chip ? GAP_PX : 0) };
  const step = name ? name.h : 18;
  const near = [0, -0.6, 0.6].map((shift) => ({ x: home.x, y: home.y + shift * step }));
  const inside = spots.map((spot) => map.project(spot)).filter(({ x, y }) => x > frame.x && x < frame.x + frame.w && y > frame.y && y < frame.y + frame.h);
  const inView = chip ? [...inside, ...positionsInView(shape, frame), ...(isFar() ? [] : ring(home))] : inside;
  const found = [...near, ...inView].map((middle) => {
    const whole = centred(middle, size);
    const strayed = Math.hypot(middle.x - home.x, middle.y - home.y);
    const lost = lostOf(whole, frame);
    const boxes = stacked(whole, name, chip);
    return { ...boxes, boxes: [boxes.name, boxes.chip].filter(Boolean), cost: 0.4 * strayed + lost };
  });
  return chip ? found : found.filter(({ boxes }) => hidden(boxes[0], frame.covered) === 0);
}

// What of a box is out of view or under a control.
const lostOf = (box, frame) => 4 * (box.w * box.h - hidden(box, [frame]) + hidden(box, frame.covered));

function stacked(whole, name, chip) {
  const x = (w) => whole.x + (whole.w - w) / 2;
  return {
    name: name && { x: x(name.w), y: whole.y, ...name },
    chip: chip && { x: x(chip.w), y: whole.y + whole.h - chip.h, ...chip },
  };
}

// A count for a group of countries, which has no name on the ground: around its middle.
export function around(at, size, frame) {
  const home = map.project(at);
  return [home, ...ring(home)].map((middle) => {
    const box = centred(middle, size);
    return { boxes: [box], chip: box, cost: 0.5 * Math.hypot(middle.x - home.x, middle.y - home.y) + lostOf(box, frame) };
  });
}

// Where a count goes that finds no room in its country.
function ring({ x, y }) {
  const angles = Array.from({ length: 8 }, (_, step) => (step * Math.PI) / 4);
  return [70, 130].flatMap((r) => angles.map((a) => ({ x: x + r * Math.cos(a), y: y + 0.6 * r * Math.sin(a) })));
}

function positionsInView(shape, frame) {
  const polygons = polygonsOf(shape);
  if (!polygons.length) return [];
  const own = boxOf(polygons.flat(2));
  const southWest = map.unproject([frame.x, frame.y + frame.h]);
  const northEast = map.unproject([frame.x + frame.w, frame.y]);
  const box = {
    west: Math.max(own.west, southWest.lng),
    south: Math.max(own.south, southWest.lat),
    east: Math.min(own.east, northEast.lng),
    north: Math.min(own.north, northEast.lat),
  };
  return box.west < box.east && box.south < box.north ? latticeInside(polygons, box, 12, 10).map(pixel) : [];
}
