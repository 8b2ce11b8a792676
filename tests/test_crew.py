"""The processes that make one document, called before the command line is read."""

from pathlib import Path

import pytest

from toolkit.__main__ import start
from toolkit.limits import DEFAULT
from toolkit.making import crew
from toolkit.making.crew import Crew, call_ahead, crew_for, dismiss_called
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import stylesheets

ALL = tuple(stylesheets(XSLT))
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>A letter</title></titleStmt></fileDesc></teiHeader><text><body><p>Dear.</p></body></text></TEI>"""


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[Crew]:
    crews: list[Crew] = []

    class Counted(Crew):
        def __init__(self, sheets: tuple[Path, ...], jobs: int, seconds: float) -> None:
            super().__init__(sheets, jobs, seconds)
            crews.append(self)

    monkeypatch.setattr(crew, "Crew", Counted)
    monkeypatch.setattr(crew, "processors", lambda: 2)
    return crews


def test_a_crew_that_was_called_ahead_is_used_once(called: list[Crew]) -> None:
    call_ahead()

    with crew_for(ALL, 2, DEFAULT.seconds) as first, crew_for(ALL, 2, DEFAULT.seconds) as second:
        assert called == [first, second]


@pytest.mark.parametrize(
    "asked",
    [(ALL[:1], 2, DEFAULT.seconds), (ALL, 1, DEFAULT.seconds), (ALL, 2, 1.0)],
    ids=["other outputs", "fewer processes", "less time"],
)
def test_a_crew_that_was_called_for_something_else_is_not_used(
    called: list[Crew], asked: tuple[tuple[Path, ...], int, float]
) -> None:
    call_ahead()

    with crew_for(*asked) as used:
        assert used is called[1]


def test_a_crew_that_was_called_in_vain_is_not_used_later(called: list[Crew]) -> None:
    call_ahead()
    dismiss_called()

    with crew_for(ALL, 2, DEFAULT.seconds) as used:
        assert used is called[1]


def test_a_crew_is_called_ahead_for_the_one_document_of_the_folder_tei(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "letter.xml").write_text(LETTER)
    ahead: list[str] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("toolkit.cli.run", lambda: None)
    monkeypatch.setattr(crew, "call_ahead", lambda: ahead.append("called"))

    for arguments in (["build"], ["build", "letters"]):
        monkeypatch.setattr("sys.argv", ["teikit", *arguments])
        start()

    assert ahead == ["called"]


def test_where_there_is_one_processor_nobody_is_called(
    called: list[Crew], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "processors", lambda: 1)

    call_ahead()

    assert called == []


@pytest.mark.parametrize(
    ("arguments", "calls"),
    [
        ("build letter.xml", True),
        ("build letter.xml -o out", True),
        ("build letter.xml --xslt own", False),
        ("build letter.xml --jobs=1", False),
        ("build letter.xml other.xml", False),
        ("build missing.xml", False),
        ("build", False),
        ("build letters", False),
        ("check letter.xml", False),
        ("", False),
    ],
)
def test_a_crew_is_called_ahead_where_one_document_is_built_as_usual(
    arguments: str, calls: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.xml").write_text(LETTER)
    (tmp_path / "other.xml").write_text(LETTER)
    ahead: list[bool] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["teikit", *arguments.split()])
    monkeypatch.setattr("toolkit.cli.run", lambda: None)
    monkeypatch.setattr(crew, "call_ahead", lambda: ahead.append(True))

    start()

    assert ahead == [True] * calls


def test_an_interrupt_before_the_command_line_is_there_ends_in_its_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    codes: list[int] = []
    monkeypatch.setattr("sys.argv", ["teikit"])
    monkeypatch.setattr("toolkit.cli.run", interrupted)
    monkeypatch.setattr("os._exit", codes.append)

    start()

    assert codes == [130]
