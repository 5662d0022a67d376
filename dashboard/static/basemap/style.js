// What is drawn, in which order and from which zoom on. `look` is the living state of the map:
// {palette, focus: Set of alpha-2 codes, skip: Set of names, view: 1 de facto, 2 recognised}.
import { SANS, SERIF } from "./fonts.js";
import { areaName, town } from "./names.js";
import { at, fill, innerBand, line } from "./paint.js";

const BORDER_WIDTH = [[2, 0.5], [4, 0.8], [6, 1.15], [9, 1.9]];
// The classes of `borders`, as data/building/basemap.py numbers them.
const INTERNATIONAL = 0;
const DISPUTED = 1;
const CONTROL = 2;
const INDEFINITE = 3;
const OTHER = 4;

export function paintRules(look) {
  const ink = (name) => () => look.palette[name];
  const isShown = ({ props }) => !props.v || props.v === look.view;
  const isFocus = (feature) => isShown(feature) && look.focus.has(feature.props.c);
  const isVeiled = (feature) => look.focus.size > 0 && isShown(feature) && !look.focus.has(feature.props.c);
  const rule = (dataLayer, symbolizer, isWanted, minzoom) => ({
    dataLayer,
    symbolizer,
    minzoom,
    filter: isWanted && ((zoom, feature) => isWanted(feature, zoom)),
  });
  const border = (kind, colour, options) =>
    rule("borders", line({ colour, width: BORDER_WIDTH, ...options }), (f) => f.props.k === kind && isShown(f));
  return [
    rule("countries", fill(ink("veil")), isVeiled),
    rule("countries", fill(ink("lift")), isFocus),
    ...look.palette.tints.map((_, number) =>
      rule("countries", fill(() => look.palette.tints[number]), (f) => isShown(f) && look.tint.get(f.props.c) === number),
    ),
    rule("ocean", fill(ink("sea"))),
    rule(
      "rivers",
      line({ colour: ink("river"), width: [[3, 0.4], [6, 1], [9, 1.8]], cap: "round" }),
      ({ props }, zoom) => props.r <= zoom - 2,
    ),
    rule(
      "province_lines",
      line({ colour: ink("provinceLine"), width: [[4, 0.45], [6, 0.7], [9, 1.1]], dash: [3, 2] }),
      null,
      5,
    ),
    rule("lakes", fill(ink("lake"))), // over the province lines, which run across them
    rule("coast", line({ colour: ink("coast"), width: [[2, 0.4], [5, 0.7], [9, 1.1]] })),
    rule("countries", innerBand(ink("band")), isFocus),
    rule("borders", line({ colour: ink("borderCasing"), width: [[2, 1.2], [6, 3], [9, 4.5]] }), isShown),
    border(INTERNATIONAL, ink("border")),
    border(OTHER, ink("border"), { width: [[4, 0.5], [8, 1]], dash: [4, 3] }),
    border(INDEFINITE, ink("border"), { dash: [9, 4] }),
    border(DISPUTED, ink("disputed"), { dash: [5, 3.2] }),
    border(CONTROL, ink("disputed"), { width: [[2, 0.8], [6, 1.7], [9, 2.4]], dash: [0.1, 3.6], cap: "round" }),
  ];
}

