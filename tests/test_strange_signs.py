"""Numbers that are too long or in no figures, and signs that act on a terminal."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.cli import main
from toolkit.errors import DocumentError
from toolkit.reading.reaching import reached

LONG = "9" * 5000
NOTES = "".join(f'<p>x<note n="{n}">y</note></p>' for n in range(1, 7))
ATTRIBUTES = " ".join(f"a{n}='x'" for n in range(4900))
XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'


def tei(body: str, title: str = "t") -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
        f"<title>{title}</title></titleStmt></fileDesc></teiHeader>"
        f"<text><body>{body}</body></text></TEI>"
    )


def said(*arguments: str | Path) -> tuple[str, int]:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output, result.exit_code


@pytest.mark.parametrize(
    "body",
    [
        f"<p>&#{LONG};</p>",
        f"<p>&#x{LONG};</p>",
        f'{NOTES}<p><note n="{LONG}">y</note><note n="²">y</note></p>',
        '<p><date when="²">in 1900</date><date from="190²">in 1900</date></p>',
        f'<p><xi:include {XI} href="other.xml" xpointer="element(/1/{LONG})"/></p>',
        f"<p>&#{LONG}; &amp; &#x110000; & x</p>",
    ],
)
@pytest.mark.parametrize("options", [[], ["--diff"]])
def test_a_number_that_is_none_is_told_and_not_counted(
    tmp_path: Path, body: str, options: list[str]
) -> None:
    file = tmp_path / "letter.xml"
    file.write_text(tei(body))
    (tmp_path / "other.xml").write_text(tei("<p/>"))

    _, code = said("check", *options, file)

    assert code in {0, 1}


@pytest.mark.parametrize("pages", [LONG, "²"])
def test_pages_that_are_no_numbers_hide_no_citation(tmp_path: Path, pages: str) -> None:
    file = tmp_path / "letter.xml"
    scope = f'<biblScope unit="page" from="{pages}" to="{pages}"/>'
    cited = f'<citedRange from="{pages}" to="{pages}">{pages}</citedRange>'
    work = f"<biblStruct xml:id='b'><monogr><title>Lamps</title><imprint>{scope}</imprint></monogr></biblStruct>"
    file.write_text(
        tei(
            f"<p><note><bibl><title>Lamps</title>, {cited}</bibl></note></p><listBibl>{work}</listBibl>"
        )
    )

    output, code = said("bibliography", "resolve", file)

    assert (code, "Lamps" in output) == (0, True)


def test_a_text_with_what_xml_does_not_take_is_not_included(tmp_path: Path) -> None:
    file = tmp_path / "letter.xml"
    file.write_text(tei(f"<p><xi:include {XI} href='raw.txt' parse='text'/></p>"))
    (tmp_path / "raw.txt").write_bytes(b"a\x00b")

    output, code = said("build", file, "-o", tmp_path / "out")

    assert (code, "it holds U+0000, which is not allowed in XML" in output) == (0, True)


def test_signs_that_act_on_a_terminal_are_told_by_their_numbers(tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[31m\nb.xml"
    file.write_text(tei("<p \x9b31m='x'>\u202egnp</p>"), encoding="utf-8")

    plain, _ = said("check", file)
    full, _ = said("check", "--format", "full", file)
    error = str(DocumentError(file, "\x07no"))

    assert plain.count("\n") == 1
    assert "a[U+001B][31m[U+000A]b.xml:1:" in plain
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & {*plain, *full, *error}


def test_a_message_is_not_as_long_as_a_name(tmp_path: Path) -> None:
    file = tmp_path / "letter.xml"
    file.write_text(tei(f"<{'a' * 100_000}/>"))

    output, code = said("check", file)

    assert (code, len(output) < 5000) == (1, True)


@pytest.mark.parametrize(
    "text",
    [
        tei("<p>" * 200_000 + "</p>" * 200_000),
        tei(f"<p {ATTRIBUTES}/>"),
        tei("<p><ref target='x'>y</ref></p>").replace("<p>", f"<p xml:base='{'a/' * 500_000}'>"),
    ],
    ids=["deep", "many attributes", "a long base"],
)
def test_what_is_large_is_checked_in_time(tmp_path: Path, text: str) -> None:
    file = tmp_path / "letter.xml"
    file.write_text(text)
    start = time.process_time()

    said("check", "--jobs", "1", file)

    assert time.process_time() - start < 10


def test_a_longer_path_than_any_file_has_names_none() -> None:
    assert reached(Path("letter.xml"), "a/" * 3000) is None
