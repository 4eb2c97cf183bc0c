"use strict";
// What a table says: the same words as the library's title, subtitle, note, call and CSV.

const ENOUGH = 5; // a share of fewer is no finding
const MOST = 2; // so many leaders are named; more are counted

/** Return the label of a line of a table, or of a dimension. */
function label(thing, lang) {
  return thing.apart ? say(`word-${thing.apart}`, lang) : thing.label[lang];
}

/** Return a number with as many decimals as asked; halves go up, but for the dust of their computing. */
function rounded(number, places) {
  const scaled = Number((number * 10 ** places).toPrecision(12));
  const text = (Math.floor(scaled + 0.5) / 10 ** places).toFixed(places);
  return text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
}

/** Return a count, or a sum of fractions that is whole but for its last digits, without decimals. */
function plain(number, places) {
  return Math.abs(number - Math.round(number)) < 1e-9 ? rounded(number, 0) : rounded(number, places);
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
    const labels = codes.map((code) => codeLabel(name, code, lang)).join(say("selection-or", lang));
    return say("selection", lang, { dimension: find(data, name).label[lang], codes: labels });
  });
  const [first, last] = stated ? [before, [...after, ...own]] : [[...before, ...own], []];
  const around = first.length && last.length;
  const told = around ? "both" : first.length ? "last" : last.length ? "first" : "only";
  const middle = stated && around ? [say("selection-stated-between", lang)] : [];
  const ends = stated ? [say(`selection-stated-${told}`, lang)] : [];
  return [...first, ...middle, ...last, ...ends].join(say("selection-between", lang));
}

function codeLabel(name, code, lang) {
  return find(data, name).codes.find((known) => known.code === code)?.label[lang] ?? say("word-none", lang);
}

function dimensionLabels(options, names) {
  return [...new Set(names.filter(Boolean))].map((name) => find(data, name).label[options.lang]);
}

/** Return labels of dimensions as they are listed: in a note, or together in a title. */
function dimensionsListed(labels, lang, how) {
  return listed(
    labels.map((text) => say("label-quoted", lang, { label: within(text, lang) })),
    lang,
    how,
  );
}

/** Return the table's note: its base and how it was counted; a chart, whose heads have the bases, takes it brief. */
function note(options, table, { brief = false } = {}) {
  const { lang } = options;
  const labels = dimensionLabels(options, [options.rows, options.columns]);
  const { base } = table.layers[0] ?? {};
  const head = options.by
    ? say("table-layers", lang, {
        bases: joined(
          table.layers.map((layer) => `${label(layer.line, lang)} ${layer.base}`),
          lang,
        ),
      })
    : say(`table-base-${options.none ? "all" : "with"}`, lang, {
        limit: inBrackets(selection(options), lang),
        base: `${base}`,
        total: `${table.total}`,
        labels: dimensionsListed(labels, lang, "having"),
      });
  return [head, ...(brief ? [] : basesOfLines(options, table)), ...method(options)].join(say("sentence-between", lang));
}

function basesOfLines(options, table) {
  const { lang, share, by } = options;
  if (!["row", "column"].includes(share) || by || !table.layers.length) return [];
  const last = share === "row" ? (n) => [n, 0] : (n) => [0, n];
  const lines = share === "row" ? table.rows : table.columns;
  const told = lines.map((line, n) => `${label(line, lang)} ${plain(baseOf(options, table.layers[0], ...last(n)), 1)}`);
  return told.length ? [say("table-bases", lang, { side: share, bases: joined(told, lang) })] : [];
}

function method(options) {
  const { lang, share } = options;
  const fractional = options.count === "fractional";
  const pairs = share && options.of === "pairs";
  const several = [options.rows, options.columns].some((name) => !find(data, name).single);
  const told = [];
  if (fractional) told.push("method-fractional");
  else if (pairs) told.push("method-pairs");
  else if (several) told.push("method-distinct");
  if (share && fractional) told.push("method-share-fractional");
  else if (share && !pairs) told.push("method-share");
  return told.map((name) => say(name, lang, { side: share }));
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
  return { row: whole[a].at(-1), column: whole.at(-1)[b], table: whole.at(-1).at(-1) }[options.share];
}

