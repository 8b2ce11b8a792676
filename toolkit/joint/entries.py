"""The joint entries of a store, and where each stands: read from it as they are asked for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from json import loads
from typing import Any, NamedTuple

from toolkit.joint.matching import Match, Told, match, told
from toolkit.joint.store import Store


@dataclass(frozen=True, slots=True)
class Joint:
    """Entries of documents that are one."""

    ident: str
    chief: Told
    """The member that speaks for all."""
    found: Match

    @property
    def kind(self) -> str:
        """What it is an entry of: as ``person`` or ``place``."""
        return str(self.chief.entry["kind"])


class Place(NamedTuple):
    """Where a joint entry stands in one document."""

    document: int
    """Its place among all, which outputs number it by."""
    address: str
    mentions: int
    by_name: bool
    """Whether only the name joins it to the others."""


@dataclass(frozen=True, slots=True)
class _Holders:
    """The documents that tell of an entry: too many, all entries together, to be remembered."""

    store: Store
    number: int
    count: int

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[int]:
        return (document for document, _ in self.store.holders(self.number))


def joint_entries(store: Store) -> list[Joint]:
    """Return the joint entries of all documents."""
    held = [
        (_Holders(store, number, count), first, loads(entry))
        for number, entry, count, first in store.entries()
    ]
    _name_registers(held, store)
    every = [told(holders.number, entry, holders) for holders, _, entry in held]
    idents: Counter[str] = Counter()
    joint = []
    for found in match(every):
        chief = _chief(found)
        joint.append(Joint(_ident(str(chief.entry["id"]), idents), chief, found))
    return joint


def places(store: Store, joint: Joint, order: Mapping[int, int]) -> Iterator[Place]:
    """Give where a joint entry stands, each member's documents in their order."""
    for one in joint.found.members:
        address, by_name = str(one.entry["address"]), one.number in joint.found.by_name
        held = sorted(
            (order[document], mentions) for document, mentions in store.holders(one.number)
        )
        for document, mentions in held:
            yield Place(document, address, int(mentions), by_name)


def _name_registers(held: Iterable[tuple[_Holders, int, dict[str, Any]]], store: Store) -> None:
    """Note of the entries of a document that others have them from it."""
    registers = {str(e["source"]).rpartition("#")[0] for *_, e in held if e.get("source")}
    files = {known.number: known.about.get("file") for known in store.documents()}
    for holders, document, entry in held:
        file = files.get(document)
        if file in registers and len(holders) == 1 and not entry.get("source"):
            entry["source"] = f"{file}#{entry['id']}"


def _chief(found: Match) -> Told:
    """Return the member that most documents hold, and of those the one that says most.

    What only stands for an entry is chosen where there is none.
    """
    return max(
        (one for one in found.members if one.number not in found.by_name),
        key=lambda one: (
            is_listed(one),
            len(one.documents),
            len(one.identifiers),
            len(str(one.entry)),
        ),
    )


def is_listed(one: Told) -> bool:
    """Tell an entry from a key or an address that names have instead of one."""
    return one.entry.get("listed") is not False


def _ident(ident: str, taken: Counter[str]) -> str:
    taken[ident] += 1
    return ident if taken[ident] == 1 else _ident(f"{ident}-{taken[ident]}", taken)
