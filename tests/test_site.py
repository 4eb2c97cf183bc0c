"""The site is whole: every page, link, picture, figure and word of it, from a folder, without a
network.
"""

import doctest
import importlib
import json
import re
import subprocess
import sys
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from awkward import MARKUP
from browsing import browser, tab, violations  # noqa: F401
from conftest import make_dataset, needs_figures

import foip_analysis as foip
from foip_analysis.cli.gallery import SUFFIXES
from foip_analysis.dataset import codebook as book

ROOT = Path(__file__).parents[1]
MAKE = [sys.executable, str(ROOT / "docs" / "make_site.py")]
pytestmark = needs_figures
PLOTLY = "application/vnd.plotly.v1+json"
# what is wider than the screen and stands in no frame of its own that scrolls
STICKING_OUT = """(() => {
  const page = document.querySelector(".bd-article-container") || document.body;
  const framed = (node) => node != page && (getComputedStyle(node).overflowX != "visible" ||
    framed(node.parentElement));
  const wide = [...page.querySelectorAll("*")].filter((node) =>
    node.getBoundingClientRect().right > innerWidth + 1);
  return wide.filter((node) => !framed(node.parentElement)).map((node) =>
    node.outerHTML.slice(0, 80));
})()"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "made"
    made = subprocess.run([*MAKE, str(folder)], capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout + made.stderr) == (0, "")
    return folder


@pytest.fixture
def parts(monkeypatch):
    """Import a module of the folder ``docs``."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    return importlib.import_module


class Page(HTMLParser):
    """What a page holds: tags with their attributes, in order, and its text."""

    def __init__(self, path: Path):
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.text: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.ids = {attributes["id"] for _, attributes in self.tags if attributes.get("id")}

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    def all(self, tag: str, **wanted) -> list[dict]:
        return [
            a
            for t, a in self.tags
            if t == tag
            and all(value in (a.get(name) or "").split() for name, value in wanted.items())
        ]


@cache
def read(path: Path) -> Page:
    return Page(path)


def pages(site: Path) -> list[Path]:
    """Every page that Sphinx made; ``figures`` are the project's own."""
    made = [
        path
        for path in sorted(site.rglob("*.html"))
        if path.relative_to(site).parts[0] not in ("figures", "_static")
    ]
    assert len(made) > 50
    return made


def test_no_two_files_differ_by_case_alone(site):
    names = [str(path.relative_to(site)).casefold() for path in site.rglob("*")]
    assert len(names) == len(set(names))


def test_it_names_no_folder_of_the_machine(site):
    for path in site.rglob("*"):
        if path.suffix in (".html", ".js", ".css", ".inv", ".txt"):
            text = path.read_text(encoding="utf-8", errors="replace")
            assert str(ROOT) not in text, path
            assert str(site.parent) not in text, path


def test_every_link_picture_and_script_is_there(site):
    for path in pages(site):
        for tag, attributes in read(path).tags:
            for link in (attributes.get("href"), attributes.get("src")):
                if link is None:
                    continue
                at = urlsplit(link)
                if at.scheme in ("http", "https", "data"):
                    assert tag == "a" or at.scheme == "data", f"{path.name} loads {link}"
                    assert "github.com" not in at.netloc, f"{path.name} links to {link}"
                    continue
                target = (path.parent / unquote(at.path)).resolve() if at.path else path
                assert target.is_file(), f"{path.relative_to(site)} → {link}"
                assert target.is_relative_to(site.resolve()), link
                if (
                    at.fragment
                    and tag == "a"
                    and target.suffix == ".html"
                    and "figures" not in target.parts
                ):
                    assert unquote(at.fragment) in read(target).ids | {""}, (
                        f"{path.relative_to(site)} → {link}"
                    )


def test_every_page_of_the_project_is_reached_from_the_first(site):
    seen, ahead = set(), [site / "index.html"]
    while ahead:
        path = ahead.pop()
        if path not in seen and path.suffix == ".html":
            seen.add(path)
            links = [urlsplit(a.get("href") or "") for a in read(path).all("a")]
            ahead += [
                (path.parent / unquote(link.path)).resolve()
                for link in links
                if link.path and not link.scheme
            ]
    assert {path.resolve() for path in pages(site)} - {path.resolve() for path in seen} <= {
        (site / "search.html").resolve()
    }
    files = [
        "README.md",
        "README.ja.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "REPRODUCING.md",
        "docs/promises.md",
        "docs/calls.md",
        "docs/calls.ja.md",
        "docs/accessibility.md",
        "data/README.md",
        "data/rules.md",
        "benchmarks/README.md",
        "docs/large.md",
    ]
    for file in filter(lambda file: (ROOT / file).is_file(), files):
        title = (ROOT / file).read_text(encoding="utf-8").split("\n")[0].removeprefix("# ")
        assert any(title in "".join(read(path).text) for path in seen if path.suffix == ".html"), (
            file
        )


