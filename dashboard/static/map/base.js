// The ground under everything: the base map, which by itself falls back to a plain one.
import { add, keepClear, setFocus, setPalette, setSkip, setTint, setView } from "../basemap/basemap.js";
export { keepClear };
import { element } from "./dom.js";

export function start(map) {
  add(map, { greatNames: false }).catch((error) => complain(map, error));
}

function complain(map, error) {
  const words = `The base map could not be loaded (${error.message}). Run make data to build it.`;
  map.getContainer().append(element("div", { class: "no-base", role: "status", text: words }));
}

// Lifts the story's countries out, leaves out the names of towns that carry our own label, draws the
// borders of the view chosen, in a light or a dark look or over a satellite picture, and tints countries
// by what was counted.
// The same again costs nothing.
export function dress({ focus, towns, provinces, borders, look, ground, tint }) {
  setFocus(focus);
  setSkip(towns, provinces);
  setView(borders);
  setPalette(ground === "satellite" ? "imagery" : look);
  setTint(tint ? tint.countries : {});
}
