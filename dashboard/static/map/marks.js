// The one drawing of a mark. Shape and colour say the type, the fill says the status.
// Used by the map, the reading pane, the timeline and the static svg files of the filter rail.
(function (scope) {
  "use strict";
  if (scope.Marks) return;

  // Okabe-Ito colours; each shape is drawn on a 20 x 20 field. [colour, outline, middle]
  const TYPES = {
    "Battles": ["#D55E00", "M4 4H16V16H4Z", 10],
    "Explosions/Remote violence": [
      "#E69F00",
      "M10 1.4L12.5 7.2L18.8 7.8L14 11.9L15.5 18.1L10 14.8L4.5 18.1L6 11.9L1.2 7.8L7.5 7.2Z",
      10,
    ],
    "Violence against civilians": ["#CC79A7", "M10 1.8L18.2 10L10 18.2L1.8 10Z", 10],
    "Protests": ["#56B4E9", "M10 3A7 7 0 1 1 9.99 3Z", 10],
    "Riots": ["#F0E442", "M10 2.2L18.4 16.8H1.6Z", 11.6],
    "Strategic developments": ["#0072B2", "M5.6 2.6H14.4L18.8 10L14.4 17.4H5.6L1.2 10Z", 10],
    "other": ["#999999", "M10 3A7 7 0 1 1 9.99 3Z", 10],
  };
  const SAY = {
    reported: "Reported",
    claimed: "Claimed",
    disputed: "Disputed",
    speculated: "Speculated",
    planned: "Planned",
    hypothetical: "Hypothetical",
  };
  const SHORT = {
    "Explosions/Remote violence": "Explosions",
    "Violence against civilians": "Against civilians",
    "Strategic developments": "Strategic",
  };
  const INK = "#2A2622";
  let serial = 0; // clip paths and patterns need an id that no other mark in the document has

  const stroke = (outline, colour, width, dashes = "") =>
    `<path d="${outline}" fill="none" stroke="${colour}" stroke-width="${width}" ` +
    `stroke-linejoin="round"${dashes && ` stroke-dasharray="${dashes}"`}/>`;
  const fill = (outline, colour, more = "") => `<path d="${outline}" fill="${colour}" ${more}/>`;

  const FILLS = {
    reported: ({ colour, outline }) => fill(outline, colour) + stroke(outline, INK, 1.15),
    claimed: ({ colour, outline, middle }) =>
      fill(outline, colour) +
      fill(outline, "#fff", `transform="translate(10 ${middle}) scale(.5) translate(-10 ${-middle})"`) +
      stroke(outline, INK, 1.15),
    disputed: ({ colour, outline, id }) =>
      `<clipPath id="${id}"><rect width="10" height="20"/></clipPath>` +
      fill(outline, "#fff") +
      fill(outline, colour, `clip-path="url(#${id})"`) +
      stroke(outline, INK, 1.15),
    speculated: ({ colour, outline, middle }) =>
      fill(outline, "#fff") +
      stroke(outline, colour, 2.6) +
      stroke(outline, INK, 0.5) +
      `<text x="10" y="${middle + 3.9}" text-anchor="middle" font-size="11" font-weight="700" ` +
      `font-family="'Source Sans 3',sans-serif" fill="${INK}">?</text>`,
    planned: ({ colour, outline }) =>
      fill(outline, "#fff") + fill(outline, colour, 'fill-opacity=".22"') + stroke(outline, INK, 1.5, "2.6 1.9"),
    hypothetical: ({ colour, outline, id }) =>
      `<pattern id="${id}" width="3.4" height="3.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
      `<rect width="3.4" height="3.4" fill="#fff"/><rect width="1.5" height="3.4" fill="${colour}"/></pattern>` +
      fill(outline, `url(#${id})`) +
      stroke(outline, INK, 1.15, "1.2 1.6"),
  };

  // The svg of one mark, as text. An unknown type or status draws as "other" or "reported".
  function glyph(type, status, size = 20, noHalo = false) {
    const [colour, outline, middle] = TYPES[type] || TYPES.other;
    const draw = FILLS[status] || FILLS.reported;
    const halo = noHalo ? "" :
      `<path d="${outline}" fill="#fff" stroke="#fff" stroke-width="4" stroke-linejoin="round" opacity=".95"/>`;
    const side = Number(size) || 20;
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="-1 -1 22 22" ` +
      `aria-hidden="true">${halo}${draw({ colour, outline, middle, id: `mark-${serial++}` })}</svg>`
    );
  }

  scope.Marks = Object.freeze({ glyph, SAY, SHORT, T: TYPES, STATUS: Object.keys(SAY) });
})(globalThis);
