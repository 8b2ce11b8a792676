"""The compiler: what it derives, what it refuses, and that the derived schemas agree."""

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree
from random_documents import Documents

from toolkit.check.validity import Validity
from toolkit.document import parse
from toolkit.errors import SchemaError
from toolkit.odd import Schema, compile_odd, conformance, to_relaxng, to_schematron, to_xsd
from toolkit.odd.conformance import departures
from toolkit.odd.derive import derive
from toolkit.resources import SCHEMA

ODD = SCHEMA / "edition.odd"
TEI = "http://www.tei-c.org/ns/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples"

shared = pytest.mark.skipif(
    "TEIKIT_SHARED" not in os.environ,
    reason="TEIKIT_SHARED does not name a folder with TEI's files",
)
needs_jing = pytest.mark.skipif(not shutil.which("jing"), reason="jing is not installed")


@pytest.fixture(scope="module")
def schema() -> Schema:
    return compile_odd(ODD)


def write(folder: Path, declarations: str, attributes: str = 'ident="mini" start="TEI"') -> Path:
    path = folder / "mini.odd"
    path.write_text(
        f'<TEI xmlns="{TEI}" xmlns:sch="http://purl.oclc.org/dsdl/schematron">\n'
        f"<schemaSpec {attributes}>\n{declarations}\n</schemaSpec></TEI>"
    )
    return path


@pytest.mark.parametrize(
    "name", ["edition.rng", "edition.xsd", "xml.xsd", "edition.sch", "edition.sch.xsl"]
)
def test_the_derived_files_are_those_the_odd_makes(name: str) -> None:
    assert (SCHEMA / name).read_bytes() == derive(ODD)[name]


def test_grammars_and_explanations_agree_on_random_documents(schema: Schema) -> None:
    relaxng = etree.RelaxNG(etree.fromstring(to_relaxng(schema)))
    xsd = etree.XMLSchema(etree.parse(str(SCHEMA / "edition.xsd")))
    validity = Validity(schema)
    verdicts: Counter[tuple[str, bool]] = Counter()

    for seed in range(100):
        documents = Documents(schema, seed)
        root = documents.valid()
        for state in ("made", "changed"):
            document = parse(etree.tostring(root), Path(f"{state}-{seed}.xml"))
            valid = relaxng.validate(document.tree)
            explained = list(validity.explain(document))
            assert valid == xsd.validate(document.tree), (seed, state, xsd.error_log)
            assert valid == (not explained), (seed, state, explained)
            verdicts[state, valid] += 1
            documents.change(root)

    assert verdicts["made", True] == 100
    assert verdicts["changed", False] > 50


def test_xmlschema_reads_the_xsd_and_agrees_with_libxml2() -> None:
    xmlschema = pytest.importorskip("xmlschema")
    judge = xmlschema.XMLSchema(str(SCHEMA / "edition.xsd"))
    cases = Path(__file__).parent / "cases"

    assert judge.is_valid(str(cases / "gap-measured" / "good.xml"))
    assert not judge.is_valid(str(cases / "incomplete-element" / "bad-choice.xml"))


@shared
def test_whatever_the_scheme_allows_is_tei() -> None:
    base = Path(os.environ["TEIKIT_SHARED"]) / "tei" / "p5subset.xml"

    assert [str(departure) for departure in conformance(compile_odd(ODD), base)] == []


@shared
@needs_jing
def test_the_odd_and_random_documents_are_valid_against_tei_all(
    schema: Schema, tmp_path: Path
) -> None:
    for seed in range(40):
        root = Documents(schema, seed).valid()
        (tmp_path / f"{seed}.xml").write_bytes(etree.tostring(root))
    files = [str(ODD), *map(str, sorted(tmp_path.glob("*.xml")))]
    tei_all = Path(os.environ["TEIKIT_SHARED"]) / "tei" / "tei_all.rng"

    jing = subprocess.run(
        ["jing", str(tei_all), *files], capture_output=True, text=True, check=False
    )

    assert jing.stdout == ""


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
            '<elementSpec mode="change"> names "TEI", which the base does not declare',
        ),
        (
            '<elementSpec ident="TEI"/><elementSpec ident="TEI"/>',
            '<elementSpec> declares "TEI" a second time',
        ),
        ('<moduleRef url="other.rng"/>', "the compiler does not know @url of <moduleRef>"),
        (
            '<specGrpRef target="#x"/>',
            '<specGrpRef> points to "x", which is no <specGrp> of this file',
        ),
    ],
)
def test_what_the_compiler_does_not_know_is_refused_with_its_line(
    tmp_path: Path, declarations: str, reason: str
) -> None:
    path = write(tmp_path, declarations)

    with pytest.raises(SchemaError) as caught:
        compile_odd(path)

    assert caught.value.reason == f"line 3: {reason}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [("", "is not well-formed XML"), ("<TEI/>", "has no <schemaSpec>"), (None, "cannot be read")],
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


def test_derived_files_do_not_depend_on_the_run(schema: Schema) -> None:
    again = compile_odd(ODD)

    assert to_relaxng(schema) == to_relaxng(again)
    assert to_xsd(schema) == to_xsd(again)
    assert to_schematron(schema) == to_schematron(again)


def test_each_rule_says_what_is_wrong_and_then_what_to_do(schema: Schema) -> None:
    for rule in schema.rules:
        for said in rule.constraint.iter("{*}assert", "{*}report"):
            text = "".join(said.itertext())
            assert "; " in text, rule.ident
            assert not text.strip().endswith("."), rule.ident


def test_each_rule_has_a_section_of_the_guidelines(schema: Schema) -> None:
    root = etree.parse(str(ODD)).getroot()
    sections = {div.get("{http://www.w3.org/XML/1998/namespace}id") for div in root.iter("{*}div")}

    assert {rule.section for rule in schema.rules if rule.ident != "keys"} <= sections


def test_the_examples_in_the_guidelines_are_valid(schema: Schema) -> None:
    validity = Validity(schema)
    examples = list(etree.parse(str(ODD)).getroot().iter(f"{{{EXAMPLES}}}egXML"))

    for example in examples:
        source = etree.tostring(example[0], with_tail=False).replace(
            EXAMPLES.encode(), TEI.encode()
        )
        document = parse(source, ODD)
        findings = [f for f in validity.explain(document) if f.rule != "wrong-root"]
        assert findings == [], source
    assert len(examples) > 20
