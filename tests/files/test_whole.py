"""Nothing lost: whatever goes wrong in a save, wherever, the old files stay or the new are whole.

The faults are planted by rule: each writer of the package, each step that its save takes, each
reason that a system gives.
"""

import builtins
import errno
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, TOY8, make_dataset

import foip_analysis as foip
from foip_analysis.cli import build, commands, shell
from foip_analysis.explorer import page
from foip_analysis.files import figures, sums, whole, workbook
from foip_analysis.files.whole import WriteError, held, settle, write_together, write_whole
from foip_analysis.slides import office
from foip_analysis.slides.stage import own_stage

STEPS = ("open", "fsync", "mkdir", "link", "replace", "unlink", "chmod")  # of os, and open itself
REASONS = ("ENOSPC", "EACCES", "EROFS", "EBUSY", "EIO")
METADATA = '[tool.foip-analysis.dataset]\nname = "a"\ntitle = "A"\nversion = "1"\n'
SET = [f"a.{suffix}" for suffix in figures.SUFFIXES]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, and every empty folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"folder"
        for path in sorted(folder.rglob("*"))
        if path.is_file() or not any(path.iterdir())
    }


class Faults:
    """The nth step of a save under a folder fails; with ``on``, so do all after it."""

    def __init__(self, folder: Path, monkeypatch):
        self.folder, self.patch = str(folder), monkeypatch
        self.count, self.at, self.on, self.reason = 0, 0, False, "EIO"

    def plant(self, at: int, reason: str = "EIO", *, on: bool = False) -> None:
        self.count, self.at, self.on, self.reason = 0, at, on, getattr(errno, reason)
        for owner, name in [(builtins, "open"), *((os, name) for name in STEPS)]:
            self.patch.setattr(owner, name, self._failing(getattr(owner, name), name))

    def lift(self) -> None:
        self.patch.undo()

    def _failing(self, real, name):
        def step(what, *more, **options):
            writes = name != "open" or (more and more[0] not in ("r", "rb", os.O_RDONLY))
            if writes and (isinstance(what, int) or str(what).startswith(self.folder)):
                self.count += 1
                if self.count == self.at or (self.on and self.count > self.at > 0):
                    raise OSError(self.reason, os.strerror(self.reason), what)
            return real(what, *more, **options)

        return step


