"""Compiled schemas are kept in the user's cache folder, and nothing there is ever trusted blindly."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.odd import compile_odd, ready
from toolkit.odd.grammars import read_grammar
from toolkit.odd.model import Schema
from toolkit.odd.ready import schema_at
from toolkit.reading.document import parse
from toolkit.resources import SCHEMA

ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="mine" start="TEI" source="more.odd">
<elementRef key="TEI"/><elementRef key="p"/></schemaSpec></TEI>"""
MORE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="more" start="TEI">
<elementSpec ident="TEI"><content><elementRef key="p" maxOccurs="{most}"/></content></elementSpec>
<elementSpec ident="p"><content><textNode/></content></elementSpec></schemaSpec></TEI>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "teikit"


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """An ODD that is chained to another."""
    (tmp_path / "mine.odd").write_text(ODD)
    (tmp_path / "more.odd").write_text(MORE.format(most="1"))
    return tmp_path / "mine.odd"


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The schemas that were compiled, not taken from the cache."""
    done: list[Path] = []

    def counted(path: Path, base: Path | None = None) -> Schema:
        done.append(path)
        return compile_odd(path, base)

    monkeypatch.setattr(ready, "compiled", counted)
    return done


def test_a_schema_is_compiled_once(folder: Path, odd: Path, compilations: list[Path]) -> None:
    first = schema_at(odd)

    second = schema_at(odd)

    assert compilations == [odd]
    assert second == first
    assert [path.name.partition("-")[0] for path in folder.iterdir()] == ["schema"]


def test_what_is_kept_says_what_was_compiled(folder: Path) -> None:
    for schema in (compile_odd(SCHEMA / "edition.odd"), read_grammar(SCHEMA / "edition.rng")):
        path = SCHEMA / ("edition.odd" if schema.rules else "edition.rng")
        schema_at(path)

        assert schema_at(path) == replace(schema, rules=())


def test_all_of_tei_is_kept_as_it_was_compiled(shared: Path, folder: Path) -> None:
    tei = shared / "tei" / "p5subset.xml"
    schema_at(tei)

    assert schema_at(tei) == replace(compile_odd(tei), rules=())


def test_a_change_in_a_file_that_an_odd_brings_in_makes_it_compile_again(
    folder: Path, odd: Path, compilations: list[Path]
) -> None:
    before = schema_at(odd)
    (odd.parent / "more.odd").write_text(MORE.format(most="2"))

    after = schema_at(odd)

    assert after.elements["TEI"] != before.elements["TEI"]
    assert compilations == [odd, odd]


def broken(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def altered(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"TEI"', b'"tei"'))


def of_another_shape(path: Path) -> None:
    body = json.dumps(["TEI"]).encode()
    path.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)


def writable_for_others(path: Path) -> None:
    path.chmod(0o666)


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [broken, altered, of_another_shape, writable_for_others, empty])
def test_a_file_that_cannot_be_trusted_is_made_anew(
    folder: Path, odd: Path, compilations: list[Path], spoil: Callable[[Path], None]
) -> None:
    good = schema_at(odd)
    (kept,) = folder.iterdir()
    spoil(kept)

    assert schema_at(odd) == good
    assert compilations == [odd, odd]
    assert schema_at(odd) == good
    assert compilations == [odd, odd]


def test_without_a_place_to_write_nothing_is_kept(
    tmp_path: Path, odd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert schema_at(odd) == schema_at(odd)


def test_the_folder_does_not_grow_for_ever(
    folder: Path, odd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema_at(odd)
    (oldest,) = folder.iterdir()
    os.utime(oldest, (0, 0))
    monkeypatch.setattr("toolkit.cache.folder._LARGEST", oldest.stat().st_size + 10)
    odd.write_text(ODD.replace("mine", "mien"))

    schema_at(odd)

    assert [path for path in folder.iterdir() if path == oldest] == []
    assert len(list(folder.iterdir())) == 1


def test_the_rules_of_a_schema_are_kept_too(folder: Path, tmp_path: Path) -> None:
    rules = tmp_path / "mine.sch"
    rules.write_text('<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern id="mine"><rule context="t:TEI"><report test="true()">so; what</report></rule></pattern></schema>')  # fmt: skip
    document = parse(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', Path("a.xml"))

    found = check(document, settings=Settings((rules,)))

    assert [problem.rule for problem in found] == ["mine"]
    (kept,) = folder.iterdir()
    assert kept.name.startswith("rules-")
    assert kept.stat().st_mode & 0o777 == 0o600
