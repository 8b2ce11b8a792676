"""A schema ready to use: compiled now, or kept from when it was compiled before."""

from pathlib import Path
from typing import Any, Final, cast

from lxml import etree

from toolkit.cache.kept import Kept
from toolkit.errors import SchemaError, unreadable
from toolkit.odd.model import Schema
from toolkit.odd.stored import from_plain, to_plain
from toolkit.odd.values import RNG

CONVERT: Final = "convert it to the XML syntax with trang {0}.rnc {0}.rng, and check by that"


def schema_at(path: Path, base: Path | None = None) -> Schema:
    """Return the schema in a file, without its rules: of RELAX NG, an ODD, or TEI's own source.

    Raises:
        SchemaError: it cannot be read, or says what our model cannot say.
    """
    kept = Kept("schema", [path, base] if base else [path])
    plain = kept.read()
    if plain is not None:
        return from_plain(cast("dict[str, Any]", plain))
    with kept.making():
        schema = compiled(path, base)
    kept.write(to_plain(schema))
    return schema


def compiled(path: Path, base: Path | None = None) -> Schema:
    """Return the same, compiled now, with its rules.

    Raises:
        SchemaError: it cannot be read, or says what our model cannot say.
    """
    from toolkit.odd.assemble import compile_odd
    from toolkit.odd.grammars import read_grammar

    return read_grammar(path) if is_grammar(path) else compile_odd(path, base)


def is_grammar(path: Path) -> bool:
    """Whether a file is RELAX NG, judged by how it begins.

    Raises:
        SchemaError: it cannot be read.
    """
    if path.suffix == ".rnc":
        raise SchemaError(path, f"is in the compact syntax: {CONVERT.format(path.stem)}")
    try:
        with path.open("rb") as file:
            _, root = next(iter(etree.iterparse(file, events=("start",), no_network=True)))
            return str(root.tag).startswith(f"{{{RNG}}}")
    except OSError as error:
        raise SchemaError(path, unreadable(path)) from error
    except (etree.XMLSyntaxError, StopIteration) as error:
        raise SchemaError(path, f"is not well-formed XML: {error}") from error