def test_the_reference_names_what_is_public_and_nothing_else(site):
    links = [
        urlsplit(a["href"]).path
        for a in read(site / "reference.html").all("a", **{"class": "reference"})
    ]
    listed = [Path(link).name for link in links if link.startswith("reference/")]
    names = {
        name: f"{name}-class.html" if name[0].isupper() else f"{name}.html"
        for name in [*foip.__all__, "style"]
    }
    missing = {name for name, file in names.items() if file not in listed}
    assert not missing, f"put these names into docs/reference.rst: {', '.join(sorted(missing))}"
    assert set(listed) == set(names.values())
    assert {path.name for path in (site / "reference").iterdir()} == set(names.values())
    for name, file in names.items():
        ids = read(site / "reference" / file).ids
        assert any(
            known.startswith("foip_analysis.") and known.split(".")[-1] in (name, "use")
            for known in ids
        ), name
    ids = read(site / "reference" / "Dataset-class.html").ids
    for name in vars(foip.Dataset):
        if not name.startswith("_") and name not in foip.Dataset.__dataclass_fields__:
            assert f"foip_analysis.Dataset.{name}" in ids, name


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_codebook_has_every_code_with_its_number(site, lang):
    dataset = foip.load()
    page = read(site / f"codebook-{lang}.html")
    words = [word.strip() for word in page.text if word.strip()]
    numbers, n = {}, 0
    for dimension in dataset.dimensions:
        start = words.index(dimension, n)
        for code, count in foip.count(dataset, dimension, lang=None)["initiatives"].items():
            n = words.index(code, start + 1)
            after = words[n : n + 12]
            assert str(count) in after, (dimension, code)
            assert book.labels(dataset.codebook, dimension, lang)[code] == after[1]
            numbers[dimension, code] = count
    assert len(numbers) == len(dataset.codebook) - len(dataset.dimensions)
    assert len(page.all("details")) == sum(count > 0 for count in numbers.values())


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_behind_each_code_stand_its_words_and_where_they_were_read(site, lang):
    dataset = foip.load()
    page = read(site / f"initiatives-{lang}.html")
    words = [word.strip() for word in page.text if word.strip()]
    names = dataset.initiatives["initiative_id"].tolist()
    starts = [words.index(name) for name in names]
    assert starts == sorted(starts)
    for name, start, end in zip(names, starts, [*starts[1:], len(words)], strict=True):
        shown = words[start:end]
        for row in dataset.codings[dataset.codings["initiative_id"] == name].to_dict("records"):
            at = shown.index(book.labels(dataset.codebook, row["dimension"], lang)[row["code"]])
            assert row["locator"] in shown[at:]
            assert not row["evidence"] or row["evidence"] in shown[at:]
        assert f"initiative-{name}" in page.ids
    assert len(page.all("span", **{"class": "locator"})) == len(dataset.codings)
    inferred = [word for word in words if word in ("inferred", "判断")]
    assert len(inferred) == (dataset.codings["basis"] == "inferred").sum()


def test_a_label_is_shown_as_it_is(parts, tmp_path):
    from markdown_it import MarkdownIt

    dataset = make_dataset(tmp_path, {"1": {"tool": "A"}}, {"tool": "A B"})
    codes = dataset.codebook.assign(
        label_en=MARKUP,
        label_ja=MARKUP,
        definition_en=MARKUP,
        include=MARKUP,
        colour="red;x:url(//y)",
    )
    named = foip.Dataset(
        dataset.initiatives.assign(name_en=MARKUP), dataset.codings, codes, dataset.units
    )
    (tmp_path / "x-en.json").write_text(
        json.dumps({"title": MARKUP, "alt": MARKUP, "subtitle": MARKUP}), encoding="utf-8"
    )
    for text in (
        parts("codebook_page").page(named, "en"),
        parts("codebook_page").page(named, "ja"),
        parts("initiatives_page").page(named, "ja"),
        parts("gallery_page").page(tmp_path, {"x-en": ""}, "en"),
    ):
        html = tmp_path / "page.html"
        html.write_text(MarkdownIt("commonmark").render(text), encoding="utf-8")
        page = Page(html)
        assert MARKUP in "".join(page.text)
        assert not page.all("script")
        assert "url(" not in text
        assert not [a for a in page.all("a") if a.get("href") == "d"]