@pytest.fixture
def faults(tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        yield Faults(tmp_path / "place", patch)


# Each writer with what it writes made beforehand, for only the writing is tried here.


@pytest.fixture(scope="module")
def made(shipped):
    figure = foip.plot(foip.count(shipped, "priority"))
    return figure, figures._made(figure), office.as_bytes(own_stage("en").deck)


def of_shell(*arguments):
    """Run a command; what it tells on stderr is the error."""

    def run(capsys):
        if shell.main([str(argument) for argument in arguments]):
            raise WriteError(0, capsys.readouterr().err.strip().removesuffix("."), "")

    return run


async def executed(*_, **__):
    """What is done in place of running a notebook."""


@pytest.fixture(
    params=[
        *("table", "workbook", "figure", "deck", "explorer"),
        *("output", "package", "notebook", "figures"),
    ]
)
def writer(request, made, shipped, tmp_path, monkeypatch, capsys):
    """A function that writes files into ``tmp_path / "place"``; all are there with old bytes."""
    place, kind = tmp_path / "place", request.param
    place.mkdir()
    figure, drawn, deck = made
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        cells=[nbformat.v4.new_code_cell("1 + 1")],
    )
    if kind == "table":
        table = foip.count(shipped, "priority")
        (place / "t.csv").write_bytes(b"old")
        return lambda: foip.save_table(table, place / "t.csv")
    if kind == "workbook":
        monkeypatch.setattr(workbook, "_as_bytes", lambda *_: b"new")
        (place / "w.xlsx").write_bytes(b"old")
        return lambda: foip.save_workbook(shipped, [], place / "w.xlsx")
    if kind == "figure":
        monkeypatch.setattr(figures, "_made", lambda _: drawn)
        for name in SET:
            (place / name).write_bytes(b"old")
        return lambda: foip.save_figure(figure, "a", folder=place)
    if kind == "deck":
        monkeypatch.setattr(office, "as_bytes", lambda _: deck)
        (place / "d.pptx").write_bytes(b"old")
        return lambda: foip.save_deck([], place / "d.pptx", title="a")
    if kind == "explorer":
        monkeypatch.setattr(page, "make_page", lambda *_, **__: "<html>")
        (place / "explorer.html").write_bytes(b"old")
        return lambda: foip.save_explorer(shipped, place / "explorer.html")
    if kind == "output":
        monkeypatch.setattr(commands, "load", lambda _: shipped)
        (place / "t.csv").write_bytes(b"old")
        run = of_shell("count", "priority", "--output", place / "t.csv")
        return lambda: run(capsys)
    if kind == "package":
        make_dataset(place, TOY8, {"tool": "A B C", "region": "N S E"})
        (place / "datapackage.json").write_text('{"title": "Old", "version": "0"}')
        (place / "croissant.json").write_bytes(b"old")
        (tmp_path / "about.toml").write_text(METADATA)
        run = of_shell("package", place, "--metadata", tmp_path / "about.toml")
        return lambda: run(capsys)
    if kind == "notebook":
        nbformat.write(notebook, place / "n.ipynb")
        notebook.cells[0].source = "2 + 2"
        monkeypatch.setattr(build, "_read", lambda _: notebook)
        monkeypatch.setattr("nbclient.NotebookClient.async_execute", executed)
        return lambda: build.run(place / "n.ipynb", tmp_path / "drafts")
    (tmp_path / "notebooks").mkdir()
    nbformat.write(notebook, tmp_path / "notebooks" / "n.ipynb")
    old = {"a.json": b"old", "gone.json": b"old"}
    (place / "figures").mkdir()
    for name, content in old.items():
        (place / "figures" / name).write_bytes(content)
    hashes = {name: sums.digest_of(place / "figures" / name) for name in old}
    (place / "figures" / "SHA256SUMS").write_bytes(sums.sums_of(hashes))

    def run_one(_, folder, **_options):
        folder.mkdir(parents=True)
        (folder / "a.json").write_text(json.dumps(dict.fromkeys(("title", "subtitle", "alt"), "")))

    monkeypatch.setattr(build, "run", run_one)
    monkeypatch.setattr(build, "write_decks", lambda _: [])
    monkeypatch.setattr(build, "save_explorer", lambda *_: None)
    monkeypatch.setattr(build, "load", lambda: shipped)
    return lambda: build.build(tmp_path / "notebooks", place / "figures")


def walked(writer, faults, tmp_path):
    """Keep a copy of the old files; return what stands before and after a save, and its steps."""
    place = tmp_path / "place"
    shutil.copytree(place, tmp_path / "old")
    old = snapshot(place)
    faults.plant(0)
    writer()
    faults.lift()
    return old, snapshot(place), faults.count


def test_a_fault_at_any_step_leaves_the_old_files_or_the_new(writer, faults, tmp_path):
    place = tmp_path / "place"
    old, new, steps = walked(writer, faults, tmp_path)
    assert steps >= 9
    assert new != old
    failed = 0
    for k in range(1, steps + 1):
        shutil.rmtree(place)
        shutil.copytree(tmp_path / "old", place)
        reason = REASONS[k % len(REASONS)]
        faults.plant(k, reason)
        try:
            writer()
        except OSError as error:
            failed += 1
            told = str(error)
            faults.lift()
            assert snapshot(place) == old, (k, reason)
            assert re.search(r"place/\S+: ", told), told
            assert "so nothing was changed: " in told
            assert "\n" not in told
            continue
        faults.lift()
        writer()  # clears what could not be cleared then
        assert snapshot(place) == new, (k, reason)
    assert failed >= 5


