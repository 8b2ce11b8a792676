"""One document becomes its outputs, all of them or none."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit import OutputError, ProblemsFound, StylesheetError, parse
from toolkit.cli import main
from toolkit.limits import Limits
from toolkit.making.build import build
from toolkit.processes.workers import Workers

SOURCE = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>A letter</title></titleStmt></fileDesc></teiHeader><text><body>
<p>Dear <oddity>friend</oddity>,
<oddity xmlns="urn:x">come</oddity></p></body></text></TEI>"""
SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:param name="colour" select="'none'"/><xsl:param name="version"/>
<xsl:output method="text"/><xsl:template match="/">{body}</xsl:template></xsl:stylesheet>"""
SLOW = '<xsl:value-of select="count(for $a in 1 to 3000, $b in 1 to 30000 return ($a, $b))"/>'


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    folder = tmp_path / "sheets"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        body = f'{name} <xsl:value-of select="$colour"/>'
        (folder / f"{name}.xsl").write_text(SHEET.format(body=body))
    (folder / "assets").mkdir()
    (folder / "assets" / "look.css").write_text("p {}")
    return folder


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_stylesheet_makes_the_file_it_is_named_after(
    jobs: int, sheets: Path, tmp_path: Path
) -> None:
    document = parse(SOURCE, Path("letter.xml"))

    written = build(
        document, tmp_path / "out", stylesheets=sheets, parameters={"colour": "red"}, jobs=jobs
    )

    names = ["a.txt", "b.txt", "c.txt", "look.css"]
    assert written == [tmp_path / "out" / "letter" / name for name in names]
    assert written[1].read_text().endswith("b.txt red")


def test_a_style_sheet_holds_what_it_imports(sheets: Path, tmp_path: Path) -> None:
    """A page that waits for it waits for one file; what is not there, or imports it, is let be."""
    (sheets / "assets" / "page.css").write_text('@import "look.css";\n@import "gone.css";\nq {}')
    (sheets / "assets" / "look.css").write_text('@import "page.css";\np {}\n')

    build(parse(SOURCE, Path("letter.xml")), tmp_path, stylesheets=sheets)

    page = (tmp_path / "letter" / "page.css").read_text()
    assert page == '@import "page.css";\np {}\n@import "gone.css";\nq {}'


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_written_if_one_output_cannot_be_made(
    jobs: int, sheets: Path, tmp_path: Path
) -> None:
    stop = '<xsl:message terminate="yes">no title here</xsl:message>'
    (sheets / "b.txt.xsl").write_text(SHEET.format(body=stop))

    with pytest.raises(StylesheetError, match=r"b\.txt\.xsl: no title here"):
        build(parse(SOURCE, Path("a.xml")), tmp_path / "out", stylesheets=sheets, jobs=jobs)

    assert not (tmp_path / "out").exists()


def test_only_the_outputs_that_are_named_are_made(sheets: Path, tmp_path: Path) -> None:
    document = parse(SOURCE, Path("a.xml"))

    written = build(document, tmp_path, stylesheets=sheets, outputs=["b.txt"])

    assert [path.name for path in written] == ["b.txt", "look.css"]
    with pytest.raises(StylesheetError, match=r"makes no d\.txt; it makes a\.txt, b\.txt, c\.txt"):
        build(document, tmp_path, stylesheets=sheets, outputs=["d.txt"])


def test_a_document_that_takes_too_long_is_given_up(sheets: Path, tmp_path: Path) -> None:
    (sheets / "b.txt.xsl").write_text(SHEET.format(body=SLOW))

    with pytest.raises(ProblemsFound, match=r'longer than 1 s, the limit; .* raise "seconds"'):
        build(
            parse(SOURCE, Path("a.xml")),
            tmp_path,
            stylesheets=sheets,
            jobs=2,
            limits=Limits(seconds=1),
        )


def test_an_element_without_a_template_is_shown_or_if_strict_a_problem(tmp_path: Path) -> None:
    document = parse(SOURCE, Path("a.xml"))

    pages = build(document, tmp_path)
    with pytest.raises(ProblemsFound) as found:
        build(document, tmp_path / "strict", strict=True)

    assert "friend" in next(path for path in pages if path.name == "index.html").read_text()
    assert [(p.line, p.column, p.rule) for p in found.value.problems] == [
        (3, 9, "unknown-element"),
    ]
    assert "<oddity> (2 times)" in str(found.value)


def test_a_deep_document_and_one_with_many_attributes_reach_the_page(tmp_path: Path) -> None:
    deep = b"<hi>" * 230 + b"deep" + b"</hi>" * 230
    wide = b"<p " + b" ".join(b'xmlns:n%d="u%d"' % (n, n) for n in range(500)) + b">wide</p>"
    source = SOURCE.replace(b"<p>", wide + b"<p>" + deep)

    page = build(parse(source, Path("a.xml")), tmp_path, outputs=["index.html"])[-1]

    text = next(page.parent.glob("index.html")).read_text()
    assert "deep" in text
    assert "wide" in text


def test_a_folder_in_the_way_is_one_line(sheets: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(OutputError, match="cannot be written"):
        build(parse(SOURCE, Path("a.xml")), tmp_path / "out", stylesheets=sheets)


def test_the_command_tells_each_file_it_wrote(sheets: Path, tmp_path: Path) -> None:
    path = tmp_path / "letter.xml"
    path.write_bytes(SOURCE)
    command = ["build", str(path), "--xslt", str(sheets), "-o", str(tmp_path / "out")]

    first = CliRunner().invoke(main, command)
    second = CliRunner().invoke(main, command)

    assert (first.exit_code, len(first.stdout.splitlines())) == (0, 4)
    assert (second.exit_code, second.stdout) == (0, "")


def test_a_process_that_runs_an_engine_starts_its_workers_afresh(
    sheets: Path, tmp_path: Path
) -> None:
    document = parse(SOURCE, Path("letter.xml"))
    build(document, tmp_path / "one", stylesheets=sheets)

    with Workers(1, 60) as executor:
        copied = executor.submit(eval, "'pytest' in __import__('sys').modules").result()
        parent = executor.submit(os.getppid).result()

    assert parent == os.getpid()
    assert not copied


def test_what_is_wrong_in_an_edition_is_told_of_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "edition.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:template match="p["/></xsl:stylesheet>'
    )

    with pytest.raises(StylesheetError) as raised:
        build(parse(SOURCE, Path("a.xml")), tmp_path / "out", stylesheets=tmp_path)

    assert raised.value.stylesheet == tmp_path / "edition.xsl"
