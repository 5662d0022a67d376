// How a mark on a point is meant: at this point, or somewhere in or near the town of which it is the middle.
const FORMS = { point: "point", "city area": "town" };
const RIM_PX = 4.5;
const LEAST_KM = 2; // as `marking.LEAST_REACH_KM`, for a town of which no more is sent
const METRES_AT_EQUATOR = 40075016.686 / 256; // that a pixel is wide at zoom 0

// What the legend calls the form of such a mark; null for what has another form.
export const formOf = (precision) => FORMS[precision] ?? null;
export const isOnPoint = (precision) => precision in FORMS;

// How far a town reaches on the screen: never less than what can be seen around a mark of this width.
export function townRadius({ lat, reach }, zoom, markPx) {
  const metres = (METRES_AT_EQUATOR * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
  return Math.max(markPx / 2 + RIM_PX, ((reach ?? LEAST_KM) * 1000) / metres);
}
