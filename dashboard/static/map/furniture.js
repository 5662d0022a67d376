// Scale bar, the note on borders, the coordinates under the pointer and the name of a hovered mark.
import { element } from "./dom.js";

let map;
let borders = null;
let tip = null;

export function start(leafletMap) {
  map = leafletMap;
  map.attributionControl.setPosition("bottomright").setPrefix(false);
  pointerControl().addTo(map);
  L.control.scale({ imperial: false, maxWidth: 120, position: "bottomleft" }).addTo(map);
}

// Attributions are markup for Leaflet, so the view's name goes through a text node first.
export function noteBorders(view, ground) {
  const whose = ground === "osm" ? "as OpenStreetMap draws them" : `${view} view`;
  const note = element("span", { text: `Borders: ${whose}; drawing them implies no endorsement` }).innerHTML;
  if (note === borders) return;
  if (borders !== null) map.attributionControl.removeAttribution(borders);
  map.attributionControl.addAttribution(note);
  borders = note;
}

function pointerControl() {
  const Pointer = L.Control.extend({
    options: { position: "bottomleft" },
    onAdd() {
      const words = element("div", { class: "pointer", "aria-hidden": "true" });
      map.on("mousemove", ({ latlng }) => { words.textContent = inWords(latlng.wrap()); });
      map.on("mouseout", () => { words.textContent = ""; });
      return words;
    },
  });
  return new Pointer();
}

export function inWords({ lat, lng }) {
  const part = (degrees, positive, negative) => `${Math.abs(degrees).toFixed(3)}° ${degrees < 0 ? negative : positive}`;
  return `${part(lat, "N", "S")}, ${part(lng, "E", "W")}`;
}

export function hover(node, text) {
  if (tip) tip.remove();
  tip = null;
  if (text === null) return;
  const frame = map.getContainer().getBoundingClientRect();
  const box = node.getBoundingClientRect();
  tip = element("div", { class: "tip", "aria-hidden": "true", text });
  map.getContainer().append(tip);
  const half = tip.offsetWidth / 2;
  const x = Math.max(half + 4, Math.min(frame.width - half - 4, box.left - frame.left + box.width / 2));
  const isTop = box.top - frame.top > tip.offsetHeight + 8;
  const y = isTop ? box.top - frame.top - tip.offsetHeight - 6 : box.bottom - frame.top + 6;
  tip.style.transform = `translate(${Math.round(x - half)}px, ${Math.round(y)}px)`;
}
