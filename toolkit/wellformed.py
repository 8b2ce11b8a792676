"""Why a file is no well-formed XML, said so that an editor can mend it."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from toolkit.markup import Attribute, Markup, Token
from toolkit.problems import Edit
from toolkit.wordlists import PREFIXES

# An instruction that goes on to the end of another has swallowed the tags between.
_SWALLOWED: Final = re.compile(r">\s*<[^\W\d]")
_SMART: Final = "“”„‘’«»"


class Fault(NamedTuple):
    """What is wrong at an offset, what to do, and the edits that do it where that is safe."""

    offset: int
    message: str
    advice: str
    edits: tuple[Edit, ...] = ()


def fault(markup: Markup) -> Fault | None:
    """Return the first thing that keeps a text from being well formed, if it can be told."""
    from toolkit.characters import character_faults
    from toolkit.nesting import nesting_faults

    found = [next(kind(markup), None) for kind in (_of_tags, character_faults, nesting_faults)]
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
    if re.compile(r"<</?[^\W\d]").match(text, token.start):
        edit = Edit(token.start, token.start + 1, "")
        return Fault(token.start, "a tag begins with two <", "take one of them out", (edit,))
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
    if rest == '"' and token.attributes and (found := _loose_value(text, token)):
        return found
    if rest and rest in "\"'" + _SMART:
        message = f"the tag <{token.name}> has a quotation mark too many"
        edit = Edit(token.end, token.end + 1, "")
        return Fault(token.start, message, f"take out the {rest}", (edit,) if rest == '"' else ())
    shown = f"</{token.name}>" if token.kind == "end" else f"<{token.name} …>"
    return Fault(token.start, f"the tag {shown} has no closing >", "add > where the tag ends")


def _loose_value(text: str, token: Token) -> Fault | None:
    """Return what is wrong before a quotation mark that no = or no space leads up to."""
    last = token.attributes[-1]
    value = re.compile(r'"([^"<>]*)"').match(text, token.end)
    name = last.name.rstrip(":")
    if last.quotes or not value:
        return None
    if not last.value and len(token.attributes) > 1 and last.end == token.end and name == last.name:
        message = f'the value of @{token.attributes[-2].name} of <{token.name}> holds a bare "'
        return Fault(token.start, message, "write &quot; for it, or put the value in '…'")
    signs = "two = before its value" if last.value.startswith("=") else "no = before its value"
    edit = Edit(last.start, value.end(), f"{name}={value[0]}")
    message = f"@{name} of <{token.name}> has {signs}"
    return Fault(token.start, message, f"write {name}={value[0]}", (edit,))


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
            yield _valueless(text, token, a)
        elif not a.quotes:
            message = f"the value of {shown} stands in no quotation marks"
            edit = Edit(a.inside, a.end, f'"{a.value}"')
            yield Fault(token.start, message, f'write {a.name}="{a.value}"', (edit,))
        seen.add(a.name)
        before = a.end


def _valueless(text: str, token: Token, attribute: Attribute) -> Fault:
    whole, name = token.name + attribute.name, attribute.name
    if f"</{whole}>" in text:
        edit = Edit(token.start + 1, attribute.end, whole)
        message = f"a space parts the name of the tag <{whole}>"
        return Fault(token.start, message, f"write <{whole}", (edit,))
    message = f"@{name} of <{token.name}> has no value"
    return Fault(token.start, message, f'write {name}="…", or take it out')


def _of_prefixes(token: Token, declared: set[str]) -> Iterator[Fault]:
    for name in (token.name, *(a.name for a in token.attributes)):
        prefix, colon, _ = name.partition(":")
        if colon and prefix not in declared:
            known = PREFIXES.get(prefix, "the address of its namespace")
            advice = f'add xmlns:{prefix}="{known}" to the root element'
            yield Fault(token.start, f"the prefix {prefix}: of {name} is not declared", advice)
