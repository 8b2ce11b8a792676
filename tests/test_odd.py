"""The scheme: its derived schemas agree, it keeps inside TEI, its guidelines are true."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from material import scheme_for
from random_documents import Documents

from toolkit.check import check
from toolkit.check.validity import Validity
from toolkit.odd import Schema, compile_odd, to_relaxng, to_schematron, to_xsd
from toolkit.odd.conformance import conformance
from toolkit.odd.derive import transpile
from toolkit.reading.document import Document, load, parse
from toolkit.resources import SCHEMA, XSLT
from toolkit.xsl.transform import Stylesheet

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


def test_xmlschema_reads_the_xsd_and_agrees_with_libxml2() -> None:
    xmlschema = pytest.importorskip("xmlschema")
    judge = xmlschema.XMLSchema(str(SCHEMA / "edition.xsd"))
    cases = Path(__file__).parent / "cases"

    assert judge.is_valid(str(cases / "gap-measured" / "good.xml"))
    assert not judge.is_valid(str(cases / "incomplete-element" / "bad-choice.xml"))


def test_every_type_of_work_that_csl_has_is_one_of_ours(schema: Schema) -> None:
    csl = (XSLT / "lib" / "csl.xsl").read_text(encoding="utf-8")
    (listed,) = re.findall(r"""name="ed:csl-types".*?tokenize\('([^']*)'\)""", csl, re.DOTALL)

    ours = {value for value, _ in schema.elements["biblStruct"].attributes["type"].values}

    assert len(listed.split()) > 40
    assert set(listed.split()) <= ours


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


@shared
def test_what_breaks_no_rule_of_ours_breaks_none_of_teis(tmp_path: Path) -> None:
    rules = Path(os.environ["TEIKIT_SHARED"]) / "tei" / "tei_all.sch"
    (tmp_path / "tei_all.xsl").write_text(transpile(rules.read_bytes(), rules))
    judge = Stylesheet(tmp_path / "tei_all.xsl")
    tests = Path(__file__).parent

    assert "<problem " not in judge.render(Document(ODD, ODD.read_bytes(), etree.parse(ODD)))
    for path in [*tests.glob("cases/*/good*.xml"), *tests.glob("editions/*/tei/*.xml")]:
        document = load(path)
        if not check(document, settings=scheme_for(path)):
            assert "<problem " not in judge.render(document), path


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
