"""Build the site: ``python docs/make_site.py [FOLDER]`` writes it to ``site/``, to be opened by
double click.

The pages are gathered into a temporary folder, Sphinx turns them into HTML with warnings as errors,
and the files that pages link to as they are (figures, data, notebooks, plotly.js) are laid beside
them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from gather import ROOT, gather
from sphinx.cmd.build import build_main

from foip_analysis.charts import style

HERE = Path(__file__).resolve().parent
MARK = "objects.inv"  # a folder with this file is a site, and may be written anew


def build(site: Path) -> int:
    """Write the site to a folder, in place of what was there; return 0; if Sphinx warned another
    number, and the site is as it was.

    Raises
    ------
    ValueError
        If the folder holds something that is no site.
    """
    if site.exists() and any(site.iterdir()) and not (site / MARK).is_file():
        raise ValueError(f"{site} holds files that are no site. Name another folder, or empty it.")
    with tempfile.TemporaryDirectory() as folder:
        sources, trees, made = (Path(folder) / name for name in ("sources", "trees", "made"))
        gather(sources)
        options = ["--fail-on-warning", "--keep-going", "--quiet", "--builder", "html"]
        status = build_main(
            [
                *options,
                "--conf-dir",
                str(HERE),
                "--doctree-dir",
                str(trees),
                str(sources),
                str(made),
            ]
        )
        if status:
            return status
        if (sources / "notebooks" / "pictures").is_dir():
            shutil.copytree(sources / "notebooks" / "pictures", made / "notebooks" / "pictures")
        shutil.rmtree(made / "_sources", ignore_errors=True)  # an empty folder
        (made / ".buildinfo").unlink(missing_ok=True)  # its sum is another one in another folder
        _lay_beside(made)
        shutil.rmtree(site, ignore_errors=True)
        shutil.move(made, site)
    return 0


def _lay_beside(site: Path) -> None:
    """Copy what pages link to as it is, and write the package's colours for the style sheet."""
    import plotly

    shutil.copytree(ROOT / "figures", site / "figures", ignore=shutil.ignore_patterns("README.md"))
    for pattern in ("data/*.csv", "data/*.json", "notebooks/*.ipynb"):
        for path in sorted(ROOT.glob(pattern)):
            target = site / path.relative_to(ROOT)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target)
    shutil.copyfile(
        Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
        site / "_static" / "plotly.min.js",
    )
    (site / "_static" / "colours.css").write_text(_colours(), encoding="utf-8")


def _colours() -> str:
    """Return the light and dark colours of ``foip_analysis.style`` as CSS variables."""
    return "".join(
        f'html[data-theme="{theme}"] {{ '
        + " ".join(f"--foip-{part}: {colour};" for part, colour in style.THEMES[theme].items())
        + " }\n"
        for theme in ("light", "dark")
    )


if __name__ == "__main__":
    try:
        sys.exit(build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"))
    except ValueError as error:
        sys.exit(str(error))
