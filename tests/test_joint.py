"""Joint pages of a corpus: one catalogue, one index of each kind, one search, and only what changed."""

import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree, html
from small_corpus import write_letter, write_letters

from toolkit.cli import main
from toolkit.corpora.journal import NAME
from toolkit.joint.matching import identity, match, told
from toolkit.joint.words import count, fold, shard

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NAMES = ("persName", "placeName")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return write_letters(tmp_path / "letters")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def build(letters: Path, out: Path, *more: str) -> Result:
    result = CliRunner().invoke(main, ["build", str(letters), "-o", str(out), "--jobs", "2", *more])
    assert result.exit_code in {0, 1}, result.output
    return result


def written(result: Result, out: Path) -> set[str]:
    """Return what a run wrote, seen from the output folder."""
    return {str(Path(line).relative_to(out)) for line in result.stdout.splitlines()}


def joint(written: set[str]) -> set[str]:
    """Return what of it is joint."""
    return {name for name in written if "/" not in name}


def entities(out: Path) -> list[dict[str, object]]:
    found = json.loads((out / "entities.json").read_text(encoding="utf-8"))["entities"]
    assert isinstance(found, list)
    return found


def entry(out: Path, **wanted: object) -> dict[str, object]:
    """Return the one joint entry that is as is wanted."""
    (found,) = [e for e in entities(out) if all(e[key] == wanted[key] for key in wanted)]
    return found


