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
        ("[parameters]\n\ncolour = 3", 3, '"parameters.colour" must be a string; found a number'),
        ("files = [\n", 2, "Invalid value"),
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
