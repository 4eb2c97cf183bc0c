"""Files are written whole or not at all, one alone or several together; nothing else writes.

The steps are those of a journal. Under a lock that only one writer of a folder holds, every new
file is written into a hidden folder beside its place, where the old ones are kept too; then a list
of what is to be done, the hash of each file before and after; only then are the files put in place,
one rename each. What goes wrong before the list leaves the old files, as nothing was touched. What
goes wrong after it is undone. A program that is killed can undo nothing: the next writer of the
folder finds the list and finishes what it says, but for files that were changed since. As the lock
goes with the program that held it, what lies there under the lock is always of a dead one.

A link is written through and stays a link; mode and owner of a file stay; a file that is marked
read-only is refused. Not kept: other names of a file (hard links) and lists of access. Who reads
while several files are put in place can see new ones beside old ones for the time of the renames:
no file system renames several files as one step. Where a file system has no locks, two writers at
once are not kept apart, and nothing is finished for a dead one.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from foip_analysis.files.sums import digest_of, keep_sums

MEANWHILE = ".foip-writing"  # how the name of whatever lies here meanwhile begins
LOCK = f"{MEANWHILE}.lock"
WORK = f"{MEANWHILE}-"  # and some letters: the hidden folder of one writing
READY, BACK = "ready", "back"  # what is to be done; that it is to be undone
WAIT = 60  # seconds to wait for another writer, who needs a few thousandths

Changes: TypeAlias = dict[str, bytes | None]  # the name of a file → what it will hold; None: gone

WHY = {  # what the system says → what it means, and what to do
    "ENOSPC": ("the disk is full", "make room, then write again"),
    "EDQUOT": ("no more may be stored here", "make room, then write again"),
    "EFBIG": ("the file is larger than may be written here", "raise the limit (ulimit -f)"),
    "EACCES": ("this may not be written", "get leave to write here, or name another place"),
    "EPERM": ("this may not be replaced", "get leave to write here, or name another place"),
    "EROFS": ("nothing may be written on this disk", "name another place"),
    "EBUSY": ("another program uses it", "close it there, then write again"),
    "ETXTBSY": ("another program uses it", "close it there, then write again"),
    "EAGAIN": ("another program is writing into this folder", "wait for it, then write again"),
    "EISDIR": ("there is a folder of this name", "name another file, or move the folder"),
    "ENOTDIR": ("a folder in its path is a file", "name another place, or move that file"),
    "EEXIST": ("a folder in its path is a file", "name another place, or move that file"),
    "ENAMETOOLONG": ("the name is too long", "name a shorter one"),
    "ELOOP": ("it is a link that leads to itself", "remove the link, or name another file"),
    "EINVAL": ("it is no file that can be replaced", "name another one"),
}


class WriteError(OSError):
    """A file was not written: which, why, and what to do, in a sentence."""

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}."


def write_whole(path: str | os.PathLike[str], content: bytes) -> Path:
    """Write one file whole, or leave what was there; return its path.

    Raises
    ------
    WriteError
        If it cannot be written; what was there is then as it was.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_whole(f"{folder}/new/a.txt", b"abc")
    ...     print(path.read_bytes(), [found.name for found in path.parent.iterdir()])
    b'abc' ['a.txt']
    """
    return write_together({Path(path): content})[0]


def write_together(files: Mapping[Path, bytes | None]) -> list[Path]:
    """Write several files, all or none; return the paths of those that are there.

    Parameters
    ----------
    files
        Paths → what the files will hold, None for one that is to be removed. Missing folders are
        made. In the folder of figures, the list of hashes (``SHA256SUMS``) is kept in step for the
        files that it lists.

    Raises
    ------
    WriteError
        If one cannot be written; all files are then as they were.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     a, b = Path(folder) / "a.txt", Path(folder) / "b.txt"
    ...     _ = write_together({a: b"1", b: b"1"})
    ...     _ = write_together({a: b"2", b: None})
    ...     print(a.read_bytes(), b.exists())
    b'2' False
    """
    folders: dict[Path, Changes] = {}
    first: dict[Path, Path] = {}  # of each folder the file to name, as it was given
    for path, content in files.items():
        place = _place(path)
        first.setdefault(place.parent, path)
        changes = folders.setdefault(place.parent, {})
        if place.name in changes:
            raise ValueError(f"{path} is a link to another of the files. Remove it.")
        changes[place.name] = content
    with ExitStack() as stack:
        works = {}
        for folder in sorted(folders):
            with told(first[folder]):
                for new in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
                    os.mkdir(new)
                    stack.callback(_remove_empty, new)  # in vain where all went well
                if stack.enter_context(held(folder / LOCK)):
                    _settle_all(folder)
        for folder, changes in folders.items():
            keep_sums(folder, changes)
            works[folder] = work = folder / f"{WORK}{secrets.token_hex(4)}"
            try:
                _prepare(work, changes)
            except BaseException:
                for each in works.values():
                    shutil.rmtree(each, ignore_errors=True)
                raise
        _put_in_place(works, folders)
    return [path for path, content in files.items() if content is not None]


def settle(folder: Path) -> None:
    """Finish or clear what killed programs left in a folder."""
    with told(folder), held(folder / LOCK) as alone:
        if alone:
            _settle_all(folder)


@contextmanager
def held(lock: Path, patience: float = WAIT) -> Iterator[bool]:
    """Hold a lock, a file that is there meanwhile; give False where the file system has none.

    Raises
    ------
    OSError
        If another program holds it for longer than ``patience``, in seconds.
    """
    until = time.monotonic() + patience
    alone = True
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(descriptor)
        except OSError as error:
            if error.errno in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL):
                alone = False
                break
            os.close(descriptor)
            if time.monotonic() > until:
                raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(lock)) from error
            time.sleep(0.005)
            continue
        if _is(descriptor, lock):  # and not one that its holder has just removed
            break
        os.close(descriptor)
    try:
        yield alone
    finally:
        if os.name == "nt":  # an open file cannot be removed, so nobody else's is
            os.close(descriptor)
        with suppress(OSError):
            os.unlink(lock)
        if os.name != "nt":
            os.close(descriptor)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Let what the system refuses be told of a file: which, why, and what to do.

    Raises
    ------
    WriteError
        For any other OSError.
    """
    try:
        yield
    except WriteError:
        raise
    except OSError as error:
        raise _told_of(error, path) from error


