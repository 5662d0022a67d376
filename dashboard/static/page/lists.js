// The Events and Not on the map tabs.
const FIRST_ROWS = 300;
const STATUS_ORDER = { Ahead: -2, "No date in the text": 9e9 };

function drawEvents(body, briefing, shown, act) {
  const top = body.scrollTop;
  body.replaceChildren();
  const events = shown.map((n) => briefing.events[n]).filter((event) => !event.why);
  if (!events.length) body.append(element("p", "lead", "No event on the map passes the filters."));
  let group = null;
  const rows = byDate(events);
  for (const event of rows.slice(0, FIRST_ROWS)) {
    if (event.group !== group) body.append(element("h3", "group", event.group));
    group = event.group;
    body.append(drawRow(event, [event.place, event.when, event.status], () => act.pick(event.id)));
  }
  if (rows.length > FIRST_ROWS) {
    const more = `${rows.length - FIRST_ROWS} more events are on the map; narrow the filters to list them.`;
    body.append(element("p", "lead", more));
  }
  body.scrollTop = top;
  return events.length;
}

// Newest group first, undated ones last; within a group the newest first.
function byDate(events) {
  const latest = new Map();
  const last = (event) => (event.days[1] < 1e6 ? event.days[1] : event.days[0]);
  for (const event of events) {
    const rank = STATUS_ORDER[event.group] ?? -last(event);
    const at = event.group === "Ahead" ? -9e9 : rank;
    latest.set(event.group, Math.min(latest.get(event.group) ?? Infinity, at));
  }
  return [...events].sort(
    (a, b) => latest.get(a.group) - latest.get(b.group) || last(b) - last(a),
  );
}

function drawRow(event, small, act) {
  const row = element("button", "ev");
  row.dataset.e = event.id;
  const glyph = element("span", "g");
  glyph.innerHTML = Marks.glyph(event.type, event.status, 18, true);
  const text = element("span", "t");
  text.append(element("b", "", event.title), element("small", "", small.filter(Boolean).join(" · ")));
  row.append(glyph, text);
  row.setAttribute("aria-label", [event.title, event.type, ...small].filter(Boolean).join(", "));
  row.onclick = act;
  return row;
}

function drawUnmarked(body, briefing, shown, act) {
  const opened = new Set([...body.querySelectorAll("details[open]")].map((d) => d.dataset.k));
  const isFirst = !body.childElementCount;
  const top = body.scrollTop;
  body.replaceChildren();
  const events = shown.map((n) => briefing.events[n]);
  const without = events.filter((event) => event.why);
  const words = briefing.words.reduce((sum, group) => sum + group.total, 0);
  body.append(element("p", "lead", leadSentence(without.length, events.length, words, briefing.mentions)));
  const fold = (title, count, key, content) =>
    body.append(drawFold(title, count, isFirst ? count > 5 && key[0] === "e" : opened.has(key), key, content));
  if (without.length) body.append(element("h3", "", "Events"));
  for (const [why, group] of groupByReason(without))
    fold(why, group.length, `e${why}`, group.map((e) => drawRow(e, [e.when], () => act.read(e.id))));
  if (briefing.words.length) body.append(element("h3", "", "Place words"));
  for (const group of briefing.words)
    fold(group.why, group.total, `w${group.why}`, [drawWords(group.items)]);
  drawFurniture(body, briefing, fold);
  body.scrollTop = top;
  return without.length;
}

function leadSentence(without, events, words, mentions) {
  return `${without} of ${events} events and ${words} of ${mentions} place words carry no mark. Each is listed here with the reason.`;
}

function groupByReason(events) {
  const groups = new Map();
  for (const event of events) groups.set(event.why, [...(groups.get(event.why) ?? []), event]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

function drawWords(items) {
  const text = items.map(([word, count]) => (count > 1 ? `${word} (${count})` : word)).join(", ");
  return element("p", "words", text);
}

function drawFurniture(body, briefing, fold) {
  const kinds = new Map();
  for (const part of briefing.skipped)
    kinds.set(part.kind, [...(kinds.get(part.kind) ?? []), element("p", "words", part.text)]);
  if (kinds.size) body.append(element("h3", "", "Parts of the page that were not read"));
  for (const [kind, parts] of kinds) fold(kind, parts.length, `f${kind}`, parts);
  if (!briefing.notices.length) return;
  body.append(element("h3", "", "Notes on the reading"));
  for (const notice of briefing.notices) body.append(element("p", `note ${notice.level}`, notice.text));
}

function drawFold(title, count, isOpen, key, content) {
  const fold = element("details");
  fold.dataset.k = key;
  fold.open = isOpen;
  const head = element("summary");
  head.append(element("span", "", title), element("i", "", String(count)));
  fold.append(head, ...content);
  return fold;
}
