// The ground under everything: the vector base map where its script is there, else a light one of
// plain country outlines.
import { element } from "./dom.js";

const LIGHT = new URL("../basemap/countries_light.geojson", import.meta.url);
const LAND = { color: "#7D736A", weight: 0.8, fillColor: "#F5F2EB", fillOpacity: 1 };
const FOCUS = { fillColor: "#FBF6EA", color: "#6B5A45", weight: 1.1 };

let light = null;
let focus = new Set();

export function start(map) {
  if (window.BaseMap) window.BaseMap.add(map, {});
  else addLight(map);
}

function addLight(map) {
  Object.assign(map.createPane("base").style, { zIndex: 150, pointerEvents: "none" });
  const renderer = L.canvas({ pane: "base", padding: 0.5 });
  fetch(LIGHT)
    .then((answer) => {
      if (!answer.ok) throw new Error(`${LIGHT.pathname} answered ${answer.status}; run make data`);
      return answer.json();
    })
    .then((countries) => {
      light = L.geoJSON(countries, { pane: "base", renderer, interactive: false, style: styleOf, attribution: "Natural Earth" });
      light.addTo(map);
    })
    .catch((error) => {
      map.getContainer().append(element("div", { class: "no-base", role: "status", text: `The base map could not be loaded: ${error.message}` }));
    });
}

const styleOf = (feature) => ({ ...LAND, ...(focus.has(feature.properties.country) ? FOCUS : {}) });

// Lifts the story's countries out and leaves out the names of towns that carry our own label.
export function emphasise(countries, towns) {
  focus = new Set(countries);
  if (window.BaseMap) {
    window.BaseMap.setFocus(countries);
    window.BaseMap.setSkip(towns);
  } else if (light) light.setStyle(styleOf);
}
