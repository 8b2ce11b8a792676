"""The house style of the stylesheets, checked."""

import re
from pathlib import Path

import pytest
from lxml import etree

from toolkit.resources import XSLT

XSL = "{http://www.w3.org/1999/XSL/Transform}"
NAMESPACES = {"xsl": "http://www.w3.org/1999/XSL/Transform"}
FILES = sorted(XSLT.rglob("*.xsl"))
PAGES = sorted([*XSLT.glob("*.xsl"), *XSLT.glob("corpus/*.xsl")])
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
every_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)


def find(path: Path, expression: str) -> "list[etree._Element]":
    """Return the elements of a stylesheet that an XPath finds."""
    found = etree.parse(path).xpath(expression, namespaces=NAMESPACES)
    return [node for node in found if isinstance(node, etree._Element)]


def lines(path: Path, expression: str) -> list[str]:
    """Return where in a stylesheet an XPath finds something, as a reader would look it up."""
    return [
        f"{path.name}:{node.sourceline} {node.get('name', '')}" for node in find(path, expression)
    ]


def modes(path: Path, seen: frozenset[Path] = frozenset()) -> set[str]:
    """Return the modes that a stylesheet and all it includes declare."""
    declared = {node.get("name", "#unnamed") for node in find(path, "/*/xsl:mode")}
    for node in find(path, "/*/xsl:include"):
        included = path.parent / node.get("href", "")
        if included not in seen:
            declared |= modes(included, seen | {path})
    return declared


@every_file
def test_a_stylesheet_is_small(path: Path) -> None:
    """No file has more than 250 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@every_file
def test_a_stylesheet_says_what_it_makes(path: Path) -> None:
    """A comment of one sentence stands before the root element."""
    comment = etree.parse(path).getroot().getprevious()

    assert isinstance(comment, etree._Comment)
    assert re.fullmatch(r" [A-Z].*\. ", str(comment.text))


@every_file
def test_functions_parameters_and_variables_are_typed(path: Path) -> None:
    """Every declaration says what it holds."""
    declarations = "//xsl:function | //xsl:param | //xsl:variable | //xsl:accumulator"

    assert lines(path, f"({declarations})[not(@as)]") == []


@every_file
def test_templates_are_typed(path: Path) -> None:
    """Every template says what it gives."""
    assert lines(path, "//xsl:template[not(@as)]") == []


@every_file
def test_a_function_says_what_goes_in_and_what_comes_out(path: Path) -> None:
    """A comment with an example stands before each function."""
    silent = []
    for function in find(path, "/*/xsl:function"):
        comment = function.getprevious()
        text = "" if comment is None else str(comment.text)
        if "in: " not in text or "out: " not in text:
            silent.append(f"{path.name}:{function.sourceline} {function.get('name')}")

    assert silent == []


@every_file
def test_modes_are_strict(path: Path) -> None:
    """A mode says what becomes of an unmatched node, and never chooses between templates."""
    assert lines(path, "//xsl:mode[not(@on-no-match) or not(@on-multiple-match = 'fail')]") == []


@every_page
def test_modes_are_declared(path: Path) -> None:
    """Every mode that a page uses is declared in it or in what it includes."""
    included = [
        path,
        *(path.parent / node.get("href", "") for node in find(path, "/*/xsl:include")),
    ]
    used = {
        node.get("mode") or node.getroottree().getroot().get("default-mode", "#unnamed")
        for file in included
        for node in find(file, "//xsl:template[@match] | //xsl:apply-templates")
    }

    assert used - modes(path) == set()


@every_page
def test_a_page_begins_in_a_mode_of_its_own(path: Path) -> None:
    """Then all pages can be compiled as one, and their modules once."""
    root = etree.parse(path).getroot()

    assert root.get("default-mode") == path.stem


@every_file
def test_missing_attributes_are_not_written_empty(path: Path) -> None:
    """An attribute that a document may leave out comes from a template, not from id="{@xml:id}"."""
    written = re.findall(r'\s(?:id|lang)="\{@xml:\w+\}"', path.read_text(encoding="utf-8"))

    assert written == []


@every_file
def test_the_only_named_template_is_the_shell(path: Path) -> None:
    """Templates match; only the page is called by name."""
    assert [node.get("name") for node in find(path, "//xsl:template[@name]")] in ([], ["page"])


@every_file
def test_no_page_opens_a_second_document(path: Path) -> None:
    """What a page says is in the one document it is given."""
    opened = re.findall(
        r"\b(?:doc|document|unparsed-text|collection)\(", path.read_text(encoding="utf-8")
    )

    assert opened == []


def test_only_the_fallback_knows_the_unknown() -> None:
    """The running text has one template for any element, in lib/fallback.xsl."""
    catching = [
        path.name for path in FILES if find(path, "//xsl:template[@match = '*'][not(@mode)]")
    ]

    assert catching == ["fallback.xsl"]
