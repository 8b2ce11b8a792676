"""Documents of other projects: their own schemas, pointers across files, prefixes."""

import os
from pathlib import Path

import pytest
from material import HARBOUR

from toolkit.check import Settings, check
from toolkit.errors import SchemaError
from toolkit.problems import Problem
from toolkit.reading.document import load, parse
from toolkit.resources import SCHEMA

MISTAKE = Path(__file__).parent / "mistakes" / "attribute-misspelt.xml"
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc>
  {header}</teiHeader>
  <text><body><p>{text}</p></body></text>
</TEI>
"""


def letter(folder: Path, text: str, header: str = "", before: str = "") -> list[str]:
    model = before or '<?xml-model href="https://example.org/x.rng"?>\n'
    path = folder / "letter.xml"
    path.write_text(model + LETTER.format(text=text, header=header), encoding="utf-8")
    return [str(p).partition(": ")[2] for p in check(load(path)) if p.rule != "foreign-schema"]


@pytest.mark.parametrize("name", ["edition.rng", "edition.odd", "edition.xsd"])
def test_a_schema_that_is_given_is_used(name: str, tmp_path: Path) -> None:
    other = tmp_path / f"mine{Path(name).suffix}"
    other.write_bytes((SCHEMA / name).read_bytes())
    (tmp_path / "xml.xsd").write_bytes((SCHEMA / "xml.xsd").read_bytes())

    found = check(load(MISTAKE), settings=Settings((other,)))

    assert ("unknown-attribute", 69, 55) in [(p.rule, p.line, p.column) for p in found]
    assert check(load(HARBOUR), settings=Settings((other,))) == []


def test_examples_in_an_odd_may_use_an_identifier_twice(tmp_path: Path) -> None:
    other = tmp_path / "mine.odd"
    example = '<egXML xmlns="http://www.tei-c.org/ns/Examples"><pb xml:id="page1"/></egXML>'
    text = (SCHEMA / "edition.odd").read_text(encoding="utf-8")
    other.write_text(text.replace("</body>", f"<p>{example * 2}</p></body>"), encoding="utf-8")

    found = check(load(HARBOUR), settings=Settings((other,)))

    assert found == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("The <rs ", '<gap quantity="x"/>The <rs ', '@quantity="x" of <gap> is not allowed; write a whole number'),
        ('type="section"', 'type="sektion"', '@type="sektion" of <div> is not allowed; did you mean "section"?'),
    ],
)  # fmt: skip
def test_values_refused_by_an_xml_schema_are_told_as_by_our_own(
    right: str, wrong: str, said: str
) -> None:
    text = HARBOUR.read_text(encoding="utf-8").replace(right, wrong, 1)

    found = check(parse(text.encode(), HARBOUR), settings=Settings((SCHEMA / "edition.xsd",)))

    assert [p for p in found if str(p).partition("] ")[2].startswith(said)]


def test_an_attribute_of_another_vocabulary_is_told_with_its_prefix() -> None:
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"'
    text = HARBOUR.read_text(encoding="utf-8").replace("<body>", f"<body {xsi}>", 1)

    (problem,) = check(parse(text.encode(), HARBOUR))

    assert problem.message == "<body> has no attribute @xsi:schemaLocation"


def test_a_schema_beside_the_document_that_names_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "mine.rng").write_bytes((SCHEMA / "edition.rng").read_bytes())

    (problem,) = letter(tmp_path, "Then", before='<?xml-model href="mine.rng"?>\n')[:1]

    assert "[misplaced-element] <p> may not stand in <publicationStmt>" in problem


def test_the_schematron_that_a_document_names_is_used(tmp_path: Path) -> None:
    (tmp_path / "mine.sch").write_text('<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern id="mine"><rule context="t:p"><report test=". = \'x\'" role="info">an x; write more</report></rule></pattern></schema>')  # fmt: skip
    model = '<?xml-model href="mine.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>\n'

    found = letter(tmp_path, "Then", before=model)

    assert found == ["info [mine] an x; write more"] * 2


def test_a_schema_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "mine.rng").write_text("<grammar>")

    with pytest.raises(SchemaError, match="not well-formed"):
        check(load(MISTAKE), settings=Settings((tmp_path / "mine.rng",)))


def test_a_schema_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mine.rng")

    with pytest.raises(SchemaError, match="is not a file"):
        check(load(MISTAKE), settings=Settings((tmp_path / "mine.rng",)))


def test_a_compact_grammar_is_refused_with_the_way_to_convert_it(tmp_path: Path) -> None:
    (tmp_path / "mine.rnc").write_text("start = element TEI { empty }")

    with pytest.raises(SchemaError, match=r"with trang mine\.rnc mine\.rng, and check by that"):
        check(load(MISTAKE), settings=Settings((tmp_path / "mine.rnc",)))

    path = tmp_path / "letter.xml"
    path.write_text(f'<?xml-model href="mine.rnc"?>{LETTER.format(text="x", header="")}')
    (warning,) = check(load(path))
    assert warning.rule == "foreign-schema"
    assert "trang mine.rnc mine.rng" in warning.advice


def test_a_grammar_that_ties_attributes_to_content_is_left_to_libxml2(tmp_path: Path) -> None:
    rng = tmp_path / "tied.rng"
    rng.write_text("""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"><start>
      <element name="TEI"><choice><group><attribute name="n"/><element name="p"><text/></element></group><element name="ab"><text/></element></choice></element>
    </start></grammar>""")
    said = {}
    for n, text in enumerate(('<TEI n="1"><p/></TEI>', "<TEI><ab/></TEI>", "<TEI><p/></TEI>")):
        document = parse(text.replace("<TEI", '<TEI xmlns="http://www.tei-c.org/ns/1.0"', 1).encode(), tmp_path / "a.xml")  # fmt: skip
        said[n] = [problem.rule for problem in check(document, settings=Settings((rng,)))]

    assert said[0] == said[1] == []
    assert len(said[2]) == 1


@pytest.mark.parametrize(
    ("inside", "advice"),
    [("", "add <teiHeader> and <text>"), ("<teiHeader/>", "add <text>, <TEI> or <facsimile>")],
)
def test_a_document_that_has_hardly_begun_is_told_to_have_a_text(
    inside: str, advice: str, tmp_path: Path
) -> None:
    rng = tmp_path / "begun.rng"
    rng.write_text("""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"><start><ref name="t"/></start>
      <define name="t"><element name="TEI"><element name="teiHeader"><empty/></element><oneOrMore><choice>
      <ref name="t"/><element name="facsimile"><empty/></element><element name="text"><empty/></element></choice></oneOrMore></element></define>
    </grammar>""")
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{inside}</TEI>'

    (problem,) = check(parse(text.encode(), tmp_path / "a.xml"), settings=Settings((rng,)))

    assert problem.advice == advice


def test_pointers_into_other_files_arrive_or_are_reported(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text('<listPerson><person xml:id="pers_curie"/></listPerson>')

    good = letter(tmp_path, '<persName ref="persons.xml#pers_curie">Curie</persName>')
    wrong = letter(tmp_path, '<persName ref="persons.xml#pers_curry">Curie</persName>')
    gone = letter(tmp_path, '<persName ref="person.xml#pers_curie">Curie</persName>')

    assert good == []
    assert wrong == ['error [dangling-pointer] @ref points to "persons.xml#pers_curry", but nothing in persons.xml has that xml:id; did you mean "persons.xml#pers_curie"?']  # fmt: skip
    assert gone == ['error [dangling-pointer] @ref points to "person.xml#pers_curie", but there is no such file; did you mean "persons.xml#pers_curie"?']  # fmt: skip


def test_prefixes_are_resolved_as_the_header_says(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text('<listPerson><person xml:id="curie"/></listPerson>')
    header = '<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="persons.xml#$1"/></listPrefixDef></encodingDesc>'

    assert letter(tmp_path, '<persName ref="psn:curie">Curie</persName>', header) == []
    (wrong,) = letter(tmp_path, '<persName ref="psn:cury">Curie</persName>', header)
    assert '"psn:cury", but nothing in persons.xml has that xml:id' in wrong
    (unknown,) = letter(tmp_path, '<persName ref="plc:rome">Rome</persName>', header)
    assert unknown.startswith("warning [unknown-prefix]")


PREFIXES = "<encodingDesc><listPrefixDef>{}</listPrefixDef></encodingDesc>"
PSN = '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="{}.xml#$1"/>'


def test_a_prefix_may_stand_for_one_of_several_files(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text('<listPerson><person xml:id="curie"/></listPerson>')
    header = PREFIXES.format(PSN.format("authors") + PSN.format("persons"))

    good = letter(tmp_path, '<persName ref="psn:curie">Curie</persName>', header)
    (wrong,) = letter(tmp_path, '<persName ref="psn:cury">Curie</persName>', header)

    assert good == []
    assert "dangling-pointer" in wrong


def test_a_pointer_that_no_pattern_of_its_prefix_matches_is_reported(tmp_path: Path) -> None:
    header = PREFIXES.format(PSN.format("persons"))

    (wrong,) = letter(tmp_path, '<persName ref="psn:17">Curie</persName>', header)

    assert wrong == 'warning [unknown-prefix] "psn:17" matches no pattern of the prefix "psn:"; correct it, or the matchPattern of its <prefixDef>'  # fmt: skip


def test_a_pattern_that_cannot_be_followed_reports_nothing(tmp_path: Path) -> None:
    header = PREFIXES.format(PSN.format("persons").replace("[a-z]", r"\p{L}"))

    assert letter(tmp_path, '<persName ref="psn:17">Curie</persName>', header) == []


def test_a_pointer_is_seen_from_its_base(tmp_path: Path) -> None:
    (tmp_path / "registers").mkdir()
    (tmp_path / "registers" / "people.xml").write_text('<person xml:id="curie"/>')

    good = letter(
        tmp_path, '<seg xml:base="registers/"><ref target="people.xml#curie">x</ref></seg>'
    )
    (wrong,) = letter(
        tmp_path, '<seg xml:base="other/"><ref target="people.xml#curie">x</ref></seg>'
    )

    assert good == []
    assert "there is no such file" in wrong


def test_what_is_included_counts(tmp_path: Path) -> None:
    (tmp_path / "more.xml").write_text('<p xmlns="http://www.tei-c.org/ns/1.0" xml:id="far">x</p>')
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="more.xml"/>'

    assert letter(tmp_path, f'See <ref target="#far">there</ref>.{include}') == []


@pytest.mark.parametrize(
    ("attribute", "good"),
    [("1911-10-30", True), ("1911-10", True), ("--10-30", True), ("-0044-03-15", True), ("10:30:00", True), ("1911-10-30T10:30:00Z", True), ("30.10.1911", False), ("1911-13", False), ("1911-2", False)],
)  # fmt: skip
def test_dates_of_the_w3c_are_dates(attribute: str, good: bool, tmp_path: Path) -> None:
    found = letter(tmp_path, f'On <date when="{attribute}">that day</date>.')

    assert (found == []) == good


def test_letters_are_not_sent_after_death(tmp_path: Path) -> None:
    header = """<profileDesc><correspDesc><correspAction type="sent"><persName ref="#curie">Curie</persName><date when="1935-01-02"/></correspAction></correspDesc>
      <particDesc><listPerson><person xml:id="curie"><persName>Curie</persName><death when="1934-07-04"/></person></listPerson></particDesc></profileDesc>"""

    (found,) = letter(tmp_path, "Then", header)

    assert "[life-dates]" in found
    assert "after dying in 1934-07-04" in found


def test_standard_input_has_no_neighbours() -> None:
    source = LETTER.format(text='<ref target="other.xml#x">x</ref>', header="").encode()
    model = b'<?xml-model href="x.rng"?>'

    assert [p.rule for p in check(parse(model + source, Path("-")))] == ["foreign-schema"]


def test_a_span_that_begins_and_ends_at_pointers_is_no_date(tmp_path: Path) -> None:
    text = '<anchor xml:id="a"/>x<anchor xml:id="b"/><span from="#a" to="#b"/><date from="May"/>'

    (problem,) = letter(tmp_path, text)

    assert '[date-value] @from="May" of <date> is no date' in problem


def test_no_file_is_suggested_that_does_not_hold_what_is_pointed_to(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text('<x xml:id="pers_curie"/>')

    (found,) = letter(tmp_path, '<persName ref="person.xml#pers_bohr">Bohr</persName>')

    assert "but there is no such file; correct it, or add what is meant" in found


# A scheme that leaves out most of TEI, puts an element in a namespace of its own and renames one.
SMALL = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><schemaSpec ident="small" start="TEI">
<elementSpec ident="TEI" mode="add"><content><elementRef key="p" maxOccurs="unbounded"/></content></elementSpec>
<elementSpec ident="p" mode="add"><altIdent>para</altIdent><content><alternate maxOccurs="unbounded" minOccurs="0"><textNode/><elementRef key="tag"/><elementRef key="orgName"/><elementRef key="recipe"/><elementRef key="graphic"/></alternate></content></elementSpec>
<elementSpec ident="tag" mode="add"><content><textNode/></content></elementSpec>
<elementSpec ident="orgName" mode="add"><content><textNode/></content><attList><attDef ident="ref"><datatype><dataRef name="anyURI"/></datatype></attDef></attList></elementSpec>
<elementSpec ident="recipe" ns="http://example.org/food" mode="add"><content><textNode/></content></elementSpec>
<elementSpec ident="graphic" mode="add"><content><empty/></content><attList><attDef ident="url" usage="req"><datatype><dataRef name="anyURI"/></datatype></attDef><attDef ident="corresp"><datatype><dataRef name="anyURI"/></datatype></attDef></attList></elementSpec>
</schemaSpec></body></text></TEI>"""
STRANGERS = [
    ("<geogName>Elbe</geogName>", "TEI has <geogName>, this scheme does not", "here may stand"),
    ("<stage>Off.</stage>", "TEI has <stage>, this scheme does not", "here may stand"),
    ('<orgName key="#o">Elbe</orgName>', "no attribute @key", "did you mean @ref?"),
    ('<orgName when="1">Elbe</orgName>', "TEI has @when, this scheme does not have it on <orgName>", "take it out"),
    ('<orgName when="1" cert="low">Elbe</orgName>', "TEI has @when and @cert, this scheme does not have them on <orgName>", "take them out; allowed:"),
    ('<orgName when="1" stile="low">Elbe</orgName>', "<orgName> has no attributes @when and @stile", "take them out; allowed:"),
    ('<graphic target="a.png"/>', "no attribute @target", "did you mean @url?"),
    ("<recipe>Soup</recipe>", "<recipe> is of the namespace http://www.tei-c.org/ns/1.0", 'xmlns="http://example.org/food"'),
]  # fmt: skip


