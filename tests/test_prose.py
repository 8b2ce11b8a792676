"""Withhold and weave: nothing lost, nothing added, every block proved."""

import re
from pathlib import Path

import pytest

from toolkit import (
    CopyError,
    Document,
    DocumentError,
    ProblemsFound,
    parse,
    read_copy,
    weave,
    withhold,
)
from toolkit.prose.facts import has_prose
from toolkit.prose.folding import fold_letters, fold_typography
from toolkit.prose.pieces import Gap, Run
from toolkit.prose.scanning import scan

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><tagsDecl>
<namespace name="http://www.tei-c.org/ns/1.0"><tagUsage gi="persName" ana="#kept"/>
</namespace></tagsDecl></encodingDesc></teiHeader><text><body>{}</body></text></TEI>
"""


def document(body: str) -> Document:
    return parse(TEI.format(body).encode(), Path("sample.xml"))


def copy_of(text: str, folder: Path) -> Path:
    path = folder / "copy.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The ﬁrst – ‘Great’ War.¹", "thefirstgreatwar"),
        ("1920-3", "19203"),
        ("Café", "café"),
        ("*Pravda*", "pravda"),
    ],
)
def test_letters_and_digits_are_what_two_copies_have_in_common(text: str, folded: str) -> None:
    assert fold_letters(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the “old” guard – and", "the 'old' guard — and"),
        ("oﬃce", "office"),
        ("two  spaces\nand a line", "two spaces and a line"),
        ("end.¹²", "end."),
    ],
)
def test_folded_typography_is_the_same_in_both(one: str, other: str) -> None:
    assert fold_typography(one) == fold_typography(other)


def test_a_hyphen_within_a_line_counts_for_typography() -> None:
    assert fold_typography("long-standing") != fold_typography("longstanding")


def test_prose_becomes_a_measured_gap_and_edges_stay() -> None:
    given = document('<p xml:id="p-a">Then, <persName>Ada</persName>; she left (soon).</p>')

    public = withhold(given).decode()

    assert (
        '<p xml:id="p-a"><gap reason="rights" unit="letters" quantity="4"/>, '
        '<persName>Ada</persName>; <gap reason="rights" unit="letters" quantity="11"/>).</p>'
    ) in public


def test_withholding_touches_nothing_else(harbour: Document, harbour_withheld: Document) -> None:
    whole, public = harbour.source.decode(), harbour_withheld.source.decode()

    without_gaps = re.sub(r'<gap reason="rights"[^>]*/>', "\0", public)
    without_gaps = re.sub(
        r'\s*<spanGrp type="digest">.*?</spanGrp>', "", without_gaps, flags=re.DOTALL
    )
    whole = re.sub(r'\s*<spanGrp type="digest">.*?</spanGrp>', "", whole, flags=re.DOTALL)

    at = 0
    for part in without_gaps.split("\0"):
        at = whole.index(part, at) + len(part)
    assert not has_prose(harbour_withheld)
    assert has_prose(harbour)


def test_a_weave_is_undone_to_the_byte(
    harbour_withheld: Document, harbour_copy: str, tmp_path: Path
) -> None:
    woven = weave(harbour_withheld, read_copy(copy_of(harbour_copy, tmp_path)))

    assert withhold(parse(woven.source, harbour_withheld.path)) == harbour_withheld.source


def test_a_copy_on_one_line_with_words_before_the_title_weaves(
    harbour_withheld: Document, harbour_copy: str, tmp_path: Path
) -> None:
    lines = f"Kept in a library of harbours. Downloaded today.\n\n{harbour_copy}"

    woven = weave(harbour_withheld, read_copy(copy_of(" ".join(lines.split()), tmp_path)))

    assert withhold(parse(woven.source, harbour_withheld.path)) == harbour_withheld.source


def test_a_short_block_is_not_found_in_the_middle_of_the_prose(tmp_path: Path) -> None:
    given = document(
        '<head xml:id="h-a">The harbour and the sea</head><p xml:id="p-a">Many ships lay in harbour.</p>'
        '<head xml:id="h-b">Ships</head><p xml:id="p-b">They came and went.</p>'
    )
    copy = copy_of(
        "The harbour and the sea Many ships lay in harbour. They came and went.", tmp_path
    )

    woven = weave(parse(withhold(given), given.path), read_copy(copy), partial=True)

    assert woven.left == ("h-b",)


def test_a_heading_is_not_found_in_the_prose_of_another_block(tmp_path: Path) -> None:
    given = document(
        '<p xml:id="p-a">In spring came the great storm and the small flood, as told below.</p>'
        '<head xml:id="h-a">The great storm and the small flood</head>'
        '<p xml:id="p-b">They came and went.</p>'
    )
    copy = copy_of(
        "In spring came the great storm and the small flood, as told below.\n\n"
        "The great flood and the small storm\n\nThey came and went.",
        tmp_path,
    )

    woven = weave(parse(withhold(given), given.path), read_copy(copy), partial=True)

    assert woven.left == ("h-a",)


def test_what_weave_writes_it_writes_again(
    harbour_withheld: Document, harbour_copy: str, tmp_path: Path
) -> None:
    copy = read_copy(copy_of(harbour_copy, tmp_path))
    full = parse(weave(harbour_withheld, copy).source, harbour_withheld.path)

    again = weave(parse(withhold(full), full.path), copy)

    assert again.source == full.source


def test_every_letter_of_the_text_comes_back_in_order(
    harbour: Document, harbour_withheld: Document, harbour_copy: str, tmp_path: Path
) -> None:
    copy = read_copy(copy_of(harbour_copy, tmp_path))

    full = parse(weave(harbour_withheld, copy).source, harbour.path)

    assert [fold_letters(b.text) for b in scan(full)] == [
        fold_letters(b.text) for b in scan(harbour)
    ]
    assert not [p for b in scan(full) for p in b.pieces if isinstance(p, Gap)]


def test_other_typography_is_accepted_and_undone(
    harbour_withheld: Document, harbour_copy: str, tmp_path: Path
) -> None:
    curly = (
        harbour_copy.replace("'", "’").replace(" - ", " – ").replace("fi", "ﬁ").replace(" ", "\n")
    )

    woven = weave(harbour_withheld, read_copy(copy_of(curly, tmp_path)))

    assert "ﬁ" not in woven.source.decode()
    assert withhold(parse(woven.source, harbour_withheld.path)) == harbour_withheld.source


def test_one_changed_word_is_refused_at_its_block(
    harbour: Document, harbour_withheld: Document, harbour_copy: str, tmp_path: Path
) -> None:
    block = next(b for b in scan(harbour) if b.name == "p" and not b.in_note)
    word = next(w for p in block.pieces if isinstance(p, Run) for w in p.text.split() if len(w) > 6)
    changed = harbour_copy.replace(word, "xxxx", 1)

    with pytest.raises(ProblemsFound) as refused:
        weave(harbour_withheld, read_copy(copy_of(changed, tmp_path)))

    (problem,) = refused.value.problems
    assert problem.rule == "copy-differs"
    assert block.ident in problem.message
    at = next(b for b in scan(harbour_withheld) if b.ident == block.ident)
    assert (problem.line, problem.column) == (at.line, at.column)


def test_partial_weaves_what_verifies_and_reports_the_rest(
    harbour_withheld: Document, harbour_copy: str, tmp_path: Path
) -> None:
    blocks = harbour_copy.split("\n\n")
    long = max(range(len(blocks)), key=lambda n: len(blocks[n]))
    blocks[long] = blocks[long].replace("a", "b")

    woven = weave(harbour_withheld, read_copy(copy_of("\n\n".join(blocks), tmp_path)), partial=True)

    assert len(woven.problems) == len(woven.left) == 1
    assert woven.verified == len(scan(harbour_withheld)) - 1
    assert len(woven.woven) > 5
    assert woven.source.count(b"<gap") < harbour_withheld.source.count(b"<gap")


def test_page_numbers_running_heads_and_broken_words_are_seen_through(tmp_path: Path) -> None:
    given = document(
        '<p xml:id="p-a">A long-standing habit of the harbour, wrote <persName>Ada</persName>, '
        "was to keep infiltration of salt water from the granary by means of tarred boards.</p>"
        '<p xml:id="p-b">Nobody remembered why, and nobody asked.</p>'
    )
    copy = copy_of(
        "A long-\nstanding habit of the harbour, wrote Ada, was to keep infil-\n12\n\f"
        "RUNNING HEAD\ntration of salt water from the granary by\nmeans of tarred boards.\n13\n\f"
        "RUNNING HEAD\nNobody remembered why, and nobody asked.\n14\n",
        tmp_path,
    )

    woven = weave(parse(withhold(given), given.path), read_copy(copy))

    assert parse(woven.source, given.path).xpath("//tei:p")[0].xpath("string()") == (
        given.xpath("//tei:p")[0].xpath("string()")
    )


@pytest.mark.parametrize("word", ["slipp", "slip"])
def test_a_copy_may_have_the_slip_or_its_correction(word: str, tmp_path: Path) -> None:
    given = document(
        '<p xml:id="p-a">Here stands a <choice><sic>slipp</sic><corr>slip</corr></choice> of '
        "the pen.</p>"
    )
    copy = copy_of(f"Here stands a {word} of the pen.", tmp_path)

    woven = weave(parse(withhold(given), given.path), read_copy(copy))

    assert b"<sic>slipp</sic><corr>slip</corr></choice> of the pen." in woven.source


@pytest.mark.parametrize("marker", ["¹", "1", "[1]", ""])
def test_a_note_may_be_marked_in_any_style(marker: str, tmp_path: Path) -> None:
    given = document(
        '<p xml:id="p-a">It rained.<note n="1" xml:id="note-1">For a week.</note> Then it '
        "stopped.</p>"
    )
    copy = copy_of(f"It rained.{marker} Then it stopped.\n\n{marker} For a week.\n", tmp_path)

    woven = weave(parse(withhold(given), given.path), read_copy(copy))

    assert b'It rained.<note n="1" xml:id="note-1">For a week.</note> Then it' in woven.source


def test_notes_at_the_foot_of_the_page_may_interrupt_a_paragraph(tmp_path: Path) -> None:
    given = document(
        '<p xml:id="p-a">It rained all through the night.<note n="1" xml:id="note-1">For a week, '
        "says the log of the pilot.</note> Then the wind turned and it stopped.</p>"
    )
    copy = copy_of(
        "It rained all through the night.1 Then the\n"
        "1 For a week, says the log of the pilot.\n\fwind turned and it stopped.\n",
        tmp_path,
    )

    woven = weave(parse(withhold(given), given.path), read_copy(copy))

    assert b"</note> Then the wind turned and it stopped.</p>" in woven.source


FOOTNOTED = (
    '<p xml:id="p-a">It rained all through the night, and the pilot slept badly.<note n="1" '
    'xml:id="note-1">For a week, says the log that <persName>Ada</persName> kept in the tower '
    "above the granary, and nobody has doubted it since.</note> In the morning "
    "<persName>Ada</persName> climbed down to see what was left of the boards.</p>"
    '<quote xml:id="q-a">Two barrels of tar are gone, and the third has begun to leak towards '
    'the <placeName>Old Quay</placeName>.<note n="2" xml:id="note-2">Letter to the harbour '
    "master, of which only the second half is left to us, and that is torn.</note> Send more "
    "before the week is out, or send somebody who can swim.</quote>"
    '<p xml:id="p-b">Nobody sent anything.</p>'
)
PAGES = """It rained all through the night, and the pilot slept
badly.{1} In the morning Ada climbed

