"""Japan's updated Free and Open Indo-Pacific (FOIP) as data: load, count, draw, check, cite.

The floors, from the ground up; each imports only what lies below it.

- ``numerals``, ``extras``: numbers as text, libraries that may be missing
- ``paths``, ``codebook``, ``faults``, ``reading``, ``checks``: where data is, what codes mean, what is wrong
- ``dataset``: four CSV files → a checked ``Dataset`` (``load``)
- ``membership``: codings → packed membership matrices
- ``selections``, ``notes``: what was selected, what a table counts and of what, in words and as calls
- ``axes``, ``tables``: datasets → tables of distinct initiatives (``count``, ``cross_tab``)
- ``listing``: from a number to the initiatives and the words behind it (``members``)
- ``sets``, ``streams``: which codes go together (``combinations``), from which code to which (``flows``)
- ``style``, ``findings``, ``layout``, ``charts``, ``interactive``: tables → figures (``plot_*`` with matplotlib, ``explore_*`` with plotly)
- ``comparisons``, ``residuals``, ``pairs``: ranges, layers, tests and co-occurrence → figures; ``overview``: a dataset on one page
- ``upset``, ``alluvial``: tables of sets and of flows → figures
- ``presenting``: tables → tables to present (``present``)
- ``showing``, ``formats``, ``saving``: tables → HTML with their note, file formats, files (``save_table``)
- ``gallery``: figures → files (``save_figure``); ``explorer``: a dataset → one page to explore without Python (``write_explorer``)
- ``describing``: what a code means (``describe``, ``codebook_view``)
- ``asking``, ``wording``, ``controls``, ``exploring``: a dataset → controls in a notebook (``explore``)
- ``office``, ``template``, ``slide_*``, ``slides``: tables and figures → PowerPoint (``save_deck``); ``deck``: the shipped decks

Plotting libraries are imported when a chart is drawn, not before.
"""

from importlib import import_module

from foip_analysis.dataset.dataset import Dataset, load
from foip_analysis.dataset.faults import DataError
from foip_analysis.dataset.membership import membership
from foip_analysis.tables.about import About, about
from foip_analysis.tables.agreement import agreement, disagreements
from foip_analysis.tables.association import Association, association
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.members import members

__version__ = "0.1.0"

_LATER = {
    "plot_heatmap": "charts.grid",
    "plot_bars": "charts.grid",
    "plot_dots": "charts.dots",
    "plot_multiples": "charts.dots",
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
    "explore_heatmap": "charts.hover",
    "explore_bars": "charts.hover",
    "present": "files.presenting",
    "save_figure": "files.figures",
    "save_table": "files.tables",
    "save_deck": "slides.deck",
    "write_explorer": "explorer.page",
    "foip_deck": "shipped.deck",
    "sensitivity": "tables.sensitivity",
    "cite": "shipped.citing",
    "explore": "explorer.notebook",
    "describe": "tables.describing",
    "codebook_view": "tables.describing",
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
    "membership",
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
