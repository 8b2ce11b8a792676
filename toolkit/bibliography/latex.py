"""LaTeX as it is met in .bib files, as plain text."""

import re
import unicodedata
from typing import Final

from toolkit.bibliography.fonts import protected, signed, tagged, unsigned, with_formulas

_ACCENTS: Final = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
_LETTERS: Final = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "guillemotleft": "«",
    "guillemotright": "»",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "ldots": "…",
    "dots": "…",
    "textquotesingle": "'",
    "textasciicircum": "^",
    "textdegree": "°",
    "textellipsis": "…",
    "textbar": "|",
    "S": "§",
    "P": "¶",
    "copyright": "©",
    "pounds": "£",
    "euro": "€",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
}
# What only spaces the text.
_SPACES: Final = frozenset("relax protect noindent quad qquad newline linebreak hskip".split())
_ACCENT: Final = re.compile(
    r"\\(?:([`'^~\"=.])\s*|([uvHckrdb])(?![A-Za-z])\s*)(?:\{\s*(\\?[^\W\d_])?\s*\}|(\\?[^\W\d_]))"
)
_LINK: Final = re.compile(r"\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}")
_LETTER: Final = re.compile(r"\\([A-Za-z]+)(?:\{\}|[ \t]+|(?![A-Za-z]))")
_ESCAPED: Final = re.compile(r"\\([&%$#_{}])")
_DASHES: Final = ((r"(?<!-)---(?!-)", "—"), (r"(?<!-)--(?!-)", "–"))
_QUOTES: Final = (("``", "“"), ("''", "”"), ("~", "\u00a0"))
# Characters of private use, in which escaped braces outlive the removal of the others.
_KEPT: Final = {"{": "\ue000", "}": "\ue001"}


def plain(text: str, *, marked: bool = False) -> str:
    """Return a field's text without LaTeX: accents as letters, groups dissolved.

    Fonts are left out, or `marked` by the tags that CSL has for them.
    """
    formulas: list[str] = []
    done = signed(_LINK.sub(r"\1", text), formulas)
    done = _ACCENT.sub(_accented, protected(done) if marked else done)
    done = _ESCAPED.sub(lambda hit: _KEPT.get(hit[1], hit[1]), done)
    done = _LETTER.sub(_letter, done)
    for pattern, dash in _DASHES:
        done = re.sub(pattern, dash, done)
    for sign, mark in _QUOTES:
        done = done.replace(sign, mark)
    done = done.replace("{", "").replace("}", "")
    for brace, kept in _KEPT.items():
        done = done.replace(kept, brace)
    done = " ".join(re.sub(r"[ \t\n]+", " ", done).split(" ")).strip()
    return with_formulas((tagged if marked else unsigned)(done), formulas)


def not_understood(text: str, *, marked: bool) -> list[str]:
    """Return the commands and formulas of a field that its plain text does not do justice to."""
    formulas: list[str] = []
    left = signed(text, formulas) if marked else text
    known = {*_LETTERS, *_SPACES} | {name for name in _ACCENTS if name.isalpha()}
    commands = dict.fromkeys(re.findall(r"\\([A-Za-z]+)", left))
    return [*formulas, *(f"\\{name}" for name in commands if name not in known)]


def _accented(hit: re.Match[str]) -> str:
    letter = (hit[3] or hit[4] or "").removeprefix("\\")
    accent = _ACCENTS[hit[1] or hit[2]]
    if not letter:
        return {"~": "~", "^": "^"}.get(hit[1] or "", "")
    return unicodedata.normalize("NFC", letter + accent)


def _letter(hit: re.Match[str]) -> str:
    """Return a letter that has a command of its own; other commands leave their argument."""
    return _LETTERS.get(hit[1], "")
