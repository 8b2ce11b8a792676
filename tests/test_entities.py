"""Parameter entities of a document's own are read; those that cannot be are told once, in place."""

from itertools import pairwise
from pathlib import Path

import pytest

from toolkit import Problem, ProblemsFound, parse
from toolkit.prose.scanning import scan

HERE = Path("a.xml")
OWN = """<!ENTITY % signs '<!ENTITY ship "vessel"> <!ENTITY dash "&#8212;">'>
<!ENTITY % all "<!-- of ours --> &#37;signs;">
%all;"""


def document(subset: str, text: str) -> str:
    return (
        f"<!DOCTYPE TEI [\n{subset}\n]>\n"
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{text}</p>\n<p/></body></text></TEI>'
    )


def problems(source: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsFound) as found:
        parse(source.encode(), HERE)
    return found.value.problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_entities_declared_by_a_parameter_entity_of_the_document_are_read(encoding: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
    source = declaration + document(OWN, "A &ship;, é &dash; old")

    read = parse(source.encode(encoding), HERE)

    first, second = read.xpath("//tei:p")
    assert "".join(map(str, first.itertext())) == "A vessel, é — old"
    assert read.position(second) == (7, 1)


def test_they_are_text_of_a_block_that_can_be_withheld() -> None:
    (block,) = scan(parse(document(OWN, "A &ship; sinks").encode(), HERE))

    assert "vessel" in str(block.pieces)


@pytest.mark.parametrize(
    ("subset", "place"),
    [
        ('<!ENTITY % a "x"> <!ENTITY % b "%a;"> %b;', (2, 33)),
        ("<!ENTITY % a '<!ENTITY s \"s\">'>\n%a; %b;", (3, 5)),
    ],
)
def test_one_that_cannot_be_read_is_told_where_it_is_used(
    subset: str, place: tuple[int, int]
) -> None:
    (problem,) = problems(document(subset, "A"))

    assert (problem.line, problem.column) == place
    assert problem.message.startswith("the parameter entity %")


def test_one_that_is_part_of_itself_is_told_where_it_is_used() -> None:
    (problem,) = problems(document('<!ENTITY % a "&#37;b;"> <!ENTITY % b "&#37;a;">\n%a;', "A"))

    assert (problem.rule, problem.line, problem.column) == ("limit", 3, 1)


@pytest.mark.parametrize("most", ["<!-- of no use -->", ""])
def test_what_they_expand_to_is_bounded(most: str) -> None:
    names = [f"p{n}" for n in range(14)]
    larger = [f"<!ENTITY % {b} '{f'&#37;{a};' * 50}'>" for a, b in pairwise(names)]
    subset = f'<!ENTITY % p0 "{most}">{"".join(larger)}\n%p13;'

    (problem,) = problems(document(subset, "A"))

    assert problem.rule == "limit"
    assert "expand to far more text" in problem.message


@pytest.mark.parametrize("root", ["TEI.2", "tei.2", "teiCorpus.2"])
def test_tei_p4_is_called_so_whatever_its_dtd_leaves_open(root: str) -> None:
    doctype = f"""<!DOCTYPE {root} PUBLIC "-//TEI P4//DTD Main Document Type//EN" "tei2.dtd" [
<!ENTITY % TEI.prose "INCLUDE"> <!ENTITY % letters SYSTEM "letters.ent"> %letters;
]>"""

    (problem,) = problems(f"{doctype}\n<{root}><p>A &mdash; b<br></p></{root}>")

    assert (problem.rule, problem.line, problem.column) == ("not-tei", 4, 1)
    assert problem.message == f"the root element <{root}> is TEI P4"
    assert problem.advice.startswith("convert it to TEI P5 first, with p4/from.xsl")
