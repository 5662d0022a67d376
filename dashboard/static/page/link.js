// The channel between the map's frame, the reading pane and the timeline: messages, no rerun.
// Messages carry the tag b; only this window's own frame is listened to, so that two open tabs
// never drive each other. Loaded once however often Streamlit mounts a component.
const Link = (window.BriefingLink ||= (() => {
  const TAG = "brief";
  const hearers = new Map();
  const link = { document: null, selected: null };

  const frame = () => document.querySelector(".st-key-mapbox iframe");
  const tell = (message, from) => {
    for (const [name, hear] of hearers) if (name !== from) hear(message, from);
  };

  // A component that is mounted again replaces its hearer, it does not add one.
  link.listen = (name, hear) => hearers.set(name, hear);
  link.send = (message, from) => {
    const target = frame()?.contentWindow;
    target?.postMessage({ ...message, b: TAG, src: from, at: now() }, location.origin);
    if (message.t === "pick") link.selected = message.id;
    tell(message, from);
  };
  // What the browser keeps of the open briefing; sent once, see pane.py.
  link.open = (briefing) => {
    link.document = briefing;
    tell({ t: "document" }, "carrier");
  };

  const now = () => performance.timeOrigin + performance.now();
  window.addEventListener("message", (event) => {
    if (event.origin !== location.origin || event.source !== frame()?.contentWindow) return;
    const message = event.data;
    if (!message || message.b !== TAG) return;
    if (message.t === "pick") link.selected = message.id;
    tell(message, "map");
  });
  return link;
})());

const element = (tag, name, text) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text != null) made.textContent = text;
  return made;
};
const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