def page(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def shard_of(out: Path, word: str) -> dict[str, dict[str, int]]:
    """Return the words of a shard, with the documents that hold each."""
    data = (out / "search-documents.js").read_text(encoding="utf-8")
    folders = {d[0]: d[1] for d in json.loads(data[data.index("{") :].rstrip(";\n"))["documents"]}
    script = (out / "search-words" / f"{shard(word)}.js").read_text(encoding="utf-8")
    words = json.loads(script[script.index("{") : script.rindex(")")])
    return {
        held: {
            folders[int(number)]: int(times or 1)
            for number, _, times in (place.partition(":") for place in places.split())
        }
        for held, places in words.items()
    }


def test_the_catalogue_lists_every_document_and_leads_to_it(letters: Path, out: Path) -> None:
    build(letters, out)

    catalogue = page(out / "index.html")
    rows = catalogue.xpath("//table[contains(@class, 'catalogue')]/tbody/tr")
    links = [row.xpath("th/a/@href")[0] for row in rows]
    assert catalogue.xpath("string(//h1)") == "Letters about a lamp"
    assert [row.xpath("string(th)") for row in rows] == [
        "The lamp is lit", "Oil for the lamp", "Два письма", "Le phare d’Ostrana",
    ]  # fmt: skip
    assert all((out / link).is_file() for link in links)
    assert rows[0].xpath("string(td[1])") == "Marta Leskova"


def test_every_page_of_a_document_leads_to_the_catalogue(letters: Path, out: Path) -> None:
    build(letters, out)

    for file in (out / "late" / "third").glob("*.html"):
        (link,) = page(file).xpath("//nav//a[. = 'All documents']/@href")
        assert (file.parent / link).resolve() == (out / "index.html").resolve()


def test_a_document_without_a_catalogue_leads_to_none(letters: Path, out: Path) -> None:
    build(letters, out, "--no-joint")

    reading = (out / "late" / "third" / "index.html").read_text(encoding="utf-8")
    assert "All documents" not in reading


def test_the_joint_index_is_the_sum_of_the_pointers_of_the_documents(
    letters: Path, out: Path
) -> None:
    build(letters, out)

    pointers: Counter[str] = Counter()
    for path in letters.glob("*/*.xml"):
        for element in etree.parse(path).iter("{*}persName", "{*}placeName"):
            if element.get("ref"):
                folder = str(path.relative_to(letters).with_suffix(""))
                pointers[f"{folder}#{element.get('ref').rpartition('#')[2]}"] += 1
    indexed: Counter[str] = Counter()
    for each in entities(out):
        assert each["mentions"] == sum(d["mentions"] for d in each["documents"])  # type: ignore[attr-defined]
        for document in each["documents"]:  # type: ignore[attr-defined]
            ident = document["address"].rpartition("#")[2]
            indexed[f"{document['document']}#{ident}"] += document["mentions"]
    assert indexed == pointers


def test_an_entry_leads_to_the_index_of_each_document_that_mentions_it(
    letters: Path, out: Path
) -> None:
    build(letters, out)

    (leskova,) = page(out / "persons.html").xpath(
        "//article[.//*[@class='headword'] = 'Leskova, Marta']"
    )
    links = leskova.xpath(".//ul[@class='holders']//a/@href")
    assert len(links) == 3
    for link in links:
        file, _, ident = link.partition("#")
        assert page(out / file).get_element_by_id(ident) is not None


def test_entries_are_joined_by_a_shared_register(letters: Path, out: Path) -> None:
    build(letters, out)

    leskova = entry(out, label="Marta Leskova")
    assert leskova["joinedBy"] == ["file"]
    assert leskova["mentions"] == 3


def test_an_entry_of_a_register_that_is_a_document_too_is_joined_by_the_register(
    letters: Path, out: Path
) -> None:
    (letters / "edition.toml").unlink()

    build(letters, out)

    marta = entry(out, id="leskova")
    assert marta["joinedBy"] == ["file"]
    assert len(list(marta["documents"])) == 4  # type: ignore[call-overload]


def test_entries_are_joined_by_an_identifier_whatever_they_are_called(
    letters: Path, out: Path
) -> None:
    build(letters, out)

    (joined,) = [e for e in entities(out) if e["joinedBy"] == ["authority"]]
    assert [d["document"] for d in joined["documents"]] == ["early/first", "early/second"]  # type: ignore[attr-defined]


def test_entries_joined_by_their_name_alone_are_said_to_be_in_doubt(
    letters: Path, out: Path
) -> None:
    build(letters, out)

    rohr = entry(out, joinedBy=["name"])
    shown = page(out / "persons.html").get_element_by_id(str(rohr["id"]))
    assert {d["document"] for d in rohr["documents"]} == {"early/second", "late/third"}  # type: ignore[attr-defined]
    assert "name alone" in shown.xpath("string(*[@class='joined'])")


def test_a_name_joins_nothing_that_an_authority_tells_apart(letters: Path, out: Path) -> None:
    build(letters, out)

    other = entry(out, id="other")
    assert other["label"] == "Ostrana"
    assert [d["document"] for d in other["documents"]] == ["late/fourth"]  # type: ignore[attr-defined]


def test_every_word_of_a_document_is_found_in_its_shard(letters: Path, out: Path) -> None:
    build(letters, out)

    assert shard_of(out, "lamp")["lamp"] == {"early/first": 2, "early/second": 2}
    assert shard_of(out, "lamp")["lampe"] == {"late/third": 1}
    assert shard_of(out, "hiver")["hiver"] == {"late/third": 1}
    assert shard_of(out, "осень")["осень"] == {"late/fourth": 1}


def times(out: Path) -> dict[Path, int]:
    """Return when each file was written, but for the journal, which may note what has settled."""
    files = (path for path in out.rglob("*") if path.is_file() and path.name != NAME)
    return {path: path.stat().st_mtime_ns for path in files}


def test_a_second_run_writes_nothing(letters: Path, out: Path) -> None:
    build(letters, out)
    before = times(out)

    again = build(letters, out)

    after = times(out)
    assert again.stdout == ""
    assert after == before


def test_a_run_says_apart_what_its_joint_pages_took(letters: Path, out: Path) -> None:
    said = [build(letters, out, *more).stderr.splitlines()[-1] for more in ([], [], ["--no-joint"])]

    assert re.fullmatch(r"joint pages in \d+\.\d s: [1-9]\d* written", said[0])
    assert re.fullmatch(r"joint pages in \d+\.\d s: unchanged", said[1])
    assert said[2].startswith("4 documents in")


def test_a_changed_document_remakes_only_what_depends_on_it(letters: Path, out: Path) -> None:
    build(letters, out)
    shards = {path.name: path.stat().st_mtime_ns for path in (out / "search-words").iterdir()}
    more = '<p>Zwei <persName ref="#rohr">Rohr</persName>.</p>'
    write_letter(letters, "early/second", more)

    again = joint(written(build(letters, out), out))

    changed = {
        path.name
        for path in (out / "search-words").iterdir()
        if path.stat().st_mtime_ns != shards.get(path.name)
    }
    assert changed == {"zw.js", "ro.js"}
    assert "persons.html" in again
    assert "places.html" not in again
    assert entry(out, joinedBy=["name"])["mentions"] == 3


def test_the_table_of_mentions_is_not_made_again_for_words_and_titles(
    letters: Path, out: Path
) -> None:
    build(letters, out)
    table, path = out / "mentions.csv", letters / "early" / "second.xml"
    left = table.stat()
    table.write_bytes(b"?" * left.st_size)
    os.utime(table, ns=(left.st_atime_ns, left.st_mtime_ns))
    path.write_text(path.read_text().replace("Oil", "Much oil"), encoding="utf-8")

    again = build(letters, out)

    assert "persons.html" in written(again, out)
    assert set(table.read_bytes()) == set(b"?")


def test_a_run_after_a_change_leaves_what_a_run_from_nothing_would(
    letters: Path, out: Path, tmp_path: Path
) -> None:
    build(letters, out)
    write_letter(letters, "early/second", "<p>Zwei.</p>")
    build(letters, out)

    build(letters, tmp_path / "anew")

    assert differing(out, tmp_path / "anew") == []


def test_joint_outputs_are_the_same_in_whatever_order_the_documents_came(
    letters: Path, out: Path, tmp_path: Path
) -> None:
    first = letters / "early" / "first.xml"
    whole = first.read_bytes()
    first.write_text("<TEI")
    build(letters, out, "--keep-going")
    first.write_bytes(whole)
    build(letters, out)

    build(letters, tmp_path / "anew")

    assert differing(out, tmp_path / "anew") == []


def differing(out: Path, anew: Path) -> list[Path]:
    """Return the joint outputs of which two runs left different ones."""
    files = {p.relative_to(f) for f in (out, anew) for p in f.glob("[!.]*") if p.is_file()}
    files |= {p.relative_to(f) for f in (out, anew) for p in (f / "search-words").iterdir()}
    return [f for f in sorted(files) if (out / f).read_bytes() != (anew / f).read_bytes()]


def test_a_document_that_went_away_drops_out(letters: Path, out: Path) -> None:
    build(letters, out)
    (letters / "late" / "third.xml").unlink()

    build(letters, out)

    assert "third" not in (out / "index.html").read_text(encoding="utf-8")
    assert not (out / "search-words" / "hi.js").exists()
    assert entry(out, label="Emil Rohr")["joinedBy"] == []


def test_a_document_that_cannot_be_built_is_said_to_be_missing(letters: Path, out: Path) -> None:
    build(letters, out)
    (letters / "late" / "third.xml").write_text("<TEI")

    build(letters, out)

    catalogue = page(out / "index.html")
    assert len(catalogue.xpath("//tbody/tr")) == 3
    assert catalogue.xpath("string(//section[@class='missing']//li)").endswith("late/third.xml")


def test_a_run_over_some_documents_keeps_the_others(letters: Path, out: Path) -> None:
    early = letters / "early"
    (letters / "late" / "third.xml").rename(early / "third.xml")
    build(early, out)

    CliRunner().invoke(main, ["build", *map(str, early.glob("[fs]*.xml")), "-o", str(out)])

    assert len(page(out / "index.html").xpath("//tbody/tr")) == 3


def test_a_single_document_gets_no_joint_pages(letters: Path, out: Path) -> None:
    CliRunner().invoke(main, ["build", str(letters / "early" / "first.xml"), "-o", str(out)])

    assert [path.name for path in out.iterdir()] == ["first"]


def test_joint_pages_can_be_left_out(letters: Path, out: Path) -> None:
    build(letters, out, "--no-joint")

    assert joint({path.name for path in out.iterdir() if path.is_file()}) == {".teikit.jsonl"}


def test_a_joint_page_is_made_where_the_documents_have_it(letters: Path, out: Path) -> None:
    with (letters / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('outputs = ["index.html", "persons.html", "entities.json"]\n')

    build(letters, out)

    made = {path.name for path in out.glob("*.html")}
    assert made == {"index.html", "persons.html"}
    assert not (out / "search-words").exists()


def test_an_index_that_nothing_is_left_for_goes_away(letters: Path, out: Path) -> None:
    build(letters, out)
    for path in letters.glob("*/*.xml"):
        path.write_text(re.sub(r"<listPlace>.*</listPlace>", "", path.read_text(), flags=re.DOTALL))

    build(letters, out)

    assert not (out / "places.html").exists()
    assert "places.html" not in (out / "index.html").read_text(encoding="utf-8")


def test_a_memory_that_is_damaged_is_made_anew(letters: Path, out: Path) -> None:
    build(letters, out)
    (out / ".teikit.sqlite").write_bytes(b"SQLite format 3\0 and then nothing that it knows" * 99)

    again = build(letters, out)

    assert joint(written(again, out)) <= {"search-words"}
    assert len(page(out / "index.html").xpath("//tbody/tr")) == 4


def test_the_joint_pages_speak_the_language_of_the_edition(letters: Path, out: Path) -> None:
    with (letters / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[parameters]\nlang = "de"\n')

    build(letters, out)

    assert page(out / "persons.html").get("lang") == "de"
    assert "Nennungen in 3 Dokumenten" in (out / "persons.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("http://www.wikidata.org/entity/Q1", ("wikidata.org", "q1")),
        ("https://www.wikidata.org/wiki/Q1", ("wikidata.org", "q1")),
        ("https://sws.geonames.org/11/", ("geonames.org", "11")),
        ("https://www.geonames.org/11/ostrana.html", ("geonames.org", "11")),
        ("https://doi.org/10.1000/ABC", ("doi.org", "10.1000/abc")),
        ("people.xml#ada", None),
        (None, None),
    ],
)
def test_one_identifier_is_written_in_many_ways(
    address: str | None, known: tuple[str, str] | None
) -> None:
    assert identity(address) == known


def person(label: str, *urls: str, kind: str = "person") -> dict[str, object]:
    return {"id": label, "kind": kind, "label": label, "identifiers": [{"url": u} for u in urls]}


def test_identifiers_join_from_one_to_the_next_and_never_across_kinds() -> None:
    gnd, viaf = "https://d-nb.info/gnd/1", "https://viaf.org/viaf/2"
    entries = [
        person("A", gnd),
        person("B", gnd, viaf),
        person("C", viaf),
        person("D", viaf, kind="org"),
    ]

    found = match([told(n, e, {n: 1}) for n, e in enumerate(entries)])

    assert [sorted(o.entry["label"] for o in m.members) for m in found] == [["A", "B", "C"], ["D"]]


def test_two_of_one_document_are_never_joined_by_name() -> None:
    found = match([told(n, person("Ann"), {d: 1}) for n, d in [(1, 1), (2, 1), (3, 2), (4, 3)]])

    assert sorted(sorted(one.number for one in each.members) for each in found) == [
        [1],
        [2],
        [3, 4],
    ]


def test_entries_whose_identifiers_contradict_are_shown_to_be_disputed() -> None:
    gnd, one, other = (
        "https://d-nb.info/gnd/1",
        "https://viaf.org/viaf/1",
        "https://viaf.org/viaf/2",
    )

    (found,) = match(
        [told(1, person("A", gnd, one), {1: 1}), told(2, person("B", gnd, other), {2: 1})]
    )

    assert found.disputed == ["viaf.org"]


def test_words_are_folded_as_readers_type_them() -> None:
    assert fold("Łódź – ÉTÉ, Straße, Ὀδυσσεύς") == "lodz – ete, strasse, οδυσσευσ"
    assert fold("ﬁſh, Feſt\N{SOFT HYPHEN}ung, Ｌａｍｐ") == "fish, festung, lamp"
    assert count(["l’hiver, L'hiver"]) == {"lhiver": 2, "hiver": 2}
    assert [shard(word) for word in ("lamp", "a", "осень", "灯台")] == [
        "la",
        "a",
        "43e-441",
        "x1c1",
    ]


def test_an_entry_without_a_name_stands_in_the_joint_index(tmp_path: Path, out: Path) -> None:
    nameless = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><persName ref="#a">N</persName></p>'
        '</body></text><standOff><listPerson><person xml:id="a"/></listPerson></standOff></TEI>'
    )
    for name in ("one.xml", "two.xml"):
        (tmp_path / name).write_text(nameless, encoding="utf-8")

    build(tmp_path, out)

    assert len(page(out / "persons.html").cssselect("section.group [id]")) > 0
