"""Run XSLT 3.0 stylesheets: the only module that knows Saxon."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path

from lxml import etree
from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

from toolkit.document import Document
from toolkit.errors import StylesheetError


@cache
def _saxon() -> PySaxonProcessor:
    return PySaxonProcessor(license=False)


@lru_cache(maxsize=1)
def _node(document: Document) -> PyXdmNode:
    """Hand a document to Saxon as lxml read it: no entity and no DTD reaches Saxon."""
    text = etree.tostring(document.tree.getroot(), encoding="unicode", with_tail=False)
    return _saxon().parse_xml(xml_text=text)


class Stylesheet:
    """A compiled stylesheet: compile once, render as often as you like."""

    def __init__(self, path: Path) -> None:
        """Compile the stylesheet at a path.

        Raises:
            StylesheetError: it does not compile; the reason names line and column.
        """
        self.path = path
        try:
            with _no_native_noise():
                processor = _saxon().new_xslt30_processor()
                executable = processor.compile_stylesheet(stylesheet_file=str(path.resolve()))
        except PySaxonApiError as error:
            raise StylesheetError(path, str(error).strip()) from error
        self._executable: PyXsltExecutable = executable
        self._executable.set_save_xsl_message(True)

    def render(self, document: Document, parameters: Mapping[str, str] | None = None) -> str:
        """Return what the stylesheet makes of a document.

        Raises:
            StylesheetError: the stylesheet stopped; the reason is its own message.
        """
        self._executable.clear_xsl_messages()
        self._executable.clear_parameters()
        for name, value in (parameters or {}).items():
            self._executable.set_parameter(name, _saxon().make_string_value(value))
        try:
            with _no_native_noise():
                return str(self._executable.transform_to_string(xdm_node=_node(document)))
        except PySaxonApiError as error:
            said = self._executable.get_xsl_messages()
            reason = "".join(str(message) for message in said) if said else str(error)
            raise StylesheetError(self.path, reason.strip()) from error


@contextmanager
def _no_native_noise() -> Iterator[None]:
    """Keep Saxon's native library from printing on descriptor 2; its error is raised anyway."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
