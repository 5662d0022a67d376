// The Events and Not on the map tabs: the beginning of each list, and more of it when it is asked for.

function drawEvents(body, lists, movements, act) {
  body.replaceChildren();
  const { total, rows } = lists.events;
  if (movements.length) {
    const drawn = movements.map((flow) => drawMovement(flow, act));
    body.append(drawFold("Movements", movements.length, total === 0, "m", drawn));
  }
  if (!total) body.append(element("p", "lead", "No event on the map passes the filters."));
  const holder = element("div", "rows");
  body.append(holder);
  addRows(holder, rows, { total, name: "events", isGrouped: true }, act);
}

// Rows under the heading of their date, and a button for those that were not sent yet.
function addRows(holder, rows, { total, name, isGrouped }, act) {
  holder.querySelector(":scope > .more")?.remove();
  for (const event of rows) {
    if (isGrouped && event.group !== holder.dataset.group) holder.append(element("h3", "group", event.group));
    holder.dataset.group = event.group;
    const small = isGrouped ? [event.place, event.when, event.status] : [event.when];
    holder.append(drawRow(event, small, isGrouped ? () => act.pick(event.id) : () => act.read(event.id), act));
  }
  const count = holder.querySelectorAll(":scope > .ev").length;
  if (!rows.length || count >= total) return;
  const more = element("button", "more", `Show more (${count.toLocaleString("en")} of ${total.toLocaleString("en")})`);
  more.onclick = () => act.more(name, count);
  holder.append(more);
}

function drawRow(event, small, open, act) {
  const row = element("div", "ev");
  row.dataset.e = event.id;
  const main = element("button", "main");
  const glyph = element("span", "g");
  glyph.innerHTML = Marks.glyph(event.type, event.status, 18, true);
  const text = element("span", "t");
  const words = [...small, event.coded, event.set && "set by you", event.graded, event.twin && "may be one with another event"].filter(Boolean);
  text.append(element("b", "", event.title), element("small", "", words.join(" · ")));
  main.append(glyph, text);
  main.setAttribute("aria-label", [event.title, event.type, ...words].join(", "));
  main.onclick = open;
  row.append(main, drawFix(`Put right: ${event.title}`, () => act.review(event.id)));
  return row;
}

const PENCIL = `<svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" aria-hidden="true"><path d="M2 12l.7-2.9L9.6 2.2l2.2 2.2-6.9 6.9z"/></svg>`;

function drawFix(label, open) {
  const fix = element("button", "fix");
  fix.innerHTML = PENCIL;
  fix.title = "Put right";
  fix.setAttribute("aria-label", label);
  fix.onclick = open;
  return fix;
}

function drawMovement(flow, act) {
  const row = element("div", "ev move");
  row.dataset.e = flow.id;
  const main = element("button", "main");
  const text = element("span", "t");
  const words = [flow.kind, flow.carries, flow.route, flow.when, flow.status].filter(Boolean).join(" · ");
  text.append(element("b", "", flow.title), element("small", "", flow.why ? `${words} · not drawn: ${flow.why}` : words));
  main.append(text);
  main.setAttribute("aria-label", `Movement: ${flow.title}, ${words}`);
  main.onclick = () => act.readMovement(flow);
  row.append(main);
  return row;
}

const totalOf = (groups) => groups.reduce((sum, { total }) => sum + total, 0);

function drawUnmarked(body, lists, movements, act) {
  const briefing = Link.document;
  const opened = new Set([...body.querySelectorAll("details[open]")].map((d) => d.dataset.k));
  const isFirst = !body.childElementCount;
  body.replaceChildren();
  const [without, words] = [totalOf(lists.unmarked), totalOf(briefing.words)];
  body.append(element("p", "lead", leadSentence(without, lists.all, words, briefing.mentions)));
  const fold = (title, count, key, content) =>
    body.append(drawFold(title, count, isFirst ? count > 5 && key[0] === "e" : opened.has(key), key, content));
  if (without) body.append(element("h3", "", "Events"));
  for (const { why, total, rows } of lists.unmarked) {
    const holder = element("div", "rows");
    holder.dataset.list = why;
    addRows(holder, rows, { total, name: why, isGrouped: false }, act);
    fold(why, total, `e${why}`, [holder]);
  }
  const undrawn = movements.filter((flow) => flow.why);
  if (undrawn.length) {
    body.append(element("h3", "", "Movements"));
    fold("Without an arrow", undrawn.length, "m", undrawn.map((flow) => drawMovement(flow, act)));
  }
  if (briefing.words.length) body.append(element("h3", "", "Place words"));
  for (const group of briefing.words) fold(group.why, group.total, `w${group.why}`, [drawWords(group, act)]);
  drawFurniture(body, briefing, fold);
}

function leadSentence(without, events, words, mentions) {
  const [w, e, p, m] = [without, events, words, mentions].map((number) => number.toLocaleString("en"));
  return `${w} of ${e} events and ${p} of ${m} place words carry no mark. Each is listed here with the reason; “Put right” or a click on a word changes it.`;
}

function drawWords({ items, left }, act) {
  const list = element("p", "words");
  items.forEach(([word, count, article, start], at) => {
    const button = element("button", "word", word);
    button.setAttribute("aria-label", `Put right: ${word}`);
    button.onclick = () => act.review(`${article}:${start}`);
    list.append(at ? ", " : "", button, count > 1 ? ` (${count})` : "");
  });
  if (left) list.append(`, and ${left.toLocaleString("en")} more words`);
  return list;
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
  head.append(element("span", "", title), element("i", "", count.toLocaleString("en")));
  fold.append(head, ...content);
  return fold;
}
