"""Japan's updated Free and Open Indo-Pacific (FOIP) as data: load, count, draw, check, cite.

What to call for what. First a dataset, then a table of it, then what shows the table:

    dataset = foip.load() table = foip.cross_tab(dataset, "tool", "region") foip.plot_heatmap(table)

- a dataset: ``load``; of it ``.where(tool="osa")``, ``.stated()``, ``.membership("tool")``
- tables: ``count``, ``cross_tab``, ``combinations`` (which codes go together), ``flows`` (from
  which code to which); what they rest on: ``sensitivity``, ``association``, ``agreement``
- from a number to the words: ``members`` (the initiatives behind a cell), ``describe`` (what a code
  means), ``about`` (a table's note, base, call), ``verify`` (against the source), ``cite``
- figures: ``plot_heatmap``, ``plot_bars``, ``plot_dots``, ``plot_multiples``, ``plot_pairs``,
  ``plot_residuals``, ``plot_sets``, ``plot_flows``, ``plot_map``, ``plot_overview``; under the
  pointer: ``explore_…`` of the same name; how they look: ``style``
- a whole dataset to click through: ``explore`` (in JupyterLab), ``save_explorer`` (a page)
- files: ``save_table``, ``save_figure``, ``save_deck``, ``save_foip_deck``

Inside, one folder is one verb, and each imports only from those before it: ``words`` (every
sentence), ``dataset`` (CSV → a checked Dataset), ``tables`` (datasets → tables), ``charts``
(tables → figures), ``files``, ``slides`` and ``explorer`` (→ files, PowerPoint, a page),
``shipped`` (what knows this document's dimensions), ``cli`` (the shell, and what ``make`` runs).
"""

from importlib import import_module

from foip_analysis.dataset.dataset import Dataset, load
from foip_analysis.dataset.faults import DataError
from foip_analysis.tables.about import About, about
from foip_analysis.tables.agreement import agreement, disagreements
from foip_analysis.tables.association import Association, association
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.members import members

__version__ = "0.1.0"

_LATER = {
    "plot_heatmap": "charts.heatmap",
    "plot_bars": "charts.bars",
    "plot_dots": "charts.dots",
    "plot_multiples": "charts.multiples",
    "plot_pairs": "charts.pairs",
    "plot_residuals": "charts.residuals",
    "plot_overview": "shipped.overview",
    "combinations": "tables.sets",
    "flows": "tables.flows",
    "plot_sets": "charts.sets",
    "explore_sets": "charts.sets",
    "plot_flows": "charts.flows",
    "explore_flows": "charts.flows",
    "plot_map": "charts.map",
    "explore_map": "charts.map",
    "explore_heatmap": "charts.heatmap",
    "explore_bars": "charts.bars",
    "present": "files.presenting",
    "save_figure": "files.figures",
    "save_table": "files.tables",
    "save_deck": "slides.deck",
    "save_explorer": "explorer.page",
    "save_foip_deck": "shipped.deck",
    "sensitivity": "tables.sensitivity",
    "cite": "shipped.citing",
    "explore": "explorer.notebook",
    "describe": "tables.describing",
    "verify": "dataset.verify",
}

__all__ = [
    "About",
    "Association",
    "about",
    "DataError",
    "Dataset",
    "agreement",
    "association",
    "count",
    "cross_tab",
    "disagreements",
    "load",
    "members",
    *_LATER,
]


def __getattr__(name: str):
    if name == "style":
        return import_module(f"{__name__}.charts.style")
    if name in _LATER:
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*globals(), *_LATER])