def test_a_figure_cannot_close_its_script(parts):
    drawn = parts("notebook_page").plotly_div(
        {"data": [], "layout": {"title": {"text": "</script><b>"}}}, "name", first=True
    )
    assert drawn.count("</script>") == drawn.count("<script")
    assert "<b>" not in drawn
    assert "src=" in drawn
    assert "src=" not in parts("notebook_page").plotly_div(
        {"data": [], "layout": {}}, "name", first=False
    )


def test_notebooks_are_shown_with_what_they_stored(site):
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        stored = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
        page = read(site / "notebooks" / f"{path.stem}.html")
        folded = page.all("details", **{"class": "above-input"})
        hidden = [cell for cell in cells if cell["metadata"].get("jupyter")]
        assert len(folded) == len(hidden) > 0, "the code of the answer, and of others to skip"
        live = sum(PLOTLY in data for data in stored)
        assert len(page.all("div", **{"class": "plotly-graph-div"})) == live
        assert len([a for a in page.all("script") if "plotly" in (a.get("src") or "")]) == (
            live > 0
        ), "plotly.js is loaded once, where needed"
        pictures = page.all("img", **{"class": "chart"})
        assert len(pictures) == sum("image/png" in data and PLOTLY not in data for data in stored)
        assert all(picture["alt"] for picture in pictures)
        assert (site / "notebooks" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_gallery_has_every_figure_with_its_files(site, lang):
    page = read(site / f"gallery-{lang}.html")
    files = sorted((ROOT / "figures").glob(f"*-{lang}.json"))
    assert files
    shown = {picture["src"]: picture["alt"] for picture in page.all("img")}
    offered = {a["href"] for a in page.all("a") if "download" in a}
    for file in files:
        assert (
            shown[f"figures/{file.stem}.png"] == json.loads(file.read_text(encoding="utf-8"))["alt"]
        )
        assert {f"figures/{file.stem}.{suffix}" for suffix in SUFFIXES} <= offered
    leads = {a.get("href") for a in page.all("a")}
    assert {"figures/foip-en.pptx", "figures/foip-ja.pptx"} <= offered
    assert {"figures/explorer.html", "figures/explorer.html#lang=ja"} <= leads
    saving = {f"notebooks/{path.stem}.html" for path in (ROOT / "notebooks").glob("*.ipynb")}
    figures = page.all("figure", **{"class": "chart"})
    linked = [a for a in page.all("a") if a.get("href") in saving and "class" not in a]
    assert len(linked) == len(figures) == len(files)


def test_japanese_pages_say_so(site):
    japanese = {path.name for path in pages(site) if read(path).all("html")[0]["lang"] == "ja"}
    assert japanese == {
        "index-ja.html",
        "calls-ja.html",
        "initiatives-ja.html",
        "codebook-ja.html",
        "gallery-ja.html",
    }
    for name in japanese:
        page = read(site / name)
        bar = [text.strip() for text in page.text]
        assert {"データ", "取組", "コードブック", "検索", "データを調べる"} <= set(bar)
        assert not {
            "Data",
            "Initiatives",
            "Codebook",
            "More",
            "Search",
            "On this page",
            "Explorer",
        } & set(bar)
        leads = {a.get("href") for a in page.all("a")}
        assert {"codebook-ja.html", "gallery-ja.html", "figures/explorer.html#lang=ja"} <= leads | {
            name
        }


def test_english_pages_speak_no_japanese_around_what_they_show(site):
    for name in ("index.html", "gallery-en.html", "search.html"):
        bar = {text.strip() for text in read(site / name).text}
        assert {"Data", "Search", "Explorer"} <= bar, name
        assert not {"検索", "データを調べる", "このページの内容"} & bar, name


def test_links_of_a_readme_hold_on_the_site(parts, tmp_path):
    gather = parts("gather")
    text = (
        "[a](data/README.md#columns) [b](notebooks) [`docs/`](docs) [c](LICENSE) "
        "[d](https://example.org)"
    )
    text += " ![e](figures/tool-families-by-region-en.png)"
    held = gather.with_links(text, "README.md", {"data/README.md": "data/README"}, tmp_path)
    assert (
        held.split(" ![e]")[0]
        == "[a](data/README.md#columns) [b](notebooks/index.md) `docs/` [c](LICENSE) "
        "[d](https://example.org)"
    )
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [
        "LICENSE",
        "tool-families-by-region-en.png",
    ]
    assert gather.with_links("[a](../figures/nothing.html)", "data/README.md", {}, tmp_path) == "a"


def test_links_of_a_japanese_page_lead_to_japanese_pages(parts, tmp_path):
    text = "[a](figures/README.md) [b](figures/explorer.html) [c](data/README.md)"
    held = parts("gather").with_links(
        text, "README.ja.md", {"data/README.md": "data/README"}, tmp_path
    )
    assert (
        held
        == '[a](gallery-ja.md) <a href="figures/explorer.html#lang=ja">b</a> [c](data/README.md)'
    )


@pytest.mark.parametrize(("name", "lang"), [("index", "en"), ("index-ja", "ja")])
def test_a_front_page_tells_machines_of_the_data(site, name, lang):
    (told,) = (
        json.loads(text)
        for text in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>',
            (site / f"{name}.html").read_text(encoding="utf-8"),
        )
    )
    dataset = foip.load()
    titles = {"en": dataset.title} | dataset.title_in
    assert (told["@context"], told["@type"]) == ("https://schema.org/", "Dataset")
    assert (told["name"], told["version"]) == (titles[lang], dataset.version)
    assert len(told["description"]) >= 50  # as search engines ask
    assert len(told["distribution"]) == 4
    for file in told["distribution"]:
        held = (site / file["contentUrl"]).read_bytes()
        assert (sha256(held).hexdigest(), f"{len(held)} B") == (file["sha256"], file["contentSize"])


