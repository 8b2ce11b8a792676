"""Is the interface whole in every language that it speaks?"""

import re
from pathlib import Path

import pytest
from lxml import etree, html

from toolkit import Document, parse
from toolkit.resources import XSLT
from toolkit.xsl.transform import Stylesheet

NAMESPACES = {"xsl": "http://www.w3.org/1999/XSL/Transform"}
LANGUAGES = ("en", "de", "fr", "ru")


def labels(file: str) -> dict[str, list[str]]:
    """Return the words of a stylesheet's table by their keys."""
    tables = etree.parse(XSLT / "lib" / file).xpath(
        "//xsl:variable[contains(@select, 'map {')]/@select", namespaces=NAMESPACES
    )
    assert isinstance(tables, list)
    rows = re.findall(
        r"'([\w.-]+)':\s*\(((?:\s*'(?:[^']|'')*'\s*,?)+)\)", "".join(str(each) for each in tables)
    )
    return {key: re.findall(r"'((?:[^']|'')*)'", words) for key, words in rows}


TABLES = {"labels.xsl": labels("labels.xsl"), "wording.xsl": labels("wording.xsl")}
EVERY = {key: words for table in TABLES.values() for key, words in table.items()}


@pytest.mark.parametrize("key", sorted(EVERY))
def test_a_label_is_said_in_every_language(key: str) -> None:
    """As many wordings as languages, none empty, the same blanks to fill in each."""
    words = EVERY[key]

    assert len(words) == len(LANGUAGES)
    assert all(words)
    assert len({frozenset(re.findall(r"\{\d\}", each)) for each in words}) == 1


def test_every_label_that_is_asked_for_is_there() -> None:
    """No page falls back to the name of a label."""
    asked = {
        key
        for path in XSLT.rglob("*.xsl")
        for key in re.findall(
            r"ed:(?:say|say-many|tell|tell-many)\((?:[^()']*, )?'([\w.-]+)'",
            path.read_text(encoding="utf-8"),
        )
    }

    assert {key for key in asked if not key.endswith("-")} - set(EVERY) == set()


def test_french_parts_its_double_signs_by_a_narrow_space(harbour: Document) -> None:
    """A colon or semicolon stays with its word."""
    made = Stylesheet(XSLT / "index.html.xsl").render(harbour, {"lang": "fr"})
    at = LANGUAGES.index("fr")

    assert "<p>Le texte\u202f: " in (made.decode() if isinstance(made, bytes) else made)
    assert not [each[at] for each in EVERY.values() if re.search(r" [:;?!](?![:{])", each[at])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reading_page_speaks_the_language(harbour_withheld: Document, language: str) -> None:
    """The interface is in the language that is asked for, the text in its own, and both say so."""
    made = Stylesheet(XSLT / "index.html.xsl").render(harbour_withheld, {"lang": language})
    page = html.document_fromstring(made)

    assert page.get("lang") == language
    assert page.find_class("text")[0].get("lang") == "en"
    at = LANGUAGES.index(language)
    assert page.xpath("string(//h2[@id = 'notes-heading'])") == EVERY["notes"][at]
    assert EVERY["letters-withheld"][at] in page.xpath("string(//span[starts-with(@class, 'g')])")
    foreign = page.xpath("string(//span[starts-with(@class, 'g')][1]/@lang)")
    assert foreign == ("" if language == "en" else language)


def test_an_edition_changes_pages_from_its_own_folder(tmp_path: Path, harbour: Document) -> None:
    """Colours, fonts, language, a label, one template: in less than twenty lines, none of them ours."""
    from toolkit.making.build import build

    own = tmp_path / "own"
    (own / "assets").mkdir(parents=True)
    (own / "edition.xsl").write_text(
        """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:ed="tag:teikit,2026:edition" xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:param name="lang" select="'de'"/>
  <xsl:variable name="ed:own-labels" select="map {'persons': 'Leute'}"/>
  <xsl:template match="emph"><strong><xsl:apply-templates/></strong></xsl:template>
</xsl:stylesheet>
""",
        encoding="utf-8",
    )
    (own / "assets" / "theme.css").write_text(
        """:root {
  --accent: light-dark(#0a5a46, #8fd6c0);
  --serif: "EB Garamond", serif;
}
""",
        encoding="utf-8",
    )
    made = build(harbour, tmp_path / "out", stylesheets=own)
    reading = html.document_fromstring((made[0].parent / "index.html").read_bytes())
    persons = html.document_fromstring((made[0].parent / "persons.html").read_bytes())

    assert {path.stem for path in XSLT.glob("*.xsl")} <= {path.name for path in made}
    for sheet in ("index.css", "theme.css"):
        assert (
            (made[0].parent / sheet)
            .read_text(encoding="utf-8")
            .endswith((own / "assets" / "theme.css").read_text(encoding="utf-8"))
        )
    assert reading.xpath("string(//main//strong)") == "eleven"
    assert reading.get("lang") == persons.get("lang") == "de"
    assert "Leute" in persons.xpath("//nav//a/text()")
    assert (
        sum(len(path.read_text(encoding="utf-8").splitlines()) for path in own.rglob("*.*")) <= 20
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_text_says_one_letter_and_several_letters(language: str) -> None:
    """A gap of one letter is said in the singular, in every language of the interface."""
    gap = '<gap reason="rights" unit="letters" quantity="{}"/>'
    text = f'<text><body><p n="1">{gap.format(1)} and {gap.format(2)}</p></body></text>'
    given = parse(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{text}</TEI>'.encode(), Path("a.xml"))

    made = Stylesheet(XSLT / "edition.txt.xsl").render(given, {"lang": language})

    at = LANGUAGES.index(language)
    said = made.decode() if isinstance(made, bytes) else made
    assert f"[… 1 {EVERY['letter-withheld'][at]} …]" in said
    assert f"[… 2 {EVERY['letters-withheld'][at]} …]" in said
