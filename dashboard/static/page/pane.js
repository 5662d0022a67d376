// The reading pane: three tabs over the open briefing, linked with the map by messages.
const TABS = [["article", "Article"], ["events", "Events"], ["unmarked", "Not on the map"]];

export default function ({ parentElement, data, setTriggerValue }) {
  const pane = (parentElement.__pane ||= makePane(parentElement.querySelector(".root")));
  pane.report = (id) => setTriggerValue("picked", id);
  pane.take(data);
}

function makePane(root) {
  const pane = { tab: "article", drawn: null, told: null, data: null };
  const bodies = {};
  const tabs = buildTabs(root, bodies, (name) => pane.show(name));
  const act = {
    pick: (id) => (pane.light(id, pane.tab !== "article"), Link.send({ t: "pick", id }, "pane"), pane.report(id)),
    read: (id) => (pane.show("article"), pane.light(id, true), pane.report(id)),
    place: (id, node) => {
      for (const lit of bodies.article.querySelectorAll(".pon")) lit.classList.remove("pon");
      node.classList.add("pon");
      Link.send({ t: "place", id }, "pane");
    },
  };
  pane.show = (name) => {
    pane.tab = name;
    for (const tab of tabs) chooseTab(tab, bodies, name);
    if (name === "article" && Link.selected) pane.light(Link.selected, true);
  };
  pane.light = (id, scroll) => {
    lightSentence(bodies.article, id, scroll);
    for (const row of [bodies.events, bodies.unmarked].flatMap((b) => [...b.querySelectorAll(".ev")])) {
      const isOn = row.dataset.e === id;
      row.classList.toggle("on", isOn);
      if (isOn && !bodies[pane.tab].hidden) row.scrollIntoView({ block: "nearest" });
    }
  };
  pane.take = (data) => {
    pane.data = data;
    const briefing = Link.document;
    if (!briefing || briefing.version !== data.version) return;
    if (pane.drawn !== data.version) openBriefing(pane, bodies, briefing, act);
    drawLists(tabs, bodies, briefing, data.shown, act);
    pane.show(pane.tab);
    adoptSelection(pane, data);
  };
  Link.listen("pane", (message, from) => hearMessage(pane, message, from));
  return pane;
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

function openBriefing(pane, bodies, briefing, act) {
  pane.drawn = briefing.version;
  bodies.unmarked.replaceChildren();
  drawArticles(bodies.article, briefing, act);
  bodies.article.scrollTop = 0;
  pane.tab = "article";
  pane.told = null;
}

function drawLists(tabs, bodies, briefing, shown, act) {
  const counts = {
    article: "",
    events: drawEvents(bodies.events, briefing, shown, act),
    unmarked: drawUnmarked(bodies.unmarked, briefing, shown, act),
  };
  for (const tab of tabs) tab.querySelector("i").textContent = counts[tab.dataset.name];
  const passing = new Set(shown.map((n) => briefing.events[n].id));
  for (const words of bodies.article.querySelectorAll(".tr"))
    words.classList.toggle("off", !words.dataset.e.split(" ").some((id) => passing.has(id)));
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
  if (message.t === "ready" || message.t === "drawn") {
    if (!pane.synced && Link.selected) Link.send({ t: "pick", id: Link.selected }, "pane");
    if (message.t === "drawn") pane.synced = true;
  }
  if (message.t !== "pick") return;
  if (message.scroll || pane.tab === "unmarked") pane.show("article");
  pane.light(message.id, true);
  pane.report(message.id);
}
