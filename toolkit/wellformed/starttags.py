"""What is wrong inside one tag: its attributes, their values, its end."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.problems import Edit
from toolkit.wellformed.fault import Fault
from toolkit.wellformed.markup import NAME, Attribute, Token
from toolkit.wordlists import PREFIXES

_SMART: Final = "“”„‘’«»"
_SIGNS: Final = ",;.:|+-_"


def unfinished(text: str, token: Token) -> Fault:
    """Return what is wrong in a tag that does not come to its end."""
    for attribute in token.attributes:
        if len(attribute.quotes) == 1:
            return _open_value(attribute.name, token)
    if token.kind == "end" and re.compile(r"[^\W\d][\w:.\-]*\s*=").match(text, token.end):
        message = f"the end tag </{token.name}> has an attribute"
        return Fault(token.start, message, "take it out; attributes stand on the start tag")
    parted = re.compile(r"([\w.\-]+)\s*>").match(text, token.end)
    if token.kind == "end" and parted and f"<{token.name}{parted[1]}" in text:
        whole = f"</{token.name}{parted[1]}>"
        edit = Edit(token.start, parted.end(), whole)
        message = f"a space parts the name of the end tag {whole}"
        return Fault(token.start, message, f"write {whole}", (edit,))
    rest = text[token.end : token.end + 1]
    known = {"=": _joined, "/": _slash, '"': _loose_value}.get(rest)
    if known and (found := known(text, token)):
        return found
    if rest and rest in "\"'" + _SMART:
        message = f"the tag <{token.name}> has a quotation mark too many"
        edit = Edit(token.end, token.end + 1, "")
        return Fault(token.start, message, f"take out the {rest}", (edit,) if rest == '"' else ())
    shown = f"</{token.name}>" if token.kind == "end" else f"<{token.name} …>"
    return Fault(token.start, f"the tag {shown} has no closing >", "add > where the tag ends")


def _joined(text: str, token: Token) -> Fault | None:
    """Return what is wrong if the name of an element runs into that of an attribute."""
    for length in range(0 if token.attributes else len(token.name) - 1, 0, -1):
        name, other = token.name[:length], token.name[length:]
        if re.search(rf"<{re.escape(name)}[\s/>]", text):
            at = token.start + 1 + length
            message = f"no space stands between the name of <{name}> and its @{other}"
            return Fault(token.start, message, f"write <{name} {other}=", (Edit(at, at, " "),))
    return None


def _slash(text: str, token: Token) -> Fault:
    last = token.attributes[-1] if token.attributes else None
    if last and not last.quotes and "=" in text[last.start : last.end]:
        value = re.compile(r"[^\s>\"'<]*").match(text, last.inside)
        whole = value[0] if value else last.value
        message = f"the value of @{last.name} of <{token.name}> stands in no quotation marks"
        edit = Edit(last.inside, last.inside + len(whole), f'"{whole}"')
        return Fault(token.start, message, f'write {last.name}="{whole}"', (edit,))
    message = f"a / stands inside the tag <{token.name} …>"
    return Fault(token.start, message, "take it out; only an empty element has it, before its >")


def _misnamed(text: str, token: Token, attribute: Attribute) -> Fault:
    """Return what is wrong with a tag that holds a sign where an attribute should be."""
    name = attribute.name.strip(_SIGNS)
    message = f'"{attribute.name}" in the tag <{token.name} …> is no name of an attribute'
    if not re.fullmatch(NAME, name):
        edit = Edit(attribute.start, attribute.end, "")
        alone = "=" not in text[attribute.start : attribute.end]
        return Fault(token.start, message, "take it out", (edit,) if alone else ())
    edit = Edit(attribute.start, attribute.start + len(attribute.name), f" {name}")
    return Fault(token.start, message, f"write {name}, with a space before it", (edit,))


def _loose_value(text: str, token: Token) -> Fault | None:
    """Return what is wrong before a quotation mark that no = or no space leads up to."""
    value = re.compile(r'"([^"<>]*)"').match(text, token.end)
    nameless = not token.attributes or token.attributes[-1].quotes
    if value and nameless and text[token.end - 1].isspace():
        message = f"the value {value[0]} in the tag <{token.name} …> has no name before it"
        return Fault(token.start, message, f"write the name of the attribute, …={value[0]}")
    if not token.attributes:
        return None
    last = token.attributes[-1]
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


def of_attributes(text: str, token: Token) -> Iterator[Fault]:
    """Give what is wrong with the attributes of a tag."""
    seen: set[str] = set()
    before = 0
    for a in token.attributes:
        shown = f"@{a.name} of <{token.name}>"
        inner = Edit(a.inside - 1, a.end, f'"{a.value}"')
        if not re.fullmatch(NAME, a.name):
            yield _misnamed(text, token, a)
        if a.start == before and before:
            message = f"no space stands before {shown}"
            advice = "put a space between the attributes"
            yield Fault(token.start, message, advice, (Edit(a.start, a.start, " "),))
        if a.name in seen:
            yield Fault(token.start, f"<{token.name}> has @{a.name} twice", "keep one of the two")
        elif len(a.quotes) == 1:
            yield _half_quoted(token, a)
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


def _half_quoted(token: Token, attribute: Attribute) -> Fault:
    """Return what is wrong with a value that does not end as it begins, or holds a <."""
    name, value, sign = attribute.name, attribute.value, attribute.quotes
    if value[-1:] == sign and "<" in value:
        return _bracketed(token, attribute)
    if value[-1:] not in tuple("\"'"):
        return _open_value(name, token, bracket="<" in value)
    message = f"the value of @{name} of <{token.name}> begins with {sign} and ends with {value[-1]}"
    edit = Edit(attribute.inside - 1, attribute.end, f'"{value[:-1]}"')
    return Fault(token.start, message, f'write {name}="{value[:-1]}"', (edit,))


def _bracketed(token: Token, attribute: Attribute) -> Fault:
    """Return what is wrong with a value that is closed but has a < in it."""
    value = attribute.value[:-1]
    bare = re.fullmatch(r"</?([^<>]*?)/?>", value)
    way = f'take the brackets away: {attribute.name}="{bare[1]}"' if bare else "take it out"
    message = f"the value of @{attribute.name} of <{token.name}> holds a bare <"
    return Fault(token.start, message, f"{way}, or write &lt; for it")


def _valueless(text: str, token: Token, attribute: Attribute) -> Fault:
    whole, name = token.name + attribute.name, attribute.name
    if f"</{whole}>" in text:
        edit = Edit(token.start + 1, attribute.end, whole)
        message = f"a space parts the name of the tag <{whole}>"
        return Fault(token.start, message, f"write <{whole}", (edit,))
    message = f"@{name} of <{token.name}> has no value"
    return Fault(token.start, message, f'write {name}="…", or take it out')


def of_prefixes(token: Token, declared: set[str]) -> Iterator[Fault]:
    """Give each name in a tag whose prefix is not declared."""
    for name in (token.name, *(a.name for a in token.attributes)):
        prefix, colon, _ = name.partition(":")
        if colon and prefix not in declared:
            known = PREFIXES.get(prefix, "the address of its namespace")
            advice = f'add xmlns:{prefix}="{known}" to the root element'
            yield Fault(token.start, f"the prefix {prefix}: of {name} is not declared", advice)
