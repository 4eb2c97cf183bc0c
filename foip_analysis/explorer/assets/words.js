"use strict";
// The sentences of the catalogue: the page says them as Python does, from the same parts.

const data = JSON.parse(document.getElementById("data").textContent);
const LANGUAGES = Object.keys(data.words);
const [FIRST] = LANGUAGES; // has every sentence: another language, those that differ

/** Return a sentence in a language, its places filled; in the first language where it has none. */
function say(name, lang, places = {}) {
  const own = Object.hasOwn(data.words[lang], name) ? lang : FIRST;
  return filled(data.words[own][name], own, places);
}

/** Return the text of a sentence's parts; a number is written as its language does, and may decide the form. */
function filled(parts, lang, places) {
  if (typeof parts === "string") return parts;
  const told = ({ place, forms, usual, say: other }) => {
    if (other) return say(other, lang, places);
    const value = places[place];
    if (value === undefined) throw new Error(`A sentence lacks ${place}.`);
    const number = typeof value === "number";
    if (!forms) return number ? value.toLocaleString([lang, FIRST]) : value;
    const keys = [`${value}`, number && new Intl.PluralRules([lang, FIRST]).select(value)];
    return filled(forms[keys.find((key) => Object.hasOwn(forms, key)) ?? usual], lang, places);
  };
  return parts.map((part) => (typeof part === "string" ? part : told(part))).join("");
}

/** Return words as a language lists them; `how` names other commas. */
function listed(items, lang, how = "list") {
  if (items.length < 2) return items.join("");
  const first = items.slice(0, -1).join(say(`${how}-comma`, lang));
  return say(`${how}-last`, lang, { first, last: items.at(-1) });
}

/** Return words with a language's comma between them. */
function joined(items, lang) {
  return items.join(say("list-comma", lang));
}

/** Return a label as it stands within a sentence: in English small, an abbreviation as it is. */
function within(text, lang) {
  const second = text.slice(1, 2);
  if (say("label-within", lang) !== "small" || second !== second.toLowerCase()) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Return a text in a language's brackets; nothing for nothing. */
function inBrackets(text, lang) {
  return text && say("in-brackets", lang, { text });
}
