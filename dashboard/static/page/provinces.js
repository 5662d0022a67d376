// Hands the outlines of provinces to the map's frame: once a briefing, when a tint first needs them.
export default function ({ data, parentElement }) {
  const carrier = (parentElement.__provinces ||= makeCarrier());
  const key = `${data.version} ${Object.keys(data.shapes)}`;
  if (key === carrier.key || !Object.keys(data.shapes).length) return;
  Object.assign(carrier, { key, shapes: data.shapes });
  carrier.hand();
}

function makeCarrier() {
  const carrier = { key: "", shapes: {} };
  carrier.hand = () => Link.send({ t: "provinces", shapes: carrier.shapes }, "provinces");
  Link.listen("provinces", (message) => message.t === "ready" && carrier.hand());
  return carrier;
}
