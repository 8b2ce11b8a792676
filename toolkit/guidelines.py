"""What the guidelines say of a rule, as plain text for a terminal or an editor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent, wrap
from typing import Final

from lxml import etree
from lxml.etree import QName, _Element

from toolkit.check.wording import closest
from toolkit.errors import SchemaError, UnknownRuleError, unreadable
from toolkit.reading.document import TEI, XML_ID
from toolkit.resources import SCHEMA

_EXAMPLES: Final = "http://www.tei-c.org/ns/Examples"
_LIKE: Final = 0.5
_WIDTH: Final = 88
_QUOTED: Final = {"gi": "<{}>", "att": "@{}", "code": "{}", "ident": "{}"}


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the guidelines, or the rule that it explains."""

    rule: str
    title: str
    summary: str
    text: str


def sections(odd: Path = SCHEMA / "edition.odd") -> dict[str, Section]:
    """Return what the guidelines say of each rule.

    Raises:
        SchemaError: the ODD cannot be read.
    """
    try:
        changed = odd.stat().st_mtime_ns
    except OSError as error:
        raise SchemaError(odd, unreadable(odd)) from error
    return _sections(odd, changed)


def explain(rule: str, odd: Path = SCHEMA / "edition.odd") -> str:
    """Return the section of the guidelines that explains a rule.

    Raises:
        SchemaError: the ODD cannot be read.
        UnknownRuleError: it has no such rule.
    """
    known = sections(odd)
    if rule not in known:
        raise UnknownRuleError(rule, closest(rule, known, _LIKE))
    return known[rule].text


@cache
def _sections(odd: Path, changed: int) -> dict[str, Section]:  # noqa: ARG001 -- a change makes it read again
    parser = etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True)
    try:
        root = etree.parse(str(odd), parser).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise SchemaError(odd, f"cannot be read: {error}") from error
    divisions = {div.get(XML_ID, ""): div for div in root.iter(f"{{{TEI}}}div")}
    found = {}
    checks = divisions.get("checks")
    for div in checks.iterchildren(f"{{{TEI}}}div") if checks is not None else ():
        rule = div.get(XML_ID, "")
        found[rule] = Section(rule, _title(div), _first(div), _text(rule, div))
    for spec in root.iter(f"{{{TEI}}}constraintSpec"):
        rule = spec.get("ident", "")
        about = divisions.get(spec.get("corresp", "").removeprefix("#"))
        if spec.find(f"{{{TEI}}}constraint") is not None and about is not None:
            summary = _plain(spec.find(f"{{{TEI}}}desc"))
            found[rule] = Section(rule, _title(about), summary, _rule_text(rule, spec, about))
    return dict(sorted(found.items()))


def _title(div: _Element) -> str:
    return _plain(div.find(f"{{{TEI}}}head"))


def _first(div: _Element) -> str:
    """Return the first sentence of a section."""
    return re.split(r"(?<=\.)\s(?=[^a-z])", _plain(div.find(f"{{{TEI}}}p")))[0]


def _text(rule: str, div: _Element) -> str:
    head = f"{_title(div)} [{rule}]"
    return "\n\n".join([f"{head}\n{'=' * len(head)}", *_blocks(div)]) + "\n"


def _rule_text(rule: str, spec: _Element, about: _Element) -> str:
    """Return a rule, what it says when it is broken, and the section about its subject."""
    said = [_plain(e) for e in spec.iter("{*}assert", "{*}report")]
    messages = [_filled(f"- {message}", "  ") for message in dict.fromkeys(said)]
    head = f"{_title(about)} [{rule}]"
    parts = [f"{head}\n{'=' * len(head)}", _filled(_plain(spec.find(f"{{{TEI}}}desc")))]
    parts += ["It is reported as:\n" + "\n".join(messages)] if messages else []
    return "\n\n".join([*parts, *_blocks(about)]) + "\n"


def _blocks(div: _Element) -> Iterator[str]:
    for node in div.iterchildren("*"):
        name = QName(node).localname
        if name == "egXML":
            yield _example(node)
        elif name == "list":
            yield "\n".join(_filled(f"- {_plain(item)}", "  ") for item in node.iterchildren("*"))
        elif name == "p":
            yield _filled(_plain(node))


def _filled(text: str, later: str = "") -> str:
    return "\n".join(wrap(text, _WIDTH, subsequent_indent=later, break_on_hyphens=False))


def _plain(node: _Element | None) -> str:
    """Return the text of an element, with the names of elements and attributes marked."""
    if node is None:
        return ""
    return " ".join("".join(_pieces(node)).split())


def _pieces(node: _Element) -> Iterator[str]:
    yield node.text or ""
    for child in node.iterchildren("*"):
        name = QName(child).localname
        if name in {"value-of", "name"}:
            yield "…"
        elif name in _QUOTED:
            yield _QUOTED[name].format("".join(child.itertext()))
        else:
            yield from _pieces(child)
        yield child.tail or ""


def _example(node: _Element) -> str:
    """Return an example as it would stand in a file, indented."""
    text = "".join(etree.tostring(child, encoding="unicode") for child in node.iterchildren("*"))
    text = text.replace(f' xmlns="{_EXAMPLES}"', "")
    text = re.sub(r' xmlns:\w+="[^"]*"', "", text)
    first, _, rest = text.strip().partition("\n")
    lines = [first, *dedent(rest).splitlines()]
    return "\n".join(f"    {line}".rstrip() for line in lines)
