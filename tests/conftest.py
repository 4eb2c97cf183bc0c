"""Small datasets that can be counted by hand, and the shipped one."""

import gc
import os
import sys
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

import foip_analysis as foip
from foip_analysis.files import figures as saving
from foip_analysis.files.figures import PICTURES, RESOLUTION

settings.register_profile(
    "same every time", derandomize=True, database=None, deadline=None, max_examples=30
)
settings.load_profile("same every time")

ROOT = Path(__file__).parents[1]
needs_figures = pytest.mark.skipif(
    not (ROOT / "figures").is_dir(), reason="a source archive has no figures (make figures)"
)

# Those that take longest; begun first, so that no worker is left with one at the end.
LONGEST = (
    "test_explorer.py",
    "test_charts.py",
    "test_labels.py",
    "test_site.py",
    "test_comparisons.py",
    "test_slides.py",
    "test_maps.py",
    "test_lab.py",
    "test_exploring.py",
    "test_style.py",
    "test_scan.py",
    "test_plot_flows.py",
    "test_build.py",
    "test_deck.py",
    "test_interactive.py",
)


# Pictures are saved by the dozen, and few tests look at their pixels: those ask for full_size.
SMALL = 0.2
for pixels in (PICTURES["png"], PICTURES["4k.png"]):
    pixels["dpi"] *= SMALL


@pytest.fixture
def full_size(monkeypatch):
    """Save pictures as large as users get them."""
    for suffix, times in (("png", 1), ("4k.png", 2)):
        monkeypatch.setitem(PICTURES[suffix], "dpi", times * RESOLUTION)


@pytest.fixture
def no_pictures(monkeypatch):
    """Save a word in place of each picture, which takes long to draw: for tests that see none."""
    monkeypatch.setattr(saving, "picture_of", lambda _, suffix: suffix.encode())


def pytest_xdist_auto_num_workers() -> int:
    """One more than cores: some tests wait for a browser, a kernel or LibreOffice."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files and end with the doctests, which are many and short."""
    place = {name: n for n, name in enumerate(LONGEST)}
    tests = Path(__file__).parent
    items.sort(
        key=lambda item: place.get(item.path.name, len(place) + (tests not in item.path.parents))
    )


