"""Folders with random damage, for what no rule foresees: bytes, cells, rows and files.

``python tests/dataset/fuzzing.py 10000`` damages so many folders and prints what ``load`` did; it
loads, or refuses with ``DataError``, and does nothing else.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from planting import ERRORS, SPACES, STRAYS, Files, P, saved, small

import foip_analysis as foip

CELLS = (
    *("", " ", "all", "none", "dimension", "tool", "self", "one", "stated", "0", "-1", "1e400"),
    *("9" * 400, "=1+1", '"', '""', ",", "\n", "é", "e\u0301", "日本", "\U0001f600", "x" * 5000),
    *ERRORS,
    *STRAYS.values(),
    *SPACES.values(),
)
VALUES = ("null", "[]", "{}", "1", "1e999", '"\\ud800"', "true", "[[", "NaN", '"a\\u202eb"')


def damaged(seed: int) -> dict[str, bytes]:
    """Return the files of the small dataset with one to four random damages."""
    chance = random.Random(seed)
    files = small()
    for _ in range(chance.randint(0, 3)):
        _damage_cells(files, chance)
    raw = saved(files)
    for _ in range(chance.randint(0, 2)):
        name = chance.choice(list(raw))
        raw[name] = _damage_bytes(raw[name], chance)
    if chance.random() < 0.2:
        value = chance.choice(VALUES)
        key = chance.choice(["title", "version", "title_ja", "resources", "x"])
        raw[P] = f'{{"{key}": {value}}}'.encode()
    if chance.random() < 0.05:
        del raw[chance.choice(list(raw))]
    return raw


def _damage_cells(files: Files, chance: random.Random) -> None:
    table = files[chance.choice(list(files))]
    if not table or not table[0]:
        return
    line = chance.choice(table)
    place = chance.randrange(len(line)) if line else 0
    kind = chance.randrange(7)
    if kind < 3 and line:
        text = line[place]
        at = chance.randint(0, len(text))
        given = chance.choice(CELLS)
        line[place] = given if kind == 0 else text[:at] + given + text[at:]
    elif kind == 3:
        table.remove(line)
    elif kind == 4:
        table.insert(chance.randint(0, len(table)), list(line))
    elif kind == 5 and line:
        del line[place]
    else:
        other = chance.choice(table)
        line[:], other[:] = list(other), list(line)


def _damage_bytes(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(raw))
    end = min(len(raw), at + chance.randint(1, 30))
    kind = chance.randrange(5)
    if kind == 0:
        return raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
    if kind == 1:
        return raw[:at] + chance.randbytes(chance.randint(1, 4)) + raw[at:]
    if kind == 2:
        return raw[:at] + raw[end:]
    if kind == 3:
        return raw[:at] + raw[at:end] + raw[at:]
    return raw[:at]


def met(seed: int, folder: Path) -> str:
    """Return what ``load`` did with a damaged folder: loaded, refused, or the name of an error."""
    for path in folder.iterdir():
        path.unlink()
    for name, raw in damaged(seed).items():
        (folder / name).write_bytes(raw)
    try:
        repr(foip.load(folder))
    except foip.DataError as error:
        str(error).encode()  # what can be printed
        return "refused" if len(error.faults) else "refused for nothing"
    except Exception as error:
        return f"raw: {type(error).__name__}: {error}"
    return "loaded"


if __name__ == "__main__":
    many = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as temporary:
        outcomes = {seed: met(seed, Path(temporary)) for seed in range(many)}
    print(Counter(outcomes.values()))
    print([seed for seed, outcome in outcomes.items() if outcome not in ("loaded", "refused")][:20])
