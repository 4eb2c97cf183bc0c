"""Kill a program while it saves a set of files, again and again, and look what is left.

``python benchmarks/kills.py [KILLS]`` kills in two ways: once at each step that a save takes, by
rule, and KILLS times (100) at a moment by chance, KILL and TERM in turn. After each the next save
into the folder is of another file; then the set must be all old or all new, and nothing else may
lie there. The last line is a count of each, as JSON; a set that is not whole is exit code 1.
"""

from __future__ import annotations

import builtins
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from foip_analysis.files.whole import write_together, write_whole

SET = [f"a.{suffix}" for suffix in ("png", "svg", "pdf", "csv", "json")]
SIZE = 300_000  # bytes a file
STEPS = ("open", "fsync", "mkdir", "link", "replace", "unlink", "rmdir", "chmod")
OLD, NEW = b"1", b"2"


def main(kills: int) -> int:
    """Kill by rule and by chance, and print what was found."""
    found = {"by step": by_step(), "by chance": by_chance(kills)}
    print(json.dumps(found))
    return int(any(kind not in ("old", "new") for kind in _whole(found)))


def by_step() -> dict[str, int]:
    """Kill a save before its first step, before its second, and so on until it ends."""
    found: Counter[str] = Counter()
    for k in range(1, 1000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            save(folder, OLD)
            ended = in_a_child(lambda folder=folder, k=k: save_and_die(folder, NEW, k))
            if ended == 0:
                return dict(found)
            found.update(left(folder))
    raise AssertionError("a save that does not end")


def by_chance(kills: int) -> dict[str, int]:
    """Kill a program that saves one set after the other at a moment by chance."""
    found: Counter[str] = Counter()
    chance = random.Random(0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "figures"
        for n in range(kills):
            shutil.rmtree(folder, ignore_errors=True)
            save(folder, OLD)
            child = os.fork()
            if not child:
                _forever(folder)
            time.sleep(chance.uniform(0.0, 0.2))
            os.kill(child, (signal.SIGKILL, signal.SIGTERM)[n % 2])
            os.waitpid(child, 0)
            found.update(left(folder))
    return dict(found)


def save(folder: Path, letter: bytes) -> None:
    """Save a set whose files all hold one letter."""
    write_together({folder / name: letter * SIZE for name in SET})


def save_and_die(folder: Path, letter: bytes, step: int) -> None:
    """Save a set, and be killed before a step of it."""
    taken = 0

    def counted(function: Callable) -> Callable:
        def call(*arguments, **options):
            nonlocal taken
            taken += 1
            if taken == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*arguments, **options)

        return call

    builtins.open = counted(builtins.open)
    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    save(folder, letter)


def in_a_child(work: Callable[[], None]) -> int:
    """Do something in a child process; return how it ended, 0 for well."""
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    return os.waitpid(child, 0)[1]


def left(folder: Path) -> list[str]:
    """Return what a killed save left, before and after the next save into the folder."""
    found = [f"at once {_state(folder)}"]
    write_whole(folder / "other.txt", b"other")
    names = {path.name for path in folder.iterdir()}
    extra = names - {*SET, "other.txt"}
    return [*found, _state(folder), *(["leftover"] if extra else [])]


def _state(folder: Path) -> str:
    held = {(folder / name).read_bytes() for name in SET}
    if any(content != content[:1] * SIZE for content in held):
        return "torn"
    return "mixed" if len(held) > 1 else "old" if held == {OLD * SIZE} else "new"


def _whole(found: dict[str, dict[str, int]]) -> set[str]:
    return {kind for counts in found.values() for kind in counts if not kind.startswith("at once")}


def _forever(folder: Path) -> None:
    n = 0
    while True:
        n += 1
        save(folder, (NEW, OLD)[n % 2])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
