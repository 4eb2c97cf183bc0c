"use strict";
// The page: a control writes the address, the address is read, and the page follows. In a notebook the
// address is not shown: what is chosen is told to the notebook, and what is set there arrives here.

let state;
let options;
let table;
let cells = []; // what each button of the table stands for
let ticks = new Map(); // the box of each dimension and code to filter by: ids made of names can be alike
const get = (id) => document.getElementById(id);

/** Return an element with its properties and children; a child that is a text stays one. */
function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("aria")) made.setAttribute(`aria-${name.slice(4).toLowerCase()}`, value);
    else made[name] = value;
  }
  return put(made, children);
}

/** Fill an element with children, at any depth of lists; one by one, for a call takes no 125,000 arguments. */
function put(place, ...children) {
  place.replaceChildren();
  for (const child of children.flat(Infinity)) place.append(child);
  return place;
}

/** Change the state, by way of the address. */
function go(change) {
  const next = address({ ...state, cell: null, ...change });
  if (!data.hosted) return void (location.hash = next);
  follow(read(next));
  parent.postMessage(toPython(state), "*");
}

/** Return the state as Python names it, and one of Python's as the page does. */
function toPython({ cols, where, cell, by, share, ...same }) {
  const codes = cell && CELL.flatMap((side) => cell[side] ?? []);
  return { ...same, columns: cols, by: by || null, share: share || null, filters: Object.fromEntries(where), cell: codes };
}

function fromPython({ columns, filters, cell, by, share, ...same }) {
  const sides = cell && Object.fromEntries(cell.map((code, n) => [CELL[n], code]));
  return { ...same, cols: columns, by: by ?? "", share: share ?? "", where: Object.entries(filters), cell: sides };
}

/** Show what is asked for, and what is asked for in vain; what fails is told, and nothing is shown. */
function follow(asked) {
  const before = state;
  state = asked.state;
  const bare = (of) => of && JSON.stringify({ ...of, cell: null, chart: null });
  const spot = (of) => JSON.stringify(of?.cell ?? null);
  try {
    if (before?.lang !== state.lang) dress();
    options = { ...state, columns: state.cols, codes: state.present ? "present" : "all" };
    const anew = !table || bare(before) !== bare(state) || asked.faults.length;
    if (anew) {
      withdraw(); // nothing old stands under new choices, whatever becomes of the new
      const held = fillControls();
      table = crossTab(data, options);
      showTable();
      if (held) (get("chips").querySelector("button") ?? get("box")).focus(); // what had the focus is gone
    }
    const at = state.cell ? cells.findIndex(({ cell }) => CELL.every((side, n) => (Object.values(cell)[n]?.code ?? "") === (state.cell[side] ?? ""))) : -1;
    if (state.cell && at < 0) {
      asked.faults.push(say("explorer-unknown-cell", state.lang, { cell: Object.values(state.cell).join(", ") }));
      state.cell = options.cell = null;
    }
    if (at < 0) shut();
    else if (anew || spot(before) !== spot(state)) openCell(cells[at]);
    showChart();
    if (at >= 0 && spot(before) !== spot(state)) reveal();
  } catch (error) {
    withdraw();
    shut();
    asked.faults.push(why("explorer-failed", error));
  }
  put(
    get("faults"),
    asked.faults.map((fault) => el("p", {}, fault)),
  );
}

/** Take away the table, its words and its chart, and what would save them. */
function withdraw() {
  table = null;
  cells = [];
  for (const id of ["finding", "subtitle", "note", "box", "table-code", "drawn", "chart-code", "status"]) put(get(id));
  for (const button of document.querySelectorAll("#csv, #png, #svg")) button.disabled = true;
  get("chart").hidden = true;
}

/** Take the list away. */
function shut() {
  get("behind").hidden = true;
  put(get("behind"));
  mark(null);
}

/** Return why something failed, in a sentence: a size that is too large, or the browser's own reason. */
function why(name, error) {
  const { lang } = state;
  if (error instanceof TooLarge) {
    const sizes = error.sizes.map((size) => size.toLocaleString(lang)).join(" × ");
    return say("explorer-too-large", lang, { sizes, number: error.number, most: data.room.cells });
  }
  return say(name, lang, { error: error.message });
}

/** Put the page's own words into the language. */
function dress() {
  const { lang } = state;
  const title = data.title[lang] || say("explorer-untitled", lang);
  document.documentElement.lang = lang;
  document.documentElement.dataset.breaking = say("line-breaking", lang);
  document.title = `${say("explorer-page", lang)} – ${title}`;
  get("name").textContent = title;
  const version = data.version && say("explorer-version", lang, { version: data.version });
  const [initiatives, codings] = [data.initiatives.length, data.codings.length].map(String);
  const about = [say("explorer-about", lang, { initiatives, codings, version }), ...(data.hosted ? [] : [say("explorer-about-file", lang)])];
  get("about").textContent = about.join(say("sentence-between", lang));
  get("skip").textContent = say("explorer-skip", lang);
  for (const button of get("languages").children) button.setAttribute("aria-pressed", button.lang === lang);
  makeControls();
  const [told, saved] = [el("span", { role: "status" }), el("span", { role: "status" })];
  put(
    get("actions"),
    action("csv", () => save(csv(options, table), "csv", told)),
    data.hosted ? [] : action("link", () => copy(location.href, told, "explorer-link-copied")),
    told,
  );
  put(get("chart-head"), choice("chart", wordsOf("chart"), { cell: true }));
  put(
    get("chart-actions"),
    action("png", async () => save(await asPng(options, table), "png", saved)),
    action("svg", () => save(asSvg(options, table), "svg", saved)),
    saved,
  );
  put(
    get("foot"),
    [data.short[lang], data.source[lang], data.coded[lang]].filter(Boolean).map((text) => el("p", {}, text)),
  );
}

