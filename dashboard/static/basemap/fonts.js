// The two typefaces of the map, from this server, loaded before a label is drawn: a canvas does not
// redraw itself when a font arrives late.
const FOLDER = new URL("../fonts/", import.meta.url);
const LATIN = "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F";
const LATIN_EXTENDED = "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F";
const FACES = [
  ["BM Sans", "source-sans-3", "400", "normal"],
  ["BM Sans", "source-sans-3", "600", "normal"],
  ["BM Serif", "source-serif-4", "400", "italic"],
];

export const SANS = '"BM Sans", "Source Sans 3", "Segoe UI", Arial, sans-serif';
export const SERIF = '"BM Serif", "Source Serif 4", Georgia, serif';

// Resolves in any case: without the font the map is plainer, not empty.
export function loadFonts() {
  return Promise.allSettled(FACES.flatMap(facesOf).map((face) => face.load()));
}

function facesOf([family, file, weight, style]) {
  return [["latin", LATIN], ["latin-ext", LATIN_EXTENDED]].map(([script, unicodeRange]) => {
    const address = new URL(`${file}-${script}-${weight}-${style}.woff2`, FOLDER);
    const face = new FontFace(family, `url(${address})`, { weight, style, unicodeRange });
    document.fonts.add(face);
    return face;
  });
}
