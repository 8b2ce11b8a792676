"""What the processes of a check and of a build open and call, as the system sees it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_hostile import HEAD, document_that_calls
from test_hostile_documents import BUILT, REFUSED

ROOT = Path(__file__).parent.parent
TEIKIT = str(Path(sys.executable).with_name("teikit"))
CALLS = "connect,sendto,sendmsg,open,openat,creat,rename,unlink,execve,mkdir,link,symlink"
OPENED = re.compile(r'open(?:at)?\([^"]*"([^"]*)"')
CALLED = re.compile(r"(?:connect|sendto|sendmsg)\(\d+, .*sa_family=AF_INET6?")

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not at hand")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of hostile documents, and one of as many that are harmless."""
    top = tmp_path_factory.mktemp("traced")
    hostile, harmless = top / "hostile", top / "harmless"
    secret = top / "secret.txt"
    secret.write_text("porcupine")
    texts = [*BUILT.values(), *(text for text, _ in REFUSED.values() if len(text) < 1_000_000)]
    texts.append(document_that_calls("http://192.0.2.1:9", secret))
    for folder in (hostile, harmless):
        folder.mkdir()
    for number, text in enumerate(texts):
        (hostile / f"{number}.xml").write_text(text, encoding="utf-8", errors="replace")
        (harmless / f"{number}.xml").write_text(f"{HEAD}</teiHeader><text><body/></text></TEI>")
    return hostile, harmless


def traced(folder: Path, *arguments: object) -> list[str]:
    """Return what the processes of a command called of the system."""
    log = folder.with_suffix(".trace")
    command = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", f"trace={CALLS}", "-o", str(log)]
    asked = [TEIKIT, *map(str, arguments), folder.name]
    run = subprocess.run(
        [*command, *asked], cwd=folder.parent, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in run.stderr
    return log.read_text(encoding="utf-8", errors="replace").splitlines()


def opened(calls: list[str], folder: Path) -> set[str]:
    """Return the files opened, but for those of a folder, the toolkit, Python and the cache."""
    own = (folder, ROOT, sys.prefix, sys.base_prefix, os.environ.get("XDG_CACHE_HOME", ROOT))
    found = {match[1] for call in calls if (match := OPENED.search(call))}
    return {
        re.sub(r"\d+", "N", path)
        for path in found
        if path.startswith("/") and not any(Path(path).is_relative_to(each) for each in own)
    }


@pytest.mark.parametrize("verb", ["check", "build"])
def test_hostile_documents_make_no_process_open_or_call_what_harmless_ones_do_not(
    verb: str, folders: tuple[Path, Path]
) -> None:
    more = ["--jobs", 2] if verb == "check" else ["--jobs", 2, "-o", "out"]
    hostile, harmless = folders

    calls, usual = (traced(folder, verb, *more) for folder in (hostile, harmless))

    here = hostile.parent
    assert any("hostile/0.xml" in call for call in calls)
    assert [call for call in calls if CALLED.search(call)] == []
    assert not any("secret.txt" in call or "192.0.2.1" in call for call in calls)
    assert opened(calls, here) - opened(usual, here) == set()
