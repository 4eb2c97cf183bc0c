"""One look: colours that most people can tell apart, text that is measured before it is placed."""

import re
import warnings
from concurrent.futures import ThreadPoolExecutor

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import plotly.io as pio
import pytest
import seaborn
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from measuring import SIGHT, faults, greys, seen_as, smallest_distance

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import explore_bars, plot_bars
from foip_analysis.charts.dots import plot_dots
from foip_analysis.charts.heatmap import plot_heatmap
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.paths import font_files
from foip_analysis.files.figures import picture_of
from foip_analysis.tables.about import About
from foip_analysis.words.breaking import CLOSERS, OPENERS

# Palettes. Distances are in OKLab, where black and white are 1 apart and 0.02 is just noticeable.
# Seven
# times that is kept within a palette whose colours stand for things of their own, three times
# within
# themes (three shades of each priority's colour) and four within the fourteen tools, which are no
# longer
# told apart by colour alone but by their label beside it.
PALETTES = {
    "priority": 0.14,
    "tool_family": 0.1,  # these three are of one hue each, from dark to light
    "status": 0.1,
    "mentioned_in": 0.1,
    "region": 0.14,
    "partner_kind": 0.14,
    "theme": 0.06,
    "tool": 0.08,
}
# In grey only lightness is left. Eight colours cannot all be far apart in it; those that follow
# each
# other in the codebook, and so touch in a bar, are (bars are parted by lines, too).
IN_GREY = {
    "priority": 0.1,
    "region": 0.1,
    "partner_kind": 0.1,
    "status": 0.1,
    "theme": 0.1,
    "tool": 0.05,
    "tool_family": 0.1,
    "mentioned_in": 0.1,
}


@pytest.mark.parametrize("sight", ["normal", *SIGHT])
@pytest.mark.parametrize("dimension", PALETTES)
def test_the_colours_of_a_dimension_can_be_told_apart(shipped, dimension, sight):
    distance, pair = smallest_distance(book.colours(shipped.codebook, dimension), sight)
    assert distance >= PALETTES[dimension], f"{pair} look alike with {sight} sight"


@pytest.mark.parametrize("dimension", IN_GREY)
def test_colours_that_touch_differ_in_grey(shipped, dimension):
    lightness = list(greys(book.colours(shipped.codebook, dimension)).values())
    assert np.abs(np.diff(lightness)).min() >= IN_GREY[dimension]


@pytest.mark.parametrize("dimension", PALETTES)
def test_no_colour_is_used_twice(shipped, dimension):
    colours = book.colours(shipped.codebook, dimension)
    assert len({colour.lower() for colour in colours.values()}) == len(colours)


@pytest.mark.parametrize("dimension", PALETTES)
def test_every_colour_carries_a_readable_number(shipped, dimension):
    for colour in book.colours(shipped.codebook, dimension).values():
        assert style.contrast(style.ink_on(colour), colour) >= 4.5


def test_the_simulation_of_sight():
    """White, grey and black stay themselves; red and green come close without red or green cones,
    blue and yellow do not.
    """
    for sight in SIGHT:
        assert np.allclose(
            seen_as(["#ffffff", "#808080", "#000000"], sight),
            seen_as(["#ffffff", "#808080", "#000000"], "normal"),
            atol=1e-3,
        )
    red_green, blue_yellow = (
        {"red": "#c04040", "green": "#6a7a20"},
        {"blue": "#3060c0", "yellow": "#c0b030"},
    )
    apart = {sight: smallest_distance(red_green, sight)[0] for sight in ["normal", *SIGHT]}
    assert apart["deuteranopia"] < apart["normal"] / 2
    assert apart["tritanopia"] > apart["normal"] / 2
    assert smallest_distance(blue_yellow, "deuteranopia")[0] > 0.2
    assert smallest_distance({"black": "#000000", "white": "#ffffff"}, "normal") == (
        pytest.approx(1, abs=1e-6),
        "black and white",
    )


# Themes, brands, fonts


