"""The toolkit's stylesheets joined into one, which is kept until one of its modules changes."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.xsl import joining
from toolkit.xsl.joined import joined

PAGE = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:ed="urn:ed" default-mode="page">
<xsl:include href="lib.xsl"/><xsl:output method="text"/><xsl:mode name="page"/>
<xsl:template match="/"><xsl:value-of select="ed:greeting()"/></xsl:template></xsl:stylesheet>"""
LIB = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:ed="urn:ed">
<xsl:variable name="ed:word" select="'Hello'"/>
<xsl:function name="ed:greeting"><xsl:sequence select="$ed:word"/></xsl:function>
<xsl:function name="ed:farewell"><xsl:call-template name="ed:leave"/></xsl:function>
<xsl:template name="ed:leave">Bye</xsl:template></xsl:stylesheet>"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stylesheet with a module; neither has changed for a while."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("toolkit.cache.glimpsed._SETTLING", -1)
    for name, text in (("page.txt.xsl", PAGE), ("lib.xsl", LIB)):
        (tmp_path / name).write_text(text)
    return tmp_path / "page.txt.xsl"


@pytest.fixture
def joins(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stylesheets that were joined, not taken from the cache."""
    done: list[str] = []
    join = joining.join

    def counted(sheets: list[Path], *, whole: bool) -> object:
        done.extend(sheet.name for sheet in sheets)
        return join(sheets, whole=whole)

    monkeypatch.setattr(joining, "join", counted)
    return done


def test_what_was_joined_is_kept(page: Path, joins: list[str]) -> None:
    first = joined([page], whole=False)
    second = joined([page], whole=False)

    assert first == second
    assert first.outputs[page].serialization == {"method": "text"}
    assert joins == ["page.txt.xsl"]


def test_what_is_made_of_the_whole_is_kept_apart(page: Path, joins: list[str]) -> None:
    part = joined([page], whole=False)
    whole = joined([page], whole=True)

    assert part != whole
    assert len(joins) == 2


def test_a_module_that_changes_is_joined_again(page: Path, joins: list[str]) -> None:
    joined([page], whole=False)
    page.with_name("lib.xsl").write_text(LIB.replace("Hello", "Howdy"))

    assert "Howdy" in joined([page], whole=False).text
    assert len(joins) == 2


def test_what_changed_a_moment_ago_is_not_kept(
    page: Path, joins: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.cache.glimpsed._SETTLING", 60_000_000_000)
    assert time.time() - page.stat().st_mtime < 60

    joined([page], whole=False)
    joined([page], whole=False)

    assert len(joins) == 2


def broken(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def altered(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Hello", b"Hullo"))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def writable_for_others(path: Path) -> None:
    path.chmod(0o666)


@pytest.mark.parametrize("spoil", [broken, altered, empty, writable_for_others])
def test_a_file_that_is_not_as_it_was_kept_is_made_anew(
    page: Path, joins: list[str], tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    before = joined([page], whole=False)
    (kept,) = (tmp_path / "home" / "teikit").iterdir()
    spoil(kept)

    assert joined([page], whole=False) == before
    assert len(joins) == 2
    assert kept.stat().st_mode & 0o077 == 0


def test_what_nothing_uses_is_left_out_unless_the_whole_is_asked_for(page: Path) -> None:
    part = joined([page], whole=False).text
    whole = joined([page], whole=True).text

    assert [word in whole for word in ("ed:farewell", "ed:leave", "ed:greeting")] == [True] * 3
    assert [word in part for word in ("ed:farewell", "ed:leave")] == [False] * 2
    assert "Hello" in part
