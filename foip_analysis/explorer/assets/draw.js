"use strict";
// A table → bars or a heat map: rectangles and text only, so that it stays a drawing in PowerPoint. Columns
// that do not fit beside one another stand in blocks, one under the other; no text is turned.

// A slide of 13.33 × 7.5 in, at 96 pixels an inch; its sizes are 26, 16, 14 and 11 pt. On the page, title and
// foot stand beside the drawing, which is as wide as its place.
const SLIDE = { width: 1280, height: 720, edge: 48, title: 34.7, subtitle: 21.3, label: 18.7, foot: 14.7 };
const SCREEN = { height: 0, edge: 2, label: 14 };
const BARS = ["rows", "columns", "cells"];
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
  const strong = tones(data.look.strong);
  const mixed = tones(data.look.paper).map((tone, n) => Math.round(tone * (1 - part) + strong[n] * part));
  return `#${mixed.map((tone) => tone.toString(16).padStart(2, "0")).join("")}`;
}

/** Return the red, green and blue of a colour. */
function tones(colour) {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** Return black or white, whichever is easier to read on a colour. */
function inkOn(colour) {
  const [red, green, blue] = tones(colour)
    .map((tone) => tone / 255)
    .map((tone) => (tone <= 0.04045 ? tone / 12.92 : ((tone + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}

/** Return the largest value that is shaded: no margin, and no share of few. */
function largestOf(options, table) {
  const shaded = (line) => (options.columns ? line.apart !== "all" : !line.apart);
  return highest(
    table.layers.flatMap((layer) =>
      table.rows.map((row, a) =>
        shaded(row) ? highest(table.columns.map((column, b) => (shaded(column) && !isFew(options, layer, a, b) ? (layer.cells[a][b] ?? 0) : 0)), 0) : 0,
      ),
    ),
    0,
  );
}

/** Return whether a share is of so few that one more or less moves it far: it is quiet, and says of how many. */
function isFew(options, layer, a, b) {
  return Boolean(options.share) && baseOf(options, layer, a, b) < data.room.enough;
}

/** Return the palest shade; none for 0. */
function faint(value) {
  return shade(value ? 1e-9 : 0, 1);
}

/** Return whether a slide has room for the lines of a table, as the library's charts have. */
function fitsSlide({ rows, columns, layers }) {
  const { lines, layered } = data.room;
  return columns.length <= lines && (layers[0].line ? layers.length * rows.length <= layered : rows.length <= lines);
}

/** Return what a chart shows: its own options and table; bars of rows or columns are a count of these. */
function charted(options, table) {
  const counts = { rows: options.rows, columns: options.columns }[options.chart];
  if (counts) return { asked: counted(options, counts), shown: countOf(data, options, counts) };
  return { asked: options, shown: options.chart === "cells" ? withoutMargins(table) : table };
}

function withoutMargins(table) {
  const inner = (lines) => lines.filter((line) => line.apart !== "all");
  const [rows, columns] = [inner(table.rows), inner(table.columns)];
  const layers = table.layers.map((layer) => ({ ...layer, cells: layer.cells.slice(0, rows.length).map((row) => row.slice(0, columns.length)) }));
  return { ...table, rows, columns, layers };
}

/** Return the chart as an SVG element for a sheet; it grows where the text needs it. */
function chart(options, table, sheet) {
  const { lang } = options;
  const { asked, shown } = charted(options, table);
  const bars = BARS.includes(options.chart);
  const widest = (texts, size = sheet.label) => highest(texts.map((text) => width(text, size)), 0);
  const line = sheet.label * 1.25;
  const pad = sheet.label * 0.6;

  const texts = shown.layers.map((layer) => layer.cells.map((row, a) => row.map((value, b) => markText(asked, layer, value, a, b))));
  const rows = headed(asked, shown, "row").map((text) => wrapped(text, Math.min(330, sheet.width * 0.4), sheet.label, lang));
  const words = asked.columns ? headed(asked, shown, "column") : [""];
  const left = sheet.edge + widest(rows.flat()) + pad;
  const room = sheet.width - left - sheet.edge;
  const longest = widest(words.flatMap((text) => pieces(text, lang).map((piece) => piece.trim())));
  const numbers = widest(texts.flat(2)) + pad;
  const least = Math.max(longest + pad, numbers + (bars ? 3 * sheet.label : 0));
  const beside = Math.max(1, Math.min(words.length, Math.floor(room / least)));
  const blocks = Math.ceil(words.length / beside) || 1;
  const per = Math.ceil(words.length / blocks);
  const pitch = Math.max(least, Math.min(room / per, bars ? Infinity : 14 * sheet.label));
  const heads = words.map((text) => wrapped(text, pitch - pad, sheet.label, lang));
  const full = Math.max(sheet.width, left + pitch * per + sheet.edge);
  const parts = Array.from({ length: blocks }, (_, n) => heads.map((_, b) => b).slice(n * per, (n + 1) * per));
  const above = parts.map((part) => (asked.columns ? highest(part.map((b) => heads[b].length), 0) * line + pad : 0));

  const wide = full - 2 * sheet.edge;
  const [title, under] = [finding(asked, shown), subtitle(asked, shown)];
  const foot = [data.source[lang], note(asked, shown, { brief: true })].filter(Boolean);
  const lines = sheet.title
    ? {
        title: wrapped(title, wide, sheet.title, lang, true),
        under: wrapped(under, wide, sheet.subtitle, lang),
        foot: foot.flatMap((text) => wrapped(text, wide, sheet.foot, lang)),
      }
    : { title: [], under: [], foot: [] };
  const top = sheet.edge + (sheet.title ? lines.title.length * sheet.title * 1.25 + lines.under.length * sheet.subtitle * 1.35 + 20 : 0);
  const bottom = sheet.edge + (sheet.title ? lines.foot.length * sheet.foot * 1.4 + 16 : 0);
  const named = asked.by ? line + pad : 0;
  const low = rows.map((text) => text.length * line + pad);
  const need = low.reduce((sum, row) => sum + row, 0);
  const [layers, gap] = [shown.layers.length, sheet.label];
  const fixed = top + bottom + layers * (named + above.reduce((sum, one) => sum + one, 0) + (blocks - 1) * gap);
  const stretch = Math.min(2.2, Math.max(1, (sheet.height - fixed) / (need * blocks * layers)));
  const high = Math.max(sheet.height, fixed + layers * blocks * need * stretch);

  const size = { width: Math.round(full), height: Math.round(high) };
  const svg = node("svg", { viewBox: `0 0 ${size.width} ${size.height}`, ...size, role: "img", "font-family": FONT });
  svg.append(node("title", {}, title), node("desc", {}, [under, ...marksTold(asked, shown, texts), ...foot].join(say("sentence-stop", lang))));
  if (sheet.title) svg.append(node("rect", { ...size, fill: data.look.paper }));
  const write = (text, x, y, given = {}) =>
    svg.append(node("text", { x: x.toFixed(1), y: y.toFixed(1), "font-size": sheet.label, fill: data.look.ink, ...given }, text));
  const box = (x, y, wide, tall, fill) =>
    svg.append(node("rect", { x: x.toFixed(1), y: y.toFixed(1), width: Math.max(0, wide).toFixed(1), height: tall.toFixed(1), fill }));
  const ink = (part) => (part.apart ? data.look.soft : data.look.ink);
  let y = sheet.edge;
  for (const text of lines.title) write(text, sheet.edge, (y += sheet.title * 1.25) - sheet.title * 0.35, { "font-size": sheet.title, "font-weight": "bold" });
  for (const text of lines.under)
    write(text, sheet.edge, (y += sheet.subtitle * 1.35) - sheet.subtitle * 0.35, { "font-size": sheet.subtitle, fill: data.look.soft });
  y = top;
  const most = largestOf(asked, shown);
  const reach = highest(shown.layers.flatMap(({ cells }) => cells.map((row) => highest(row.map((value) => value ?? 0), 0))), 0);
  const unit = (pitch - numbers - pad) / (reach || 1);
  shown.layers.forEach((layer, n) => {
    if (layer.line) write(label(layer.line, lang), sheet.edge, (y += named) - pad, { "font-weight": "bold" });
    parts.forEach((part, block) => {
      y += block ? gap : 0;
      part.forEach((b, place) =>
        heads[b].filter(Boolean).forEach((text, at) =>
          write(text, left + pitch * (place + (bars ? 0 : 0.5)), y + above[block] - pad - (heads[b].length - 1 - at) * line, {
            "text-anchor": bars ? "start" : "middle",
            fill: ink(shown.columns[b]),
          }),
        ),
      );
      y += above[block];
      const start = y;
      shown.rows.forEach((row, a) => {
        const tall = low[a] * stretch;
        const middle = y + tall / 2 + sheet.label * 0.35;
        rows[a].forEach((text, at) =>
          write(text, left - pad, middle + (at - (rows[a].length - 1) / 2) * line, { "text-anchor": "end", fill: ink(row) }),
        );
        part.forEach((b, place) => {
          const value = layer.cells[a][b];
          const margin = [row, shown.columns[b]].some((one) => one.apart === "all");
          const few = isFew(asked, layer, a, b);
          const [text, at] = [texts[n][a][b], left + pitch * place];
          if (bars) {
            const long = (value ?? 0) * unit;
            const thick = Math.min(tall * 0.7, 2.2 * sheet.label);
            box(at, y + (tall - thick) / 2, long, thick, barColour(options, shown, row, a, b, value, few ? 0 : most));
            if (value) write(text, at + long + pad / 2, middle, { fill: few ? data.look.soft : data.look.ink });
            return;
          }
          const fill = margin ? data.look.paper : few ? faint(value) : shade(value, most);
          if (!margin) box(at + 1, y + 1, pitch - 2, tall - 2, fill);
          if (value) write(text, at + pitch / 2, middle, { "text-anchor": "middle", fill: margin || few ? data.look.soft : inkOn(fill) });
        });
        y += tall;
      });
      if (bars) part.forEach((_, place) => box(left + pitch * place - 1, start, 1, y - start, data.look.quiet));
    });
  });
  lines.foot.forEach((text, n) =>
    write(text, sheet.edge, high - sheet.edge - (lines.foot.length - 1 - n) * sheet.foot * 1.4 + 10, { "font-size": sheet.foot, fill: data.look.soft }),
  );
  return svg;
}

/** Return what is written at a mark: its number, of a count its share too, of few how many these are; nothing for 0. */
function markText(asked, layer, value, a, b) {
  if (!value) return "";
  const text = cellText(value, asked);
  if (!asked.columns) return text + (layer.base ? inBrackets(cellText(value / layer.base, { share: "table" }), asked.lang) : "");
  return isFew(asked, layer, a, b) ? text + baseTold(asked, layer, a, b) : text;
}

/** Return the marks of one column in words, for who cannot see them; a table's own are beside. */
function marksTold(asked, shown, texts) {
  if (asked.columns) return [];
  return [joined(shown.rows.map((row, a) => [label(row, asked.lang), texts[0][a][0] || "0"].join(" ")), asked.lang)];
}

/** Return a bar's colour: strong for the row that was chosen, or else the largest; faint for what does not compete. */
function barColour(options, shown, row, a, b, value, most) {
  if (row.apart || !most) return data.look.line;
  const side = { rows: "row", columns: "col", cells: "row" }[options.chart];
  const chosen = options.cell && shown.rows.some((line) => line.code === options.cell[side] && !line.apart);
  const strong = chosen
    ? row.code === options.cell[side] && (options.chart !== "cells" || shown.columns[b].code === options.cell.col)
    : value === most;
  return data.look[strong ? "strong" : "quiet"];
}

function node(tag, given, text = null) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
  if (text !== null) made.textContent = text; // text stays text
  return made;
}

/** Return the chart as an SVG file's text. */
function asSvg(options, table) {
  return new XMLSerializer().serializeToString(chart(options, table, SLIDE));
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
