"""Italics and their kin in titles: how LaTeX, CSL and TEI write them."""

import re
from typing import Final
from xml.sax.saxutils import escape

_REND: Final = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript"}
_SMALL: Final = r"span style=['\"]font-variant:\s*small-caps;?['\"]"
# The innermost pair of tags: what holds no other.
_PAIR: Final = re.compile(
    rf"<(i|b|sup|sub|{_SMALL}|span class=\"nocase\")>([^<>]*)</(i|b|sup|sub|span)>"
)
_COMMANDS: Final = {
    **dict.fromkeys(("emph", "textit", "textsl", "mkbibemph", "em", "it", "sl"), "i"),
    **dict.fromkeys(("textbf", "mkbibbold", "bf"), "b"),
    **dict.fromkeys(("textsc", "sc"), "sc"),
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
FONTS: Final = frozenset(_COMMANDS)
_BEFORE: Final = re.compile(rf"\\({'|'.join(name for name in _COMMANDS if len(name) > 2)})\s*\{{")  # noqa: PLR2004 -- the short ones stand inside
_INSIDE: Final = re.compile(r"\{\s*\\(em|it|sl|bf|sc)(?![A-Za-z])\s*")
_MATH: Final = re.compile(r"(?<!\\)\$([^$]+)\$")
_RAISED: Final = re.compile(r"([\^_])\s*(?:\{([^{}]*)\}|(\w))")
_GREEK: Final = dict(
    zip(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
        "upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(),
        "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ",
        strict=True,
    )
)
# Signs of private use in which tags outlive what becomes of the text round them.
_SIGNS: Final = {
    tag: (chr(0xE010 + 2 * n), chr(0xE011 + 2 * n))
    for n, tag in enumerate((*_REND, "sc", "nocase"))
}
_SPANS: Final = {
    "sc": ('<span style="font-variant:small-caps;">', "</span>"),
    "nocase": ('<span class="nocase">', "</span>"),
}
_TAGS: Final = {
    sign: tag
    for name, signs in _SIGNS.items()
    for sign, tag in zip(
        signs,
        _SPANS.get(name, (f"<{name}>", f"</{name}>")),
        strict=True,
    )
}


def signed(latex: str, formulas: list[str]) -> str:
    """Return LaTeX with a sign before and after what is set in another font, or raised.

    Mathematics that is more than that is put into `formulas`, a sign with its number in its place.
    """
    done = _MATH.sub(lambda hit: _formula(hit, formulas), latex)
    for pattern in (_BEFORE, _INSIDE):
        while hit := pattern.search(done):
            end = _closing(done, hit.end())
            start, stop = _SIGNS[_COMMANDS[hit[1]]]
            done = f"{done[: hit.start()]}{start}{done[hit.end() : end]}{stop}{done[end + 1 :]}"
    return done


def protected(latex: str) -> str:
    """Return LaTeX with signs round what stands in braces, so that its capitals stay.

    Braces that hold an argument, or begin with a command, protect nothing.
    """
    done, at = "", 0
    for hit in re.finditer(r"\{(?![\\\s}])", latex):
        if hit.start() < at or re.search(r"\\([A-Za-z]+\s*|.)?$", latex[at : hit.start()]):
            continue
        end = _closing(latex, hit.end())
        start, stop = _SIGNS["nocase"]
        done += f"{latex[at : hit.start()]}{start}{latex[hit.end() : end]}{stop}"
        at = end + 1
    return done + latex[at:]


def with_formulas(text: str, formulas: list[str]) -> str:
    """Return a text with its formulas, as TeX writes them."""
    return re.sub("\ue050(\\d+)\ue051", lambda hit: formulas[int(hit[1])], text)


def tagged(text: str) -> str:
    """Return a text with the tags of CSL for the signs."""
    return "".join(_TAGS.get(sign, sign) for sign in text)


def unsigned(text: str) -> str:
    """Return a text without the signs."""
    return "".join(sign for sign in text if sign not in _TAGS)


def bare(text: str) -> str:
    """Return a text of CSL without its tags."""
    while "<" in text and (done := _PAIR.sub(r"\2", text)) != text:
        text = done
    return text


def highlighted(text: str) -> str:
    """Return a text of CSL as TEI; a tag that has no partner is text."""
    held: list[str] = []

    def hold(hit: re.Match[str]) -> str:
        if "nocase" in hit[1]:
            held.append('<seg type="nocase">')
            return f"\ue030{len(held) - 1}\ue031{hit[2]}\ue033"
        held.append(f'<hi rend="{_REND.get(hit[1], "smallcaps")}">')
        return f"\ue030{len(held) - 1}\ue031{hit[2]}\ue032"

    while "<" in text and (done := _PAIR.sub(hold, text)) != text:
        text = done
    opened = re.sub("\ue030(\\d+)\ue031", lambda hit: held[int(hit[1])], escape(text))
    return opened.replace("\ue032", "</hi>").replace("\ue033", "</seg>")


def _formula(hit: re.Match[str], formulas: list[str]) -> str:
    """Return letters and numbers, raised and lowered; what is no mathematics stays as it is."""
    if not re.search(r"[\\^_]", hit[1]) and not re.fullmatch(r"\w{1,3}", hit[1]):
        return hit[0]
    plain = re.sub(r"\\([A-Za-z]+)\s*", lambda name: _GREEK.get(name[1], name[0]), hit[1])
    plain = _RAISED.sub(_raised, plain)
    if not re.search(r"[\\^_{}]", plain):
        return plain
    formulas.append(hit[0])
    return f"\ue050{len(formulas) - 1}\ue051"


def _raised(hit: re.Match[str]) -> str:
    start, stop = _SIGNS["sup" if hit[1] == "^" else "sub"]
    return f"{start}{hit[2] if hit[2] is not None else hit[3]}{stop}"


def _closing(text: str, start: int) -> int:
    """Return where the brace that is open at a place closes; the end if it does not."""
    depth = 1
    for at in range(start, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at
    return len(text)