/** Return the labels of the rows or columns; where shares are of these, each with its base. */
function headed(options, table, side) {
  const { lang } = options;
  const lines = side === "row" ? table.rows : table.columns;
  if (options.share !== side || options.by || !table.layers.length) return lines.map((line) => label(line, lang));
  const last = side === "row" ? (n) => [n, 0] : (n) => [0, n];
  const known = lines.map((_, n) => plain(baseOf(options, table.layers[0], ...last(n)), 1));
  const told = known.map((base) => say(options.of === "pairs" ? "base-bare" : "base-of-initiatives", lang, { base }));
  return lines.map((line, n) => label(line, lang) + inBrackets(told[n], lang));
}

/** Return whether a label has an "and" that could be the sentence's own. */
function doubtful(lines, lang) {
  const conjunction = say("list-last", lang, { first: "", last: "" });
  return lines.some((line) => label(line, lang).includes(conjunction)) ? "yes" : "no";
}

/** Return what writes labels into a sentence: all set off, if one is doubtful. */
function quoting(lines, lang) {
  const doubt = doubtful(lines, lang);
  return (line) => say("finding-label", lang, { label: label(line, lang), doubt });
}

/** Return the table's finding in a sentence: what leads, with its number and base. */
function finding(options, table) {
  const { lang } = options;
  const [cells, left] = onEnough(options, competing(options, table));
  const best = Math.max(0, ...cells.map((cell) => cell.value));
  if (!table.total) return say("finding-no-initiatives", lang);
  if (divided(options)) return findingOfRows(options, table) ?? nothing(options);
  if (best === 0) return nothing(options);
  const leaders = cells.filter((cell) => best - cell.value < 1e-9);
  const count = leaders.length;
  const told = count > MOST || options.by ? leaders.slice(0, 1) : leaders;
  const lines = told.flatMap(({ row, column, layer }) => [row, column, ...(layer ? [layer] : [])]);
  const named = quoting(lines, lang);
  const pairs = told.map(({ row, column }) => listed([named(row), named(column)], lang, "pair"));
  const given = { count, more: count - 1, of: onBases(options, leaders, left), measure: options.share ? "share" : "count" };
  if (options.by) {
    const layer = label(leaders[0].layer, lang);
    const pair = say("finding-pair-in-layer", lang, { pair: pairs[0], layer, doubt: doubtful(lines, lang) });
    const value = shown(options, best);
    const number = options.share ? value : say("amount-bare", lang, { value });
    return say(count > 1 ? "finding-layer-leads-more" : "finding-layer-leads", lang, { ...given, pair, number });
  }
  const number = amount(options, table, best, count > 1);
  const name = count > MOST ? "finding-pair-leads-more" : "finding-pair-leads";
  return say(name, lang, { ...given, pair: pairs[0], pairs: listed(pairs, lang), number });
}

function nothing(options) {
  const { lang } = options;
  const labels = dimensionLabels(options, [options.rows, options.columns]);
  if (options.by) return say("finding-no-cell", lang);
  if (labels.length < 2) return say("finding-no-two-codes", lang, { dimension: within(labels[0], lang) });
  return say("finding-nothing-has", lang, { labels: dimensionsListed(labels, lang, "together") });
}

/** Return a value as a sentence has it: a percentage, a count, or one decimal. */
function shown(options, value) {
  return options.share ? `${rounded(value * 100, 0)}%` : plain(value, 1);
}

/** Return a value with its base in words; whether several have it, some languages say beside the number. */
function amount(options, table, value, several = false) {
  const told = { value: shown(options, value), each: several ? "yes" : "no" };
  if (options.share) return say("amount-share", options.lang, { ...told, side: options.share });
  return say("amount-initiatives", options.lang, { ...told, base: plain(table.layers[0].base, 1) });
}

