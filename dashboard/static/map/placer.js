// Where labels go, so that nothing hides anything. Boxes are {x, y, w, h} in pixels; candidates
// carry what it costs to stray from the best position.

const AIR_PX = 3; // kept free around every box
const WEIGHT = 3; // a hidden pixel against a pixel strayed

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
  ];
}

export function overlap(a, b) {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

export const hidden = (box, others) => others.reduce((sum, other) => sum + overlap(box, other), 0);

const airy = ({ x, y, w, h }) => ({ x: x - AIR_PX, y: y - AIR_PX, w: w + 2 * AIR_PX, h: h + 2 * AIR_PX });

// The cheapest candidate of each item, one after the other, then once more knowing all the rest.
// `items` are lists of candidates, the most important first; returns {box, clash} for each.
export function arrange(items, fixed) {
  const chosen = new Array(items.length).fill(null);
  for (let round = 0; round < 2; round++) {
    items.forEach((candidates, index) => {
      const others = [...fixed, ...chosen.filter((box, other) => box !== null && other !== index)];
      let best = null;
      for (const candidate of candidates) {
        if (best !== null && candidate.cost >= best.cost) continue; // hiding nothing, it still costs more
        const clash = hidden(airy(candidate), others);
        const cost = candidate.cost + WEIGHT * clash;
        if (best === null || cost < best.cost) best = { cost, clash, box: candidate };
      }
      chosen[index] = best && Object.assign(best.box, { clash: best.clash });
    });
    if (chosen.every((box) => box === null || box.clash === 0)) break;
  }
  return chosen;
}
