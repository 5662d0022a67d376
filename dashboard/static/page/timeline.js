// The timeline: when the events happened, with a brush. Firm dates are bars, vague ones fade.
const INSET = 16;
const TOP = 26;
const AXIS = 18;
const LEAST_LANE = 3.2; // pixels; lower bars cannot be told apart

export default function ({ parentElement, data, setStateValue }) {
  const line = (parentElement.__line ||= makeTimeline(parentElement.querySelector(".tl")));
  line.report = (period) => setStateValue("period", period);
  line.take(data);
}

function makeTimeline(root) {
  const line = { root, data: null, period: null, told: undefined };
  line.take = (data) => {
    line.data = data;
    if (line.told !== data.told) {
      line.told = data.told;
      line.period = data.period;
    }
    line.draw();
  };
  line.draw = () => line.data && drawTimeline(line);
  // Live while the brush moves: the map fades marks, Python learns of it on release.
  line.live = () => {
    cancelAnimationFrame(line.frame);
    line.frame = requestAnimationFrame(() => {
      line.draw();
      Link.send({ t: "range", r: line.period }, "timeline");
    });
  };
  line.done = () => line.report(line.period);
  Link.listen("timeline", (message) => {
    if (message.t === "pick") line.draw();
  });
  new ResizeObserver(() => line.draw()).observe(root);
  root.addEventListener("pointerdown", (press) => startBrush(line, press));
  root.addEventListener("keydown", (press) => moveHandle(line, press));
  root.querySelector(".clear").onclick = () => clearPeriod(line);
  return line;
}

function clearPeriod(line) {
  line.period = null;
  line.live();
  line.done();
}

function startBrush(line, press) {
  if (press.target.closest(".head") || !line.geometry) return;
  const bar = press.target.closest(".bar");
  if (bar?.dataset.e) return Link.send({ t: "pick", id: bar.dataset.e }, "timeline");
  const handle = press.target.closest(".handle");
  const dayAt = (pointer) => line.geometry.dayAt(pointer.clientX);
  const fixed = handle ? line.period[1 - Number(handle.dataset.i)] : dayAt(press);
  let moved = false;
  const move = (pointer) => {
    if (!handle && Math.abs(pointer.clientX - press.clientX) < 4) return;
    moved = true;
    const to = dayAt(pointer);
    line.period = [Math.min(fixed, to), Math.max(fixed, to)];
    line.live();
  };
  const end = () => {
    line.root.removeEventListener("pointermove", move);
    if (moved) line.done();
    else if (!handle && line.period) clearPeriod(line);
  };
  line.root.setPointerCapture(press.pointerId);
  line.root.addEventListener("pointermove", move);
  line.root.addEventListener("pointerup", end, { once: true });
}

function moveHandle(line, press) {
  const handle = press.target.closest(".handle");
  const step = { ArrowLeft: -0.012, ArrowRight: 0.012 }[press.key];
  if (!handle || !step || !line.period) return;
  press.preventDefault();
  const i = Number(handle.dataset.i);
  const { shareOf, dayOf } = line.geometry;
  const day = dayOf(Math.min(1, Math.max(0, shareOf(line.period[i]) + step)));
  line.period = i ? [line.period[0], Math.max(day, line.period[0])] : [Math.min(day, line.period[1]), line.period[1]];
  line.draw();
  line.root.querySelector(`.handle[data-i="${i}"]`).focus();
  line.live();
  clearTimeout(line.timer);
  line.timer = setTimeout(line.done, 350);
}

function drawTimeline(line) {
  const { root, data } = line;
  root.querySelector("svg")?.remove();
  sayPeriod(line);
  if (!data.scale || !root.clientWidth) return;
  const geometry = (line.geometry = measure(root, data.scale));
  const canvas = svg("svg", { width: geometry.width, height: geometry.height, "aria-hidden": "true" });
  drawGrid(canvas, geometry, data);
  const lanes = data.bars && layOut(data.bars, geometry);
  if (lanes && !(data.bins && lanes.count * LEAST_LANE > geometry.room)) drawBars(canvas, geometry, lanes, line);
  else if (data.bins) drawHistogram(canvas, geometry, data.bins, line.period);
  if (line.period) drawBrush(canvas, geometry, line.period);
  canvas.removeAttribute("aria-hidden");
  canvas.setAttribute("role", "group");
  canvas.setAttribute("aria-label", "Events over time");
  root.append(canvas);
}

function sayPeriod(line) {
  const { root, period, data } = line;
  const { undated } = data;
  const noun = undated === 1 ? "event" : "events";
  const stays = period ? (undated === 1 ? " stays on" : " stay on") : "";
  root.querySelector(".said").textContent = data.scale
    ? period ? sayDays(period) : "All dates"
    : "No event has a date in the text";
  root.querySelector(".clear").hidden = !period;
  root.querySelector(".undated").textContent =
    undated && data.scale ? `${undated.toLocaleString("en")} ${noun} without a date${stays}` : "";
}

function sayDays([first, last]) {
  const [a, b] = [first, last].map(sayMonth);
  return a === b ? a : `${a} to ${b}`;
}

// One for all: to make a new one for each bar takes longer than to draw them.
const MONTHS = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

function sayMonth(day) {
  return MONTHS.format(day * 864e5);
}