/** Return what the leading shares are of, in brackets; nothing if the subtitle says it for all. */
function onBases(options, leaders, left) {
  const { lang, share } = options;
  if (!["row", "column"].includes(share)) return "";
  const [low, high] = [Math.min, Math.max].map((end) => plain(end(...leaders.map((cell) => cell.base)), 1));
  const base = low === high ? low : say("finding-range", lang, { low, high });
  return inBrackets(say(left ? "finding-base-few" : "finding-base", lang, { base, few: ENOUGH, unit: options.of }), lang);
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
  const [{ cells }] = table.layers;
  const [dimension] = dimensionLabels(options, [options.rows]).map((text) => within(text, lang));
  const lines = table.rows.map((row, a) => ({
    row,
    parts: table.columns.map((column, b) => ({ column, value: cells[a][b] })).filter(({ column }) => column.apart !== "all"),
  }));
  for (const line of lines) line.total = line.parts.reduce((sum, { value }) => sum + value, 0);
  const own = lines.filter(({ row }) => !row.apart);
  const best = Math.max(0, ...own.map(({ total }) => total));
  if (!best) return null;
  const leaders = own.filter(({ total }) => total === best);
  const count = leaders.length;
  if (count > MOST) return say("finding-codes-tie", lang, { count, dimension, number: amount(options, table, best) });
  const parts = leaders[0].parts.filter(({ column }) => !column.apart);
  const most = Math.max(...parts.map(({ value }) => value));
  const under = parts.filter(({ value }) => value === most).map(({ column }) => column);
  const alone = count > 1 || under.length > MOST || !parts.length;
  const named = quoting([...leaders.map(({ row }) => row), ...(alone ? [] : under)], lang);
  const codes = listed(
    leaders.map(({ row }) => named(row)),
    lang,
  );
  const sentence = say("finding-most-frequent", lang, { codes, count, dimension, number: amount(options, table, best, count > 1) });
  if (alone) return sentence;
  const all = most === best;
  const columns = listed(under.slice(0, all ? 1 : MOST).map(named), lang);
  return say(all ? "finding-row-all" : "finding-row-most", lang, { finding: sentence, columns, count: under.length, number: plain(most, 1) });
}

/** Return what is counted, its base and the order. */
function subtitle(options, table) {
  const { lang } = options;
  const labels = dimensionLabels(options, [options.rows, options.columns, options.by]).map((text) => within(text, lang));
  const known = () => say("subtitle-base", lang, { base: plain(table.layers[0].base, 1), total: plain(table.total, 1) });
  return say("subtitle", lang, {
    measure: say(`subtitle-${options.share ? "share" : "initiatives"}`, lang, { side: options.share, unit: options.of }),
    by: listed(labels, lang, "crossed"),
    limit: inBrackets(selection(options), lang),
    how: say(`subtitle-counted-${options.count}`, lang),
    of: options.by ? "" : known(),
    order: say(`subtitle-order-${options.order}`, lang),
  });
}

