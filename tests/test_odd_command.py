"""``teikit odd``: build writes what is committed, diff shows it, trim keeps what is used."""

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree, html
from material import HARBOUR, WHITEWOOD
from test_odd_compiler import write

from toolkit.cli import main
from toolkit.odd import Schema, compile_odd, to_relaxng
from toolkit.odd.comparison import differences
from toolkit.odd.telling import shortest
from toolkit.resources import SCHEMA

ODD = SCHEMA / "edition.odd"
P = '<elementSpec ident="p"><content><textNode/></content>{}</elementSpec>'
ROOT = '<elementSpec ident="TEI"><content><elementRef key="p" {}/></content></elementSpec>'
ANY = '<elementSpec ident="TEI"><content><anyElement {}/></content></elementSpec>'
TYPE = '<attList><attDef ident="type" {}><valList type="closed">{}</valList></attDef></attList>'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["odd", *map(str, arguments)])


@pytest.fixture(scope="module")
def schema() -> Schema:
    return compile_odd(ODD)


def test_build_writes_what_is_committed(tmp_path: Path) -> None:
    result = run("build", ODD, "-o", tmp_path, "--strict")

    assert result.exit_code == 0, result.output
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {
        *(f"edition.{kind}" for kind in ("rng", "rnc", "xsd", "sch", "sch.xsl", "json")),
        *("xml.xsd", "guidelines.html", "reference.html"),
    }
    assert [
        name for name in made if (tmp_path / name).read_bytes() != (SCHEMA / name).read_bytes()
    ] == []


def test_build_says_what_has_no_effect_and_strict_makes_it_an_error(tmp_path: Path) -> None:
    odd = write(tmp_path, ROOT.format("") + P.format(""), 'ident="mini" start="TEI gone"')

    lenient, strict = run("build", odd, "-o", tmp_path), run("build", odd, "--strict")

    said = 'line 2, column 1: @start names "gone", which the schema does not have'
    assert lenient.exit_code == 0
    assert f"{odd}: {said}" in lenient.output
    assert (strict.exit_code, strict.output) == (2, f"teikit: {odd}: {said}\n")


@pytest.mark.parametrize("deep", [129, 500])
def test_an_odd_that_is_nested_too_deeply_is_refused_by_its_place(
    tmp_path: Path, deep: int
) -> None:
    nested = "<sequence>" * deep + '<elementRef key="p"/>' + "</sequence>" * deep
    root = f'<elementSpec ident="TEI"><content>\n{nested}</content></elementSpec>'
    odd = write(tmp_path, root + P.format(""))

    built = run("build", odd, "-o", tmp_path)
    checked = CliRunner().invoke(main, ["check", str(WHITEWOOD), "--schema", str(odd)])

    for result in (built, checked):
        assert result.exit_code == 2
        assert result.output.startswith(f"teikit: {odd}: line 4, column ")
        assert "<sequence> is nested more than 128 elements deep" in result.output


def test_the_reference_tells_all_about_every_element(schema: Schema) -> None:
    page = html.parse(str(SCHEMA / "reference.html")).getroot()
    anchors = {node.get("id") for node in page.iter() if node.get("id")}

    for element in schema.elements.values():
        section = page.get_element_by_id(f"element-{element.tag}")
        text = section.text_content()
        assert "Stands in" in text, element.name
        assert section.find("pre") is not None, f"{element.name} has no example"
        for attribute in element.attributes:
            assert f"@{attribute}" in text
    for link in page.iter("a"):
        if link.get("href", "").startswith("#"):
            assert link.get("href")[1:] in anchors


def test_the_guidelines_hold_every_section_and_rule(schema: Schema) -> None:
    page = html.parse(str(SCHEMA / "guidelines.html")).getroot()
    reference = (SCHEMA / "reference.html").read_text(encoding="utf-8")

    for rule in schema.rules:
        if rule.section and any(True for _ in rule.constraint.iter("{*}assert", "{*}report")):
            section = page.get_element_by_id(rule.section)
            assert f"[{rule.ident}]" in section.text_content(), rule.ident
    for link in re.findall(r'reference\.html#([\w-]+)"', html.tostring(page, encoding="unicode")):
        assert f'id="{link}"' in reference


