"""Measure a figure as a reader sees it: from the ink of its texts and from what lies beneath them.

``faults`` draws every text on an empty place and looks at its pixels, so that what is measured is
what is drawn: texts that overlap, are cut off, hidden, too small, hard to read on their ground, or
that lack a glyph. ``smallest_distance`` says how far apart a palette's colours stay for people who
see fewer of them.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from unittest import mock

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from foip_analysis.charts import style

MISSING = "Glyph .* missing"  # what matplotlib says of a glyph that no font has
DPI = 72  # a pixel is a point
TOUCH = 0.5  # points that two texts may share before they overlap
MARGIN = 8  # points beyond a text's own box in which its ink is looked for
# a pixel is ink if the text covers so much of it: thinner parts of a letter are its soft edges
INK = 0.6

# Machado, Oliveira & Fernandes (2009), severity 1.0; for linear RGB
SIGHT = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


@dataclass
class Ink:
    """A text as it is drawn: its box (left, bottom, right, top) in points and the pixels of its
    letters.
    """

    artist: Text
    box: tuple[float, float, float, float] | None
    rows: slice | None = None
    columns: slice | None = None
    cover: np.ndarray | None = None
    clip: tuple[float, float, float, float] | None = None

    @property
    def name(self) -> str:
        return repr(self.artist.get_text())


def faults(
    figure: Figure, *, smallest: float = 14, smallest_foot: float = 11, contrast: float = 4.5
) -> list[str]:
    """Return what is wrong with a figure's texts, one sentence a fault; nothing if all is well."""
    canvas, before = FigureCanvasAgg(figure), figure.dpi
    figure.set_dpi(DPI)
    try:
        with style.applied():
            with warnings.catch_warnings(record=True) as told:
                warnings.filterwarnings("always", MISSING)
                drawn, texts = _inks(canvas)
            ground = _pixels(canvas, lambda text, renderer: None)
    finally:
        figure.set_dpi(before)
    found = [
        *sorted({str(each.message) for each in told if re.match(MISSING, str(each.message))}),
        *cut_off(figure, texts),
        *overlaps(texts),
        *too_small(figure, texts, smallest, smallest_foot),
    ]
    for text in texts:
        if text.artist.get_parse_math() and text.artist.get_text().count("$") > 1:
            found.append(f"{text.name} is read as TeX")
        if text.box is not None:
            found += _on_its_ground(text, ground, drawn, contrast)
    return found


def overlaps(texts: list[Ink]) -> list[str]:
    """Name the pairs of texts whose ink shares a place."""
    seen = [text for text in texts if text.box is not None]
    boxes = np.array([text.box for text in seen]).reshape(-1, 4)
    low = np.maximum(boxes[:, None, :2], boxes[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], boxes[None, :, 2:])
    pairs = np.argwhere(np.triu(((high - low) > TOUCH).all(axis=2), 1))
    return [f"{seen[a].name} overlaps {seen[b].name}" for a, b in pairs]


def cut_off(figure: Figure, texts: list[Ink]) -> list[str]:
    """Name the texts that reach over the figure's edge or over what clips them, and those that are
    not drawn.
    """
    found = []
    wide, tall = (int(side * DPI) for side in figure.get_size_inches())  # pixels: ink ends there
    for text in texts:
        if text.box is None:
            found.append(f"{text.name} is not drawn")
            continue
        left, bottom, right, top = text.box
        if left <= 0 or bottom <= 0 or right >= wide or top >= tall:
            found.append(f"{text.name} is cut off by the edge")
        if text.clip and (np.abs(np.subtract(text.box, text.clip)) < 1).any():
            found.append(f"{text.name} is cut off by its axes")
    return found


def too_small(figure: Figure, texts: list[Ink], smallest: float, smallest_foot: float) -> list[str]:
    """Name the texts under the smallest size; only the lines of the foot may be smaller."""
    foot = getattr(figure, "foip", {}).get("foot", "")
    found = []
    for text in texts:
        size, words = text.artist.get_fontsize(), text.artist.get_text()
        in_foot = text.artist in figure.texts and all(
            line.strip() in foot for line in words.split("\n")
        )
        least = smallest_foot if in_foot else smallest
        if size < least:
            found.append(f"{text.name} is {size:g} pt, under {least:g}")
    return found


def shown_texts(figure: Figure) -> list[Text]:
    """Return the figure's texts that are not blank."""
    return [
        text
        for text in figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and _shown(text)
    ]


def _shown(text: Text) -> bool:
    axes = text.axes
    seen = text.get_alpha() != 0  # else a name for what reads the figure
    drawn = axes is None or (axes.get_visible() and (axes.axison or text in axes.texts))
    return seen and drawn


