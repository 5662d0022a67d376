// What belongs to the window as a whole: its keys, and the map's frame in the address.
const FRAME = "at";
const STORE = "briefing-views ";
const PATIENCE_MS = 4000;
const LONGEST_WAITS = 15;
const MOST_TRIES = 3; // what Python will not take is not offered for ever

export default function ({ parentElement, data, setTriggerValue }) {
  const desk = (parentElement.__desk ||= makeDesk());
  desk.send = (wish) => setTriggerValue("pressed", wish);
  desk.presenting = data.presenting;
  document.documentElement.toggleAttribute("data-presenting", data.presenting);
  document.documentElement.dataset.views = data.kept.length;
  desk.kept = data.kept;
  desk.view = data.view;
  // The frame of a kept view stays in the browser: Python does not hear of panning.
  for (const key of data.kept) if (!desk.frames.has(key)) desk.frames.set(key, desk.at);
  if (desk.told !== undefined && desk.told !== data.told) showFrame(desk.frames.get(data.kept[data.view]));
  desk.told = data.told;
  if (desk.waiting && data.answered === desk.sent) release(desk);
  keepViews(desk, data);
}

// Kept views outlive a reload: their names, filters and frames, no text of a document.
function keepViews(desk, { documents, views }) {
  if (desk.documents !== documents) Object.assign(desk, { documents, hadViews: false, tries: 0 });
  if (!views.length && !desk.hadViews) return void restoreViews(desk, documents);
  desk.hadViews = views.length > 0;
  const kept = views.map((view) => ({ ...view, at: desk.frames.get(view.key) ?? null }));
  localStorage.setItem(STORE + documents, JSON.stringify(kept));
}

// While a page is loading a wish may be lost, so it is sent again until Python has the views.
function restoreViews(desk, documents) {
  const stored = storedViews(documents);
  if (!stored.length || desk.waiting || desk.tries >= MOST_TRIES) return;
  desk.tries += 1;
  for (const { key, at } of stored) desk.frames.set(key, at);
  press(desk, () => ({ views: stored.map(({ key, name, query }) => ({ key, name, query })) }));
}

function storedViews(documents) {
  try {
    const found = JSON.parse(localStorage.getItem(STORE + documents) ?? "[]");
    return found.filter(({ key, name, query }) => typeof key === "string" && typeof name === "string" && query);
  } catch {
    return []; // what somebody else wrote there is no list of views
  }
}

// One wish at a time: Streamlit sends with each the widgets as the browser has them, and before the
// answer to the last one is here they are old. Another run of the page is no answer.
function press(desk, makeWish) {
  if (desk.waiting) return void (desk.next = makeWish);
  const wish = makeWish();
  if (!wish) return;
  desk.patience = LONGEST_WAITS;
  desk.waiting = setTimeout(() => giveUp(desk), PATIENCE_MS);
  desk.sent += 1;
  desk.send({ ...wish, sent: desk.sent });
}

// Only a server that works on nothing has lost the wish: a busy machine takes its time.
function giveUp(desk) {
  if (isAtWork() && desk.patience > 0) {
    desk.patience -= 1;
    desk.waiting = setTimeout(() => giveUp(desk), PATIENCE_MS);
    return;
  }
  release(desk);
  if (!desk.hadViews) restoreViews(desk, desk.documents);
}

const isAtWork = () => (document.querySelector("[data-testid=stApp]")?.dataset.testScriptState ?? "notRunning") !== "notRunning";

function release(desk) {
  const { next } = desk;
  clearTimeout(desk.waiting);
  desk.waiting = desk.next = null;
  if (next) press(desk, next);
}