// The important first: a name only yields to those above it.
export function labelRules(look, LineLabelSymbolizer) {
  const ink = (name) => () => look.palette[name];
  const isShown = ({ props }) => !props.v || props.v === look.view;
  const rule = (dataLayer, symbolizer, isWanted) => ({
    dataLayer,
    symbolizer,
    filter: isWanted && ((zoom, feature) => isWanted(feature.props, zoom, feature)),
  });
  const sans = (weight) => (size) => `${weight} ${size}px ${SANS}`;
  const serif = (size) => `italic 400 ${size}px ${SERIF}`;
  const water = { font: serif, colour: ink("waterName"), halo: ink("waterHalo"), haloWidth: 2 };
  // Towns of the story's countries are named a zoom earlier, where there is room.
  const firstZoom = ({ z, c }, offset) => Math.max(4, z - Math.max(offset, look.focus.has(c) ? 1 : 0));
  const towns = (ranks, weight, colour, size, radius, offset = 0) =>
    rule(
      "towns",
      town({
        font: sans(weight),
        colour: ink(colour),
        halo: ink("halo"),
        dot: dot(ink),
        size: (zoom) => at(zoom, size),
        radius: (zoom) => at(zoom, radius),
      }),
      (props, zoom) => ranks.includes(props.r) && zoom >= firstZoom(props, offset) && !look.skip.has(props.n),
    );
  const great = [
    towns([1], 600, "capitalName", [[3, 10.5], [5, 12.5], [8, 15.5]], [[3, 2], [8, 3.6]], 1),
    rule("country_names", countryName(look, ink, sans), (props, zoom, feature) => isShown(feature)),
  ];
  return [
    ...(look.greatNames ? great : []),
    towns([2], 400, "capitalName", [[3, 10], [5, 12], [8, 14.5]], [[3, 1.8], [8, 3.4]]),
    rule("sea_names", areaName({ ...water, spacing: 0.12, lineLength: 10, apart: 400, size: seaSize })),
    rule("lakes", areaName({ ...water, spacing: 0.06, lineLength: 10, anchor: middleOfWide, size: lakeSize })),
    towns([3], 400, "townName", [[5, 11], [8, 13.5]], [[5, 1.9], [8, 2.9]]),
    rule("province_names", provinceName(look, ink, sans), ({ n }) => !look.skipProvinces.has(n)),
    towns([4, 5], 400, "townName", [[6, 10.5], [9, 13]], [[6, 1.7], [9, 2.4]]),
    rule(
      "rivers",
      new LineLabelSymbolizer({
        labelProps: ["n"],
        font: (zoom) => serif(at(zoom, [[5, 10.5], [8, 12.5]])),
        fill: ink("riverName"),
        stroke: ink("halo"),
        width: 1.2,
      }),
      ({ n, r }, zoom) => Boolean(n) && r <= zoom - 3.5,
    ),
  ];
}

function countryName(look, ink, sans) {
  const size = (zoom, { z, c }) => {
    if (zoom < z - 0.3) return 0;
    const byRank = z <= 2.7 ? 1 : z <= 3 ? 0.86 : z <= 4 ? 0.74 : 0.64;
    const scale = look.focus.has(c) ? Math.max(0.9, byRank) : byRank;
    return Math.round(scale * at(zoom, [[2, 9.5], [4, 13], [6, 19], [8, 24]]));
  };
  return areaName({
    font: sans(600),
    colour: ink("countryName"),
    halo: ink("halo"),
    capitals: true,
    spacing: 0.16,
    lineLength: 13,
    shifts: [0, -1.1, 1.1, -2, 2, -3, 3],
    padding: [6, 4],
    apart: 300,
    isNeeded: true,
    size,
  });
}

// Provinces of the story's countries are named a zoom earlier.
function provinceName(look, ink, sans) {
  return areaName({
    font: sans(400),
    colour: ink("provinceName"),
    halo: ink("halo"),
    capitals: true,
    spacing: 0.14,
    shifts: [0, -1.4, 1.4, -2.6, 2.6],
    padding: [5, 1],
    size: (zoom, { z, c }) => (zoom < Math.max(look.focus.has(c) ? 6 : 7, z) ? 0 : at(zoom, [[6, 9.8], [9, 12.8]])),
  });
}

function seaSize(zoom, { z, r }) {
  if (zoom < z) return 0;
  return at(zoom, [[[1, 11], [5, 22]], [[3, 11], [7, 20]], [[5, 10.5], [8, 16]]][r]);
}

const lakeSize = (zoom) => at(zoom, [[4, 10], [8, 14]]);
const LEAST_LAKE_PX = 60;

// The middle of a lake that is wide enough to carry its name.
function middleOfWide([outline]) {
  const xs = outline.map(({ x }) => x);
  const ys = outline.map(({ y }) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  if (east - west < LEAST_LAKE_PX) return null;
  const point = outline[0].clone();
  point.x = (west + east) / 2;
  point.y = (Math.min(...ys) + Math.max(...ys)) / 2;
  return point;
}

// A capital is ringed, a city hollow, a town a small full dot.
const dot = (ink) => (context, radius, rank) => {
  const isCapital = rank === 1;
  const isCity = rank <= 3;
  disc(context, radius);
  context.fillStyle = isCapital ? ink("dotInk")() : isCity ? ink("dotPaper")() : ink("smallDot")();
  context.fill();
  context.lineWidth = 1.15;
  context.strokeStyle = isCity && !isCapital ? ink("townName")() : ink("dotPaper")();
  context.stroke();
  if (!isCapital) return;
  disc(context, radius + 1.6);
  context.lineWidth = 0.9;
  context.strokeStyle = ink("dotInk")();
  context.stroke();
};

function disc(context, radius) {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
}
