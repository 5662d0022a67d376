// Distance and bearing between two points: a click for each; between two places: see howfar.js. Esc
// ends it.
import { element } from "./dom.js";
import * as howfar from "./howfar.js";

const DIRECTIONS = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];
const RULER = "<svg width='16' height='16' viewBox='0 0 16 16' aria-hidden='true'><path d='M2 11L11 2l3 3-9 9zM4.6 8.4l1.6 1.6M6.6 6.4l1 1M8.6 4.4l1.6 1.6' fill='none' stroke='currentColor' stroke-width='1.2' stroke-linejoin='round'/></svg>";

let map;
let button;
let from = null;
let to = null;
let line = null;
let label = null;

export function start(leafletMap) {
  map = leafletMap;
  map.createPane("measure").style.zIndex = 640;
  map.getPane("measure").style.pointerEvents = "none";
  howfar.start(map);
  control().addTo(map);
  map.on("click", ({ latlng }) => isOn() && clickOn(latlng));
  map.on("mousemove", ({ latlng }) => isOn() && from && !to && draw(latlng));
  map.getContainer().addEventListener("keydown", ({ key }) => key === "Escape" && isOn() && toggle());
}

export const isOn = () => map.getContainer().classList.contains("measuring");

function control() {
  const Measure = L.Control.extend({
    options: { position: "topleft" },
    onAdd() {
      const words = "Measure distance and bearing between two points or places";
      button = element("a", { href: "#", role: "button", title: words, "aria-label": words, "aria-pressed": "false" });
      button.innerHTML = RULER;
      L.DomEvent.on(button, "click", (event) => {
        L.DomEvent.stop(event);
        toggle();
      });
      const holder = element("div", { class: "leaflet-bar measure" }, button);
      howfar.build(holder);
      return holder;
    },
  });
  return new Measure();
}

function toggle() {
  const on = map.getContainer().classList.toggle("measuring");
  button.setAttribute("aria-pressed", String(on));
  clear();
  howfar.open(on);
}

function clickOn(latlng) {
  const { lat, lng } = latlng.wrap();
  if (howfar.isArmed()) howfar.take(`${lat.toFixed(3)}, ${lng.toFixed(3)}`);
  else addPoint(latlng);
}

function clear() {
  if (line) line.remove();
  if (label) label.remove();
  from = to = line = label = null;
}

function addPoint(latlng) {
  if (from && !to) {
    to = latlng;
    draw(latlng);
  } else {
    clear();
    from = latlng;
  }
}

function draw(end) {
  if (line) line.setLatLngs([from, end]);
  else line = L.polyline([from, end], { pane: "measure", className: "measure-line", weight: 1.6, dashArray: "5 4", interactive: false }).addTo(map);
  if (!label) label = L.marker(end, { pane: "measure", interactive: false, keyboard: false, icon: labelIcon() }).addTo(map);
  label.setLatLng(end);
  label.getElement().firstChild.textContent = inWords(from, end);
}

const labelIcon = () => L.divIcon({ className: "", iconSize: [0, 0], html: element("div", { class: "measured", role: "status" }) });

// The way on the sphere, within half a percent of the truth, and the bearing at its start.
export function inWords(start, end) {
  const metres = L.CRS.Earth.distance(start, end);
  const kilometres = metres / 1000;
  const distance = kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres).toLocaleString("en");
  const degrees = bearing(start, end);
  const direction = DIRECTIONS[Math.round(degrees / 45) % 8];
  return `${distance} km, ${String(Math.round(degrees) % 360).padStart(3, "0")}° (${direction})`;
}

function bearing(start, end) {
  const radians = Math.PI / 180;
  const [p, q, d] = [start.lat * radians, end.lat * radians, (end.lng - start.lng) * radians];
  const y = Math.sin(d) * Math.cos(q);
  const x = Math.cos(p) * Math.sin(q) - Math.sin(p) * Math.cos(q) * Math.cos(d);
  return (Math.atan2(y, x) / radians + 360) % 360;
}
