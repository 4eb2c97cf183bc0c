"use strict";
// What a table says: the same sentences, chosen the same way, as the library's findings, captions and notes.

/** Return the options of a count of one dimension of a table. */
function counted(options, name) {
  return { ...options, rows: name, columns: "", by: "", share: "", of: "initiatives", margins: false };
}

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
    const left = find(data, name).codes.filter((known) => !codes.includes(known.code));
    const but = left.length === 1 && codes.length >= 3 && !codes.includes("none"); // as in selections.py
    const chosen = but ? say("selection-but", lang, { code: codeLabel(name, left[0].code, lang) }) : labels.join(say("selection-or", lang));
    return say("selection", lang, { dimension: find(data, name).label[lang], codes: chosen });
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
  const several = [options.rows, options.columns].some((name) => name && !find(data, name).single);
  const fractional = options.count === "fractional";
  const pairs = !fractional && share && options.of === "pairs";
  const told = [
    fractional ? "method-fractional" : pairs ? "method-pairs" : several && "method-distinct",
    !pairs && share && (fractional ? "method-share-fractional" : "method-share"),
  ];
  return told.filter(Boolean).map((name) => say(name, lang, { side: share }));
}

/** Return what a cell's share is of: the base of its row, column or table. */
function baseOf(options, { whole }, a, b) {
  return { row: whole[a]?.at(-1), column: whole.at(-1)[b], table: whole.at(-1).at(-1) }[options.share];
}

function baseTold(options, layer, a, b) {
  const name = options.of === "pairs" ? "base-bare" : "base-of-initiatives";
  return inBrackets(say(name, options.lang, { base: plain(baseOf(options, layer, a, b)) }), options.lang);
}

/** Return the labels of the rows or columns; where shares are of these, each with its base. */
function headed(options, table, side) {
  const { lang } = options;
  const lines = side === "row" ? table.rows : table.columns;
  if (options.share !== side || options.by || !table.layers.length) return lines.map((line) => label(line, lang));
  return lines.map((line, n) => label(line, lang) + baseTold(options, table.layers[0], n, n));
}

/** Return what the table shows as a title, or that it shows nothing. */
function finding(options, table) {
  const { lang } = options;
  if (!table.total) return say("finding-no-initiatives", lang);
  const any = table.layers.some((layer) =>
    table.rows.some((row, a) => !row.apart && table.columns.some((column, b) => !column.apart && !twice(options, a, b) && layer.cells[a][b] > 0)),
  );
  if (!any) return options.by ? say("finding-no-cell", lang) : nothing(options);
  return say("title-plain", lang, measured(options));
}

/** Return whether a cell is a code with itself, or a pair that stands in the table already. */
function twice({ rows, columns, by, share }, a, b) {
  return rows === columns && (!by && ["row", "column"].includes(share) ? a === b : a >= b);
}

/** Return that no initiative has what was asked for. */
function nothing(options) {
  const { lang, rows, columns } = options;
  if (rows === columns) return say("finding-no-two-codes", lang, { dimension: dimensionLabels(options, [rows], "")[0] });
  return say("finding-nothing-has", lang, { labels: listed(dimensionLabels(options, [rows, columns]), lang, "together") });
}

/** Return what is counted, of how many, and whether one can count twice. */
function subtitle(options, table) {
  const { lang } = options;
  const several = [options.rows, options.columns, options.by].some((name) => name && !find(data, name).single);
  const how = say(`subtitle-counted-${options.count}`, lang, { several: several ? "yes" : "no" });
  if (options.by) return say("subtitle", lang, { ...measured(options), of: "", how });
  const [{ base }, total] = [table.layers[0], table.total];
  const of = { base: plain(base), total: plain(total), part: base === total ? "all" : "some" };
  if (finding(options, table) === say("title-plain", lang, measured(options))) return say("subtitle-alone", lang, { ...of, how });
  const dimensions = new Set([options.rows, options.columns]).size;
  return say("subtitle", lang, { ...measured(options), of: say("subtitle-base", lang, { ...of, dimensions }), how });
}

/** Return what is counted, by which dimensions and of which selection; shares of a side are by the other. */
function measured(options) {
  const { lang, share, rows, columns, by } = options;
  const names = [...new Set([rows, columns, by].filter(Boolean))];
  const whole = names.length > 1 ? { row: rows, column: columns }[share] : undefined;
  const [each] = dimensionLabels(options, [whole], "");
  const side = whole ? "each" : "all";
  return {
    measure: say(share ? "subtitle-share" : "subtitle-initiatives", lang, { side, each, unit: options.of }),
    by: listed(dimensionLabels(options, names.filter((name) => name !== whole), ""), lang, "crossed"),
    limit: inBrackets(selection(options), lang),
  };
}
