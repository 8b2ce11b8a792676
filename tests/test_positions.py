"""Lines and columns are right wherever a problem is, however the file is written."""

from pathlib import Path

import pytest
from material import HOUSE

from toolkit.check import check
from toolkit.errors import ProblemsFound
from toolkit.problems import Problem
from toolkit.reading.document import parse

MISTAKES = Path(__file__).parent / "mistakes"
TEXT = (MISTAKES / "element-wrong-case.xml").read_text(encoding="utf-8").partition("<?mistake")[0]
BROKEN = (MISTAKES / "ampersand.xml").read_text(encoding="utf-8").partition("<?mistake")[0]
MARK = "<persname"


def problem_of(source: bytes) -> Problem:
    try:
        (problem,) = check(parse(source, Path("a.xml")), settings=HOUSE)
    except ProblemsFound as found:
        (problem,) = found.problems
    return problem


def place_of(text: str, what: str) -> tuple[int, int]:
    before = text.replace("\r\n", "\n")
    at = before.index(what)
    return before.count("\n", 0, at) + 1, at - before.rfind("\n", 0, at)


FORMS = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "tabs": lambda text: text.replace("        ", "\t\t"),
    "astral": lambda text: text.replace("Marlow</persname>", "𝔐arlow</persname>").replace("In <date", "𐀀😀 In <date"),
    "combining": lambda text: text.replace("In <date", "é ḗ In <date"),
    "long": lambda text: text.replace("    <body>", "\n" * 70_000 + "    <body>"),
    "one line": lambda text: text.replace("\n", " "),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("text", "what"), [(TEXT, MARK), (BROKEN, "& dogs")])
def test_a_place_is_right_in_every_form_of_a_text(form: str, text: str, what: str) -> None:
    written = FORMS[form](text)

    problem = problem_of(written.encode())

    assert (problem.line, problem.column) == place_of(written, what)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"]
)
@pytest.mark.parametrize(("text", "what"), [(TEXT, MARK), (BROKEN, "& dogs")])
def test_a_place_is_right_in_every_encoding(encoding: str, text: str, what: str) -> None:
    declared = {"utf-8-sig": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}.get(encoding, encoding)  # fmt: skip
    written = (
        text.replace('encoding="UTF-8"', f'encoding="{declared}"')
        .replace("In <date", "é In <date")
        .replace("‘", "«")
        .replace("’", "»")
    )
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    source = mark + written.encode(encoding)

    problem = problem_of(source)

    assert (problem.line, problem.column) == place_of(written, what)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_text_that_stands_wrong_has_a_place_of_its_own(encoding: str) -> None:
    text = (MISTAKES / "text-in-body.xml").read_text(encoding="utf-8").partition("<?mistake")[0]
    written = text.replace('encoding="UTF-8"', f'encoding="{encoding}"').replace("\n", "\r\n")
    written = written.replace("    <body>", "\r\n" * 70_000 + "    <body>")

    problem = problem_of(written.encode(encoding))

    assert (problem.line, problem.column) == place_of(written, "The end.")


def test_a_document_type_and_entities_do_not_move_a_place() -> None:
    doctype = '<!DOCTYPE TEI [\n<!ENTITY ship "the ferry\nBrigid">\n]>\n'
    written = TEXT.replace("<TEI ", doctype + "<TEI ", 1).replace(
        "first time", "first time on &ship;"
    )

    problem = problem_of(written.encode())

    assert (problem.line, problem.column) == place_of(written, MARK)