/** Return text as Python writes it. */
function quoted(text) {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const safe = text.replace(/[\\\n\r\t]/g, (sign) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" })[sign]);
  return mark + (mark === "'" ? safe.replaceAll("'", "\\'") : safe) + mark;
}

function keyword(name, value) {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? `${name}=${value}` : `**{${quoted(name)}: ${value}}`;
}

/** Return the dataset with its selections, as Python. */
function selecting(options, where = options.where) {
  const given = (codes) => (codes.length === 1 ? quoted(codes[0]) : `[${codes.map(quoted).join(", ")}]`);
  return data.call + (options.stated ? ".stated()" : "") + where.map(([name, codes]) => `.where(${keyword(name, given(codes))})`).join("");
}

/** Return the call that makes the table. */
function call(options) {
  const { share } = options;
  const given = [selecting(options), quoted(options.rows), quoted(options.columns)];
  const usual = { count: "initiatives", of: "initiatives", codes: "all", order: "codebook", lang: FIRST };
  const told = {
    count: options.count,
    share,
    of: share ? options.of : "initiatives",
    margins: options.margins,
    none: options.none,
    order: options.order,
    codes: options.codes,
    by: options.by,
    lang: options.lang,
  };
  for (const [name, value] of Object.entries(told)) {
    if (value && value !== usual[name]) given.push(`${name}=${value === true ? "True" : quoted(value)}`);
  }
  return `foip.cross_tab(${given.join(", ")})`;
}

/** Return the whole code: what to import, what to load, the table. */
function code(options) {
  return `import foip_analysis as foip\n\ndataset = ${data.load}\ntable = ${call(options)}\n`;
}

/** Return the call that lists the initiatives behind a cell; nothing where a margin takes part, which is no code. */
function membersCall(options, cell) {
  const sides = [
    [options.rows, cell.row],
    [options.columns, cell.column],
    [options.by, cell.layer],
  ].filter(([, line]) => line && !(line.apart === "all" && options.none));
  if (sides.some(([, line]) => line.apart === "all")) return "";
  const named = new Map();
  const before = [...options.where];
  for (const [name, line] of sides) named.has(name) ? before.push([name, [line.code]]) : named.set(name, line.code);
  const given = [...named].map(([name, own]) => `, ${keyword(name, quoted(own))}`).join("");
  return `foip.members(${selecting(options, before)}${given}${options.lang === FIRST ? "" : `, lang='${options.lang}'`})`;
}

/** Return the table as CSV, with its note, source and call under it. */
function csv(options, table) {
  const { lang } = options;
  const real = options.share || options.count === "fractional";
  const number = (value) => (value === null ? "" : real && Number.isInteger(value) ? value.toFixed(1) : `${value}`);
  const beside = options.by ? [find(data, options.by).label[lang]] : [];
  const lines = [[...beside, find(data, options.rows).label[lang], ...table.columns.map((line) => label(line, lang))].map(csvText)];
  for (const layer of table.layers)
    table.rows.forEach((row, a) => {
      const heads = [...(layer.line ? [layer.line] : []), row].map((line) => csvText(label(line, lang)));
      lines.push([...heads, ...layer.cells[a].map(number)]);
    });
  return csvFile(lines, [note(options, table), data.source[lang], say("file-call", lang, { call: call(options) })]);
}

/** Return the initiatives behind a cell as CSV, with the words that decided. */
function listCsv(options, cell) {
  const { lang } = options;
  const found = behind(data, options, cell);
  const told = data.initiatives.some(({ summary }) => summary);
  const lines = found.map((i) => {
    const { id, name, summary } = data.initiatives[i];
    const { words, locators } = evidence(data, options, i, cell, lang);
    return [id, name[lang], ...(told ? [summary[lang]] : []), locators, words].map(csvText);
  });
  const named = [
    [options.rows, cell.row],
    [options.columns, cell.column],
    [options.by, cell.layer],
  ].filter(([name]) => name);
  const parts = named.map(([name, line]) => say("selection", lang, { dimension: find(data, name).label[lang], codes: label(line, lang) }));
  const text = [selection(options), ...parts].filter(Boolean).join(say("selection-between", lang));
  const python = membersCall(options, cell);
  const head = say("table-members-selected", lang, {
    found: `${found.length}`,
    total: `${select(data, options).length}`,
    selection: text,
  });
  const heads = ["initiative_id", "name", ...(told ? ["summary"] : []), "locators", "words"].map(csvText);
  return csvFile([heads, ...lines], [head, data.source[lang], python && say("file-call", lang, { call: python })]);
}

/** Return a text as a cell of CSV; one that a spreadsheet would run as a formula gets an apostrophe before it. */
function csvText(text) {
  return `"${(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function csvFile(lines, notes) {
  const flat = notes.filter(Boolean).map((text) => text.replace(/\s+/g, " ").trim().replaceAll('"', "'"));
  const told = flat.map((text) => `# ${text.replace(/([,;]\s*)([=+\-@＝＋－＠])/g, "$1'$2")}`);
  return `\ufeff${[...lines.map((line) => line.join(",")), ...told].join("\n")}\n`;
}
