// Takes over what filters never change: the open briefing, kept for the pane and the timeline, and for
// the map's frame the reader's own layers and the outlines of provinces, each when it is new.
export default function ({ data, parentElement }) {
  if (!data) return;
  const { document: briefing, features, provinces } = data;
  if (Link.document?.version !== briefing.version) Link.open(briefing);
  const carrier = (parentElement.__carrier ||= makeCarrier());
  carrier.hand("overlays", Object.keys(features).join(), { features });
  const outlined = Object.keys(provinces);
  if (outlined.length) carrier.hand("provinces", `${briefing.version} ${outlined}`, { shapes: provinces });
}

// A frame that is loaded later gets all of it.
function makeCarrier() {
  const held = new Map();
  const send = ([t, { message }]) => Link.send({ t, ...message }, "carrier");
  Link.listen("carrier", (message) => message.t === "ready" && [...held].forEach(send));
  return {
    hand: (t, key, message) => {
      if ((held.get(t)?.key ?? "") === key) return;
      held.set(t, { key, message });
      send([t, held.get(t)]);
    },
  };
}
