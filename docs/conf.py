"""Sphinx settings of the site; ``make_site.py`` calls Sphinx with them. No setting asks the
network for anything.
"""

from pathlib import Path

import japanese_pages
import japanese_search
import linked_data
from gather import ROOT
from signatures import spell_out

import foip_analysis
from foip_analysis.words.catalogue import languages, say

project = "FOIP Analysis"
copyright = "FOIP Analysis contributors · Code: MIT · Data: CC BY 4.0"
version = release = foip_analysis.__version__
language = "en"
root_doc = "index"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.autosummary", "numpydoc"]
templates_path = [str(Path(__file__).resolve().parent / "_templates")]
smartquotes = False  # quotes and -- are shown as they are typed

myst_heading_anchors = 3
nb_execution_mode = "off"
nb_ipywidgets_js = {}

autosummary_generate = True
# A class and a function of one name would be one file where upper and lower case are the same.
autosummary_filename_map = {
    f"foip_analysis.{name}": f"{name}-class" if name[0].isupper() else name
    for name in [*foip_analysis.__all__, "style"]
}
autodoc_typehints_format = "short"
autodoc_member_order = "bysource"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 72
numpydoc_show_class_members = False
add_module_names = False

html_theme = "pydata_sphinx_theme"
html_title = project
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_show_search_summary = False  # a page that is opened from a folder cannot read the others
html_use_index = False
html_domain_indices = False
html_last_updated_fmt = None
html_context = {
    "default_mode": "auto",
    "explorer": (ROOT / "figures" / "explorer.html").is_file(),
    "explorer_names": {lang: say("site-explorer", lang) for lang in languages()},
}
html_sidebars = {
    page: []
    for page in (
        "index",
        "index-ja",
        "data/*",
        "initiatives-*",
        "codebook-*",
        "gallery-*",
        "C*",
        "REPRODUCING",
        "promises",
        "accessibility",
        "benchmarks/*",
        "docs/large",
    )
}
html_theme_options = {
    "navbar_end": ["explorer-link", "theme-switcher"],
    "header_links_before_dropdown": 7,
    "footer_start": ["copyright"],
    "footer_end": [],
    "secondary_sidebar_items": {
        page: ["page-toc"] for page in ("*", "data/*", "benchmarks/*", "docs/*")
    },
    "show_toc_level": 2,
    "search_bar_text": "Search",
}


def setup(app) -> None:
    """Add the search in Japanese, signatures in words, the data told to machines and the pages in
    Japanese.
    """
    japanese_search.setup(app)
    app.connect("autodoc-process-signature", spell_out)
    app.connect("html-page-context", linked_data.tell)
    app.connect(
        "html-page-context", japanese_pages.speak, priority=900
    )  # after the theme has made its bar
