"use strict";
// Data and options → cells of distinct initiatives. Nothing here touches the page.
//
// A dimension holds for each initiative the places of its codes, a parent's too. A cell is counted by going
// through the initiatives: each gives 1 to every pair of its codes, so none counts twice in a cell.

/** Return the cells of a cross-tab, one matrix a layer, with the lines of its rows and columns. */
function crossTab(data, options) {
  const chosen = select(data, options);
  const sides = [options.rows, options.columns];
  const counted = options.none ? chosen : chosen.filter((i) => sides.every((name) => held(find(data, name), options)[i].length));
  const [rows, columns] = sides.map((name) => axis(data, name, chosen, options, counted));
  const by = options.by ? axis(data, options.by, chosen, { ...options, order: "codebook" }) : null;
  refuseLarge([rows, columns, by].filter(Boolean).map(({ lines }) => lines.length));
  const parts = by ? by.lines.map((line, n) => [line, chosen.filter((i) => by.of(i).includes(n))]) : [[null, chosen]];
  const layers = parts.map(([line, own]) => ({ line, ...oneTable(rows, columns, own, options) }));
  const all = options.margins ? [{ code: "all", apart: "all" }] : [];
  return { total: chosen.length, rows: [...rows.lines, ...all], columns: [...columns.lines, ...all], layers };
}

/** Return how many initiatives have each code of a dimension: a table with one column. */
function countOf(data, options, name) {
  const chosen = select(data, options);
  const { lines, sizes, of } = axis(data, name, chosen, options);
  const base = chosen.filter((i) => of(i).length).length;
  const cells = sizes.map((size) => [size]);
  return { total: chosen.length, rows: lines, columns: [{ code: "initiatives" }], layers: [{ line: null, base, cells }] };
}

/** Refuse a table that would fill the memory before it is counted, as the library does. */
function refuseLarge(sizes) {
  const number = sizes.reduce((product, size) => product * size, 1);
  if (number > data.room.cells) throw new TooLarge(sizes, number);
}

/** Why a table is not counted: its sizes, and how many cells they make. */
class TooLarge extends Error {
  constructor(sizes, number) {
    super(`${sizes.join(" × ")} = ${number}`);
    Object.assign(this, { sizes, number });
  }
}

/** Return the largest of numbers, at least the first; one by one, for a call takes no 125,000 arguments. */
function highest(numbers, first = -Infinity) {
  return numbers.reduce((most, number) => (number > most ? number : most), first);
}

/** Return the places of the initiatives that have any of the codes of every dimension that is filtered by. */
function select(data, options) {
  const filters = (options.where ?? []).map(([name, codes]) => {
    const dimension = find(data, name);
    const places = dimension.codes.flatMap(({ code }, place) => (codes.includes(code) ? place : []));
    const none = codes.includes("none") && !dimension.codes.some(({ code }) => code === "none");
    const own = held(dimension, options);
    return (i) => (none && !own[i].length) || places.some((place) => own[i].includes(place));
  });
  return [...data.initiatives.keys()].filter((i) => filters.every((keeps) => keeps(i)));
}

/** Return the sides of a cell that it has: the dimension and the line of its row, its column and its layer. */
function sidesOf(options, cell) {
  const sides = [
    [options.rows, cell.row],
    [options.columns, cell.column],
    [options.by, cell.layer],
  ];
  return sides.filter(([, line]) => line);
}

/** Return the initiatives behind a cell; its parts are lines of the table: a code, "none" or "all". */
function behind(data, options, cell) {
  return select(data, options).filter((i) =>
    sidesOf(options, cell).every(([name, line]) => {
      const dimension = find(data, name);
      const own = held(dimension, options)[i];
      if (line.apart === "none") return !own.length;
      if (line.apart === "all") return own.length || options.none;
      return own.includes(dimension.codes.indexOf(line));
    }),
  );
}

