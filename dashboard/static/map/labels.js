// Gives every label its place: measures nodes, asks placer.js and moves them. The important first:
// rows of marks, the countries with counts, marked towns, capitals, areas, then what is only named.
// Sums are in pixels of the present zoom, so that panning moves nothing but the counts of countries,
// which look for room in the part of the country that is in view.
import * as candidates from "./candidates.js";
import { areApart, gather } from "./gather.js";
import * as names from "./names.js";
import { arrange } from "./placer.js";
import { isOnPoint } from "./precision.js";
import * as spots from "./spots.js";

const RANKS = { picked: 0, row: 1, counted: 2, pickedTown: 2.5, town: 3, capital: 4, area: 5, country: 6, quietTown: 7, quietArea: 8 };
const EDGE = 8;
const TOUCH_PX = 2; // so far a count may reach over the edge of a ring
const CONTROLS = ".leaflet-control:not(.legend), .legend:not([hidden])";
const REACH = 0.75; // of the view on each side is labelled too, so that a pan shows no bare edge

let map;
let reach = null; // what was labelled last
let steady = []; // boxes of all that stays when the map is moved

export function start(leafletMap) {
  map = leafletMap;
  candidates.start(map);
  names.start(map);
}

let measured = new WeakMap(); // node -> size; to ask for one has the page laid out anew
let measuredAt = null; // zoom and tightness: names grow, counts shrink with it

// Another briefing has other names; letters that have come have other widths.
export function forget() {
  measured = new WeakMap();
  candidates.forget();
}

let hiding = []; // ids of the areas whose counts hide a ring
export const hidingRings = () => hiding;

// A spot is {place, node, row, name, marker, isMinor}; see spots.js.
const isPoint = ({ place }) => isOnPoint(place.form);
const isChip = ({ place }) => place.form.endsWith("country");
const isArea = (spot) => !isPoint(spot) && !isChip(spot);
const isMarked = ({ weight }) => weight > 0;

// `rings` and `crowded` are boxes that are taken already, `soft` such as are better left free, `picked` the id of
// the place of the selected event; what `isCountedIn` stands in a ring. Returns the boxes of all that is placed.
export function place(all, { rings, crowded: others, soft, view, picked, isCountedIn }) {
  const every = all.filter((spot) => !isCountedIn(spot.place.id));
  const crowded = [...rings, ...others];
  reach = map.getBounds().pad(REACH);
  // Among the rings of a crowd there is room for numbers alone, as there is far out.
  const isTight = candidates.isFar() || view.crowd !== null;
  map.getContainer().classList.toggle("far", isTight);
  if (measuredAt !== `${map.getZoom()} ${isTight}`) measured = new WeakMap();
  measuredAt = `${map.getZoom()} ${isTight}`;
  const great = names.near(reach, view, every.filter(isPoint).map(({ place }) => place));
  const sizes = measure(every, great);
  let stacks = [];
  let isWhole = false; // marks first: which of them stand as one is found without the other names
  for (;;) {
    const placed = placeAll(every, { isWhole, stacks, great, sizes, crowded, soft, view, picked });
    const gathered = gather([...placed.marks, ...stacks]);
    const isApart = gathered.length === placed.marks.length + stacks.length;
    if (isApart && isWhole) {
      hiding = [...placed.marks, ...stacks].flatMap(({ members, boxes }) => (isOver(boxes, rings) ? members.filter(isArea).map(({ place: { id } }) => id) : []));
      return settled(placed, stacks, all.filter((spot) => isCountedIn(spot.place.id)));
    }
    isWhole = isApart;
    stacks = gathered.filter(({ members }) => members.length > 1);
  }
}

// Boxes over rings, which are round.
const isOver = (boxes, rings) => boxes.some((box) => rings.some((ring) => depth(box, ring) > TOUCH_PX));

function depth(box, ring) {
  const radius = ring.w / 2;
  const [x, y] = [ring.x + radius, ring.y + radius];
  return radius - Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h));
}

function settled({ items, chosen, taken, counted, quiet, rows, marks }, stacks, inRings) {
  items.forEach((item, index) => item.put(chosen[index]));
  const over = [...marks, ...stacks].flatMap(({ boxes }) => boxes);
  spots.hold(stacks, quiet.filter((spot) => !areApart(rows.get(spot), over)), inRings);
  const boxesOf = (isWanted) => chosen.flatMap((one, index) => (one && isWanted(items[index]) ? one.boxes : []));
  steady = [...taken, ...boxesOf((item) => !counted.includes(item))];
  return [...steady, ...boxesOf((item) => counted.includes(item))];
}

