"""The README shows what runs, in both languages: its examples are doctests, its rows of data,
commands, names and links exist. So do the paths that any page for developers names.
"""

import doctest
import json
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

import foip_analysis as foip
from foip_analysis.dataset.naming import code_meant
from foip_analysis.slides.office import EMPTY

ROOT = Path(__file__).parents[1]
PAGES = {"en": ROOT / "README.md", "ja": ROOT / "README.ja.md"}
CALLS = {"en": ROOT / "docs" / "calls.md", "ja": ROOT / "docs" / "calls.ja.md"}
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


def test_the_examples_give_what_they_show(tmp_path, monkeypatch):
    """The English ones; the Japanese page has the same, as another test sees."""
    monkeypatch.chdir(tmp_path)  # what they save goes there
    shutil.copyfile(EMPTY, "ours.pptx")
    Path("plan.txt").write_text("1. Ports\n- Build a port\n- Train coast guards\n", "utf-8")
    for name in ("anna.xlsx", "ben.xlsx"):
        foip.save_workbook(foip.load().where(region="africa"), [], name)
    Path("codings").mkdir()
    foip.load().codings.to_parquet("codings/part.parquet")
    shutil.copyfile(ROOT / "data" / "codebook.csv", "codebook.csv")
    failed, tried = doctest.testfile(str(PAGES["en"]), module_relative=False)
    assert tried > 10
    assert failed == 0


@both
def test_its_rows_of_data_are_the_data(lang):
    dataset = foip.load()
    rows = [row.strip("| ").split(" | ") for row in re.findall(r"^\|.*$", TEXT[lang], re.M)[2:]]
    assert len(rows) == 3
    for name, *codes, words in rows:
        found = dataset.initiatives.set_index(f"name_{lang}").loc[name, "initiative_id"]
        codings = dataset.codings[dataset.codings["initiative_id"] == found]
        told = re.split("[,、] ?", words)
        for dimension, label in zip(("priority", "tool", "place"), codes, strict=True):
            code = code_meant(dataset.codebook, dimension, label)
            own = codings[(codings["dimension"] == dimension) & (codings["code"] == code)]
            assert own["evidence"].isin(told).any(), (name, dimension)
        assert {*told} <= {*codings["evidence"]}


@both
def test_what_is_installed_is_there_to_install(lang):
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = re.search(r"pip install \"\.\[([\w,]+)\]\"", TEXT[lang])
    assert {*asked[1].split(",")} < {*extras["optional-dependencies"]}


def test_what_binder_and_codespaces_run_is_there():
    """Each file that their commands name, and each target of make."""
    made = ROOT / "binder" / "postBuild"
    assert made.stat().st_mode & 0o111, "repo2docker runs it"
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    commands = made.read_text("utf-8").replace("\n", " ") + " " + container["postCreateCommand"]
    named = {word for word in shlex.split(commands) if word.endswith((".lock", ".txt", ".toml"))}
    assert named == {"requirements.lock"}
    assert all((ROOT / name).is_file() for name in named)
    assert "make .venv/ready" in commands
    assert re.search(r"^\$\(READY\):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    python = (ROOT / "binder" / "runtime.txt").read_text("utf-8").strip()
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert any(f":: {python.removeprefix('python-')}" in line for line in needed["classifiers"])


@both
def test_every_make_target_exists(lang):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    asked = set(re.findall(r"(?:^|`)make ([a-z]+)\b", TEXT[lang], re.M))
    assert asked >= {"figures", "test", "lab"}
    assert asked <= targets


@pytest.mark.parametrize("page", [*PAGES.values(), *CALLS.values()], ids=lambda page: page.name)
def test_every_link_exists(page):
    drawn = (ROOT / "figures").is_dir()  # a source archive has none
    for link in re.findall(r"\]\(([^)#:]+)(?:#[\w-]+)?\)", page.read_text(encoding="utf-8")):
        if drawn or not link.startswith("figures/"):
            assert (page.parent / link).exists(), link


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
def test_it_calls_what_is_public_and_the_page_of_calls_names_all_of_it(lang):
    page = CALLS[lang].read_text(encoding="utf-8")
    prose = re.sub(r"```.*?```", "", page, flags=re.S)
    named = {
        name
        for code in re.findall(r"`([^`]+)`", prose)
        for name in re.findall(r"^(?:foip\.)?(\w+)(?=\(|$)", code)
    }
    called = set(re.findall(r"foip\.(\w+)\(", TEXT[lang] + page))
    assert called <= {*foip.__all__}
    assert named >= {*foip.__all__} - {"Dataset", "DataError"}
    assert {name for name in named if re.match("plot_|explore_|save_|write_", name)} <= {
        *foip.__all__
    }


@pytest.mark.parametrize("pages", [PAGES, CALLS], ids=["README", "calls"])
def test_the_japanese_page_is_in_step(pages):
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
            link.replace("-ja.", "-en.").replace(".ja.md", ".md")
            for link in re.findall(r"\]\(([^)]+)\)", text)[1:]  # the first is to the other page
        ]

    def shape(text):
        return [
            re.match(r"#+|\||```", line).group()
            for line in text.split("\n")
            if re.match(r"#|\||```", line)
        ]

    en, ja = (pages[lang].read_text(encoding="utf-8") for lang in ("en", "ja"))
    for part in (blocks, calls, links, shape):
        assert part(ja) == part(en), part.__name__
