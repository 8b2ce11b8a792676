"""What one document may take: each limit is kept, can be raised, and is named when it is hit."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from material import HOUSE

from toolkit import ProblemsFound, check, load, parse
from toolkit.cli import main
from toolkit.commands.deadline import within
from toolkit.making.build import build

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
DOCUMENT = (
    f"<TEI {NS}><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt></fileDesc></teiHeader>"
    "<text><body><p>x</p></body></text></TEI>"
)
# What takes minutes.
LONG = "count(for $a in 1 to 300000, $b in 1 to 300000 return ($a, $b))"
SHEET = f"""<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/><xsl:template match="/"><xsl:value-of select="{LONG}"/></xsl:template>
</xsl:stylesheet>"""
RULES = f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
<pattern><rule context="t:p"><assert test="{LONG} = 0">no</assert></rule></pattern></schema>"""
OVERDUE = (
    '{}:1:1: error [limit] the work took longer than {} s, the limit{}; split the document, or raise "'
    'seconds" under [limits] in edition.toml'
)
IN_RULES = ", in the rules of {}"


# On a machine that has much to do some seconds are gone before the rules begin.
LONG_ENOUGH = 8


def allow(seconds: int, project: Path) -> None:
    (project / "edition.toml").write_text(
        f'schemas = ["slow.sch"]\nstylesheets = "xslt"\n[limits]\nseconds = {seconds}\n'
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose rules and whose one stylesheet take minutes, and that allows a second."""
    allow(1, tmp_path)
    (tmp_path / "slow.sch").write_text(RULES)
    (tmp_path / "xslt").mkdir()
    (tmp_path / "xslt" / "a.txt.xsl").write_text(SHEET)
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_text(DOCUMENT)
    return tmp_path


def teikit(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


@pytest.mark.parametrize("names", [["a.xml"], ["a.xml", "b.xml"], ["."]])
def test_a_check_of_one_document_or_of_many_keeps_to_the_time(
    names: list[str], project: Path
) -> None:
    paths = [project / name for name in names]
    allow(LONG_ENOUGH, project)

    result = teikit("check", *paths)

    assert result.exit_code == 1
    rules = IN_RULES.format(project / "slow.sch")
    said = OVERDUE.format(project / "a.xml", LONG_ENOUGH, rules)
    assert said in result.stdout.splitlines()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("names", [["a.xml"], ["a.xml", "b.xml"], ["."]])
def test_a_build_of_one_document_or_of_many_keeps_to_the_time(
    names: list[str], jobs: int, project: Path
) -> None:
    paths = [project / name for name in names]

    result = teikit("build", *paths, "-o", project / "out", "--jobs", jobs)

    assert result.exit_code == 1
    assert OVERDUE.format(project / "a.xml", 1, "") in result.stderr.splitlines()
    assert not list((project / "out").rglob("*.txt"))


def test_standard_input_keeps_to_the_time(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)

    built = teikit("build", "-", "-o", "out", stdin=DOCUMENT)
    allow(LONG_ENOUGH, project)
    checked = teikit("check", "-", stdin=DOCUMENT)

    assert (checked.exit_code, built.exit_code) == (1, 1)
    rules = IN_RULES.format("slow.sch")
    assert OVERDUE.format("-", LONG_ENOUGH, rules) in checked.stdout.splitlines()
    assert OVERDUE.format("-", 1, "") in built.stderr.splitlines()


def test_who_waits_for_long_is_told_why(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.commands.deadline.PATIENCE", 0.2)
    (project / "a.xml").write_text(DOCUMENT.replace("x</p>", f"{'x ' * 600_000}</p>"))

    large, small = (teikit("check", project / name) for name in ("a.xml", "b.xml"))

    waiting = "still at work after 0.2 s"
    assert f"a.xml: {waiting}, for it has 1.2 MB; it may take 1 s, the limit" in large.stderr
    assert f"b.xml: {waiting}; it may take 1 s, the limit" in small.stderr


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_that_takes_long_goes_on_and_says_so(
    jobs: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.commands.deadline.PATIENCE", 0.01)
    (project / "edition.toml").unlink()

    built = teikit("build", project / "a.xml", "-o", project / "out", "--jobs", jobs)

    assert built.exit_code == 0
    assert f"{project / 'a.xml'}: still at work after 0.01 s; it may take 300 s" in built.stderr


def test_what_is_done_before_the_stylesheets_run_keeps_to_the_time_too() -> None:
    with pytest.raises(ProblemsFound, match=r"longer than 0\.1 s"), within(0.1, Path("a.xml")):
        time.sleep(20)

    with within(0.1, Path("a.xml")):
        pass
    time.sleep(0.2)


LARGE = {
    "words": "<p>“It is long, said the reader.”</p>" * 40_000,
    "no space": f"<p>“{'x' * 1_400_000}</p>",
    "elements that nobody knows": "<p>" + "<oddity a='1'/>" * 60_000 + "</p>",
    "one note a word": "<p>" + "word<note>N.</note> " * 8_000 + "</p>",
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_document_is_built_as_a_small_one_is(name: str, tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    path.write_text(DOCUMENT.replace("<p>x</p>", LARGE[name]), encoding="utf-8")

    result = teikit("build", path, "-o", tmp_path / "one", "--jobs", 2)
    build(load(path), tmp_path / "two", jobs=2)

    assert result.exit_code == 0
    assert {p.name: p.read_bytes() for p in (tmp_path / "one" / "large").iterdir()} == {
        p.name: p.read_bytes() for p in (tmp_path / "two" / "large").iterdir()
    }


@pytest.mark.parametrize("sign", ["=", " = ", "=\n"])
def test_attributes_are_counted_however_they_are_written(sign: str, tmp_path: Path) -> None:
    many = " ".join(f"a{number}{sign}'x'" for number in range(5001))
    path = tmp_path / "many.xml"
    path.write_text(DOCUMENT.replace("<p>", f"<p {many}>"))

    result = teikit("check", path)

    assert result.stdout.startswith(f"{path}:1:1: error [limit] an element has more than 5,000")


def test_very_many_names_without_entries_are_checked_quickly(tmp_path: Path) -> None:
    path = tmp_path / "names.xml"
    names = "".join(f'<persName ref="#p{n}">Name {n}</persName> ' for n in range(20_000))
    path.write_text(DOCUMENT.replace("<p>", f"<p>{names}"))
    document, before = load(path), time.process_time()

    told = check(document, settings=HOUSE)

    assert len(told) > 1000
    assert time.process_time() - before < 15


def test_an_attribute_with_very_many_pointers_is_checked_in_short_messages(tmp_path: Path) -> None:
    path = tmp_path / "many.xml"
    pointers = " ".join(f"#p{number}" for number in range(100_000))
    path.write_text(DOCUMENT.replace("<p>", f'<p><persName ref="{pointers}">N</persName>'))

    told = check(load(path))

    assert sum(problem.rule == "dangling-pointer" for problem in told) == 1000
    assert max(len(str(problem)) for problem in told) < 2000


@pytest.mark.parametrize("words", ["x" * 3 * 65_536, "x" * 16 * 65_536, "lamp and " * 65_536])
def test_a_text_may_be_of_any_length(words: str, tmp_path: Path) -> None:
    source = DOCUMENT.replace("<p>x</p>", f"<p>{words}</p><p>a<hi>b</hi>{words}</p>")
    document = parse(source.encode(), tmp_path / "long.xml")

    build(document, tmp_path, outputs=["index.html", "edition.txt"])

    text = (tmp_path / "long" / "edition.txt").read_text()
    assert text.replace("\u200b", "").count(words.strip()) == 2


def test_a_text_may_hold_any_number_of_ampersands(tmp_path: Path) -> None:
    source = DOCUMENT.replace("<p>x</p>", f"<p>{'&amp;' * 100_001}</p>")
    document = parse(source.encode(), tmp_path / "and.xml")

    build(document, tmp_path, outputs=["edition.txt"])

    assert "&" * 100_001 in (tmp_path / "and" / "edition.txt").read_text()
