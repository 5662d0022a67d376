// What marks and their labels take of the map; names of the base map yield to it. Boxes are
// {x, y, w, h} in pixels of the whole world at one zoom, and hold for that zoom only.
let taken = { zoom: null, boxes: [], key: "" };

// Returns what has changed: "zoom", "boxes" or null.
export function clear(zoom, boxes) {
  const key = boxes.map(({ x, y, w, h }) => [x, y, w, h].map(Math.round).join(" ")).sort().join();
  const change = zoom !== taken.zoom ? "zoom" : key !== taken.key ? "boxes" : null;
  taken = { zoom, boxes, key };
  return change;
}

export const isTaken = (zoom, { minX, maxX, minY, maxY }) =>
  zoom === taken.zoom &&
  taken.boxes.some(({ x, y, w, h }) => minX < x + w && maxX > x && minY < y + h && maxY > y);
