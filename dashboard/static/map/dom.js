// Elements from data. Text goes in as text nodes only; no markup is ever read from a document.
import "./marks.js";

const { Marks } = globalThis;

// element("button", { class: "mark", text: "Open", onclick: open, "aria-label": name }, child …)
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

// The svg text comes from our own drawing function; type and status only select in it.
export function glyph(type, status, size, noHalo = true) {
  const holder = element("span", { class: "glyph" });
  holder.innerHTML = Marks.glyph(type, status, size, noHalo);
  return holder;
}

export function typeColour(type) {
  return (Marks.T[type] || Marks.T.other)[0];
}

export const statusWord = (status) => Marks.SAY[status] || status;
export const typeWord = (type) => Marks.SHORT[type] || type;
export const TYPES = Object.keys(Marks.T).filter((type) => type !== "other");
export const STATUSES = Marks.STATUS;

export const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
