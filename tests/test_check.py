"""What a check says: the place, the fault, the advice; once for each mistake."""

from dataclasses import replace
from pathlib import Path

import pytest
from material import HOUSE

from toolkit.check import CHECKS, check
from toolkit.problems import Level
from toolkit.reading.document import Document, load, parse

EDITION = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>A meeting</title></titleStmt>
      <publicationStmt><publisher>The editors</publisher></publicationStmt>
      <sourceDesc><p>Invented.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    <listPerson>
      <person xml:id="pers_curie"><persName type="main">Marie Curie</persName></person>
    </listPerson>
  </standOff>
  <text>
    <body>
      <div type="section" xml:id="sec-one">
        <p xml:id="p-one" n="1">Then <persName ref="#pers_curie">Curie</persName> spoke.</p>
      </div>
    </body>
  </text>
</TEI>
"""


def edition(old: str = "", new: str = "") -> Document:
    assert old in EDITION
    return parse(EDITION.replace(old, new, 1).encode(), Path("edition.xml"))


# What an editor does, and what the check says of it.
MISTAKES = [
    (
        '<persName ref="#pers_curie">Curie</persName>',
        '<persname ref="#pers_curie">Curie</persname>',
        ("17:38: error [unknown-element] the scheme has no element <persname>;"
        " did you mean <persName>?"),
    ),
    (
        " ref=",
        " reff=",
        ('17:38: error [unknown-attribute] <persName> has no attribute @reff;'
        ' did you mean @ref? write ref="#pers_curie"'),
    ),
    (
        'ref="#pers_curie"',
        'ref="#pers_curry"',
        ('17:38: error [person-known] @ref points to "#pers_curry", which is no person of the'
        ' register; did you mean "#pers_curie"?'),
    ),
    (
        ' type="section"',
        "",
        '16:7: error [missing-attribute] <div> lacks @type; add type: "section" or "appendix"',
    ),
    (
        'type="section"',
        'type="sectoin"',
        ('16:7: error [wrong-value] @type="sectoin" of <div> is not allowed;'
        ' did you mean "section"? allowed: section, appendix'),
    ),
    (
        '<p xml:id="p-one"',
        'Loose words. <p xml:id="p-one"',
        '17:9: error [stray-text] text stands directly in <div>: "Loose words."; wrap it in <p>',
    ),
    (
        " spoke.",
        " <choice><sic>spok</sic></choice>.",
        "17:83: error [incomplete-element] <choice> lacks <corr>; add <corr>",
    ),
    (
        "</p>\n      </div>",
        '</p>\n        <head xml:id="head-one">One</head>\n      </div>',
        ("18:9: error [misplaced-element] <head> may not stand at this point of <div>;"
        " move it before <p> (line 17)"),
    ),
    (
        " spoke.",
        ' spoke in <date when="Oct 1911">October</date>.',
        ('17:92: error [wrong-value] @when="Oct 1911" of <date> is not allowed;'
        ' write "1911-10", the year first'),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), MISTAKES, ids=[m[1][:30] for m in MISTAKES])
def test_a_mistake_is_said_once_at_its_place_with_advice(old: str, new: str, said: str) -> None:
    found = check(edition(old, new), settings=HOUSE)

    assert [str(problem) for problem in found] == [f"edition.xml:{said}"]


def test_an_edition_without_mistakes_has_no_problems() -> None:
    assert check(edition(), settings=HOUSE) == []


def test_a_problem_tells_the_way_to_its_element() -> None:
    (problem,) = check(edition(' n="1"', ' n="2"'), settings=HOUSE)

    assert problem.path == "TEI/text/body/div#sec-one/p#p-one"


def test_problems_come_in_the_order_of_the_text() -> None:
    found = check(
        edition('<p xml:id="p-one" n="1">Then', '<p n="7"><strong/><q who="#x">No.</q>'),
        settings=HOUSE,
    )

    assert [p.column for p in found] == sorted(p.column for p in found)
    assert [p.rule for p in found] == [
        "block-with-id",
        "paragraph-numbered",
        "unknown-element",
        "speaker-known",
    ]


# What each check finds when it runs alone.
ALONE = {
    "relaxng": ("<p ", "<x/><p "),
    "xsd": ("<p ", "<x/><p "),
    "pointers": ('ref="#pers_curie"', 'ref="#nobody"'),
    "schematron": (' n="1"', ' n="2"'),
    "languages": ("<p ", '<p xml:lang="eng" '),
    "dates": ("Then", 'In <date when="1991">1911</date>'),
    "people": ("<body>", '<body><q who="#pers_curie" when="1800">No.</q>'),
    "spacing": ("Then ", "Then"),
    "encoding": ("Then", "Then &#151;"),
    "consistency": (" spoke.", " spoke. Curie sat."),
    "citations": ("spoke.", 'spoke.<note><bibl corresp="#one">One</bibl>, <bibl>Ibid.</bibl></note>'),
    "withheld": ("<listPerson>", '<spanGrp type="digest"><span type="letters" target="#p-one">00</span></spanGrp><listPerson>'),
}  # fmt: skip


@pytest.mark.parametrize("name", CHECKS)
def test_each_check_runs_alone(name: str) -> None:
    old, new = ALONE[name]
    kept = '<encodingDesc><tagsDecl><namespace name="x"><tagUsage gi="x" ana="#kept"/></namespace></tagsDecl></encodingDesc></teiHeader>'  # fmt: skip
    life = 'Curie</persName><birth when="1867"/></person><listBibl><bibl xml:id="one"/></listBibl>'
    text = EDITION.replace("</teiHeader>", kept).replace("Curie</persName></person>", life)

    assert check(parse(text.encode(), Path("edition.xml")), [name], HOUSE) == [] or name in {"relaxng", "xsd", "schematron", "pointers"}  # fmt: skip
    assert check(parse(text.replace(old, new, 1).encode(), Path("edition.xml")), [name], HOUSE)


def test_warnings_are_shown_beside_errors() -> None:
    found = check(edition('<person xml:id="pers_curie">', '<person xml:id="pers_planck"><persName type="main">Max Planck</persName></person><person xml:id="pers_curie" resp="#nobody">'), settings=HOUSE)  # fmt: skip

    assert [(p.rule, p.level) for p in found] == [
        ("entry-without-mention", "warning"),
        ("dangling-pointer", "error"),
    ]


def test_a_project_sets_the_levels_of_rules() -> None:
    broken = edition(' n="1"', ' n="2"')

    (problem,) = check(broken, settings=replace(HOUSE, levels={"paragraph-numbered": "info"}))

    assert problem.level is Level.INFO
    assert check(broken, settings=replace(HOUSE, levels={"paragraph-numbered": "off"})) == []


def test_a_document_of_another_scheme_is_checked_for_pointers_only() -> None:
    model = '<?xml-model href="https://example.org/other.rng"?>\n'
    document = parse((model + EDITION.replace("<p ", "<x ").replace("</p>\n      </div>", "</x></div>")).encode(), Path("other.xml"))  # fmt: skip

    assert [problem.rule for problem in check(document)] == ["foreign-schema"]


def test_a_document_that_names_the_edition_schema_anywhere_is_checked_by_it() -> None:
    models = (
        '<?xml-model href="https://example.org/x.rng"?><?xml-model href="../schema/edition.rng"?>\n'
    )
    document = parse((models + EDITION.replace(' type="section"', "")).encode(), Path("a.xml"))

    assert [problem.rule for problem in check(document)] == ["missing-attribute"]


@pytest.mark.parametrize("other", ["../schema/edition.rng", "https://example.org/x.rng"])
def test_a_schema_that_is_named_and_is_not_there_is_told_in_its_line_whatever_else_is_named(
    other: str, tmp_path: Path
) -> None:
    models = f'<?xml-model href="{other}"?>\n<?xml-model href="lost.sch"?>\n'
    document = parse((models + EDITION).encode(), tmp_path / "a.xml")

    warning = check(document)[-1]

    assert (warning.rule, warning.level, warning.line) == ("foreign-schema", "warning", 2)
    assert "lost.sch, and there is no such file" in warning.message
    assert warning.advice == "correct the href, or take the instruction out"


def test_what_the_notes_tell_of_a_citation_is_said_as_gravely_as_the_scheme_says_it() -> None:
    path = Path(__file__).parent / "cases" / "unresolved-citation" / "bad.xml"
    elsewhere = path.with_stem("bad-elsewhere")

    (ours,) = check(load(path), settings=HOUSE)
    theirs = check(load(elsewhere))[-1]

    assert ours.advice == theirs.advice == 'write corresp="#bibl_mehra_1975", which is certain: the only work cited in the note before'  # fmt: skip
    assert (ours.level, theirs.level) == ("error", "warning")


@pytest.mark.parametrize(
    ("encoding", "sign", "said", "advice"),
    [
        ("ISO-8859-1", b"\x97", 'is in ISO-8859-1, and holds the byte 0x97, which is "—"', "windows-1252"),
        ("UTF-8", b"\xc2\x97", 'U+0097 stands in the text, which is "—"', "write — for it"),
        ("UTF-8", b"&#x97;", 'U+0097 stands in the text, which is "—"', "write — for it"),
        ("UTF-8", b"&#129;", "U+0081 stands in the text (2 such", "write the sign that is meant"),
    ],
)  # fmt: skip
def test_signs_of_another_encoding_are_one_warning(
    encoding: str, sign: bytes, said: str, advice: str
) -> None:
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>\n'.encode()
    body = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>%s</p></body></text></TEI>'

    found = check(parse(declaration + body % (b"a" + sign + sign), Path("a.xml")))

    (problem,) = [p for p in found if p.rule == "control-character"]
    assert (problem.line, problem.column, problem.level) == (2, 58, Level.WARNING)
    assert said in problem.message
    assert advice in problem.advice
