"""The explanation, RELAX NG and XML Schema say the same of documents made and damaged at random."""

import os
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree
from random_documents import Documents

from toolkit.check.judging import explainer
from toolkit.check.validity import Validity
from toolkit.errors import ToolkitError
from toolkit.odd import compile_odd
from toolkit.reading.document import load, parse
from toolkit.resources import SCHEMA

CASES = Path(__file__).parent
# How many documents are made: a few in every run, thousands when asked for.
SEEDS = int(os.environ.get("TEIKIT_FUZZ", "60"))


def test_all_judges_agree_on_damaged_documents() -> None:
    schema = compile_odd(SCHEMA / "edition.odd")
    relaxng = etree.RelaxNG(etree.parse(str(SCHEMA / "edition.rng")))
    xsd = etree.XMLSchema(etree.parse(str(SCHEMA / "edition.xsd")))
    judges = Validity(schema), explainer(SCHEMA / "edition.rng")
    verdicts: Counter[bool] = Counter()

    for seed in range(1000, 1000 + SEEDS):
        documents = Documents(schema, seed)
        root = documents.valid()
        for turn in range(3):
            document = parse(etree.tostring(root), Path(f"{turn}-{seed}.xml"))
            valid = relaxng.validate(document.tree)
            explained = [not list(judge.explain(document)) for judge in judges if judge]
            assert [valid, valid] == explained, (seed, turn)
            assert valid == xsd.validate(document.tree), (seed, turn)
            verdicts[valid] += 1
            documents.change(root)

    assert verdicts[False] > SEEDS / 2


def test_all_judges_agree_on_the_mistakes_and_the_cases() -> None:
    relaxng = etree.RelaxNG(etree.parse(str(SCHEMA / "edition.rng")))
    xsd = etree.XMLSchema(etree.parse(str(SCHEMA / "edition.xsd")))
    judge = Validity(compile_odd(SCHEMA / "edition.odd"))
    seen = 0

    for path in [*CASES.glob("mistakes/*.xml"), *CASES.glob("cases/*/*.xml")]:
        try:
            document = load(path)
        except ToolkitError:
            continue
        valid = relaxng.validate(document.tree)
        identified = "duplicate-id" not in path.parts and path.stem != "id-twice"
        rooted = "wrong-root" not in path.parts  # XML Schema cannot say what a root is
        included = path.stem == "included-file-missing"  # what is missing, another check tells
        assert valid == xsd.validate(document.tree) or not rooted, path
        explained = list(judge.explain(document))
        assert (valid or not identified or included) == (not explained), path
        seen += 1

    assert seen > 200


def test_a_foreign_schema_with_state_and_trait_is_ready_at_once(shared: Path) -> None:
    judge = explainer(shared / "tei" / "tei_all.rng")
    lite = explainer(shared / "tei" / "tei_lite.rng")

    assert judge is not None
    assert lite is not None
    relaxng = etree.RelaxNG(etree.parse(str(shared / "tei" / "tei_lite.rng")))
    for path in sorted((shared / "corpus").rglob("*.xml"))[:40]:
        try:
            document = load(path)
        except ToolkitError:
            continue
        assert relaxng.validate(document.tree) == (not list(lite.explain(document))), path


@pytest.mark.parametrize("name", ["attribute-misspelt", "text-in-body", "header-part-missing"])
def test_a_relaxng_schema_alone_explains_as_the_odd_does(name: str) -> None:
    document = load(CASES / "mistakes" / f"{name}.xml")
    odd, relaxng = Validity(compile_odd(SCHEMA / "edition.odd")), explainer(SCHEMA / "edition.rng")

    assert relaxng is not None
    assert [(f.rule, f.message) for f in odd.explain(document)] == [
        (f.rule, f.message) for f in relaxng.explain(document)
    ]
