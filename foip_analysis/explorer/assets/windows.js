"use strict";
// What opens over the page, and what leaves it: the list behind a number, the code, copies and files.

/** List the initiatives behind a cell, with the words that decided. */
function openCell({ cell, at: [n, a, b], value, button }) {
  const { lang } = state;
  const found = behind(data, options, cell);
  const { whole } = table.layers[n];
  const own = whole[a][b];
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
  const python = membersCall(options, cell);
  const meanings = [
    [options.by, cell.layer],
    [options.rows, cell.row],
    [options.cols, cell.column],
  ]
    .filter(([, line]) => line?.definition)
    .map(([name, line]) =>
      el(
        "p",
        {},
        say("explorer-meaning", lang, { dimension: find(data, name).label[lang], label: label(line, lang) }),
        el("span", { lang: line.definition[lang] === line.definition.en ? "en" : lang }, line.definition[lang]),
      ),
    );
  dialog(
    "behind",
    names(cell),
    told.map((text) => el("p", { className: "told" }, text)),
    el("ol", {}, list),
    meanings.length ? el("details", {}, el("summary", {}, say("explorer-meanings", lang)), meanings) : [],
    el(
      "p",
      {},
      el(
        "button",
        {
          type: "button",
          id: "list",
          onclick: () => trying(() => save(listCsv(options, cell), "csv", [cell.row, cell.column, cell.layer].filter(Boolean).map((line) => line.code))),
        },
        say("explorer-list-csv", lang),
      ),
    ),
    python ? [el("p", { className: "hint" }, say("explorer-in-python", lang)), el("pre", {}, python)] : [],
  );
  get("behind-dialog").onclose = ({ target }) => {
    if (target.open) return; // opened again to be printed
    if (state.cell) go({});
    button.focus();
  };
}

function openCode() {
  const told = el("span", { role: "status" });
  const text = code(options);
  dialog(
    "code",
    say("explorer-code", state.lang),
    el("p", {}, say("explorer-code-hint", state.lang)),
    el("pre", { tabIndex: 0 }, text),
    el("p", {}, el("button", { type: "button", onclick: () => copy(text, told) }, say("explorer-copy", state.lang)), " ", told),
  );
}

/** Open a dialog with a head and a button that closes it; it gives the focus back where it came from. */
function dialog(id, head, ...inside) {
  const place = get(`${id}-dialog`);
  put(
    place,
    el(
      "div",
      { className: "head" },
      el("h2", { id: `${id}-head` }, head),
      el("button", { type: "button", onclick: () => place.close() }, say("explorer-close", state.lang)),
    ),
    inside,
  );
  place.onclick = ({ target }) => {
    if (target === place) place.close(); // beside it
  };
  if (!place.open) place.showModal();
  place.scrollTop = 0;
}

/** Open the window that is open in another way: a modal one prints its first page only. */
function reopen(way) {
  for (const place of document.querySelectorAll("dialog[open]")) {
    place.close();
    place[way]();
  }
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

/** Save a file named after the table, or after a cell of it. */
function save(content, suffix, cell = []) {
  const blob =
    content instanceof Blob ? content : new Blob([content], { type: `${{ csv: "text/csv", svg: "image/svg+xml" }[suffix]};charset=utf-8` });
  const name = [state.rows, "by", state.cols, ...(state.by ? ["and", state.by] : []), ...cell, state.lang]
    .join("-")
    .replace(/[^\p{L}\p{N}_-]+/gu, "-");
  const href = URL.createObjectURL(blob);
  el("a", { href, download: `${name}.${suffix}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