def _place(path: Path) -> Path:
    """Return where a file is written, links followed; refuse what must not be replaced."""
    place = Path(os.path.realpath(path))
    with told(path):
        try:
            mode = os.lstat(place).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return place
        reason = None
        if stat.S_ISDIR(mode):
            reason = errno.EISDIR
        elif stat.S_ISLNK(mode):
            reason = errno.ELOOP
        elif not stat.S_ISREG(mode):
            reason = errno.EINVAL
        elif not mode & 0o222 or not os.access(place, os.W_OK):
            reason = errno.EACCES
        if reason:
            raise OSError(reason, os.strerror(reason))
    return place


def _prepare(work: Path, changes: Changes) -> None:
    """Write what will be, keep what is, and last the list of what is to be done."""
    folder = work.parent
    steps: dict[str, tuple[str | None, str | None]] = {}
    for name, content in changes.items():
        with told(folder / name):
            for part in (work, work / "new", work / "old"):
                if not part.exists():
                    os.mkdir(part)
            if (folder / name).exists():
                _keep(folder / name, work / "old" / name)
            if content is not None:
                _write(work / "new" / name, content, like=folder / name)
            after = None if content is None else hashlib.sha256(content).hexdigest()
            steps[name] = digest_of(folder / name), after
    with told(folder / next(iter(changes))):
        _write(work / "undo", b"")  # now: a full disk might have no room for it later
        _write(work / "steps", json.dumps(steps).encode())


def _put_in_place(works: Mapping[Path, Path], folders: Mapping[Path, Changes]) -> None:
    at = next(iter(works)) / next(iter(next(iter(folders.values()))))
    try:
        for work in works.values():
            os.replace(work / "steps", work / READY)
        for folder, changes in folders.items():
            for name, content in changes.items():
                at = folder / name
                if content is not None:
                    os.replace(works[folder] / "new" / name, at)
                else:
                    at.unlink(missing_ok=True)
    except BaseException as error:
        undone = _undo(list(works.values()))
        if isinstance(error, OSError):
            raise _told_of(error, at, undone=undone) from error
        raise
    for work in works.values():
        shutil.rmtree(work, ignore_errors=True)  # if not now, then by the next


def _undo(works: list[Path]) -> bool:
    """Put the old files back; False if that cannot be, and is left to the next writer."""
    try:
        for work in works:
            os.replace(work / "undo", work / BACK)
        for work in works:
            _settle(work)
    except OSError:
        return False
    return True


def _settle_all(folder: Path) -> None:
    for work in sorted(folder.glob(f"{WORK}*")):
        with suppress(OSError):  # then it stays for another time
            _settle(work)


def _settle(work: Path) -> None:
    """Do or undo what is left of a list, but for files that were changed since; then clear."""
    if (work / READY).exists():
        back = (work / BACK).exists()
        steps = json.loads((work / READY).read_bytes())
        for name, (old, new) in steps.items():
            before, after = (new, old) if back else (old, new)
            kept, place = work / ("old" if back else "new") / name, work.parent / name
            if digest_of(place) == before and before != after:
                if after is None:
                    place.unlink()
                elif kept.exists():
                    os.replace(kept, place)
    shutil.rmtree(work)


def _write(file: Path, content: bytes, like: Path | None = None) -> None:
    """Write a new file down to the disk, with mode and owner of another if there is one."""
    with open(file, "xb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())  # some disks say only now that they are full
    if like is not None and like.exists():
        status = like.stat()
        if hasattr(os, "chown"):
            with suppress(OSError):  # only root gives files away
                os.chown(file, status.st_uid, status.st_gid)
        os.chmod(file, stat.S_IMODE(status.st_mode))


def _keep(file: Path, kept: Path) -> None:
    try:
        os.link(file, kept)
    except OSError:  # a file system without links, or a file that allows none
        shutil.copy2(file, kept)


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        os.rmdir(folder)


def _told_of(error: OSError, path: Path, *, undone: bool = True) -> WriteError:
    number = error.errno or 0
    why, remedy = WHY.get(
        errno.errorcode.get(number, ""),
        (error.strerror or str(error), "mend this, then write again"),
    )
    state = (
        "so nothing was changed"
        if undone
        else "and what was begun could not be undone, so new files may stand beside old ones"
    )
    return WriteError(number, f"{why}, {state}: {remedy}", str(path))


def _is(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
