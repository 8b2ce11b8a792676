"""The functions of the stylesheets, called one at a time: the tables are the specification."""

from functools import cache

import pytest
from saxonche import PySaxonProcessor, PyXdmItem, PyXsltExecutable

from toolkit.joint.mentions import _cell
from toolkit.resources import XSLT

ED = "{tag:teikit,2026:edition}"
TEI = "http://www.tei-c.org/ns/1.0"
XSI = "http://www.w3.org/2001/XMLSchema"


@cache
def saxon() -> PySaxonProcessor:
    """Return the one processor of the tests."""
    return PySaxonProcessor(license=False)


@cache
def stylesheet(name: str) -> PyXsltExecutable:
    """Compile a stylesheet once; the document as a whole has nothing in it."""
    compiled = saxon().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(XSLT / name))
    compiled.set_global_context_item(xdm_item=saxon().parse_xml(xml_text=f'<TEI xmlns="{TEI}"/>'))
    return compiled


def argument(value: str | int) -> PyXdmItem:
    """Make an argument: a TEI element of what looks like one, else a string or a number."""
    if isinstance(value, int):
        return saxon().make_integer_value(value)
    if not value.startswith("<"):
        return saxon().make_string_value(value)
    wrapped = saxon().parse_xml(xml_text=f'<text xmlns="{TEI}">{value}</text>')
    return wrapped.children[0].children[0]


def call(sheet: str, function: str, *values: str | int) -> str:
    """Call a function of a stylesheet and return what it gives, as text."""
    found = stylesheet(sheet).call_function_returning_value(
        ED + function, [argument(v) for v in values]
    )
    return "" if found is None else "|".join(str(item) for item in found)


VELDT = (
    '<person><persName type="main">Jonas Veldt</persName>'
    '<persName type="sort">Veldt, Jonas</persName></person>'
)
ROHR = '<person><persName>Rohr</persName><persName xml:lang="ru">Рор</persName></person>'
PAGES_12_TO_19 = '<citedRange unit="page" from="12" to="19">12–19</citedRange>'
BOOK = (
    "<biblStruct><monogr><author>Tomas Ingram</author><title>Customs</title>"
    "<imprint><pubPlace>London</pubPlace><publisher>Quay</publisher>"
    '<date when="2004">2004</date></imprint>'
    "</monogr></biblStruct>"
)


@pytest.mark.parametrize(
    ("function", "element", "expected"),
    [
        ("label", VELDT, "Jonas Veldt"),
        ("label", ROHR, "Rohr"),
        ("label", BOOK, "Ingram 2004"),
        ("sort-name", VELDT, "Veldt, Jonas"),
        ("sort-name", ROHR, "Rohr"),
        ("entry-key", VELDT, "veldt, jonas"),
        (
            "entry-key",
            '<place sortKey="New_Haven"><placeName>Haven</placeName></place>',
            "new haven",
        ),
        ("kind", VELDT, "person"),
        ("kind", "<org/>", "organisation"),
        ("kind", BOOK, "work"),
        ("kind", '<bibl type="archival"/>', "archival"),
        ("kind", '<bibl type="periodical"/>', "periodical"),
        ("file", "<place/>", "places.html"),
        ("file", "<biblStruct/>", "bibliography.html"),
        ("file", '<bibl type="archival"/>', "archives.html"),
        (
            "authority-address",
            '<idno type="wikidata">Q84</idno>',
            "https://www.wikidata.org/wiki/Q84",
        ),
        (
            "authority-address",
            '<idno type="gnd">118554700</idno>',
            "https://d-nb.info/gnd/118554700",
        ),
        ("authority-address", '<idno type="house">7</idno>', ""),
        ("authority-name", '<idno type="geonames">1</idno>', "GeoNames"),
        ("authority-name", '<idno type="viaf">1</idno>', "VIAF"),
    ],
)
def test_names(function: str, element: str, expected: str) -> None:
    """How an entry is called, sorted, found and identified."""
    assert call("entities.json.xsl", function, element) == expected


@pytest.mark.parametrize(
    ("words", "key"),
    [("‘Vācietis’", "vacietis"), ("O'Brien", "obrien"), ("Łódź", "łodz"), ("Йонас", "ионас")],
)
def test_sort_keys_know_no_case_and_no_accents(words: str, key: str) -> None:
    """Accents that part from their letter are passed over."""
    assert call("entities.json.xsl", "sort-key", words) == key


