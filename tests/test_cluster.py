"""A cluster does the same work: a real scheduler, two worker processes, one of them killed."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.cli import main

pytest.importorskip("distributed", reason='needs pip install "teikit[cluster]"')

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<p>Letter {number}</p></body></text></TEI>"""
SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/><xsl:include href="lib/words.xsl"/>
<xsl:template match="/">{. ! normalize-space()} <xsl:call-template name="words"/>
</xsl:template></xsl:stylesheet>"""
WORDS = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template name="words"><xsl:value-of
select="count(for $a in 1 to 300, $b in 1 to 3000 return ($a, $b)[. = 7])"/></xsl:template>
</xsl:stylesheet>"""


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
    place = ["--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    processes = [subprocess.Popen([*dask, *place], **quiet)]
    dask[-1] = "distributed.cli.dask_worker"
    alone = ["--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory"]
    processes += [
        subprocess.Popen([*dask, address, *alone, str(tmp_path / name)], **quiet)
        for name in ("one", "two")
    ]
    yield address, processes[1:]
    for process in processes:
        process.kill()
        process.wait()


def test_a_worker_that_is_lost_costs_its_share_again_and_nothing_else(
    workers: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, processes = workers
    letters, sheets = tmp_path / "letters", tmp_path / "sheets"
    (sheets / "lib").mkdir(parents=True)
    letters.mkdir()
    sheet = SHEET.replace("version=", 'expand-text="yes" version=', 1)
    (sheets / "a.txt.xsl").write_text(sheet)
    (sheets / "lib" / "words.xsl").write_text(WORDS)
    for number in range(20):
        (letters / f"letter{number:02}.xml").write_text(DOCUMENT.format(number=number))
    command = ["build", str(letters), "--xslt", str(sheets), "-o"]
    far, near = tmp_path / "far", tmp_path / "near"

    run = subprocess.Popen(
        [sys.executable, "-m", "toolkit", *command, str(far), "--scheduler", address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while not (far / "letter01" / "a.txt").exists() and time.monotonic() < until:
        time.sleep(0.05)
    processes[0].kill()
    written, said = run.communicate(timeout=120)
    CliRunner().invoke(main, [*command, str(near)])

    assert "20 documents in" in said
    assert "20 built" in said
    assert len(written.splitlines()) == 20
    assert _contents(far) == _contents(near)


def _contents(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text() for p in folder.rglob("*.txt")}
