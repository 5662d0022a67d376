// Drawing of the timeline: scale, grid, bars, histogram, brush.
const SHADE = { line: "#DDD6CB", faint: "#E7E0D4", major: "#CFC6B8", axis: "#8A8178", brick: "#B3392B", ground: "#F4F0E8", ink: "#1F1B18", edge: "#2A2622" };

const HALF_LABEL = 44; // of the words beside the rule of the article
const LABELLED_STEP = 11; // pixels of a lane
const WIDEST_STEP = 15;
const LABEL_ROOM = 130; // pixels
const LETTER = 5.6;
const SHORTEST_LABEL = 9;

function svg(tag, attributes, parent) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  parent?.append(made);
  return made;
}

// The scale as functions: day to share of the width and back, day to pixel and back.
function measure(root, scale) {
  const knots = scale.knots;
  const [width, height] = [root.clientWidth, root.clientHeight || 120];
  const inner = width - 2 * INSET;
  const between = (at, from, to) => {
    if (at <= knots[0][from]) return knots[0][to];
    for (let i = 1; i < knots.length; i++) {
      const [low, high] = [knots[i - 1], knots[i]];
      if (at <= high[from])
        return low[to] + ((high[to] - low[to]) * (at - low[from])) / (high[from] - low[from]);
    }
    return knots[knots.length - 1][to];
  };
  const shareOf = (day) => between(day, 0, 1);
  const dayOf = (share) => Math.round(between(share, 1, 0));
  const dayAt = (clientX) => {
    const x = clientX - root.getBoundingClientRect().left - INSET;
    return dayOf(Math.min(1, Math.max(0, x / inner)));
  };
  const x = (day) => INSET + shareOf(day) * inner;
  const head = root.querySelector(".undated").getBoundingClientRect().right - root.getBoundingClientRect().left;
  return { head, width, height, inner, shareOf, dayOf, dayAt, x, base: height - AXIS, room: height - TOP - AXIS - 6, first: knots[0][0], last: knots[knots.length - 1][0] };
}

function drawGrid(canvas, g, data) {
  const { scale, published } = data;
  if (scale.break_at != null) {
    const left = INSET + scale.break_at * g.inner;
    svg("rect", { x: left, y: TOP, width: INSET + g.inner - left, height: g.base - TOP, fill: SHADE.ground }, canvas);
  }
  for (const { day, label, major } of scale.ticks) {
    const x = g.x(day);
    svg("line", { x1: x, x2: x, y1: TOP, y2: g.base + 3, stroke: major ? SHADE.major : SHADE.faint }, canvas);
    svg("text", { x: x + 3, y: g.height - 5, class: "tick" }, canvas).textContent = label;
  }
  svg("line", { x1: INSET, x2: INSET + g.inner, y1: g.base, y2: g.base, stroke: SHADE.axis }, canvas);
  if (scale.break_at != null) drawBreak(canvas, g, INSET + scale.break_at * g.inner);
  if (published) drawPublished(canvas, g, published);
}

function drawBreak(canvas, g, x) {
  const d = `M${x - 3} ${g.base + 4}l3 -8M${x + 1} ${g.base + 4}l3 -8`;
  svg("path", { d, stroke: SHADE.axis, "stroke-width": 1.2, fill: "none" }, canvas);
}

function drawPublished(canvas, g, { day, label }) {
  const x = g.x(day);
  svg("line", { x1: x, x2: x, y1: TOP - 2, y2: g.base, stroke: SHADE.brick, "stroke-width": 1.2 }, canvas);
  // The head of the timeline stands at the left: under it the label goes beside its rule.
  const isUnderHead = x < g.head + HALF_LABEL;
  const place = isUnderHead
    ? { x: x + 5, y: TOP + 9, "text-anchor": "start" }
    : { x, y: TOP - 5, "text-anchor": x > g.width - 60 ? "end" : "middle" };
  svg("text", { ...place, class: "now" }, canvas).textContent = label;
}

// Few events get lanes of their own, so that their words have room beside them.
function layOut(events, g) {
  const roomy = pack(events, g, LABEL_ROOM);
  return roomy.count * LABELLED_STEP <= g.room ? roomy : pack(events, g, 0);
}

// Bars in lanes, the long ones at the bottom, none over another.
function pack(events, g, room) {
  const ends = [];
  const ordered = [...events].sort(
    (a, b) => b.days[1] - b.days[0] - (a.days[1] - a.days[0]) || a.days[0] - b.days[0],
  );
  const bars = ordered.map((event) => {
    const left = g.x(Math.max(event.days[0], g.first));
    const right = Math.max(left + 7, g.x(Math.min(event.days[1], g.last)));
    const end = Math.max(right, Math.min(right + room, g.width - INSET));
    let lane = 0;
    while (ends[lane]?.some(([a, b]) => a < end + 3 && b > left - 3)) lane++;
    (ends[lane] ||= []).push([left, end]);
    return { event, left, right, lane };
  });
  return { bars, count: ends.length };
}

// The fewer lanes there are, the more room a bar has, and a few have their words beside them.
function drawBars(canvas, g, lanes, line) {
  const step = Math.min(WIDEST_STEP, g.room / Math.max(1, lanes.count));
  const tall = Math.max(2.6, Math.min(7, step - 1.6));
  const fades = new Map();
  const ends = []; // of each lane, where the last bar or its words end
  for (const bar of [...lanes.bars].sort((a, b) => a.left - b.left)) {
    const middle = g.base - 5 - tall / 2 - bar.lane * step;
    drawBar(canvas, { ...bar, middle, tall, step }, fades, line);
    const end = step >= LABELLED_STEP ? drawLabel(canvas, g, { ...bar, middle, before: ends[bar.lane] ?? INSET }, lanes.bars, line) : 0;
    ends[bar.lane] = Math.max(bar.right, end);
  }
}

