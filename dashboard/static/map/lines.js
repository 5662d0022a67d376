// The lines of the ground that need explaining: disputed, of control, without a fixed course. The
// ground is painted from tiles; what lies where is known from the light outlines beside them.
import { touches } from "./shapes.js";

const SOURCE = "../basemap/boundaries_light.geojson";
const WORDS = {
  disputed: ["Disputed border", "<path d='M0 7H18' class='ground-line disputed' stroke-dasharray='5 3.2' stroke-width='1.6'/>"],
  control: ["Line of control", "<path d='M1 7H18' class='ground-line disputed' stroke-dasharray='0.1 3.6' stroke-width='2.4' stroke-linecap='round'/>"],
  indefinite: ["Border not fixed", "<path d='M0 7H18' class='ground-line' stroke-dasharray='7 3' stroke-width='1.3'/>"],
};
const TURNS = [-360, 0, 360];

let known = [];

// A map in a file of its own carries them. Without them the legend only says less.
export async function start(onKnown) {
  const carried = window.Carried && window.Carried.ground.boundaries;
  const features = (carried || (await fetched())).features;
  known = features.filter(({ properties }) => Object.hasOwn(WORDS, properties.line_class));
  onKnown();
}

async function fetched() {
  const answer = await fetch(new URL(SOURCE, import.meta.url)).catch(() => null);
  return answer && answer.ok ? answer.json() : { features: [] };
}

// [picture, words] of each kind in the box {west, south, east, north}; the ground of others has its own.
export function inView({ west, south, east, north }, { borders, ground }) {
  if (ground === "osm") return [];
  const isThere = (kind) =>
    known.some(({ properties: { line_class: own, view }, geometry }) =>
      own === kind && (view === "both" || view === borders) && TURNS.some((by) => touches(geometry, { west: west + by, south, east: east + by, north })));
  return Object.keys(WORDS).filter(isThere).map((kind) => [WORDS[kind][1], WORDS[kind][0]]);
}
