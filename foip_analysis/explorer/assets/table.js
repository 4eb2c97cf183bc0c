"use strict";
// The table on the page, shaded as a heat map, with its title and note, and a chart of it; every number in it is a
// button that opens the list of its initiatives.

/** Return whether the table has no lines. */
function isBlank() {
  return !table.layers.length || !table.rows.length || !table.columns.length;
}

/** Show the table and its words. */
function showTable() {
  const { lang } = state;
  const blank = isBlank();
  const title = blank && table.total ? say("explorer-no-codes", lang) : finding(options, table);
  const number = table.layers.length * table.rows.length * table.columns.length;
  const tooMany = number > data.room.shown;
  get("finding").textContent = title;
  get("subtitle").textContent = blank ? selection(options) : subtitle(options, table);
  get("note").textContent = blank ? "" : note(options, table);
  const tooLarge = () => el("p", {}, say("explorer-too-large-to-show", lang, { number, most: data.room.shown }));
  put(get("box"), blank ? [] : tooMany ? tooLarge() : theTable(title));
  put(get("table-code"), blank ? [] : codePanel(code(options)));
  get("csv").disabled = blank;
  if (cells.length) cells[0].button.tabIndex = 0;
  get("status").textContent = say("explorer-done", lang, { finding: title, rows: table.rows.length, columns: table.columns.length });
}

/** Show the chart, as wide as its place: beside the table, or under it where the list or its columns need the room. */
function showChart() {
  const { lang } = state;
  const blank = isBlank();
  const { asked, shown } = blank ? {} : charted(options, table);
  const lines = blank ? {} : { rows: shown.rows.length * shown.layers.length, columns: shown.columns.length };
  const why = blank
    ? ""
    : options.by && options.chart === "cells"
      ? say("explorer-no-layers", lang)
      : fitsSlide(shown)
        ? ""
        : say("explorer-too-large-to-draw", lang, lines);
  const fits = !blank && !why;
  for (const id of ["png", "svg"]) get(id).disabled = !fits;
  get("set-chart").value = state.chart;
  get("chart").hidden = blank;
  get("work").className = [state.cell && "listed", !BARS.slice(0, 2).includes(state.chart) && "broad"].filter(Boolean).join(" ");
  tellKeys();
  put(get("chart-code"), fits ? codePanel(chartCode(options)) : []);
  if (!fits) return void put(get("drawn"), why ? el("p", {}, why) : []);
  const place = get("drawn");
  put(place);
  const room = Math.min(place.clientWidth || 400, asked.columns ? Infinity : 720);
  const missing = asked.columns || options.by || options.none ? 0 : shown.layers[0].base - table.layers[0].base;
  const other = find(data, state.chart === "rows" ? state.cols : state.rows).label[lang];
  put(
    place,
    el("h3", {}, finding(asked, shown)),
    el("p", { className: "hint" }, subtitle(asked, shown)),
    missing ? el("p", { className: "hint" }, say("explorer-beyond", lang, { number: missing, dimension: within(other, lang), sure: options.stated ? "yes" : "no" })) : [],
    el("div", { className: "scroll", tabIndex: 0, role: "group", ariaLabel: finding(asked, shown) }, chart(options, table, { ...SCREEN, width: room })),
  );
}

/** Return what shows code and copies it. */
function codePanel(text) {
  const told = el("span", { role: "status" });
  return el(
    "details",
    { className: "code" },
    el("summary", {}, say("explorer-code", state.lang)),
    el("pre", { tabIndex: 0 }, text),
    el("p", {}, el("button", { type: "button", onclick: () => copy(text, told) }, say("explorer-copy", state.lang)), " ", told),
  );
}

