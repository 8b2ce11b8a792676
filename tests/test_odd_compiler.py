"""The compiler: what it makes of an ODD or a customisation, and what it refuses."""

import re
from pathlib import Path

import pytest

from toolkit.errors import SchemaError
from toolkit.odd import Schema, compile_odd, to_relaxng
from toolkit.odd.conformance import departures
from toolkit.odd.derive import derive

NEEDS = ": the ODD needs a base, such as TEI's p5subset.xml"
TEI = "http://www.tei-c.org/ns/1.0"

RULE = """<elementSpec ident="TEI"><content><empty/></content>
<constraintSpec ident="r" scheme="schematron"><constraint>{}</constraint></constraintSpec></elementSpec>"""


def write(folder: Path, declarations: str, attributes: str = 'ident="mini" start="TEI"') -> Path:
    path = folder / "mini.odd"
    path.write_text(
        f'<TEI xmlns="{TEI}" xmlns:sch="http://purl.oclc.org/dsdl/schematron">\n'
        f"<schemaSpec {attributes}>\n{declarations}\n</schemaSpec></TEI>"
    )
    return path


@pytest.mark.parametrize("ident", ["../mine", "/tmp/mine", "a/b", ".", "..\\mine", "x" * 300])
def test_a_schema_whose_name_would_lead_elsewhere_is_refused(ident: str, tmp_path: Path) -> None:
    element = '<elementSpec ident="TEI"><content><textNode/></content></elementSpec>'
    odd = write(tmp_path, element, f'ident="{ident}" start="TEI"')

    with pytest.raises(SchemaError, match=r"line 2, column 1: ident=.* cannot name files"):
        compile_odd(odd)


@pytest.mark.parametrize(
    "counts", ['minOccurs="100000" maxOccurs="unbounded"', 'maxOccurs="99999"']
)
def test_counts_that_a_grammar_cannot_hold_are_refused(counts: str, tmp_path: Path) -> None:
    element = '<elementSpec ident="TEI"><content><elementRef key="TEI" {}/></content></elementSpec>'
    odd = write(tmp_path, element.format(counts))

    with pytest.raises(SchemaError, match="counts beyond 1,000 are not compiled"):
        compile_odd(odd)


def test_a_departure_comes_with_the_shortest_example(tmp_path: Path) -> None:
    element = (
        '<elementSpec ident="TEI"><content>{}</content></elementSpec>'
        '<elementSpec ident="p"><content><empty/></content></elementSpec>'
    )
    wide = compile_odd(
        write(tmp_path, element.format('<elementRef key="p" minOccurs="0" maxOccurs="3"/>'))
    )
    narrow = compile_odd(write(tmp_path, element.format('<elementRef key="p" maxOccurs="2"/>')))

    assert [str(d) for d in departures(narrow, wide)] == []
    assert [str(d) for d in departures(wide, narrow)] == [
        "<TEI> may hold what the base forbids: nothing"
    ]


@pytest.mark.parametrize(
    ("declarations", "reason"),
    [
        (
            '<elementSpec ident="TEI"><content><rng/></content></elementSpec>',
            "the compiler does not know <rng> in <content>",
        ),
        (
            '<elementSpec ident="TEI"><content><textNode colour="red"/></content></elementSpec>',
            "the compiler does not know @colour of <textNode>",
        ),
        (
            '<elementSpec ident="TEI"><content><elementRef key="q"/></content></elementSpec>',
            '<elementRef> names "q", which nothing declares',
        ),
        (
            '<elementSpec ident="TEI"><classes><memberOf key="x"/></classes></elementSpec>',
            '<elementSpec> names "x", which nothing declares',
        ),
        (
            '<elementSpec ident="TEI" mode="change"/>',
            f'<elementSpec mode="change"> names "TEI", which the base does not declare{NEEDS}',
        ),
        (
            '<elementSpec ident="TEI"/><elementSpec ident="TEI"/>',
            '<elementSpec> declares "TEI" a second time',
        ),
        ('<moduleRef url="other.rng"/>', "other.rng no such file"),
        (
            '<moduleRef url="https://example.org/svg.rng"/>',
            '"https://example.org/svg.rng" is no file on this machine, and teikit reads no network',
        ),
        (
            '<moduleRef key="core"/>',
            f'<moduleRef> names "core", which is no module of the base{NEEDS}',
        ),
        (
            '<macroSpec ident="m"><content><macroRef key="m"/></content></macroSpec>\
<elementSpec ident="TEI"><content><macroRef key="m"/></content></elementSpec>',
            'the macro "m" holds itself',
        ),
        ('<specGrpRef target="groups.xml#x"/>', "groups.xml no such file"),
        (
            '<elementSpec ident="TEI"><classes><memberOf key="x" max="1"/></classes></elementSpec>',
            (
                "the compiler does not know @max of <memberOf>: "
                "say @maxOccurs of the <classRef> that brings it in"
            ),
        ),
        (
            '<elementSpec ident="TEI" mode="chang"/>',
            '@mode="chang" of <elementSpec> is not one of add, change, delete, replace; did you mean "change"?',
        ),
        (
            '<elementSpec ident="TEI"><attList><attDef ident="n" usage="required"/></attList></elementSpec>',
            '@usage="required" of <attDef> is not one of req, rec, opt; did you mean "req"?',
        ),
        (
            '<elementSpec ident="TEI"><attList org="chioce"/></elementSpec>',
            '@org="chioce" of <attList> is not one of group, choice; did you mean "choice"?',
        ),
        (
            '<elementSpec ident="TEI"><attList><attDef ident="n"><valList type="close"/></attDef></attList></elementSpec>',
            '@type="close" of <valList> is not one of closed, semi, open; did you mean "closed"?',
        ),
        (RULE.format('<sch:assrt test="p"/>'), "Schematron has no <assrt>; did you mean <assert>?"),
        (
            RULE.format('<sch:assert tset="p"/>'),
            "Schematron has no @tset of <assert>; did you mean @test?",
        ),
        (RULE.format("<sch:assert/>"), "<assert> lacks @test"),
        (
            RULE.format(
                '<sch:assert test="p" diagnostics="lng"/><sch:diagnostics><sch:diagnostic id="long"/></sch:diagnostics>'
            ),
            '@diagnostics names "lng", but no <diagnostic> is called so; did you mean "long"?',
        ),
        (
            '<elementSpec ident="p"><content><empty/></content></elementSpec>',
            "no element of the schema is one that a document may begin with: give @start",
        ),
    ],
)
def test_what_the_compiler_does_not_know_is_refused_with_its_line(
    tmp_path: Path, declarations: str, reason: str
) -> None:
    path = write(tmp_path, declarations)

    with pytest.raises(SchemaError) as caught:
        compile_odd(path)

    assert re.fullmatch(rf"line [234], column \d+: {re.escape(reason)}", caught.value.reason)