def charts(dataset):
    yield plot_heatmap(foip.cross_tab(dataset, "tool", "region", lang="ja", margins=True))
    yield plot_bars(foip.count(dataset, "tool", margins=True, none=True, top=5))
    yield plot_bars(foip.cross_tab(dataset, "tool", "theme"), kind="stacked")
    yield plot_bars(
        foip.cross_tab(dataset, "region", "tool_family", lang="ja", count="fractional", none=True),
        kind="stacked",
    )
    yield plot_bars(foip.cross_tab(dataset, "priority", "tool_family", margins=True), kind="panels")


@pytest.mark.parametrize("theme", ["dark", "print"])  # test_charts measures the light one
def test_every_theme_is_readable(shipped, theme):
    style.use(theme)
    for ink in ("ink", "soft"):
        assert (
            min(
                style.contrast(style.colour(ink), style.colour(ground))
                for ground in ("paper", "empty")
            )
            >= 4.5
        )
    for figure in charts(shipped):
        assert faults(figure) == []
        assert figure.get_facecolor() == to_rgba(style.THEMES[theme]["paper"])


def test_print_has_no_colour_but_the_codes():
    assert {
        part: colour
        for part, colour in style.THEMES["print"].items()
        if len({colour[1:3], colour[3:5], colour[5:]}) > 1
    } == {}


def test_marks_show_on_their_paper():
    """What is quiet is quiet, not invisible: the strong mark stands out from it and it from the
    paper.
    """
    for theme in style.THEMES.values():
        assert (
            style.contrast(theme["strong"], theme["paper"])
            > style.contrast(theme["quiet"], theme["paper"])
            > 1.5
        )
        assert (
            style.contrast(theme["quiet"], theme["paper"])
            > style.contrast(theme["line"], theme["paper"])
            > 1.2
        )


def test_a_brand_comes_before_the_codebook(shipped):
    table = foip.cross_tab(shipped, "tool", "priority")
    before = plot_bars(table)
    style.use(colours={"strong": "#004488", "priority:p1": "#112233"})
    bars = plot_bars(table).axes[0].containers
    assert bars[0][0].get_facecolor() == to_rgba("#112233")
    assert bars[1][0].get_facecolor() == before.axes[0].containers[1][0].get_facecolor()
    ranked = plot_bars(foip.count(shipped, "priority")).axes[0].patches
    assert ranked[0].get_edgecolor() == ranked[3].get_facecolor() == to_rgba("#004488")
    assert explore_bars(table).data[0].marker.color == "#112233"


def test_use_without_anything_is_the_usual_look(shipped):
    style.use("dark", font="DejaVu Sans", colours={"ink": "#ff0000", "priority:p1": "#112233"})
    style.use()
    assert style.colour("ink") == style.THEMES["light"]["ink"]
    assert style.families()[0] == "Noto Sans JP"
    assert style.code_colours(About(), "priority") == {}
    assert style.THEMES["dark"]["ink"] != "#ff0000"


def test_a_font_of_ones_own_comes_first(shipped):
    style.use(font="DejaVu Serif")
    figure = plot_bars(foip.count(shipped, "tool", lang="ja"))
    assert figure.texts[0].get_fontfamily()[:2] == ["DejaVu Serif", "Noto Sans JP"]
    assert faults(figure) == [], "Japanese comes from the shipped font"


REFUSED = {
    "theme is 'drak'. It is light, dark, print. Did you mean 'dark'?": {"theme": "drak"},
    "'blue-ish' for 'ink' is not a colour. Write it as #rrggbb.": {"colours": {"ink": "blue-ish"}},
    "'inc' is no part of the look. Parts: paper, ink, soft, line, quiet, strong, "
    "counter, empty; a code is written 'dimension:code'.": {"colours": {"inc": "#000000"}},
    "The font 'DejaVu Sanz' is not installed. Did you mean 'DejaVu Sans'? Install it, or "
    "name its file: matplotlib.font_manager.fontManager.addfont('it.ttf').": {
        "font": "DejaVu Sanz"
    },
}


