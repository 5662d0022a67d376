// Hands the features of the reader's own layers to the map's frame: once, and again if it is new.
export default function ({ data, parentElement }) {
  const carrier = (parentElement.__overlays ||= makeCarrier());
  const key = Object.keys(data.features).join();
  if (key === carrier.key) return;
  Object.assign(carrier, { key, features: data.features });
  carrier.hand();
}

function makeCarrier() {
  const carrier = { key: "", features: {} };
  carrier.hand = () => Link.send({ t: "overlays", features: carrier.features }, "overlays");
  Link.listen("overlays", (message) => message.t === "ready" && carrier.hand());
  return carrier;
}
