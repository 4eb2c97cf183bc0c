"""The front pages tell search engines of datasets what the data is: schema.org, as JSON-LD."""

from __future__ import annotations

import json

from gather import ROOT

from foip_analysis.dataset.croissant import facts
from foip_analysis.words.catalogue import FIRST

FRONT = {"index": FIRST, "index-ja": "ja"}  # page → its language


def tell(app, pagename: str, templatename: str, context: dict, doctree) -> None:
    """Give a front page the dataset's description, which ``data/datapackage.json`` has."""
    if pagename in FRONT:
        descriptor = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
        told = for_page(descriptor, FRONT[pagename], "data/")
        context["metatags"] = context.get("metatags", "") + script(told)


def for_page(descriptor: dict, lang: str, folder: str = "") -> dict:
    """Return a data package as schema.org's ``Dataset``, for a page in a language.

    ``folder`` is where the files lie, seen from the page: ``"data/"``.
    """
    description = descriptor.get(f"description_{lang}", descriptor.get("description"))
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": descriptor.get(f"title_{lang}", descriptor["title"]),
        "alternateName": descriptor["name"],
        **({"description": description} if description else {}),
        **facts(descriptor),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": resource["path"],
                "description": resource["description"],
                "contentUrl": folder + resource["path"],
                "encodingFormat": resource["mediatype"],
                "contentSize": f"{resource['bytes']} B",
                "sha256": resource["hash"].removeprefix("sha256:"),
            }
            for resource in descriptor["resources"]
        ],
    }


def script(told: dict) -> str:
    """Return what is told as a script of a page, which no text in it can close.

    Examples
    --------
    >>> script({"name": "</script>"})
    '<script type="application/ld+json">{"name": "\\\\u003c/script>"}</script>'
    """
    text = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'
