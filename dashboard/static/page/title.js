// Title and byline of the page. They come from the document, so they go in as text nodes.
export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".title");
  root.querySelector("h1").textContent = data.title;
  root.querySelector("h1").title = data.title;
  root.querySelector("p").textContent = data.byline;
}
