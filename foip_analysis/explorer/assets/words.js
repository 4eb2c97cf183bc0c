"use strict";
// The catalogue's sentences, as the library says them: a name, a language, and what stands in its places.

const data = JSON.parse(document.getElementById("data").textContent);
const LANGUAGES = Object.keys(data.words); // English first, which has every sentence

/**
 * Return a sentence of the catalogue in a language, its places filled; a number may decide its form.
 * What the language lacks is said in English, with the numbers and the plural of English.
 */
function say(name, lang, given = {}) {
  const spoken = Object.hasOwn(data.words[lang], name) ? lang : LANGUAGES[0];
  const filled = (parts) => (typeof parts === "string" ? parts : parts.map(part).join(""));
  const part = (one) => {
    if (typeof one === "string") return one;
    if (one.say) return say(one.say, spoken, given);
    const value = given[one.place];
    if (one.forms) return filled(one.forms[form(value, one, spoken)]);
    return typeof value === "number" ? value.toLocaleString(spoken) : value;
  };
  return filled(data.words[spoken][name]);
}

/** Return which form a value takes: its own, that of its number, or the usual one. */
function form(value, { forms, usual }, lang) {
  const keys = [`${value}`, ...(typeof value === "number" ? [new Intl.PluralRules(lang).select(value)] : [])];
  return keys.find((key) => Object.hasOwn(forms, key)) ?? usual;
}

/** Return words as a language lists them; "how" names other commas, such as "having". */
function listed(items, lang, how = "list") {
  if (items.length < 2) return items.join("");
  const first = items.slice(0, -1).join(say(`${how}-comma`, lang));
  return say(`${how}-last`, lang, { first, last: items.at(-1), count: items.length });
}

function joined(items, lang) {
  return items.join(say("list-comma", lang));
}

/** Return a label as it stands within a sentence: in English small, an abbreviation as it is. */
function within(label, lang) {
  const second = label.slice(1, 2);
  const stays = say("label-within", lang) !== "small" || second !== second.toLowerCase();
  return stays ? label : label.slice(0, 1).toLowerCase() + label.slice(1);
}

function inBrackets(text, lang) {
  return text && say("in-brackets", lang, { text });
}

/** Return a number with as many decimals as asked; halves go up, but for the dust of their computing. */
function rounded(number, places) {
  const scaled = Number((number * 10 ** places).toPrecision(12));
  const text = (Math.floor(scaled + 0.5) / 10 ** places).toFixed(places);
  return text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
}

/** Return a count, or a sum of fractions that is whole but for its last digits, without decimals. */
function plain(number, places = 1) {
  return Math.abs(number - Math.round(number)) < 1e-9 ? rounded(number, 0) : rounded(number, places);
}
