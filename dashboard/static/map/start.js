// The only classic script of the map: folium's generated code needs `Briefing` at once, while the
// rest loads as modules. Calls made before they arrive wait in order.
window.Briefing = (() => {
  "use strict";
  // folium forbids zooming the page by hand; who needs larger letters must be free to.
  const allowZoom = () => {
    for (const meta of document.querySelectorAll("meta[name=viewport]"))
      meta.setAttribute("content", "width=device-width, initial-scale=1");
  };
  const main = import(new URL("./main.js", document.currentScript.src));
  main.catch((error) => {
    const words = document.createElement("div");
    words.className = "no-base";
    words.setAttribute("role", "alert");
    words.textContent = `The map could not be loaded (${error.message}). Reload the page.`;
    document.body.append(words);
  });
  return Object.freeze({
    init: (map) => {
      allowZoom();
      return main.then((module) => module.init(map));
    },
    update: (view) => main.then((module) => module.update(view)),
  });
})();