function makeDesk() {
  const desk = { presenting: false, kept: [], view: -1, touched: false, told: undefined, sent: 0, first: readFrame() };
  desk.at = desk.first;
  desk.frames = new Map();
  keepFrameInAddress(desk);
  const listened = new WeakSet();
  const attend = (scope) => {
    if (!scope || listened.has(scope)) return;
    listened.add(scope);
    scope.addEventListener("keydown", (press) => hearKey(desk, press, scope), true);
    if (scope === window) return;
    for (const sign of ["pointerdown", "wheel", "keydown"])
      scope.addEventListener(sign, () => (desk.touched = true), { capture: true, passive: true });
  };
  const frame = () => document.querySelector(".st-key-mapbox iframe")?.contentWindow;
  attend(window);
  // Back and Forward are told here and not by Streamlit: the address that it reads may be a moment
  // old, and two runs at once confuse its store of messages.
  const onBack = (step) => {
    step.stopImmediatePropagation();
    press(desk, () => ({ address: Object.fromEntries(new URL(location.href).searchParams) }));
    showFrame(readFrame());
  };
  window.addEventListener("popstate", onBack, true);
  Link.listen("window", (message) => {
    if (message.t === "ready" || message.t === "drawn") attend(frame());
    if (message.t === "drawn" && desk.first) {
      showFrame(desk.first);
      desk.first = null;
    }
    if (message.t === "moved") noteFrame(desk, message);
  });
  return desk;
}

// F presents and ends it; Escape ends it; in a presentation the arrows step through the views.
function hearKey(desk, key, scope) {
  const target = key.composedPath()[0];
  const isTyping = target.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]");
  if (isTyping || key.altKey) return;
  if (key.ctrlKey || key.metaKey) return void undoByKey(desk, key);
  if (!wishOf(key.key, desk, scope)) return;
  key.preventDefault();
  press(desk, () => wishOf(key.key, desk, scope));
}

// Each press has a number of its own, so that one that is delivered twice counts once.
function undoByKey(desk, key) {
  if (key.key.toLowerCase() !== "z" || desk.presenting || document.querySelector("[role=dialog]")) return;
  key.preventDefault();
  const number = (desk.presses = (desk.presses ?? 0) + 1);
  press(desk, () => ({ undo: key.shiftKey ? 1 : -1, number }));
}

// Wishes say what is to be, not what is to change: Streamlit may deliver one twice.
function wishOf(key, desk, scope) {
  if (key === "f" || key === "F") return { present: !desk.presenting };
  if (!desk.presenting) return null;
  if (key === "Escape") return scope.document.querySelector(".card") ? null : { present: false };
  // In the map's frame the arrows move the map.
  if (key === "PageDown" || (key === "ArrowRight" && scope === window)) return viewAfter(desk, 1);
  if (key === "PageUp" || (key === "ArrowLeft" && scope === window)) return viewAfter(desk, -1);
  return null;
}

function viewAfter(desk, step) {
  const count = desk.kept.length;
  return count ? { view: (desk.view + step + count) % count } : null;
}

const readFrame = () => new URL(location.href).searchParams.get(FRAME);

function showFrame(text) {
  const [lat, lon, zoom] = (text ?? "").split(",").map(Number);
  if (text && [lat, lon, zoom].every(Number.isFinite)) Link.send({ t: "view", lat, lon, zoom }, "window");
}

// Panning is no step in the history. A frame that the reader did not choose stays out of the link.
function noteFrame(desk, { lat, lon, zoom }) {
  desk.at = [lat.toFixed(3), lon.toFixed(3), zoom].join(",");
  if (!desk.touched) return;
  clearTimeout(desk.timer);
  desk.timer = setTimeout(() => history.replaceState(history.state, "", withFrame(desk, location.href)), 400);
}

// Streamlit writes the address without the frame, which it does not know; it is put back.
function keepFrameInAddress(desk) {
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => push(state, title, url ? withFrame(desk, url) : url);
}

function withFrame(desk, address) {
  const url = new URL(address, location.href);
  if (desk.touched && desk.at) url.searchParams.set(FRAME, desk.at);
  return url.href.replaceAll("%2C", ",");
}
