"use strict";
// The state of the page ↔ its address, the part after #. What an address asks for in vain is told, not swallowed.

const NAMES = data.dimensions.map((dimension) => dimension.name);
const CHOICES = {
  rows: NAMES,
  cols: NAMES,
  by: ["", ...NAMES],
  count: ["initiatives", "fractional"],
  share: ["", "row", "column", "table"],
  of: ["initiatives", "pairs"],
  order: ["codebook", "size"],
  chart: ["rows", "columns", "cells", "heatmap"],
  lang: LANGUAGES,
};
const FLAGS = ["margins", "none", "present", "stated"];
const CELL = ["row", "col", "layer"];
const HOME = {
  ...data.opens,
  by: "",
  count: "initiatives",
  share: "",
  of: "initiatives",
  order: "size",
  chart: "rows",
  margins: false,
  none: false,
  present: true,
  stated: false,
  lang: LANGUAGES.find((lang) => navigator.language.startsWith(lang)) ?? LANGUAGES[0],
};

/** Return the state that an address asks for, and in sentences what it asks for in vain. */
function read(address) {
  const found = { ...HOME, where: [], cell: null };
  const faults = [];
  const asked = [...new URLSearchParams(address.replace(/^#/, ""))];
  const filters = new Map();
  const cell = {};
  const lang = asked.findLast(([key, value]) => key === "lang" && CHOICES.lang.includes(value))?.[1] ?? HOME.lang;
  const vain = (key, value, allowed) =>
    faults.push(say("explorer-unknown-value", lang, { key, value, allowed: allowed.join(", "), close: closest(value, allowed, lang) }));
  for (const [key, value] of asked) {
    const [part, name] = [key.split(".", 1)[0], key.slice(key.indexOf(".") + 1)];
    if (Object.hasOwn(CHOICES, key)) CHOICES[key].includes(value) ? (found[key] = value) : vain(key, value, CHOICES[key].filter(Boolean));
    else if (FLAGS.includes(key)) ["1", "0"].includes(value) ? (found[key] = value === "1") : vain(key, value, ["1", "0"]);
    else if (part === "where" && key !== part && NAMES.includes(name)) {
      const allowed = filterCodes(find(data, name));
      allowed.includes(value) ? filters.set(name, [...(filters.get(name) ?? []), value]) : vain(key, value, allowed);
    } else if (part === "where") vain("where", name, NAMES);
    else if (part === "cell" && CELL.includes(name)) cell[name] = value;
    else {
      const known = [...Object.keys(CHOICES), ...FLAGS, "where.DIMENSION", ...CELL.map((side) => `cell.${side}`)];
      faults.push(say("explorer-unknown-key", lang, { key, allowed: known.join(", "), close: closest(key, known, lang) }));
    }
  }
  for (const { name, codes } of data.dimensions) {
    // in the codebook's order, whatever the address's
    const given = filters.get(name);
    const order = [...codes.map((known) => known.code), "none"];
    if (given) found.where.push([name, [...new Set(given)].sort((a, b) => order.indexOf(a) - order.indexOf(b))]);
  }
  if (found.of === "pairs" && found.count === "fractional") ((found.of = "initiatives"), faults.push(say("explorer-refused", lang)));
  if (found.stated && !data.basis) ((found.stated = false), faults.push(say("explorer-no-basis", lang)));
  if (Object.keys(cell).length) found.cell = cell;
  return { state: found, faults };
}

/** Return the address of a state: what differs from how the page opens, and always the language. */
function address(of) {
  const asked = new URLSearchParams();
  for (const key of [...Object.keys(CHOICES), ...FLAGS])
    if (of[key] !== HOME[key] || ["rows", "cols", "lang"].includes(key)) asked.append(key, typeof of[key] === "boolean" ? Number(of[key]) : of[key]);
  for (const [name, codes] of of.where) for (const code of codes) asked.append(`where.${name}`, code);
  for (const [side, code] of Object.entries(of.cell ?? {})) asked.append(`cell.${side}`, code);
  return `#${asked}`;
}

function closest(word, allowed, lang) {
  const near = allowed.map((known) => [distance(word.toLowerCase(), known.toLowerCase()), known]).sort((a, b) => a[0] - b[0])[0];
  return near && near[0] <= Math.max(1, near[1].length / 2) ? say("explorer-close-match", lang, { value: near[1] }) : "";
}

/** Return how many letters must be put in, left out or changed to make one word of another. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

function filterCodes(dimension) {
  return [...new Set([...dimension.codes.map((known) => known.code), "none"])];
}
