"""Why a file is no well-formed XML, said so that an editor can mend it."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.problems import Edit
from toolkit.wellformed.fault import Fault
from toolkit.wellformed.markup import Markup, Token
from toolkit.wellformed.starttags import of_attributes, of_prefixes, unfinished

# An instruction that goes on to the end of another has swallowed the tags between.
_SWALLOWED: Final = re.compile(r">\s*<[^\W\d]")

# Its parts in the only order there is; encodings are looked at when the file is decoded.
_DECLARATION: Final = re.compile(
    r"""<\?xml\s+version\s*=\s*(["'])1\.[0-9]+\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.\-]*\3)?"""
    r"""(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>"""
)


def fault(markup: Markup) -> Fault | None:
    """Return the first thing that keeps a text from being well formed, if it can be told."""
    from toolkit.wellformed.characters import character_faults, hidden_faults
    from toolkit.wellformed.nesting import nesting_faults

    found = [next(kind(markup), None) for kind in (hidden_faults, _of_tags, character_faults)]
    lexical = [f for f in found if f]
    if lexical:
        return min(lexical, key=lambda f: f.offset)
    return next(nesting_faults(markup), None)


def _of_tags(markup: Markup) -> Iterator[Fault]:
    declared: list[set[str]] = [{"xml", "xmlns"}]
    for token in markup.tokens:
        if token.kind == "other":
            yield from _of_other(markup.text, token)
        elif token.kind == "stray":
            yield _stray(markup.text, token)
        elif not token.complete:
            yield unfinished(markup.text, token)
        elif token.kind == "end":
            del declared[max(len(declared) - 1, 1) :]
        elif token.name.lower() == "xml":
            yield _misdeclared(token)
        else:
            yield from of_attributes(markup.text, token)
            here = {a.name[6:] for a in token.attributes if a.name.startswith("xmlns:")}
            yield from of_prefixes(token, declared[-1] | here)
            if token.kind == "start":
                declared.append(declared[-1] | here if here else declared[-1])


def _of_other(text: str, token: Token) -> Iterator[Fault]:
    inside = text[token.start : token.end]
    names = {"<!--": ("comment", "-->"), "<![CDATA[": ("CDATA section", "]]>")}
    names["<!"] = ("document type declaration", "]>" if "[" in inside else ">")
    name, closing = names.get(token.name, ("instruction", "?>"))
    if token.name == "<!" and not re.match(r"<!DOCTYPE\s", inside):
        advice = "write <!-- before a comment and --> after it"
        yield Fault(token.start, "a <! begins nothing that XML knows", advice)
    elif token.name == "<?" and not re.match(r"<\?[^\W\d]", inside):
        advice = "begin it with its name, without a space: <?name …?>"
        yield Fault(token.start, "this instruction has no name", advice)
    elif not token.complete or (token.name == "<?" and _SWALLOWED.search(inside)):
        yield Fault(token.start, f"this {name} is not closed", f"end it with {closing}")
    elif token.name == "<!--" and "<!--" in inside[4:]:
        message = "a comment begins inside a comment"
        advice = "end the first with --> before it, or take out its <!-- and its -->"
        yield Fault(token.start + inside.find("<!--", 4), message, advice)
    elif token.name == "<!--" and "--" in inside[4:-2]:
        advice = "write one hyphen, or a dash, in its place"
        yield Fault(token.start + inside.find("--", 4), "a comment holds --", advice)
    elif re.match(r"<\?xml\s", inside) and token.start > 0:
        message = "the XML declaration is not the first thing in the file"
        cut = Edit(0, token.start, "") if not text[: token.start].strip() else None
        advice = "take out what stands before it, empty lines too"
        yield Fault(token.start, message, advice, (cut,) if cut else ())
    elif version := re.match(r"""<\?xml\s+version\s*=\s*["']((?!1\.)[^"']*)["']""", inside):
        at = token.start + version.start(1)
        edit = Edit(at, at + len(version[1]), "1.0")
        yield Fault(at, f'XML has no version "{version[1]}"', 'write version="1.0"', (edit,))
    elif re.match(r"(?i)<\?xml[\s?]", inside) and not _DECLARATION.fullmatch(inside):
        yield _misdeclared(token)


def _misdeclared(token: Token) -> Fault:
    advice = 'write <?xml version="1.0" encoding="UTF-8"?>, or what the encoding is'
    return Fault(token.start, "the XML declaration is not as XML has it", advice)


def _is_tag(name: str, text: str) -> bool:
    """Tell the name of an element from a letter that is compared."""
    others = text.replace(f"< {name}", "")
    return bool(re.search(rf"<\s*/?{re.escape(name.lstrip('/ '))}[\s/>]", others))


def _stray(text: str, token: Token) -> Fault:
    spaced = re.compile(r"<\s+(/?\s*[^\W\d][\w.:\-]*)(\s+[\w:.\-]+=|\s*/?>)").match(
        text, token.start
    )
    if spaced and (re.search("[=/]", spaced[0]) or _is_tag(spaced[1], text)):
        advice = f"write <{spaced[1]}, without the space"
        edit = Edit(token.start, spaced.start(1), "<")
        return Fault(token.start, "a space follows the < of a tag", advice, (edit,))
    if backwards := re.compile(r"<\\\s*([^\W\d][\w.\-]*)>").match(text, token.start):
        edit = Edit(token.start, token.start + 2, "</")
        advice = f"write </{backwards[1]}>, with a slash"
        return Fault(token.start, "an end tag has a backslash", advice, (edit,))
    if parted := re.compile(r"</\s+([^\W\d][\w:.\-]*)\s*>").match(text, token.start):
        edit = Edit(token.start, parted.start(1), "</")
        message = "a space follows the </ of an end tag"
        return Fault(token.start, message, f"write </{parted[1]}>", (edit,))
    if text.startswith("</", token.start):
        return Fault(token.start, "this end tag has no name", "name the element that ends here")
    if re.compile(r"<</?[^\W\d]").match(text, token.start):
        edit = Edit(token.start, token.start + 1, "")
        return Fault(token.start, "a tag begins with two <", "take one of them out", (edit,))
    edit = Edit(token.start, token.start + 1, "&lt;")
    return Fault(token.start, "a bare < stands in the text", "write &lt; for it", (edit,))
