// The Article tab: text as text nodes, place names and event words marked; long documents in pages.
const MOST_PAGES = 6;

function drawArticles(body, briefing, act) {
  body.replaceChildren();
  for (const article of briefing.articles) {
    const part = element("article");
    part.dataset.article = article.id;
    part.append(element("div", "src", article.source));
    const untitled = !article.first.blocks.some((block) => block.kind === "title");
    if (untitled) part.append(element("h2", "", article.title));
    part.append(element("div", "pages"));
    body.append(part);
    takePage(body, article.first, act);
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

// A page of a long document joins the pages that it follows or precedes, else it takes their place.
function takePage(body, page, act) {
  const holder = body.querySelector(`article[data-article="${CSS.escape(page.article)}"] .pages`);
  if (!holder || holder.querySelector(`[data-page="${page.page}"]`)) return;
  const shown = [...holder.querySelectorAll("[data-page]")].map((node) => Number(node.dataset.page));
  const node = element("div");
  node.dataset.page = page.page;
  for (const block of page.blocks) node.append(drawBlock(block, page));
  for (const button of holder.querySelectorAll(".more")) button.remove();
  if (shown.length && page.page === shown[0] - 1) {
    const before = body.scrollHeight;
    holder.prepend(node);
    body.scrollTop += body.scrollHeight - before;
  } else {
    if (page.page !== shown.at(-1) + 1) holder.replaceChildren();
    holder.append(node);
  }
  const kept = [...holder.querySelectorAll("[data-page]")];
  if (kept.length > MOST_PAGES) (node === kept[0] ? kept.at(-1) : kept[0]).remove();
  offerPages(holder, page.article, act);
}

function offerPages(holder, articleId, act) {
  const { pages } = Link.document.articles.find(({ id }) => id === articleId);
  const [first, last] = [holder.firstChild, holder.lastChild].map((node) => Number(node.dataset.page));
  const offer = (words, number) => {
    const button = element("button", "more", `${words} (page ${number + 1} of ${pages})`);
    button.onclick = () => act.more(articleId, number);
    return button;
  };
  if (first > 0) holder.prepend(offer("Earlier", first - 1));
  if (last < pages - 1) holder.append(offer("Go on reading", last + 1));
}

function drawBlock(block, page) {
  const node = element({ title: "h2", heading: "h3" }[block.kind] ?? "p");
  let sentence = null;
  let number;
  let before = null;
  for (const run of block.runs) {
    if (!sentence || run.s !== number) {
      sentence = element("span", run.s === undefined ? "" : "s");
      if (run.s !== undefined) sentence.dataset.s = `${page.article}:${page.page}:${run.s}`;
      number = run.s;
      node.append(sentence);
    }
    sentence.append(drawRun(run, page, before));
    before = run.e?.[0];
  }
  return node;
}

function drawRun(run, page, before) {
  const id = run.e?.[0];
  const event = run.e && page.events[id];
  const named = run.p || run.why;
  if (!event) return named ? drawPlace(run, page, run.t) : document.createTextNode(run.t);
  const words = element("span", event.moves ? "tr moves" : "tr");
  words.dataset.e = run.e.join(" ");
  words.told = run.e.map((told) => ({ id: told, number: page.events[told]?.n ?? -1 }));
  if (!event.moves) words.style.setProperty("--c", (Marks.T[event.type] ?? Marks.T.other)[0]);
  let text = run.t;
  if (before !== id && !event.moves) {
    // The glyph stays on the line of the first word.
    const first = named ? "" : /^\s*\S*/.exec(text)[0];
    const kept = element("span", "kept");
    kept.append(drawGlyph(id, event), first);
    words.append(kept);
    text = text.slice(first.length);
  }
  words.append(named ? drawPlace(run, page, text) : text);
  return words;
}

function drawPlace(run, page, text) {
  const place = element("span", run.p ? "pm" : "pn", text);
  if (run.p) {
    const [name, lat, lon] = page.places[run.p];
    place.dataset.p = run.p;
    place.told = { name, lat, lon };
    place.title = `Show ${name} on the map`;
    place.tabIndex = 0;
    place.setAttribute("role", "button");
  } else place.title = `Not on the map: ${run.why}`;
  return place;
}

function drawGlyph(id, event) {
  const glyph = element("button", "gl");
  glyph.dataset.e = id;
  glyph.setAttribute("aria-label", `Event: ${event.title}, ${event.what}, ${event.status}`);
  glyph.innerHTML = Marks.glyph(event.type, event.status, 13, true);
  return glyph;
}

function clicked(target, act) {
  const place = target.closest(".pm");
  if (place) return act.place(place.dataset.p, place);
  const words = target.closest(".tr:not(.moves)") ?? target.closest(".s")?.querySelector(".tr:not(.moves)");
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