@pytest.mark.parametrize(
    ("test", "reason"),
    [
        ("foo((", "After ) expected ), found <eof>"),
        (
            "$undefined",
            "Variable $undefined has not been declared (or its declaration is not in scope)",
        ),
    ],
)
def test_a_rule_that_cannot_be_run_is_refused_where_it_stands_in_the_odd(
    tmp_path: Path, test: str, reason: str
) -> None:
    path = write(tmp_path, RULE.format(f'\n  <sch:assert\n test="{test}">no</sch:assert>'))

    with pytest.raises(SchemaError) as caught:
        derive(path)

    assert caught.value.reason == f"line 5, column 3: the rule cannot be run: {reason}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [("", "is not well-formed XML"), ("<TEI/>", "has no <schemaSpec>"), (None, "no such file")],
)
def test_a_file_that_is_no_odd_is_an_error(
    tmp_path: Path, content: str | None, reason: str
) -> None:
    path = tmp_path / "none.odd"
    if content is not None:
        path.write_text(content)

    with pytest.raises(SchemaError, match=reason):
        compile_odd(path)


BASE = """
<classSpec ident="att.all" type="atts" module="tei">
  <attList><attDef ident="n"/><attDef ident="rend"/></attList>
</classSpec>
<classSpec ident="model.line" type="model" module="tei"/>
<elementSpec ident="TEI" module="core"><classes><memberOf key="att.all"/></classes>
  <content><classRef key="model.line" maxOccurs="unbounded"/></content></elementSpec>
<elementSpec ident="p" module="core">
  <classes><memberOf key="att.all"/><memberOf key="model.line"/></classes>
  <content><textNode/></content>
  <attList><attDef ident="type"><valList type="closed">
    <valItem ident="a"/><valItem ident="b"/></valList></attDef></attList>
</elementSpec>
<elementSpec ident="l" module="verse"><classes><memberOf key="model.line"/></classes>
  <content><textNode/></content></elementSpec>
"""


def customise(folder: Path, declarations: str) -> Schema:
    base = write(folder, BASE).rename(folder / "base.xml")
    modules = '<moduleRef key="tei"/><moduleRef key="core"/>'
    return compile_odd(write(folder, modules + declarations), base)


def test_an_element_whose_module_is_left_out_leaves_no_trace(tmp_path: Path) -> None:
    plain = customise(tmp_path, "")
    verse = customise(tmp_path, '<moduleRef key="verse" include="l"/>')

    assert list(plain.elements) == ["TEI", "p"]
    assert b'name="l"' not in to_relaxng(plain)
    assert b'<ref name="l"/>' in to_relaxng(verse)


def test_a_change_keeps_what_it_does_not_name(tmp_path: Path) -> None:
    change = """<elementSpec ident="p" mode="change"><attList>
      <attDef ident="n" mode="delete"/>
      <attDef ident="type" mode="change" usage="req"><valList mode="change">
        <valItem ident="a" mode="delete"/><valItem ident="c" mode="add"/></valList></attDef>
    </attList></elementSpec>"""

    p = customise(tmp_path, change).elements["p"]

    assert list(p.attributes) == ["rend", "type"]
    assert p.attributes["type"].required
    assert [value for value, _ in p.attributes["type"].values] == ["b", "c"]
    assert p.attributes["type"].listed == "closed"


def test_a_class_can_be_changed_for_all_its_members(tmp_path: Path) -> None:
    change = """<classSpec ident="att.all" type="atts" mode="change"><attList>
      <attDef ident="rend" mode="delete"/></attList></classSpec>"""

    schema = customise(tmp_path, change)

    assert all("rend" not in element.attributes for element in schema.elements.values())