def of_small(folder: Path, body: str) -> list[Problem]:
    odd = folder / "small.odd"
    odd.write_text(SMALL, encoding="utf-8")
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{body}</TEI>'
    return check(parse(text.encode(), Path("a.xml")), settings=Settings((odd,)))


@pytest.mark.parametrize(("words", "says", "advises"), STRANGERS)
def test_what_tei_has_and_a_scheme_leaves_out_is_told_and_never_renamed(
    words: str, says: str, advises: str, tmp_path: Path
) -> None:
    (problem,) = of_small(tmp_path, f"<para>{words}</para>")

    assert says in problem.message
    assert advises in problem.advice
    assert problem.edits == ()


def test_an_element_that_the_scheme_has_renamed_is_told_by_its_new_name(tmp_path: Path) -> None:
    (problem,) = of_small(tmp_path, "<p>Soup</p>")

    assert problem.message == "the scheme calls <p> <para>"
    assert problem.advice == "write <para>"


@pytest.mark.parametrize(
    ("when", "advises"),
    [
        ("1911/12", 'from="1911" to="1912" instead of @when for two years, or "1911-12" for a mon'),
        ("1911?", 'write "1911" and say how sure it is'),
        ("ca. 1911", 'write "1911" and say how sure it is'),
        ("[1911]", 'write "1911" and say how sure it is'),
        ("1911-1914", 'from="1911" to="1914"'),
        ("1914-18", 'from="1914" to="1918"'),
        ("12/8/1893", 'write "1893-08-12" or "1893-12-08", whichever is meant'),
        ("16th century", 'notBefore="1501" notAfter="1600"'),
        ("1920s", 'notBefore="1920" notAfter="1929"'),
        ("12-08-1893", 'write "1893-08-12", the year first, if 12-08-1893 begins with the day'),
    ],
)
def test_a_date_that_tells_doubt_or_a_span_is_mended_by_nobody_but_the_editor(
    when: str, advises: str, tmp_path: Path
) -> None:
    path = tmp_path / "letter.xml"
    text = LETTER.format(text=f'<date when="{when}">x</date>', header="")
    path.write_text('<?xml-model href="https://example.org/x.rng"?>' + text, encoding="utf-8")

    (problem,) = [p for p in check(load(path)) if p.rule != "foreign-schema"]

    assert advises in problem.advice
    assert problem.edits == ()