def test_a_disk_that_fails_from_a_step_on_is_mended_by_the_next_writer(writer, faults, tmp_path):
    place = tmp_path / "place"
    old, new, steps = walked(writer, faults, tmp_path)
    for k in range(1, steps + 1):
        shutil.rmtree(place)
        shutil.copytree(tmp_path / "old", place)
        faults.plant(k, "EROFS", on=True)
        try:
            writer()
        except OSError:
            pass
        faults.lift()
        for folder in (place, place / "figures"):
            if folder.is_dir():
                settle(folder)
        found = snapshot(place)
        drafts = {name for name in found if name.startswith(".figures.foip")}
        assert {name: found[name] for name in found.keys() - drafts} in (old, new), k
        writer()
        assert snapshot(place) == new, k


def test_nothing_else_in_the_package_writes():
    writes = re.compile(  # in no line of an example
        r"^(?! *(>>>|\.\.\. )).*(\.write_(text|bytes)\(|os\.replace\(|\bopen\([^()]*, \"[wxa]b?\")",
        re.M,
    )
    package = Path(foip.__file__).parent
    assert {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if writes.search(path.read_text(encoding="utf-8"))
    } == {"files/whole.py"}


# A set of files, one of which cannot be


def old_set(folder: Path, names: list[str] = SET) -> dict[Path, bytes]:
    for name in names:
        (folder / name).write_bytes(b"old")
    return {folder / name: b"new" for name in SET}


@pytest.mark.parametrize("name", SET)
@pytest.mark.parametrize("kind", ["folder", "read-only", "pipe", "loop"])
def test_one_that_cannot_be_replaced_leaves_all(tmp_path, name, kind):
    files, bad = old_set(tmp_path, [each for each in SET if each != name]), tmp_path / name
    if kind == "folder":
        bad.mkdir()
    elif kind == "read-only":
        bad.write_bytes(b"old")
        bad.chmod(0o444)
    elif kind == "pipe":
        os.mkfifo(bad)
    else:
        bad.symlink_to(bad)
    with pytest.raises(WriteError) as told:
        write_together(files)
    assert str(told.value).startswith(f"{bad}: ")
    assert {path.name for path in tmp_path.iterdir()} == set(SET)
    assert {(tmp_path / each).read_bytes() for each in SET if each != name} == {b"old"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder_is_told(tmp_path):
    files = old_set(tmp_path)
    tmp_path.chmod(0o555)
    with pytest.raises(WriteError, match="may not be written"):
        write_together(files)
    tmp_path.chmod(0o755)
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"old"}


