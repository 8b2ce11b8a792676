"""The wheel that users install holds everything and builds an edition."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

from material import HARBOUR

ROOT = Path(__file__).parent.parent


def run(*command: object, cwd: Path | None = None) -> str:
    done = subprocess.run(
        [str(c) for c in command], capture_output=True, text=True, check=False, cwd=cwd
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_installs_and_builds_an_edition(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--outdir", tmp_path / "dist", ROOT)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"toolkit"}
    assert "toolkit/xslt/index.html.xsl" in names
    assert "toolkit/schema/edition.rng" in names

    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel)
    teikit = python.parent / "teikit"

    assert run(teikit, "check", HARBOUR, cwd=tmp_path) == ""
    run(teikit, "build", HARBOUR, "-o", "site", cwd=tmp_path)
    assert (tmp_path / "site" / "harbour" / "index.html").is_file()
