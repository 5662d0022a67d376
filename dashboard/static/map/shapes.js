// Sums on GeoJSON geometries: rings, points inside, points along a line. Positions are [lon, lat].

export function polygonsOf(geometry) {
  if (!geometry) return [];
  if (geometry.type === "Polygon") return [geometry.coordinates];
  if (geometry.type === "MultiPolygon") return geometry.coordinates;
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(polygonsOf);
  return [];
}

export function linesOf(geometry) {
  if (!geometry) return [];
  if (geometry.type === "LineString") return [geometry.coordinates];
  if (geometry.type === "MultiLineString") return geometry.coordinates;
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(linesOf);
  return [];
}

// Even-odd rule over all rings, so that holes count as outside.
export function isInside(polygons, [x, y]) {
  let inside = false;
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi, yi] = ring[i];
        const [xj, yj] = ring[j];
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      }
    }
  }
  return inside;
}

export function boxOf(positions) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of positions) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

// Whether any of a geometry lies in the box {west, south, east, north}.
export function touches(geometry, box) {
  if (geometry.type === "Point") return isWithin(geometry.coordinates, box);
  if (geometry.type === "MultiPoint") return geometry.coordinates.some((position) => isWithin(position, box));
  const middle = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  const polygons = polygonsOf(geometry);
  if ([...linesOf(geometry), ...polygons.flat()].some((line) => crosses(line, box))) return true;
  return isInside(polygons, middle);
}

const isWithin = ([x, y], { west, south, east, north }) => x >= west && x <= east && y >= south && y <= north;

// The parts of a line within a box: cut at its sides one after the other (Liang and Barsky 1984).
const crosses = (line, box) => line.some((position, index) => isWithin(position, box) || (index > 0 && isCut(line[index - 1], position, box)));

function isCut([x0, y0], [x1, y1], { west, south, east, north }) {
  let [from, to] = [0, 1];
  for (const [step, room] of [[x0 - x1, x0 - west], [x1 - x0, east - x0], [y0 - y1, y0 - south], [y1 - y0, north - y0]]) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to;
}

// A lattice of positions of a box that lie inside the polygons.
export function latticeInside(polygons, box, columns, rows) {
  const found = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const position = [
        box.west + ((column + 0.5) / columns) * (box.east - box.west),
        box.south + ((row + 0.5) / rows) * (box.north - box.south),
      ];
      if (isInside(polygons, position)) found.push(position);
    }
  }
  return found;
}

// Positions at equal steps along the lines.
export function positionsAlong(lines, steps) {
  const pieces = [];
  let total = 0;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const length = Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]);
      if (length > 0) pieces.push({ from: line[i - 1], to: line[i], start: total, length });
      total += length;
    }
  }
  const found = [];
  for (let step = 1; step < steps; step++) {
    const at = (total * step) / steps;
    const piece = pieces.find(({ start, length }) => at >= start && at <= start + length);
    if (!piece) continue;
    const share = (at - piece.start) / piece.length;
    found.push([0, 1].map((axis) => piece.from[axis] + share * (piece.to[axis] - piece.from[axis])));
  }
  return found;
}
