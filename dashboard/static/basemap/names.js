// Names on the map. Each tries its positions in turn and takes the first that hides nothing placed
// before it and no mark; if none is free, it is left out.
import { isTaken } from "./clear.js";

// Names of areas, centred and broken into lines: countries, provinces, seas, lakes.
export const areaName = (look) => ({
  place(layout, geometry, feature) {
    const size = look.size(layout.zoom, feature.props);
    const text = look.capitals ? feature.props.n?.toLocaleUpperCase() : feature.props.n;
    if (!size || !text) return undefined;
    const style = { ...look, font: look.font(size), spacing: size * (look.spacing || 0) };
    const lines = broken(text, look.lineLength || 14);
    const widths = lines.map((words) => widthOf(layout.scratch, words, style));
    const anchor = look.anchor ? look.anchor(geometry) : geometry[0][0];
    if (!anchor) return undefined;
    const block = { lines, widths, lineHeight: size * 1.18, style };
    const candidates = (look.shifts || [0]).map((shift) => areaLabel(anchor, shift * size, block, feature.props.n));
    return firstFree(layout, candidates, look.isNeeded);
  },
});

function areaLabel(anchor, shift, { lines, widths, lineHeight, style }, key) {
  const [padX, padY] = style.padding || [3, 1];
  const half = { w: Math.max(...widths) / 2 + padX, h: (lineHeight * lines.length) / 2 + padY };
  const middle = anchor.y + shift;
  return {
    anchor,
    bboxes: [{ minX: anchor.x - half.w, maxX: anchor.x + half.w, minY: middle - half.h, maxY: middle + half.h }],
    deduplicationKey: key,
    deduplicationDistance: style.apart || 80,
    draw(context) {
      lines.forEach((words, index) => {
        const y = shift + lineHeight * (index + 0.5 - lines.length / 2);
        write(context, words, -widths[index] / 2, y, style);
      });
    },
  };
}

// A town: a dot, and its name to the right, left, above, below or askew.
export const town = (look) => ({
  place(layout, geometry, feature) {
    const { n: text, r: rank } = feature.props;
    const size = look.size(layout.zoom);
    const radius = look.radius(layout.zoom);
    const style = { font: look.font(size), colour: look.colour, halo: look.halo, haloWidth: 2.8, spacing: 0 };
    const width = widthOf(layout.scratch, text, style);
    const anchor = geometry[0][0];
    const draw = (dx, dy) => (context) => {
      look.dot(context, radius, rank);
      write(context, text, dx, dy, style);
    };
    const candidates = positionsAround(width, size, radius + 3.2).map(([dx, dy]) => ({
      anchor,
      bboxes: [square(anchor, radius + 1.5), nameBox(anchor, dx, dy, width, size)],
      deduplicationKey: text,
      deduplicationDistance: 12,
      draw: draw(dx, dy),
    }));
    return firstFree(layout, candidates);
  },
});

function positionsAround(width, height, gap) {
  return [
    [gap, 0],
    [-gap - width, 0],
    [-width / 2, -gap - height * 0.42],
    [-width / 2, gap + height * 0.46],
    [gap * 0.6, -gap * 0.9 - height * 0.2],
    [gap * 0.6, gap * 0.9 + height * 0.2],
  ];
}

const square = ({ x, y }, r) => ({ minX: x - r, maxX: x + r, minY: y - r, maxY: y + r });

const nameBox = ({ x, y }, dx, dy, width, height) => ({
  minX: x + dx - 2.5,
  maxX: x + dx + width + 2.5,
  minY: y + dy - height * 0.52,
  maxY: y + dy + height * 0.52,
});

// The first that hides neither a name nor a mark; a name that is needed may lie under a mark.
function firstFree(layout, candidates, isNeeded = false) {
  const apart = candidates.filter((label) => !layout.index.labelCollides(label, layout.order));
  const free = apart.find(({ bboxes }) => !bboxes.some((box) => isTaken(layout.zoom, box)));
  const chosen = free || (isNeeded && apart[0]);
  return chosen ? [chosen] : undefined;
}

function setType(context, { font, spacing }) {
  context.font = font;
  context.letterSpacing = `${spacing}px`;
}

function widthOf(context, text, style) {
  setType(context, style);
  return context.measureText(text).width - style.spacing;
}

function write(context, text, x, y, style) {
  setType(context, style);
  context.globalAlpha = 1;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = style.halo();
  context.lineWidth = style.haloWidth ?? 3;
  context.strokeText(text, x, y);
  context.fillStyle = style.colour();
  context.fillText(text, x, y);
  context.letterSpacing = "0px";
}

function broken(text, length) {
  const lines = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line && `${line} ${word}`.length <= length) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
