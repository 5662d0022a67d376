// A picture of what is on screen: the map as it stands, with title, source and handling mark.
const LIBRARY = "/app/static/lib/html-to-image/html-to-image.js";
const WIDE = 3840; // pixels; a slide of 4K
const DRAWN = ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "display"];
const CONTROLS = ".leaflet-control-zoom, .measure, .tip, .pointer";

export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  button.onclick = async () => {
    button.disabled = true;
    try {
      save(await takePicture(data));
      button.title = "";
    } catch (error) {
      button.title = `The picture could not be made (${error.message}).`;
    }
    button.disabled = false;
  };
}

async function takePicture(data) {
  const frame = document.querySelector(".st-key-mapbox iframe").contentWindow;
  await loadLibrary(frame);
  const map = frame.document.querySelector(".leaflet-container");
  const scale = Math.max(2, WIDE / map.clientWidth);
  const hidden = [...frame.document.querySelectorAll(CONTROLS)];
  map.classList.add("picturing");
  const restore = spellOut(frame, map);
  try {
    const shot = await frame.htmlToImage.toCanvas(map, {
      pixelRatio: scale,
      filter: (node) => !hidden.includes(node),
    });
    return compose(shot, data, scale);
  } finally {
    restore();
    map.classList.remove("picturing");
  }
}

// The library takes the styles of drawings (areas, arrows, hatches) only where they stand on the
// elements themselves; the map has them in its style sheet, for a light and a dark look.
function spellOut(frame, map) {
  const nodes = [...map.querySelectorAll("svg *")];
  const before = nodes.map((node) => node.getAttribute("style"));
  const spelled = nodes.map((node) => {
    const style = frame.getComputedStyle(node);
    return DRAWN.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
  });
  nodes.forEach((node, index) => node.setAttribute("style", spelled[index]));
  return () => nodes.forEach((node, index) => (before[index] === null ? node.removeAttribute("style") : node.setAttribute("style", before[index])));
}

function loadLibrary(frame) {
  if (frame.htmlToImage) return Promise.resolve();
  return new Promise((done, failed) => {
    const script = frame.document.createElement("script");
    script.src = LIBRARY;
    script.onload = done;
    script.onerror = () => failed(new Error("its script did not load"));
    frame.document.head.append(script);
  });
}

// Words are drawn on the canvas: no markup is made of them.
function compose(shot, data, scale) {
  const [bar, head, foot] = [22, 72, data.filter ? 24 : 0].map((height) => height * scale);
  const canvas = document.createElement("canvas");
  canvas.width = shot.width;
  canvas.height = shot.height + 2 * bar + head + foot;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#FFFEFC";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const write = (words, x, y, font, colour, align = "left") => {
    pen.font = font.replace(/(\d+)px/, (_, size) => `${size * scale}px`);
    pen.fillStyle = colour;
    pen.textAlign = align;
    pen.fillText(words, x, y, canvas.width - 32 * scale);
  };
  for (const top of [0, canvas.height - bar]) {
    pen.fillStyle = "#000";
    pen.fillRect(0, top, canvas.width, bar);
    write(data.handling, canvas.width / 2, top + 15.5 * scale, "600 12px 'Source Sans 3', sans-serif", data.colour, "center");
  }
  pen.fillStyle = "#B3392B";
  pen.fillRect(24 * scale, bar, 40 * scale, 4 * scale);
  write(data.title, 24 * scale, bar + 36 * scale, "600 26px 'Source Serif 4', Georgia, serif", "#1F1B18");
  write(data.byline, 24 * scale, bar + 58 * scale, "400 13px 'Source Sans 3', sans-serif", "#6B635B");
  pen.drawImage(shot, 0, bar + head);
  if (data.filter)
    write(data.filter, 24 * scale, bar + head + shot.height + 16 * scale, "400 12px 'Source Sans 3', sans-serif", "#6B635B");
  return canvas;
}

function save(canvas) {
  canvas.toBlob((blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "briefing-map.png";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }, "image/png");
}
