// Sums for a crowd of marks: columns in, groups by zoom out. No drawing, no Leaflet.
import { formOf, isOnPoint } from "./precision.js";

const TILE_PX = 256;
const CELL_PX = 46; // marks nearer than about this are one group
const LARGEST_PX = 24; // radius of a ring

// Columns with typed arrays and each place's position on the unit square of the Mercator map.
export function prepare(crowd) {
  const { lat, lon } = crowd.places;
  const { prefix, days, from } = crowd;
  return {
    ...crowd,
    id: crowd.id.map((rest) => (rest === null ? null : prefix + rest)),
    to: from.map((day, row) => (day === null ? null : day + days[row])),
    x: Float64Array.from(lon, (degrees) => degrees / 360 + 0.5),
    y: Float64Array.from(lat, (degrees) => {
      const sine = Math.sin((Math.max(-85, Math.min(85, degrees)) * Math.PI) / 180);
      return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }),
  };
}

// What the page has counted already has no days: it is narrowed when the page answers.
export const isInRange = (crowd, row, range) =>
  !range || crowd.from[row] === null || (crowd.to[row] >= range[0] && crowd.from[row] <= range[1]);

// How large a group is drawn: by the order of its size, not by the size.
export const radiusOf = ({ weight }) => (weight === 1 ? 11 : Math.min(LARGEST_PX, 10 + 4 * Math.log10(weight)));

// Groups the rows that `keep` lets through. A group stands at the mean of its places, so a group of
// one place stands exactly on it. Pixels are those of the whole world at the zoom.
export function group(crowd, zoom, keep) {
  const world = TILE_PX * 2 ** zoom;
  const cells = new Map();
  for (let row = 0; row < crowd.at.length; row++) {
    if (!keep(row)) continue;
    const place = crowd.at[row];
    const x = crowd.x[place] * world;
    const y = crowd.y[place] * world;
    const key = cellKey(x, y);
    if (!cells.has(key)) cells.set(key, { x: 0, y: 0, weight: 0, loose: 0, counts: new Map(), rows: [], places: new Set() });
    const weight = crowd.weight ? crowd.weight[row] : 1;
    const one = { x, y, weight, loose: isLoose(crowd, row) ? weight : 0, counts: [[crowd.type[row], weight]], rows: [row], places: [place] };
    absorb(cells.get(key), one);
  }
  return joinOverlapping([...cells.values()]);
}

const cellKey = (x, y) => Math.floor(x / CELL_PX) * 1e7 + Math.floor(y / CELL_PX);

function absorb(into, { x, y, weight, loose, counts, rows, places }) {
  into.x = (into.x * into.weight + x * weight) / (into.weight + weight);
  into.y = (into.y * into.weight + y * weight) / (into.weight + weight);
  into.weight += weight;
  into.loose += loose;
  for (const [type, number] of counts) into.counts.set(type, (into.counts.get(type) || 0) + number);
  for (const row of rows) into.rows.push(row);
  for (const place of places) into.places.add(place);
}

// Groups of the page's own making as one.
export function merged(groups) {
  const whole = { x: 0, y: 0, weight: 0, loose: 0, counts: new Map(), rows: [], places: new Set() };
  for (const group of groups) absorb(whole, { x: 0, y: 0, loose: 0, ...group });
  return whole;
}

// Cells cut through what lies together, so groups that would hide each other become one; that one is
// larger and stands elsewhere, so they are looked through until none hides another.
function joinOverlapping(groups) {
  const joined = joinOnce(groups);
  return joined.length < groups.length ? joinOverlapping(joined) : joined;
}

function joinOnce(groups) {
  const kept = new Map();
  for (const one of groups.sort((a, b) => b.weight - a.weight)) {
    const near = neighbours(kept, one).find(
      (other) => Math.hypot(other.x - one.x, other.y - one.y) < radiusOf(other) + radiusOf(one),
    );
    if (near) absorb(near, one);
    else kept.set(cellKey(one.x, one.y), [...(kept.get(cellKey(one.x, one.y)) || []), one]);
  }
  return [...kept.values()].flat();
}

// Two of the largest rings reach farther than one cell.
function neighbours(kept, { x, y }) {
  const reach = Math.ceil((2 * LARGEST_PX) / CELL_PX) * CELL_PX;
  const steps = [];
  for (let step = -reach; step <= reach; step += CELL_PX) steps.push(step);
  return steps.flatMap((dx) => steps.flatMap((dy) => kept.get(cellKey(x + dx, y + dy)) || []));
}

export const countsInWords = (crowd, counts, word) =>
  [...counts].sort((a, b) => b[1] - a[1]).map(([type, number]) => `${number.toLocaleString("en")} ${word(crowd.types[type])}`).join(", ");

const isLoose = (crowd, row) => crowd.places.loose[crowd.at[row]];

// Whether a row is drawn in a group on the canvas: at a point, or in an area without an outline.
export const isGrouped = (crowd, row) => isOnPoint(crowd.places.form[crowd.at[row]]) || isLoose(crowd, row);

// What the legend calls the form of a mark that stands alone; null for a ring.
export const pointForm = (crowd, { weight, loose, rows }) => (weight === 1 && !loose ? formOf(crowd.places.form[crowd.at[rows[0]]]) : null);

// The rows at areas with an outline and at countries, by the id of their place.
export function groupBesidePoints(crowd) {
  const found = new Map();
  for (let row = 0; row < crowd.at.length; row++) {
    if (isGrouped(crowd, row)) continue;
    const id = crowd.places.id[crowd.at[row]];
    const weight = crowd.weight ? crowd.weight[row] : 1;
    if (!found.has(id)) found.set(id, { weight: 0, counts: new Map(), rows: [], places: new Set([crowd.at[row]]) });
    const group = found.get(id);
    group.weight += weight;
    group.rows.push(row);
    group.counts.set(crowd.type[row], (group.counts.get(crowd.type[row]) || 0) + weight);
  }
  return found;
}

// How many places are in a group: one that the page has grouped already stands for several.
export const placesIn = (crowd, places) => [...places].reduce((sum, place) => sum + crowd.places.many[place], 0);

// The name of a group's one place, or how many places there are.
export function whereWords(crowd, places) {
  const [first] = places;
  const name = places.size === 1 ? crowd.places.name[first] : null;
  return name ?? `${placesIn(crowd, places).toLocaleString("en")} places`;
}

// One event of a row in the shape of the small set's events, without the words behind it.
export function eventOf(crowd, row, word) {
  const [type, status] = [crowd.types[crowd.type[row]], crowd.statuses[crowd.status[row]]];
  const place = crowd.places.name[crowd.at[row]];
  const near = formOf(crowd.places.form[crowd.at[row]]) === "town" ? "in or near " : "";
  const title = (crowd.title && crowd.title[row]) || `${word(type)}, ${place}`;
  const say = `${title}. ${word(type)}, ${status}, ${near}${place}`;
  return { id: crowd.id[row], type, status, title, say, from: crowd.from[row] };
}
