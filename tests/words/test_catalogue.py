"""The catalogues: whole, alike in every language, used, and read by the page as by Python."""

import ast
import itertools
import re
from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

import foip_analysis
from foip_analysis.words import catalogue

PACKAGE = Path(foip_analysis.__file__).parent
SITE = Path(__file__).parents[2] / "docs"
LANGUAGES = catalogue.languages()
PLURALS = {"zero", "one", "two", "few", "many", "other"}
NUMBERS = (0, 1, 2, 1234)


def entries(lang):
    text = (catalogue.FOLDER / f"{lang}.ftl").read_text(encoding="utf-8")
    return FluentParser().parse(text).body


def sentences(lang):
    """Return the sentences of a language's own: name → pattern."""
    return {e.id.name: e.value for e in entries(lang) if isinstance(e, fluent.Message)}


def inside(part, kind):
    """Return what is of a kind in a sentence, at any depth."""
    found = [part] if isinstance(part, kind) else []
    for inner in vars(part).values():
        for each in inner if isinstance(inner, list) else [inner]:
            found += inside(each, kind) if isinstance(each, fluent.BaseNode) else []
    return found


def places(pattern):
    return {place.id.name for place in inside(pattern, fluent.VariableReference)}


def given():
    """Return what each sentence can be of: its English places, and those that its comment names."""
    messages = [e for e in entries(catalogue.FIRST) if isinstance(e, fluent.Message)]
    told = {e.id.name: e.comment.content if e.comment else "" for e in messages}
    return {
        e.id.name: places(e.value) | set(re.findall(r"\$([a-z-]+)", told[e.id.name]))
        for e in messages
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_is_a_sentence_that_stands_once(lang):
    found = entries(lang)
    assert [entry.content for entry in found if isinstance(entry, fluent.Junk)] == []
    names = [entry.id.name for entry in found if isinstance(entry, fluent.Message)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_adds_no_sentence_and_no_place_to_the_english(lang):
    english = given()
    added = {
        name: places(pattern) - english[name] if name in english else "the sentence"
        for name, pattern in sentences(lang).items()
    }
    assert {name: more for name, more in added.items() if more} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sentence_names_only_sentences_that_there_are(lang):
    named = [inside(pattern, fluent.MessageReference) for pattern in sentences(lang).values()]
    assert {n.id.name for n in itertools.chain(*named)} <= sentences(lang).keys()


def test_every_sentence_is_said_somewhere():
    whole, made = set(), set()
    for path in [*PACKAGE.rglob("*.py"), *SITE.glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                made.add(
                    tuple(p.value if isinstance(p, ast.Constant) else None for p in node.values)
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole |= {node.value, re.sub("[ _]", "-", node.value.lower())}
    for path in PACKAGE.rglob("*.js"):
        script = path.read_text(encoding="utf-8")
        whole |= set(re.findall(r"""["'`]([a-z0-9-]+)["'`]""", script))
        for text in re.findall(r"`([^`\n]*\$\{[^`\n]*)`", script):
            pieces = re.split(r"(\$\{[^}]*\})", text)
            made.add(tuple(None if piece.startswith("${") else piece for piece in pieces))
    notebooks = (SITE.parent / "notebooks").glob("*.ipynb")  # whose questions the gallery tells
    whole |= {path.stem.lstrip("0123456789-") for path in notebooks}
    english = sentences(catalogue.FIRST)
    whole |= {n.id.name for p in english.values() for n in inside(p, fluent.MessageReference)}
    unsaid = english.keys() - whole
    assert sorted(name for name in unsaid if not any(puts(p, name, whole) for p in made)) == []


def puts(parts, name, texts):
    """Whether a text of such parts can be a name, what is put in (None) being texts of the code."""
    if not parts:
        return not name
    if parts[0] is not None:
        return name.startswith(parts[0]) and puts(parts[1:], name[len(parts[0]) :], texts)
    ends = (n for n in range(len(name) + 1) if not n or name[:n] in texts)
    return any(puts(parts[1:], name[n:], texts) for n in ends)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_python_says(lang):
    compiled = catalogue.compiled(lang)
    assert compiled.keys() == sentences(lang).keys()
    for name, pattern in sentences(lang).items():
        for given in samples(pattern):
            assert evaluated(compiled[name], given, compiled, lang) == catalogue.say(
                name, lang, **given
            ), (name, given)


def samples(pattern):
    """Return values for a sentence's places: every form of those that decide, together; what is
    only put in, each kind of it, the places out of step.
    """
    kinds = ["<{}>", 1234, "so long " * 500]
    decide = {}
    for choice in inside(pattern, fluent.SelectExpression):
        keys = [catalogue._key(form.key) for form in choice.variants]
        counted = set(keys) <= PLURALS or any(key.isdecimal() for key in keys)
        decide[choice.selector.id.name] = NUMBERS if counted else [*keys, "no form of it"]
    put_in = [name for name in places(pattern) if name not in decide]
    for turn in range(len(kinds)):
        for chosen in itertools.product(*decide.values()):
            shown = {
                name: kind.format(name) if isinstance(kind, str) else kind
                for n, name in enumerate(put_in)
                for kind in [kinds[(turn + n) % len(kinds)]]
            }
            yield shown | dict(zip(decide, chosen, strict=True))


def evaluated(parts, given, compiled, lang):
    """Say a compiled sentence as the page's script has to."""
    if isinstance(parts, str):
        return parts
    return "".join(evaluated_part(part, given, compiled, lang) for part in parts)


def evaluated_part(part, given, compiled, lang):
    if isinstance(part, str):
        return part
    if "say" in part:
        return evaluated(compiled[part["say"]], given, compiled, lang)
    value = given[part["place"]]
    if "forms" not in part:
        return f"{value:,}" if isinstance(value, int) else value
    key = str(value)
    if key not in part["forms"] and isinstance(value, int):
        key = Locale.parse(lang).plural_form(value)
    return evaluated(part["forms"].get(key, part["forms"][part["usual"]]), given, compiled, lang)


def test_what_a_language_does_not_say_is_told_in_english(tmp_path, monkeypatch):
    (tmp_path / "en.ftl").write_text("one = One { $thing }\ntwo = Two\n")
    (tmp_path / "xx.ftl").write_text("two = Zwei\n")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    assert catalogue.say("one", "xx", thing="a") == catalogue.say("one", None, thing="a") == "One a"
    assert catalogue.say("two", "xx") == catalogue.compiled("xx")["two"] == "Zwei"
    assert "one" not in catalogue.compiled("xx")


def test_a_place_left_open_and_an_unknown_sentence_are_refused(tmp_path, monkeypatch):
    (tmp_path / "en.ftl").write_text("one = One { $thing }\n")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="one"):
        catalogue.say("one", "en")
    with pytest.raises(KeyError):
        catalogue.say("two", "en")
