// What marks and their labels take of the map; names of the base map yield to it. Boxes are
// {x, y, w, h} in pixels of the whole world at one zoom, and hold for that zoom only.
let taken = { zoom: null, boxes: [] };

export function keepClear(zoom, boxes) {
  taken = { zoom, boxes };
}

export const isTaken = (zoom, { minX, maxX, minY, maxY }) =>
  zoom === taken.zoom &&
  taken.boxes.some(({ x, y, w, h }) => minX < x + w && maxX > x && minY < y + h && maxY > y);