/** Return an initiative's deciding words by dimension, and the locators they stand at. */
function evidence(data, options, initiative, cell, lang) {
  const sides = sidesOf(options, cell).filter(([, line]) => line.apart !== "none");
  const own = data.codings.filter((coding) => coding[0] === initiative && (!options.stated || coding[5]));
  const deciding = own.filter((coding) => sides.some(([name, line]) => decides(data, coding, find(data, name), line)));
  const words = new Map();
  for (const [, d, c, locator, term, stated] of deciding) {
    if (!words.has(d)) words.set(d, new Set());
    const place = stated ? locator : say("members-inferred", lang, { locator });
    words.get(d).add(`${(term ?? data.dimensions[d].codes[c].code) || "–"} [${place}]`);
  }
  return {
    words: [...words].map(([d, terms]) => `${data.dimensions[d].label[lang]}: ${[...terms].join(", ")}`).join("; "),
    locators: [...new Set((deciding.length ? deciding : own).map((coding) => coding[3]))].join(", "),
  };
}

function decides(data, coding, dimension, line) {
  const goal = data.dimensions.indexOf(dimension);
  for (let at = [coding[1], coding[2]]; at; at = data.dimensions[at[0]].codes[at[1]].parent) {
    if (at[0] === goal && (line.apart === "all" || dimension.codes[at[1]] === line)) return true;
  }
  return false; // a coding of a child decides the parent's code too
}

function find(data, name) {
  return data.dimensions.find((dimension) => dimension.name === name);
}

function held(dimension, options) {
  return dimension.held[options.stated ? "stated" : "all"];
}

/** Return a side of a table: its lines, and on which of them an initiative lies; size is among those that are counted. */
function axis(data, name, chosen, options, counted = chosen) {
  const dimension = find(data, name);
  const codes = held(dimension, options);
  const sized = (some) => {
    const sizes = dimension.codes.map(() => 0);
    for (const i of some) for (const c of codes[i]) sizes[c] += options.count === "fractional" ? 1 / codes[i].length : 1;
    return sizes;
  };
  const sizes = sized(chosen);
  let shown = sizes.map((_, c) => c);
  if (options.codes === "present") shown = shown.filter((c) => sizes[c]);
  const whole = sized(counted).map((size) => Math.round(size * 1e9)); // the dust of adding fractions decides no order
  if (options.order === "size") shown.sort((a, b) => whole[b] - whole[a]);
  const place = new Map(shown.map((c, n) => [c, n]));
  const lines = shown.map((c) => dimension.codes[c]);
  const found = shown.map((c) => sizes[c]);
  if (options.none) lines.push({ code: "none", apart: "none" }), found.push(chosen.filter((i) => !codes[i].length).length);
  return { lines, sizes: found, of: (i) => (codes[i].length ? codes[i].map((c) => place.get(c)) : options.none ? [shown.length] : []) };
}

function oneTable(rows, columns, chosen, options) {
  const fractional = options.count === "fractional";
  const adds = fractional || (options.share && options.of === "pairs");
  const [R, C] = [rows.lines.length, columns.lines.length];
  const cells = Array.from({ length: R + 1 }, () => new Array(C + 1).fill(0));
  let base = 0;
  for (const i of chosen) {
    const r = rows.of(i);
    const c = columns.of(i);
    const part = fractional ? 1 / r.length / c.length : 1;
    if (!r.length || !c.length) continue;
    base += 1;
    for (const a of r) for (const b of c) cells[a][b] += part;
    for (const a of r) cells[a][C] += adds ? c.length * part : 1; // a margin is a distinct count of its own
    for (const b of c) cells[R][b] += adds ? r.length * part : 1;
    cells[R][C] += adds ? r.length * c.length * part : 1;
  }
  const bases = { row: (a) => cells[a][C], column: (a, b) => cells[R][b], table: () => cells[R][C] }[options.share];
  const divided = bases ? cells.map((row, a) => row.map((v, b) => (bases(a, b) ? v / bases(a, b) : null))) : cells;
  return { base, total: chosen.length, whole: cells, cells: options.margins ? divided : divided.slice(0, R).map((row) => row.slice(0, C)) };
}
