"""Files are written whole or not at all."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from toolkit import OutputError
from toolkit.output import sweep, write

WRITER = """
import sys
from itertools import cycle
from pathlib import Path
from toolkit.output import write
for letter in cycle(b"ab"):
    write(Path(sys.argv[1]), bytes([letter]) * 3_000_000)
"""


def test_what_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.html"

    assert write(target, b"a")
    assert not write(target, b"a")
    assert write(target, b"b")
    assert [path.name for path in target.parent.iterdir()] == ["a.html"]


def test_permissions_stay_as_they_were(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    write(target, b"a")
    target.chmod(0o640)

    write(target, b"b")

    assert target.stat().st_mode & 0o777 == 0o640


def test_a_path_that_cannot_be_is_reported_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(OutputError, match=r"file/a\.html: cannot be written: .*/file"):
        write(tmp_path / "file" / "a.html", b"a")


def test_a_disk_that_is_full_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    write(target, b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OutputError, match="what was there is kept"):
            write(target, b"new" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    for moment in range(8):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(target)])
        while not target.exists():
            time.sleep(0.01)
        time.sleep(0.003 * moment)
        writer.kill()
        writer.wait()

        assert target.read_bytes() in {b"a" * 3_000_000, b"b" * 3_000_000}

    sweep(tmp_path)

    assert list(tmp_path.iterdir()) == [target]


def test_what_a_living_process_is_writing_is_not_swept_away(tmp_path: Path) -> None:
    part = tmp_path / f".a.html.{os.getppid()}-0.part"
    part.touch()

    sweep(tmp_path)

    assert part.exists()


def test_nothing_is_written_through_what_stands_in_the_place_of_our_own_files(
    tmp_path: Path,
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("kept")
    link, pipe = tmp_path / "a.html", tmp_path / "b.html"
    link.symlink_to(other)
    os.mkfifo(pipe)

    written = [write(link, b"a", own=True), write(pipe, b"b", own=True)]

    assert written == [True, True]
    assert (other.read_text(), link.read_bytes(), pipe.read_bytes()) == ("kept", b"a", b"b")
