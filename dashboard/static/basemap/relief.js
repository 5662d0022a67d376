// Shaded relief: grey tiles (128 is flat) tinted with the palette's shadow and light, see-through
// where the ground is flat. Beyond its last zoom a tile is enlarged out of the one above, and stands
// back the more it is enlarged.
import { at } from "./paint.js";

const MAX_ZOOM = 7;
const FADE = [[8, 1], [11, 0.35]];
const KEPT = 160;

export function createRelief(archive, look, pane) {
  const images = new Map();

  function imageOf(z, x, y) {
    const key = `${z}/${x}/${y}`;
    if (!images.has(key)) {
      if (images.size >= KEPT) images.delete(images.keys().next().value);
      images.set(key, archive.getZxy(z, x, y).then(decoded));
    }
    return images.get(key);
  }

  // The nearest image that covers a tile, and which part of it: {image, left, top, size}, 0 to 1.
  async function find(z, x, y, part = { left: 0, top: 0, size: 1 }) {
    const image = z <= MAX_ZOOM ? await imageOf(z, x, y) : null;
    if (image) return { image, ...part };
    if (z === 0) return null;
    const half = { left: ((x & 1) + part.left) / 2, top: ((y & 1) + part.top) / 2, size: part.size / 2 };
    return find(z - 1, x >> 1, y >> 1, half);
  }

  const Layer = L.GridLayer.extend({
    createTile({ x, y, z }, done) {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 256 * Math.min(2, window.devicePixelRatio || 1);
      const across = 2 ** z;
      find(z, ((x % across) + across) % across, y)
        .then((found) => found && draw(canvas, found, faded(look.palette.relief, at(z, FADE))))
        .then(() => done(null, canvas), (error) => done(error, canvas));
      return canvas;
    },
  });
  return new Layer({ pane, updateWhenZooming: false, keepBuffer: 1 });
}

const faded = (relief, strength) => ({
  ...relief,
  shadowStrength: relief.shadowStrength * strength,
  lightStrength: relief.lightStrength * strength,
});

const decoded = (tile) => (tile ? createImageBitmap(new Blob([tile.data], { type: "image/webp" })) : null);

function draw(canvas, { image, left, top, size }, relief) {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  const { width } = image;
  context.drawImage(image, left * width, top * width, size * width, size * width, 0, 0, canvas.width, canvas.height);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  tint(pixels.data, relief);
  context.putImageData(pixels, 0, 0);
}

function tint(bytes, { shadow, shadowStrength, light, lightStrength }) {
  for (let i = 0; i < bytes.length; i += 4) {
    const shade = bytes[i] - 128;
    const [red, green, blue] = shade < 0 ? shadow : light;
    bytes[i] = red;
    bytes[i + 1] = green;
    bytes[i + 2] = blue;
    bytes[i + 3] = Math.min(255, 2 * Math.abs(shade) * (shade < 0 ? shadowStrength : lightStrength));
  }
}
