"""One look for every chart: colours, fonts, sizes, and text that is measured before it is placed.

A chart is a slide, 13.33 × 7.5 in. A code's colour comes from the codebook; everything else is
quiet, but for one strong colour. ``use`` changes the look of every chart made afterwards.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import described, guided
from foip_analysis.dataset.naming import codes_called
from foip_analysis.dataset.paths import font_files
from foip_analysis.words.breaking import UNSPACED, letters, phrases
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:
    from matplotlib.typing import ColorType, RcKeyType

    from foip_analysis.tables.about import About

WIDTH, HEIGHT = 13.33, 7.5  # inches, 16:9
EDGE = 0.5  # inches around everything
SIZE = {"title": 24, "subtitle": 16, "label": 14, "value": 14, "foot": 11}  # points

# Signs of one width, one by one; runs of other letters, and of blanks.
MEASURED = re.compile(r"([\u2e80-\uffef])|[^\s\u2e80-\uffef]+|\s+")
# Where katakana ends: no word is torn there.
KATAKANA_ENDS = "(?<=[\u30a0-\u30ff])(?=[\u4e00-\u9fff])"
# A part of the look and its colour in each theme.
_LIGHT_DARK_PRINT = {
    "paper": ("#ffffff", "#16202b", "#ffffff"),
    "ink": ("#1d2733", "#f4f6f8", "#000000"),
    "soft": ("#4a5663", "#c3ccd5", "#333333"),
    "line": ("#d9dee3", "#3a4753", "#dddddd"),
    "quiet": ("#8796a5", "#6f7f8e", "#bdbdbd"),
    "strong": ("#0b6e69", "#4fc1b8", "#404040"),
    "counter": ("#b3590f", "#f0a357", "#9c9c9c"),
    "empty": ("#f3f5f7", "#202c38", "#f5f5f5"),
}
PARTS = tuple(_LIGHT_DARK_PRINT)
THEMES = {
    theme: {part: colours[n] for part, colours in _LIGHT_DARK_PRINT.items()}
    for n, theme in enumerate(("light", "dark", "print"))
}


class _Look(TypedDict):
    theme: dict[str, str]  # part → colour
    font: str | None
    codes: dict[str, str]  # dimension:code → colour


_one_at_a_time = RLock()
_now: _Look = {"theme": dict(THEMES["light"]), "font": None, "codes": {}}


@guided
def use(
    theme: Literal["light", "dark", "print"] = "light",
    *,
    font: str | None = None,
    colours: dict[str, str] | None = None,
) -> None:
    """Set the look of every chart made afterwards.

    Parameters
    ----------
    theme
        ``"light"``, ``"dark"`` or ``"print"`` (readable in grey).
    font
        The name of a font that matplotlib knows, put before the shipped Noto Sans JP.
    colours
        Your own: a part of the theme (``strong``, its ``counter``, ``quiet``, ``ink``, ``soft``,
        ``paper``, ``line``, ``empty``) or a code, as ``"dimension:code"``, → ``#rrggbb``.

    Raises
    ------
    ValueError
        If the theme or a part is not known, or the font is not installed.

    Examples
    --------
    >>> from foip_analysis.charts import style
    >>> style.use("light", colours={"strong": "#004488", "priority:p1": "#004488"})
    >>> style.use()
    """
    from matplotlib.colors import is_color_like

    if theme not in THEMES:
        raise ValueError(
            f"theme is '{theme}'. It is {', '.join(THEMES)}.{did_you_mean(theme, THEMES)}"
        )
    if not isinstance(colours, Mapping | None):
        raise ValueError(
            f"colours is {described(colours)}. Name what each is for: {{'strong': '#004488'}}."
        )
    look, codes = dict(THEMES[theme]), dict[str, str]()
    for name, colour in (colours or {}).items():
        if not is_color_like(colour):
            raise ValueError(f"'{colour}' for '{name}' is not a colour. Write it as #rrggbb.")
        if ":" in name:
            codes[name] = colour
        elif name in look:
            look[name] = colour
        else:
            raise ValueError(
                f"'{name}' is no part of the look. Parts: {', '.join(look)}; a code is "
                "written 'dimension:code'."
            )
    if font is not None:
        from matplotlib import font_manager

        known = {entry.name for entry in font_manager.fontManager.ttflist}
        if font not in known:
            raise ValueError(
                f"The font '{font}' is not installed.{did_you_mean(font, known)} Install it, or "
                "name its file: matplotlib.font_manager.fontManager.addfont('it.ttf')."
            )
    _now["theme"], _now["font"], _now["codes"] = look, font, codes


def colour(part: str) -> str:
    """Return the colour of a part of the look: ink, soft, paper, line, quiet, strong, counter or
    empty.
    """
    return _now["theme"][part]


def code_colours(itself: About, dimension: str | None) -> dict[str, str]:
    """Return code → colour of a dimension, the brand's before the codebook's; the brand may name a
    code by its label. What is nearly a dimension, and what is no code of this one, is warned of.
    """
    known = dict(itself.colours.get(dimension or "", {}))
    for name, value in _now["codes"].items():
        of, _, called = name.partition(":")
        if itself.dataset is None:  # a table out of a file
            known |= {called: value} if of == dimension else {}
            continue
        codebook = itself.dataset.codebook
        codes = codes_called(codebook, of, called) if of == dimension else []
        known |= dict.fromkeys(codes, value)
        dimensions = book.dimensions(codebook)
        hint = "" if of in dimensions else did_you_mean(of, dimensions)
        if of == dimension and not codes:
            hint = f" '{of}' has no such code.{did_you_mean(called, book.codes(codebook, of))}"
        if hint:
            told = f"The colour of '{name}', given to foip.style.use, shows nowhere.{hint}"
            warnings.warn(told, stacklevel=2)
    return known


def families() -> list[str]:
    """Return the font families in order; the shipped ones are registered on the first call."""
    _register()
    return [*([_now["font"]] if _now["font"] else []), "Noto Sans JP", "DejaVu Sans"]


@contextmanager
def wearing(parts: Mapping[str, str], font: str = "") -> Iterator[None]:
    """Draw inside this with other colours for parts of the look, and in a font if it is installed:
    on an organisation's slides, in theirs.
    """
    from matplotlib import font_manager

    before = _now.copy()
    _now["theme"] = before["theme"] | dict(parts)
    if font and font in {entry.name for entry in font_manager.fontManager.ttflist}:
        _now["font"] = font
    try:
        yield
    finally:
        _now.update(before)


def semibold() -> dict[str, Any]:
    """Return the look of titles: the shipped semi-bold, or your own font in bold."""
    if _now["font"]:
        return {"fontweight": "bold"}
    return {"fontfamily": ["Noto Sans JP SemiBold", *families()]}


@contextmanager
def applied() -> Iterator[None]:
    """Draw and save inside this: fonts that have Japanese, text as paths, the same bytes each time.

    Whatever else matplotlib was told (``rcParams``, a style, a ``matplotlibrc``, seaborn's themes)
    is out of force inside, and in force again afterwards. One thread draws at a time, for these
    settings are the whole process's.
    """
    import matplotlib

    settings: dict[RcKeyType, Any] = {
        "font.family": families(),
        "font.size": SIZE["label"],
        "text.parse_math": False,
        "axes.unicode_minus": False,
        "axes.edgecolor": colour("line"),
        "axes.facecolor": colour("paper"),
        "figure.facecolor": colour("paper"),
        "savefig.facecolor": colour("paper"),
        "text.color": colour("ink"),
        "axes.labelcolor": colour("ink"),
        "xtick.color": colour("ink"),
        "ytick.color": colour("ink"),
        "svg.fonttype": "path",
        "svg.hashsalt": "foip-analysis",
        "pdf.fonttype": 42,
        "figure.dpi": 96,
    }
    with _one_at_a_time, matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(settings)
        yield


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide the widest line of a text is, in inches."""
    names = tuple(families())
    return max(_line_width(line, bold, names) for line in text.split("\n")) * size


def wrap(
    text: str,
    width: float,
    size: float,
    *,
    bold: bool = False,
    breaking: bool = False,
    whole: float | None = None,
) -> str:
    """Break a text into lines no wider than ``width`` inches: after words or Japanese phrases.

    A phrase that is wider (or wider than ``whole``) is broken between its characters; a word that
    is wider stays whole, or is broken with a hyphen if ``breaking``.
    """
    lines, whole = [], width if whole is None else whole
    for paragraph in text.split("\n"):
        line = ""
        fits = text_width(paragraph, size, bold=bold) <= width
        for piece in [paragraph] if fits else _pieces(paragraph, whole, size, bold):
            if line and text_width((line + piece).rstrip(), size, bold=bold) > width:
                lines.append(line.rstrip())
                line = ""
            line += piece if line else piece.lstrip()
            while breaking and len(line) > 1 and text_width(line.rstrip(), size, bold=bold) > width:
                end = next(
                    n
                    for n in range(len(line) - 1, 0, -1)
                    if n == 1 or text_width(line[:n] + "-", size, bold=bold) <= width
                )
                torn = all(c.isalpha() and not UNSPACED.match(c) for c in line[end - 1 : end + 1])
                lines.append(line[:end] + ("-" if torn else ""))
                line = line[end:]
        lines.append(line.rstrip())
    return "\n".join(lines)


def balanced(
    text: str, width: float, size: float, *, bold: bool = False, breaking: bool = True
) -> str:
    """Wrap a text into as few lines as it takes, about as long as each other."""
    wrapped = wrap(text, width, size, bold=bold, breaking=breaking)
    for part in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9) if "\n" in wrapped else ():
        even = wrap(text, width * part, size, bold=bold, whole=width)
        if even.count("\n") == wrapped.count("\n") and text_width(even, size, bold=bold) <= width:
            return even
    return wrapped