def pytest_collection_finish() -> None:
    """Leave what was imported out of the search for garbage, which else is a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


# Eight initiatives with tools A B C in regions N S E; 5 has no tool, 6 no region.
TOY8 = {
    "1": {"tool": "A B", "region": "N S"},
    "2": {"tool": "A", "region": "N"},
    "3": {"tool": "B C", "region": "S"},
    "4": {"tool": "A C", "region": "N E"},
    "5": {"region": "N"},
    "6": {"tool": "C"},
    "7": {"tool": "A B C", "region": "E"},
    "8": {"tool": "B", "region": "N S E"},
}
# Four initiatives whose places have a parent; 1 has two places of Europe, 3 three of Asia.
TOYH = {
    "1": {"tool": "A", "place": "FR DE"},
    "2": {"tool": "A B", "place": "FR JP"},
    "3": {"tool": "B", "place": "JP KR CN"},
    "4": {"tool": "A", "place": "DE"},
}


def make_frames(
    codings: dict, codebook: dict, initiatives: dict | None = None
) -> dict[str, pd.DataFrame]:
    """Return a dataset's four frames from ``{initiative: {dimension: "codes"}}`` and ``{dimension:
    "codes"}``.

    ``A?`` in codings is an inferred A; ``FR<Europe`` in the codebook is an FR whose parent is
    Europe. ``initiatives`` are further columns, ``{name: values}``.
    """
    decisions = [
        (
            i,
            dimension,
            code.rstrip("?"),
            f"text.{i}",
            f"word {i}",
            "inferred" if code.endswith("?") else "stated",
        )
        for i, dimensions in codings.items()
        for dimension, codes in dimensions.items()
        for code in codes.split()
    ]
    codes = [
        (dimension, *code.partition("<")[::2])
        for dimension, codes in codebook.items()
        for code in codes.split()
    ]
    return {
        "initiatives": pd.DataFrame(
            {
                "initiative_id": list(codings),
                "name_en": [f"Initiative {i}" for i in codings],
                **(initiatives or {}),
            }
        ),
        "codings": pd.DataFrame(
            decisions,
            columns=["initiative_id", "dimension", "code", "locator", "evidence", "basis"],
            dtype=object,
        ),
        "codebook": pd.DataFrame(
            [(d, c, f"{d} {c}", p) for d, c, p in codes],
            columns=["dimension", "code", "label_en", "parent"],
        ),
        "units": pd.DataFrame({"locator": [f"text.{i}" for i in codings]}),
    }


def make_dataset(
    tmp_path, codings: dict, codebook: dict, initiatives: dict | None = None
) -> foip.Dataset:
    """Write the four files of ``make_frames`` to a folder and load it."""
    return load_frames(tmp_path, make_frames(codings, codebook, initiatives))


def load_frames(folder: Path, frames: dict[str, pd.DataFrame]) -> foip.Dataset:
    """Write the four files of a dataset to a folder and load it."""
    for name, frame in frames.items():
        frame.to_csv(folder / f"{name}.csv", index=False)
    return foip.load(folder)


def in_turn(cases: Iterable[str]) -> list[tuple[str, str]]:
    """Return each case with a language, English and Japanese in turn: where measuring takes long,
    and several cases are of one kind.
    """
    return [(case, ("en", "ja")[number % 2]) for number, case in enumerate(cases)]


def exact(table: pd.DataFrame | pd.Series) -> dict[str, str]:
    """Return each row as text, its numbers as fractions: ``{"A": "3/2 1/4 7/12"}``."""

    def fraction(number: float) -> str:
        found = Fraction(float(number)).limit_denominator(1000)
        assert abs(float(found) - number) < 1e-12, f"{number} is not {found}"
        return str(found)

    return {
        row: " ".join(map(fraction, cells))
        for row, cells in zip(table.index, pd.DataFrame(table).to_numpy(), strict=True)
    }


def named(sentence: str, parts: list[str]) -> list[str]:
    """Return those parts of a sentence that it has, in the order in which they are given: each is
    looked for behind the one before.
    """
    found, at = [], 0
    for part in parts:
        if (place := sentence.find(part, at)) >= 0:
            found.append(part)
            at = place + len(part)
    return found


@pytest.fixture
def toy8(tmp_path) -> foip.Dataset:
    return make_dataset(
        tmp_path,
        TOY8,
        {"tool": "A B C", "region": "N S E"},
        {"weight": [1.0, 2.0, 0.5, 1.5, 1.0, 1.0, 2.0, 1.0]},
    )


@pytest.fixture
def toyh(tmp_path) -> foip.Dataset:
    codebook = {
        "tool": "A B",
        "region": "Europe Asia",
        "place": "FR<Europe DE<Europe JP<Asia KR<Asia CN<Asia",
    }
    return make_dataset(tmp_path, TOYH, codebook)


@pytest.fixture(scope="session")
def shipped() -> foip.Dataset:
    return foip.load()


@pytest.fixture
def grid(tmp_path):
    """A function from cells and labels to a dataset: so many initiatives with that tool in that
    region, one code each.

    ``grid([[2, 0]], ["A"], ["N", "S"])``: two initiatives with tool A in region N, and one without
    codes. The codes are r0, r1 … and c0, c1 …; the labels are the same in both languages.
    """

    def make(cells: list[list[int]], rows: list[str], columns: list[str]) -> foip.Dataset:
        places = [
            (r, c)
            for r, row in enumerate(cells)
            for c, number in enumerate(row)
            for _ in range(number)
        ]
        codings = {"none": {}} | {
            f"i{n}": {"tool": f"r{r}", "region": f"c{c}"} for n, (r, c) in enumerate(places)
        }
        codes = {
            "tool": " ".join(f"r{n}" for n in range(len(rows))),
            "region": " ".join(f"c{n}" for n in range(len(columns))),
        }
        frames = make_frames(codings, codes)
        frames["units"] = frames["units"].iloc[1:] if places else frames["units"]
        frames["codebook"]["label_en"] = frames["codebook"]["label_ja"] = [*rows, *columns]
        return load_frames(tmp_path, frames)

    return make


@pytest.fixture(autouse=True)
def usual_look():
    """Every test starts with the usual look of charts."""
    yield
    if style := sys.modules.get("foip_analysis.charts.style"):
        style.use()
