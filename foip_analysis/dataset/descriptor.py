"""``datapackage.json`` as it is read: title and version of a dataset, or what is wrong with it.

``package`` writes it. A folder needs none; one that is there is checked for what is used of it.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from foip_analysis.dataset.characters import named, strays
from foip_analysis.dataset.faults import Faults
from foip_analysis.dataset.reading import read_bytes

TEXT_FIELDS = ("title", "credit", "version", "name")  # and title_xx, credit_xx, in a language
LIST_FIELDS = ("resources", "licenses", "sources", "contributors")
FIELD_KINDS = {
    dict: "an object",
    list: "a list",
    str: "a text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    type(None): "null",
}


def read_package(folder: Path, faults: Faults) -> dict[str, str]:
    """Return the texts of a folder's ``datapackage.json``; none without it."""
    path = folder / "datapackage.json"
    raw = read_bytes(path, faults, needed=False)
    if raw is None:
        return {}

    fault = partial(faults.add, path.name, None)

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        for key in dict.fromkeys(key for key in keys if keys.count(key) > 1):
            fault(key, key, "stands twice in one object. Keep one.")
        return dict(pairs)

    problem = ""
    try:
        package = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=once)
        if not isinstance(package, dict):
            kind = FIELD_KINDS[type(package)]
            problem = f"is {kind} and not an object with keys. Make it again, or delete it."
    except RecursionError:
        problem = "is nested too deeply to be read. Make it again, or delete it."
    except UnicodeDecodeError as error:
        byte = f"byte {raw[error.start]:#04x}"
        problem = f"is not UTF-8 ({byte}). Save it again as UTF-8, or delete it."
    except ValueError as error:
        problem = f"is not JSON: {error}. Make it again, or delete it."
    if problem:
        fault("", "", problem)
        return {}
    texts = {}
    for key, value in package.items():
        found = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if key in TEXT_FIELDS or key.startswith(("title_", "credit_")):
            if not isinstance(value, str):
                fault(
                    key, found, f"is {FIELD_KINDS[type(value)]} and not a text. Put it in quotes."
                )
            elif odd := strays(value, key=False):
                fault(key, found, f"has {named(odd)} in it. Delete it, or type the text anew.")
            else:
                texts[key] = value
        elif key in LIST_FIELDS:
            if not isinstance(value, list):
                fault(key, found, f"is {FIELD_KINDS[type(value)]} and not a list. Write it in [ ].")
            elif wrong := [each for each in value if not isinstance(each, dict)]:
                problem = f"holds {FIELD_KINDS[type(wrong[0])]}; each entry is an object with keys."
                fault(key, found, f"{problem} Correct it.")
    return texts
