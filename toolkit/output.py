"""Write files so that a reader finds the old one or the new one, never half of one."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from toolkit.errors import OutputError


def write(path: Path, content: bytes) -> bool:
    """Write a file in one step, and say whether anything changed.

    Raises:
        OutputError: the folder or the file cannot be written; what was there is untouched.
    """
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise OutputError(path, f"cannot be written: {error.strerror}") from error
    return True


def deliver(target: Path, content: bytes) -> None:
    """Write to a file, or to standard output if the target is ``-``.

    Raises:
        OutputError: the file cannot be written; what was there is untouched.
    """
    if str(target) == "-":
        sys.stdout.buffer.write(content)
    else:
        write(target, content)


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))  # noqa: PTH101 -- mkstemp gives a name, not a Path
        os.replace(name, path)  # noqa: PTH105 -- see above
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file that is there, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


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
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=False).returncode  # noqa: S603 -- no shell, our words
