// The ground of a map in a file of its own: the outlines and borders that the file carries.
const LAND = { stroke: true, color: "#9FB3BF", weight: 0.7, fillColor: "#F1EEE7", fillOpacity: 1 };
const LINES = {
  international: { color: "#7D736A", weight: 1 },
  disputed: { color: "#8C4A3C", weight: 1.1, dashArray: "5 3.2" },
  control: { color: "#8C4A3C", weight: 1.5, dashArray: "0.1 3.6", lineCap: "round" },
  indefinite: { color: "#7D736A", weight: 0.9, dashArray: "9 4" },
  other: { color: "#7D736A", weight: 0.7, dashArray: "4 3" },
};
let land;
let focus = new Set();

export function start(map) {
  const { countries, boundaries } = window.Carried.ground;
  Object.assign(map.createPane("base").style, { zIndex: 150, pointerEvents: "none" });
  const common = { pane: "base", renderer: L.canvas({ pane: "base", padding: 0.5 }), interactive: false };
  land = L.geoJSON(countries, { ...common, style: landStyle, attribution: "Natural Earth" }).addTo(map);
  L.geoJSON(boundaries, { ...common, style: ({ properties }) => LINES[properties.line_class] || LINES.other }).addTo(map);
}

const landStyle = ({ properties }) => ({ ...LAND, fillColor: focus.has(properties.country) ? "#FBF6EA" : LAND.fillColor });

export function dress(view) {
  focus = new Set(view.focus);
  land.setStyle(landStyle);
}

export function keepClear() {} // the plain ground writes no names
