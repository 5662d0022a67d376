// A story over the 180th meridian: its frame reaches beyond 180 degrees, and all that is drawn moves
// to the copy of the world that lies nearest to the frame.

export function rolled(view) {
  const turn = turnOf(view.frame);
  if (!turn) return view;
  return {
    ...view,
    places: view.places.map((place) => ({ ...place, lon: turn(place.lon), shape: shapeOf(place.shape, turn) })),
    flows: view.flows.map((flow) => ({ ...flow, stops: flow.stops.map((stop) => ({ ...stop, lon: turn(stop.lon), edge: shapeOf(stop.edge, turn) })) })),
    crowd: view.crowd && { ...view.crowd, places: { ...view.crowd.places, lon: view.crowd.places.lon.map(turn) } },
  };
}

// A shape that came apart from the view.
export function turned(shape, frame) {
  const turn = turnOf(frame);
  return turn ? shapeOf(shape, turn) : shape;
}

function turnOf(frame) {
  if (!frame || (frame[0][1] >= -180 && frame[1][1] <= 180)) return null;
  const middle = (frame[0][1] + frame[1][1]) / 2;
  return (lon) => lon + 360 * Math.round((middle - lon) / 360);
}

// Part by part: a shape that the meridian cuts comes in parts on either side of it.
function shapeOf(shape, turn) {
  if (!shape) return shape;
  if (shape.type === "GeometryCollection") return { ...shape, geometries: shape.geometries.map((part) => shapeOf(part, turn)) };
  const depth = { LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[shape.type];
  return { ...shape, coordinates: parts(shape.coordinates, depth, turn) };
}

function parts(nested, depth, turn) {
  if (depth > 1) return nested.map((part) => parts(part, depth - 1, turn));
  const middle = nested.reduce((sum, [lon]) => sum + lon, 0) / nested.length;
  const by = turn(middle) - middle;
  return nested.map(([lon, lat]) => [lon + by, lat]);
}
