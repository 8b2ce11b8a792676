"""Short forms of pointers that a document declares, such as ``psn:curie``."""

import re

from toolkit.check.survey import survey
from toolkit.document import Document


class Prefixes:
    """The prefixes that a document declares with ``prefixDef``."""

    def __init__(self, document: Document) -> None:
        self._known: dict[str, list[tuple[str, str]]] = {}
        for node in survey(document).named("prefixDef"):
            pair = (node.get("matchPattern", "(.+)"), node.get("replacementPattern", ""))
            self._known.setdefault(node.get("ident", ""), []).append(pair)

    def resolve(self, pointer: str) -> str | None:
        """Return what a pointer stands for, "" if unknown; None if it is not declared."""
        prefix, _, rest = pointer.partition(":")
        if prefix not in self._known:
            return None
        for pattern, replacement in self._known[prefix]:
            try:
                found = re.fullmatch(pattern, rest)
                if found:
                    return found.expand(re.sub(r"\$(\d)", r"\\\1", replacement))
            except (re.error, IndexError):
                continue
        return ""
