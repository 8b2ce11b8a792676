"""Why a file is no well-formed XML, said so that an editor can mend it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html.entities import html5
from typing import Final, NamedTuple

from toolkit.markup import Markup, Token
from toolkit.problems import Edit
from toolkit.wordlists import PREFIXES

_REFERENCE: Final = re.compile(r"&(#[0-9]+;|#x[0-9a-fA-F]+;|[^\W\d][\w.\-]*;)?")
_WORD: Final = re.compile(r"&([^\W\d]\w*)")
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SMART: Final = "“”„‘’«»"


class Fault(NamedTuple):
    """What is wrong at an offset, what to do, and the edits that do it where that is safe."""

    offset: int
    message: str
    advice: str
    edits: tuple[Edit, ...] = ()


def fault(markup: Markup) -> Fault | None:
    """Return the first thing that keeps a text from being well formed, if it can be told."""
    from toolkit.nesting import nesting_faults

    found = [next(kind(markup), None) for kind in (_of_tags, _of_text, nesting_faults)]
    lexical = [f for f in found[:2] if f]
    if lexical:
        return min(lexical, key=lambda f: f.offset)
    return found[2]


def _of_tags(markup: Markup) -> Iterator[Fault]:
    declared: list[set[str]] = [{"xml", "xmlns"}]
    for token in markup.tokens:
        if token.kind == "other":
            yield from _of_other(markup.text, token)
        elif token.kind == "stray":
            yield _stray(markup.text, token)
        elif not token.complete:
            yield _unfinished(markup.text, token)
        elif token.kind == "end":
            declared = declared[:-1] or declared
        else:
            yield from _of_attributes(markup.text, token)
            here = {a.name[6:] for a in token.attributes if a.name.startswith("xmlns:")}
            yield from _of_prefixes(token, declared[-1] | here)
            if token.kind == "start":
                declared.append(declared[-1] | here)


def _of_other(text: str, token: Token) -> Iterator[Fault]:
    inside = text[token.start : token.end]
    names = {"<!--": ("comment", "-->"), "<![CDATA[": ("CDATA section", "]]>")}
    name, closing = names.get(token.name, ("instruction", "?>"))
    if token.name == "<!" and not re.match(r"<!DOCTYPE\s", inside):
        advice = "write <!-- before a comment and --> after it"
        yield Fault(token.start, "a <! begins nothing that XML knows", advice)
    elif not token.complete:
        yield Fault(token.start, f"this {name} is not closed", f"end it with {closing}")
    elif token.name == "<!--" and "--" in inside[4:-2]:
        advice = "write one hyphen, or a dash, in its place"
        yield Fault(token.start + inside.find("--", 4), "a comment holds --", advice)
    elif re.match(r"<\?xml\s", inside) and token.start > (1 if text.startswith("\ufeff") else 0):
        message = "the XML declaration is not the first thing in the file"
        cut = Edit(0, token.start, "") if not text[: token.start].strip() else None
        advice = "take out what stands before it, empty lines too"
        yield Fault(token.start, message, advice, (cut,) if cut else ())


def _stray(text: str, token: Token) -> Fault:
    spaced = re.compile(r"<\s+(/?\s*[^\W\d][\w.:\-]*)(\s+[\w:.\-]+=|\s*/?>)").match(
        text, token.start
    )
    if spaced:
        advice = f"write <{spaced[1]}, without the space"
        edit = Edit(token.start, spaced.start(1), "<")
        return Fault(token.start, "a space follows the < of a tag", advice, (edit,))
    if backwards := re.compile(r"<\\\s*([^\W\d][\w.\-]*)>").match(text, token.start):
        edit = Edit(token.start, token.start + 2, "</")
        advice = f"write </{backwards[1]}>, with a slash"
        return Fault(token.start, "an end tag has a backslash", advice, (edit,))
    if text.startswith("</", token.start):
        return Fault(token.start, "this end tag has no name", "name the element that ends here")
    edit = Edit(token.start, token.start + 1, "&lt;")
    return Fault(token.start, "a bare < stands in the text", "write &lt; for it", (edit,))


def _unfinished(text: str, token: Token) -> Fault:
    for attribute in token.attributes:
        if len(attribute.quotes) == 1:
            return _open_value(attribute.name, token)
    if token.kind == "end" and re.compile(r"[^\W\d][\w:.\-]*\s*=").match(text, token.end):
        message = f"the end tag </{token.name}> has an attribute"
        return Fault(token.start, message, "take it out; attributes stand on the start tag")
    rest = text[token.end : token.end + 1]
    if rest and rest in "\"'" + _SMART:
        message = f"the tag <{token.name}> has a quotation mark too many"
        edit = Edit(token.end, token.end + 1, "")
        return Fault(token.start, message, f"take out the {rest}", (edit,) if rest == '"' else ())
    shown = f"</{token.name}>" if token.kind == "end" else f"<{token.name} …>"
    return Fault(token.start, f"the tag {shown} has no closing >", "add > where the tag ends")


def _open_value(name: str, token: Token, *, bracket: bool = False) -> Fault:
    shown = f"the value of @{name} of <{token.name}>"
    if bracket:
        return Fault(token.start, f"{shown} holds a bare <", "write &lt; for it")
    message = f"{shown} has no closing quotation mark"
    return Fault(token.start, message, 'add " where the value ends')


def _of_attributes(text: str, token: Token) -> Iterator[Fault]:
    seen: set[str] = set()
    before = 0
    for a in token.attributes:
        shown = f"@{a.name} of <{token.name}>"
        inner = Edit(a.inside - 1, a.end, f'"{a.value}"')
        if a.start == before and before:
            message = f"no space stands before {shown}"
            advice = "put a space between the attributes"
            yield Fault(token.start, message, advice, (Edit(a.start, a.start, " "),))
        if a.name in seen:
            yield Fault(token.start, f"<{token.name}> has @{a.name} twice", "keep one of the two")
        elif len(a.quotes) == 1:
            yield _open_value(a.name, token, bracket="<" in a.value)
        elif a.quotes and a.quotes not in {'""', "''"}:
            message = f"the value of {shown} stands in typographic quotation marks {a.quotes}"
            yield Fault(token.start, message, f'write {a.name}="{a.value}"', (inner,))
        elif not a.quotes and "=" not in text[a.start : a.end]:
            yield Fault(token.start, f"{shown} has no value", f'write {a.name}="…", or take it out')
        elif not a.quotes:
            message = f"the value of {shown} stands in no quotation marks"
            edit = Edit(a.inside, a.end, f'"{a.value}"')
            yield Fault(token.start, message, f'write {a.name}="{a.value}"', (edit,))
        seen.add(a.name)
        before = a.end


def _of_prefixes(token: Token, declared: set[str]) -> Iterator[Fault]:
    for name in (token.name, *(a.name for a in token.attributes)):
        prefix, colon, _ = name.partition(":")
        if colon and prefix not in declared:
            known = PREFIXES.get(prefix, "the address of its namespace")
            advice = f'add xmlns:{prefix}="{known}" to the root element'
            yield Fault(token.start, f"the prefix {prefix}: of {name} is not declared", advice)


def _of_text(markup: Markup) -> Iterator[Fault]:
    """Give ampersands that stand alone and characters that XML does not know."""
    others = [t for t in markup.tokens if t.kind == "other"]
    starts = [t.start for t in others]
    for match in re.finditer(f"&|{_FORBIDDEN.pattern}|\\]\\]>", markup.text):
        at = match.start()
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < others[before].end:
            continue
        if match[0] == "]]>":
            yield Fault(at, "]]> stands in the text", "write ]]&gt;")
        elif match[0] != "&":
            message = f"the character U+{ord(match[0]):04X} is not allowed in XML"
            yield Fault(at, message, "take it out", (Edit(at, at + 1, ""),))
        elif not (found := _REFERENCE.match(markup.text, at)) or not found[1]:
            yield _ampersand(markup.text, at)


def _ampersand(text: str, at: int) -> Fault:
    word = _WORD.match(text, at)
    if word and f"{word[1]};" in html5:
        message, advice = f"the entity &{word[1]} has no semicolon", f"write &{word[1]};"
        return Fault(at, message, f"{advice}, or &amp;{word[1]} for an ampersand")
    shown = word[0] if word else "&"
    message = (
        "a bare & stands in the text"
        if shown == "&"
        else f'a bare & stands before "{word[1] if word else ""}"'
    )
    return Fault(at, message, "write &amp; for it", (Edit(at, at + 1, "&amp;"),))
