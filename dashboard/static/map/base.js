// The ground under everything: the vector base map where its script is there, else a light one of
// country outlines and boundary lines by class.
import { element } from "./dom.js";

const FOLDER = new URL("../basemap/", import.meta.url);
const LAND = { stroke: true, color: "#9FB3BF", weight: 0.7, fillColor: "#F1EEE7", fillOpacity: 1 };
const LINES = {
  international: { color: "#7D736A", weight: 1 },
  disputed: { color: "#8C4A3C", weight: 1.1, dashArray: "5 3.2" },
  control: { color: "#8C4A3C", weight: 1.5, dashArray: "0.1 3.6", lineCap: "round" },
  indefinite: { color: "#7D736A", weight: 0.9, dashArray: "9 4" },
  other: { color: "#7D736A", weight: 0.7, dashArray: "4 3" },
};

let land = null;
let names = null;
let focus = new Set();
let emphasised = null;

export function start(map) {
  if (window.BaseMap) window.BaseMap.add(map, {});
  else addLight(map).catch((error) => complain(map, error));
}

async function addLight(map) {
  Object.assign(map.createPane("base").style, { zIndex: 150, pointerEvents: "none" });
  Object.assign(map.createPane("base-names").style, { zIndex: 160, pointerEvents: "none" });
  const renderer = L.canvas({ pane: "base", padding: 0.5 });
  const [countries, boundaries] = await Promise.all(["countries_light", "boundaries_light"].map(load));
  const common = { pane: "base", renderer, interactive: false };
  land = L.geoJSON(countries, { ...common, style: landStyle, attribution: "Natural Earth" }).addTo(map);
  L.geoJSON(boundaries, {
    ...common,
    filter: ({ properties }) => properties.view !== "recognised",
    style: ({ properties }) => LINES[properties.line_class] || LINES.other,
  }).addTo(map);
  land.setStyle(landStyle); // the focus may have come while the files were loading
  names = L.layerGroup(countries.features.map(nameOf)).addTo(map);
  showNames();
}

async function load(name) {
  const address = new URL(`${name}.geojson`, FOLDER);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}`);
  return answer.json();
}

function complain(map, error) {
  const words = `The base map could not be loaded (${error.message}). Run make data to build it.`;
  map.getContainer().append(element("div", { class: "no-base", role: "status", text: words }));
}

const landStyle = ({ properties }) => ({ ...LAND, fillColor: focus.has(properties.country) ? "#FBF6EA" : LAND.fillColor });

function nameOf({ properties }) {
  const node = element("span", { class: "country-name", text: properties.name });
  const icon = L.divIcon({ className: "", iconSize: [0, 0], html: node });
  const marker = L.marker([properties.lat, properties.lon], { pane: "base-names", interactive: false, keyboard: false, icon });
  return Object.assign(marker, { country: properties.country, node });
}

function showNames() {
  names.eachLayer(({ node, country }) => { node.hidden = !focus.has(country); });
}

// Lifts the story's countries out and leaves out the names of towns that carry our own label.
export function emphasise(countries, towns) {
  const wanted = JSON.stringify([countries, towns]);
  if (wanted === emphasised) return; // drawing the ground anew takes longer than all else
  emphasised = wanted;
  focus = new Set(countries);
  if (window.BaseMap) {
    window.BaseMap.setFocus(countries);
    window.BaseMap.setSkip(towns);
  } else if (names) {
    land.setStyle(landStyle);
    showNames();
  }
}