// Where everything goes when some marks stand as one: the labels, and the boxes of the marks.
function placeAll(every, { isWhole, stacks, great, sizes, crowded, soft, view, picked }) {
  const held = new Set(stacks.flatMap(({ members }) => members));
  const free = every.filter((spot) => !held.has(spot));
  const loud = free.filter((spot) => isPoint(spot) && isMarked(spot));
  const quiet = free.filter((spot) => isPoint(spot) && !isMarked(spot));
  const rows = new Map([...loud, ...quiet].map((spot) => [spot, candidates.pointBoxes(spot.place, sizes.get(spot).row, isMany(spot))]));
  const marks = [...near(crowded), ...stacks.flatMap(({ boxes }) => boxes), ...loud.flatMap((spot) => rows.get(spot))];
  const points = [...loud, ...quiet.filter((spot) => areApart(rows.get(spot), marks))];
  const taken = [...marks, ...points.filter((spot) => !isMarked(spot)).flatMap((spot) => rows.get(spot))];
  points.forEach((spot) => moveTo(spot.marker, L.latLng(spot.place.lat, spot.place.lon)));
  const rank = ({ place }) => (place.id === picked ? RANKS.pickedTown : place.quiet ? RANKS.quietTown : RANKS.town);

  const counted = countryItems(free, isWhole ? great : withCount(great, free), sizes, view);
  const wanted = [
    ...free.filter(isArea).map((spot) => areaItem(spot, sizes.get(spot), spot.place.id === picked)),
    ...counted,
    ...points.filter(({ name }) => name).map((spot) => ({
      rank: rank(spot),
      isRequired: spot.place.id === picked,
      candidates: candidates.beside(rows.get(spot)[0], sizes.get(spot).name),
      put: (chosen) => putName(spot, chosen && chosen.boxes[0], candidates.pixel([spot.place.lon, spot.place.lat])),
    })),
    ...great.filter(({ kind }) => kind === "capital").map((name) => capitalItem(name, sizes.get(name))),
  ];
  const items = isWhole ? wanted : wanted.filter(({ spot }) => spot && isMarked(spot));
  const dots = great.filter(({ kind }) => kind === "capital").map(({ at }) => candidates.dotBox(map.project(at)));
  const chosen = arrange(items, taken, [...dots, ...soft]);
  const ofPoints = loud.map((spot) => markAt(spot, rows.get(spot), candidates.pixel([spot.place.lon, spot.place.lat])));
  const ofAreas = items.flatMap(({ spot }, index) => (spot && isMarked(spot) ? [markIn(spot, chosen[index])] : []));
  return { items, chosen, taken, counted, quiet, rows, marks: [...ofPoints, ...ofAreas] };
}

// Leaflet sets a marker down anew even where it stands already.
const moveTo = (marker, at) => marker.getLatLng().equals(at) || marker.setLatLng(at);

function withCount(great, free) {
  const ids = new Set(free.filter(isChip).map(({ place }) => place.id));
  return great.filter(({ kind, code }) => kind === "country" && ids.has(`country:${code}`));
}

const markAt = (spot, boxes, { x, y }) => ({ members: [spot], boxes, x, y, weight: spot.weight });

// The row of an area, the count of a country.
function markIn(spot, { chip, boxes }) {
  const box = chip || boxes[0];
  return markAt(spot, [box], { x: box.x + box.w / 2, y: box.y + box.h / 2 });
}

// After the map was moved: the counts of countries come into view. Null when all must be placed.
export function settle(every, view) {
  if (!reach || !reach.contains(map.getBounds())) return null;
  if (every.some((spot) => isChip(spot) && spot.held)) return null;
  const great = names.all();
  const sizes = measure(every.filter(isChip), great.filter(({ kind }) => kind === "country"));
  const items = countryItems(every, great, sizes, view);
  const chosen = arrange(items, steady);
  if (chosen.some((one) => one && one.chip && !areApart([one.chip], steady))) return null;
  items.forEach((item, index) => item.put(chosen[index]));
  return [...steady, ...chosen.flatMap((one) => (one ? one.boxes : []))];
}

const isMany = ({ row }) => row.classList.contains("many");

// What is not shown now has no size yet.
function sizeOf(node) {
  if (!node || measured.has(node)) return node && measured.get(node);
  const size = { w: node.offsetWidth, h: node.offsetHeight };
  if (size.w) measured.set(node, size);
  return size;
}

function measure(every, great) {
  const ofSpots = every.map((spot) => [spot, { row: sizeOf(spot.row), name: sizeOf(spot.name) }]);
  return new Map([...ofSpots, ...great.map((name) => [name, sizeOf(name.label || name.node)])]);
}

