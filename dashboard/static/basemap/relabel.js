// Names written anew on tiles that are there already. The library lays names out tile by tile, and a
// name that reaches into the next tile has that one painted again: in the end each was painted three
// times. Here all names are laid out first, and then a tile is painted once, or not at all.

let underway = 0; // layouts that are not painted yet

// Paints every tile.
export async function repaintAll(layer, makeLabelers) {
  if (await layOut(layer, makeLabelers)) layer.rerenderTiles();
}

// Paints the tiles on which other names stand than before.
export async function repaintNames(layer, makeLabelers) {
  const before = underway ? null : layer.labelers;
  const after = await layOut(layer, makeLabelers);
  if (!after) return;
  for (const { coords, element, key } of tilesOf(layer))
    if (!before || namesOn(before, coords) !== namesOn(after, coords)) layer.renderTile(coords, element, key);
}

// Returns the names as laid out, or null when others were asked for in the meantime.
async function layOut(layer, makeLabelers) {
  underway += 1;
  const labelers = makeLabelers();
  const tellNeighbours = labelers.callback;
  labelers.callback = undefined;
  const waiting = tilesOf(layer).flatMap(({ coords }) =>
    [...layer.views].map(async ([source, view]) => ({ source, tile: await view.getDisplayTile(coords) })),
  );
  for (const { status, value } of await Promise.allSettled(waiting))
    if (status === "fulfilled") labelers.add(value.tile.z, new Map([[value.source, [value.tile]]]));
  underway -= 1;
  for (const one of [labelers, ...labelers.labelers.values()]) one.callback = tellNeighbours;
  return layer.labelers === labelers ? labelers : null;
}

const tilesOf = (layer) =>
  Object.entries(layer._tiles).map(([place, { el }]) => {
    const coords = layer._wrapCoords(layer._keyToTileCoords(place));
    return { coords, element: el, key: layer._tileCoordsToKey(coords) };
  });

const TILE_PX = 256;
const BEYOND_PX = 16; // the library paints names of so far around a tile

function namesOn(labelers, { x, y, z }) {
  const index = labelers.getIndex(z);
  if (!index) return "";
  const low = (at) => TILE_PX * at - BEYOND_PX;
  const high = (at) => TILE_PX * (at + 1) + BEYOND_PX;
  const found = index.searchBbox({ minX: low(x), minY: low(y), maxX: high(x), maxY: high(y) }, Infinity);
  const told = [...found].map(({ order, deduplicationKey, bboxes }) => [order, deduplicationKey, ...bboxes.flatMap(({ minX, minY }) => [minX, minY].map(Math.round))].join(" "));
  return told.sort().join();
}
