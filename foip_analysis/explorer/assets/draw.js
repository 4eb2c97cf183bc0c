"use strict";
// A table → a heat map for a slide: rectangles and text only, so that it stays a drawing in PowerPoint.

const SHEET = { width: 1280, height: 720, edge: 48 }; // 13.33 × 7.5 in at 96 pixels an inch
const SIZE = { title: 34.7, subtitle: 21.3, label: 18.7, foot: 14.7 }; // 26, 16, 14 and 11 pt
const FONT = "'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif";

const pen = document.createElement("canvas").getContext("2d");

function width(text, size, bold = false) {
  pen.font = `${bold ? "bold " : ""}${size}px ${FONT}`;
  return pen.measureText(text).width;
}

/** Return the words of a text, each with the marks that may not stand apart from it. */
function pieces(text, lang) {
  const found = [];
  for (const { segment, isWordLike } of segments(text, lang)) {
    const opens = /[（「『【〔［〈《([“‘]$/u;
    const holds = found.length && (opens.test(found.at(-1)) || (!isWordLike && !opens.test(segment)));
    if (holds || (found.length && /[^\s\u2e80-\uffef]$/u.test(found.at(-1)) && /^[^\s\u2e80-\uffef]/u.test(segment)))
      found[found.length - 1] += segment;
    else found.push(segment);
  }
  return found;
}

function segments(text, lang) {
  if (Intl.Segmenter) return new Intl.Segmenter(lang, { granularity: "word" }).segment(text);
  const found = text.match(/[\u2e80-\uffef]|[^\u2e80-\uffef\s]+|\s+/g) ?? []; // a browser that knows no words: between Japanese characters
  return found.map((segment) => ({ segment, isWordLike: /[\p{L}\p{N}]/u.test(segment) }));
}

/** Break a text into lines no wider than a width. */
function wrapped(text, room, size, lang, bold = false) {
  const lines = [""];
  for (const piece of pieces(text, lang)) {
    if (lines.at(-1) && width((lines.at(-1) + piece).trimEnd(), size, bold) > room) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines.map((line) => line.trim());
}

/** Return the paper's colour with a part of the strong one; none for 0 or no number. */
function shade(value, largest) {
  if (!value || !largest) return data.look.empty;
  const part = 0.12 + 0.88 * (value / largest);
  const [paper, strong] = [data.look.paper, data.look.strong].map((colour) =>
    [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
  );
  return `#${paper
    .map((tone, n) =>
      Math.round(tone * (1 - part) + strong[n] * part)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Return black or white, whichever is easier to read on a colour. */
function inkOn(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((tone) => (tone <= 0.04045 ? tone / 12.92 : ((tone + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}

/** Return the largest value that is shaded: margins are not. */
function largestOf(table) {
  const shaded = (line) => line.apart !== "all";
  const ofRow = (cells) => highest(cells.map((value, b) => (shaded(table.columns[b]) ? (value ?? 0) : 0)), 0);
  const ofLayer = ({ cells }) => highest(table.rows.map((row, a) => (shaded(row) ? ofRow(cells[a]) : 0)), 0);
  return highest(table.layers.map(ofLayer), 0);
}

/** Return whether a slide has room for the table's lines, as the library's charts have. */
function fitsSlide({ rows, columns, layers }) {
  const { lines, layered } = data.room;
  return columns.length <= lines && (layers[0].line ? layers.length * rows.length <= layered : rows.length <= lines);
}

/** Return the table as an SVG element with its title, subtitle and foot; it grows where the text needs it. */
function chart(options, table) {
  const { lang } = options;
  const { edge } = SHEET;
  const widest = (texts) => highest(texts.map((text) => width(text, SIZE.label)));
  const many = table.columns.length;
  const line = SIZE.label * 1.2;
  const rows = headed(options, table, "row").map((text) => wrapped(text, 330, SIZE.label, lang));
  const left = edge + widest(rows.flat()) + 14;
  const words = headed(options, table, "column");
  const room = Math.min(250, (SHEET.width - left - edge) / many);
  const upright = widest(words.flatMap((text) => pieces(text, lang).map((piece) => piece.trim()))) > room - 10;
  const pitch = upright ? Math.max(room, 46) : room;
  const heads = words.map((text) => wrapped(text, upright ? 240 : pitch - 10, SIZE.label, lang));
  const above = upright
    ? widest(heads.flat()) + 14
    : highest(heads.map((lines) => lines.length)) * line + 10;
  const full = Math.max(SHEET.width, left + pitch * many + edge);
  const wide = full - 2 * edge;
  const title = wrapped(finding(options, table), wide, SIZE.title, lang, true);
  const under = wrapped(subtitle(options, table), wide, SIZE.subtitle, lang);
  const foot = [data.source[lang], note(options, table, { brief: true })].filter(Boolean).flatMap((text) => wrapped(text, wide, SIZE.foot, lang));
  const top = edge + title.length * SIZE.title * 1.25 + under.length * SIZE.subtitle * 1.35 + 20;
  const bottom = foot.length * SIZE.foot * 1.4 + edge;
  const named = options.by ? line + 16 : 0;
  const layers = table.layers.length;
  const least = rows.map((lines) => Math.max(28, lines.length * line + 5));
  const need = least.reduce((sum, row) => sum + row, 0);
  const stretch = Math.min(2.2, Math.max(1, ((SHEET.height - top - above - bottom - 16) / layers - named) / need));
  const high = Math.max(SHEET.height, top + above + layers * (named + need * stretch) + 16 + bottom);

  const svg = node("svg", {
    viewBox: `0 0 ${Math.round(full)} ${Math.round(high)}`,
    width: Math.round(full),
    height: Math.round(high),
    role: "img",
    "font-family": FONT,
  });
  svg.append(node("title", {}, finding(options, table)), node("desc", {}, [subtitle(options, table), foot.join(" ")].join(say("sentence-stop", lang))));
  svg.append(node("rect", { width: Math.round(full), height: Math.round(high), fill: data.look.paper }));
  const write = (text, x, y, size, given = {}) =>
    svg.append(node("text", { x: x.toFixed(1), y: y.toFixed(1), "font-size": size, fill: data.look.ink, ...given }, text));
  let y = edge;
  for (const text of title) write(text, edge, (y += SIZE.title * 1.25) - SIZE.title * 0.35, SIZE.title, { "font-weight": "bold" });
  for (const text of under) write(text, edge, (y += SIZE.subtitle * 1.35) - SIZE.subtitle * 0.35, SIZE.subtitle, { fill: data.look.soft });
  heads.forEach((lines, b) => {
    const x = left + pitch * (b + 0.5);
    const fill = table.columns[b].apart ? data.look.soft : data.look.ink;
    lines.forEach((text, n) => {
      const across = x + (n - (lines.length - 1) / 2) * line + SIZE.label * 0.35;
      if (upright)
        write(text, 0, 0, SIZE.label, { fill, transform: `translate(${across.toFixed(1)} ${(top + above - 8).toFixed(1)}) rotate(-90)` });
      else write(text, x, top + above - 10 - (lines.length - 1 - n) * line, SIZE.label, { fill, "text-anchor": "middle" });
    });
  });
  y = top + above;
  const largest = largestOf(table);
  for (const layer of table.layers) {
    if (layer.line) write(label(layer.line, lang), edge, (y += named) - 10, SIZE.label, { "font-weight": "bold" });
    table.rows.forEach((row, a) => {
      const tall = least[a] * stretch;
      const middle = y + tall / 2 + SIZE.label * 0.35;
      rows[a].forEach((text, n) =>
        write(text, left - 12, middle + (n - (rows[a].length - 1) / 2) * line, SIZE.label, {
          "text-anchor": "end",
          fill: row.apart ? data.look.soft : data.look.ink,
        }),
      );
      table.columns.forEach((column, b) => {
        const value = layer.cells[a][b];
        const margin = [row, column].some((part) => part.apart === "all");
        const fill = margin ? data.look.paper : shade(value, largest);
        if (!margin)
          svg.append(
            node("rect", {
              x: (left + pitch * b + 1).toFixed(1),
              y: (y + 1).toFixed(1),
              width: (pitch - 2).toFixed(1),
              height: (tall - 2).toFixed(1),
              fill,
            }),
          );
        if (value)
          write(cellText(value, options), left + pitch * (b + 0.5), middle, SIZE.label, {
            "text-anchor": "middle",
            fill: margin ? data.look.soft : inkOn(fill),
          });
      });
      y += tall;
    });
  }
  foot.forEach((text, n) =>
    write(text, edge, high - edge - (foot.length - 1 - n) * SIZE.foot * 1.4 + 10, SIZE.foot, { fill: data.look.soft }),
  );
  return svg;
}

function node(tag, given, text = null) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
  if (text !== null) made.textContent = text; // text stays text
  return made;
}

/** Return the chart as an SVG file's text. */
function asSvg(options, table) {
  return new XMLSerializer().serializeToString(chart(options, table));
}

/** Return the chart as a PNG, two pixels a pixel. */
async function asPng(options, table) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asSvg(options, table))}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  const scale = Math.min(2, 8000 / Math.max(picture.width, picture.height));
  [canvas.width, canvas.height] = [picture.width * scale, picture.height * scale].map(Math.round);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const made = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!made) throw new Error(`${canvas.width} × ${canvas.height} px`); // no room for the picture
  return made;
}
