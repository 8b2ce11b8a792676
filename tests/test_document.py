"""A document is read safely, and every fault has its place."""

import gzip
from itertools import pairwise
from pathlib import Path

import pytest

from toolkit import DocumentError, Problem, ProblemsFound, load, parse
from toolkit.limits import Limits
from toolkit.reading.document import XML_ID

HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
TAIL = "</body></text></TEI>"
HERE = Path("a.xml")


def tei(body: str, before: str = "") -> bytes:
    return f"{before}{HEAD}{body}{TAIL}".encode()


def problems(source: bytes, limits: Limits | None = None) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsFound) as found:
        parse(source, HERE, limits or Limits())
    return found.value.problems


def test_what_is_not_well_formed_has_a_line_and_a_column() -> None:
    (problem,) = problems(tei("<p>\n<hi>a</p>"))

    assert (problem.rule, problem.line, problem.column) == ("not-well-formed", 2, 1)


def test_a_duplicate_or_malformed_xml_id_is_no_reason_to_refuse() -> None:
    document = parse(tei('<p xml:id="a"/><p xml:id="a"/><p xml:id="1 b"/>'), HERE)

    assert [p.get(XML_ID) for p in document.xpath("//tei:p")] == ["a", "a", "1 b"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_any_declared_encoding_is_read(encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}.get(encoding, encoding)
    text = f'<?xml version="1.0" encoding="{declared}"?>\n{HEAD}<p n="é"/>\n<p/>{TAIL}'

    document = parse(text.encode(encoding), HERE)

    assert document.xpath("//tei:p")[0].get("n") == "é"
    assert document.position(document.xpath("//tei:p")[1]) == (3, 1)


def test_multi_byte_encodings_that_expat_does_not_know_have_lines_too() -> None:
    text = f'<?xml version="1.0" encoding="euc-jp"?>\n{HEAD}\n<p>週報</p>{TAIL}'

    document = parse(text.encode("euc-jp"), HERE)

    assert document.position(document.xpath("//tei:p")[0]) == (3, 1)


def test_lines_are_known_beyond_65535() -> None:
    document = parse(tei("\n" * 70_000 + "<p/>"), HERE)

    assert document.position(document.xpath("//tei:p")[0]) == (70_001, 1)


def test_internal_entities_are_expanded() -> None:
    document = parse(tei("<p>&x;</p>", '<!DOCTYPE TEI [<!ENTITY x "<hi>a</hi>b">]>'), HERE)

    assert "".join(document.tree.getroot().itertext()) == "ab"


def test_an_entity_of_an_outside_dtd_is_named_with_what_to_write() -> None:
    first, second = problems(tei('<p n="&y;">&eacute;&eacute;</p>', '<!DOCTYPE TEI SYSTEM "x">'))

    assert (first.rule, second.rule) == ("undeclared-entity", "undeclared-entity")
    assert second.advice.startswith('write "é"')


def test_an_entity_in_another_file_is_not_read_and_its_file_is_named() -> None:
    (problem,) = problems(
        tei("<p>&x;</p>", '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>')
    )

    assert problem.rule == "outside-entity"
    assert "file:///etc/hostname" in problem.message


def test_an_outside_parameter_entity_that_nothing_needs_does_no_harm() -> None:
    doctype = '<!DOCTYPE TEI [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'

    assert parse(tei("<p/>", doctype), HERE).xpath("//tei:p")


def test_more_than_ten_megabytes_of_text_are_read() -> None:
    document = parse(tei(f"<p>{'a' * 11_000_000}</p>"), HERE)

    assert len(document.xpath("//tei:p")[0].text or "") == 11_000_000


@pytest.mark.parametrize(
    ("source", "limits", "named"),
    [
        (tei("<hi>" * 300 + "</hi>" * 300), Limits(), "depth"),
        (tei("<hi>" * 3000 + "</hi>" * 3000), Limits(), "depth"),
        (tei("<hi>" * 30 + "</hi>" * 30), Limits(depth=20), "depth"),
        (tei("a" * 1_000_001), Limits(megabytes=1), "megabytes"),
        (tei("<lb/>" * 60), Limits(marks=50), "marks"),
    ],
)
def test_a_limit_that_is_hit_is_named_and_can_be_raised(
    source: bytes, limits: Limits, named: str
) -> None:
    (problem,) = problems(source, limits)

    assert problem.rule == "limit"
    assert f'raise "{named}" under [limits] in edition.toml' in problem.advice


def test_a_deep_document_is_read_when_the_limit_allows_it() -> None:
    assert parse(tei("<hi>" * 300 + "</hi>" * 300), HERE, Limits(depth=400))


def test_an_entity_bomb_is_refused_where_it_is_declared() -> None:
    names = "abcdefghi"
    more = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))

    (problem,) = problems(tei("<p>&i;</p>", f'<!DOCTYPE TEI [\n<!ENTITY a "lol">{more}]>'))

    assert (problem.rule, problem.line) == ("limit", 2)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (gzip.compress(tei("<p/>"), mtime=0), "a gzip archive"),
        (b"PK\x03\x04rest", "a zip archive"),
        (
            b"PK\x03\x04" + bytes(26) + b"word/document.xml",
            "a .docx, a document of a word processor",
        ),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an .odt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old .doc"),
        (b"{\\rtf1\\ansi a}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image (JPEG)"),
        (b"%PDF-1.7", "a PDF"),
        ("<?xml version='1.0'?>".encode("cp037"), "text in EBCDIC"),
        (b"", "empty"),
        (b"\x7fELF\x02", "no XML"),
        (b"\x7fELF\x02\0\0\0", "no text, but binary data"),
    ],
)
def test_what_is_no_xml_is_called_what_it_is(source: bytes, said: str) -> None:
    (problem,) = problems(source)

    assert problem.rule == "not-well-formed"
    assert said in problem.message


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"<TEI.2/>", "is TEI P4"),
        (b"<TEI/>", "is in no namespace"),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0/"/>', "http://www.tei-c.org/ns/1.0/"),
        (b"<mets>" + tei("<p/>") + b"</mets>", "is in no namespace"),
    ],
)
def test_what_is_no_tei_p5_is_said_clearly(source: bytes, said: str) -> None:
    (problem,) = problems(source)

    assert problem.rule == "not-tei"
    assert said in problem.message


