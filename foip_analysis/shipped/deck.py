"""What a user chose, or a whole dataset, → a PowerPoint deck."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from os import PathLike
from pathlib import Path

import pandas as pd

from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.loading import load
from foip_analysis.shipped.speaker import ASKED
from foip_analysis.shipped.story import slides_of
from foip_analysis.slides.deck import Item, write_deck
from foip_analysis.slides.template import template_stage
from foip_analysis.tables.grid import ENOUGH
from foip_analysis.words.catalogue import check_language, languages


@guided
def save_deck(
    items: Sequence[Item] | Dataset,
    path: str | PathLike[str],
    *,
    title: str | None = None,
    subtitle: str | None = None,
    lang: str = "en",
    template: str | PathLike[str] | None = None,
) -> Path:
    """Save tables and figures, or a whole dataset, as a PowerPoint deck; return the path.

    Each table and figure has a slide; what is longer goes on over further ones. A dataset is told
    as the deck in ``figures/`` tells it: trust, findings, method, close.

    Parameters
    ----------
    items
        In any order: tables from ``count`` or ``cross_tab``; figures from ``plot`` and ``plot_…``;
        ``(kind, table)``, ``(kind, table, title)`` or ``(kind, table, title, notes)`` with the kind
        ``"auto"``, ``"bars"``, ``"shares"`` (bars of one length), ``"heat map"`` or ``"table"``;
        ``("text", paragraphs, title)``, where words between two ``**`` are bold. Any DataFrame can
        be a ``"table"``, one with a few columns of numbers ``"bars"`` or ``"shares"``. Or the
        shipped dataset, or one with its dimensions and codes.
    path
        Ends in ``.pptx``. A file of this name is replaced, a missing folder is made.
    title, subtitle
        Of an opening slide; without a title there is none. Each line of the subtitle is a
        paragraph. A dataset's deck opens with its own.
    lang
        Language of the words that come from no table, such as ``"ja"``.
    template
        An organisation's own ``.pptx`` or ``.potx``: its size, layouts, fonts and colours are
        taken, its slides are not.

    Raises
    ------
    ValueError
        If a table is too wide for a slide, an item is none of these, the dataset lacks a dimension,
        a code or the basis that its deck asks for or has too few initiatives, or the template
        cannot be used; nothing is written then.
    ImportError
        If python-pptx is not installed.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> dataset = foip.load()
    >>> table = foip.cross_tab(dataset, "tool", "region", margins=True)
    >>> items = [foip.count(dataset, "priority"), table]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(foip.save_deck(items, f"{folder}/mine.pptx", title="Tools and regions").name)
    ...     print(foip.save_deck(dataset, f"{folder}/foip-en.pptx").name)
    mine.pptx
    foip-en.pptx
    """
    check_language(lang)
    if isinstance(items, Dataset):
        if title or subtitle:
            raise ValueError(
                "A dataset's deck has an opening of its own. Leave title= and subtitle= out, or "
                "pass the tables and figures that you choose as a list."
            )
        asked = dict.fromkeys(name for codes in ASKED.values() for name in codes)
        if lacking := [name for name in asked if name not in items.dimensions]:
            raise ValueError(
                f"The codebook has no dimension {', '.join(lacking)}, of which a dataset's deck "
                "tells. Pass tables and figures as a list instead: [foip.count(dataset, '…'), …]."
            )
        with nullcontext() if template is None else template_stage(template).dressed():
            slides = slides_of(items, lang)  # the map is drawn in the template's look
        if any(isinstance(each.thing, pd.DataFrame) and each.thing.empty for each in slides):
            raise ValueError(
                f"These {items.total} initiatives are too few for a dataset's deck, which asks "
                f"for a region with {ENOUGH} of them, and for one on the security of the Pacific. "
                "Pass tables and figures as a list instead, such as [foip.count(dataset, 'tool')]."
            )
        items = slides
    return write_deck(items, path, title=title, subtitle=subtitle, lang=lang, template=template)


def write_decks(
    folder: str | PathLike[str], *, template: str | PathLike[str] | None = None
) -> list[Path]:
    """Write each language's deck, such as ``foip-en.pptx``, into a folder; return the paths."""
    dataset = load()
    folder = Path(folder)
    return [
        save_deck(dataset, folder / f"foip-{lang}.pptx", lang=lang, template=template)
        for lang in languages()
    ]
