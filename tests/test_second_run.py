"""A second run: what is seen to be as it was is not read again, and no change goes unseen."""

import os
import time
from concurrent.futures import Executor, Future
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from toolkit.cache import glimpsed
from toolkit.configuration import Configuration
from toolkit.corpora import sources
from toolkit.corpora.corpus import build_all
from toolkit.corpora.finding import entries
from toolkit.corpora.journal import Journal
from toolkit.limits import Limits
from toolkit.making.plan import Plan

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{}</p></body></text></TEI>"""
SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/><xsl:template match="/"><xsl:value-of select="."/></xsl:template>
</xsl:stylesheet>"""
LONG_AGO = 1_600_000_000_000_000_000


class Here(Executor):
    """Does everything at once, in this process."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Edition:
    """One letter that is built again and again."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.letter = folder / "letters" / "a.xml"
        self.out = folder / "out"
        self.read: list[Path] = []
        self._sheets = folder / "sheets"
        for path, text in [
            (self.letter, LETTER.format("oil")),
            (self._sheets / "a.txt.xsl", SHEET),
        ]:
            path.parent.mkdir()
            path.write_text(text)
        reading = sources.read_source
        monkeypatch.setattr(
            sources,
            "read_source",
            lambda path, most: (self.read.append(path), reading(path, most))[1],
        )

    def build(self, limits: Limits | None = None) -> list[str]:
        """Build, and return the names of what was written."""
        self.read.clear()
        plan = Plan(self._sheets, limits=limits or Limits())
        found = entries([self.letter.parent], self.out, Configuration())
        with Journal(self.out) as memory:
            (report,) = build_all(found, plan, memory, Here())
        assert report.error is None
        return [path.name for path in report.written]

    @property
    def text(self) -> str:
        """What was made of the letter."""
        return (self.out / "a" / "a.txt").read_text()


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """A letter that was written just now and built at once."""
    edition = Edition(tmp_path, monkeypatch)
    edition.build()
    return edition


@pytest.fixture
def settled(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """The same, and it was built again a while after."""
    now = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(glimpsed, "time", SimpleNamespace(time_ns=lambda: now))
    edition.build()
    return edition


def test_a_file_that_is_as_it_was_seen_is_not_read_again(settled: Edition) -> None:
    written = settled.build()

    assert (written, settled.read) == ([], [])


def test_a_file_that_was_only_touched_is_read_once_and_nothing_is_made(settled: Edition) -> None:
    os.utime(settled.letter, ns=(LONG_AGO, LONG_AGO))

    touched, read = settled.build(), list(settled.read)
    settled.build()

    assert (touched, read) == ([], [settled.letter])
    assert settled.read == []


def test_a_change_that_leaves_size_and_time_is_seen(settled: Edition) -> None:
    before = settled.letter.stat()
    settled.letter.write_text(LETTER.format("tar"))
    os.utime(settled.letter, ns=(before.st_atime_ns, before.st_mtime_ns))

    settled.build()

    assert settled.text == "tar"


def test_a_change_while_the_clock_of_files_stands_still_is_seen(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, before = Path.stat, edition.letter.stat()
    monkeypatch.setattr(
        Path, "stat", lambda path, **how: before if path == edition.letter else real(path, **how)
    )
    edition.build()
    edition.letter.write_text(LETTER.format("tar"))

    edition.build()

    assert edition.text == "tar"


def test_a_file_is_read_again_for_another_limit_of_its_size(settled: Edition) -> None:
    settled.build(Limits(megabytes=1))

    assert settled.read == [settled.letter]