@pytest.mark.parametrize(
    "name",
    ["undefined", "idna", "punycode", "unicode_escape", "rot13", "hex", "latin-1", "x" * 500],
)
def test_an_encoding_that_is_none_of_xml_is_told(name: str) -> None:
    source = f'<?xml version="1.0" encoding="{name}"?>'.encode() + tei("<p>é</p>")

    (problem,) = problems(source)

    assert (problem.rule, problem.line) == ("not-well-formed", 1)
    assert len(problem.message) < 120


def test_a_document_type_that_is_not_closed_is_told_as_one() -> None:
    (problem,) = problems(tei("<p/>", '<!DOCTYPE TEI [ <!ENTITY a "b">'))

    assert problem.message == "this document type declaration is not closed"
    assert problem.advice == "end it with ]>"


def test_an_instruction_with_brackets_does_not_end_a_document_type() -> None:
    (problem,) = problems(tei("<p>&</p>", "<!DOCTYPE TEI [<?x ]> ?><!ELEMENT p ANY>]>"))

    assert problem.message == "a bare & stands in the text"


def test_more_prefixes_than_the_stylesheets_can_know_are_a_limit() -> None:
    many = "".join(f'<p xmlns:a{n}="urn:x"/>' for n in range(2_001))

    (problem,) = problems(tei(many))

    assert problem.rule == "limit"
    assert parse(tei('<p xmlns:a="urn:x"/>' * 3_000), HERE).xpath("//tei:p[3000]")