def test_the_data_hold_every_element_and_attribute(schema: Schema) -> None:
    data = json.loads((SCHEMA / "edition.json").read_text(encoding="utf-8"))

    told = {one["name"]: {a["name"] for a in one["attributes"]} for one in data["elements"]}
    assert told == {name: set(one.attributes) for name, one in schema.elements.items()}


@pytest.mark.parametrize(
    ("first", "second", "said", "shortest_document"),
    [
        (ROOT.format("") + P.format(""), ROOT.format('minOccurs="0"') + P.format(""), "may hold (nothing): <TEI>", "<TEI/>"),
        (ROOT.format('maxOccurs="2"') + P.format(""), ROOT.format("") + P.format(""), "may hold (p p): <TEI>", "<TEI><p/><p/></TEI>"),
        (
            ROOT.format("") + P.format(TYPE.format("", '<valItem ident="a"/><valItem ident="b"/>')),
            ROOT.format("") + P.format(TYPE.format("", '<valItem ident="a"/>')),
            "takes @type “b”: <p>",
            '<TEI><p type="b"/></TEI>',
        ),
        (
            ROOT.format("") + P.format(TYPE.format("", '<valItem ident="a"/>')),
            ROOT.format("") + P.format(TYPE.format('usage="req"', '<valItem ident="a"/>')),
            "may be absent @type: <p>",
            "<TEI><p/></TEI>",
        ),
        (
            ROOT.format("") + P.format(TYPE.format("", '<valItem ident="a"/>')),
            ROOT.format("") + P.format(""),
            "has @type: <p>",
            '<TEI><p type="a"/></TEI>',
        ),
        (
            ANY.format('except="http://www.tei-c.org/ns/1.0 urn:b"'),
            ANY.format('require="urn:a"'),
            "may hold (anything): <TEI>",
            "<TEI><anything/></TEI>",
        ),
        (
            ANY.format('require="urn:a urn:b"'),
            ANY.format('except="urn:b"'),
            "may hold ({urn:b}anything): <TEI>",
            '<TEI><ns0:anything xmlns:ns0="urn:b"/></TEI>',
        ),
    ],
)  # fmt: skip
def test_diff_shows_a_shortest_document_that_tells_two_odds_apart(
    tmp_path: Path, first: str, second: str, said: str, shortest_document: str
) -> None:
    a = write(tmp_path, first).rename(tmp_path / "a.odd")
    b = write(tmp_path, second).rename(tmp_path / "b.odd")

    result = run("diff", a, b)

    assert result.exit_code == 1
    assert said in result.output
    assert shortest_document in re.sub(r"\n\s*| xmlns=\"[^\"]*\"", "", result.output)


def test_diff_of_the_same_is_nothing() -> None:
    result = run("diff", ODD, SCHEMA / "edition.rng")

    assert (result.exit_code, result.output) == (0, "no difference\n")


@pytest.fixture(scope="module")
def trimmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("trimmed") / "small.odd"
    result = run("trim", ODD, WHITEWOOD, HARBOUR, "-o", target)
    assert (result.exit_code, result.output) == (0, "")
    return target


def test_trim_keeps_what_documents_use_and_nothing_else(schema: Schema, trimmed: Path) -> None:
    small = compile_odd(trimmed)
    grammar = etree.RelaxNG(etree.fromstring(to_relaxng(small)))
    trees = [etree.parse(path) for path in (WHITEWOOD, HARBOUR)]
    used = {
        (str(node.tag), str(name).replace("{http://www.w3.org/XML/1998/namespace}", "xml:"))
        for tree in trees
        for node in tree.getroot().iter("*")
        for name in ("", *node.attrib)
    }

    assert all(grammar.validate(tree) for tree in trees)
    assert {(e.qname, "") for e in small.elements.values()} == {p for p in used if not p[1]}
    for element in small.elements.values():
        for name, attribute in element.attributes.items():
            assert (element.qname, name) in used or attribute.usage == "req"
    assert len(small.elements) < len(schema.elements)
    assert small.notes == ()