/** Tell how the table is used, and that it goes on sideways where it does; its edge then cuts no column. */
function tellKeys() {
  const box = get("box");
  box.style.maxWidth = "";
  const sideways = box.scrollWidth > box.clientWidth + 1;
  box.classList.toggle("sideways", sideways);
  if (sideways) {
    const [left, room] = [box.getBoundingClientRect().left, box.clientWidth];
    const edges = [...box.querySelectorAll("thead tr:last-child th")].map((head) => head.getBoundingClientRect().right - left + box.scrollLeft + 4);
    const whole = highest(edges.filter((edge) => edge <= room), 0);
    if (whole > room / 2) box.style.maxWidth = `${whole}px`;
    box.style.setProperty("--heads", `${box.querySelector("th").offsetWidth + 4}px`);
  }
  const told = [say("explorer-keys", state.lang), sideways && say("explorer-sideways", state.lang)];
  get("keys").textContent = told.filter(Boolean).join(say("sentence-between", state.lang));
}

function action(key, act) {
  return el("button", { type: "button", id: key, onclick: () => trying(act) }, say(`explorer-${key}`, state.lang));
}

/** Do what a button does; what fails is told, and the table, which is right, stays. */
async function trying(act) {
  try {
    await act();
  } catch (error) {
    put(get("faults"), el("p", {}, why("explorer-not-made", error)));
  }
}

/** Return a list to choose a setting from; what keeps the table keeps the cell too. */
function choice(key, choices, { cell = false } = {}) {
  const change = ({ target }) =>
    go({ [key]: target.value, ...(target.value === "fractional" && { of: "initiatives" }), ...(cell && { cell: state.cell }) });
  return el(
    "label",
    { className: "choice" },
    say(`explorer-${key === "cols" ? "columns" : key}`, state.lang),
    el(
      "select",
      { id: `set-${key}`, onchange: change },
      choices.map(([value, text]) => el("option", { value }, text)),
    ),
  );
}

function wordsOf(key) {
  return CHOICES[key].map((each) => [each, say(`explorer-${key}-${each || "none"}`, state.lang)]);
}

/** Make the controls in the page's language. */
function makeControls() {
  const { lang } = state;
  const dimensions = data.dimensions.map(({ name, label: own }) => [name, own[lang]]);
  const box = (id, change) => el("input", { type: "checkbox", id, onchange: ({ target }) => go(change(target.checked)) });
  const tick = (id, text, change) => el("label", { className: "tick" }, box(id, change), text);
  put(
    get("controls"),
    el(
      "div",
      { className: "choices" },
      choice("rows", dimensions),
      choice("cols", dimensions),
      choice("by", [["", say("explorer-by-none", lang)], ...dimensions]),
      choice("share", wordsOf("share")),
      tick("set-stated", say("explorer-stated", lang), (on) => ({ stated: on })),
    ),
    el(
      "details",
      { id: "more" },
      el("summary", {}, say("explorer-more", lang)),
      el(
        "div",
        { className: "choices" },
        ["count", "of", "order"].map((key) => choice(key, wordsOf(key))),
      ),
      el(
        "div",
        { className: "ticks" },
        tick("set-absent", say("explorer-absent", lang), (on) => ({ present: !on })),
        ["margins", "none"].map((flag) => tick(`set-${flag}`, say(`explorer-${flag}`, lang), (on) => ({ [flag]: on }))),
      ),
    ),
    theFilters(box),
  );
  get("set-stated").disabled = !data.basis;
}

/** Return the filters: a box a code, the largest codes first, and a place to search them. */
function theFilters(box) {
  const { lang } = state;
  ticks = new Map();
  const ofDimension = (dimension) => {
    const number = (own) => select(data, { where: [[dimension.name, [own]]] }).length;
    const sized = filterCodes(dimension).map((own) => [own, number(own)]);
    sized.sort(([one, a], [other, b]) => (one === "none") - (other === "none") || b - a);
    return el(
      "details",
      { id: `filter-${dimension.name}` },
      el("summary", {}, dimension.label[lang], el("span", { className: "number" })),
      sized.map(([own, size]) => {
        const made = box(`where-${dimension.name}-${own}`, (on) => ({ where: filtered(dimension.name, own, on) }));
        ticks.set(`${dimension.name}\n${own}`, made);
        return el("label", { className: size ? "tick" : "tick absent" }, made, el("span", {}, codeLabel(dimension.name, own, lang), el("small", {}, ` ${size}`)));
      }),
    );
  };
  return el(
    "details",
    { id: "filters" },
    el("summary", {}, say("explorer-filter", lang), el("span", { className: "number" })),
    el("p", { className: "hint" }, say("explorer-filter-hint", lang)),
    el(
      "div",
      { className: "choices" },
      el("label", { className: "choice" }, say("explorer-seek", lang), el("input", { type: "search", id: "seek", oninput: seek })),
    ),
    el("p", { id: "sought", className: "hint", role: "status" }),
    el("div", { className: "filters" }, data.dimensions.map(ofDimension)),
  );
}

