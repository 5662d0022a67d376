// Where labels go, so that nothing hides anything: one scheme for the names of the ground, of marks
// and of areas. Boxes are {x, y, w, h} in pixels; a candidate is {boxes, cost, …} and carries what
// it costs to stray from the best position.

const AIR_PX = 3; // kept free around every box
const WEIGHT = 6; // a hidden pixel against a pixel strayed
const YIELDING = 0.4; // a hidden pixel of what is less important
const TOUCH = 2; // square pixels: boxes that only touch hide nothing

// Right, left, above, below, and the two right-hand corners: the usual order for towns.
export function aroundPoint(point, own, { w, h }, gap = 4) {
  const { x, y } = point;
  const dx = own.w / 2 + gap;
  const dy = own.h / 2 + gap - 2;
  return [
    { x: x + dx, y: y - h / 2, w, h, cost: 0 },
    { x: x - dx - w, y: y - h / 2, w, h, cost: 6 },
    { x: x - w / 2, y: y - dy - h, w, h, cost: 10 },
    { x: x - w / 2, y: y + dy, w, h, cost: 10 },
    { x: x + dx * 0.6, y: y - dy - h * 0.7, w, h, cost: 14 },
    { x: x + dx * 0.6, y: y + dy - h * 0.3, w, h, cost: 14 },
  ].map(({ cost, ...box }) => ({ boxes: [box], cost }));
}

// Asked of each pair of boxes there is, so it does no more than it must.
const meet = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

export function overlap(a, b) {
  if (!meet(a, b)) return 0;
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w * h;
}

export const hidden = (box, others) => others.reduce((sum, other) => sum + overlap(box, other), 0);

const airy = ({ x, y, w, h }) => ({ x: x - AIR_PX, y: y - AIR_PX, w: w + 2 * AIR_PX, h: h + 2 * AIR_PX });
const total = (boxes, others) => boxes.reduce((sum, box) => sum + hidden(box, others), 0);

function around(boxes) {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, w: Math.max(...boxes.map((box) => box.x + box.w)) - x, h: Math.max(...boxes.map((box) => box.y + box.h)) - y };
}

// `items` are {rank, isRequired, candidates}, rank 0 the most important. Returns for each the
// candidate it takes, or null for a label that would hide something more important.
// `soft` are boxes that are better kept free.
export function arrange(items, fixed, soft = []) {
  const order = items.map((_, index) => index).sort((a, b) => items[a].rank - items[b].rank);
  const chosen = new Array(items.length).fill(null);
  for (let round = 0; round < 2; round++) {
    const before = [...fixed];
    order.forEach((index, place) => {
      const after = round ? order.slice(place + 1).flatMap((other) => (chosen[other] ? chosen[other].boxes : [])) : [];
      chosen[index] = cheapest(items[index], before, [...after, ...soft]);
      if (chosen[index]) before.push(...chosen[index].boxes);
    });
  }
  return chosen;
}

function cheapest({ candidates, isRequired }, allFirm, allYielding) {
  const reach = airy(around(candidates.flatMap(({ boxes }) => boxes)));
  const [firm, yielding] = [allFirm, allYielding].map((boxes) => boxes.filter((box) => meet(box, reach)));
  let best = null;
  for (const candidate of [...candidates].sort((a, b) => a.cost - b.cost)) {
    if (best !== null && candidate.cost >= best.cost) break; // hiding nothing, it still costs more
    if (!isRequired && total(candidate.boxes, firm) > TOUCH) continue;
    const wide = candidate.boxes.map(airy);
    const cost = candidate.cost + WEIGHT * total(wide, firm) + YIELDING * total(wide, yielding);
    if (best === null || cost < best.cost) best = { cost, candidate };
  }
  return best && best.candidate;
}
