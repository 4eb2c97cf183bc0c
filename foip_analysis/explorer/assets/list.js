"use strict";
// What opens beside the table, the list behind a number; and what leaves the page: copies and files.

/** List the initiatives behind a cell beside the table, with the words that decided, and mark the cell. */
function openCell({ cell, at: [n, a, b], value, button }) {
  const { lang } = state;
  const found = behind(data, options, cell);
  const own = table.layers[n].whole[a][b];
  const base = baseOf(options, table.layers[n], a, b);
  const fractional = options.count === "fractional";
  const unit = say(`explorer-unit-${fractional ? "fractional" : options.share && options.of === "pairs" ? "pairs" : "initiatives"}`, lang);
  const number = (some) => cellText(some, { ...options, share: "" });
  const told = [
    say("explorer-behind", lang, { number: found.length }),
    ...(options.share
      ? [say("explorer-behind-share", lang, { value: cellText(value, options), part: number(own), base: number(base), unit })]
      : fractional
        ? [say("explorer-behind-fractional", lang, { value: number(value) })]
        : []),
    selection(options),
  ].filter(Boolean);
  const list = found.map((i) => {
    const { name, summary } = data.initiatives[i];
    const { words, locators } = evidence(data, options, i, cell, lang);
    return el(
      "li",
      {},
      el("h3", {}, name[lang]),
      summary ? el("p", {}, summary[lang]) : [],
      el(
        "p",
        { className: "words" },
        el("span", {}, say(words ? "explorer-words" : "explorer-locators", lang)),
        el("span", { lang: /[\u3040-\u30ff\u4e00-\u9fff]/.test(words) ? "ja" : lang }, words || locators),
      ),
    );
  });
  const [row, column, ...layer] = sidesOf(options, cell);
  const meanings = [...layer, row, column]
    .filter(([, line]) => line.definition)
    .map(([name, line]) =>
      el(
        "p",
        {},
        say("explorer-meaning", lang, { dimension: find(data, name).label[lang], label: label(line, lang) }),
        el("span", { lang: line.definition[lang] === line.definition.en ? "en" : lang }, line.definition[lang]),
      ),
    );
  const python = membersCall(options, cell);
  const codes = [cell.row, cell.column, cell.layer].filter(Boolean).map((line) => line.code);
  const saved = el("span", { role: "status" });
  const place = get("behind");
  put(
    place,
    el(
      "div",
      { className: "head" },
      el("h2", { id: "behind-head" }, names(cell)),
      el("button", { type: "button", id: "close", onclick: closeList }, say("explorer-close", lang)),
    ),
    told.map((text) => el("p", { className: "told" }, text)),
    el("ol", {}, list),
    meanings.length ? el("details", {}, el("summary", {}, say("explorer-meanings", lang)), meanings) : [],
    el(
      "div",
      { className: "actions" },
      el(
        "button",
        { type: "button", id: "list", onclick: () => trying(() => save(listCsv(options, cell), "csv", saved, codes)) },
        say("explorer-list-csv", lang),
      ),
      saved,
    ),
    el("div", { id: "list-code" }, python ? codePanel(whole(options, python)) : []),
  );
  place.hidden = false;
  place.scrollTop = 0;
  mark(button);
  get("status").textContent = [names(cell), told[0]].join(say("sentence-stop", lang));
}

/** Mark the cell whose list is open, and the heads of its row and column; without one, none. */
function mark(button) {
  for (const part of get("box").querySelectorAll("[aria-current], .chosen")) (part.removeAttribute("aria-current"), part.classList.remove("chosen"));
  if (!button) return;
  const from = button.closest("td");
  button.ariaCurrent = "true";
  for (const part of [from, from.parentNode.cells[0], get("box").querySelector("thead tr:last-child").cells[from.cellIndex - 1]]) part.classList.add("chosen");
}

/** Close the list, and give the focus back to its number. */
function closeList() {
  const button = get("box").querySelector("[aria-current]");
  if (state.cell) go({});
  button?.focus();
}

/** Bring the marked cell into view, and beside it the list; where there is no room beside, the list stands under the cell. */
function reveal() {
  const button = get("box").querySelector("[aria-current]");
  if (!button) return;
  button.scrollIntoView({ block: "nearest", inline: "nearest" });
  fitList();
  if (getComputedStyle(get("behind")).position !== "fixed") return;
  const over = button.getBoundingClientRect().bottom + 12 - get("behind").getBoundingClientRect().top;
  if (over > 0) scrollBy(0, over);
}

/** Let the list beside the table end where the window ends. */
function fitList() {
  const place = get("behind");
  if (!place.hidden) place.style.setProperty("--high", `${Math.max(240, innerHeight - Math.max(8, place.getBoundingClientRect().top) - 8)}px`);
}

/** Copy a text, and say in a place whether it was copied. */
async function copy(text, place, done = "explorer-copied") {
  place.textContent = "";
  place.textContent = say(
    await navigator.clipboard.writeText(text).then(
      () => done,
      () => "explorer-not-copied",
    ),
    state.lang,
  );
}

/** Hand the browser a file named after the table, or after a cell of it, and say so: where it lies is the browser's to say. */
function save(content, suffix, place, cell = []) {
  const blob =
    content instanceof Blob ? content : new Blob([content], { type: `${{ csv: "text/csv", svg: "image/svg+xml" }[suffix]};charset=utf-8` });
  const counts = suffix !== "csv" && { rows: state.rows, columns: state.cols }[state.chart];
  const shown = counts ? [counts] : [state.rows, "by", state.cols, ...(state.by ? ["and", state.by] : [])];
  const name = [...shown, ...cell, state.lang]
    .join("-")
    .replace(/[^\p{L}\p{N}_-]+/gu, "-");
  const href = URL.createObjectURL(blob);
  el("a", { href, download: `${name}.${suffix}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  place.textContent = say("explorer-saved", state.lang, { file: `${name}.${suffix}` });
}
