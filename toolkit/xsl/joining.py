"""Several stylesheets as one, so that the modules they share are compiled once.

A stylesheet that can be joined declares its own mode as its ``default-mode``; then what it
does with the document and what its modules do in the unnamed mode stay apart.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import CORPUS, parts

_XSL: Final = "{http://www.w3.org/1999/XSL/Transform}"
_TAKEN: Final = (f"{_XSL}include", f"{_XSL}import", f"{_XSL}output")
# What a template makes, where the stylesheet asks that it be nodes: no more than a test of itself.
_NODES: Final = re.compile(r"(element|attribute|text|node|document-node|empty-sequence)\(")
# The mode in which a joined stylesheet makes several outputs in one run, in which they share what
# is cached: the length of each, in the modes that are named by the parameter, and then all of them.
TOGETHER: Final = "together"
ASKED: Final = "together-asked"
_RUN: Final = """
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="{asked}"/>
  <xsl:mode name="{mode}" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:template match="/" mode="{mode}">
    <xsl:variable name="texts" as="item()*">{outputs}</xsl:variable>
    <xsl:value-of select="$texts ! string-length(), string-join($texts)" separator=" "/>
  </xsl:template>
</xsl:stylesheet>"""
_PART: Final = """
<xsl:if test="tokenize(${asked}) = '{mode}'">
  <xsl:variable name="made" as="item()*">
    <xsl:apply-templates select="." mode="{mode}"/>
  </xsl:variable>
  <xsl:sequence select="serialize($made, map {{{serialization}}})"/>
</xsl:if>"""


@dataclass(frozen=True, slots=True)
class Joined:
    """The text of one stylesheet that does the work of several."""

    text: str = field(repr=False)
    outputs: Mapping[Path, "Output"]


@dataclass(frozen=True, slots=True)
class Output:
    """How a stylesheet among those joined makes its file."""

    mode: str
    serialization: Mapping[str, str]


def joinable(stylesheets: Sequence[Path]) -> dict[tuple[Path, Path | None], list[Path]]:
    """Return the toolkit's own pages among stylesheets, by folder and what is laid over them."""
    found: dict[tuple[Path, Path | None], list[Path]] = {}
    for path in stylesheets:
        ours, over = parts(path)
        if ours.resolve().parent in {XSLT.resolve(), (XSLT / CORPUS).resolve()}:
            found.setdefault((ours.parent, over), []).append(path)
    return found


def join(stylesheets: Sequence[Path]) -> Joined:
    """Join stylesheets of the toolkit, which include their modules, into one."""
    ours = {sheet: parts(sheet)[0].resolve() for sheet in stylesheets}
    roots = _modules(ours.values())
    spaces = {k: v for root in roots.values() for k, v in root.nsmap.items()}
    shared: dict[str, str] = dict(set.intersection(*(set(root.items()) for root in roots.values())))
    whole = etree.Element(f"{_XSL}stylesheet", {"version": "3.0"} | shared, nsmap=spaces)
    outputs = {sheet: _output(roots[path]) for sheet, path in ours.items()}
    for root in roots.values():
        whole.extend(list(_declarations(root, shared)))
    whole.extend(list(_declarations(_together(outputs.values()), shared)))
    return Joined(etree.tostring(whole, encoding="unicode"), outputs)


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


def _together(outputs: "Iterable[Output]") -> "etree._Element":
    """Return a module that makes outputs in one run, as strings in the order given."""
    parts = [
        _PART.format(asked=ASKED, mode=output.mode, serialization=_serialization(output))
        for output in outputs
    ]
    return etree.fromstring(_RUN.format(asked=ASKED, mode=TOGETHER, outputs="".join(parts)))


def _serialization(output: "Output") -> str:
    """Return how an output is serialized, as ``fn:serialize`` wants it said."""
    said = {
        name: f"tokenize('{value}') ! QName('', .)"
        if name == "suppress-indentation"
        else {"yes": "true()", "no": "false()"}.get(value, f"'{value}'")
        for name, value in output.serialization.items()
    }
    return ", ".join(f"'{name}': {value}" for name, value in said.items())