function near(boxes) {
  const corner = map.project(reach.getNorthWest());
  const end = map.project(reach.getSouthEast());
  return boxes.filter(({ x, y }) => x > corner.x && x < end.x && y > corner.y && y < end.y);
}

function areaItem(spot, { row, name }, isPicked) {
  const isNameOnly = !spot.name; // a quiet area is its name
  const wanted = spot.isMinor && !isPicked ? null : name;
  return {
    spot,
    rank: isPicked ? RANKS.picked : isNameOnly ? RANKS.quietArea : RANKS.row,
    isRequired: !isNameOnly,
    candidates: isNameOnly && spot.isMinor && !isPicked ? [] : candidates.area(spot.place, row, wanted).filter((one) => one.name || !(isPicked && wanted)),
    put(chosen) {
      spot.node.classList.toggle("nameless", !chosen || (!isNameOnly && !chosen.name));
      if (!chosen) return;
      spot.marker.setLatLng(map.unproject(chosen.at));
      if (chosen.name) putName(spot, chosen.name, chosen.at);
    },
  };
}

function putName(spot, box, home) {
  spot.node.classList.toggle("nameless", !box);
  if (box) spot.name.style.transform = `translate(${Math.round(box.x - home.x)}px, ${Math.round(box.y - home.y)}px)`;
}

function capitalItem(name, label) {
  const home = map.project(name.at);
  return {
    rank: RANKS.capital,
    candidates: candidates.capital(home, label),
    put(chosen) {
      name.node.hidden = !chosen;
      name.marker.setLatLng(name.at);
      if (chosen) name.label.style.transform = `translate(${Math.round(chosen.box.x - home.x)}px, ${Math.round(chosen.box.y - home.y)}px)`;
    },
  };
}

// Each country's name with its count, those that have only one of the two, and groups of countries.
function countryItems(free, great, sizes, { focus }) {
  const chips = new Map(free.filter(isChip).map((spot) => [spot.place.id, spot]));
  const frame = freeFrame();
  const named = great.filter(({ kind }) => kind === "country").map((name) => {
    const spot = chips.get(`country:${name.code}`);
    chips.delete(`country:${name.code}`);
    return countryItem({ name, spot, sizes, frame, isFocus: focus.includes(name.code) });
  });
  const alone = [...chips.values()].map((spot) =>
    spot.place.form === "country" ? countryItem({ name: null, spot, sizes, frame }) : groupItem(spot, sizes.get(spot).row, frame),
  );
  return [...named, ...alone];
}

function countryItem({ name, spot, sizes, frame, isFocus }) {
  const at = name ? name.at : L.latLng(spot.place.lat, spot.place.lon);
  const chip = spot ? sizes.get(spot).row : null;
  const where = { at, spots: name ? name.spots : [], shape: spot ? spot.place.shape : null, frame };
  const whole = candidates.country({ ...where, name: name && sizes.get(name), chip });
  const bare = name && chip ? candidates.country({ ...where, name: null, chip }) : [];
  return {
    spot,
    rank: spot || isFocus ? RANKS.counted : RANKS.country,
    isRequired: Boolean(spot),
    candidates: [...whole, ...bare.map((one) => ({ ...one, cost: one.cost + 60 }))],
    put(chosen) {
      if (name) {
        name.node.hidden = !chosen || !chosen.name;
        name.marker.setLatLng(chosen && chosen.name ? middle(chosen.name) : at);
      }
      if (spot) spot.marker.setLatLng(middle(chosen.chip));
    },
  };
}

function groupItem(spot, size, frame) {
  return {
    spot,
    rank: RANKS.counted,
    isRequired: true,
    candidates: candidates.around([spot.place.lat, spot.place.lon], size, frame),
    put: (chosen) => spot.marker.setLatLng(middle(chosen.chip)),
  };
}

const middle = ({ x, y, w, h }) => map.unproject([x + w / 2, y + h / 2]);

// What is in view, and which parts of it the controls cover.
function freeFrame() {
  const { min } = map.getPixelBounds();
  const size = map.getSize();
  const corner = map.getContainer().getBoundingClientRect();
  const covered = [...map.getContainer().querySelectorAll(CONTROLS)].map((node) => {
    const box = node.getBoundingClientRect();
    return { x: min.x + box.left - corner.left - EDGE, y: min.y + box.top - corner.top - EDGE, w: box.width + 2 * EDGE, h: box.height + 2 * EDGE };
  });
  return { x: min.x + EDGE, y: min.y + EDGE, w: size.x - 2 * EDGE, h: size.y - 2 * EDGE, covered };
}
