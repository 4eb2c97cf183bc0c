"""The project's own files → a folder of pages for Sphinx; nothing is written twice.

README, data page, notebooks and the rest lie in the folder as they lie in the project, so their
links to each other hold. What has no file of its own (initiatives, codebook, gallery) is made from
the data. A link to a folder goes to the folder's page; one to another file of the project becomes
a download.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path, PurePosixPath
from posixpath import normpath

import codebook_page
import gallery_page
import initiatives_page
import notebook_page
from plain import escaped

import foip_analysis as foip
from foip_analysis.words.catalogue import FIRST, languages, say

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PAGES = {  # a file of the project → its page, without the suffix
    "README.md": "index",
    "README.ja.md": "index-ja",
    "data/README.md": "data/README",
    "data/rules.md": "data/rules",
    "data/reliability/README.md": "data/reliability",
    "benchmarks/README.md": "benchmarks/README",
    "benchmarks/engines.md": "benchmarks/engines",
    "CONTRIBUTING.md": "CONTRIBUTING",
    "CHANGELOG.md": "CHANGELOG",
    "REPRODUCING.md": "REPRODUCING",
    "docs/promises.md": "promises",
    "docs/calls.md": "calls",
    "docs/calls.ja.md": "calls-ja",
    "docs/accessibility.md": "accessibility",
    "docs/large.md": "docs/large",
}
STANDS_FOR = {
    "README.ja.md": "index-ja",
    "data": "data/README",
    "figures": "gallery-en",
    "figures/README.md": "gallery-en",
    "notebooks": "notebooks/index",
}
NAVIGATION = {  # page → the sentence that the bar at the top calls it by
    "data/README": "site-data",
    "initiatives-en": "site-initiatives",
    "codebook-en": "site-codebook",
    "notebooks/index": "site-notebooks",
    "gallery-en": "site-gallery",
    "reference": "site-reference",
    "index-ja": "site-japanese",
    "REPRODUCING": "site-reproducing",
    "promises": "site-promises",
    "accessibility": "site-accessibility",
    "benchmarks/README": "site-cost",
    "docs/large": "site-large",
    "CONTRIBUTING": "site-contributing",
    "CHANGELOG": "site-changelog",
}
LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^)\s:#]+)(#[^)\s]*)?\)")
PICTURE = re.compile(r"!\[[^\[\]]*\]\(([^)\s:#]+)\)")
NO_JAPANESE_README = "# 日本語\n\n[English](index.md)\n"


def gather(folder: Path) -> None:
    """Write every page into a folder; ``index`` names all the others."""
    folder.mkdir(parents=True)
    dataset = foip.load()
    made = _notebooks(folder)
    figures = ROOT / "figures"
    saving = notebook_page.saving(figures, sorted((ROOT / "notebooks").glob("*.ipynb")))
    for lang in languages():
        _write(folder, f"initiatives-{lang}", initiatives_page.page(dataset, lang))
        _write(folder, f"codebook-{lang}", codebook_page.page(dataset, lang))
        _write(folder, f"gallery-{lang}", gallery_page.page(figures, saving, lang))
    shutil.copyfile(HERE / "reference.rst", folder / "reference.rst")
    here = {file: page for file, page in PAGES.items() if (ROOT / file).is_file()}
    for file, page in here.items():
        text = (ROOT / file).read_text(encoding="utf-8")
        _write(folder, page, with_links(text, file, here, folder))
    _write(
        folder,
        "notebooks/index",
        "# Notebooks\n\nOne question each, with its answer.\n\n" + _tree(made, "notebooks/"),
    )
    if "index-ja" not in here.values():
        _write(folder, "index-ja", NO_JAPANESE_README)
    _append(
        folder,
        "index-ja",
        _tree(
            ["initiatives-ja", "codebook-ja", "gallery-ja", "calls-ja"],
            "",
            hidden="README.ja.md" in here,
        ),
    )
    below = [page for page in ("data/rules", "data/reliability") if page in here.values()]
    tree = _tree(below, "data/", hidden=True) if below else ""
    _append(folder, "data/README", "\n## Files\n\n" + _downloads() + tree)
    if "docs/large" in here.values():
        _append(folder, "docs/large", _tree(["/benchmarks/engines"], "", hidden=True))
    _append(
        folder,
        "index",
        _tree([page for page in NAVIGATION if any(folder.glob(f"{page}.*"))], "", hidden=True),
    )


def with_links(text: str, file: str, pages: dict[str, str], folder: Path) -> str:
    """Return a file's Markdown with links that hold on the site.

    Parameters
    ----------
    text, file
        The Markdown, and where it lies in the project.
    pages
        Files that are pages → their pages.
    folder
        Where the pages lie; pictures, and files that are linked to but are no page, are copied
        there.
    """
    start = PurePosixPath(file).parent
    up = "../" * pages.get(file, file).count("/")

    def link(found: re.Match) -> str:
        label, target, part = found[1], normpath((start / found[2]).as_posix()), found[3] or ""
        japanese = file.endswith(".ja.md")
        if page := pages.get(target) or STANDS_FOR.get(target):
            page = page.removesuffix("-en") + "-ja" if japanese and page.endswith("-en") else page
            return f"[{label}]({up}{page}.md{part})"
        if target.startswith("figures/"):  # made, so it may be missing; it lies beside the pages
            part = "#lang=ja" if japanese and target.endswith("explorer.html") else ""
            return (
                f'<a href="{up}{target}{part}">{label}</a>' if (ROOT / target).is_file() else label
            )
        if (ROOT / target).is_dir():
            return label
        if not target.startswith("notebooks/"):
            _copy(target, folder)
        return f"[{label}]({up}{target}{part})"

    for found in PICTURE.finditer(text):
        _copy(normpath((start / found[1]).as_posix()), folder)
    return LINK.sub(link, text)


def _copy(target: str, folder: Path) -> None:
    if (ROOT / target).is_file() and not target.startswith(".."):
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / target, folder / target)


def _notebooks(folder: Path) -> list[str]:
    """Write every notebook with its outputs as HTML; return their names."""
    names = []
    (folder / "notebooks").mkdir()
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        page, pictures = notebook_page.page(path, ROOT / "figures")
        (folder / "notebooks" / path.name).write_text(page, encoding="utf-8")
        for name, picture in pictures.items():
            (folder / "notebooks" / "pictures").mkdir(exist_ok=True)
            (folder / "notebooks" / "pictures" / name).write_bytes(picture)
        names.append(f"notebooks/{path.stem}")
    return names


def _downloads() -> str:
    paths = sorted([*ROOT.glob("data/*.csv"), *ROOT.glob("data/*.json")])
    return "".join(f'- <a href="{path.name}" download>{escaped(path.name)}</a>\n' for path in paths)


def _tree(pages: list[str], start: str, *, hidden: bool = False) -> str:
    listed = "\n".join(
        f"{say(NAVIGATION[page], FIRST)} <{page}>"
        if page in NAVIGATION
        else page.removeprefix(start)
        for page in pages
    )
    return f"\n```{{toctree}}\n:maxdepth: 1\n{':hidden:' if hidden else ''}\n\n{listed}\n```\n"


def _append(folder: Path, page: str, text: str) -> None:
    path = folder / f"{page}.md"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _write(folder: Path, page: str, text: str) -> None:
    path = folder / f"{page}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
