"""Write a RELAX NG grammar in its compact syntax."""

import re
from typing import Final

from lxml import etree
from lxml.etree import _Element

from toolkit.odd.reading import kind
from toolkit.odd.valuepatterns import patterns
from toolkit.odd.values import ANNOTATIONS, RNG

_KEYWORDS: Final = frozenset(
    "attribute default datatypes div element empty external grammar include inherit list mixed"
    " namespace notAllowed parent start string text token".split()
)
_JOINTS: Final = {"choice": " | ", "group": ", ", "interleave": " & "}
_TIMES: Final = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
_SPACE: Final = re.compile(r"\s+")
_WIDTH: Final = 96


def to_compact(grammar: bytes) -> bytes:
    """Return a grammar that this package has written, in the compact syntax."""
    root = etree.fromstring(grammar)
    writer = _Writer(root)
    body = [writer.component(part) for part in patterns(root)]
    note = [str(node.text).strip() for node in root.itersiblings(preceding=True)]
    return "\n".join([*(f"# {line}" for line in note), *writer.head(), "", *body, ""]).encode()


class _Writer:
    def __init__(self, root: _Element) -> None:
        self._own = root.get("ns", "")
        self._prefixes: dict[str, str] = {}
        for node in root.iter(f"{{{RNG}}}*"):
            space = node.get("ns")
            if space and space != self._own and space not in self._prefixes:
                self._prefixes[space] = f"ns{len(self._prefixes) + 1}"

    def head(self) -> list[str]:
        """Return the declarations at the top."""
        return [
            f'default namespace tei = "{self._own}"',
            f'namespace a = "{ANNOTATIONS}"',
            *(f'namespace {prefix} = "{space}"' for space, prefix in self._prefixes.items()),
        ]

    def component(self, part: _Element) -> str:
        """Return one definition."""
        name = "start" if kind(part) == "start" else _identifier(part.get("name", ""))
        return f"{name} =\n  {self._inside(part, 1)}"

    def _inside(self, node: _Element, depth: int, joint: str = ", ") -> str:
        found = [self._one(part, depth) for part in patterns(node)]
        line = joint.join(found)
        if len(found) == 1 or (len(line) + 2 * depth <= _WIDTH and "\n" not in line):
            return line
        return f"{joint.rstrip()}\n{'  ' * depth}".join(found)

    def _one(self, node: _Element, depth: int) -> str:  # noqa: PLR0911 -- one case a kind
        match kind(node):
            case "ref":
                return _identifier(node.get("name", ""))
            case "text" | "empty" | "notAllowed" as word:
                return word
            case "element" | "attribute" as word:
                return self._named(node, word, depth)
            case "optional" | "zeroOrMore" | "oneOrMore" as word:
                return f"{self._grouped(node, depth)}{_TIMES[word]}"
            case "list":
                return f"list {{ {self._inside(node, depth + 1)} }}"
            case "value":
                return _quoted(node.text or "")
            case "data":
                return _data(node)
            case word:
                return self._bracketed(node, depth, _JOINTS[word])

    def _grouped(self, node: _Element, depth: int) -> str:
        parts = patterns(node)
        if len(parts) > 1:
            return self._bracketed(node, depth, ", ")
        inside = self._one(parts[0], depth)
        return f"({inside})" if kind(parts[0]) in _TIMES else inside

    def _bracketed(self, node: _Element, depth: int, joint: str) -> str:
        return f"({self._inside(node, depth + 1, joint)})"

    def _named(self, node: _Element, word: str, depth: int) -> str:
        parts, name = patterns(node), node.get("name")
        if name is None:
            shown, parts = self._names(parts[0]), parts[1:]
        else:
            shown = self._qualified(name, node.get("ns"))
        pad = "  " * (depth + 1)
        body = f",\n{pad}".join(self._one(part, depth + 1) for part in parts) or "text"
        notes = _notes(node, "  " * depth)
        if len(body) + len(pad) <= _WIDTH and "\n" not in body:
            return f"{notes}{word} {shown} {{ {body} }}"
        return f"{notes}{word} {shown} {{\n{pad}{body}\n{'  ' * depth}}}"

    def _qualified(self, name: str, space: str | None) -> str:
        if space in {None, self._own} or not space:
            return name if ":" in name else _identifier(name)
        return f"{self._prefixes[space]}:{name}"

    def _names(self, node: _Element) -> str:
        """Return a class of names."""
        inside = patterns(node)
        match kind(node):
            case "name":
                return self._qualified(node.text or "", node.get("ns"))
            case "choice":
                return f"({' | '.join(map(self._names, inside))})"
            case "except":
                return f"({' | '.join(map(self._names, inside))})"
            case "nsName":
                space = node.get("ns")
                wide = f"{self._prefixes[space]}:*" if space in self._prefixes else "tei:*"
            case _:
                wide = "*"
        return f"{wide} - {self._names(inside[0])}" if inside else wide


def _data(node: _Element) -> str:
    params = [f"{part.get('name')} = {_quoted(part.text or '')}" for part in patterns(node)]
    shown = f"xsd:{node.get('type')}"
    return f"{shown} {{ {' '.join(params)} }}" if params else shown


def _notes(node: _Element, pad: str) -> str:
    """Return the documentation and the default value of an element or attribute."""
    said = [
        "## " + _SPACE.sub(" ", child.text or "").strip()
        for child in node.iterchildren(f"{{{ANNOTATIONS}}}documentation")
    ]
    default = node.get(f"{{{ANNOTATIONS}}}defaultValue")
    said += [f"[ a:defaultValue = {_quoted(default)} ]"] if default is not None else []
    return "".join(f"{line}\n{pad}" for line in said)


def _identifier(name: str) -> str:
    return f"\\{name}" if name in _KEYWORDS else name


def _quoted(text: str) -> str:
    """Return a literal; quotation marks of both kinds need three round them."""
    for mark in ('"', "'", '"""', "'''"):
        if mark not in text and not text.endswith(mark[0]) and ("\n" not in text or len(mark) > 1):
            return f"{mark}{text}{mark}"
    return " ~ ".join(_quoted(part) for part in re.split(r"(?<=')(?=\")|(?<=\")(?=')", text))
