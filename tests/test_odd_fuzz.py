"""RELAX NG, XML Schema and our own explanation agree on 5,000 documents, valid and damaged."""

from collections import Counter
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree
from random_documents import Documents

from toolkit.check.validity import Validity
from toolkit.odd import Schema, compile_odd, to_relaxng, to_xsd
from toolkit.odd.xsd import widened
from toolkit.reading.document import parse
from toolkit.resources import SCHEMA

DAMAGED = 9  # copies of each document


@pytest.fixture(scope="module")
def schema() -> Schema:
    return compile_odd(SCHEMA / "edition.odd")


def disagreements(
    schema: Schema, folder: Path, documents: int
) -> tuple[list[str], Counter[tuple[str, bool]]]:
    """Return on which documents the three differ, and how often each verdict fell."""
    for name, content in to_xsd(schema).items():
        (folder / name).write_bytes(content)
    relaxng = etree.RelaxNG(etree.fromstring(to_relaxng(schema)))
    xsd = etree.XMLSchema(etree.parse(str(folder / f"{schema.ident}.xsd")))
    validity, source = Validity(schema), Documents(schema, 5)
    found, verdicts = [], Counter[tuple[str, bool]]()
    for number in range(documents):
        made = source.valid(source.random.randint(5, 7))
        for copy in range(DAMAGED + 1):
            root = deepcopy(made)
            if copy:
                source.change(root)
            document = parse(etree.tostring(root), Path(f"{number}-{copy}.xml"))
            explained = list(validity.explain(document))
            told = (relaxng.validate(document.tree), xsd.validate(document.tree), not explained)
            verdicts["damaged" if copy else "made", told[0]] += 1
            if len(set(told)) > 1:
                found.append(f"{document.path}: {told} {explained[:1]} {xsd.error_log}"[:400])
    return found, verdicts


def test_three_judges_agree_on_5000_documents(schema: Schema, tmp_path: Path) -> None:
    found, verdicts = disagreements(schema, tmp_path, 500)

    assert found == []
    assert verdicts["made", True] == 500
    assert verdicts["damaged", False] > 2000
    assert verdicts.total() == 5000


@pytest.mark.parametrize("name", ["tei_bare", "tei_jtei"])
def test_three_judges_agree_on_customisations_of_tei(
    shared: Path, tmp_path: Path, name: str
) -> None:
    tei = shared / "tei"
    schema = compile_odd(tei / f"{name}.odd", tei / "p5subset.xml")
    loose = widened(schema)

    found, verdicts = disagreements(schema, tmp_path, 40)

    assert [one for one in found if not any(f"<{tag}>" in one for tag in loose)] == []
    assert verdicts["made", True] == 40
    assert loose == ([] if name == "tei_bare" else ["egXML"])
