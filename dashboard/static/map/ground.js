// The online grounds: pictures of another computer under the marks. Nothing is asked for before the
// reader has switched one on in the map's menu, which says what leaves this computer.
import { send } from "./link.js";

const ONLINE = {
  osm: {
    address: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    // Markup of our own: the licence asks for the link.
    attribution: '© <a href="https://www.openstreetmap.org/copyright" rel="noreferrer" target="_blank">OpenStreetMap</a> contributors',
  },
  satellite: {
    address: "https://tiles.maps.eox.at/wmts/1.0.0/s2cloudless_3857/default/g/{z}/{y}/{x}.jpg",
    attribution: '<a href="https://s2maps.eu" rel="noreferrer" target="_blank">Sentinel-2 cloudless</a> by EOX IT Services GmbH (contains modified Copernicus Sentinel data 2016 &amp; 2017)',
  },
};
const PANE = "online";

let map;
let layer = null;
let shown = "own";

export function start(leafletMap) {
  map = leafletMap;
  // Over our relief, under our borders and names, which the satellite's picture lacks.
  Object.assign(map.createPane(PANE).style, { zIndex: 155, pointerEvents: "none" });
}

export function draw(ground) {
  if (ground === shown) return;
  shown = ground;
  if (layer) layer.remove();
  layer = Object.hasOwn(ONLINE, ground) ? tiles(ONLINE[ground]) : null;
  const { classList } = map.getContainer();
  for (const name of Object.keys(ONLINE)) classList.toggle(`ground-${name}`, name === ground);
  send({ t: "ground", online: layer !== null });
}

function tiles({ address, attribution }) {
  return L.tileLayer(address, { pane: PANE, attribution, crossOrigin: "anonymous", maxZoom: 11 }).addTo(map);
}