/** Show the filters whose label, in any language, or code has what is searched for. */
function seek() {
  const flat = (text) => text.normalize("NFKC").toLowerCase();
  const wanted = flat(get("seek").value.trim());
  let number = 0;
  for (const dimension of data.dimensions) {
    const place = get(`filter-${dimension.name}`);
    let [some, ticked] = [0, 0];
    for (const own of filterCodes(dimension)) {
      const made = ticks.get(`${dimension.name}\n${own}`);
      const texts = [own, ...LANGUAGES.map((lang) => codeLabel(dimension.name, own, lang))];
      const hit = texts.some((text) => flat(text).includes(wanted));
      made.parentNode.hidden = !hit;
      ticked += made.checked;
      if (hit && (state.present ? !made.parentNode.matches(".absent") : true)) some += 1;
    }
    place.hidden = !some;
    place.open = Boolean(wanted ? some : ticked);
    number += some;
  }
  get("sought").textContent = wanted ? say("explorer-sought", state.lang, { number }) : "";
}

/** Return the filters with a code of a dimension ticked or not. */
function filtered(name, code, on) {
  const where = new Map(state.where);
  const codes = (where.get(name) ?? []).filter((known) => known !== code);
  where.set(name, on ? [...codes, code] : codes);
  return [...where].filter(([, left]) => left.length);
}

/** Let the controls and the list of filters show the state; return whether the list had the focus. */
function fillControls() {
  const { lang } = state;
  const where = new Map(state.where);
  const chips = get("chips");
  const held = chips.contains(document.activeElement);
  for (const key of Object.keys(CHOICES)) if (key !== "lang") get(`set-${key}`).value = state[key];
  for (const flag of FLAGS) if (flag !== "present") get(`set-${flag}`).checked = state[flag];
  get("set-absent").checked = !state.present;
  get("filters").classList.toggle("all", !state.present);
  get("set-of").disabled = !state.share || state.count === "fractional";
  for (const dimension of data.dimensions) {
    const ticked = where.get(dimension.name) ?? [];
    const place = get(`filter-${dimension.name}`);
    for (const own of filterCodes(dimension)) ticks.get(`${dimension.name}\n${own}`).checked = ticked.includes(own);
    place.querySelector(".number").textContent = ticked.length ? say("explorer-ticked", lang, { number: ticked.length }) : "";
    if (ticked.length && !held) place.open = true;
  }
  const chosen = state.where.reduce((sum, [, codes]) => sum + codes.length, 0);
  get("filters").querySelector(".number").textContent = chosen ? say("explorer-ticked", lang, { number: chosen }) : "";
  const chip = (text, told, change) =>
    el(
      "li",
      {},
      el("button", { type: "button", ariaLabel: told, onclick: () => go(change()) }, text, el("span", { ariaHidden: "true" }, " ×")),
    );
  put(
    chips,
    state.where.flatMap(([name, codes]) =>
      codes.map((own) => {
        const text = say("selection", lang, { dimension: find(data, name).label[lang], codes: codeLabel(name, own, lang) });
        return chip(text, say("explorer-remove", lang, { text }), () => ({ where: filtered(name, own, false) }));
      }),
    ),
  );
  if (state.where.length) chips.append(chip(say("explorer-remove-all", lang), say("explorer-remove-all", lang), () => ({ where: [] })));
  return held;
}

put(
  get("languages"),
  LANGUAGES.map((lang) => el("button", { type: "button", lang, onclick: () => go({ lang, cell: state.cell }) }, say("language-own", lang))),
);
get("skip").onclick = () => (cells[0]?.button ?? get("box")).focus();
get("box").onkeydown = move;
get("box").addEventListener("focusin", ({ target }) => {
  if (target.tagName === "BUTTON") cells.forEach(({ button }) => (button.tabIndex = button === target ? 0 : -1));
});
get("controls").onsubmit = (event) => event.preventDefault();
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && event.target.type !== "search") closeList();
});
let wide = innerWidth;
addEventListener("resize", () => {
  fitList();
  if (innerWidth === wide || !table) return;
  wide = innerWidth;
  trying(showChart);
});
addEventListener("scroll", fitList, { passive: true });
if (data.hosted) {
  addEventListener("message", ({ source, data: set }) => source === parent && follow({ state: fromPython(set), faults: [] }));
  parent.postMessage(null, "*"); // ready to be told
} else {
  addEventListener("hashchange", () => follow(read(location.hash)));
  follow(read(location.hash));
}
