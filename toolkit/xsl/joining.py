"""Several stylesheets as one, so that the modules they share are compiled once.

A stylesheet that can be joined declares its own mode as its ``default-mode``; then what it
does with the document and what its modules do in the unnamed mode stay apart.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.xsl.joined import ASKED, TOGETHER, Output

_XSL: Final = "{http://www.w3.org/1999/XSL/Transform}"
_TAKEN: Final = (f"{_XSL}include", f"{_XSL}import", f"{_XSL}output")
# What a template makes, where the stylesheet asks that it be nodes: no more than a test of itself.
_NODES: Final = re.compile(r"(element|attribute|text|node|document-node|empty-sequence)\(")
_CALLED: Final = (f"{_XSL}function", f"{_XSL}template", f"{_XSL}variable")
_NAME: Final = re.compile(r"[^\W\d][\w-]*(?::[^\W\d][\w-]*)?")
_RUN: Final = """
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="{asked}"/>
  <xsl:mode name="{mode}" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:template match="/" mode="{mode}">
    <xsl:variable name="texts" as="item()*">{outputs}</xsl:variable>
    <xsl:value-of select="$texts ! string-length(), ''" separator=" "/>
    <xsl:for-each select="$texts"><xsl:value-of select="."/></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>"""
_PART: Final = """
<xsl:if test="tokenize(${asked}) = '{mode}'">
  <xsl:variable name="made" as="item()*">
    <xsl:apply-templates select="." mode="{mode}"/>
  </xsl:variable>
  <xsl:sequence select="serialize($made, map {{{serialization}}})"/>
</xsl:if>"""


def join(stylesheets: Sequence[Path], *, whole: bool) -> tuple[str, list[Output], list[Path]]:
    """Join stylesheets of the toolkit, which include their modules, into one.

    With its text go how each makes its output, and the modules it is made of. If it is not to be
    the whole of these, what nothing in it uses is left out.
    """
    ours = [sheet.resolve() for sheet in stylesheets]
    roots = _modules(ours)
    spaces = {k: v for root in roots.values() for k, v in root.nsmap.items()}
    shared: dict[str, str] = dict(set.intersection(*(set(root.items()) for root in roots.values())))
    outputs = [_output(roots[path]) for path in ours]
    declarations = [each for root in roots.values() for each in _declarations(root, shared)]
    declarations += _declarations(_together(outputs), shared)
    joined = etree.Element(f"{_XSL}stylesheet", {"version": "3.0"} | shared, nsmap=spaces)
    joined.extend(declarations if whole else _used(declarations))
    return etree.tostring(joined, encoding="unicode"), outputs, list(roots)


def _modules(paths: Iterable[Path]) -> dict[Path, "etree._Element"]:
    """Return the roots of stylesheets and of all they include, each once."""
    roots: dict[Path, etree._Element] = {}
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path not in roots:
            roots[path] = etree.parse(path).getroot()
            hrefs = [node.get("href", "") for node in roots[path].iterfind(f"{_XSL}include")]
            waiting += [Path(os.path.normpath(path.parent / href)) for href in hrefs]
    return roots


def _output(root: "etree._Element") -> Output:
    given = root.find(f"{_XSL}output")
    attributes = {} if given is None else {str(k): str(v) for k, v in given.attrib.items()}
    return Output(root.get("default-mode", ""), attributes)


def _declarations(root: "etree._Element", shared: Mapping[str, str]) -> Iterator["etree._Element"]:
    """Give what a module declares, with what its root says of all of it and not all modules do.

    Nothing outside calls a function of those joined, and what nobody else sees runs faster. What
    templates make is not looked through once more, but goes straight into the page.
    """
    for element in root.iterchildren("*"):
        if element.tag not in _TAKEN:
            for name, value in root.items():
                if name not in element.attrib and name not in shared:
                    element.set(name, value)
            element.attrib.pop("visibility", None)
            if element.tag == f"{_XSL}template" and _NODES.match(element.get("as", "")):
                del element.attrib["as"]
            element.tail = None
            yield element


def _used(declarations: "Sequence[etree._Element]") -> "list[etree._Element]":
    """Return declarations without those whose name stands nowhere but where they are declared."""
    names = {
        each: Counter(_NAME.findall(etree.tostring(each, encoding="unicode")))
        for each in declarations
    }
    left, total = set(declarations), Counter[str]()
    for each in left:
        total.update(names[each])
    while unused := {
        each for each in left if _is_called(each) and total[each.get("name", "")] == 1
    }:
        left -= unused
        for each in unused:
            total.subtract(names[each])
    return [each for each in declarations if each in left]


def _is_called(declaration: "etree._Element") -> bool:
    """Tell what does nothing unless it is named elsewhere."""
    return declaration.tag in _CALLED and declaration.get("match") is None


def _together(outputs: Iterable[Output]) -> "etree._Element":
    """Return a module that makes outputs in one run, as strings in the order given."""
    parts = [
        _PART.format(asked=ASKED, mode=output.mode, serialization=_serialization(output))
        for output in outputs
    ]
    return etree.fromstring(_RUN.format(asked=ASKED, mode=TOGETHER, outputs="".join(parts)))


def _serialization(output: Output) -> str:
    """Return how an output is serialized, as ``fn:serialize`` wants it said."""
    said = {
        name: f"tokenize('{value}') ! QName('', .)"
        if name == "suppress-indentation"
        else {"yes": "true()", "no": "false()"}.get(value, f"'{value}'")
        for name, value in output.serialization.items()
    }
    return ", ".join(f"'{name}': {value}" for name, value in said.items())
