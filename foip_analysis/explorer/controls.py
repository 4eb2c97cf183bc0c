"""The controls that ``explore`` returns: what is chosen becomes a question, its answer a table and
a heat map.

No number is made here: ``asking`` asks, ``interactive`` draws, ``showing`` writes HTML. What is
refused is shown as its own sentence in the place of the answer, so that no old table stands under
new choices. Text goes into HTML only through ``escape`` and ``html_table``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from foip_analysis.charts.heatmap import explore_heatmap, plot_heatmap
from foip_analysis.charts.hover import escaped
from foip_analysis.charts.multiples import plot_multiples
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.explorer import asking
from foip_analysis.explorer.asking import Question
from foip_analysis.explorer.wording import LOOK, said
from foip_analysis.files.figures import save_figure
from foip_analysis.files.tables import save_table
from foip_analysis.tables import findings
from foip_analysis.tables.about import about
from foip_analysis.words.catalogue import word
from foip_analysis.words.html import html_table

LISTED = 200  # initiatives in the list; the table ``members`` has all
NOTHING = ""  # a control takes None for no choice at all
SIDES = {"l": 8, "r": 8, "t": 8, "b": 8}
SHOWN = ["name", "summary", "locators", "words"]


class Explorer(widgets.VBox):
    """Controls over a dataset: a table, its heat map and the initiatives behind each number.

    Attributes
    ----------
    table : pandas.DataFrame or None
        The table shown, from ``cross_tab``; None while the choices are refused.
    code : str
        Python code that makes this table again.
    members : pandas.DataFrame or None
        The initiatives behind the cell last chosen, from ``members``.
    dataset : Dataset
        What is explored.
    """

    def __init__(self, dataset: Dataset, question: Question):
        super().__init__()
        self.dataset = dataset
        self.table: pd.DataFrame | None = None
        self.members: pd.DataFrame | None = None
        self.code = ""
        self._lang = question.lang
        self._held, self._asked_of = False, {}
        self._make(question)
        self._name_all()
        self.add_class("foip-explorer")
        self._answer()

    # Controls

    def _make(self, question: Question) -> None:
        """Make every control once; their words come from ``_name_all``."""
        wide = {"width": "auto", "flex": "1 1 150px", "max_width": "300px"}
        self._choices = {
            name: widgets.Dropdown(layout=wide)
            for name in ("rows", "columns", "by", "count", "share", "of")
        }
        ticks = ("margins", "none", "stated")
        self._ticks = {
            name: widgets.Checkbox(indent=False, layout={"width": "auto", "margin": "0 16px 0 0"})
            for name in ticks
        }
        languages = [("English", "en"), ("日本語", "ja")]
        self._language = widgets.ToggleButtons(
            options=languages, value=self._lang, style={"button_width": "80px"}
        )
        self._filters = {
            d: widgets.SelectMultiple(rows=6, layout=wide | {"flex": "1 1 200px"})
            for d in asking.askable(self.dataset)
        }
        self._clear = widgets.Button(layout={"width": "auto", "align_self": "flex-start"})
        self._how = widgets.HTML()
        self._fold = widgets.ToggleButton(layout={"width": "auto"})
        self._folded = widgets.VBox(
            [self._how, _row(self._filters.values()), self._clear], layout={"display": "none"}
        )
        self._head, self._refusal, self._figure_place = (
            widgets.HTML(),
            widgets.HTML(),
            widgets.VBox(),
        )
        self._layer = widgets.Dropdown(layout=wide)
        self._behind, self._listed = widgets.HTML(), widgets.HTML()
        self._cell = {side: widgets.Dropdown(layout=wide) for side in ("row code", "column code")}
        self._told = widgets.HTML()
        self._names = {
            "table": widgets.Text("table.xlsx", layout=wide),
            "figure": widgets.Text("heatmap", layout=wide),
        }
        self._buttons = {
            name: widgets.Button(layout={"width": "auto", "margin": "22px 12px 2px 2px"})
            for name in ("code", "table", "figure")
        }
        self._written, self._saved = widgets.HTML(), widgets.HTML()
        saving = [
            _row([self._names[what], self._buttons[what]], wrap="nowrap")
            for what in ("table", "figure")
        ]
        self._set_options(question)
        self._listen()
        self._answered = widgets.VBox(
            [
                self._head,
                self._layer,
                self._figure_place,
                self._behind,
                _row(self._cell.values()),
                self._listed,
                self._told,
                _row([self._buttons["code"], *saving]),
                self._written,
                self._saved,
            ]
        )
        self.children = [
            widgets.HTML(LOOK),
            _row(self._choices.values()),
            _row([*self._ticks.values(), self._fold, self._language], align="center"),
            self._folded,
            self._refusal,
            self._answered,
        ]

    def _set_options(self, question: Question) -> None:
        """Give the controls what can be chosen, in the language, and the choices of a question."""
        say, codebook = self._say, self.dataset.codebook
        dimensions = [(book.dimension_label(codebook, d, self._lang), d) for d in self._filters]
        choices = {
            "rows": dimensions,
            "columns": dimensions,
            "by": [(say("no layers"), NOTHING), *dimensions],
            "count": [(say(how), how) for how in ("initiatives", "fractional")],
            "share": [
                (say("numbers"), NOTHING),
                *((say(side), side) for side in ("row", "column", "table")),
            ],
            "of": [(say(f"of {unit}"), unit) for unit in ("initiatives", "pairs")],
        }
        for name, options in choices.items():
            _offer(self._choices[name], options, getattr(question, name) or NOTHING)
        for name, tick in self._ticks.items():
            tick.value = getattr(question, name)
        chosen = dict(question.filters)
        for dimension, control in self._filters.items():
            labels = book.labels(codebook, dimension, self._lang)
            options = [
                *((label, code) for code, label in labels.items()),
                (word("none", self._lang), book.NONE),
            ]
            _offer(control, options, chosen.get(dimension, ()))

    def _name_all(self) -> None:
        """Write every word of the controls in the language."""
        say = self._say
        for named in (self._choices, self._ticks, self._cell):
            for name, control in named.items():
                control.description = say(name)
        for dimension, control in self._filters.items():
            control.description = book.dimension_label(self.dataset.codebook, dimension, self._lang)
        self._language.description = say("lang")
        self._layer.description = say("layer")
        self._clear.description, self._how.value = say("clear"), f"<p>{escape(say('several'))}</p>"
        self._buttons["code"].description = say("code")
        for what in ("table", "figure"):
            self._names[what].description, self._buttons[what].description = (
                say(f"{what} name"),
                say(f"save {what}"),
            )

    def _listen(self) -> None:
        for control in (
            *self._choices.values(),
            *self._ticks.values(),
            *self._filters.values(),
            self._layer,
        ):
            control.observe(self._answer, "value")
        for control in self._cell.values():
            control.observe(self._list, "value")
        self._language.observe(self._speak, "value")
        self._fold.observe(self._unfold, "value")
        self._clear.on_click(self._unfilter)
        self._buttons["code"].on_click(self._write_code)
        self._buttons["table"].on_click(
            lambda _: self._save(
                lambda: [save_table(self.table, self._names["table"].value.strip())]
            )
        )
        self._buttons["figure"].on_click(lambda _: self._save(self._save_figure))

    # From choices to the answer

    def question(self) -> Question:
        """Return what the controls ask now."""
        chosen = {name: control.value for name, control in self._ticks.items()}
        chosen |= {name: control.value or None for name, control in self._choices.items()}
        filters = tuple((d, control.value) for d, control in self._filters.items() if control.value)
        return Question(**chosen, filters=filters, lang=self._lang)

    def _answer(self, _=None) -> None:
        """Ask again, and show the answer or why there is none."""
        if self._held:
            return
        question = self.question()
        self._choices["of"].disabled = question.share is None
        self._fold.description = self._say("filters") + (
            f" ({len(question.filters)})" if question.filters else ""
        )
        self._saved.value = ""
        try:
            table = asking.answer(self.dataset, question)
            shown = (
                table
                if question.by is None
                else asking.answer(self.dataset, question, layer=self._choose_layer(table))
            )
            figure = explore_heatmap(shown)
        except Exception as error:  # what is not shown here would go into a log that nobody reads
            self.table, self.code, self.members = None, "", None
            self._refusal.value = (
                f'<div class="foip-refusal" role="alert">{escape(str(error))}</div>'
            )
            self._answered.layout.display = "none"
            return
        self.table, self.code = table, asking.as_code(table, self.dataset)
        self._shown = shown
        self._refusal.value, self._answered.layout.display = "", None
        self._layer.layout.display = None if question.by else "none"
        self._head.value = (
            f"<h4>{escape(findings.finding(shown))}</h4><p>{escape(findings.subtitle(shown))}</p>"
        )
        self._told.value = f'<div class="foip-table">{_noted(table)}</div>'
        self._draw(figure)
        self._offer_cells(shown)
        if self._written.value:
            self._write_code()

    def _choose_layer(self, table: pd.DataFrame) -> str:
        """Offer the layers of a table; return the one chosen."""
        codes, labels = about(table).layer_codes, about(table).layer_labels
        with self._hold():
            _offer(
                self._layer,
                zip(labels, codes, strict=True),
                self._layer.value if self._layer.value in codes else codes[0],
            )
        return self._layer.value

    def _draw(self, figure: go.Figure) -> None:
        """Show a heat map: the same widget with new contents; its words stand above and below as
        text.
        """
        figure.layout.update(title=None, annotations=None, overwrite=True)
        figure.update_layout(
            autosize=True,
            dragmode=False,
            height=max(220, 110 + 30 * len(figure.data[0].y)),
            margin=SIDES,
        )
        if not self._figure_place.children:
            drawn = go.FigureWidget(figure)
            drawn._config = {
                "responsive": True,
                "displayModeBar": False,
            }  # what Figure.show takes as config
            drawn.data[0].on_click(self._click)
            self._figure_place.children = [drawn]
            return
        drawn, trace = self._figure_place.children[0], figure.data[0]
        with drawn.batch_update():
            drawn.data[0].update(
                {name: trace[name] for name in ("z", "x", "y", "text", "hovertext", "zmax")}
            )
            drawn.layout.update(
                {name: figure.layout[name] for name in ("xaxis", "yaxis", "height")}, overwrite=True
            )

    # What is behind a number

    def _offer_cells(self, table: pd.DataFrame) -> None:
        """Offer the rows and columns of a table; keep those chosen where it has them."""
        with self._hold():
            for side, control in (
                ("row", self._cell["row code"]),
                ("column", self._cell["column code"]),
            ):
                codes = getattr(about(table), f"{side}_codes")
                kept = (
                    control.value
                    if control.value in codes
                    and self._asked_of.get(side) == getattr(about(table), f"{side}s")
                    else NOTHING
                )
                _offer(
                    control,
                    [
                        ("–", NOTHING),
                        *zip(getattr(about(table), f"{side}_labels"), codes, strict=True),
                    ],
                    kept,
                )
                self._asked_of[side] = getattr(about(table), f"{side}s")
        self._list()

    def _click(self, trace: go.Heatmap, points, _state) -> None:
        """Choose the cell that was clicked."""
        for side, clicked in (("row", points.ys), ("column", points.xs)):
            labels, codes = (
                getattr(about(self._shown), f"{side}_{what}") for what in ("labels", "codes")
            )
            places = {escaped(label): code for label, code in zip(labels, codes, strict=True)}
            if not set(clicked) & set(places):
                return  # a click on what has changed meanwhile
            with self._hold():
                self._cell[f"{side} code"].value = places[clicked[0]]
        self._list()

    def _list(self, _=None) -> None:
        """List the initiatives behind the cell chosen."""
        if self._held:
            return
        row, column = (control.value for control in self._cell.values())
        if NOTHING in (row, column):
            self.members = None
            self._behind.value = (
                f"<h4>{escape(self._say('behind'))}</h4><p>{escape(self._say('hint'))}</p>"
            )
            self._listed.value = ""
            return
        question, attrs = self.question(), about(self._shown)
        layer = self._layer.value if question.by else None
        self.members = found = asking.behind(self.dataset, question, row, column, layer=layer)
        place = attrs.row_codes.index(row), attrs.column_codes.index(column)
        names = [
            *([self._layer.label] if layer else []),
            *(control.label for control in self._cell.values()),
        ]
        colon = "：" if self._lang == "ja" else ": "
        number = findings.shown(self._shown, self._shown.iat[place])
        head = colon.join(filter(None, [self._say("behind"), " × ".join(names), number]))
        self._behind.value = f"<h4>{escape(head)}</h4><p>{escape(about(found).note)}</p>"
        listed = found[[name for name in SHOWN if name in found]].rename(columns=self._say)
        listed.index = range(1, len(listed) + 1)
        self._listed.value = (
            f'<div class="foip-members">{html_table(listed, max_rows=LISTED)}</div>'
            if len(found)
            else ""
        )

    # Buttons

    def _write_code(self, _=None) -> None:
        self._written.value = f"<pre>{escape(self.code)}</pre>"

    def _save_figure(self) -> list:
        plot = plot_heatmap if self.question().by is None else plot_multiples
        return save_figure(plot(self.table), self._names["figure"].value.strip())

    def _save(self, save: Callable[[], list]) -> None:
        """Save, and say where, or why not."""
        try:
            self._saved.value = f"<p>{escape(self._say('saved') + ', '.join(map(str, save())))}</p>"
        except Exception as error:  # as above
            self._saved.value = f'<div class="foip-refusal" role="alert">{escape(str(error))}</div>'

    def _unfold(self, _=None) -> None:
        self._folded.layout.display = None if self._fold.value else "none"

    def _unfilter(self, _=None) -> None:
        with self._hold():
            for control in self._filters.values():
                control.value = ()
        self._answer()

    def _speak(self, _=None) -> None:
        """Change the language of everything; what is chosen stays."""
        question, self._lang = self.question(), self._language.value
        with self._hold():
            self._set_options(question)
            self._name_all()
        self._answer()

    def _say(self, name: str) -> str:
        return said(name, self._lang)

    @contextmanager
    def _hold(self) -> Iterator[None]:
        """Change controls without asking again at each."""
        before, self._held = self._held, True
        try:
            yield
        finally:
            self._held = before


def _row(controls, *, wrap: str = "wrap", align: str = "flex-start") -> widgets.Box:
    return widgets.Box(list(controls), layout={"flex_flow": f"row {wrap}", "align_items": align})


def _offer(control: widgets.Dropdown | widgets.SelectMultiple, options, value) -> None:
    """Give a control its options and a value in one go."""
    control.options = list(options)
    control.value = value


def _noted(table: pd.DataFrame) -> str:
    """Return a table as the package shows it, whole, with its note."""
    with pd.option_context(
        "display.notebook_repr_html", True, "display.max_rows", None, "display.max_columns", None
    ):
        return table._repr_html_()
