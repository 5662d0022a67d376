// The Article tab: text as text nodes, place names and event words marked.

function drawArticles(body, briefing, act) {
  body.replaceChildren();
  const events = new Map(briefing.events.map((event) => [event.id, event]));
  for (const article of briefing.articles) {
    const part = element("article");
    part.dataset.article = article.id;
    part.append(element("div", "src", article.source));
    const untitled = !article.blocks.some((block) => block.kind === "title");
    if (untitled) part.append(element("h2", "", article.title));
    for (const block of article.blocks) part.append(drawBlock(block, article.id, briefing, events));
    body.append(part);
  }
  body.onclick = (click) => clicked(click.target, act);
  // A real button would break the line before a comma; so the name is a span that acts as one.
  body.onkeydown = (press) => {
    const place = press.target.closest(".pm");
    if (!place || (press.key !== "Enter" && press.key !== " ")) return;
    press.preventDefault();
    act.place(place.dataset.p, place);
  };
}

function drawBlock(block, articleId, briefing, events) {
  const node = element({ title: "h2", heading: "h3" }[block.kind] ?? "p");
  let sentence = null;
  let number;
  let before = null;
  for (const run of block.runs) {
    if (!sentence || run.s !== number) {
      sentence = element("span", run.s === undefined ? "" : "s");
      if (run.s !== undefined) sentence.dataset.s = `${articleId}:${run.s}`;
      number = run.s;
      node.append(sentence);
    }
    sentence.append(drawRun(run, briefing, events, before));
    before = run.e?.[0];
  }
  return node;
}

function drawRun(run, briefing, events, before) {
  const event = run.e && events.get(run.e[0]);
  const named = run.p || run.why;
  if (!event) return named ? drawPlace(run, briefing, run.t) : document.createTextNode(run.t);
  const words = element("span", "tr");
  words.dataset.e = run.e.join(" ");
  words.style.setProperty("--c", (Marks.T[event.type] ?? Marks.T.other)[0]);
  let text = run.t;
  if (before !== event.id) {
    // The glyph stays on the line of the first word.
    const first = named ? "" : /^\s*\S*/.exec(text)[0];
    const kept = element("span", "kept");
    kept.append(drawGlyph(event), first);
    words.append(kept);
    text = text.slice(first.length);
  }
  words.append(named ? drawPlace(run, briefing, text) : text);
  return words;
}

function drawPlace(run, briefing, text) {
  const place = element("span", run.p ? "pm" : "pn", text);
  if (run.p) {
    place.dataset.p = run.p;
    place.title = `Show ${briefing.places[run.p]} on the map`;
    place.tabIndex = 0;
    place.setAttribute("role", "button");
  } else place.title = `Not on the map: ${run.why}`;
  return place;
}

function drawGlyph(event) {
  const glyph = element("button", "gl");
  glyph.dataset.e = event.id;
  glyph.setAttribute("aria-label", `Event: ${event.title}, ${event.type}, ${event.status}`);
  glyph.innerHTML = Marks.glyph(event.type, event.status, 13, true);
  return glyph;
}

function clicked(target, act) {
  const place = target.closest(".pm");
  if (place) return act.place(place.dataset.p, place);
  const words = target.closest(".tr") ?? target.closest(".s")?.querySelector(".tr");
  if (words) act.pick(words.dataset.e.split(" ")[0]);
}

// Light the sentence of an event and, where asked, bring it into view.
function lightSentence(body, id, scroll) {
  for (const node of body.querySelectorAll(".on")) node.classList.remove("on");
  const words = body.querySelectorAll(`.tr[data-e~="${CSS.escape(id ?? "")}"]`);
  if (!words.length) return false;
  const sentence = words[0].closest(".s") ?? words[0];
  const same = sentence.dataset.s;
  const parts = same ? body.querySelectorAll(`.s[data-s="${CSS.escape(same)}"]`) : [sentence];
  for (const node of [...parts, ...words]) node.classList.add("on");
  if (scroll) {
    const top = sentence.getBoundingClientRect().top - body.getBoundingClientRect().top;
    const to = body.scrollTop + top - body.clientHeight * 0.32;
    body.scrollTo({ top: to, behavior: isCalm() ? "auto" : "smooth" });
  }
  return true;
}
