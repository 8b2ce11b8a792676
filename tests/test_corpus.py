"""Many documents: each is built once, in order, and again only if something has changed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit import ProblemsFound, StylesheetError, ToolkitError
from toolkit.cli import main
from toolkit.configuration import Configuration
from toolkit.corpora.corpus import build_all
from toolkit.corpora.finding import documents, entries
from toolkit.corpora.journal import Journal
from toolkit.corpora.reports import Report, totals
from toolkit.limits import Limits
from toolkit.making.order import Order, make
from toolkit.making.plan import Plan
from toolkit.making.rendering import Made
from toolkit.processes.workers import Workers

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>{title}</title></titleStmt></fileDesc></teiHeader><text><body><p>{title}</p></body></text></TEI>"""
SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/><xsl:include href="lib/{lib}.xsl"/>
<xsl:template match="/"><xsl:value-of select="string(.)"/><xsl:call-template name="t"/>
</xsl:template></xsl:stylesheet>"""
LIBRARY = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template name="t">{word}</xsl:template></xsl:stylesheet>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    for number in range(6):
        path = folder / ("early" if number < 3 else "late") / f"letter{number}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DOCUMENT.format(title=f"Letter {number}"))
    return folder


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    folder = tmp_path / "sheets"
    (folder / "lib").mkdir(parents=True)
    for name, lib in [("a.txt", "one"), ("b.txt", "two")]:
        (folder / f"{name}.xsl").write_text(SHEET.format(lib=lib))
        (folder / "lib" / f"{lib}.xsl").write_text(LIBRARY.format(word=lib))
    return folder


@pytest.fixture
def workers() -> Iterator[Executor]:
    with Workers(2, 60) as executor:
        yield executor


def run(corpus: Path, into: Path, plan: Plan, executor: Executor) -> list[Report]:
    with Journal(into) as journal:
        return list(build_all(entries([corpus], into, Configuration()), plan, journal, executor))


def test_outputs_lie_as_the_documents_do(
    corpus: Path, sheets: Path, workers: Executor, tmp_path: Path
) -> None:
    reports = run(corpus, tmp_path / "out", Plan(sheets), workers)

    assert [r.path.stem for r in reports] == [f"letter{number}" for number in range(6)]
    assert "Letter 4" in (tmp_path / "out" / "late" / "letter4" / "a.txt").read_text()


def test_what_has_not_changed_is_left_alone(
    corpus: Path, sheets: Path, workers: Executor, tmp_path: Path
) -> None:
    run(corpus, tmp_path / "out", Plan(sheets), workers)
    changed = corpus / "late" / "letter5.xml"
    changed.write_text(DOCUMENT.format(title="Letter 5, revised"))
    (tmp_path / "out" / "early" / "letter0" / "a.txt").unlink()

    reports = run(corpus, tmp_path / "out", Plan(sheets), workers)

    assert [r.fresh for r in reports] == [False, True, True, True, True, False]
    assert [path.name for path in reports[0].written] == ["a.txt"]


def test_a_changed_module_remakes_what_it_makes_and_nothing_else(
    corpus: Path, sheets: Path, tmp_path: Path
) -> None:
    with Workers(1, 60) as executor:
        run(corpus, tmp_path / "out", Plan(sheets), executor)
    (sheets / "lib" / "two.xsl").write_text(LIBRARY.format(word="changed"))

    with Workers(1, 60) as executor:
        reports = run(corpus, tmp_path / "out", Plan(sheets), executor)

    assert {path.name for report in reports for path in report.written} == {"b.txt"}


PEOPLE = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><listPerson>{}</listPerson></text></TEI>'
POINTING = DOCUMENT.replace("<p>", '<p><name ref="../people.xml#ada">{title}</name>')


def test_a_changed_register_remakes_the_documents_that_point_into_it(
    corpus: Path, sheets: Path, workers: Executor, tmp_path: Path
) -> None:
    people = corpus / "people.xml"
    people.write_text(PEOPLE.format('<person xml:id="ada"><persName>Ada</persName></person>'))
    (corpus / "late" / "letter5.xml").write_text(POINTING.format(title="Ada"))
    run(corpus, tmp_path / "out", Plan(sheets), workers)

    again = run(corpus, tmp_path / "out", Plan(sheets), workers)
    people.write_text(PEOPLE.format('<person xml:id="ada"><persName>Ada Quill</persName></person>'))
    changed = run(corpus, tmp_path / "out", Plan(sheets), workers)

    assert all(report.fresh for report in again)
    assert [r.path.stem for r in changed if not r.fresh] == ["letter5", "people"]
    assert "Ada Quill" in (tmp_path / "out" / "late" / "letter5" / "a.txt").read_text()


def test_a_register_that_comes_later_is_seen(
    corpus: Path, sheets: Path, workers: Executor, tmp_path: Path
) -> None:
    (corpus / "late" / "letter5.xml").write_text(POINTING.format(title="Ada"))
    run(corpus, tmp_path / "out", Plan(sheets), workers)
    entry = '<person xml:id="ada"><persName>Ada Quill</persName></person>'
    (corpus / "people.xml").write_text(PEOPLE.format(entry))

    reports = run(corpus, tmp_path / "out", Plan(sheets), workers)

    assert [r.path.stem for r in reports if not r.fresh] == ["letter5", "people"]


def test_changed_parameters_remake_everything(
    corpus: Path, sheets: Path, workers: Executor, tmp_path: Path
) -> None:
    run(corpus, tmp_path / "out", Plan(sheets), workers)

    reports = run(corpus, tmp_path / "out", Plan(sheets, parameters={"colour": "red"}), workers)

    assert not any(report.fresh for report in reports)


def test_one_bad_document_stops_no_other(
    corpus: Path, sheets: Path, workers: Executor, tmp_path: Path
) -> None:
    (corpus / "early" / "letter1.xml").write_text("<TEI")
    (corpus / "early" / "catalog.xml").write_text("<catalog/>")

    reports = run(corpus, tmp_path / "out", Plan(sheets), workers)

    assert totals(reports) == {"built": 5, "failed": 1, "foreign": 1}


def die_or_make(order: Order) -> Made:
    if order.path.stem == "letter2":
        os.kill(os.getpid(), signal.SIGKILL)
    if order.path.stem == "letter4":
        time.sleep(60)
    return make(order)


def test_a_worker_that_dies_or_hangs_costs_its_document_alone(
    corpus: Path, sheets: Path, tmp_path: Path
) -> None:
    found = entries([corpus], tmp_path / "out", Configuration())

    with Workers(2, 6) as executor, Journal(tmp_path / "out") as journal:
        reports = list(build_all(found, Plan(sheets), journal, executor, die_or_make))

    assert totals(reports) == {"built": 4, "failed": 2}
    assert str(reports[2].error) == "the process that worked on it died (signal 9)"
    assert isinstance(reports[4].error, ProblemsFound)
    assert "longer than 6 s, the limit" in str(reports[4].error)


def test_of_two_documents_for_one_folder_the_second_is_refused_and_all_others_are_built(
    corpus: Path, sheets: Path, tmp_path: Path
) -> None:
    for name in ("early/LETTER1", "late/cafe\u0301", "late/caf\u00e9"):
        (corpus / f"{name}.xml").write_text(DOCUMENT.format(title="Another"))

    result = CliRunner().invoke(
        main, ["build", str(corpus), "-o", str(tmp_path / "out"), "--xslt", str(sheets)]
    )

    assert result.exit_code == 2
    assert result.stderr.count("would be written to the same folder as") == 2
    assert result.stderr.count("where names do not differ by case or by how accents") == 2
    assert "9 documents" in result.stderr
    assert "7 built, 2 failed" in result.stderr
    assert (tmp_path / "out" / "late" / "letter5" / "a.txt").is_file()


@pytest.mark.parametrize(
    "name", ["index.html", "documents.json", "search-words", "plain/persons.html", "bad\udcff"]
)
def test_a_document_whose_outputs_would_have_no_place_is_named_before_the_others_are_built(
    name: str, corpus: Path, tmp_path: Path
) -> None:
    (corpus / "plain").mkdir()
    for document in (name, "plain"):
        (corpus / f"{document}.xml").write_text(DOCUMENT.format(title="A title"))
    out = tmp_path / "out"

    command = [sys.executable, "-m", "toolkit", "build", corpus, "-o", out]
    result = subprocess.run(command, capture_output=True, text=True, check=False)

    first = result.stderr.splitlines()[0]
    assert result.returncode == 2
    assert first.startswith("teikit: ")
    assert "rename" in first
    assert Path(name).name.rstrip("\udcff") in first
    assert "7 built, 1 failed" in result.stderr
    assert (out / "index.html").is_file()
    assert (out / "plain" / "index.html").is_file()


def test_outputs_that_are_no_longer_made_are_named_as_long_as_they_are_there(
    corpus: Path, sheets: Path, tmp_path: Path
) -> None:
    build = ["build", str(corpus), "-o", str(tmp_path / "out"), "--xslt", str(sheets)]
    CliRunner().invoke(main, build)
    (sheets / "b.txt.xsl").unlink()
    old = tmp_path / "out" / "early" / "letter0" / "b.txt"

    said = [CliRunner().invoke(main, build).stderr for _ in range(2)]

    assert all(f"there, but not among the outputs: {old}, " in each for each in said)
    assert old.is_file()


def test_a_document_that_was_only_not_named_is_not_said_to_be_gone(
    corpus: Path, sheets: Path, tmp_path: Path
) -> None:
    build = ["build", "-o", str(tmp_path / "out"), "--xslt", str(sheets)]
    files = [str(path) for path in sorted(corpus.rglob("*.xml"))]
    CliRunner().invoke(main, [*build, *files])

    some = CliRunner().invoke(main, [*build, *files[1:]]).stderr
    Path(files[0]).unlink()
    fewer = CliRunner().invoke(main, [*build, *files[1:]]).stderr

    assert "gone" not in some
    assert "1 gone, their outputs kept" in fewer


def test_a_disk_that_is_full_is_told_with_what_could_not_be_written(
    corpus: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "toolkit", "build", corpus, "-o", tmp_path / "out"]
    limit = ["bash", "-c", 'ulimit -f 12; exec "$@"', "bash"]

    ended = subprocess.run([*limit, *command], capture_output=True, text=True, check=False)

    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert "cannot be written" in ended.stderr.splitlines()[-1]


def test_hidden_files_links_that_lead_out_and_the_outputs_are_no_documents(
    corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "outside.xml").write_text(DOCUMENT.format(title="Outside"))
    (corpus / "link.xml").symlink_to(tmp_path / "outside.xml")
    (corpus / ".hidden.xml").write_text("<TEI/>")
    (corpus / "out" / "a").mkdir(parents=True)
    (corpus / "out" / "a" / "b.xml").write_text("<TEI/>")

    found = documents(corpus, Configuration(), corpus / "out")

    assert [path.stem for path in found] == [f"letter{number}" for number in range(6)]


def test_a_journal_that_was_cut_short_costs_one_document(
    corpus: Path, sheets: Path, workers: Executor, tmp_path: Path
) -> None:
    run(corpus, tmp_path / "out", Plan(sheets), workers)
    journal = tmp_path / "out" / ".teikit.jsonl"
    journal.write_bytes(journal.read_bytes()[:-20])

    first = run(corpus, tmp_path / "out", Plan(sheets), workers)
    second = run(corpus, tmp_path / "out", Plan(sheets), workers)

    assert (totals(first), totals(second)) == ({"fresh": 5, "built": 1}, {"fresh": 6})


def test_stylesheets_that_cannot_be_used_are_one_error(
    corpus: Path, sheets: Path, workers: Executor, tmp_path: Path
) -> None:
    (sheets / "lib" / "two.xsl").unlink()

    with pytest.raises(StylesheetError, match=r"two\.xsl cannot be read"):
        run(corpus, tmp_path / "out", Plan(sheets), workers)


def test_a_run_that_is_killed_at_any_moment_leaves_whole_files_and_can_go_on(
    corpus: Path, sheets: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "toolkit", "build", str(corpus), "--xslt", str(sheets)]
    command += ["-o", str(tmp_path / "out")]
    for moment in range(6):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(0.15 + 0.1 * moment)
            run.kill()
    subprocess.run(command, check=True, capture_output=True)

    files = sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert [path.name for path in files] == [".teikit.jsonl", *["a.txt", "b.txt"] * 6]
    assert all(path.read_text().endswith(("one", "two")) for path in files[1:])


def wait_for(path: Path) -> None:
    """Wait until a run has begun to write; a busy machine takes its time."""
    until = time.monotonic() + 30
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.05)


def test_control_c_ends_a_run_at_once_and_cleanly(
    corpus: Path, sheets: Path, tmp_path: Path
) -> None:
    slow = '<xsl:value-of select="count(for $a in 1 to 3000, $b in 1 to 30000 return ($a, $b))"/>'
    (sheets / "lib" / "two.xsl").write_text(LIBRARY.format(word=slow))
    command = [sys.executable, "-m", "toolkit", "build", str(corpus), "--xslt", str(sheets)]
    command += ["-o", str(tmp_path / "out")]
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs apart may ignore it
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True
    ) as process:
        wait_for(tmp_path / "out")
        time.sleep(1)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=10)

    assert process.returncode == 130
    assert "Traceback" not in said


def test_the_command_sums_up_and_says_how_it_ended(
    corpus: Path, sheets: Path, tmp_path: Path
) -> None:
    (corpus / "early" / "letter1.xml").write_text("<TEI")
    command = ["build", str(corpus), "--xslt", str(sheets), "-o", str(tmp_path / "out")]

    result = CliRunner().invoke(main, command)

    assert result.exit_code == 1
    assert "6 documents in" in result.stderr
    assert "5 built, 1 failed" in result.stderr
    assert result.stdout.splitlines()[0].endswith("letter0/a.txt")


def test_the_first_failure_ends_a_run_when_asked(
    corpus: Path, sheets: Path, tmp_path: Path
) -> None:
    (corpus / "early" / "letter1.xml").write_text("<TEI")
    command = ["build", str(corpus), "--xslt", str(sheets), "-o", str(tmp_path), "--fail-fast"]

    result = CliRunner().invoke(main, command)

    assert "2 documents in" in result.stderr


def test_a_folder_is_checked_in_order(corpus: Path) -> None:
    (corpus / "early" / "letter1.xml").write_text("<TEI")
    (corpus / "late" / "letter4.xml").write_text("<TEI.2/>")

    result = CliRunner().invoke(main, ["check", str(corpus), "--jobs", "2"])

    lines = [line for line in result.stdout.splitlines() if "not-" in line]
    assert result.exit_code == 1
    assert ["letter1" in lines[0], "letter4" in lines[1]] == [True, True]


@pytest.mark.parametrize(
    "text", ["<TEI>", "<TEI.2/>", '<TEI xmlns="http://www.tei-c.org/ns/1.0">&a;</TEI>']
)
def test_a_check_that_ends_at_the_first_failure_ends_at_what_is_no_xml_or_no_tei(
    text: str, corpus: Path
) -> None:
    (corpus / "early" / "letter1.xml").write_text(text)

    result = CliRunner().invoke(main, ["check", str(corpus), "--fail-fast", "--format", "json"])

    assert result.exit_code == 1
    assert "letter1.xml:" not in result.stderr
    assert "letter0.xml" in result.output
    assert "letter2.xml" not in result.output


@pytest.fixture
def closed(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus with a folder that cannot be listed, one whose files cannot be looked at, a loop."""
    scandir, is_file = os.scandir, Path.is_file
    locked, listed = corpus / "locked", corpus / "listed"
    locked.mkdir()
    listed.mkdir()
    (listed / "a.xml").symlink_to("nothing.xml")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "loop.xml").symlink_to("loop.xml")

    def list_or_refuse(path: Path) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    def look_or_refuse(path: Path) -> bool:
        if path.parent == listed:
            raise PermissionError(13, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(os, "scandir", list_or_refuse)
    monkeypatch.setattr(Path, "is_file", look_or_refuse)
    return corpus


def test_folders_and_files_that_cannot_be_read_are_told_and_the_rest_is_done(
    closed: Path, sheets: Path, tmp_path: Path
) -> None:
    (closed / "early" / "letter1.xml").write_text("<TEI>")
    into = tmp_path / "out"

    checked = CliRunner().invoke(main, ["check", str(closed)])
    built = CliRunner().invoke(main, ["build", str(closed), "--xslt", str(sheets), "-o", str(into)])

    for result, said in ((checked, "5 passed, 1 with errors"), (built, "5 built, 3 failed")):
        assert result.exit_code == 2
        assert f"teikit: {closed}/locked: cannot be read: Permission denied\n" in result.stderr
        assert f"teikit: {closed}/listed/a.xml: no such file\n" in result.stderr
        assert said in result.stderr
    assert (into / "late" / "letter5" / "a.txt").is_file()


def test_a_file_that_vanishes_before_it_is_read_is_told_and_the_rest_is_done(
    corpus: Path, sheets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = corpus / "early" / "letter1.xml"
    found = documents(corpus, Configuration())
    monkeypatch.setattr("toolkit.corpora.finding.documents", lambda *_: found)
    gone.unlink()

    checked = CliRunner().invoke(main, ["check", str(corpus)])
    built = CliRunner().invoke(
        main, ["build", str(corpus), "--xslt", str(sheets), "-o", str(tmp_path)]
    )

    assert (checked.exit_code, built.exit_code) == (2, 2)
    assert f"teikit: {gone}: no such file\n" in checked.stderr
    assert f"teikit: {gone}: no such file\n" in built.stderr
    assert "5 built, 1 failed" in built.stderr


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    for command in ("check", "build"):
        result = CliRunner().invoke(main, [command, str(tmp_path)])

        assert result.exit_code == 2
        assert "holds no document" in result.stderr


def test_a_limit_of_the_project_holds_in_a_run(
    corpus: Path, sheets: Path, workers: Executor, tmp_path: Path
) -> None:
    plan = Plan(sheets, limits=Limits(depth=3))

    assert {r.error.problems[0].rule for r in run(corpus, tmp_path, plan, workers)} == {"limit"}  # type: ignore[union-attr]


def test_a_cluster_that_is_not_there_is_one_line(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason='needs pip install "teikit[cluster]"')
    from toolkit.corpora.cluster import cluster_executor

    with pytest.raises(ToolkitError, match="cannot be reached"), cluster_executor("tcp://[::1]:1"):
        pass


def test_every_document_of_the_wild_gives_outputs_or_one_clear_reason(
    shared: Path, tmp_path: Path
) -> None:
    found = entries([shared / "corpus"], tmp_path, Configuration())

    with Workers(2, 120) as executor, Journal(tmp_path) as journal:
        reports = list(build_all(found, Plan(), journal, executor))

    stopped = [r.error for r in reports if r.error and not isinstance(r.error, ProblemsFound)]
    assert [str(error) for error in stopped] == []
    assert totals(reports)["built"] > 0.9 * (len(reports) - totals(reports)["foreign"])


def test_coverage_tells_of_what_no_template_knows_and_no_page_shows(tmp_path: Path) -> None:
    """Of documents that were built before, too: what is not shown as it is meant, how often, where."""
    history = "<revisionDesc><change>Begun.</change></revisionDesc></teiHeader>"
    folder = tmp_path / "tei"
    folder.mkdir()
    for number in (1, 2):
        body = "<p><novel>a</novel></p>" * number + "<p><other/></p>"
        (folder / f"{number}.xml").write_text(
            DOCUMENT.format(title="t").replace("<p>t</p>", body).replace("</teiHeader>", history),
            encoding="utf-8",
        )
    table = tmp_path / "coverage.csv"
    command = ["build", str(folder), "-o", str(tmp_path / "out"), "--coverage", str(table)]

    for _ in range(2):
        done = CliRunner().invoke(main, command)

        assert done.exit_code == 0, done.output
        assert table.read_text().splitlines() == [
            "element,times,documents,first document,first place",
            f"novel,3,2,{folder}/1.xml,/TEI[1]/text[1]/body[1]/p[1]/novel[1]",
            f"other,2,2,{folder}/1.xml,/TEI[1]/text[1]/body[1]/p[2]/other[1]",
            f"teiHeader/revisionDesc,2,2,{folder}/1.xml,/TEI[1]/teiHeader[1]/revisionDesc[1]",
        ]