def test_a_colour_that_shows_nowhere_is_warned_of(shipped):
    table = foip.cross_tab(shipped, "region", "priority")
    for name, hint in {
        "priorty:p3": "Did you mean 'priority'",
        "priority:p9": "'priority' has no such code",
    }.items():
        style.use(colours={name: "#112233"})
        with pytest.warns(UserWarning, match=f"'{name}'.* shows nowhere.*{hint}"):
            foip.plot(table, "stacked")
    style.use(colours={"place:JPN": "#112233", "budget:b1": "#112233"})  # of others
    foip.plot(table, "stacked")


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_is_not_known_is_refused_and_changes_nothing(sentence):
    style.use("dark")
    with pytest.raises(ValueError, match=re.escape(sentence)) as caught:
        style.use(**REFUSED[sentence])
    assert str(caught.value) == sentence
    assert style.colour("paper") == style.THEMES["dark"]["paper"]


# Text


def drawn_width(text: str, size: float, *, bold: bool) -> float:
    """Return how wide the ink of a line is, in inches."""
    with style.applied(), warnings.catch_warnings():
        figure = Figure((20, 1), dpi=144)
        canvas = FigureCanvasAgg(figure)
        figure.text(0.01, 0.5, text, fontsize=size, fontweight="bold" if bold else "normal")
        canvas.draw()
        columns = np.flatnonzero((np.asarray(canvas.buffer_rgba())[..., :3] < 250).any(axis=(0, 2)))
    return (columns[-1] - columns[0] + 1) / 144


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "Infrastructure × 12",
        "能力構築・ルール形成「ＡＩ」",
        "$5 & $6, 100% _x_",
        "日ASEAN AVATAR fi ffl",
        "WWWWiiii",
    ],
)
def test_a_measured_width_is_that_of_the_ink(text, bold):
    measured, drawn = style.text_width(text, 14, bold=bold), drawn_width(text, 14, bold=bold)
    assert drawn <= measured <= drawn * 1.1


TEXTS = st.text(alphabet="aA bcdef-/_$%「」（）、。・ーョ件日本自由開 ", max_size=80)


@pytest.mark.skipif(
    matplotlib.__version_info__ < (3, 11), reason="before 3.11 text is laid out without a language"
)
@pytest.mark.parametrize("path", font_files(), ids=lambda path: path.stem)
def test_text_is_as_wide_in_every_locale(path):
    """HarfBuzz takes its language from the locale: a font with rules of its own for one would move
    the ink.
    """
    font = FT2Font(str(path))
    font.set_size(16, 72)

    def width(language):
        font.set_text("Yen loans: 12 of 53, 円借款", 0.0, language=language)
        return font.get_width_height()

    assert len({width(language) for language in (None, "en", "ja", "ko", "zh-Hant")}) == 1


@given(TEXTS, st.sampled_from([0.3, 1.0, 3.4]), st.booleans())
def test_wrapping_loses_nothing_and_fits(text, width, breaking):
    wrapped = style.wrap(text, width, 14, breaking=breaking)
    assert wrapped.replace("\n", "").replace(" ", "").replace("-", "") == text.replace(
        " ", ""
    ).replace("-", "")
    if breaking:
        assert max(style.text_width(line, 14) for line in wrapped.split("\n")) <= max(width, 0.3)


@given(st.text(alphabet="日本の自由で開かれた（）「」、。・ー", min_size=1, max_size=60))
def test_japanese_lines_neither_start_with_a_closer_nor_end_with_an_opener(text):
    lines = style.wrap(text, 1.5, 14).split("\n")
    assert not any(line[0] in CLOSERS for line in lines[1:] if line)
    assert not any(line[-1] in OPENERS for line in lines[:-1] if line)


def test_words_are_broken_only_on_request_and_with_a_hyphen():
    assert style.wrap("antidisestablishmentarianism", 1, 14) == "antidisestablishmentarianism"
    lines = style.wrap("antidisestablishmentarianism", 1, 14, breaking=True).split("\n")
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.rstrip("-") for line in lines) == "antidisestablishmentarianism"
    assert (
        style.wrap("1234567890123456789", 1, 14, breaking=True).replace("\n", "")
        == "1234567890123456789"
    ), "numbers get no hyphen"


