"""How TEI writes what HTML and word processors write otherwise."""

import re
from collections.abc import Mapping
from typing import Final

# By the name out of habit: TEI's ways, the best first. {href} is the value that @href has there.
HABITS: Final[Mapping[str, tuple[str, ...]]] = {
    "b": ('<hi rend="bold">',),
    "bold": ('<hi rend="bold">',),
    "strong": ("<emph>", '<hi rend="bold">'),
    "i": ('<hi rend="italic">',),
    "italic": ('<hi rend="italic">',),
    "italics": ('<hi rend="italic">',),
    "em": ("<emph>", '<hi rend="italic">'),
    "u": ('<hi rend="underline">',),
    "underline": ('<hi rend="underline">',),
    "sc": ('<hi rend="smallcaps">',),
    "smallcaps": ('<hi rend="smallcaps">',),
    "sup": ('<hi rend="superscript">',),
    "sub": ('<hi rend="subscript">',),
    "small": ('<hi rend="small">',),
    "big": ('<hi rend="large">',),
    "font": ('<hi rend="{color}">',),
    "mark": ('<hi rend="marked">',),
    "tt": ("<code>", '<hi rend="monospace">'),
    "kbd": ("<code>", '<hi rend="monospace">'),
    "strike": ('<del rend="strikethrough">', '<hi rend="strikethrough">'),
    "s": ('<del rend="strikethrough">', '<hi rend="strikethrough">'),
    "ins": ("<add>",),
    "a": ('<ref target="{href}">',),
    "span": ("<seg>", "<hi>"),
    "time": ('<date when="{datetime}">',),
    "dfn": ("<term>",),
    "acronym": ('<abbr type="acronym">', "<abbr>"),
    "br": ("<lb/>",),
    "hr": ('<milestone unit="section"/>',),
    "img": ('<graphic url="{src}"/>',),
    "audio": ('<media url="{src}"/>',),
    "video": ('<media url="{src}"/>',),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "caption"), ("<head>",)),
    "figcaption": ("<head>", "<figDesc>"),
    "ul": ('<list rend="bulleted">, with <item> for each <li>',),
    "ol": ('<list rend="numbered">, with <item> for each <li>',),
    "li": ("<item>",),
    "dl": ('<list type="gloss">, with <label> for each <dt> and <item> for each <dd>',),
    "dt": ("<label>",),
    "dd": ("<item>",),
    "tr": ("<row>, with <cell> for each <td>",),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ("<row> directly in <table>",)),
    "td": ("<cell>",),
    "th": ('<cell role="label">',),
    "blockquote": ("<quote>",),
    "pre": ("<ab>", "<p>"),
    "center": ('<p rend="center">',),
    "section": ("<div>",),
    "article": ("<div>",),
    "main": ("<body>",),
    "aside": ("<note>",),
}
_NAME: Final = re.compile(r"<(\w+)")
_GAP: Final = re.compile(r"\{(\w+)\}")


def ways(name: str, attributes: Mapping[str, str]) -> dict[str, str]:
    """Return how TEI writes an element that is written out of habit, by TEI's names."""
    found = HABITS.get(name) or HABITS.get(name.lower()) or ()
    filled = (_GAP.sub(lambda gap: attributes.get(gap[1], "…"), way) for way in found)
    return {match[1]: way for way in filled if (match := _NAME.match(way))}
