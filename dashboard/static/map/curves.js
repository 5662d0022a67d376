// Sums for arrows, in pixels: a curve through points, beside others on the same way, cut back to the
// edges of what it joins. Points are {x, y}.

const BEND = 0.16; // of the distance: how far a curve leaves the straight line
const BESIDE = 0.09; // and how much farther each next one on the same way
const BESIDE_PX = 9; // the same where a curve runs through stops on its way
const STEPS = 120;
const LEAST_PX = 56;

// The n-th curve on a way. One back runs on the other side, because left turns with the direction.
export function curve(points, n) {
  return points.length === 2 ? arc(points[0], points[1], BEND + n * BESIDE) : shifted(through(points), n * BESIDE_PX);
}

function arc(from, to, bend) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 + dy * bend * 2, y: (from.y + to.y) / 2 - dx * bend * 2 };
  return steps(STEPS).map((t) => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y,
  }));
}

const steps = (count) => Array.from({ length: count + 1 }, (_, step) => step / count);

// Catmull and Rom: smooth, and through every point.
function through(points) {
  const at = (index) => points[Math.max(0, Math.min(points.length - 1, index))];
  return points.slice(1).flatMap((_, leg) => {
    const four = [at(leg - 1), at(leg), at(leg + 1), at(leg + 2)];
    const part = steps(STEPS / 2).map((t) => ({ x: spline(four.map(({ x }) => x), t), y: spline(four.map(({ y }) => y), t) }));
    return leg ? part.slice(1) : part;
  });
}

const spline = ([a, b, c, d], t) =>
  0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3);

function shifted(line, by) {
  if (!by) return line;
  return line.map((point, index) => {
    const [before, after] = [line[Math.max(0, index - 1)], line[Math.min(line.length - 1, index + 1)]];
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    return { x: point.x + ((after.y - before.y) / length) * by, y: point.y - ((after.x - before.x) / length) * by };
  });
}

// From the edge of the first to the edge of the last. `isIn` are functions of a point for an area,
// null for a point on the ground, which gets a gap of some pixels. A curve that never leaves an area
// starts or ends at the area's own point; between neighbours it reaches a little into both.
export function trimmed(line, isIn, gap) {
  const start = isIn[0] ? line.findIndex((point) => !isIn[0](point)) : away(line, gap);
  const back = [...line].reverse();
  const end = isIn[1] ? back.findIndex((point) => !isIn[1](point)) : away(back, gap);
  let first = Math.max(0, start);
  let last = line.length - 1 - Math.max(0, end);
  if (first > last) [first, last] = [last, first];
  while (far(line[first], line[last]) < LEAST_PX && (first > 0 || last < line.length - 1)) {
    first = Math.max(0, first - 1);
    last = Math.min(line.length - 1, last + 1);
  }
  return line.slice(first, last + 1);
}

const far = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
const away = (line, gap) => line.findIndex((point) => far(point, line[0]) >= gap);

// The point half way along, and the direction there in degrees.
export function middle(line) {
  const index = Math.floor(line.length / 2);
  const [before, after] = [line[index - 1], line[index + 1] || line[index]];
  return { ...line[index], turn: (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI };
}
