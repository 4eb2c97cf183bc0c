"""What the cells of a dataset may hold: words with a meaning, forms, ranges of numbers."""

from __future__ import annotations

import numpy as np

BASES = ("stated", "position", "inferred")
STATED = ("stated", "position")  # what the source says, by a term or by where it stands
OWED = {"one": "exactly one", "some": "one or more"}  # codes that each initiative needs
HOW_MANY = (*OWED, "any")
RESERVED = ("all", "none")
COMPUTED = ("mentioned_in",)  # of initiatives: stands in the table that is loaded, not in the file
MARKERS = ("point", "area")
LONGEST_TERM = {"cjk": 27, "other": 60}  # characters
FORMS = {  # column → what a cell that is filled in looks like, and how that is told
    "iso3": (r"[A-Z]{3}", "is no ISO 3166-1 alpha-3 code: three capitals. Correct it."),
    "colour": (r"#[0-9a-fA-F]{6}", "is not a colour. Write it as #rrggbb, for example #2f5da8."),
    "sha256": (r"[0-9a-f]{64}", "is not a SHA-256. Write its 64 digits and small letters, 0 to f."),
}
DEGREES = ("longitude", "latitude")
WITHIN = {  # column of numbers → from, to, how what is outside is told; all but degrees are whole
    "longitude": (-180, 180, "is outside −180 to 180 degrees. Correct it."),
    "latitude": (-90, 90, "is outside −90 to 90 degrees. Correct it."),
    "line": (1, np.inf, "is not a whole number from 1. Correct it."),
    "characters": (0, np.inf, "is not a whole number from 0. Correct it."),
    "m49": (1, 999, "is not a whole number from 1 to 999. Correct it."),
}
_ARGUMENTS = """
self dataset dimension dimensions rows columns by count weight share of margins none lang codes code
order top limit per source to expand least draws seed other options
"""
ARGUMENTS = frozenset(_ARGUMENTS.split())  # of where and of what makes tables: no dimension's name
