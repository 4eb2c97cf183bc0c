"""The README shows what runs, in both languages: its examples are doctests, its commands, names
and links exist.
"""

import doctest
import re
from pathlib import Path

import pytest

import foip_analysis as foip

ROOT = Path(__file__).parents[1]
PAGES = {"en": ROOT / "README.md", "ja": ROOT / "README.ja.md"}
TEXT = {lang: path.read_text(encoding="utf-8") for lang, path in PAGES.items()}
both = pytest.mark.parametrize("lang", PAGES)


@both
def test_the_examples_give_what_they_show(lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # what they save goes there
    failed, tried = doctest.testfile(str(PAGES[lang]), module_relative=False)
    assert tried > 10
    assert failed == 0


@both
def test_every_make_target_exists(lang):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    asked = set(re.findall(r"(?:^|`)make ([a-z]+)\b", TEXT[lang], re.M))
    assert asked >= {"figures", "test", "lab"}
    assert asked <= targets


@both
def test_every_link_exists(lang):
    drawn = (ROOT / "figures").is_dir()  # a source archive has none
    for link in re.findall(r"\]\(([^)#:]+)\)", TEXT[lang]):
        if drawn or not link.startswith("figures/"):
            assert (ROOT / link).exists(), link


@both
def test_it_names_every_public_name_and_no_other(lang):
    prose = re.sub(r"```.*?```", "", TEXT[lang], flags=re.S)
    named = {
        name
        for code in re.findall(r"`([^`]+)`", prose)
        for name in re.findall(r"^(?:foip\.)?(\w+)(?=\(|$)", code)
    }
    called = set(re.findall(r"foip\.(\w+)\(", TEXT[lang]))
    assert called <= {*foip.__all__}
    assert named | called >= {*foip.__all__}
    assert {name for name in named if re.match("plot_|explore_|save_|write_", name)} <= {
        *foip.__all__
    }


def test_the_japanese_page_is_in_step():
    """The same headings, code, calls and links in the same order; only comments, words and the
    pictures' language differ.
    """

    def blocks(text):
        code = "\n".join(re.findall(r"```\w+\n(.*?)```", text, re.S))
        return [re.sub(r"\s*#.*", "", line) for line in code.split("\n")]

    def calls(text):
        return [
            code
            for code in re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
            if code.isascii()
        ]

    def links(text):
        return [
            link.replace("-ja.", "-en.")
            for link in re.findall(r"\]\(([^)]+)\)", text)
            if not link.startswith("README")
        ]

    def shape(text):
        return [
            re.match(r"#+|\||```", line).group()
            for line in text.split("\n")
            if re.match(r"#|\||```", line)
        ]

    for part in (blocks, calls, links, shape):
        assert part(TEXT["ja"]) == part(TEXT["en"]), part.__name__
