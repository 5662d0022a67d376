// What is told of a town is marked on its middle and stands on a soft disc: it was somewhere in or near
// the town. Where the map is near enough the disc is as wide as towns of that size are.
import { townRadius } from "./precision.js";

const STYLE = { pane: "towns", interactive: false, className: "town", weight: 1 };

let map;
let renderer;
let drawn = new Map(); // place id -> disc
let faded = new Set();

export function start(leafletMap) {
  map = leafletMap;
  Object.assign(map.createPane("towns").style, { zIndex: 185, pointerEvents: "none" });
  renderer = L.svg({ pane: "towns", padding: 0.6 });
}

// `places` are the towns where an event is marked now.
export function draw(places, markPx) {
  const wanted = new Map(places.map((place) => [place.id, drawn.get(place.id) || L.circleMarker([0, 0], { ...STYLE, renderer })]));
  for (const [id, disc] of drawn) if (!wanted.has(id)) disc.remove();
  for (const place of places) {
    const disc = wanted.get(place.id).setLatLng([place.lat, place.lon]).setRadius(townRadius(place, map.getZoom(), markPx));
    if (!drawn.has(place.id)) disc.addTo(map);
  }
  drawn = wanted;
  fade();
}

// Ids of the towns of which nothing falls into the period that is brushed.
export function dim(ids) {
  faded = ids;
  fade();
}

function fade() {
  for (const [id, disc] of drawn) disc.getElement().classList.toggle("dim", faded.has(id));
}