function theTable(title) {
  const { lang } = state;
  const largest = largestOf(options, table);
  const name = (dimension) => find(data, dimension).label[lang];
  const [rowHeads, columnHeads] = ["row", "column"].map((side) => headed(options, table, side));
  const head = (line, text, scope) => el("th", { scope, className: line.apart ?? "" }, breaking(text, lang));
  const bodies = table.layers.map((layer, n) =>
    el(
      "tbody",
      {},
      layer.line
        ? el(
            "tr",
            { className: "layer" },
            el(
              "th",
              { scope: "rowgroup", colSpan: table.columns.length + 1 },
              el("span", {}, say("selection", lang, { dimension: name(state.by), codes: label(layer.line, lang) })),
            ),
          )
        : [],
      table.rows.map((row, a) =>
        el(
          "tr",
          {},
          head(row, rowHeads[a], "row"),
          table.columns.map((column, b) => theCell({ row, column, layer: layer.line }, [n, a, b], layer.cells[a][b], largest)),
        ),
      ),
    ),
  );
  const made = el(
    "table",
    { className: table.columns.length > 16 ? "many" : "" },
    el("caption", { className: "unseen" }, [title, get("subtitle").textContent].join(say("sentence-stop", lang))),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col", rowSpan: 2 }, name(state.rows)),
        el("th", { scope: "colgroup", colSpan: table.columns.length }, name(state.cols)),
      ),
      el(
        "tr",
        {},
        table.columns.map((column, b) => head(column, columnHeads[b], "col")),
      ),
    ),
    bodies,
  );
  made.style.setProperty("--fit", Math.min(1, 1000 / (140 + 27 * table.columns.length))); // on paper: headings upright, then smaller
  return made;
}

/** Return a label with places where a line may break, in a language that writes no spaces: after words, not within. */
function breaking(text, lang) {
  return say("line-breaking", lang) === "phrases" ? pieces(text, lang).flatMap((piece) => [piece, el("wbr")]) : [text];
}

function theCell(cell, at, value, largest) {
  const [n, a, b] = at;
  const few = isFew(options, table.layers[n], a, b);
  const margin = [cell.row, cell.column].some((line) => line.apart === "all");
  const text = cellText(value, options);
  const base = few ? baseTold(options, table.layers[n], a, b) : "";
  if (value === null)
    return el(
      "td",
      { className: "empty" },
      el("span", { ariaHidden: "true" }, text),
      el("span", { className: "unseen" }, say("explorer-no-base", state.lang)),
    );
  if (!value) return el("td", { className: margin ? "all" : "empty" }, el("span", { className: "unseen" }, "0"));
  const asked = { row: cell.row.code, col: cell.column.code, ...(cell.layer && { layer: cell.layer.code }) };
  const button = el(
    "button",
    {
      type: "button",
      tabIndex: -1,
      ariaLabel: say("explorer-cell", state.lang, { names: names(cell), value: text + base }),
      onclick: () => go({ cell: button.ariaCurrent ? null : asked }),
    },
    text,
    few ? el("small", {}, base.trim()) : [],
  );
  const made = el("td", { className: margin ? "all" : few ? "few" : "" }, button);
  if (!margin && !few) [made.style.background, made.style.color] = [shade(value, largest), inkOn(shade(value, largest))];
  if (!margin && few) made.style.background = faint(value);
  cells.push({ button, cell, at, value });
  return made;
}

function names({ row, column, layer }) {
  return [layer, row, column]
    .filter(Boolean)
    .map((line) => label(line, state.lang))
    .join(say("explorer-cell-names", state.lang));
}

/** Move from number to number by the arrow keys, Home and End. */
function move(event) {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, 1], End: [0, -1] }[event.key];
  const from = event.target.closest("td");
  if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const rows = [...get("box").querySelectorAll("tbody tr:not(.layer)")];
  let y = rows.indexOf(from.parentNode);
  let x = event.key === "Home" ? 0 : event.key === "End" ? from.parentNode.cells.length : from.cellIndex;
  let next;
  do next = rows[(y += step[0])]?.cells[(x += step[1])];
  while (next && !next.querySelector("button"));
  next?.querySelector("button").focus();
}
