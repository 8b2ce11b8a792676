"""Nothing that a document or a stylesheet says makes the toolkit read, write or call elsewhere."""

import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit import ProblemsFound, StylesheetError, ToolkitError, load, parse
from toolkit.check import check
from toolkit.making.build import build
from toolkit.reading.including import include
from toolkit.xsl.transform import Stylesheet

SECRET = "porcupine-in-the-cellar"
HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>t</title>'
    "</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>"
)
XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'


@pytest.fixture
def calls() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the calls that it gets: there must be none."""
    got: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                got.append("called")
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", got
        server.shutdown(socket.SHUT_RDWR)


def document_that_calls(url: str, outside: Path) -> str:
    """A document every part of which asks for something elsewhere."""
    return f"""<?xml version="1.0"?>
<?xml-model href="{url}/a.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-stylesheet href="{url}/a.xsl" type="text/xsl"?>
<!DOCTYPE TEI SYSTEM "{url}/a.dtd" [
  <!ENTITY % p SYSTEM "{url}/p.dtd"> %p;
  <!ENTITY unused SYSTEM "{url}/a.ent">
]>
{HEAD.replace("<TEI ", f'<TEI {XI} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ')}
<encodingDesc><refsDecl><citeStructure match="doc('{url}/x')//p" unit="p"
  use="unparsed-text('{outside}')"/></refsDecl>
  <listPrefixDef><prefixDef ident="x" matchPattern="(.*)" replacementPattern="{url}/$1"/>
  </listPrefixDef><schemaRef url="{url}/a.odd"/></encodingDesc></teiHeader>
<text xsi:schemaLocation="http://www.tei-c.org/ns/1.0 {url}/a.xsd"><body xml:base="{url}/">
<p><graphic url="{url}/a.png"/><ref target="{url}/b">r</ref><ptr target="a.xml#b"/>
<persName ref="{url}/p.xml#p x:y file://{outside}#z">n</persName>
<xi:include href="{url}/a.xml"/><xi:include href="{outside}" parse="text"/></p>
<p xml:base="file://{outside.parent}/"><xi:include href="{outside.name}" parse="text"/></p>
</body></text></TEI>"""


def test_a_document_reads_no_file_and_calls_nobody(
    tmp_path: Path, calls: tuple[str, list[str]]
) -> None:
    url, got = calls
    outside = tmp_path / "secret.txt"
    outside.write_text(SECRET)
    path = tmp_path / "project" / "a.xml"
    path.parent.mkdir()
    path.write_text(document_that_calls(url, outside))

    document, warnings = include(load(path))
    said = [*warnings, *check(document)]
    written = build(document, tmp_path / "out")

    assert got == []
    assert len(warnings) == 3
    assert SECRET not in "".join(str(problem) for problem in said)
    assert not any(SECRET in file.read_text() for file in written)


MARKUP = f"""{HEAD}</teiHeader><text><body>
<div xml:id="../../up"><head>&lt;script>alert(1)&lt;/script></head>
<p xml:id="x&quot;onload=&quot;alert(1)" rend="red&quot;>&lt;script>" xml:lang="&quot;>&lt;b>">
<ref target="javascript:alert(1)">a</ref><ref target="JaVa&#x9;script:alert(1)">b</ref>
<ref target=" javascript:alert(1)">c</ref><ref target="data:text/html,&lt;script>">d</ref>
<ptr target="vbscript:x"/><graphic url="javascript:alert(1)"/><graphic url="data:text/html,x"/>
<persName ref="javascript:alert(1)">P</persName>&lt;img src=x onerror=alert(1)></p>
<p><?php echo 1 ?><?script alert(1)?>]]&gt;&lt;/script>&lt;!--</p></div></body></text></TEI>"""


def test_no_script_of_a_document_gets_into_a_page(tmp_path: Path) -> None:
    written = build(parse(MARKUP.encode(), Path("a.xml")), tmp_path)

    for page in (path.read_text() for path in written if path.suffix == ".html"):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert not re.search(
            r"""(href|src)\s*=\s*["']?\s*(java|vb)\W*script:""", page, re.IGNORECASE
        )
        assert not re.search(r"""(href|src)\s*=\s*["']\s*data:text""", page, re.IGNORECASE)
        assert not re.search(r"""<[^>]*\sonload\s*=""", page)
        assert "<?php" not in page


def test_outputs_stay_in_their_folder_whatever_a_document_calls_itself(tmp_path: Path) -> None:
    source = MARKUP.replace("<sourceDesc>", "<sourceDesc><idno>../../../up</idno>")

    for written in build(parse(source.encode(), Path("..a.xml")), tmp_path / "in" / "here"):
        assert written.resolve().is_relative_to(tmp_path / "in" / "here" / "..a")


@pytest.mark.parametrize("name", ["..xml", "...xml"])
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="cannot name a folder"):
        build(parse(MARKUP.encode(), Path(name)), tmp_path)


SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema">{more}
  <xsl:template match="/"><a>{body}</a></xsl:template></xsl:stylesheet>"""
EMPTY = f"{HEAD}</teiHeader><text><body><p/></body></text></TEI>".encode()


@pytest.mark.parametrize(
    "expression",
    [
        "doc('{file}')",
        "document('{file}')",
        "unparsed-text('{file}')",
        "unparsed-text-lines('{file}')",
        "json-doc('{file}')",
        "collection('{folder}?select=*')",
        "uri-collection('{folder}')",
        "doc('{url}/x.xml')",
        "unparsed-text('{url}/x.txt')",
        "transform(map{{'stylesheet-location': '{file}', 'source-node': .}})?output",
        "parse-xml('<!DOCTYPE a [<!ENTITY x SYSTEM \"{file}\">]><a>&x;</a>')",
    ],
)
def test_a_stylesheet_reads_nothing_but_the_document(
    expression: str, tmp_path: Path, calls: tuple[str, list[str]]
) -> None:
    url, got = calls
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<a>{SECRET}</a>")
    inner = expression.format(file=secret.as_uri(), folder=tmp_path.as_uri(), url=url)
    escaped = inner.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    path = tmp_path / "a.html.xsl"
    path.write_text(SHEET.format(more="", body=f'<xsl:sequence select="{escaped}"/>'))

    with pytest.raises(StylesheetError) as raised:
        Stylesheet(path).render(parse(EMPTY, Path("a.xml")))

    assert SECRET not in str(raised.value)
    assert got == []


def test_a_stylesheet_knows_nothing_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEIKIT_SECRET", SECRET)
    path = tmp_path / "a.html.xsl"
    body = "<xsl:sequence select=\"environment-variable('TEIKIT_SECRET')\"/>"
    path.write_text(SHEET.format(more="", body=body))

    assert SECRET not in Stylesheet(path).render(parse(EMPTY, Path("a.xml")))


def test_a_stylesheet_writes_no_other_file(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.html"
    path = tmp_path / "a.html.xsl"
    body = f'<xsl:result-document href="{target.as_uri()}"><b/></xsl:result-document>'
    path.write_text(SHEET.format(more="", body=body))

    with pytest.raises(StylesheetError, match="result-document"):
        Stylesheet(path).render(parse(EMPTY, Path("a.xml")))

    assert not target.exists()


@pytest.mark.parametrize(
    "more",
    [
        '<xsl:include href="{url}/a.xsl"/>',
        '<xsl:import href="../outside.xsl"/>',
        '<xsl:include href="/etc/hostname"/>',
        "<xsl:variable name='x' static='yes' select=\"unparsed-text('{file}')\"/>",
        "<xsl:template name='x' use-when=\"doc-available('{file}')\"/>",
        "<xsl:template name='x' _match=\"{{doc('{file}')}}\"/>",
        "<xsl:variable name='x' static='yes' select=\"for-each('{file}', unparsed-text#1)\"/>",
        "<xsl:variable name='x' static=' yes ' select=\"function-lookup(xs:QName('fn:doc'), 1)\"/>",
        "<xsl:variable name='x' static='yes' _select=\"{{'d'}}oc('{file}')\"/>",
        "<xsl:include _href='../outside.xsl'/>",
        "<xsl:include xml:base='../' href='outside.xsl'/>",
    ],
)
def test_a_stylesheet_reads_nothing_outside_its_folder_while_it_is_compiled(
    more: str, tmp_path: Path, calls: tuple[str, list[str]]
) -> None:
    url, got = calls
    (tmp_path / "outside.xsl").write_text(SHEET.format(more="", body=""))
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    asked = more.format(url=url, file=(tmp_path / "outside.xsl").as_uri())
    (sheets / "a.html.xsl").write_text(SHEET.format(more=asked, body=""))

    with pytest.raises(StylesheetError):
        build(parse(EMPTY, Path("a.xml")), tmp_path / "out", stylesheets=sheets)

    assert got == []


def test_a_doctype_of_a_stylesheet_reads_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    doctype = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    (sheets / "a.html.xsl").write_text(doctype + SHEET.format(more="", body="&x;"))

    with pytest.raises(StylesheetError) as raised:
        build(parse(EMPTY, Path("a.xml")), tmp_path / "out", stylesheets=sheets)

    assert SECRET not in str(raised.value)


def test_a_cell_that_a_spreadsheet_would_run_is_neutral(tmp_path: Path) -> None:
    source = EMPTY.replace(
        b"<p/></body>",
        b'<p><persName ref="#a">A</persName></p></body>',
    ).replace(
        b"</TEI>",
        b'<standOff><listPerson><person xml:id="a"><persName>=HYPERLINK("http://x")</persName>'
        b"</person></listPerson></standOff></TEI>",
    )

    written = build(parse(source, Path("a.xml")), tmp_path)

    table = next(path for path in written if path.suffix == ".csv").read_text()
    assert not re.search(r'(^|,)"?[=+@-]', table, re.MULTILINE)


def test_every_case_of_the_shared_collection_ends_as_its_index_says(shared: Path) -> None:
    index = (shared / "evil" / "INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:]
    wrong = []
    for row in index:
        _, name, _, expected, *_ = row.split("\t")
        path = shared / "evil" / name
        if not path.is_file():
            continue
        rules = _rules(path)
        if expected == "reject" and not rules:
            wrong.append(f"{name}: accepted")
        if expected == "accept" and rules - {"not-tei", "outside-entity"}:
            wrong.append(f"{name}: {rules}")

    assert wrong == []


def _rules(path: Path) -> set[str]:
    try:
        load(path)
    except ProblemsFound as found:
        return {p.rule if p.line and p.column else "no place" for p in found.problems}
    return set()
