// When the map moves: to the frame of a new briefing, to what the reader asks for out of view, and
// at no other time.

const PADDING = { paddingTopLeft: [48, 40], paddingBottomRight: [48, 40] };
const CLOSE_UP = 8; // the farthest in that the map goes by itself
const TOWN_ZOOM = 7;
const MARK_PX = 14;
const FRESH_MS = 2500;
const LEAST_PX = 420; // a frame that is just being shown is 300 pixels wide for a moment

let map;
let frame = null;
let framed = null;
let fittedFor = null; // the size of the map that it was framed for
let isFresh = false; // framed a moment ago, while the page around the map may still take its place

export function start(leafletMap) {
  map = leafletMap;
  const watcher = new ResizeObserver(() => {
    // A hidden frame has no size; taking it for the truth would lose the view.
    if (!isSized()) return;
    map.invalidateSize({ animate: false });
    if (isFresh && !isFitted() && !isInPassing()) fit();
    settle();
  });
  watcher.observe(map.getContainer());
  for (const sign of ["pointerdown", "wheel", "keydown"])
    map.getContainer().addEventListener(sign, () => { isFresh = false; }, { capture: true, passive: true });
}

const sizeNow = () => `${map.getContainer().clientWidth} ${map.getContainer().clientHeight}`;
// Shown again after it was hidden, the map has the size that it was framed for: nothing may move.
const isFitted = () => fittedFor === sizeNow();
const isInPassing = () => map.getContainer().clientWidth < LEAST_PX;
const isSized = () => map.getContainer().clientWidth > 0 && map.getContainer().clientHeight > 0;
const isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const flight = () => (isCalm() ? { animate: false } : { duration: 0.7 });

// Only a new briefing is framed; a filter or a click never moves the map. `marks` are positions that
// the legend had better not hide.
export function frameOnce(briefing, bounds, marks) {
  frame = bounds && { briefing, bounds, marks };
  settle();
}

function settle() {
  if (!frame || framed === frame.briefing || !isSized()) return;
  framed = frame.briefing;
  isFresh = true;
  setTimeout(() => { isFresh = false; }, FRESH_MS);
  fit();
}

function fit() {
  fittedFor = sizeNow();
  map.fitBounds(frame.bounds, { ...PADDING, animate: false });
  const legend = map.getContainer().querySelector(".legend:not([hidden])");
  if (!legend || !isOverMarks(legend)) return;
  map.fitBounds(frame.bounds, { ...beside(legend), animate: false });
  if (isOverMarks(legend)) legend.querySelector("details").open = false; // no frame has room for both
}

const isOverMarks = (legend) => frame.marks.some((at) => isUnder(legend, at));

function isUnder(node, at) {
  const box = node.getBoundingClientRect();
  const { left, top } = map.getContainer().getBoundingClientRect();
  const { x, y } = map.latLngToContainerPoint(at);
  return x > box.left - left - MARK_PX && y > box.top - top - MARK_PX && x < box.right - left && y < box.bottom - top;
}

const beside = (node) => ({ ...PADDING, paddingBottomRight: [node.offsetWidth + 2 * MARK_PX, PADDING.paddingBottomRight[1]] });

export function home() {
  if (frame && isSized()) map.flyToBounds(frame.bounds, { ...PADDING, ...flight() });
}

export function flyIfHidden(bounds) {
  if (map.getBounds().pad(-0.08).contains(bounds)) return;
  const isPoint = bounds.getSouthWest().equals(bounds.getNorthEast());
  if (isPoint) map.flyTo(bounds.getCenter(), Math.max(map.getZoom(), TOWN_ZOOM), flight());
  else map.flyToBounds(bounds, { ...PADDING, maxZoom: CLOSE_UP, ...flight() });
}

// The reader's own wish, by a button.
export function zoomTo(bounds) {
  const isPoint = bounds.getSouthWest().equals(bounds.getNorthEast());
  if (isPoint) map.flyTo(bounds.getCenter(), map.getMaxZoom(), flight());
  else map.flyToBounds(bounds, { ...PADDING, ...flight() });
}

export function show({ lat, lon, zoom }) {
  isFresh = false;
  if ([lat, lon, zoom].every(Number.isFinite)) map.setView([lat, lon], zoom, { animate: false });
}
