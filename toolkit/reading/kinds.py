"""What a file is that is no XML, told by how it begins."""

from typing import Final

_WORD: Final = "a document of a word processor"
# How files begin, and what they are.
_BEGINNINGS: Final = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"%PDF", "a PDF"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"\0\0\0\x0cjP  ", "an image (JPEG 2000)"),
    (b"AT&TFORM", "a scanned book (DjVu)"),
    (b"{\\rtf", f"RTF, {_WORD}"),
    (b"\xd0\xcf\x11\xe0", f"an old .doc, {_WORD}"),
    (b"%!PS", "PostScript"),
    (b"\x4c\x6f\xa7\x94\x93", "text in EBCDIC"),
    (b"ID3", "a sound recording (MP3)"),
    (b"SQLite format 3", "a database (SQLite)"),
)
# What archives hold that are more than archives.
_INSIDE: Final = (
    (b"word/", f"a .docx, {_WORD}"),
    (b"xl/", "a spreadsheet (.xlsx)"),
    (b"opendocument.text", f"an .odt, {_WORD}"),
    (b"opendocument.spreadsheet", "a spreadsheet (.ods)"),
    (b"epub+zip", "an EPUB"),
)
_LOOKED_AT: Final = 4096


def kind_of(source: bytes) -> str:
    """Return what a file is, if it is neither XML nor text; nothing otherwise."""
    if source.startswith(b"PK\x03\x04"):
        names = source[:_LOOKED_AT] + source[-_LOOKED_AT:]
        return next((name for mark, name in _INSIDE if mark in names), "a zip archive")
    for beginning, name in _BEGINNINGS:
        if source.startswith(beginning):
            return name
    text = source.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or b"<" in source[:8]
    return "" if text or b"\0" not in source[:_LOOKED_AT] else "no text, but binary data"
