"""Elements that come from entities: libxml2 leaves them in no namespace, which is mended here."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

_PREFIX: Final = re.compile(r"Namespace prefix (\S+) ")


def hold_markup(root: "etree._Element | None") -> bool:
    """Whether a document declares entities with elements in them."""
    dtd = None if root is None else root.getroottree().docinfo.internalDTD
    return dtd is not None and any("<" in (entity.content or "") for entity in dtd.iterentities())


def is_settled(entry: "etree._LogEntry", root: "etree._Element | None") -> bool:
    """Whether a fault is only that a prefix in an entity was looked for in the entity alone."""
    found = _PREFIX.match(entry.message) if "UNDEFINED_NAMESPACE" in entry.type_name else None
    return bool(found and root is not None and hold_markup(root) and found[1] in root.nsmap)


def settle_names(root: "etree._Element") -> None:
    """Put the elements of entities into the namespaces that their names have where they stand."""
    if not hold_markup(root):
        return
    for element in root.iter("*"):
        tag = str(element.tag)
        if not tag.startswith("{"):
            prefix, _, local = tag.rpartition(":")
            namespace = element.nsmap.get(prefix or None)
            if namespace:  # an empty one was asked for with xmlns=""
                element.tag = f"{{{namespace}}}{local}"
