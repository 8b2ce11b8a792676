"""What libxml2 itself says, where no explanation of our own is to be had."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.check.values import KINDS
from toolkit.check.wording import closest
from toolkit.errors import SchemaError
from toolkit.problems import Problem
from toolkit.reading.document import Document, where
from toolkit.reading.inclusions import INCLUDE

_ADVICE: Final = "the schemas disagree here: please report this"
_SECONDS: Final = 60
# libxml2 can take for ever over a grammar, so a process that may be ended tries first.
_TRIAL: Final = (
    "import sys; from lxml import etree; tree = etree.parse(sys.argv[1])\n"
    "(etree.XMLSchema if sys.argv[1].endswith('.xsd') else etree.RelaxNG)(tree)"
)
_NAMESPACE: Final = re.compile(r"\{[^}']*\}")
# What libxml2 says, and what an editor understands.
_MEANT: Final = (
    (r"Element '([^']*)': This element is not expected\. Expected is (?:one of )?\( (.*) \)\.",
     "misplaced-element", r"<\1> may not stand here", r"here may stand \2"),
    (r"Element '([^']*)': This element is not expected\.",
     "misplaced-element", r"<\1> may not stand here", "move it or take it out"),
    (r"Element '([^']*)': Missing child element\(s\)\. Expected is (?:one of )?\( (.*) \)\.",
     "incomplete-element", r"<\1> is not complete",
     r"next may stand \2, or what the schema has after these where they may be left out"),
    (r"Element '([^']*)', attribute '([^']*)': The attribute '[^']*' is not allowed\.",
     "unknown-attribute", r"<\1> has no attribute @\2", "take it out, or correct its name"),
    (r"Element '([^']*)': The attribute '([^']*)' is required but missing\.",
     "missing-attribute", r"<\1> lacks @\2", r"add \2"),
    (r"Element '([^']*)', attribute '([^']*)': '([^']*)' is not a valid value of.* 'xs:(\w+)'\.",
     "wrong-value", r'@\2="\3" of <\1> is not allowed', r"\4"),
    (r"Element '([^']*)', attribute '([^']*)': \[facet '\w+'\] The value '([^']*)' .*\{(.*)\}",
     "wrong-value", r'@\2="\3" of <\1> is not allowed', r"\3 among \4"),
    (r"Element '([^']*)', attribute '([^']*)': (?:\[facet '[^']*'\] )?(.*?)\.?$",
     "wrong-value", r"@\2 of <\1> is not allowed: \3", "correct the value"),
    (r"Element '([^']*)': Character content.*",
     "stray-text", r"text stands directly in <\1>", "put it into an element, or take it out"),
    (r"Did not expect element (\S+) there", "misplaced-element",
     r"<\1> may not stand here", "move it or take it out"),
    (r"Expecting an? element (\S*), got nothing", "incomplete-element",
     "this element is not complete", r"add <\1>"),
    (r"Invalid attribute (\S+) for element (\S+)", "unknown-attribute",
     r"@\1 of <\2> is unknown, or its value is wrong", "correct its name or its value"),
    (r"Element (\S+) failed to validate attributes", "wrong-value",
     r"an attribute of <\1> is unknown, wrong or missing", "compare it with the schema"),
    (r"Did not expect text in element (\S+) content", "stray-text",
     r"text stands directly in <\1>", "put it into an element, or take it out"),
)  # fmt: skip
_VAGUE: Final = re.compile(r"failed to validate content|Invalid sequence|Extra (element|content)")


def compiled(path: Path) -> etree.RelaxNG | etree.XMLSchema:
    """Return a schema as libxml2 compiles it.

    Raises:
        SchemaError: it does not compile, or not within a minute.
    """
    command = [sys.executable, "-c", _TRIAL, str(path)]
    try:
        tried = subprocess.run(  # noqa: S603 -- our own interpreter
            command, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        reason = f"was not compiled by libxml2 in {_SECONDS} s; give the ODD it was made from"
        raise SchemaError(path, reason) from error
    if tried.returncode:
        said = tried.stderr.decode(errors="replace").strip().splitlines() or ["unknown reason"]
        raise SchemaError(path, f"cannot be compiled: {said[-1].rpartition('Error: ')[2]}")
    tree = etree.parse(str(path))
    return etree.XMLSchema(tree) if path.suffix == ".xsd" else etree.RelaxNG(tree)


def told(document: Document, schema: etree.RelaxNG | etree.XMLSchema) -> Iterator[Problem]:
    """Give the validator's messages in plain words, at the elements they are about."""
    seen = set()
    entries = [e for e in schema.error_log if not _VAGUE.search(e.message)]
    for entry in entries or list(schema.error_log)[:1]:
        element = _element(document, entry)
        line, column = document.position(element)
        rule, message, advice = _translated(entry.message)
        if (line, column, rule) not in seen:
            seen.add((line, column, rule))
            yield Problem(document.path, line, column, rule, message, advice, where(element))


def _element(document: Document, entry: etree._LogEntry) -> _Element:
    found = document.tree.xpath(entry.path) if entry.path else []
    if isinstance(found, list) and found and isinstance(found[0], _Element):
        return found[0]
    near = (e for e in document.tree.iter("*") if (e.sourceline or 0) >= entry.line)
    return next(near, document.tree.getroot())


def _translated(said: str) -> tuple[str, str, str]:
    plain = _NAMESPACE.sub("", " ".join(said.split()))
    for pattern, rule, message, advice in _MEANT:
        if found := re.match(pattern, plain):
            meant = found.expand(advice)
            return rule, found.expand(message), _value(meant) if rule == "wrong-value" else meant
    return "invalid", plain.rstrip("."), "compare it with the schema"


def _value(advice: str) -> str:
    """Return what to write for a value: of a kind, or the nearest of a list."""
    if advice in KINDS:
        return f"write {KINDS[advice]}"
    value, among, listed = advice.partition(" among ")
    if not among:
        return advice
    names = re.findall(r"'([^']*)'", listed)
    near = closest(value, names, 0.5)
    return (f'did you mean "{near}"? ' if near else "") + f"allowed: {', '.join(names)}"


def said(
    document: Document, rule: str, schema: etree.RelaxNG | etree.XMLSchema
) -> Iterator[Problem]:
    """Give the validator's own messages, or one that stands for its silence.

    Nothing of a document with inclusions: libxml2 does not know what they put in their place.
    """
    if next(document.tree.iter(INCLUDE), None) is not None:
        return
    entries = [(entry.line, entry.message) for entry in schema.error_log]
    for line, message in entries or [(1, "the document is not valid")]:
        yield Problem(document.path, max(line, 1), 1, rule, message.rstrip("."), _ADVICE)