def _inks(canvas: FigureCanvasAgg) -> tuple[np.ndarray, list[Ink]]:
    """Return the figure's pixels and its texts: each is drawn alone, looked at, and laid
    over what was there.
    """
    inks: dict[Text, Ink] = {}
    alone = Text.draw

    def draw(text: Text, renderer) -> None:
        if not (text.get_visible() and text.get_text().strip()):
            return
        sheet = np.asarray(renderer.buffer_rgba())
        place = _place(text.get_window_extent(renderer), len(sheet))
        before = sheet[place].copy()
        sheet[place] = 0
        alone(text, renderer)
        cover = sheet[place][..., 3:] / 255
        inks[text] = _ink(text, cover[..., 0], place, len(sheet))
        sheet[place] = np.round(sheet[place] * cover + before * (1 - cover))

    drawn = _pixels(canvas, draw)
    return drawn, [inks.get(text, Ink(text, None)) for text in shown_texts(canvas.figure)]


def _place(extent: Bbox, tall: int) -> tuple[slice, slice]:
    """Return the rows and columns in which a text's ink is looked for."""
    top, left = max(int(tall - extent.y1) - MARGIN, 0), max(int(extent.x0) - MARGIN, 0)
    bottom, right = int(tall - extent.y0) + MARGIN, int(extent.x1) + MARGIN
    return slice(top, max(bottom, 0)), slice(left, max(right, 0))


def _ink(text: Text, cover: np.ndarray, place: tuple[slice, slice], tall: int) -> Ink:
    rows, columns = np.flatnonzero(cover.any(axis=1)), np.flatnonzero(cover.any(axis=0))
    if not len(rows):
        return Ink(text, None)
    top, left = place[0].start, place[1].start
    down, across = (
        slice(rows[0] + top, rows[-1] + top + 1),
        slice(columns[0] + left, columns[-1] + left + 1),
    )
    box = (
        float(across.start),
        float(tall - down.stop),
        float(across.stop),
        float(tall - down.start),
    )
    clip = (
        text.get_clip_box().extents.tolist() if text.get_clip_on() and text.get_clip_box() else None
    )
    return Ink(
        text, box, down, across, cover[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], clip
    )


def _pixels(canvas: FigureCanvasAgg, draw: Callable) -> np.ndarray:
    """Return the figure's pixels, height × width × 3, from 0 to 255, its texts drawn in a way."""
    with mock.patch.object(Text, "draw", draw):
        canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3].copy()


def _on_its_ground(text: Ink, ground: np.ndarray, drawn: np.ndarray, least: float) -> list[str]:
    """Say whether a text is hidden, too faint on what lies beneath, or runs over an edge."""
    beneath, above = (sheet[text.rows, text.columns] / 255 for sheet in (ground, drawn))
    ink = text.cover >= min(INK, text.cover.max())
    colour = np.array(to_rgb(text.artist.get_color()))
    found = []
    expected = colour * text.cover[ink][:, None] + beneath[ink] * (1 - text.cover[ink][:, None])
    if np.abs(above[ink] - expected).max(axis=1).mean() > 0.1:
        found.append(f"{text.name} is hidden by what is drawn over it")
    grounds = {tuple(pixel) for pixel in beneath[ink].tolist()}
    worst = min(style.contrast(text.artist.get_color(), pixel) for pixel in grounds)
    if worst < least:
        found.append(f"{text.name} has a contrast of {worst:.1f}, under {least:g}")
    if np.ptp(beneath.reshape(-1, 3), axis=0).max() > 0.02:
        found.append(f"{text.name} runs over an edge")
    return found


# Colours


def seen_as(colours: list[str], sight: str) -> np.ndarray:
    """Return colours as somebody sees them, in OKLab: colours × 3. ``sight`` is ``normal`` or a
    key of ``SIGHT``.
    """
    screen = np.array([to_rgb(colour) for colour in colours])
    linear = np.where(screen <= 0.04045, screen / 12.92, ((screen + 0.055) / 1.055) ** 2.4)
    if sight != "normal":
        linear = np.clip(linear @ np.array(SIGHT[sight]).T, 0, 1)
    return _oklab(linear)


def smallest_distance(colours: dict[str, str], sight: str) -> tuple[float, str]:
    """Return the smallest distance of two colours in OKLab (black to white is 1) and the pair."""
    seen = dict(zip(colours, seen_as(list(colours.values()), sight), strict=True))
    return min(
        (float(np.linalg.norm(seen[a] - seen[b])), f"{a} and {b}")
        for a, b in combinations(colours, 2)
    )


def greys(colours: dict[str, str]) -> dict[str, float]:
    """Return each colour's lightness in OKLab, from 0 to 1: what is left of it in grey."""
    return dict(zip(colours, seen_as(list(colours.values()), "normal")[:, 0].tolist(), strict=True))


def _oklab(linear: np.ndarray) -> np.ndarray:
    """Ottosson (2020): linear sRGB to OKLab."""
    cones = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    return np.cbrt(linear @ cones.T) @ lab.T
