"""The edition as an EPUB 3: one file for a reading system, the same bytes at every run."""

from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from toolkit.making.build import with_version
from toolkit.making.rendering import render
from toolkit.reading.document import Document
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import stylesheets

_FOLDER: Final = XSLT / "epub"
# The first year that a zip file can name; no file of an EPUB needs a truer one.
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_UNIX, _READABLE = 3, 0o100644 << 16


def make_epub(document: Document, parameters: Mapping[str, str] | None = None) -> bytes:
    """Return an edition as an EPUB: text, notes that pop up, registers, accessibility metadata.

    Raises:
        StylesheetError: a stylesheet stopped.
    """
    made = render(document, tuple(stylesheets(_FOLDER)), with_version(parameters))
    files = dict(sorted(made.outputs.items()))
    files["epub.css"] = (_FOLDER / "epub.css").read_bytes()
    container = (_FOLDER / "container.xml").read_bytes()
    return _packed(
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": container}
        | {f"EPUB/{name}": content for name, content in files.items()}
    )


def _packed(files: Mapping[str, bytes]) -> bytes:
    """Return a zip file of files in their order; the first is not compressed."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for number, (name, content) in enumerate(files.items()):
            entry = ZipInfo(name, _DATE)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            entry.compress_type = ZIP_DEFLATED if number else ZIP_STORED
            archive.writestr(entry, content)
    return packed.getvalue()
