"""Write a derived file: always the same bytes, and a warning that it is derived."""

from lxml import etree
from lxml.etree import _Element

from toolkit.odd.model import Schema


def derived(root: _Element, schema: Schema) -> bytes:
    """Return a derived file, indented, with a note on where it comes from."""
    etree.indent(root)
    note = f" Generated from {schema.ident}.odd: do not edit. "
    parts = [
        b'<?xml version="1.0" encoding="UTF-8"?>',
        etree.tostring(etree.Comment(note)),
        etree.tostring(root, encoding="utf-8"),
    ]
    return b"\n".join(parts) + b"\n"
