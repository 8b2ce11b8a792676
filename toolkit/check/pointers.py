"""Whether every pointer and inclusion arrives, in the document or beside it; ids are used once."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from toolkit.check.finding import Finding, problems
from toolkit.check.identifiers import duplicates
from toolkit.check.includes import missing
from toolkit.check.mending import Mend
from toolkit.check.neighbours import Neighbours
from toolkit.check.survey import Pointer, split, survey
from toolkit.check.wording import closest
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document
from toolkit.reading.prefixes import Prefixes

DANGLING: Final = "dangling-pointer"
PREFIX: Final = "unknown-prefix"

# Looking for what was meant takes time; beyond so many faults it would help nobody.
_SUGGESTIONS: Final = 25
_SCHEMES: Final = frozenset(
    "http https ftp file mailto urn doi data tag info geo tel ark hdl orcid isbn iiif xpath".split()
)
_ADDRESS: Final = re.compile(r"www\.|[\w\-]+\.(?:com|de|edu|eu|fr|info|io|net|org|uk)/")
_PREFIXED: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)", re.DOTALL)


def check(document: Document) -> Iterator[Problem]:
    """Give every duplicate identifier, and inclusions and pointers that arrive nowhere."""
    yield from duplicates(document)
    yield from problems(document, missing(document))
    yield from problems(document, _Targets(document).findings())


class _Targets:
    """What the pointers of one document may point to."""

    def __init__(self, document: Document) -> None:
        self._survey = survey(document)
        self._known: Collection[str] = self._survey.identifiers
        self._neighbours = Neighbours(document)
        self._prefixes = Prefixes(self._survey.named("prefixDef"))
        self._meant: dict[str, str] = {}
        self._strange: set[str] = set()

    def findings(self) -> Iterator[Finding]:
        """Give the pointers that arrive nowhere."""
        for pointer in self._survey.pointers:
            target = pointer.target
            if target[0] == "#":
                yield from self._local(pointer, target[1:])
            elif found := _PREFIXED.match(target):
                yield from self._prefixed(pointer, found[1])
            else:
                yield from self._relative(pointer, target)

    def _local(self, pointer: Pointer, name: str) -> Iterator[Finding]:
        if name in self._known or "(" in name or name in self._neighbours.included:
            return
        if not name:
            value = pointer.element.get(pointer.attribute, "")
            if value.strip() == "#":
                message = f'@{pointer.attribute} points to "#" alone, which is nothing'
                advice = "write the identifier that is meant behind the #"
                yield Finding(pointer.element, DANGLING, message, advice)
                return
            joined = re.sub(r"#\s+", "#", value)
            message = f'@{pointer.attribute} points to "{value}", where a space follows the #'
            mend = Mend("value", pointer.attribute, joined)
            yield Finding(pointer.element, DANGLING, message, f'write "{joined}"', mend=mend)
            return
        message = f'@{pointer.attribute} points to "{pointer.target}", but nothing has that xml:id'
        parts = [part.strip("#") for part in re.split("[,;|]+", name) if part.strip("#")]
        if len(parts) > 1 and all(part in self._known for part in parts):
            listed = " ".join(f"#{part}" for part in parts)
            mend = self._mend(pointer, listed)
            advice = f'write "{listed}", with spaces between pointers'
            yield Finding(pointer.element, DANGLING, message, advice, mend=mend)
            return
        meant = self._closest(name)
        if not meant:
            advice = "correct it, or give what is meant this xml:id"
            yield Finding(pointer.element, DANGLING, message, advice)
            return
        same = re.sub(r"[\W_]", "", meant).lower() == re.sub(r"[\W_]", "", name).lower()
        sure = self._mend(pointer, f"#{meant}") if same else None
        advice = f'did you mean "#{meant}"?'
        yield Finding(pointer.element, DANGLING, message, advice, mend=sure)

    def _mend(self, pointer: Pointer, target: str) -> Mend:
        value = pointer.element.get(pointer.attribute, "")
        words = [target if word == pointer.target else word for word in split(value)]
        return Mend("value", pointer.attribute, " ".join(words))

    def _closest(self, name: str) -> str:
        if name not in self._meant:
            few = len(self._meant) < _SUGGESTIONS
            self._meant[name] = closest(name, self._known) if few else ""
        return self._meant[name]

    def _named(self, name: str) -> str:
        """Return the one identifier that ends in a name, as ``place_rome`` ends in Rome."""
        if not name.isalpha():
            return ""
        found = [i for i in self._known if re.split(r"[_.\-]", i)[-1].lower() == name.lower()]
        return found[0] if len(found) == 1 else ""

    def _prefixed(self, pointer: Pointer, prefix: str) -> Iterator[Finding]:
        if prefix.lower() in _SCHEMES:
            return
        resolved = self._prefixes.resolve(pointer.target)
        if resolved is None and prefix not in self._strange:
            self._strange.add(prefix)
            message = f'the prefix "{prefix}:" of "{pointer.target}" is declared nowhere'
            advice = f'add a <prefixDef ident="{prefix}"> to listPrefixDef, or write a full address'
            yield Finding(pointer.element, PREFIX, message, advice, Level.WARNING)
        elif resolved == []:
            message = f'"{pointer.target}" matches no pattern of the prefix "{prefix}:"'
            advice = "correct it, or the matchPattern of its <prefixDef>"
            yield Finding(pointer.element, PREFIX, message, advice, Level.WARNING)
        elif resolved:
            ways = [list(self._resolved(pointer, meaning)) for meaning in resolved]
            yield from ways[0] if all(ways) else ()

    def _resolved(self, pointer: Pointer, target: str) -> Iterator[Finding]:
        """Give what is wrong with one of the targets that a prefix stands for."""
        if target.startswith("#"):
            yield from self._local(pointer, target[1:])
        elif target and not _PREFIXED.match(target):
            yield from self._relative(pointer, target)

    def _relative(self, pointer: Pointer, target: str) -> Iterator[Finding]:
        value = pointer.element.get(pointer.attribute, "")
        if "://" in value.split()[0] and not ("#" in target or target.endswith(".xml")):
            message = f'@{pointer.attribute} holds an address with a space in it: "{value}"'
            advice = f'write "{value.replace(" ", "%20")}", or correct it'
            yield Finding(pointer.element, DANGLING, message, advice)
            return
        if _ADDRESS.match(target):
            message = f'@{pointer.attribute} holds the address "{target}" without its beginning'
            yield Finding(pointer.element, DANGLING, message, f'write "https://{target}"')
            return
        if target in self._known:
            if "# " in pointer.element.get(pointer.attribute, ""):
                return  # said already
            message = f'@{pointer.attribute} points to "{target}" without a number sign'
            advice = f'write "#{target}"'
            mend = self._mend(pointer, f"#{target}")
            yield Finding(pointer.element, DANGLING, message, advice, mend=mend)
            return
        if pointer.attribute == "ref" and (named := self._named(target)):
            message = f'@ref holds "{target}", which is a name and no pointer'
            yield Finding(pointer.element, DANGLING, message, f'did you mean "#{named}"?')
            return
        missing, meant = self._neighbours.missing(target, pointer.element)
        if missing:
            message = f'@{pointer.attribute} points to "{pointer.target}", but {missing}'
            advice = f'did you mean "{meant}"?' if meant else "correct it, or add what is meant"
            yield Finding(pointer.element, DANGLING, message, advice)