@pytest.mark.parametrize(
    ("attributes", "words", "ident", "key"),
    [
        ('when="1937"', "1937", "on-1937", "1937-01-01/1937-99-99"),
        ('when="1937-06"', "June 1937", "on-1937-06", "1937-06-01/1937-06-99"),
        ('when="1937-06-11"', "11 June 1937", "on-1937-06-11", "1937-06-11/1937-06-11"),
        ('from="1937" to="1938"', "1937–1938", "from-1937-to-1938", "1937-01-01/1938-99-99"),
        (
            'from="1888-12" to="1889-04"',
            "December 1888 – April 1889",
            "from-1888-12-to-1889-04",
            "1888-12-01/1889-04-99",
        ),
        (
            'notBefore="1930" notAfter="1933"',
            "between 1930 and 1933",
            "between-1930-and-1933",
            "1930-01-01/1933-99-99",
        ),
        ('notBefore="1930"', "after 1930", "after-1930", "1930-01-01/9999-99-99"),
        ('notAfter="1930"', "before 1930", "before-1930", "1930-01-01/1930-99-99"),
        ('from="1930"', "from 1930", "from-1930", "1930-01-01/9999-99-99"),
        ('when="--06-11"', "--06-11", "on---06-11", "--06-11-01/--06-11-99"),
    ],
)
def test_dates(attributes: str, words: str, ident: str, key: str) -> None:
    """What a date says in words, under which id the chronology lists it, and where."""
    date = f"<date {attributes}/>"

    assert call("entities.json.xsl", "say-date", date) == words
    assert call("entities.json.xsl", "date-id", date) == ident
    if not attributes.startswith('when="--'):
        assert call("entities.json.xsl", "date-key", date) == key


@pytest.mark.parametrize(
    ("entity", "life"),
    [
        (
            '<person><birth when="1849-03-02"/><death when="1911" cert="medium"/></person>',
            "2 March 1849 – 1911 (probable)",
        ),
        ('<person><birth when="1849"/><death when="1911"/></person>', "1849–1911"),
        ('<person><birth when="1849" cert="low"/></person>', "born 1849 (uncertain)"),
        ('<org><orgName from="1881" to="1907">Commission</orgName></org>', "1881–1907"),
        (
            '<person><birth when="1849" cert="low"/><death when="1911" cert="low"/></person>',
            "1849–1911 (dates uncertain)",
        ),
        ('<event when="1918-03-03"/>', "3 March 1918"),
        ('<event when="1918" cert="medium"/>', "1918 (date probable)"),
        ("<person/>", ""),
    ],
)
def test_lives(entity: str, life: str) -> None:
    """When an entry lived or happened, with its doubt."""
    assert call("entities.json.xsl", "life", entity) == life


@pytest.mark.parametrize(
    ("ranges", "words"),
    [
        (
            f'{PAGES_12_TO_19}, <citedRange unit="page">44</citedRange>',
            "pp. 12–19, 44",
        ),
        ('<citedRange unit="page" from="51" to="51">51</citedRange>', "p. 51"),
        ('<citedRange unit="leaf" from="3" to="5">3–5</citedRange>', "ll. 3–5"),
        ("", ""),
    ],
)
def test_cited_ranges(ranges: str, words: str) -> None:
    """The pages and leaves that a citation names."""
    assert call("entities.json.xsl", "cited-ranges", f"<bibl>{ranges}</bibl>") == words


def test_a_surface_is_what_is_printed() -> None:
    """Slips stay, corrections and notes are left out, withheld prose is a mark."""
    slip = "<choice><sic>x</sic><corr>y</corr></choice>"
    name = f'<rs>a {slip} <gap reason="rights"/><note>n</note> b</rs>'

    assert call("entities.json.xsl", "surface", name) == "a x […] b"


@pytest.mark.parametrize(
    ("words", "length", "shortened"),
    [
        ("short enough", 24, "short enough"),
        ("Tells the ice winter through the letters", 24, "Tells the ice …"),
    ],
)
def test_words_are_cut_at_the_end_of_a_word(words: str, length: int, shortened: str) -> None:
    """A shortened text ends with a whole word."""
    assert call("entities.json.xsl", "shorten", words, length) == shortened


@pytest.mark.parametrize(
    ("letters", "size"), [("1", "1"), ("5", "2"), ("123", "7"), ("9999", "10"), ("many", "1")]
)
def test_a_gap_is_as_long_as_what_is_missing(letters: str, size: str) -> None:
    """More letters make a longer mark, in ten steps."""
    assert call("index.html.xsl", "gap-size", letters) == size


@pytest.mark.parametrize(
    ("cell", "formula"),
    [
        *(
            (c, True)
            for c in ("=1+1", "+1+cmd", "-2-3", "-SUM(A1)", "@now", "\tx", "\r=x", "-\n=x")
        ),
        *((c, False) for c in ("-12.5", "+4", "a=b", "3-4", "-", "")),
    ],
)
def test_no_table_holds_what_a_spreadsheet_takes_for_a_formula(cell: str, *, formula: bool) -> None:
    """Tables of the stylesheets and the joint table follow one rule."""
    row = call("entities.csv.xsl", "row", cell).strip("\n").strip('"')
    row = row.replace("&#xD;", "\r")

    assert row == _cell(cell) == ("'" if formula else "") + cell


def test_a_row_quotes_what_a_table_would_misread() -> None:
    """Commas and quotation marks stay inside their cell."""
    assert call("entities.csv.xsl", "row", 'Veldt, "J."') == '"Veldt, ""J."""'
