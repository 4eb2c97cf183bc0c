"""The README shows what runs, in both languages: its examples are doctests, its commands, names
and links exist. So do the paths that any page for developers names.
"""

import doctest
import re
from pathlib import Path

import pytest

import foip_analysis as foip

ROOT = Path(__file__).parents[1]
PAGES = {"en": ROOT / "README.md", "ja": ROOT / "README.ja.md"}
TEXT = {lang: path.read_text(encoding="utf-8") for lang, path in PAGES.items()}
FOLDERS = (ROOT, *(ROOT / name for name in ("data", "docs", "figures", "benchmarks")))
WRITTEN = [  # pages that tell how it is now
    page for folder in FOLDERS for page in sorted(folder.glob("*.md")) if page.stem != "CHANGELOG"
]
SEARCHED = ("foip_analysis", "tests", "data", "docs", "notebooks", "benchmarks")
SUFFIXES = {
    *(".py", ".js", ".css", ".html", ".md", ".rst", ".ftl"),
    *(".csv", ".json", ".toml", ".lock", ".ipynb"),
}
PLACEHOLDER = re.compile(r"\b(?:NAME|FOLDER|NN|xx)\b|^\.venv/|^site/")  # or what make makes
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


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_path_exists(page):
    """A path from the root, from the page or in the package; a file by its bare name anywhere."""
    prose = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    named = {path for path in re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", prose) if is_path(path)}
    if not (ROOT / "figures").is_dir():  # a source archive has none
        named = {path for path in named if not path.startswith("figures/")}
    assert [path for path in sorted(named) if not exists(path, page.parent)] == []


def is_path(code: str) -> bool:
    return not PLACEHOLDER.search(code) and ("/" in code or Path(code).suffix in SUFFIXES)


def exists(path: str, beside: Path) -> bool:
    if any((folder / path).exists() for folder in (ROOT, beside, ROOT / "foip_analysis")):
        return True
    return "/" not in path and any(any((ROOT / f).rglob(path)) for f in SEARCHED)


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
