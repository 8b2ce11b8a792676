"""A real browser, and the pages of three editions for it to open."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from toolkit import Document
from toolkit.making.build import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

Open = Callable[..., "Page"]
WOVEN = Path(__file__).parent.parent.parent / "build" / "browser"


@pytest.fixture(scope="session")
def harbour_pages(harbour: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the sample edition with its prose."""
    return build(harbour, tmp_path_factory.mktemp("whole"))[0].parent


@pytest.fixture(scope="session")
def withheld_pages(harbour_withheld: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the sample edition with its prose withheld."""
    return build(harbour_withheld, tmp_path_factory.mktemp("withheld"))[0].parent


@pytest.fixture(scope="session")
def whitewood_pages(whitewood: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the chapter as they are published."""
    return build(whitewood, tmp_path_factory.mktemp("published"))[0].parent


@pytest.fixture(scope="session")
def woven_pages(whitewood_woven: Document) -> Path:
    """The pages of the chapter with its prose, where git does not see them."""
    shutil.rmtree(WOVEN, ignore_errors=True)
    return build(whitewood_woven, WOVEN, outputs=["index.html", "cards.js"])[0].parent


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The system's Chromium, driven headless."""
    api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.skip("needs chromium: scripts/install-test-tools")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return axe-core."""
    package = pytest.importorskip("axe_playwright_python", reason="needs axe-playwright-python")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def open_page(browser: "Browser") -> Iterator[Open]:
    """Open a file in a window of its own; what the page complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(file: Path, fragment: str = "", *, width: int = 1440, **options: object) -> "Page":
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if said.type == "error" else None,
        )
        page.goto(file.as_uri() + fragment)
        scripts = options.get("java_script_enabled", True)
        if file.name == "index.html" and scripts and page.locator(".text").count():
            page.locator("[data-notes]").wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