{rule}
{one}For a week, says the log that Ada kept in
12
{turn}A HARBOUR
down to see what was left of the boards.

Two barrels of tar are gone, and the third has
begun to leak towards the Old Quay.{2} Send

{rule}
the tower above the granary, and nobody has doubted it
since.
{two}Letter to the harbour master, of which only the
13
{turn}THE AUTHOR
more before the week is out, or send somebody who
can swim.

Nobody sent anything.

{rule}
second half is left to us, and that is torn.
14
"""
STYLES = [
    pytest.param(PAGES.format("", "1", "2", one="1 ", two="2 ", rule="", turn="\f"), id="plain"),
    pytest.param(PAGES.format("", "¹", "²", one="¹ ", two="² ", rule="____", turn="\f"), id="rule"),
    pytest.param(
        PAGES.format("", "[1]", "[2]", one="[1] ", two="[2] ", rule="----", turn="\f"),
        id="brackets",
    ),
    pytest.param(
        PAGES.format("", "1", "2", one="1. ", two="2. ", rule="____", turn=""), id="no page breaks"
    ),
]


@pytest.mark.parametrize("pages", STYLES)
def test_notes_and_text_that_go_on_overleaf_interrupt_each_other(
    pages: str, tmp_path: Path
) -> None:
    given = document(FOOTNOTED)
    public = parse(withhold(given), given.path)

    woven = weave(public, read_copy(copy_of(pages, tmp_path)))

    whole = parse(woven.source, given.path)
    assert (woven.verified, woven.problems) == (5, ())
    assert [b.text for b in scan(whole)] == [b.text for b in scan(given)]
    assert withhold(whole) == public.source


@pytest.mark.parametrize("pages", STYLES)
@pytest.mark.parametrize(
    ("word", "ident"),
    [("slept", "p-a"), ("leak", "q-a"), ("swim", "q-a"), ("doubted", "note-1"), ("torn", "note-2")],
)
def test_a_changed_word_that_notes_stand_around_is_refused_at_its_block_alone(
    word: str, ident: str, pages: str, tmp_path: Path
) -> None:
    given = document(FOOTNOTED)
    public = parse(withhold(given), given.path)

    woven = weave(public, read_copy(copy_of(pages.replace(word, "sank"), tmp_path)), partial=True)

    assert woven.left == (ident,)
    assert woven.verified == 4


def test_markup_in_a_copy_stays_text(tmp_path: Path) -> None:
    given = document('<p xml:id="p-a">Less is 1 &lt; 2 &amp; more.</p>')

    woven = weave(
        parse(withhold(given), given.path), read_copy(copy_of("Less is 1 < 2 & more.", tmp_path))
    )

    assert b'<p xml:id="p-a">Less is 1 &lt; 2 &amp; more.</p>' in woven.source


def test_a_block_without_an_id_cannot_be_proved_and_is_a_problem() -> None:
    with pytest.raises(ProblemsFound) as refused:
        withhold(document("<p>Nameless.</p>"))

    assert [p.rule for p in refused.value.problems] == ["block-without-id"]


def test_a_document_that_declares_no_facts_is_not_touched() -> None:
    plain = parse(
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>x</p></body></text></TEI>',
        Path("plain.xml"),
    )

    with pytest.raises(DocumentError, match="tagUsage"):
        withhold(plain)


def test_a_document_that_withholds_nothing_cannot_be_woven(
    harbour: Document, tmp_path: Path
) -> None:
    with pytest.raises(DocumentError, match="withholds nothing"):
        weave(harbour, read_copy(copy_of("text", tmp_path)))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4 broken", "cannot be read"),
        (b"\x00\x01\x02", "NUL"),
        (b"\xff\xfa\xfb no text", "neither a PDF nor text"),
        (b"  \n ", "holds no text"),
    ],
)
def test_an_unreadable_copy_says_why(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "copy"
    path.write_bytes(content)

    with pytest.raises(CopyError, match=reason):
        read_copy(path)


def test_a_missing_copy_is_named(tmp_path: Path) -> None:
    with pytest.raises(CopyError, match=r"nowhere\.pdf"):
        read_copy(tmp_path / "nowhere.pdf")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "A rea\xadlity, he said; the har\xad\nbour was full.",
            "A reality, he said; the harbour was full.",
        ),
        ("A square of 4 m² held it all.", "A square of 4 m² held it all."),
        ("Three * four is twelve, said the clerk.", "Three * four is twelve, said the clerk."),
        ("The word *never* was set apart.", "The word never was set apart."),
    ],
)
def test_what_a_copy_adds_goes_and_what_the_text_has_stays(
    text: str, printed: str, tmp_path: Path
) -> None:
    given = document(f'<p xml:id="p-a">{printed}</p>')

    woven = weave(parse(withhold(given), given.path), read_copy(copy_of(text, tmp_path)))

    assert f'<p xml:id="p-a">{printed}</p>'.encode() in woven.source
    assert woven.unlike == ()


def test_what_stands_before_a_word_after_a_page_turn_is_kept(tmp_path: Path) -> None:
    given = document(
        '<p xml:id="p-a">It rained. [...] Then, wrote <persName>Ada</persName>, it stopped.</p>'
    )
    copy = copy_of("It rained.\n12\n\fA HEAD\n[...] Then, wrote Ada, it stopped.\n", tmp_path)

    woven = weave(parse(withhold(given), given.path), read_copy(copy))

    assert woven.source == given.source.replace(
        b"</teiHeader>",
        woven.source[given.source.index(b"</teiHeader>") : woven.source.index(b"<text>")],
    )


def test_other_punctuation_is_accepted_said_and_undone(
    harbour_withheld: Document, harbour_copy: str, tmp_path: Path
) -> None:
    copy = read_copy(copy_of(harbour_copy.replace(". ", "! "), tmp_path))

    woven = weave(harbour_withheld, copy)

    assert woven.unlike
    assert withhold(parse(woven.source, harbour_withheld.path)) == harbour_withheld.source


def test_what_was_woven_in_part_can_be_withheld_again(
    harbour_withheld: Document, harbour_copy: str, tmp_path: Path
) -> None:
    copy = read_copy(copy_of(harbour_copy[: len(harbour_copy) // 2], tmp_path))

    woven = weave(harbour_withheld, copy, partial=True)

    assert woven.woven
    assert woven.problems
    assert withhold(parse(woven.source, harbour_withheld.path)) == harbour_withheld.source


@pytest.mark.parametrize(
    "hidden", ["<![CDATA[a < b and so on]]>", "Then <persName>Ada</persName> left.<!ENTITY"]
)
def test_prose_that_hides_is_a_problem(hidden: str) -> None:
    if "ENTITY" in hidden:
        body = TEI.format('<p xml:id="p-a">&long;</p>')
        given = parse(
            f'<!DOCTYPE TEI [<!ENTITY long "Then she left.">]>{body}'.encode(), Path("x.xml")
        )
    else:
        given = document(f'<p xml:id="p-a">{hidden}</p>')

    with pytest.raises(ProblemsFound) as refused:
        withhold(given)

    assert {p.rule for p in refused.value.problems} == {"prose-out-of-reach"}


@pytest.mark.parametrize("quantity", ["x", "-1", "1.5", "9" * 5000, ""])
def test_a_gap_that_says_no_number_holds_no_withheld_words(quantity: str) -> None:
    gap = f'<gap reason="rights" unit="letters" quantity="{quantity}"/>'
    text = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>A {gap} b</p></body></text></TEI>'
    )

    (block,) = scan(parse(text.encode(), Path("a.xml")))

    assert "Gap" not in str(block.pieces)
