// What a tile's features are painted with: fills, lines, and the band inside a country's border.
// Colours are functions, read at each painting, so that a palette can change under a living map.

// The value at a zoom, between the stops [[zoom, value], ...].
export function at(zoom, stops) {
  const next = stops.findIndex(([stop]) => zoom <= stop);
  if (next === 0) return stops[0][1];
  if (next < 0) return stops.at(-1)[1];
  const [[z0, v0], [z1, v1]] = [stops[next - 1], stops[next]];
  return v0 + ((v1 - v0) * (zoom - z0)) / (z1 - z0);
}

function trace(context, geometry, close) {
  context.beginPath();
  for (const ring of geometry) {
    ring.forEach((point, index) => (index ? context.lineTo(point.x, point.y) : context.moveTo(point.x, point.y)));
    if (close) context.closePath();
  }
}

export const fill = (colour) => ({
  draw(context, geometry) {
    trace(context, geometry, true);
    context.fillStyle = colour();
    context.fill("evenodd");
  },
});

export const line = ({ colour, width, dash = [], cap = "butt" }) => ({
  draw(context, geometry, zoom) {
    trace(context, geometry, false);
    context.strokeStyle = colour();
    context.lineWidth = at(zoom, width);
    context.lineJoin = "round";
    context.lineCap = cap;
    context.setLineDash(dash);
    context.stroke();
    context.setLineDash([]);
  },
});

// Strokes of the outline, widest and faintest first, of which only the inner half is seen.
const BAND = [[14, 0.1], [8, 0.14], [4, 0.18]];

export const innerBand = (rgb) => ({
  draw(context, geometry, zoom) {
    context.save();
    trace(context, geometry, true);
    context.clip("evenodd");
    context.lineJoin = "round";
    for (const [width, opacity] of BAND) {
      context.strokeStyle = `rgba(${rgb()}, ${opacity})`;
      context.lineWidth = width * at(zoom, [[3, 0.5], [5, 1], [8, 1.6]]);
      context.stroke();
    }
    context.restore();
  },
});
