"use strict";
// The table on the page, shaded as a heat map, with its title, note and chart; every number in it is a button.

/** Show the table, its words and its chart. */
function showTable() {
  const { lang } = state;
  const blank = !table.layers.length || !table.rows.length || !table.columns.length;
  const title = blank ? say("explorer-no-codes", lang) : finding(options, table);
  const number = table.layers.length * table.rows.length * table.columns.length;
  const [tooMany, fits] = [number > data.room.shown, blank || fitsSlide(table)];
  get("finding").textContent = title;
  get("subtitle").textContent = blank ? selection(options) : subtitle(options, table);
  put(
    get("note"),
    (blank ? [] : [note(options, table), data.source[lang]]).filter(Boolean).map((text) => el("span", {}, text)),
  );
  const lines = { rows: table.rows.length * table.layers.length, columns: table.columns.length };
  const tooLarge = () => el("p", {}, say("explorer-too-large-to-show", lang, { number, most: data.room.shown }));
  const tooLong = () => el("p", {}, say("explorer-too-large-to-draw", lang, lines));
  put(get("box"), blank ? [] : tooMany ? tooLarge() : theTable(title));
  put(get("chart"), blank ? [] : fits ? [el("figcaption", {}, say("explorer-chart", lang)), chart(options, table)] : tooLong());
  get("csv").disabled = blank;
  for (const id of ["png", "svg"]) get(id).disabled = blank || !fits;
  if (cells.length) cells[0].button.tabIndex = 0;
  get("status").textContent = say("explorer-done", lang, { finding: title, rows: table.rows.length, columns: table.columns.length });
}

function theTable(title) {
  const { lang } = state;
  const largest = largestOf(table);
  const name = (dimension) => find(data, dimension).label[lang];
  const [rowHeads, columnHeads] = ["row", "column"].map((side) => headed(options, table, side));
  const head = (line, text, scope) => {
    const made = el("th", { scope, className: line.apart ?? "" }, breaking(text, lang));
    if (line.colour) made.style.boxShadow = `inset ${scope === "row" ? "4px 0" : "0 -4px"} ${line.colour}`;
    return made;
  };
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
  const margin = [cell.row, cell.column].some((line) => line.apart === "all");
  const text = cellText(value, options);
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
      ariaLabel: say("explorer-cell", state.lang, { names: names(cell), value: text }),
      onclick: () => go({ cell: asked }),
    },
    text,
  );
  const made = el("td", { className: margin ? "all" : "" }, button);
  if (!margin) [made.style.background, made.style.color] = [shade(value, largest), inkOn(shade(value, largest))];
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
