// What to look at before an export: a list in which each weakness is one click from its cure. It
// also tells Python what the map shows right now, for the size of the map is known only here.
const SWITCHES = ["areas", "countries", "places", "flows"];
const CURES = {
  title: ["Write a title", () => focusOn(".st-key-slides_title input")],
  notes: ["Choose how many notes", () => focusOn(".st-key-slides_notes input")],
  handling: ["Set the mark", () => pressOutside(".st-key-handling_top button")],
  filter: ["Clear the filters", () => pressOutside(".st-key-clear button")],
  documents: ["Open another document", () => pressOutside(".st-key-new button")],
  dates: ["Show them", () => openTab("#tab-events", "No date in the text")],
  undrawn: ["Show them", () => openTab("#tab-unmarked")],
  frame: ["Show the whole story", () => leave(() => Link.send({ t: "home" }, "preflight"))],
  event: ["Look at it", (finding) => leave(() => Link.send({ t: "pick", id: finding.event, scroll: true }, "preflight"))],
};

export default function ({ parentElement, data, setStateValue }) {
  draw(parentElement.querySelector(".root"), data.findings);
  const shown = readMap();
  const told = JSON.stringify(shown);
  if (parentElement.__told === told) return;
  parentElement.__told = told;
  setStateValue("map", shown ?? {});
}

function draw(root, findings) {
  const rows = findings.map((finding) => {
    const row = element("li");
    const [words, act] = CURES[finding.cure] ?? [];
    row.append(element("span", "", finding.says));
    if (act) {
      const button = element("button", "", words);
      button.type = "button";
      button.dataset.cure = finding.cure;
      button.onclick = () => act(finding);
      row.append(button);
    }
    return row;
  });
  const list = element("ul");
  list.append(...rows);
  const head = findings.length ? "Before it leaves the house" : "Nothing to ask: it can leave the house";
  root.replaceChildren(element("h4", "", head), list);
}

// Null where the table takes the map's place.
function readMap() {
  const frame = document.querySelector(".st-key-mapbox iframe");
  const box = frame?.contentDocument?.querySelector(".leaflet-container");
  const map = frame?.contentWindow?.map;
  if (!map || !box || !box.clientWidth || !box.clientHeight) return null;
  const bounds = map.getBounds();
  const hidden = SWITCHES.filter((name) => box.classList.contains(`without-${name}`));
  return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth(), hidden };
}

const focusOn = (selector) => document.querySelector(selector)?.focus();

// The dialog covers the page: what lies outside is reached once it is closed.
function leave(then) {
  document.querySelector("[role=dialog] button[aria-label=Close]")?.click();
  setTimeout(then, 350);
}

const pressOutside = (selector) => leave(() => document.querySelector(selector)?.click());

function openTab(selector, heading) {
  leave(() => {
    const tab = find(document, selector);
    tab?.click();
    tab?.focus();
    if (!heading) return;
    const groups = [...(tab?.getRootNode().querySelectorAll("h3") ?? [])];
    groups.find(({ textContent }) => textContent === heading)?.scrollIntoView({ block: "start" });
  });
}

// The parts of the page live in shadow roots.
function find(root, selector) {
  const hit = root.querySelector(selector);
  if (hit) return hit;
  for (const host of root.querySelectorAll("*")) {
    const inside = host.shadowRoot && find(host.shadowRoot, selector);
    if (inside) return inside;
  }
  return null;
}
