// When the map moves: to the frame of a new briefing, to what the reader asks for out of view, and
// at no other time.

const PADDING = { paddingTopLeft: [48, 40], paddingBottomRight: [48, 40] };
const CLOSE_UP = 8; // the farthest in that the map goes by itself
const TOWN_ZOOM = 7;

let map;
let frame = null;
let framed = null;

export function start(leafletMap) {
  map = leafletMap;
  const watcher = new ResizeObserver(() => {
    // A hidden frame has no size; taking it for the truth would lose the view.
    if (!isSized()) return;
    map.invalidateSize({ animate: false });
    settle();
  });
  watcher.observe(map.getContainer());
}

const isSized = () => map.getContainer().clientWidth > 0 && map.getContainer().clientHeight > 0;
const isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const flight = () => (isCalm() ? { animate: false } : { duration: 0.7 });

// Only a new briefing is framed; a filter or a click never moves the map.
export function frameOnce(briefing, bounds) {
  frame = bounds && { briefing, bounds };
  settle();
}

function settle() {
  if (!frame || framed === frame.briefing || !isSized()) return;
  framed = frame.briefing;
  map.fitBounds(frame.bounds, { ...PADDING, animate: false });
}

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
  if ([lat, lon, zoom].every(Number.isFinite)) map.setView([lat, lon], zoom, { animate: false });
}
