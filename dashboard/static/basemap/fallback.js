// The plain base map, for when the detailed one cannot be read: country outlines and boundary lines
// from GeoJSON, the names of the story's countries, and a notice that says so.
const LINES = {
  international: { width: 1 },
  disputed: { width: 1.1, dash: "5 3.2", isDisputed: true },
  control: { width: 1.5, dash: "0.1 3.6", isDisputed: true },
  indefinite: { width: 0.9, dash: "9 4" },
  other: { width: 0.7, dash: "4 3" },
};
const VIEWS = { 1: "de facto", 2: "recognised" };

export async function addFallback(map, look, pane, reason) {
  const [countries, boundaries] = await Promise.all(["countries_light", "boundaries_light"].map(read));
  const common = { pane, renderer: L.canvas({ pane, padding: 0.5 }), interactive: false };
  map.getContainer().style.background = look.palette.ground ?? look.palette.sea;
  const land = L.geoJSON(countries, { ...common, attribution: "Natural Earth" }).addTo(map);
  const lines = L.geoJSON(boundaries, common).addTo(map);
  const names = L.layerGroup(countries.features.map((feature) => nameOf(feature, look, pane))).addTo(map);
  showNotice(map, reason);
  const redraw = () => {
    map.getContainer().style.background = look.palette.ground ?? look.palette.sea;
    land.setStyle(({ properties }) => landStyle(properties, look));
    lines.setStyle(({ properties }) => lineStyle(properties, look));
    names.eachLayer((marker) => {
      marker.getElement().style.display = look.greatNames && look.focus.has(marker.options.country) ? "" : "none";
    });
  };
  redraw();
  return redraw;
}

async function read(name) {
  const answer = await fetch(new URL(`${name}.geojson`, import.meta.url));
  if (!answer.ok) throw new Error(`${name}.geojson answered ${answer.status}`);
  return answer.json();
}

function landStyle({ country }, { palette, focus, tint }) {
  const fillColor = tint.has(country) ? palette.tints[tint.get(country)] : focus.has(country) ? palette.plainFocus : palette.land;
  return { color: palette.coast, weight: 0.7, fillColor, fillOpacity: 1 };
}

function lineStyle({ line_class: kind, view }, { palette, view: shown }) {
  const { width, dash, isDisputed } = LINES[kind] || LINES.other;
  const isShown = view === "both" || view === VIEWS[shown];
  return {
    color: isDisputed ? palette.disputed : palette.border,
    weight: width,
    dashArray: dash,
    lineCap: "round",
    opacity: isShown ? 1 : 0,
  };
}

function nameOf({ properties: { name, lat, lon, country } }, { palette }, pane) {
  const text = document.createElement("span");
  text.textContent = name.toLocaleUpperCase();
  text.style.cssText = `position: absolute; transform: translate(-50%, -50%); white-space: nowrap;
    font: 600 13px "Source Sans 3", sans-serif; letter-spacing: 0.16em; color: ${palette.countryName}`;
  const icon = L.divIcon({ className: "", iconSize: [0, 0], html: text });
  return L.marker([lat, lon], { pane, icon, country, interactive: false, keyboard: false });
}

function showNotice(map, reason) {
  const notice = document.createElement("p");
  notice.className = "base-notice";
  notice.setAttribute("role", "status");
  notice.textContent = `Plain base map: the detailed one could not be read (${inWords(reason)}). Marks are complete.`;
  notice.style.cssText = `position: absolute; z-index: 700; left: 50%; bottom: 28px; transform: translateX(-50%);
    margin: 0; padding: 4px 10px; border-radius: 3px; background: rgba(255, 255, 255, 0.92); color: #3F3A35;
    font: 13px "Source Sans 3", sans-serif; pointer-events: none`;
  map.getContainer().append(notice);
}

// The reader of the tiles answers this at length when a server or proxy sends whole files only.
const inWords = (reason) => (/byte serving|content-length/i.test(reason) ? "this connection drops Range requests" : reason);
