// The reading pane: three tabs over the open briefing, linked with the map by messages.
const FOCUS_AFTER_MS = 150; // after the run that may follow has drawn the lists
const TABS = [["article", "Article"], ["events", "Events"], ["unmarked", "Not on the map"]];

export default function ({ parentElement, data, setTriggerValue }) {
  const pane = (parentElement.__pane ||= makePane(parentElement.querySelector(".root")));
  pane.tell = setTriggerValue;
  pane.take(data);
}

function makePane(root) {
  const pane = { tab: "article", key: null, version: null, stamp: null, told: null, data: null, drawn: {} };
  const bodies = (pane.bodies = {});
  const tabs = (pane.tabs = buildTabs(root, bodies, (name) => pane.show(name)));
  pane.report = (id) => id && pane.tell("picked", id);
  pane.act = {
    pick: (id) => (pane.light(id, pane.tab !== "article"), Link.send({ t: "pick", id }, "pane"), pane.report(id)),
    read: (id) => (pane.show("article"), pane.light(id, true), pane.report(id)),
    readMovement: (flow) => (pane.show("article"), pane.light(flow.id, true)),
    place: (id, node) => {
      for (const lit of bodies.article.querySelectorAll(".pon")) lit.classList.remove("pon");
      node.classList.add("pon");
      Link.send({ t: "place", id, ...node.told }, "pane");
    },
    more: (name, start) => {
      pane.asked = start;
      pane.tell("more", { name, start, stamp: pane.stamp ?? 0 });
    },
    review: (about) => {
      const from = deepest(document);
      pane.tell("review", about);
      whenClosed(() => (findFix(bodies, about) ?? from).focus({ preventScroll: true }));
    },
  };
  pane.show = (name) => {
    pane.tab = name;
    for (const tab of tabs) chooseTab(tab, bodies, name);
    drawList(pane);
    if (Link.selected) pane.light(Link.selected, true);
  };
  pane.light = (id, scroll) => {
    lightSentence(bodies.article, id, scroll);
    for (const row of [bodies.events, bodies.unmarked].flatMap((b) => [...b.querySelectorAll(".ev")])) {
      const isOn = row.dataset.e === id;
      row.classList.toggle("on", isOn);
      if (isOn && scroll) row.scrollIntoView({ block: "nearest" });
    }
  };
  pane.take = (data) => takeData(pane, data);
  Link.listen("pane", (message, from) => hearMessage(pane, message, from));
  return pane;
}

const deepest = (scope) => (scope.activeElement?.shadowRoot ? deepest(scope.activeElement.shadowRoot) : scope.activeElement);

// The pencil may have been drawn anew since.
const findFix = (bodies, about) =>
  [...bodies.events.querySelectorAll(".ev"), ...bodies.unmarked.querySelectorAll(".ev")]
    .find((row) => row.dataset.e === about && row.offsetParent)?.querySelector(".fix");

