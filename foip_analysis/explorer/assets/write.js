"use strict";
// What leaves the page as text: Python that makes the same table or list, and CSV as the library writes it.

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

/** Return the call that makes the table: of one dimension, a count. */
function call(options) {
  const { share } = options;
  const given = [selecting(options), ...[options.rows, options.columns].filter(Boolean).map(quoted)];
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
  return `foip.${options.columns ? "cross_tab" : "count"}(${given.join(", ")})`;
}

/** Return the whole code: what to import, what to load, and what to do. */
function whole(options, ...lines) {
  return ["import foip_analysis as foip", "", data.load[options.lang], ...lines].join("\n");
}

/** Return the code of the table. */
function code(options) {
  return whole(options, `table = ${call(options)}`, "table");
}

/** Return the code of the chart: bars of a count, or of the cells; else that which suits the table. */
function chartCode(options) {
  const counts = { rows: options.rows, columns: options.columns }[options.chart];
  const of = call(counts ? counted(options, counts) : { ...options, margins: options.chart === "heatmap" && options.margins });
  return whole(options, `table = ${of}`, options.chart === "cells" ? "foip.plot(table, 'panels')" : "foip.plot(table)");
}

/** Return the call that lists the initiatives behind a cell; nothing where a margin takes part, which is no code. */
function membersCall(options, cell) {
  const sides = sidesOf(options, cell).filter(([, line]) => !(line.apart === "all" && options.none));
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
  const parts = sidesOf(options, cell).map(([name, line]) => say("selection", lang, { dimension: find(data, name).label[lang], codes: label(line, lang) }));
  const text = [selection(options), ...parts].filter(Boolean).join(say("selection-between", lang));
  const python = membersCall(options, cell);
  const head = say("table-members-selected", lang, { found: `${found.length}`, total: `${select(data, options).length}`, selection: text });
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