def test_no_other_page_claims_to_be_the_data(site):
    claim = "application/ld+json"
    claiming = [path.name for path in pages(site) if claim in path.read_text(encoding="utf-8")]
    assert sorted(claiming) == ["index-ja.html", "index.html"]


def test_a_folder_that_is_no_site_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    made = subprocess.run([*MAKE, str(tmp_path)], capture_output=True, text=True)
    assert made.returncode == 1
    assert "holds files that are no site" in made.stderr
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "dear"


@pytest.mark.parametrize(
    "name",
    ["plain", "notebook_page", "japanese_pages", "japanese_search", "linked_data", "signatures"],
)
def test_the_examples_give_what_they_show(parts, name):
    failed, tried = doctest.testmod(parts(name))
    assert tried
    assert not failed


def test_every_page_opens_from_its_folder_and_fits(site, tab):  # noqa: F811
    for path in pages(site):
        tab.goto(path.as_uri())
        for width, height in ((1280, 800), (390, 844)):
            tab.set_viewport_size({"width": width, "height": height})
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, (
                f"{path.relative_to(site)} at {width}"
            )
            assert tab.evaluate(STICKING_OUT) == [], f"{path.relative_to(site)} at {width}"
        live = len(read(path).all("div", **{"class": "plotly-graph-div"}))
        if live:
            tab.wait_for_function(
                "n => [...document.querySelectorAll('.js-plotly-plot')].filter(d => "
                "d.querySelector('path')).length == n",
                arg=live,
            )
        broken = tab.evaluate(
            "[...document.images].filter(i => i.loading != 'lazy' && "
            "!i.naturalWidth).map(i => i.src)"
        )
        assert broken == [], path


FOUND = {
    "osa": "codebook-en",
    "警備艇": "index-ja",
    "豪企業": "initiatives-ja",
    "資金": "codebook-ja",
    "cross_tab": "reference/cross_tab",
    "銀河": "",
}


@pytest.mark.parametrize(("words", "page"), FOUND.items())
def test_the_search_finds(site, tab, words, page):  # noqa: F811
    tab.goto(f"{(site / 'search.html').as_uri()}?q={words}")
    tab.wait_for_function(
        "/finished|not match/.test(document.querySelector('#search-results').innerText)"
    )
    found = tab.evaluate(
        "[...document.querySelectorAll('#search-results li a')].map(a => "
        "a.getAttribute('href').split('#')[0])"
    )
    assert f"{page}.html" in found if page else found == []


def test_colours_follow_the_package(site, tab):  # noqa: F811
    from foip_analysis.charts.style import THEMES

    for theme in ("light", "dark"):
        tab.emulate_media(color_scheme=theme)
        tab.goto((site / "index.html").as_uri())
        strong, paper = (
            tuple(int(THEMES[theme][part][n : n + 2], 16) for n in (1, 3, 5))
            for part in ("strong", "paper")
        )
        assert (
            tab.evaluate("getComputedStyle(document.querySelector('.bd-article a')).color")
            == f"rgb{strong}"
        )
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == f"rgb{paper}"


@pytest.mark.parametrize("name", ["index", "codebook-ja"])
def test_axe_finds_nothing_against_a_page(site, tab, name):  # noqa: F811
    tab.goto((site / f"{name}.html").as_uri())
    assert violations(tab) == []
