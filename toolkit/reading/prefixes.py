"""Short forms of pointers that a document declares, such as ``psn:curie``."""

import re
from collections.abc import Iterable
from typing import Final

from lxml.etree import _Element

# A pattern comes with the document, so one that could search for ever is not followed: where a
# group is repeated, or much is repeated over a long pointer.
_REPEATED_GROUP: Final = re.compile(r"(?<!\\)\)[*+{]")
_REPEATED: Final = re.compile(r"(?<!\\)[*+{]")
_MOST, _LONGEST = 3, 100


def _is_quick(pattern: str, pointer: str) -> bool:
    repeated = len(_REPEATED.findall(pattern))
    short = repeated <= 1 or len(pointer) <= _LONGEST
    return repeated <= _MOST and short and not _REPEATED_GROUP.search(pattern)


def _expanded(rest: str, pattern: str, replacement: str) -> str | None:
    """Return what a pattern makes of a pointer, None if it does not match, "" if not followed."""
    if not _is_quick(pattern, rest):
        return ""
    try:
        found = re.fullmatch(pattern, rest)
        return found.expand(re.sub(r"\$(\d)", r"\\\1", replacement)) if found else None
    except (re.error, IndexError):
        return ""


class Prefixes:
    """The prefixes that a document declares with ``prefixDef``."""

    def __init__(self, declared: Iterable[_Element]) -> None:
        """Take the ``prefixDef`` elements of a document."""
        self._known: dict[str, list[tuple[str, str]]] = {}
        for node in declared:
            pair = (node.get("matchPattern", "(.+)"), node.get("replacementPattern", ""))
            self._known.setdefault(node.get("ident", ""), []).append(pair)

    def resolve(self, pointer: str) -> list[str] | None:
        """Return what a pointer may stand for, the first declared first; None if undeclared.

        Where no pattern could be followed it is "", which is nothing that can be judged.
        """
        prefix, _, rest = pointer.partition(":")
        if prefix not in self._known:
            return None
        found = [_expanded(rest, *pair) for pair in self._known[prefix]]
        known = [meaning for meaning in found if meaning]
        return known or ([""] if "" in found else [])
