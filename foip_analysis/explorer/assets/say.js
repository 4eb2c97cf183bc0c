"use strict";
// What a table says: the same sentences, chosen the same way, as the library's findings, captions and notes.

const ENOUGH = 5; // a share of fewer is no finding
const MOST = 2; // so many leaders are named; more are counted

/** Return the label of a line of a table, or of a dimension. */
function label(thing, lang) {
  return thing.apart ? say(`word-${thing.apart}`, lang) : thing.label[lang];
}

/** Return a cell's value as text: a count, a fraction, or a percentage; too small to round is said so. */
function cellText(value, options) {
  if (value === null) return "–";
  const least = options.share ? "1%" : "0.01";
  const text = options.share ? `${rounded(value * 100, 0)}%` : plain(value, 2);
  return value > 0 && Number.parseFloat(text) === 0 ? `<${least}` : text;
}

/** Return what a selection of the dataset and the page's filters leave, in words. */
function selection(options) {
  const { lang } = options;
  const [before, already, after] = data.selection[lang];
  const stated = already || options.stated;
  const own = options.where.map(([name, codes]) => {
    const labels = codes.map((code) => codeLabel(name, code, lang));
    return say("selection", lang, { dimension: find(data, name).label[lang], codes: labels.join(say("selection-or", lang)) });
  });
  const [first, last] = stated ? [before, [...after, ...own]] : [[...before, ...own], []];
  const told = first.length ? (last.length ? "both" : "last") : last.length ? "first" : "only";
  const middle = told === "both" ? [say("selection-stated-between", lang)] : [];
  const ends = stated ? [...middle, ...last, say(`selection-stated-${told}`, lang)] : [];
  return [...first, ...ends].join(say("selection-between", lang));
}

function codeLabel(name, code, lang) {
  return find(data, name).codes.find((known) => known.code === code)?.label[lang] ?? say("word-none", lang);
}

/** Return the labels of dimensions, each once, as they stand in a sentence. */
function dimensionLabels(options, names, way = "label-quoted") {
  const labels = [...new Set(names.filter(Boolean))].map((name) => within(find(data, name).label[options.lang], options.lang));
  return way ? labels.map((label) => say(way, options.lang, { label })) : labels;
}

/** Return the table's note: its base and how it was counted; a chart, whose heads have the bases, takes it brief. */
function note(options, table, { brief = false } = {}) {
  const { lang } = options;
  const told = options.by
    ? [say("table-layers", lang, { bases: joined(table.layers.map((layer) => `${label(layer.line, lang)} ${layer.base}`), lang) })]
    : [
        say(options.none ? "table-base-all" : "table-base-with", lang, {
          limit: inBrackets(selection(options), lang),
          base: `${table.layers[0]?.base}`,
          total: `${table.total}`,
          labels: listed(dimensionLabels(options, [options.rows, options.columns]), lang, "having"),
        }),
        ...(brief ? [] : basesOfLines(options, table)),
      ];
  return [...told, ...method(options)].join(say("sentence-between", lang));
}

function basesOfLines(options, table) {
  const { lang, share, by } = options;
  if (!["row", "column"].includes(share) || by || !table.layers.length) return [];
  const lines = share === "row" ? table.rows : table.columns;
  const told = lines.map((line, n) => `${label(line, lang)} ${plain(baseOf(options, table.layers[0], n, n))}`);
  return told.length ? [say("table-bases", lang, { side: share, bases: joined(told, lang) })] : [];
}

function method(options) {
  const { lang, share } = options;
  const several = [options.rows, options.columns].some((name) => !find(data, name).single);
  const fractional = options.count === "fractional";
  const pairs = !fractional && share && options.of === "pairs";
  const told = [
    fractional ? "method-fractional" : pairs ? "method-pairs" : several && "method-distinct",
    !pairs && share && (fractional ? "method-share-fractional" : "method-share"),
  ];
  return told.filter(Boolean).map((name) => say(name, lang, { side: share }));
}