@pytest.mark.parametrize("name", ["UTF-8", "utf-8", ""])
def test_a_byte_that_is_no_utf8_is_told_with_the_sign_that_it_may_be(name: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{name}"?>\n' if name else "\n"

    (problem,) = problems(declaration.encode() + tei("<p>café</p>").decode().encode("latin-1"))

    assert (problem.rule, problem.line) == ("not-well-formed", 2)
    assert problem.message == 'the byte 0xe9 is no character of UTF-8 (it is "é" in Windows-1252)'
    assert 'encoding="windows-1252"' in problem.advice


@pytest.mark.parametrize(
    ("name", "said", "advice"),
    [
        ("s\u200deg", "U+200D (zero width joiner)", "delete it"),
        ("s\u200ceg", "U+200C (zero width non-joiner)", "delete it"),
        ("ቀለ", "U+1240 (ethiopic syllable qa)", "write the name in other letters"),
    ],
)
@pytest.mark.parametrize("form", ["\n<{}/>", '<p\n {}="a"/>'])
def test_a_name_that_other_parsers_refuse_is_told_at_its_place(
    form: str, name: str, said: str, advice: str
) -> None:
    (problem,) = problems(tei(form.format(name)))

    assert (problem.line, problem.column) == (2, 3 if name[0] == "s" else 2)
    assert problem.message == f"a name holds the character {said}"
    assert problem.advice.startswith(advice)


def test_names_in_the_letters_of_many_languages_are_names() -> None:
    document = parse(tei('<p λόγος="a" نص="b"><週報/></p>\n<p>é ="x" \u200d</p>'), HERE)

    assert len(document.xpath("//tei:p")) == 2


def test_a_wrapper_around_tei_is_told_from_no_tei_at_all() -> None:
    (problem,) = problems(b'<oai xmlns="urn:x">\n' + tei("<p/>") + b"</oai>")

    assert problem.advice == "save the <TEI> that stands at line 2 as a file of its own"


@pytest.mark.parametrize("name", ["missing.xml", ".", "\0", "pipe"])
def test_what_cannot_be_read_is_one_line(name: str, tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(DocumentError) as raised:
        load(tmp_path / name)

    assert "\n" not in str(raised.value)


ENTITIES = """<!DOCTYPE TEI [<!ENTITY club "the <orgName>Club</orgName>"><!ENTITY hot "<t:hi>hot</t:hi>">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:t="http://www.tei-c.org/ns/1.0"><p>In &club; it is &hot;.</p><note xmlns="">&club;</note></TEI>"""


def test_markup_in_entities_has_the_namespace_of_the_place_where_it_stands() -> None:
    document = parse(ENTITIES.encode(), Path("a.xml"))

    names = [str(element.tag) for element in document.tree.iter("*")]

    tei = "{http://www.tei-c.org/ns/1.0}"
    assert names == [f"{tei}TEI", f"{tei}p", f"{tei}orgName", f"{tei}hi", "note", "orgName"]
    hi, note = list(document.tree.iter("*"))[3:5]
    line = ENTITIES.splitlines()[1]
    assert document.position(hi) == (2, line.index("&hot;") + 1)
    assert document.position(note) == (2, line.index("<note") + 1)


def test_a_prefix_in_an_entity_that_nothing_declares_is_a_fault() -> None:
    source = ENTITIES.replace(' xmlns:t="http://www.tei-c.org/ns/1.0"', "")

    with pytest.raises(ProblemsFound, match="not well-formed"):
        parse(source.encode(), Path("a.xml"))


@pytest.mark.parametrize(
    "source",
    [
        b'<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        b"<html><body><p>A</p></body></html>",
        b"<!DOCTYPE html>\n<html><body><p>A<br>B</body></html>",
        b"<HTML><BODY>A &nbsp; B</BODY>",
    ],
)
def test_a_page_of_html_is_called_what_it_is(source: bytes) -> None:
    (problem,) = problems(source)

    assert (problem.rule, problem.message) == ("not-tei", "the file is HTML, not TEI")
    assert "namespace" not in problem.advice


@pytest.mark.parametrize(
    ("entity", "advice"),
    [
        ("nbsp", "write &#160;, or"),
        ("shy", "write &#173;, or"),
        ("eacute", 'write "é", or'),
        ("LT", "write &lt;, or"),
        ("nbps", "did you mean &nbsp;? write &#160;, or"),
        ("chapter", "write what it stands for, or"),
    ],
)
def test_an_entity_of_html_is_told_with_what_can_be_seen(entity: str, advice: str) -> None:
    (problem,) = problems(tei(f"<p>a&{entity};b</p>"))

    assert (problem.rule, problem.advice[: len(advice)]) == ("undeclared-entity", advice)


@pytest.mark.parametrize(
    "outside", ["TEI SYSTEM 'tei.dtd'", "TEI [<!ENTITY % e SYSTEM 'e.txt'> %e;]"]
)
def test_an_entity_of_an_outside_dtd_is_not_taken_for_one_of_html(outside: str) -> None:
    (problem,) = problems(f"<!DOCTYPE {outside}>".encode() + tei("<p>a&nbps;b</p>"))

    assert problem.advice.startswith("write what it stands for, or")


@pytest.mark.parametrize(
    "declaration",
    [
        '<?xml version=1.0 encoding="UTF-8"?>',
        '<?xml encoding="UTF-8"?>',
        '<?xml encoding="UTF-8" version="1.0"?>',
        '<?xml version="1.0" encoding=“UTF-8”?>',
        '<?xml version="1.0" standalone="maybe"?>',
        '<?XML version="1.0" encoding="UTF-8"?>',
        '<xml version="1.0" encoding="UTF-8"?>',
    ],
)
def test_a_declaration_that_is_not_as_it_should_be_is_told_with_what_to_write(
    declaration: str,
) -> None:
    (problem,) = problems(f"{declaration}\n".encode() + tei("<p>a</p>"))

    assert (problem.line, problem.column) == (1, 1)
    assert problem.message == "the XML declaration is not as XML has it"
    assert problem.advice.startswith('write <?xml version="1.0" encoding="UTF-8"?>')
