"""The hashes of a folder's files, in a list beside them (``SHA256SUMS``): by it a file that was
made is told from one that was added or changed by hand.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from foip_analysis.dataset.paths import figures_folder

SUMS = "SHA256SUMS"


def read_sums(folder: Path) -> dict[str, str]:
    """Return the hashes of a folder's list by file; none without a list."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    pairs = (line.split(maxsplit=1) for line in lines if " " in line)
    return {name.removeprefix("*"): digest for digest, name in pairs}


def sums_of(hashes: Mapping[str, str]) -> bytes:
    """Return a list of hashes as ``sha256sum`` writes it."""
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes)).encode()


def digest_of(file: Path) -> str | None:
    """Return the hash of what a file holds; None if there is no file."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except (FileNotFoundError, IsADirectoryError):
        return None


def keep_sums(folder: Path, changes: MutableMapping[str, bytes | None]) -> None:
    """Let the list of hashes of the folder of figures tell what its files will hold: ``changes``
    are file → what that is, None for one that goes.
    """
    if SUMS in changes or Path(os.path.realpath(figures_folder())) != folder:
        return
    sums = read_sums(folder)
    if not sums.keys() & changes.keys():
        return
    for name in sums.keys() & changes.keys():
        content = changes[name]
        if content is None:
            del sums[name]
        else:
            sums[name] = hashlib.sha256(content).hexdigest()
    changes[SUMS] = sums_of(sums)