/** Return the cells that may lead: no margin, no "none stated", and a pair of one dimension's codes once. */
function competing(options, table) {
  const found = [];
  const same = options.rows === options.columns;
  const sided = !options.by && ["row", "column"].includes(options.share);
  for (const layer of table.layers)
    table.rows.forEach((row, a) =>
      table.columns.forEach((column, b) => {
        const twice = same && (sided ? a === b : a >= b);
        if (!row.apart && !column.apart && !twice && layer.cells[a][b] !== null)
          found.push({ layer: layer.line, row, column, value: layer.cells[a][b], base: baseOf(options, layer, a, b) });
      }),
    );
  return found;
}

/** Return what a cell's share is of: the base of its row, column or table. */
function baseOf(options, { whole }, a, b) {
  return { row: whole[a]?.at(-1), column: whole.at(-1)[b], table: whole.at(-1).at(-1) }[options.share];
}

/** Return the labels of the rows or columns; where shares are of these, each with its base. */
function headed(options, table, side) {
  const { lang } = options;
  const lines = side === "row" ? table.rows : table.columns;
  if (options.share !== side || options.by || !table.layers.length) return lines.map((line) => label(line, lang));
  const name = options.of === "pairs" ? "base-bare" : "base-of-initiatives";
  const base = (n) => say(name, lang, { base: plain(baseOf(options, table.layers[0], n, n)) });
  return lines.map((line, n) => label(line, lang) + inBrackets(base(n), lang));
}

/** Return what writes labels into a sentence: set off, if an "and" in one could be the sentence's own. */
function quoting(lines, lang) {
  const and = say("list-last", lang, { first: "", last: "" });
  const doubt = lines.some((line) => label(line, lang).includes(and)) ? "yes" : "no";
  return Object.assign((line) => say("finding-label", lang, { label: label(line, lang), doubt }), { doubt });
}

/** Return the table's finding in a sentence: what leads, with its number and base. */
function finding(options, table) {
  const { lang } = options;
  if (!table.total) return say("finding-no-initiatives", lang);
  if (divided(options)) return findingOfRows(options, table);
  const [cells, left] = onEnough(options, competing(options, table));
  const best = highest(cells.map((cell) => cell.value), 0);
  if (best === 0) return options.by ? say("finding-no-cell", lang) : nothing(options);
  const leaders = cells.filter((cell) => best - cell.value < 1e-9);
  const [first] = leaders;
  const count = leaders.length;
  const told = count > MOST || options.by ? [first] : leaders;
  const named = quoting(
    told.flatMap(({ row, column, layer }) => [row, column, ...(layer ? [layer] : [])]),
    lang,
  );
  const pairs = told.map(({ row, column }) => listed([named(row), named(column)], lang, "pair"));
  const given = { count, more: count - 1, measure: options.share ? "share" : "count", of: onBases(options, leaders, left) };
  if (!options.by) {
    const number = amount(options, table, best, count > 1);
    return say(count > MOST ? "finding-pair-leads-more" : "finding-pair-leads", lang, { ...given, pair: pairs[0], pairs: listed(pairs, lang), number });
  }
  const pair = say("finding-pair-in-layer", lang, { pair: pairs[0], layer: label(first.layer, lang), doubt: named.doubt });
  const number = options.share ? shown(options, best) : say("amount-bare", lang, { value: shown(options, best) });
  return say(count > 1 ? "finding-layer-leads-more" : "finding-layer-leads", lang, { ...given, pair, number });
}

/** Return a value as a sentence prints it: a percentage, or a number with one decimal at most. */
function shown(options, value) {
  return options.share ? `${rounded(value * 100, 0)}%` : plain(value);
}

/** Return a value with its base in words; "each" where several have it. */
function amount(options, table, value, each) {
  return say(options.share ? "amount-share" : "amount-initiatives", options.lang, {
    value: shown(options, value),
    side: options.share,
    base: plain(table.layers[0].base),
    each: each ? "yes" : "no",
  });
}

