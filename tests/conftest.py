"""What the tests share: the sample edition, and the material that lies beside a founder's checkout."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from material import HARBOUR, WHITEWOOD

from toolkit import Document, load, parse, read_copy, weave, withhold
from toolkit.prose.scanning import scan


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> object:
    """In CI nothing may be skipped: what is skipped there has not been proved."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests, and the programs that they run, out of the user's cache folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material that is not ours to publish; named by TEIKIT_SHARED."""
    named = os.environ.get("TEIKIT_SHARED")
    if not named:
        pytest.skip("needs the founders' material: set TEIKIT_SHARED to its folder")
    return Path(named)


@pytest.fixture(scope="session")
def chapter(shared: Path) -> Path:
    """The founders' copy of the chapter."""
    return shared / "source" / "whitewood.txt"


@pytest.fixture(scope="session")
def harbour() -> Document:
    """The sample edition, prose and all: every word of it is our own."""
    return load(HARBOUR)


@pytest.fixture(scope="session")
def harbour_withheld(harbour: Document) -> Document:
    """The sample edition with its prose withheld."""
    return parse(withhold(harbour), harbour.path)


@pytest.fixture(scope="session")
def harbour_copy(harbour: Document) -> str:
    """The sample edition's text as a reader's copy has it: the text, then the notes."""
    blocks = sorted(scan(harbour), key=lambda block: block.in_note)
    return "\n\n".join(" ".join(block.text.split()) for block in blocks)


@pytest.fixture(scope="session")
def whitewood() -> Document:
    """The edition of the chapter as it is published."""
    return load(WHITEWOOD)


@pytest.fixture(scope="session")
def whitewood_woven(whitewood: Document, chapter: Path) -> Document:
    """The edition of the chapter with its prose."""
    return parse(weave(whitewood, read_copy(chapter)).source, WHITEWOOD)
