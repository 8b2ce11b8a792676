"""A project's choices are read from edition.toml, and what is wrong in it has its line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.cli import main
from toolkit.configuration import configuration, read
from toolkit.errors import ConfigurationError

GOOD = """
files = ["tei/*.xml"]
output = "site"
strict = true

[parameters]
colour = "red"

[limits]
depth = 400
"""


def test_choices_are_found_beside_the_document_and_one_folder_above(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text(GOOD)
    (tmp_path / "tei").mkdir()

    for start in (tmp_path, tmp_path / "tei", tmp_path / "tei" / "a.xml"):
        choices = configuration(start)

        assert choices.files == ("tei/*.xml",)
        assert choices.output
        assert choices.output.name == "site"
        assert (choices.strict, choices.limits.depth) == (True, 400)
        assert choices.parameters == {"colour": "red"}


def test_without_a_file_there_are_sensible_defaults(tmp_path: Path) -> None:
    assert "**/*.xml" in configuration(tmp_path).files


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('files = ["a"]\n\nfils = ["b"]', 3, 'unknown key "fils"; known: '),
        ('\nfiles = "a.xml"', 2, '"files" must be a list of patterns'),
        ("files = [1]", 1, '"files" must be a list of patterns'),
        ('strict = "yes"', 1, "\"strict\" must be true or false; found a string: 'yes'"),
        ("[limits]\ndeep = 3", 2, 'unknown key "limits.deep"; known: megabytes, depth'),
        ("\n[limits]\ndepth = 0", 3, '"limits.depth" must be a whole number above 0'),
        ("limits = { depth = true }", 1, '"limits.depth" must be a whole number above 0'),
        (
            "\n[limits]\ndepth = 2001",
            3,
            '"limits.depth" must be a whole number above 0, up to 2,000',
        ),
        (f"{'a.' * 40_000}b = 1", 1, "is larger than 64,000 bytes, the limit"),
        (f"\n[limits]\ndepth = {10**30}", 3, '"limits.depth" must be a whole number above 0'),
        (f"[limits]\ndepth = {'9' * 5000}", 1, "holds a number or a nesting too long to read"),
        (f"title = {'[' * 20000}", 1, "holds a number or a nesting too long to read"),
        ('title = "x"\nfiles = ["/etc/*"]', 2, '"files" must hold patterns such as'),
        ('exclude = [""]', 1, '"exclude" must hold patterns such as'),
        ('entities = ["."]', 1, '"entities" must hold patterns such as'),
        ('files = ["../other/*.xml"]', 1, '"files" must hold patterns such as'),
        ('entities = ["a**/*.xml"]', 1, '"entities" must hold patterns such as'),
        ("[parameters]\n\ncolour = 3", 3, '"parameters.colour" must be a string; found a number'),
        ("entities = 'a.xml'", 1, '"entities" must be a list of patterns'),
        ("styles = 'a.css'", 1, '"styles" must be a list of files'),
        ("facts = true", 1, '"facts" must be a list of elements'),
        ("[labels]\npersons = 1", 2, '"labels.persons" must be a string; found a number'),
        ("[labels]\n\npersonen = 'x'", 3, 'unknown key "labels.personen"; known: about, account'),
        ("files = [\n", 2, "Invalid value"),
        (
            'styles = ["a.css",\n"../b.css"]',
            1,
            '"styles" must name what lies in the folder of this',
        ),
        ('strict = true\noutput = "../../out"', 2, '"output" must name what lies in the folder of'),
        ('schemas = ["/etc/passwd"]', 1, "found: '/etc/passwd'"),
        ('[parameters]\nlang = "xx"', 2, '"parameters.lang" must be one of en, de, fr, ru; found'),
        ("output = 1979-05-27", 1, '"output" must be the name of a folder; found a date'),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    text: str, line: int, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "edition.toml"
    path.write_text(text)

    with pytest.raises(ConfigurationError) as raised:
        read(path)

    assert said in raised.value.reason
    assert raised.value.line == line


def test_a_file_that_is_not_utf8_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_bytes(b"\xff\xfe")

    with pytest.raises(ConfigurationError, match="is not in UTF-8"):
        read(tmp_path / "edition.toml")


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_commands_end_in_one_line_and_exit_2(command: str, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text("colour = 1")

    result = CliRunner().invoke(main, [command, str(tmp_path)])

    assert result.exit_code == 2
    assert result.stderr.startswith(f"teikit: {tmp_path}/edition.toml:1: unknown key")


LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>t</title>
</titleStmt></fileDesc></teiHeader><text><body><p xml:id="p1">To <persName key="ada">Ada</persName>,
gladly.</p></body></text></TEI>"""
REGISTER = """<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="ada">
<persName>Ada Quill</persName></person></listPerson>"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with choices of its own, and a letter that needs them."""
    files = {
        "tei/letter.xml": LETTER,
        "registers/people.xml": REGISTER,
        "my.css": ":root { --accent: plum; }",
        "edition.toml": """
            entities = ["registers/*.xml"]
            styles = ["my.css"]
            facts = ["persName"]
            outputs = ["index.html", "persons.html"]
            [labels]
            persons = "Our people"
            [parameters]
            lang = "de"
        """,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("named", ["tei/letter.xml", "tei"])
def test_a_build_follows_the_choices(named: str, project: Path) -> None:
    """A document that is named, and one that is found in a folder."""
    done = CliRunner().invoke(main, ["build", str(project / named), "-o", str(project / "out")])

    made = {path.name: path.read_text() for path in (project / "out").rglob("*.*")}
    assert done.exit_code == 0, done.output
    assert "Ada Quill" in made["persons.html"]
    assert 'href="persons.html#ada"' in made["index.html"]
    assert "Our people" in made["index.html"]
    assert "Inhalt" in made["index.html"]
    assert made["theme.css"].endswith("plum; }")
    assert "places.html" not in made


@pytest.mark.parametrize("chosen", [["--xslt"], []])
def test_the_output_of_a_stylesheet_that_is_gone_is_said_to_be_left(
    chosen: list[str], tmp_path: Path
) -> None:
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    for name in ("list.csv", "page.html"):
        text = (
            """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>"""
        )
        (sheets / f"{name}.xsl").write_text(text)
    (tmp_path / "letter.xml").write_text(LETTER)
    (tmp_path / "edition.toml").write_text("" if chosen else 'stylesheets = "sheets"')
    build = ["build", str(tmp_path / "letter.xml"), "-o", str(tmp_path / "out")]
    build += [*chosen, str(sheets)] if chosen else []
    assert CliRunner().invoke(main, build).stderr == ""
    for name in ("letter.pdf", "notes.of.mine", ".hidden.html"):
        (tmp_path / "out" / "letter" / name).touch()

    (sheets / "list.csv.xsl").unlink()
    said = CliRunner().invoke(main, build).stderr

    left = tmp_path / "out" / "letter" / "list.csv"
    assert said == f"there, but not among the outputs: {left}\n"


def test_outputs_that_are_not_named_any_more_are_said_to_be_left(project: Path) -> None:
    build = ["build", str(project / "tei" / "letter.xml"), "-o", str(project / "out")]
    CliRunner().invoke(main, build)
    (project / "edition.toml").write_text('outputs = ["index.html"]')

    said = CliRunner().invoke(main, build).stderr

    left = project / "out" / "letter" / "persons.html"
    assert said == f"there, but not among the outputs: {left}\n"


def test_facts_are_written_into_a_header_that_declares_none(project: Path) -> None:
    """Then the public file says itself what was kept, for whoever weaves it."""
    public = project / "public.xml"

    done = CliRunner().invoke(
        main, ["withhold", str(project / "tei" / "letter.xml"), "-o", str(public)]
    )

    assert done.exit_code == 0, done.output
    assert 'tagUsage gi="persName" ana="#kept"' in public.read_text()
    assert ">Ada</persName>" in public.read_text()
    assert "gladly" not in public.read_text()


def test_a_style_that_is_missing_is_one_line(project: Path) -> None:
    (project / "my.css").unlink()

    done = CliRunner().invoke(
        main, ["build", str(project / "tei" / "letter.xml"), "-o", str(project / "out")]
    )

    assert done.exit_code == 2
    assert done.stderr.strip().endswith("my.css: no such file or folder")
    assert 'edition.toml:3: "styles" names' in done.stderr


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ('stylesheets = "my"', '"stylesheets" names'),
        (
            'outputs = ["nope.html"]',
            '"outputs" names nope.html, which no stylesheet makes; known: ',
        ),
    ],
)
def test_what_a_build_does_not_find_is_told_where_it_is_named(
    choice: str, said: str, project: Path
) -> None:
    (project / "edition.toml").write_text(f"strict = true\n{choice}\n")

    done = CliRunner().invoke(main, ["build", str(project / "tei"), "-o", str(project / "out")])

    assert done.exit_code == 2
    assert f"{project / 'edition.toml'}:2: {said}" in done.stderr