def ink_on(background: ColorType) -> str:
    """Return black or white, whichever is easier to read on a colour."""
    return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, background))


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour between two, ``share`` of the other in it."""
    from matplotlib.colors import to_hex, to_rgb

    first, last = to_rgb(one), to_rgb(other)
    red, green, blue = (a * (1 - share) + b * share for a, b in zip(first, last, strict=True))
    return to_hex((red, green, blue))


def contrast(first: ColorType, second: ColorType) -> float:
    """Return the contrast of two colours by WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(name: ColorType) -> float:
    from matplotlib.colors import to_rgb

    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(name)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@cache
def _register() -> None:
    from matplotlib import font_manager

    with _one_at_a_time:
        for path in font_files():
            font_manager.fontManager.addfont(path)


def _line_width(line: str, bold: bool, names: tuple[str, ...]) -> float:
    """Add up words, blanks and Chinese and Japanese signs, which recur from line to line; a sign
    is as far from the next as from itself.
    """
    return sum(
        _width(part[0] * 2, bold, names) - _width(part[0], bold, names)
        if part[1]
        else _width(part[0], bold, names)
        for part in MEASURED.finditer(line)
    )


@cache
def _width(text: str, bold: bool, names: tuple[str, ...]) -> float:
    """Return how wide a text is, in inches a point of its size, measured with the font that has its
    glyphs: the sum of runs is what matplotlib draws.
    """
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=list(names), weight="bold" if bold else "normal", size=1)
    with _one_at_a_time:  # matplotlib measures all lines with the same object
        width: float = text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]
    return width / 72 * 1.02  # hinting widens a line by so much


def _pieces(text: str, whole: float, size: float, bold: bool) -> Iterator[str]:
    for phrase in phrases(text):
        fits = text_width(phrase.rstrip(), size, bold=bold) <= whole
        for part in [phrase] if fits else re.split(KATAKANA_ENDS, phrase):
            fits = text_width(part.rstrip(), size, bold=bold) <= whole
            yield from [part] if fits else letters(part)
