// "No network used", and the proof: every request of the page and the map's frame, by host.
for (const scope of [window]) scope.performance.setResourceTimingBufferSize?.(50000);

const MAP_HOSTS = new Set(["tile.openstreetmap.org", "tiles.maps.eox.at"]);

export default function ({ parentElement, data }) {
  const seal = (parentElement.__seal ||= makeSeal(parentElement.querySelector(".seal")));
  seal.isAllowed = data.online;
  seal.refresh();
}

function makeSeal(root) {
  const [button, panel] = [root.querySelector("button"), root.querySelector(".panel")];
  const seal = { isAllowed: false, isMapOnline: false };
  seal.refresh = () => {
    const counts = countHosts();
    const others = [...counts].filter(([host]) => host !== location.host);
    const isUsed = others.some(([host]) => !MAP_HOSTS.has(host));
    root.classList.toggle("used", isUsed || seal.isAllowed || seal.isMapOnline);
    button.querySelector("span").textContent = wordsOf(seal, isUsed, others.length > 0);
    if (!panel.hidden) drawProof(panel, counts, others);
  };
  const close = () => {
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
  };
  button.onclick = () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    seal.refresh();
  };
  root.onkeydown = (press) => {
    if (press.key !== "Escape" || panel.hidden) return;
    close();
    button.focus();
  };
  window.addEventListener("pointerdown", (press) => {
    if (!press.composedPath().includes(root)) close();
  });
  new PerformanceObserver(() => seal.refresh()).observe({ type: "resource" });
  Link.listen("seal", (message) => {
    if (message.t === "ground") seal.isMapOnline = message.online;
    if (message.t === "drawn" || message.t === "ground") seal.refresh();
  });
  return seal;
}

// The map's online ground can be switched off again; what was asked for until then stays in the count.
function wordsOf({ isAllowed, isMapOnline }, isUsed, isAnyUsed) {
  if (isMapOnline) return "Online map: network in use";
  if (isUsed) return "Network used";
  if (isAllowed) return "Network allowed";
  return isAnyUsed ? "No network in use now" : "No network used";
}

function countHosts() {
  const frame = document.querySelector(".st-key-mapbox iframe")?.contentWindow;
  frame?.performance.setResourceTimingBufferSize(50000);
  const counts = new Map();
  for (const scope of [window, frame].filter(Boolean))
    for (const kind of ["navigation", "resource"])
      for (const { name } of scope.performance.getEntriesByType(kind)) {
        if (!/^(https?|wss?):/.test(name)) continue;
        const { host } = new URL(name);
        counts.set(host, (counts.get(host) ?? 0) + 1);
      }
  return counts;
}

function drawProof(panel, counts, others) {
  panel.replaceChildren(element("h2", "", "What this page asked for"));
  const elsewhere = others.reduce((sum, [, count]) => sum + count, 0);
  const lead = elsewhere
    ? `${elsewhere} requests went to other computers.`
    : "No request went to any other computer since the page was opened.";
  const list = element("dl");
  const row = (host, count, where) =>
    list.append(element("dt", "", host), element("dd", "", `${count} ${where}`));
  row(location.host, counts.get(location.host) ?? 0, "requests, this computer");
  for (const [host, count] of others) row(host, count, "requests, elsewhere");
  if (!others.length) row("Any other host", 0, "requests");
  const note = "Counted by the browser itself, in the page and in the frame of the map. The open connection to the dashboard goes to this computer too.";
  panel.append(element("p", "", lead), list, element("p", "small", note));
}
