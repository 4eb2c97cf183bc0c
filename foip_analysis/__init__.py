"""Japan's updated Free and Open Indo-Pacific (FOIP) as data: load, count, draw, check, cite.

What to call for what. First a dataset, then a table of it, then what shows the table:

    dataset = foip.load()
    table = foip.cross_tab(dataset, "tool", "region")
    foip.plot(table)

- a dataset: ``load``, or ``scan`` for one too large to load, which stays in its engine; of it
  ``.where(tool="osa")``, ``.stated()``, ``.membership("tool")``
- tables: ``count``, ``cross_tab``, ``combinations`` (which codes go together), ``flows`` (from
  which code to which); what they rest on: ``sensitivity``, ``association``, ``agreement``
  with ``disagreements``; what a new version changes: ``compare``; what stands out in one, in
  sentences: ``findings``; a row a country, to merge: ``to_panel``
- from a number to the words: ``members`` (the initiatives behind a cell), ``describe`` (what a code
  means), ``about`` (a table's note, base, call), ``verify`` (against the source), ``cite``
- figures: ``plot`` (a table → the chart made for its kind, or another: ``help(foip.plot)``),
  ``plot_map`` (of places), ``plot_overview`` (the whole dataset on one page); their look: ``style``
- to point at: ``explore`` (a table → its chart; a dataset → a page to click through, in
  JupyterLab), ``save_explorer`` (that page as a file)
- your own document: ``units_from`` (a text → its units), ``template`` (a workbook to code in)
- to keep: ``save_table``, ``save_workbook``, ``save_figure``, ``save_deck`` (tables and figures, or
  the whole dataset, as slides)

Inside, one folder is one verb, and each imports only from those before it: ``words`` (every
sentence), ``dataset`` (CSV → a checked Dataset), ``engines`` (data that stays where it is →
patterns), ``tables`` (datasets → tables), ``charts`` (tables → figures), ``files``, ``slides`` and
``explorer`` (→ files, PowerPoint, a page), ``shipped`` (what knows this document's dimensions),
``cli`` (the shell, and what ``make`` runs).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.faults import DataError
from foip_analysis.dataset.loading import load
from foip_analysis.tables.about import about
from foip_analysis.tables.agreement import agreement
from foip_analysis.tables.association import association
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.disagreements import disagreements
from foip_analysis.tables.members import members
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:  # the names of _LATER, for editors and type checkers
    from foip_analysis.charts import style as style
    from foip_analysis.charts.map import plot_map as plot_map
    from foip_analysis.charts.plot import plot as plot
    from foip_analysis.dataset.outline import units_from as units_from
    from foip_analysis.dataset.verify import verify as verify
    from foip_analysis.engines.lake import scan as scan
    from foip_analysis.explorer.explore import explore as explore
    from foip_analysis.explorer.page import save_explorer as save_explorer
    from foip_analysis.files.figures import save_figure as save_figure
    from foip_analysis.files.tables import save_table as save_table
    from foip_analysis.files.template import template as template
    from foip_analysis.files.workbook import save_workbook as save_workbook
    from foip_analysis.shipped.citing import cite as cite
    from foip_analysis.shipped.deck import save_deck as save_deck
    from foip_analysis.shipped.overview import plot_overview as plot_overview
    from foip_analysis.tables.comparing import compare as compare
    from foip_analysis.tables.describing import describe as describe
    from foip_analysis.tables.findings import findings as findings
    from foip_analysis.tables.flows import flows as flows
    from foip_analysis.tables.panel import to_panel as to_panel
    from foip_analysis.tables.sensitivity import sensitivity as sensitivity
    from foip_analysis.tables.sets import combinations as combinations

__version__ = "0.1.0"

_LATER = {
    "cite": "shipped.citing",
    "combinations": "tables.sets",
    "compare": "tables.comparing",
    "describe": "tables.describing",
    "explore": "explorer.explore",
    "findings": "tables.findings",
    "flows": "tables.flows",
    "plot": "charts.plot",
    "plot_map": "charts.map",
    "plot_overview": "shipped.overview",
    "save_deck": "shipped.deck",
    "save_explorer": "explorer.page",
    "save_figure": "files.figures",
    "save_table": "files.tables",
    "save_workbook": "files.workbook",
    "scan": "engines.lake",
    "sensitivity": "tables.sensitivity",
    "template": "files.template",
    "to_panel": "tables.panel",
    "units_from": "dataset.outline",
    "verify": "dataset.verify",
}

__all__ = [
    "DataError",
    "Dataset",
    "about",
    "agreement",
    "association",
    "count",
    "cross_tab",
    "disagreements",
    "load",
    "members",
    *_LATER,
]


def __getattr__(name: str) -> Any:
    if name == "style":
        return import_module(f"{__name__}.charts.style")
    if name in _LATER:
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    hint = "" if name.startswith("_") else did_you_mean(name, __all__)
    if name.startswith("plot_"):
        from foip_analysis.charts.plot import CHARTS

        chart = name.removeprefix("plot_")
        hint = f" Call plot(table, {chart!r})." if chart in CHARTS else hint
    raise AttributeError(f"foip_analysis has no '{name}'.{hint}", name=name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_LATER])