// The dialog is Streamlit's own: it does not know where the reader came from.
function whenClosed(act) {
  let wasOpen = false;
  const observer = new MutationObserver(() => {
    const isOpen = document.querySelector("[role=dialog]") !== null;
    if (wasOpen && !isOpen) {
      observer.disconnect();
      setTimeout(act, FOCUS_AFTER_MS);
    }
    wasOpen = isOpen;
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

function buildTabs(root, bodies, show) {
  const bar = element("div", "tabs");
  bar.setAttribute("role", "tablist");
  bar.setAttribute("aria-label", "Reading pane");
  const tabs = TABS.map(([name, label]) => {
    const tab = element("button", "tab");
    tab.id = `tab-${name}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", `body-${name}`);
    tab.dataset.name = name;
    tab.append(element("span", "", label), element("i"));
    tab.onclick = () => show(name);
    const body = (bodies[name] = element("div", `body ${name}`));
    body.id = `body-${name}`;
    body.setAttribute("role", "tabpanel");
    body.setAttribute("aria-labelledby", tab.id);
    body.tabIndex = 0;
    return tab;
  });
  bar.onkeydown = (press) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[press.key];
    if (!step) return;
    const at = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    const next = tabs[(at + step + tabs.length) % tabs.length];
    show(next.dataset.name);
    next.focus();
  };
  bar.append(...tabs);
  root.replaceChildren(bar, ...Object.values(bodies));
  return tabs;
}

function chooseTab(tab, bodies, name) {
  const isChosen = tab.dataset.name === name;
  tab.setAttribute("aria-selected", String(isChosen));
  tab.tabIndex = isChosen ? 0 : -1;
  bodies[tab.dataset.name].hidden = !isChosen;
}

// Only what changed is drawn anew, and of the lists only the one that is looked at: after a mere click
// nothing is, and nothing moves.
function takeData(pane, data) {
  pane.data = data;
  const briefing = Link.document;
  if (!briefing || briefing.version !== data.version) return;
  const isOther = pane.version !== data.version;
  if (isOther) openBriefing(pane, briefing);
  const isNarrowed = isOther || pane.shown !== data.shown || pane.flows !== String(data.flows);
  Object.assign(pane, { stamp: data.lists.stamp, shown: data.shown, flows: String(data.flows) });
  if (isNarrowed) {
    pane.drawn = {};
    countLists(pane);
  }
  for (const tab of pane.tabs) chooseTab(tab, pane.bodies, pane.tab);
  if (drawList(pane)) pane.light(Link.selected, false);
  if (data.more) takeMore(pane, data);
  if (data.page) takePage(pane.bodies.article, data.page, pane.act);
  if (isNarrowed || data.page) fadeWords(pane.bodies, data);
  adoptSelection(pane, data);
  if (data.page) pane.light(Link.selected, pane.tab === "article" && data.page.page !== pane.asked);
}

// The pane may be hidden still; what is hidden cannot be scrolled.
function whenShown(node, act) {
  const watcher = new ResizeObserver(() => {
    if (!node.clientHeight) return;
    watcher.disconnect();
    act();
  });
  watcher.observe(node);
}

// Of the same documents, put right by the reader, tab and place in the text stay.
function openBriefing(pane, briefing) {
  const { article, unmarked } = pane.bodies;
  const isSame = pane.key === briefing.key;
  const top = article.scrollTop;
  pane.version = briefing.version;
  pane.key = briefing.key;
  drawArticles(article, briefing, pane.act);
  if (isSame) article.scrollTop = top;
  else whenShown(article, () => { article.scrollTop = 0; });
  if (isSame) return;
  unmarked.replaceChildren();
  pane.tab = "article";
  pane.told = null;
}

function countLists({ tabs, data: { lists } }) {
  const counts = { article: "", events: lists.events.total, unmarked: totalOf(lists.unmarked) };
  for (const tab of tabs) tab.querySelector("i").textContent = counts[tab.dataset.name].toLocaleString("en");
}

// Draws the list that is looked at, if it changed since; returns whether it did.
function drawList({ tab, bodies, act, data, drawn }) {
  const draw = { events: drawEvents, unmarked: drawUnmarked }[tab];
  if (!draw || drawn[tab] || !data || Link.document?.version !== data.version) return false;
  const flows = new Set(data.flows);
  const movements = Link.document.movements.filter(({ id }) => flows.has(id));
  const top = bodies[tab].scrollTop;
  draw(bodies[tab], data.lists, movements, act);
  bodies[tab].scrollTop = top;
  drawn[tab] = true;
  return true;
}

// Greys the words of what is filtered out: `shown` has a bit for each event of the briefing.
function fadeWords({ article }, { shown, flows }) {
  const bits = Uint8Array.from(atob(shown), (letter) => letter.charCodeAt(0));
  const moving = new Set(flows);
  const passes = ({ id, number }) => (number < 0 ? moving.has(id) : bits[number >> 3] & (128 >> (number & 7)));
  for (const words of article.querySelectorAll(".tr")) words.classList.toggle("off", !words.told.some(passes));
}

function takeMore({ bodies, act }, { more, lists }) {
  const isEvents = more.name === "events";
  const holder = isEvents
    ? bodies.events.querySelector(".rows")
    : bodies.unmarked.querySelector(`.rows[data-list="${CSS.escape(more.name)}"]`);
  // The same page may come twice.
  if (holder?.querySelectorAll(":scope > .ev").length !== more.start) return;
  const { total } = isEvents ? lists.events : lists.unmarked.find(({ why }) => why === more.name);
  addRows(holder, more.rows, { total, name: more.name, isGrouped: isEvents }, act);
  holder.querySelectorAll(":scope > .ev > .main")[more.start]?.focus({ preventScroll: true });
}

// The selection comes from Python only when the address names one; never as an echo, which would
// arrive a run late and turn the highlight back.
function adoptSelection(pane, data) {
  if (data.told === pane.told) return;
  const before = Link.selected;
  pane.told = data.told;
  Link.selected = data.selected;
  pane.light(data.selected, true);
  if (data.selected || before) Link.send({ t: "pick", id: data.selected }, "pane");
}

function hearMessage(pane, message, from) {
  if (message.t === "document" && pane.data) return pane.take(pane.data);
  if (message.t === "review") return pane.act.review(message.id);
  if (message.t === "ready" || message.t === "drawn") {
    if (!pane.synced && Link.selected) Link.send({ t: "pick", id: Link.selected }, "pane");
    if (message.t === "drawn") pane.synced = true;
  }
  if (message.t !== "pick") return;
  if (message.scroll || pane.tab === "unmarked") pane.show("article");
  pane.light(message.id, true);
  pane.report(message.id);
}
