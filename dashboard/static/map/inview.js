// What of all that is drawn can be seen in the window now, for the legend.
import { formOf } from "./areas.js";
import * as crowd from "./crowd.js";
import * as flows from "./flows.js";
import * as lines from "./lines.js";
import * as overlays from "./overlays.js";
import { touches } from "./shapes.js";
import * as spots from "./spots.js";
import * as stacks from "./stacks.js";

const isCountry = ({ place }) => place.form.endsWith("country");

// The count of a country shows neither types nor statuses.
export function legendOf(map, view) {
  const bounds = map.getBounds();
  const box = { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
  const rings = stacks.all().filter(({ marker }) => bounds.contains(marker.getLatLng()));
  const seen = spots.all().filter((spot) => (spot.held ? rings.includes(spot.held) : bounds.contains(spot.marker.getLatLng())));
  const clusters = crowd.inView();
  return {
    ...kindsIn(view, seen.filter((spot) => spot.held || !isCountry(spot)), clusters),
    forms: formsIn({ view, box, seen, pointForms: [...seen.map(spots.pointForm), ...clusters.forms], isRinged: rings.length > 0 || clusters.isRinged }),
    movements: flows.legendRows(map.getPixelBounds()),
    lines: lines.inView(box, view),
    own: overlays.legendRows(box),
    tint: view.tint,
  };
}

function kindsIn({ crowd: columns }, seen, { rows }) {
  const events = seen.flatMap(({ events: own }) => own);
  const types = new Set(events.map(({ type }) => type));
  const statuses = new Set(events.map(({ status }) => status));
  for (const row of columns ? [...rows, ...seen.flatMap(({ group }) => (group ? group.rows : []))] : []) {
    types.add(columns.types[columns.type[row]]);
    if (columns.status[row] !== null) statuses.add(columns.statuses[columns.status[row]]);
  }
  return { types, statuses };
}

// A country that is only named is named by the ground.
const quietForm = ({ form, shape }) => (form.endsWith("country") ? null : shape ? "mentioned" : "quiet");

// A tint by counts takes the place of the plain tint of countries.
function formsIn({ view, box, seen, pointForms, isRinged }) {
  const near = new Set(seen.map(({ place }) => place.id));
  const inView = view.places.filter((place) => near.has(place.id) || (place.shape && touches(place.shape, box)));
  const forms = [...inView.map((place) => (place.quiet ? quietForm(place) : formOf(place))), ...pointForms];
  const shown = forms.filter((form) => form && !(view.tint && (form === "country" || form === "group")));
  return new Set(isRinged ? [...shown, "crowd"] : shown);
}
