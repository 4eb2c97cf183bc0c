"""Tables and figures → an editable PowerPoint deck.

A count becomes PowerPoint's own bar chart, a cross-tab whose columns divide the initiatives stacked
bars, any other cross-tab a shaded table; a figure is a picture. Every slide says its finding in the
title, what is counted under it and the source at the foot; its notes say how to read it, its base,
the call that makes it again and the initiatives behind its largest marks. The file is written whole
or not at all, and the same items give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import bar_grid, part_colours
from foip_analysis.charts.style import EDGE, SIZE
from foip_analysis.files.figures import description, words_of
from foip_analysis.files.whole import write_whole
from foip_analysis.slides import office
from foip_analysis.slides.charts import add_bars
from foip_analysis.slides.notes import set_notes, write_notes
from foip_analysis.slides.office import HIGH, TEXT_WIDTH, WIDE
from foip_analysis.slides.tables import Area, add_heat_map, add_table
from foip_analysis.tables import findings
from foip_analysis.tables import gaps as contrasts
from foip_analysis.tables.about import about
from foip_analysis.words.catalogue import check_language, did_you_mean, say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Kind = Literal["auto", "bars", "heat map", "table", "text"]
DRAW = {"bars": add_bars, "heat map": add_heat_map, "table": add_table}

Item: TypeAlias = "pd.DataFrame | Figure | tuple[object, ...]"
RESOLUTION = 200  # dots an inch of a picture
LEAST = 0.85  # a picture shrunk more than this has text that is too small
TOP, BOTTOM = 0.35, 0.3  # inches above the title and under the foot
LOOSE, GAP = (
    1.25,
    0.6,
)  # from baseline to baseline in a text, and between its paragraphs, in font sizes
INDENT = 0.3  # inches of a paragraph with a bullet


def save_deck(
    items: Sequence[Item],
    path: str | PathLike[str],
    *,
    title: str | None = None,
    subtitle: str | None = None,
    lang: str = "en",
) -> Path:
    """Save tables and figures as a PowerPoint deck, a slide each; return the path.

    Parameters
    ----------
    items
        In any order: tables from ``count`` or ``cross_tab``; figures from ``plot`` and ``plot_…``;
        ``(kind, table)`` or ``(kind, table, title)`` with the kind ``"auto"``, ``"bars"``,
        ``"heat map"`` or ``"table"`` (any DataFrame); ``("text", paragraphs, title)``, where words
        between two ``**`` are bold.
    path
        Ends in ``.pptx``. A file of this name is replaced, a missing folder is made.
    title, subtitle
        Of an opening slide; without a title there is none. Each line of the subtitle is a
        paragraph.
    lang
        Language of the words that come from no table, such as ``"ja"``.

    Raises
    ------
    ValueError
        If a table is too large for a slide, or an item is none of these; nothing is written then.
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
    mine.pptx
    """
    check_language(lang)
    path = Path(path)
    if path.suffix != ".pptx":
        raise ValueError(
            f"'{path.name}' does not end in .pptx. A deck is a PowerPoint file: give it a "
            "name such as 'deck.pptx'."
        )
    if isinstance(items, pd.DataFrame) or not isinstance(items, Sequence):
        raise ValueError(
            f"items is one {type(items).__name__}. Put what you want to show into a list: "
            "[table, figure]."
        )
    if not items and title is None:
        raise ValueError("There is nothing to show: pass tables or figures, or a title.")
    deck = office.new_deck(title or "", lang)
    with style.applied():
        if title is not None:
            _opening(deck, title, subtitle or "", lang)
        for number, item in enumerate(items, start=1):
            try:
                _add(deck, item, lang)
            except ValueError as error:
                raise ValueError(f"Item {number}: {error}") from error
        return write_whole(path, office.as_bytes(deck))


def _add(deck: Any, item: Any, lang: str) -> None:
    """Add the slide of one item."""
    given = item if isinstance(item, tuple) and 2 <= len(item) <= 4 else ("auto", item)
    kind, thing, title, notes = (*given, None, None)[:4]
    if kind not in ("auto", *DRAW, "text"):
        closest = did_you_mean(str(kind), ["auto", *DRAW, "text"])
        raise ValueError(
            f"The kind is '{kind}'. It is 'auto', 'bars', 'heat map', 'table' or 'text'.{closest}"
        )
    if kind == "text":
        return _text(deck, thing, title, notes, lang)
    if kind == "auto" and hasattr(thing, "foip"):
        return _picture(deck, thing, title)
    if not isinstance(thing, pd.DataFrame):
        hint = (
            " that was not made by a plot_… function of foip_analysis"
            if hasattr(thing, "savefig")
            else ""
        )
        allowed = "a table, a figure, (kind, table) or ('text', paragraphs, title)"
        raise ValueError(f"This is a {type(thing).__name__}{hint}. A slide shows {allowed}.")
    kind = _kind(thing) if kind == "auto" else kind
    return _native(deck, thing, kind, _title(thing) if title is None else title)


def _kind(table: pd.DataFrame) -> str:
    """Return what a table is shown as where nothing else is asked for."""
    if about(table).kind not in ("count", "cross_tab"):
        return "table"
    grid, kind = bar_grid(table, "auto")
    if kind == "panels":
        return "heat map"
    try:
        if kind == "stacked":
            part_colours(grid)
    except ValueError:  # a code without a colour
        return "heat map"
    return "bars"


def _tells(table: pd.DataFrame) -> bool:
    """Whether a table says a finding of its own."""
    return about(table).finding is not None or about(table).kind in (
        "count",
        "cross_tab",
        "layers",
        *contrasts.KINDS,
    )


def _title(table: pd.DataFrame) -> str:
    if _tells(table):
        return findings.finding(table)
    if about(table).kind == "members":
        return about(table).note.removesuffix(say("sentence-stop", about(table).lang).strip())
    raise ValueError(
        "This table has no finding of its own. Give its slide a title: ('table', table, 'title')."
    )


def _native(deck: Any, table: pd.DataFrame, kind: str, title: str) -> None:
    itself = about(table)
    lang = itself.lang
    what = findings.subtitle(table) if _tells(table) else itself.selection
    slide, area = _sheet(deck, title, what, _foot(table), lang)
    shape = DRAW[kind](slide, table, area)
    if _tells(table):
        told = findings.alternative(table, title)
    else:
        told = say("slide-alternative", lang, title=title, note=itself.note).strip()
    office.describe(shape, told)
    shape.name = title[:60]
    office.read_last(slide)
    write_notes(slide, table, kind, lang)


def _picture(deck: Any, figure: Figure, title: str | None) -> None:
    words = words_of(figure)
    told = description(figure)
    lang, title = told["language"], title or words["title"]
    slide, (_, top, _, height) = _sheet(deck, title, words["subtitle"], words["foot"], lang)
    image, wide, high = _without_words(figure)
    shrunk = min(1.0, height / high)
    if shrunk < LEAST:
        tall = figure.get_size_inches()[1]
        raise ValueError(
            f"The figure is {tall:.1f} in high; on a slide its text would be too small. "
            "Make its table with top= or codes=."
        )
    left = (WIDE - wide * shrunk) / 2
    picture = slide.shapes.add_picture(
        BytesIO(image), *map(office.emu, (left, top, wide * shrunk, high * shrunk))
    )
    office.describe(picture, told["alt"])
    picture.name = title[:60]
    office.read_last(slide)
    if "tables" in words:
        calls = say("slide-call", lang, call="\n".join(told["calls"]))
        set_notes(slide, "\n".join([told["note"], told["source"], calls]), lang)
    else:
        call = told["calls"][-1]
        write_notes(slide, words["table"], "picture", lang, call=call)


def _without_words(figure: Figure) -> tuple[bytes, float, float]:
    """Return a figure as a PNG without the title, subtitle and foot that the slide has, and its
    size in inches.
    """
    from matplotlib.transforms import Bbox

    (wide, tall), words = figure.get_size_inches(), words_of(figure)
    inches = figure.dpi_scale_trans.inverted()
    parts = {
        "title": (words["title"], SIZE["title"] - 4, SIZE["title"]),
        "subtitle": (words["subtitle"], SIZE["subtitle"], SIZE["subtitle"]),
        "foot": (words["foot"], SIZE["foot"], SIZE["foot"]),
    }
    lines = {
        part: [
            text
            for text in figure.texts
            if least <= float(text.get_fontsize()) <= most
            and _bare(text.get_text()) in _bare(whole)
        ]
        for part, (whole, least, most) in parts.items()
    }
    boxes = {
        part: [text.get_window_extent().transformed(inches) for text in found]
        for part, found in lines.items()
    }
    top = min((box.y0 for box in boxes["title"] + boxes["subtitle"]), default=tall) - 0.25
    bottom = max((box.y1 for box in boxes["foot"]), default=0) + 0.15
    file, hidden = BytesIO(), [text for found in lines.values() for text in found]
    try:
        for text in hidden:
            text.set_visible(False)
        box = Bbox([[0, bottom], [wide, top]])
        figure.savefig(
            file,
            dpi=RESOLUTION,
            format="png",
            bbox_inches=box,
            pad_inches=0,
            metadata={"Software": None},
        )
    finally:
        for text in hidden:
            text.set_visible(True)
    return file.getvalue(), box.width, box.height


def _text(
    deck: Any, paragraphs: Sequence[str], title: str | None, notes: str | None, lang: str
) -> None:
    if title is None or isinstance(paragraphs, str) or not len(paragraphs):
        raise ValueError("A slide of text is ('text', [paragraph, …], title).")
    slide = office.add_slide(deck, office.TEXT, say("slide-number", lang))
    top = _put_title(slide, title, lang) + 0.3
    room = HIGH - top - 0.7
    needs = {
        size: sum(
            _paragraph_height(paragraph, size, TEXT_WIDTH - INDENT) for paragraph in paragraphs
        )
        for size in (20, 18, 16, 14)
    }
    size = next((size for size, need in needs.items() if need <= room), None)
    if size is None:
        raise ValueError(f"{len(paragraphs)} paragraphs do not fit on a slide. Put them on two.")
    after = min(
        GAP * size + (room - needs[size]) / len(paragraphs) * 36, 1.2 * size
    )  # half of the room that is left
    body = slide.placeholders[1]
    office.place(body, EDGE, top, TEXT_WIDTH, room)
    office.write(
        body.text_frame,
        "\n".join(paragraphs),
        lang=lang,
        size=size,
        pitch=LOOSE,
        after=after,
        marked=True,
    )
    for paragraph in body.text_frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", str(office.emu(INDENT)))
        properties.set("indent", str(-office.emu(INDENT)))
    office.describe(body, say("slide-text", lang))
    set_notes(slide, notes or title, lang)


def _opening(deck: Any, title: str, subtitle: str, lang: str) -> None:
    slide = office.add_slide(deck, office.OPENING)
    head, below = slide.placeholders[0], slide.placeholders[1]
    width, room = head.width / office.INCH, below.height / office.INCH
    choices = [(1, s) for s in (40, 38, 36, 34)] + [(2, s) for s in (40, 36, 32, 28)]
    size = next(
        (s for lines, s in choices if office.line_count(title, width, s, bold=True) <= lines), 24
    )
    office.write(head.text_frame, title, lang=lang, size=size, bold=True)
    office.describe(head, say("slide-title", lang))
    if subtitle:
        needs = {
            size: sum(_paragraph_height(line, size, width) for line in subtitle.split("\n"))
            for size in (20, 18, 16, 14)
        }
        size = next((size for size, need in needs.items() if need <= room), 14)
        office.write(
            below.text_frame,
            subtitle,
            lang=lang,
            size=size,
            pitch=LOOSE,
            after=GAP * size,
            marked=True,
            colour=style.colour("soft"),
        )
        office.describe(below, say("slide-text", lang))
    else:
        below._element.getparent().remove(below._element)
    set_notes(slide, f"{title}\n{say('slide-about', lang)}", lang)


def _paragraph_height(text: str, size: float, width: float) -> float:
    return (
        (office.line_count(text.replace("**", ""), width, size, bold=True) * LOOSE + GAP)
        * size
        / 72
    )


def _sheet(deck: Any, title: str, what: str, source: str, lang: str | None) -> tuple[Any, Area]:
    """Add a slide with its words; return it and the area that is left."""
    slide = office.add_slide(deck, office.CHART, say("slide-number", lang))
    top, bottom = _put_title(slide, title, lang) + 0.04, HIGH - BOTTOM
    shapes = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
    if what:
        height = office.text_height(what, TEXT_WIDTH, SIZE["subtitle"]) + 0.05
        _put(
            shapes[office.WHAT],
            what,
            (EDGE, top, TEXT_WIDTH, height),
            SIZE["subtitle"],
            "what",
            lang,
        )
        top += height
    if source:
        width = TEXT_WIDTH - 0.9  # the number of the slide stands beside it
        height = office.text_height(source, width, SIZE["foot"]) + 0.05
        bottom -= height
        _put(
            shapes[office.SOURCE],
            source,
            (EDGE, bottom, width, height),
            SIZE["foot"],
            "source",
            lang,
        )
    for index, text in ((office.WHAT, what), (office.SOURCE, source)):
        if not text:
            shapes[index]._element.getparent().remove(shapes[index]._element)
    return slide, (EDGE, top + 0.2, TEXT_WIDTH, bottom - 0.15 - top - 0.2)


def _put(shape: Any, text: str, box: Area, size: float, role: str, lang: str | None) -> None:
    office.place(shape, *box)
    office.write(shape.text_frame, text, lang=lang, size=size)
    office.describe(shape, say(f"slide-{role}", lang))


def _put_title(slide: Any, title: str, lang: str | None) -> float:
    """Write the title; return where it ends, in inches."""
    choices = [
        (lines, s) for lines in (1, 2) for s in (24, 22)
    ]  # rather a bit smaller than a second line
    size = next(
        (s for lines, s in choices if office.line_count(title, TEXT_WIDTH, s, bold=True) <= lines),
        20,
    )
    height = office.line_count(title, TEXT_WIDTH, size, bold=True) * size * office.PITCH / 72 + 0.05
    shape = slide.shapes.title
    office.place(shape, EDGE, TOP, TEXT_WIDTH, height)
    office.write(
        shape.text_frame, office.in_lines(title, TEXT_WIDTH, size), lang=lang, size=size, bold=True
    )
    office.describe(shape, say("slide-title", lang))
    return TOP + height


def _foot(table: pd.DataFrame) -> str:
    if _tells(table):
        return findings.foot(table)
    parts = [text for text in (about(table).source, about(table).note) if text]
    return say("slide-foot-between", about(table).lang).join(parts)


def _bare(text: str) -> str:
    return "".join(text.split()).replace("-", "")
