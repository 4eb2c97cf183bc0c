"use strict";
// What a table says: the same words as the library's title, subtitle, note, call and CSV.

const ENOUGH = 5; // a share of fewer is no finding

const data = JSON.parse(document.getElementById("data").textContent);

/** Return one of the page's own sentences in a language, its {gaps} filled. */
function say(key, lang, given = {}) {
  return data.words[key][lang].replace(/\{(\w+)\}/g, (gap, name) => given[name] ?? gap);
}

/** Return the label of a line of a table, or of a dimension. */
function label(thing, lang) {
  return thing.apart ? say(`line ${thing.apart}`, lang) : thing.label[lang];
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

function lower(word) {
  const second = word.slice(1, 2);
  return second !== second.toLowerCase() ? word : word.slice(0, 1).toLowerCase() + word.slice(1);
}

/** Return what a selection of the dataset and the page's filters leave, in words. */
function selection(options) {
  const { lang } = options;
  const [before, already, after] = data.selection[lang];
  const stated = already || options.stated;
  const own = options.where.map(([name, codes]) =>
    say("selected", lang, {
      dimension: find(data, name).label[lang],
      codes: codes.map((code) => codeLabel(name, code, lang)).join(say("or", lang)),
    }),
  );
  const [first, last] = stated ? [before, [...after, ...own]] : [[...before, ...own], []];
  const around = first.length && last.length;
  const key = around ? "stated around" : first.length ? "stated after" : last.length ? "stated before" : "stated alone";
  const middle = stated && around ? [say("stated between", lang)] : [];
  return [...first, ...middle, ...last, ...(stated ? [say(key, lang)] : [])].join(say("semicolon", lang));
}

function codeLabel(name, code, lang) {
  return find(data, name).codes.find((known) => known.code === code)?.label[lang] ?? say("line none", lang);
}

function dimensionLabels(options, names) {
  return [...new Set(names.filter(Boolean))].map((name) => find(data, name).label[options.lang]);
}

/** Return the table's note: its base and how it was counted; a chart, whose heads have the bases, takes it brief. */
function note(options, table, { brief = false } = {}) {
  const { lang } = options;
  const names = [options.rows, options.columns];
  const chosen = selection(options);
  const labels = dimensionLabels(options, names);
  const limit = chosen && say("in brackets", lang, { text: chosen });
  const { base } = table.layers[0] ?? {};
  const head = options.by
    ? say("base of layers", lang, { bases: table.layers.map((layer) => `${label(layer.line, lang)} ${layer.base}`).join(", ") })
    : say(options.none ? "base of all" : "base", lang, {
        limit,
        base,
        total: table.total,
        labels: labels.map((word) => (lang === "en" ? word.toLowerCase() : word)).join(say("and", lang)),
      });
  return [head, ...(brief ? [] : basesOfLines(options, table)), ...method(options)].join(lang === "ja" ? "" : " ");
}

function basesOfLines(options, table) {
  const { lang, share, by } = options;
  if (!["row", "column"].includes(share) || by || !table.layers.length) return [];
  const last = share === "row" ? (n) => [n, 0] : (n) => [0, n];
  const lines = share === "row" ? table.rows : table.columns;
  const told = lines.map((line, n) => `${label(line, lang)} ${plain(baseOf(options, table.layers[0], ...last(n)), 1)}`);
  return told.length ? [say("bases of lines", lang, { side: say(`side ${share}`, lang), listed: told.join(lang === "ja" ? "、" : ", ") })] : [];
}

function method(options) {
  const { lang, share } = options;
  const fractional = options.count === "fractional";
  const pairs = share && options.of === "pairs";
  const several = [options.rows, options.columns].some((name) => !find(data, name).single);
  const told = [];
  if (fractional) told.push("fractional");
  else if (pairs) told.push("pairs");
  else if (several) told.push("distinct");
  if (share && fractional) told.push("shares of sums");
  else if (share && !pairs) told.push("shares");
  return told.map((key) => say(`method ${key}`, lang, { side: share && say(`side ${share}`, lang) }));
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
  const sign = options.of === "pairs" ? "" : "n=";
  return lines.map((line, n) => `${label(line, lang)}${say("in brackets", lang, { text: sign + known[n] })}`);
}

/** Return what writes labels into a sentence: all in quotes, if an "and" in one could be the sentence's own. */
function quoting(lines, lang) {
  const quoted = lang === "en" && lines.some((line) => label(line, lang).includes(" and "));
  return (line) => (quoted ? `“${label(line, lang)}”` : label(line, lang));
}

/** Return the table's finding in a sentence: what leads, with its number and base. */
function finding(options, table) {
  const { lang } = options;
  const [cells, left] = onEnough(options, competing(options, table));
  const best = Math.max(0, ...cells.map((cell) => cell.value));
  const labels = dimensionLabels(options, [options.rows, options.columns]).map((word) => (lang === "en" ? lower(word) : word));
  const nothing = () =>
    say(options.by ? "none in any" : labels.length < 2 ? "none twice" : "none both", lang, {
      labels: labels.join(say("and of dimensions", lang)),
    });
  if (!table.total) return say("none selected", lang);
  if (divided(options)) return findingOfRows(options, table, labels[0]) ?? nothing();
  if (best === 0) return nothing();
  const leaders = cells.filter((cell) => best - cell.value < 1e-9);
  const [first] = leaders;
  const more = leaders.length - 1;
  const short = options.share ? `${rounded(best * 100, 0)}%` : plain(best, 1);
  const told = leaders.length > 2 || options.by ? [first] : leaders;
  const named = quoting(
    told.flatMap(({ row, column, layer }) => [row, column, ...(layer ? [layer] : [])]),
    lang,
  );
  const pair = ({ row, column }) => say("pair", lang, { row: named(row), column: named(column) });
  const given = { pair: pair(first), more, many: more + 1, of: onBases(options, leaders, left) };
  given.lead = say(options.share ? "lead share" : "lead count", lang);
  if (options.by) {
    const value = options.share ? short : say("initiatives", lang, { number: short });
    return say(more ? "layers lead" : "layer leads", lang, { ...given, layer: named(first.layer), value });
  }
  const each = more ? " each" : "";
  const amount = options.share
    ? say(`share of${each}`, lang, { number: short, side: say(`part ${options.share}`, lang) })
    : say(`of base${each}`, lang, { number: short, base: plain(table.layers[0].base, 1) });
  const key = more > 1 ? "more lead" : more ? "two lead" : "one leads";
  return say(key, lang, { ...given, other: more ? pair(leaders[1]) : "", amount });
}

/** Return what the leading shares are of, in brackets; nothing if the subtitle says it for all. */
function onBases(options, leaders, left) {
  const { lang, share } = options;
  if (!["row", "column"].includes(share)) return "";
  const [low, high] = [Math.min, Math.max].map((end) => plain(end(...leaders.map((cell) => cell.base)), 1));
  const text = low === high ? low : say("from to", lang, { low, high });
  const enough = left ? say("enough", lang, { least: ENOUGH, unit: options.of === "pairs" ? "組" : "件" }) : "";
  return say(options.of === "pairs" ? "on pairs" : "on initiatives", lang, { base: text, enough });
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
function findingOfRows(options, table, dimension) {
  const { lang } = options;
  const [{ cells, base }] = table.layers;
  const lines = table.rows.map((row, a) => ({
    row,
    parts: table.columns.map((column, b) => ({ column, value: cells[a][b] })).filter(({ column }) => column.apart !== "all"),
  }));
  for (const line of lines) line.total = line.parts.reduce((sum, { value }) => sum + value, 0);
  const own = lines.filter(({ row }) => !row.apart);
  const best = Math.max(0, ...own.map(({ total }) => total));
  if (!best) return null;
  const leaders = own.filter(({ total }) => total === best);
  const many = leaders.length;
  const each = many > 1 ? " each" : "";
  const amount = say(`of base${each}`, lang, { number: plain(best, 1), base: plain(base, 1) });
  if (many > 2) return say("rows share", lang, { many, dimension, amount: say("of base", lang, { number: plain(best, 1), base: plain(base, 1) }) });
  const parts = leaders[0].parts.filter(({ column }) => !column.apart);
  const most = Math.max(...parts.map(({ value }) => value));
  const under = parts.filter(({ value }) => value === most).map(({ column }) => column);
  const alone = many > 1 || under.length > 2 || !parts.length;
  const named = quoting([...leaders.map(({ row }) => row), ...(alone ? [] : under)], lang);
  const listed = (lines) => lines.map(named).join(say("and of dimensions", lang));
  const sentence = say(many > 1 ? "rows lead" : "row leads", lang, { names: listed(leaders.map(({ row }) => row)), dimension, amount });
  if (alone) return sentence;
  const key = most === best ? "all under" : under.length > 1 ? "each under" : "most under";
  return sentence + say(key, lang, { most, under: listed(key === "all under" ? under.slice(0, 1) : under) });
}

/** Return what is counted, its base and the order. */
function subtitle(options, table) {
  const { lang } = options;
  const words = dimensionLabels(options, [options.rows, options.columns, options.by]);
  const chosen = selection(options);
  const named = lang === "ja" ? words.join("×") : listed(words.map(lower));
  const unit = options.share && options.of === "pairs" ? "pairs" : options.share ? "share" : "count";
  const side = options.share ? say(`head ${options.share}`, lang) : "";
  return say("subtitle", lang, {
    head: say(`head ${unit}`, lang, { side }),
    by: named,
    selection: chosen && say("in brackets", lang, { text: chosen }),
    how: say(`how ${options.count}`, lang),
    known: options.by ? "" : say("known", lang, { base: plain(table.layers[0].base, 1), total: plain(table.total, 1) }),
    order: say(`order ${options.order}`, lang),
  });
}

function listed(words) {
  return words.length > 2 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join(" and ");
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
  const usual = { count: "initiatives", of: "initiatives", codes: "all", order: "codebook", lang: "en" };
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
  return `foip.members(${selecting(options, before)}${given}${options.lang === "en" ? "" : `, lang='${options.lang}'`})`;
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
  return csvFile(lines, [note(options, table), data.source[lang], `Call: ${call(options)}`]);
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
  const parts = named.map(([name, line]) => say("selected", lang, { dimension: find(data, name).label[lang], codes: label(line, lang) }));
  const text = [selection(options), ...parts].filter(Boolean).join(say("semicolon", lang));
  const python = membersCall(options, cell);
  const head = say("list note", lang, { number: found.length, total: select(data, options).length, selection: text });
  const heads = ["initiative_id", "name", ...(told ? ["summary"] : []), "locators", "words"].map(csvText);
  return csvFile([heads, ...lines], [head, data.source[lang], python && `Call: ${python}`]);
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
