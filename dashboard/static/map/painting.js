// What a crowd is made of, on a canvas: marks, rings of types, discs of towns. It knows no columns and no map.
import { typeColour } from "./dom.js";

export const MARK_PX = 20;
const INK = "#1F1B18";
const [TOWN_FILL, TOWN_EDGE] = [0.16, 0.4]; // as in map.css
const pictures = new Map();

// `onReady` is told when the picture of a kind has come; until then nothing is drawn.
export function paintMark(context, type, status, [x, y], onReady) {
  const image = pictureOf(type, status, onReady);
  if (image.complete) context.drawImage(image, x - MARK_PX / 2, y - MARK_PX / 2, MARK_PX, MARK_PX);
}

function pictureOf(type, status, onReady) {
  const key = `${type}|${status}`;
  if (!pictures.has(key)) {
    const image = new Image();
    image.onload = onReady;
    image.src = `data:image/svg+xml,${encodeURIComponent(globalThis.Marks.glyph(type, status, 2 * MARK_PX, false))}`;
    pictures.set(key, image);
  }
  return pictures.get(key);
}

// `shares` are [type, number], the most first.
export function paintRing(context, { shares, weight, isLoose }, [x, y], radius) {
  context.globalAlpha = isLoose ? 0.55 : 1;
  context.setLineDash(isLoose ? [2, 3] : []);
  let angle = -Math.PI / 2;
  for (const [type, number] of shares) {
    const end = angle + (2 * Math.PI * number) / weight;
    context.beginPath();
    context.moveTo(x, y);
    context.arc(x, y, radius, angle, end);
    context.fillStyle = typeColour(type);
    context.fill();
    angle = end;
  }
  disc(context, x, y, radius, "transparent", INK);
  context.globalAlpha = 1;
  disc(context, x, y, radius - 4, "#FFFEFC", INK);
  context.setLineDash([]);
  context.fillStyle = INK;
  context.font = "600 11px 'Source Sans 3', sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(shortNumber(weight), x, y + 0.5);
}

function disc(context, x, y, radius, fill, edge) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = 0.8;
  context.stroke();
}

const shortNumber = (number) => (number < 1000 ? String(number) : number < 10000 ? `${(number / 1000).toFixed(1)}k` : `${Math.round(number / 1000)}k`);

// Discs are [x, y, radius]; drawn as one shape, so that where they overlap they are no darker.
export function paintTowns(context, discs, colour) {
  context.beginPath();
  for (const [x, y, radius] of discs) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  Object.assign(context, { fillStyle: colour, strokeStyle: colour, lineWidth: 1, globalAlpha: TOWN_FILL });
  context.fill();
  context.globalAlpha = TOWN_EDGE;
  context.stroke();
  context.globalAlpha = 1;
}