def test_a_file_in_the_path_is_told_and_no_folder_is_left(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(WriteError, match="a folder in its path is a file"):
        write_whole(tmp_path / "taken" / "a.csv", b"new")
    with pytest.raises(WriteError, match="too long"):
        write_whole(tmp_path / "some" / "new" / ("a" * 300), b"new")
    assert snapshot(tmp_path) == {"taken": b"a file"}


FULL = """
import resource, sys
from pathlib import Path
from foip_analysis.files.whole import WriteError, write_together
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_together({Path(sys.argv[1]) / "a": b"new", Path(sys.argv[1]) / "b": b"n" * 2000})
except WriteError as error:
    print(error)
"""


def test_a_file_larger_than_the_system_allows_leaves_both(tmp_path):
    pytest.importorskip("resource")
    (tmp_path / "a").write_bytes(b"old")
    told = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith(f"{tmp_path / 'b'}: the file is larger")
    assert snapshot(tmp_path) == {"a": b"old"}


# What stays as it was


def test_mode_and_link_stay(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    (tmp_path / "b").symlink_to(tmp_path / "to come")
    paths = write_together({link: b"new", tmp_path / "plain.csv": b"new", tmp_path / "b": b"new"})
    assert paths == [link, tmp_path / "plain.csv", tmp_path / "b"]
    assert link.is_symlink()
    assert real.read_bytes() == (tmp_path / "to come").read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((tmp_path / "plain.csv").stat().st_mode) == 0o666 & ~umask
    with pytest.raises(ValueError, match="link to another of the files"):
        write_together({link: b"1", real: b"2"})


def test_two_writers_at_once_never_leave_a_mixed_set(tmp_path):
    write_together({tmp_path / name: b"0" for name in SET})
    seen, errors = [], []

    def write(letter: bytes) -> None:
        try:
            for _ in range(10):
                write_together({tmp_path / name: letter * 1000 for name in SET})
                with held(tmp_path / whole.LOCK):
                    seen.append(len({(tmp_path / name).read_bytes() for name in SET}))
        except OSError as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(letter,)) for letter in (b"1", b"2", b"3")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert set(seen) == {1}
    assert {path.name for path in tmp_path.iterdir()} == set(SET)


def test_who_waits_too_long_for_another_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(held.__wrapped__, "__defaults__", (0.01,))
    with (
        held(tmp_path / whole.LOCK),
        pytest.raises(WriteError, match="another program is writing into this folder"),
    ):
        write_whole(tmp_path / "a", b"new")


def killed_in_the_middle(folder: Path) -> None:
    """Leave a folder as a save of a set does that is killed after the first of its renames."""
    files = old_set(folder)
    changes = {path.name: content for path, content in files.items()}
    work = folder / f"{whole.WORK}dead"
    whole._prepare(work, changes)
    os.replace(work / "steps", work / whole.READY)
    os.replace(work / "new" / SET[0], folder / SET[0])


def test_the_next_writer_finishes_for_a_dead_one_but_not_over_what_was_changed_since(tmp_path):
    killed_in_the_middle(tmp_path)
    (tmp_path / SET[2]).write_bytes(b"by hand")
    (tmp_path / SET[3]).unlink()
    write_whole(tmp_path / "other", b"other")
    assert snapshot(tmp_path) == {
        "other": b"other",
        **{name: b"new" for name in SET if name not in (SET[2], SET[3])},
        SET[2]: b"by hand",
    }


def test_what_a_living_writer_has_begun_is_left_alone(tmp_path):
    work = tmp_path / f"{whole.WORK}alive"
    with held(tmp_path / whole.LOCK):
        work.mkdir()
        waiting = threading.Thread(target=write_whole, args=(tmp_path / "a", b"new"))
        waiting.start()
        waiting.join(0.1)
        assert work.is_dir()
        assert waiting.is_alive()
        work.rmdir()
    waiting.join()
    assert snapshot(tmp_path) == {"a": b"new"}


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child process")
def test_a_killed_save_is_whole_after_the_next(tmp_path):
    ended = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "kills.py"), "10"],
        capture_output=True,
        text=True,
        env=os.environ | {"TMPDIR": str(tmp_path)},
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    found = json.loads(ended.stdout.splitlines()[-1])
    assert found["by step"]["at once mixed"] > 0, "else no kill fell between two renames"
    assert found["by step"]["old"] > 0
    assert found["by step"]["new"] > 0
    assert sum(found["by chance"].values()) == 20


# The list of hashes of the folder of figures


def test_the_list_of_hashes_is_kept_in_step_for_what_it_lists(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "SHA256SUMS").write_bytes(sums.sums_of({"a": sums.digest_of(tmp_path / "a")}))
    before = (tmp_path / "SHA256SUMS").read_bytes()
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "SHA256SUMS").read_bytes() == before, "no folder of figures"
    monkeypatch.setenv("FOIP_FIGURES", str(tmp_path))
    write_together({tmp_path / "a": b"newer", tmp_path / "mine": b"mine"})
    assert sums.read_sums(tmp_path) == {"a": sums.digest_of(tmp_path / "a")}
