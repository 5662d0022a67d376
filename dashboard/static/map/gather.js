// Which marks would hide each other: sums only. Boxes are {x, y, w, h} in pixels of the present zoom.
import { radiusOf } from "./clusters.js";

const TOUCH_PX = 1; // boxes that only touch hide nothing

const hide = (a, b) =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > TOUCH_PX && Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > TOUCH_PX;

export const areApart = (boxes, others) => !boxes.some((box) => others.some((other) => hide(box, other)));

// `items` are {members, boxes, x, y, weight}. What overlaps, directly or by way of others, becomes
// one item at the mean of its marks; what its ring would hide joins it.
export function gather(items) {
  const found = [...items];
  for (let at = 0; at < found.length; at++) {
    const other = found.findIndex((one, index) => index !== at && !areApart(one.boxes, found[at].boxes));
    if (other < 0) continue;
    found[Math.min(at, other)] = joined(found[at], found[other]);
    found.splice(Math.max(at, other), 1);
    at = -1; // the larger one may hide what was passed already
  }
  return found;
}

function joined(one, other) {
  const weight = one.weight + other.weight;
  const x = (one.x * one.weight + other.x * other.weight) / weight;
  const y = (one.y * one.weight + other.y * other.weight) / weight;
  return { members: [...one.members, ...other.members], x, y, weight, boxes: [ringBox({ x, y, weight })] };
}

function ringBox({ x, y, weight }) {
  const radius = radiusOf({ weight }) + 1;
  return { x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius };
}