def test_trim_counts(trimmed: Path) -> None:
    told = trimmed.read_text(encoding="utf-8")
    times = sum(
        1 for path in (WHITEWOOD, HARBOUR) for _ in etree.parse(path).getroot().iter("{*}persName")
    )

    assert f"<!-- persName: {times} times in 2 documents" in told


def test_the_documents_that_tell_schemas_apart_do_so(schema: Schema, trimmed: Path) -> None:
    small = compile_odd(trimmed)
    judges = [etree.RelaxNG(etree.fromstring(to_relaxng(one))) for one in (schema, small)]

    found = differences(schema, small)
    document, none = shortest(schema, small, found)

    assert document is not None
    copy = etree.fromstring(etree.tostring(document))
    assert [judge.validate(copy) for judge in judges] == [True, False]
    assert none is None
    assert {difference.taker for difference in found} == {0}


@pytest.mark.skipif(not shutil.which("jing"), reason="jing is not installed")
def test_jing_and_xmlschema_read_the_derived_schemas() -> None:
    for kind in ("rng", "xsd"):
        run_ = [*("jing", str(SCHEMA / f"edition.{kind}")), str(WHITEWOOD), str(HARBOUR)]
        jing = subprocess.run(run_, capture_output=True, text=True, check=False)
        assert (jing.returncode, jing.stdout) == (0, ""), kind
    xmlschema = pytest.importorskip("xmlschema")
    assert xmlschema.XMLSchema(str(SCHEMA / "edition.xsd")).is_valid(str(HARBOUR))


def test_trim_tells_what_is_not_valid_with_its_line_and_goes_on(tmp_path: Path) -> None:
    text = HARBOUR.read_text(encoding="utf-8")
    files = {
        "value.xml": text.replace('type="section"', 'type="sektion"', 1),
        "page.xml": "<html><body/></html>",
        "good.xml": text,
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")

    result = run("trim", ODD, *(tmp_path / name for name in files), "-o", tmp_path / "small.odd")

    line = text[: text.index('type="section"')].count("\n") + 1
    assert result.exit_code == 1
    assert f"value.xml:{line}:" in result.stderr
    assert '@type="sektion" of <div> is not allowed' in result.stderr
    assert "page.xml:1:1: error [not-tei] the file is HTML" in result.stderr
    assert "2 documents use" in (tmp_path / "small.odd").read_text()


def test_trim_of_many_mistakes_names_the_command_that_shows_them(tmp_path: Path) -> None:
    letter = tmp_path / "a letter.xml"
    letter.write_text(HARBOUR.read_text().replace("</body>", f"{'<nope/>' * 30}</body>"))

    result = run("trim", ODD, letter, "--base", ODD, "-o", tmp_path / "small.odd")

    command = shlex.split(result.stderr.partition("more problems; teikit ")[2].splitlines()[0])
    assert command == ["check", "--schema", str(ODD), "--base", str(ODD), str(letter)]


def test_trim_of_a_folder_leaves_out_what_is_no_tei(tmp_path: Path) -> None:
    (tmp_path / "page.xml").write_text("<html><body/></html>")
    (tmp_path / "good.xml").write_bytes(HARBOUR.read_bytes())

    result = run("trim", ODD, tmp_path, "-o", tmp_path / "small.odd")

    assert (result.exit_code, result.stderr) == (0, "")


def test_trim_without_a_document_writes_nothing(tmp_path: Path) -> None:
    result = run("trim", ODD, tmp_path / "nope.xml", "-o", tmp_path / "small.odd")

    assert result.exit_code == 2
    assert "nope.xml: no such file" in result.stderr
    assert not (tmp_path / "small.odd").exists()