function nothing(options) {
  const { lang, rows, columns } = options;
  if (rows === columns) return say("finding-no-two-codes", lang, { dimension: dimensionLabels(options, [rows], "")[0] });
  return say("finding-nothing-has", lang, { labels: listed(dimensionLabels(options, [rows, columns]), lang, "together") });
}

/** Return what the leading shares are of, in brackets; nothing if the subtitle says it for all. */
function onBases(options, leaders, left) {
  const { lang, share } = options;
  if (!["row", "column"].includes(share)) return "";
  const [low, high] = [lowest, highest].map((end) => plain(end(leaders.map((cell) => cell.base))));
  const base = low === high ? low : say("finding-range", lang, { low, high });
  return inBrackets(say(left ? "finding-base-few" : "finding-base", lang, { base, unit: options.of, few: ENOUGH }), lang);
}

/** Return the cells whose share is of enough to lead, all if there are none, and whether some were left out. */
function onEnough(options, cells) {
  if (!["row", "column"].includes(options.share)) return [cells, false];
  const enough = cells.filter(({ base }) => base >= ENOUGH);
  return enough.length ? [enough, enough.length < cells.length] : [cells, false];
}

/** Return whether the columns divide each row's initiatives, so that a row is a number of its own. */
function divided(options) {
  const { rows, columns, by, share, count } = options;
  return !by && !share && rows !== columns && count === "initiatives" && find(data, columns).single;
}

/** Return which row has most initiatives, and under which column most of them are. */
function findingOfRows(options, table) {
  const { lang } = options;
  const [dimension] = dimensionLabels(options, [options.rows], "");
  const lines = table.rows.map((row, a) => ({
    row,
    parts: table.columns.map((column, b) => ({ column, value: table.layers[0].cells[a][b] })).filter(({ column }) => column.apart !== "all"),
  }));
  for (const line of lines) line.total = line.parts.reduce((sum, { value }) => sum + value, 0);
  const own = lines.filter(({ row }) => !row.apart);
  const best = highest(own.map(({ total }) => total), 0);
  if (!best) return nothing(options);
  const leaders = own.filter(({ total }) => total === best);
  const count = leaders.length;
  if (count > MOST) return say("finding-codes-tie", lang, { count, dimension, number: amount(options, table, best, false) });
  const parts = leaders[0].parts.filter(({ column }) => !column.apart);
  const most = highest(parts.map(({ value }) => value));
  const under = parts.filter(({ value }) => value === most).map(({ column }) => column);
  const alone = count > 1 || under.length > MOST || !parts.length;
  const named = quoting([...leaders.map(({ row }) => row), ...(alone ? [] : under)], lang);
  const codes = listed(leaders.map(({ row }) => named(row)), lang);
  const sentence = say("finding-most-frequent", lang, { codes, count, dimension, number: amount(options, table, best, count > 1) });
  if (alone) return sentence;
  const columns = listed((most === best ? under.slice(0, 1) : under).map(named), lang);
  return say(most === best ? "finding-row-all" : "finding-row-most", lang, { finding: sentence, columns, count: under.length, number: plain(most) });
}

/** Return what is counted, its base and the order. */
function subtitle(options, table) {
  const { lang, share } = options;
  return say("subtitle", lang, {
    measure: say(share ? "subtitle-share" : "subtitle-initiatives", lang, { side: share, unit: options.of }),
    by: listed(dimensionLabels(options, [options.rows, options.columns, options.by], ""), lang, "crossed"),
    limit: inBrackets(selection(options), lang),
    how: say(`subtitle-counted-${options.count}`, lang),
    of: options.by ? "" : say("subtitle-base", lang, { base: plain(table.layers[0].base), total: plain(table.total) }),
    order: say(`subtitle-order-${options.order}`, lang),
  });
}
