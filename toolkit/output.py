"""Write files so that a reader finds the old one or the new one, never half of one."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from filecmp import cmp
from functools import cache
from itertools import count
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, Final

from toolkit.errors import OutputError

# The name of a file that is being written: of which process, and the how manieth.
_PART: Final = re.compile(r"^\..+\.(\d+)-\d+\.part$")
_numbers: Final = count()


def write(path: Path, content: bytes, *, durable: bool = False, own: bool = False) -> bool:
    """Write a file in one step, and say whether anything changed.

    A process that is killed leaves the old file or the new one; `durable` makes that hold for
    a machine that loses power too, and takes the time of the disk. Nothing is written through a
    link or a pipe in the place of a file of our `own`, which nobody named.

    Raises:
        OutputError: the folder or the file cannot be written; what was there is untouched.
    """
    path = path if own else _target(path)
    with _told(path):
        found = _state(path)
        if found and S_ISREG(found.st_mode):
            if found.st_size == len(content) and path.read_bytes() == content:
                return False
        elif found and not own and not S_ISDIR(found.st_mode):
            path.write_bytes(content)  # a device or a pipe: there is nothing to replace
            return True
        with _part(path, [content], found, durable=durable) as part:
            part.replace(path)
    return True


def write_pieces(path: Path, pieces: Iterable[bytes]) -> bool:
    """Write a file of our own as `write` does, piece by piece: it may be larger than the memory.

    Raises:
        OutputError: the folder or the file cannot be written; what was there is untouched.
    """
    with _told(path):
        found = _state(path)
        with _part(path, pieces, found) as part:
            if found and S_ISREG(found.st_mode) and cmp(part, path, shallow=False):
                part.unlink()
                return False
            part.replace(path)
    return True


def _target(path: Path) -> Path:
    """Return the file that is replaced: what a link leads to, not the link."""
    return path.resolve() if path.is_symlink() else path


def own_file(path: Path) -> Path:
    """Return the path of a file of our own; a link or a pipe in its place is taken away."""
    found = _state(path)
    if found and not S_ISREG(found.st_mode) and not S_ISDIR(found.st_mode):
        path.unlink()
    return path


def _state(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = f" ({error.filename})" if error.filename not in {None, str(path)} else ""
        reason = f"cannot be written: {error.strerror or error}{where}; what was there is kept"
        raise OutputError(path, reason) from error


def deliver(target: Path, content: bytes) -> None:
    """Write to a file, or to standard output if the target is ``-``.

    Raises:
        OutputError: the file cannot be written; what was there is untouched.
    """
    if str(target) == "-":
        sys.stdout.buffer.write(content)
    else:
        write(target, content, durable=True)


def sweep(folder: Path) -> None:
    """Take away what a killed process left behind in a folder: files that it had begun."""
    with suppress(OSError):
        for path in folder.iterdir():
            found = _PART.match(path.name)
            if found and not _alive(int(found[1])):
                path.unlink()


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return process != os.getpid()


@contextmanager
def _part(
    path: Path, pieces: Iterable[bytes], found: os.stat_result | None, *, durable: bool = False
) -> Iterator[Path]:
    """Give a file beside a path, with what that is to hold and the permissions that it has."""
    part = path.with_name(f".{path.name}.{os.getpid()}-{next(_numbers)}.part")
    try:
        with _opened(part) as file:
            file.writelines(pieces)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        kept = found.st_mode & 0o777 if found and S_ISREG(found.st_mode) else 0o666 & ~_mask()
        part.chmod(kept)
        yield part
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _opened(part: Path) -> BinaryIO:
    """Open a new file, in a folder that may have to be made."""
    try:
        return part.open("xb")
    except (FileNotFoundError, NotADirectoryError):
        part.parent.mkdir(parents=True, exist_ok=True)
        return part.open("xb")


@cache
def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def refuse_same(target: Path, *sources: Path | None) -> None:
    """Refuse, by an OutputError, a target that is a file which is read to make it."""
    if target.is_file() and any(source and source.samefile(target) for source in sources):
        raise OutputError(target, "is read to make what would be written there; name another file")


def refuse_tracked(path: Path) -> None:
    """Refuse a target that git would publish: prose in copyright must not get there.

    A target outside every git checkout, or one that git ignores, is let through.

    Raises:
        OutputError: git tracks the target, or does not ignore it, or could not be asked.
    """
    if str(path) == "-":
        return
    target = path.resolve()
    folder = next(p for p in (target, *target.parents) if p.is_dir())
    if not any((p / ".git").exists() for p in (folder, *folder.parents)):
        return
    inside = f"{target}/x" if not target.suffix else str(target)
    try:
        ignored = _git(folder, "check-ignore", "--quiet", "--no-index", inside)
        tracked = _git(folder, "ls-files", "--error-unmatch", str(target))
    except FileNotFoundError as error:
        reason = "lies in a git checkout, and git is not installed to say whether it is ignored"
        raise OutputError(path, reason) from error
    if tracked == 0 or ignored != 0:
        reason = (
            "git tracks this target, or does not ignore it, and the text holds prose in "
            "copyright; choose a folder that git ignores, such as build/"
        )
        raise OutputError(path, reason)


def _git(folder: Path, *arguments: str) -> int:
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(folder), *arguments]
    import subprocess

    return subprocess.run(command, capture_output=True, check=False).returncode  # noqa: S603 -- no shell, our words