// The words stand after the bar, or before it where there is more room. Returns where they end.
function drawLabel(canvas, g, { event, left, right, lane, middle, before }, bars, line) {
  const next = Math.min(g.width - INSET, ...bars.filter((bar) => bar.lane === lane && bar.left > left).map((bar) => bar.left));
  const [after, ahead] = [next - right, left - before].map((room) => Math.floor((room - 14) / LETTER));
  const isAfter = after >= Math.min(event.title.length, ahead);
  const letters = isAfter ? after : ahead;
  if (letters < SHORTEST_LABEL) return 0;
  const words = event.title.length <= letters ? event.title : `${event.title.slice(0, letters - 1).trimEnd()}…`;
  const isOut = line.period && !isWithin(event, line.period);
  const place = isAfter ? { x: right + 5 } : { x: left - 5, "text-anchor": "end" };
  svg("text", { ...place, y: middle + 3.5, class: `what halo${isOut ? " out" : ""}` }, canvas).textContent = words;
  return isAfter ? right + 5 + words.length * LETTER : 0;
}

function drawBar(canvas, { event, left, right, middle, tall, step }, fades, line) {
  const isOut = line.period && !isWithin(event, line.period);
  const isOn = Link.selected === event.id;
  const group = svg("g", { class: `bar${isOut ? " out" : ""}`, "data-e": event.id }, canvas);
  const wide = right - left;
  const colour = (Marks.T[event.type] ?? Marks.T.other)[0];
  svg("rect", { x: left - 2, y: middle - step / 2, width: wide + 4, height: step, fill: "transparent" }, group);
  if (event.firm)
    svg("rect", { x: left, y: middle - tall / 2, width: wide, height: tall, rx: 1.2, fill: colour, stroke: SHADE.edge, "stroke-width": 0.5, class: "ink" }, group);
  else svg("rect", { x: left, y: middle - 1.4, width: wide, height: 2.8, fill: `url(#${fade(canvas, colour, fades)})`, class: "ink" }, group);
  if (isOn) svg("rect", { x: left - 2, y: middle - tall / 2 - 1, width: wide + 4, height: tall + 2, rx: 2, fill: "none", stroke: SHADE.brick, "stroke-width": 1.6 }, group);
  svg("title", {}, group).textContent = `${event.title} – ${event.when}`;
}

function fade(canvas, colour, fades) {
  if (fades.has(colour)) return fades.get(colour);
  const id = `fade${fades.size}`;
  const gradient = svg("linearGradient", { id }, svg("defs", {}, canvas));
  for (const [offset, opacity] of [[0, 0.2], [0.12, 0.95], [0.88, 0.95], [1, 0.2]])
    svg("stop", { offset, "stop-color": colour, "stop-opacity": opacity }, gradient);
  fades.set(colour, id);
  return id;
}

// Too many for bars: how many events each interval has, by type; the fullest one fills the height.
function drawHistogram(canvas, g, { types, counts }, period) {
  const bins = counts[0].length;
  const wide = g.inner / bins;
  const sums = counts[0].map((_, bin) => counts.reduce((sum, row) => sum + row[bin], 0));
  const most = Math.max(...sums);
  const order = types.map((type, at) => [type, counts[at]]).sort((a, b) => sumOf(b[1]) - sumOf(a[1]));
  sums.forEach((sum, bin) => {
    if (!sum) return;
    const day = g.dayOf((bin + 0.5) / bins);
    const isOut = period && (day < period[0] || day > period[1]);
    const group = svg("g", { class: isOut ? "out" : "" }, canvas);
    let y = g.base - 1;
    for (const [type, row] of order) {
      const height = (row[bin] / most) * (g.room - 6);
      y -= height;
      if (height) svg("rect", { x: INSET + bin * wide, y, width: Math.max(1, wide - 0.8), height, fill: (Marks.T[type] ?? Marks.T.other)[0] }, group);
    }
    svg("title", {}, group).textContent = `about ${Math.round(sum).toLocaleString("en")} events, ${sayMonth(day)}`;
  });
  const label = `at most ${Math.round(most).toLocaleString("en")} in one bar`;
  svg("text", { x: g.width - INSET, y: TOP + 8, class: "tick halo", "text-anchor": "end" }, canvas).textContent = label;
}

const sumOf = (row) => row.reduce((a, b) => a + b, 0);

function drawBrush(canvas, g, period) {
  const [left, right] = period.map(g.x);
  const box = { y: TOP - 4, height: g.base - TOP + 4 };
  svg("rect", { x: left, width: Math.max(2, right - left), ...box, class: "brush" }, canvas);
  [left, right].forEach((x, i) => {
    const handle = svg("g", { class: "handle", tabindex: 0, role: "slider", "data-i": i }, canvas);
    handle.setAttribute("aria-label", i ? "End of the period" : "Start of the period");
    handle.setAttribute("aria-valuemin", g.first);
    handle.setAttribute("aria-valuemax", g.last);
    handle.setAttribute("aria-valuenow", period[i]);
    handle.setAttribute("aria-valuetext", sayMonth(period[i]));
    svg("rect", { x: x - 6, width: 12, ...box, fill: "transparent" }, handle);
    svg("line", { x1: x, x2: x, y1: TOP - 4, y2: g.base, stroke: SHADE.ink, "stroke-width": 1.5 }, handle);
    svg("rect", { x: x - 3, y: TOP + 18, width: 6, height: 16, rx: 2, fill: SHADE.ink }, handle);
  });
}

function isWithin(event, period) {
  return event.days[1] >= period[0] && event.days[0] <= period[1];
}
