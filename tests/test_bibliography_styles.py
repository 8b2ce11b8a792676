"""The functions behind the bibliography, called one at a time: the tables are the specification."""

import re

import pytest
from test_xslt_functions import call

from toolkit.bibliography.languages import code_of

PAGE = "bibliography.html.xsl"


@pytest.mark.parametrize(
    ("function", "values", "expected"),
    [
        ("page-range", ("271-290",), "271–90"),
        ("page-range", ("3-10",), "3–10"),
        ("page-range", ("71-72",), "71–72"),
        ("page-range", ("100-104",), "100–104"),
        ("page-range", ("101-108",), "101–8"),
        ("page-range", ("321-328",), "321–28"),
        ("page-range", ("498-532",), "498–532"),
        ("page-range", ("1087-1089",), "1087–89"),
        ("page-range", ("xii-xv",), "xii–xv"),
        ("page-range", ("44",), "44"),
        ("edition", ("1",), "1st ed."),
        ("edition", ("12",), "12th ed."),
        ("edition", ("22",), "22nd ed."),
        ("edition", ("Rev. ed.",), "Rev. ed."),
        ("headline", ("the customs house and its enemies", "en"), "The Customs House and Its Enemies"),
        ("headline", ("Fog: a history of the bar", "en-GB"), "Fog: A History of the Bar"),
        ("headline", ("Civil-military relations in the 1930s", "en"), "Civil-Military Relations in the 1930s"),
        ("headline", ("a song to live by", "en"), "A Song to Live By"),
        ("headline", ("Zerno i led", "ru-Latn"), "Zerno i led"),
        ("curly", ("Stalin's \"Iron Fist\"",), "Stalin’s “Iron Fist”"),
        ("curly", ("'Lamps' - a play",), "‘Lamps’ - a play"),
        ("quoted", ("Who Keeps the Light?",), "“Who Keeps the Light?”"),
        ("quoted", ("The “Great Purge”",), "“The ‘Great Purge.’”"),
        ("quoted", ("Fog",), "“Fog.”"),
        ("escaped", ("Oil & Keys, 100%",), r"Oil \& Keys, 100\%"),
    ],
)  # fmt: skip
def test_a_function_gives_what_it_says(
    function: str, values: tuple[str, ...], expected: str
) -> None:
    sheet = "bibliography.bib.xsl" if function == "escaped" else PAGE

    assert call(sheet, function, *values) == expected


NAMES = {
    "<author>Tomas Ingram</author>": '{"given":"Tomas","family":"Ingram"}',
    "<author>Ingram, Tomas</author>": '{"given":"Tomas","family":"Ingram"}',
    "<author>Mark von Hagen</author>": '{"given":"Mark","family":"von Hagen"}',
    "<author>Plato</author>": '{"family":"Plato"}',
    "<author><orgName>Guild of Pilots</orgName></author>": '{"literal":"Guild of Pilots"}',
    "<author>A. Wern and others of the guild</author>": '{"literal":"A. Wern and others of the guild"}',
    "<author><forename>Ana</forename> <surname>Sá Reis</surname></author>": '{"given":"Ana","family":"Sá Reis"}',
}  # fmt: skip


@pytest.mark.parametrize("author", NAMES)
def test_a_name_is_parted(author: str) -> None:
    import json

    assert json.loads(call(PAGE, "csl-name", author).removeprefix("map")) == json.loads(
        NAMES[author]
    )


@pytest.mark.parametrize("code", ["ru", "ru-Latn", "en", "en-GB", "de", "uk-Latn", "ka", "xal"])
def test_a_language_goes_to_biblatex_and_back(code: str) -> None:
    fields = call("bibliography.bib.xsl", "language-fields", code)

    named = dict(re.findall(r"(\w+) = \{(.*?)\},", fields))
    assert code_of(named["langid"], named.get("script", "")) == code
