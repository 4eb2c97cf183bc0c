"""A data package's descriptor → what researchers' catalogues read: Croissant 1.1.

``package`` reads the descriptor off the files, and nothing here adds to it: a fact of the dataset
stands in one place and is spelt in three vocabularies, the third for the site's front pages, in
``docs/linked_data.py``. What responsible use asks for (Croissant's
``rai:`` properties) is prose, and is taken from the sections of the folder's ``README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from foip_analysis.words.catalogue import FIRST, languages

# The context that version 1.1 recommends, name and description in languages.
TERMS = (
    "annotation arrayShape citeAs column containedIn equivalentProperty excludes extract field "
    "fileObject fileProperty fileSet format includes isArray isLiveDataset jsonPath key md5 "
    "parentField path readLines recordSet references regex repeated replace samplingRate "
    "sdVersion separator source subField transform unArchive value"
)
CONTEXT: dict[str, Any] = {
    "@language": FIRST,
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "description": {"@container": "@language"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    **{term: f"cr:{term}" for term in TERMS.split()},
}
CONFORMS_TO = ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"]
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float"}

Json = dict[str, Any]


def read_card(text: str, headings: Mapping[str, str]) -> dict[str, str]:
    """Return what a dataset card says under its headings, as plain text.

    Parameters
    ----------
    text
        The card, in Markdown.
    headings
        Property → the heading (of the second level) of the section that says it.

    Raises
    ------
    ValueError
        If there is no such section, or nothing in it.

    Examples
    --------
    >>> from foip_analysis.dataset.croissant import read_card
    >>> read_card("# Data\\n\\n## Limits\\n\\n- Few *rows*.\\n- Old.\\n", {"dataBiases": "Limits"})
    {'dataBiases': 'Few rows. Old.'}
    """
    sections = {}
    for section in re.split(r"^## ", text, flags=re.M)[1:]:
        heading, _, body = section.partition("\n")
        sections[heading.strip()] = body
    told = {}
    for name, heading in headings.items():
        body = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", sections.get(heading, ""))
        body = re.sub(r"[`*]|^- ", "", body, flags=re.M)
        if not (plain := " ".join(body.split())):
            raise ValueError(
                f"README.md says nothing under '## {heading}', which {name} is read from. Write "
                "the section, or take the line out of [tool.foip-analysis.card]."
            )
        told[name] = plain
    return told


def as_croissant(descriptor: Json, card: Mapping[str, str] | None = None) -> Json:
    """Return a data package as Croissant 1.1 (JSON-LD).

    Parameters
    ----------
    descriptor
        What ``describe`` returned.
    card
        Responsible-AI property, such as ``dataLimitations`` → what is to be said.
    """
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO if card else CONFORMS_TO[:1],
        **facts(descriptor),
        "name": _in_languages(descriptor, "title"),
        **_given("description", _in_languages(descriptor, "description")),
        **_given("citeAs", _bibtex(descriptor)),
        **{f"rai:{name}": said for name, said in (card or {}).items()},
        "distribution": [_file(resource) for resource in descriptor["resources"]],
        "recordSet": [_record_set(resource) for resource in descriptor["resources"]],
    }


def facts(descriptor: Json) -> Json:
    """Return what Croissant and schema.org call by the same name; what is not known is left out."""
    licences = [each.get("path", each.get("name")) for each in descriptor.get("licenses", [])]
    creators = [
        {"@type": "Organization", "name": each["title"]}
        for each in descriptor.get("contributors", [])
        if "creator" in each.get("roles", [])
    ]
    sources = [
        {"@type": "CreativeWork", "name": each["title"]} for each in descriptor.get("sources", [])
    ]
    return {
        **_given("identifier", descriptor.get("id")),
        **_given("url", descriptor.get("homepage")),
        "version": descriptor["version"],
        **_given("license", licences[0] if len(licences) == 1 else licences),
        **_given("creator", creators[0] if len(creators) == 1 else creators),
        **_given("dateCreated", descriptor.get("created", "")[:10]),
        **_given("datePublished", descriptor.get("published")),
        **_given("keywords", descriptor.get("keywords")),
        "inLanguage": _languages(descriptor),
        **_given("isBasedOn", sources[0] if len(sources) == 1 else sources),
    }


def _given(name: str, value: Any) -> Json:
    return {name: value} if value else {}


def _in_languages(descriptor: Json, key: str) -> Json:
    texts = {FIRST: descriptor.get(key)}
    texts |= {lang: descriptor.get(f"{key}_{lang}") for lang in languages() if lang != FIRST}
    return {lang: text for lang, text in texts.items() if text}


def _languages(descriptor: Json) -> list[str]:
    """Return the languages that the initiatives are named in."""
    fields = descriptor["resources"][0]["schema"]["fields"]
    named = [field["name"].removeprefix("name_") for field in fields]
    return [lang for lang in languages() if lang in named]


def _bibtex(descriptor: Json) -> str:
    makers = [each["title"] for each in descriptor.get("contributors", [])]
    facts = {
        "title": descriptor["title"],
        "author": " and ".join(f"{{{maker}}}" for maker in makers),
        "year": descriptor.get("published", "")[:4],
        "version": descriptor["version"],
        "license": ", ".join(each.get("name", "") for each in descriptor.get("licenses", [])),
    }
    inner = ", ".join(f"{key} = {{{said}}}" for key, said in facts.items() if said)
    return f"@misc{{{descriptor['name']}, {inner}}}"


def _digest(resource: Json) -> str:
    return str(resource["hash"]).removeprefix("sha256:")


def _file(resource: Json) -> Json:
    return {
        "@type": "cr:FileObject",
        "@id": resource["path"],
        "name": resource["path"],
        "description": resource["description"],
        "contentUrl": resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": resource["mediatype"],
        "sha256": _digest(resource),
    }


def _record_set(resource: Json) -> Json:
    name, schema = resource["name"], resource["schema"]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": resource["description"],
        "key": [{"@id": f"{name}/{column}"} for column in schema["primaryKey"]],
        "field": [_field(resource, field) for field in schema["fields"]],
    }


def _field(resource: Json, field: Json) -> Json:
    column = field["name"]
    referenced = [
        f"{key['reference']['resource']}/{theirs}"
        for key in resource["schema"].get("foreignKeys", [])
        for ours, theirs in zip(key["fields"], key["reference"]["fields"], strict=True)
        if ours == column
    ]
    return {
        "@type": "cr:Field",
        "@id": f"{resource['name']}/{column}",
        "name": column,
        **_given("description", field.get("description")),
        "dataType": TYPES[field["type"]],
        "source": {"fileObject": {"@id": resource["path"]}, "extract": {"column": column}},
        **({"references": {"field": {"@id": referenced[0]}}} if referenced else {}),
    }
