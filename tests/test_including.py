"""XInclude is followed within the edition's folder, and nowhere else."""

import time
from pathlib import Path

import pytest

from toolkit import ProblemsFound, check, load
from toolkit.limits import Limits
from toolkit.reading.including import include

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">
<text><body><p>{body}</p></body></text></TEI>"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = tmp_path / "edition"
    (folder / "parts").mkdir(parents=True)
    parts = {
        "part.xml": '<seg xmlns="http://www.tei-c.org/ns/1.0" xml:id="s">part <hi xml:id="h">'
        'high</hi><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="inner.xml"/></seg>',
        "inner.xml": '<hi xmlns="http://www.tei-c.org/ns/1.0"> inner</hi>',
        "words.txt": "a < b",
        "loop.xml": '<seg xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="loop.xml"/>'
        "</seg>",
        "broken.xml": "<seg>",
    }
    for name, text in parts.items():
        (folder / "parts" / name).write_text(text)
    (tmp_path / "outside.xml").write_text("<p>outside</p>")
    return folder


def text_of(edition: Path, body: str) -> tuple[str, list[str]]:
    path = edition / "a.xml"
    path.write_text(FRAME.format(body=body))
    document, problems = include(load(path))
    return "".join(document.tree.getroot().itertext()).strip(), [p.message for p in problems]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('x <xi:include href="parts/part.xml"/> y', "x part high inner y"),
        ('<xi:include href="parts/part.xml" xpointer="h"/>!', "high!"),
        ('<xi:include href="parts/part.xml" xpointer="element(h)"/>!', "high!"),
        ('<xi:include href="parts/part.xml" xpointer="element(s/1)"/>!', "high!"),
        ('<xi:include href="parts/part.xml" xpointer="element(/1/1)"/>!', "high!"),
        ('<seg xml:id="own">one</seg><xi:include xpointer="own"/>', "oneone"),
        ('<xi:include href="parts/words.txt" parse="text"/>', "a < b"),
        ('<seg xml:base="parts/"><xi:include href="inner.xml"/></seg>', "inner"),
        ('<xi:include href="no.xml"><xi:fallback>f<hi>g</hi>h</xi:fallback></xi:include>', "fgh"),
    ],
)
def test_what_lies_in_the_folder_is_included(body: str, text: str, edition: Path) -> None:
    assert text_of(edition, body) == (text, [])


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("../outside.xml", "it lies outside"),
        ("/etc/hostname", "it lies outside"),
        ("file:///etc/hostname", "it lies outside"),
        ("http://127.0.0.1:9/a.xml", "it is not a file of the edition"),
        ("parts/none.xml", "no such file"),
        ("parts/broken.xml", "not-well-formed"),
        ("parts/loop.xml", "it includes itself"),
        ("a.xml", "it includes itself"),
        ("parts", "is a folder"),
    ],
)
def test_what_is_not_included_is_a_warning_and_the_rest_is_read(
    href: str, reason: str, edition: Path
) -> None:
    text, said = text_of(edition, f'x <xi:include href="{href}"/> y')

    assert text == "x  y"
    assert len(said) == 1
    assert reason in said[0]


MEANT = "write an xml:id alone, or element(), as in element(id/2)"


@pytest.mark.parametrize(
    ("names", "reason", "advice"),
    [
        (
            'href="parts/part.xml#h"',
            "has no # in @href",
            'write href="parts/part.xml" xpointer="h"',
        ),
        ('href="parts/part.xml" xpointer="xpointer(//hi)"', "a scheme that is not", MEANT),
        ('href="parts/part.xml" xpointer="xmlns(a=b)element(s)"', "a scheme that is not", MEANT),
        ('href="parts/part.xml" xpointer="element(s/9)"', "has nothing at", "correct @href"),
        ('href="parts/part.xml" xpointer="element(/2)"', "has nothing at", "correct @href"),
        ('href="parts/part.xml" xpointer="gone"', 'no element with xml:id="gone"', "correct"),
        ('xpointer="gone"', 'no element with xml:id="gone"', "correct"),
        ("", "it includes itself", "correct"),
        ('href="parts/words.txt" parse="text" encoding="rot13"', '"rot13" is not known', "correct"),
        ('href="parts/words.txt" parse="text" encoding="idna"', '"idna" is not known', "correct"),
    ],
)
def test_what_names_no_part_is_said_at_its_place_by_build_and_check(
    names: str, reason: str, advice: str, edition: Path
) -> None:
    path = edition / "a.xml"
    fallback = "<xi:fallback>f</xi:fallback>" if advice.startswith("write") else ""
    path.write_text(FRAME.format(body=f"\n x <xi:include {names}>{fallback}</xi:include> y"))
    document = load(path)

    included, (built,) = include(document)
    (checked,) = [p for p in check(document) if p.rule == "not-included"]

    assert "".join(included.tree.getroot().itertext()).split() == ["x", "y"]
    assert (built.line, built.column) == (checked.line, checked.column) == (3, 4)
    assert reason in built.message
    assert reason in checked.message
    assert advice in checked.advice


def test_what_is_included_is_no_problem_of_a_check(edition: Path) -> None:
    path = edition / "a.xml"
    path.write_text(FRAME.format(body='<seg xml:id="own">x</seg><xi:include xpointer="own"/>'))

    assert check(load(path)) == []


def test_a_link_that_leads_out_is_outside(edition: Path) -> None:
    (edition / "parts" / "link.xml").symlink_to(edition.parent / "outside.xml")

    text, said = text_of(edition, 'x <xi:include href="parts/link.xml"/> y')

    assert (text, len(said)) == ("x  y", 1)


@pytest.mark.parametrize(
    ("limits", "reason", "key"),
    [
        (Limits(), "more than 10,000 inclusions", "inclusions"),
        (Limits(inclusions=10**9, marks=5_000), "more than 5,000 tags", "marks"),
        (Limits(inclusions=10**9, megabytes=1), "over 1 MB", "megabytes"),
    ],
)
def test_inclusions_that_multiply_end_at_a_limit_told_at_their_place(
    limits: Limits, reason: str, key: str, edition: Path
) -> None:
    for level in range(8):
        inner = f'<xi:include href="level{level + 1}.xml"/>' * 10 if level < 7 else "x" * 1000
        text = f'<seg xmlns:xi="http://www.w3.org/2001/XInclude">{inner}</seg>'
        (edition / f"level{level}.xml").write_text(text)
    path = edition / "a.xml"
    path.write_text(FRAME.format(body='\n x <xi:include href="level0.xml"/>'))
    document, before = load(path), time.process_time()

    with pytest.raises(ProblemsFound) as raised:
        include(document, limits=limits)

    (told,) = raised.value.problems
    assert (told.rule, told.line, told.column) == ("limit", 3, 4)
    assert (reason in told.message, f'raise "{key}"' in told.advice) == (True, True)
    assert time.process_time() - before < 10
