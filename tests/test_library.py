"""The library has the verbs of the command, and a verb stays one however it is reached."""

import subprocess
import sys

import pytest
from material import HARBOUR

USES = {
    "verbs twice": "toolkit.check(d); toolkit.check(d); toolkit.build(d, o); toolkit.build(d, o)",
    "modules first": "import toolkit.check.pointers, toolkit.making.build; toolkit.check(d); toolkit.build(d, o)",
    "verbs by name": "from toolkit import build, check; check(d); build(d, o); toolkit.check(d)",
    "prose": "toolkit.withhold(d); toolkit.withhold(d)",
    "books": "assert toolkit.make_epub(d)[:2] == b'PK'; toolkit.explain('dangling-pointer')",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_verb_stays_a_verb(use: str, tmp_path: object) -> None:
    code = (
        "import toolkit, pathlib\n"
        f"d = toolkit.load(pathlib.Path({str(HARBOUR)!r}))\n"
        f"o = pathlib.Path({str(tmp_path)!r})\n{use}"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
