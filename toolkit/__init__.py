"""Check, weave and publish TEI editions: the same verbs as the command ``teikit``."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from toolkit.errors import (
    CopyError,
    DocumentError,
    OutputError,
    ProblemsFound,
    SchemaError,
    StylesheetError,
    ToolkitError,
)
from toolkit.later import later

if TYPE_CHECKING:
    from toolkit.check import check
    from toolkit.guidelines import explain
    from toolkit.making.build import build
    from toolkit.making.epub import make_epub
    from toolkit.making.paper import make_paper
    from toolkit.problems import Level, Problem
    from toolkit.prose import read_copy, weave, withhold
    from toolkit.reading.document import Document, load, parse

__all__ = [
    "CopyError",
    "Document",
    "DocumentError",
    "Level",
    "OutputError",
    "Problem",
    "ProblemsFound",
    "SchemaError",
    "StylesheetError",
    "ToolkitError",
    "build",
    "check",
    "explain",
    "load",
    "make_epub",
    "make_paper",
    "parse",
    "read_copy",
    "weave",
    "withhold",
]

# What needs lxml, Saxon, the schemas or more of the standard library is loaded when first used.
_LATER = {
    "Document": "toolkit.reading.document",
    "load": "toolkit.reading.document",
    "parse": "toolkit.reading.document",
    "Level": "toolkit.problems",
    "Problem": "toolkit.problems",
    "build": "toolkit.making.build",
    "check": "toolkit.check",
    "explain": "toolkit.guidelines",
    "make_epub": "toolkit.making.epub",
    "make_paper": "toolkit.making.paper",
    "read_copy": "toolkit.prose",
    "weave": "toolkit.prose",
    "withhold": "toolkit.prose",
}


class _Facade(ModuleType):
    """The package: its verbs are functions, though modules of the same names lie below."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _LATER and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Facade


__getattr__ = later(_LATER)


def __dir__() -> list[str]:
    """List the verbs too that are imported at their first use."""
    return sorted({*globals(), *__all__})