def test_balanced_lines_are_about_as_long_as_each_other():
    assert style.wrap("one two three four", 1.5, 14) == "one two three\nfour"
    assert style.balanced("one two three four", 1.5, 14) == "one two\nthree four"
    assert style.balanced("one line", 3, 14) == "one line"


def test_a_japanese_phrase_is_torn_only_where_it_is_wider_than_the_line():
    assert style.wrap("港湾の整備", 0.8, 14) == "港湾の\n整備"
    assert style.balanced("能力強化の支援", 1.0, 14) == "能力強化の\n支援", "nor to be balanced"
    assert style.wrap("海洋状況把握", 0.8, 14) == "海洋状況\n把握"


@given(st.integers(0, 0xFFFFFF))
def test_ink_is_readable_on_any_colour(number):
    colour = f"#{number:06x}"
    assert style.contrast(style.ink_on(colour), colour) >= 4.5


def test_contrast_is_that_of_the_standard():
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert style.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert style.contrast("#ffffff", "#777777") == style.contrast("#777777", "#ffffff")


THEIRS = {
    "seaborn": lambda: seaborn.set_theme(),
    "a style and a file": lambda: plt.rcParams.update(
        plt.style.library["dark_background"]
        | {
            "axes.grid": True,
            "figure.autolayout": True,
            "font.family": "serif",
            "lines.linewidth": 5,
            "patch.force_edgecolor": True,
            "path.simplify": False,
            "savefig.bbox": "tight",
            "savefig.transparent": True,
            "text.usetex": True,
        }
    ),
}


def drawn_and_saved(tables):
    """Return the bytes of a heat map as PNG, SVG and PDF, and of dots as SVG."""
    shown = [(plot_heatmap(tables[0]), ("png", "svg", "pdf")), (plot_dots(tables[1]), ("svg",))]
    return [picture_of(figure, suffix) for figure, suffixes in shown for suffix in suffixes]


@pytest.fixture(scope="module")
def two_tables(shipped):
    families = foip.cross_tab(shipped, "tool_family", "region", margins=True)
    return families, foip.sensitivity(shipped, "priority")


@pytest.fixture(scope="module")
def right(two_tables):
    """What is drawn and saved where nobody told anything."""
    style.use()
    return drawn_and_saved(two_tables)


@pytest.mark.parametrize("theirs", THEIRS)
def test_what_matplotlib_was_told_is_not_ours_and_stays_theirs(two_tables, right, theirs):
    with plt.rc_context():
        THEIRS[theirs]()
        told = dict(plt.rcParams)
        assert drawn_and_saved(two_tables) == right
        assert dict(plt.rcParams) == told
        assert plt.get_fignums() == []


def test_what_plotly_was_told_is_not_ours(two_tables):
    right = [foip.explore(table).to_json() for table in two_tables[:1]]
    usual = pio.templates.default
    try:
        pio.templates.default = "plotly_dark"
        assert [foip.explore(table).to_json() for table in two_tables[:1]] == right
    finally:
        pio.templates.default = usual


def test_threads_draw_the_same_bytes(two_tables, right):
    with ThreadPoolExecutor(3) as threads:
        found = threads.map(drawn_and_saved, [two_tables] * 3)
        assert [each == right for each in found] == [True] * 3


def test_a_brand_may_name_a_code_by_its_label(shipped):
    drawn = []
    for key in ("priority:p3", "priority:Security cooperation", "priority:安全保障"):
        style.use(colours={key: "#123456"})
        bars = foip.plot(foip.cross_tab(shipped, "region", "priority"), "stacked").axes[0].patches
        drawn.append({bar.get_facecolor() for bar in bars})
        style.use()
    assert drawn[0] == drawn[1] == drawn[2]
    assert to_rgba("#123456") in drawn[0]
