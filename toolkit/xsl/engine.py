"""The XSLT engine: the only module that knows Saxon."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

from toolkit.errors import StylesheetError
from toolkit.native import quiet
from toolkit.xsl.handing import as_text
from toolkit.xsl.joined import ASKED, TOGETHER, Output

if TYPE_CHECKING:
    from toolkit.xsl.handing import Readable

_FEATURE: Final = "http://saxon.sf.net/feature/"
# Saxon's XML parser has limits of its own, far below those of `toolkit.limits`: 100 deep, and
# 100,000 ampersands.
_PARSER_LIMITS: Final = (
    "maxElementDepth",
    "elementAttributeLimit",
    "maxXMLNameLimit",
    "maxGeneralEntitySizeLimit",
    "totalEntitySizeLimit",
)


class _Engine:
    """One Saxon processor: it compiles stylesheets, and from its first run on reads no file."""

    def __init__(self) -> None:
        self.processor = PySaxonProcessor(license=False)
        self._set("allowedProtocols", "file")
        self._set("allow-external-functions", "false")
        for name in _PARSER_LIMITS:
            self._set(f"parserProperty?uri=jdk.xml.{name}", "0")
        self.sealed = False
        self._held: tuple[Readable, PyXdmNode] | None = None

    def _set(self, feature: str, value: str) -> None:
        self.processor.set_configuration_property(_FEATURE + feature, value)

    def seal(self) -> None:
        """Close every way to other files, the network and the environment; for good."""
        if not self.sealed:
            self._set("allowedProtocols", "")
            self.sealed = True

    def node(self, document: "Readable") -> PyXdmNode:
        """Hand over a document as lxml read it: no entity and no DTD reaches Saxon."""
        if self._held is None or self._held[0] is not document:
            self._held = (document, self.processor.parse_xml(xml_text=as_text(document)))
        return self._held[1]


_engines: list[_Engine] = []


def _open_engine() -> _Engine:
    """Return the engine that still compiles; a sealed one is left to its stylesheets."""
    if not _engines or _engines[0].sealed:
        _engines[:] = [_Engine()]
    return _engines[0]


class Rendered(NamedTuple):
    """What a stylesheet made of a document."""

    path: Path
    text: str
    messages: Sequence[str]
    """What was said on the way; of stylesheets that ran together, what all said, with the first."""


class Compiled:
    """What Saxon made of one stylesheet, or of several joined."""

    def __init__(
        self, path: Path, source: Mapping[str, str], outputs: Mapping[Path, Output] | None = None
    ) -> None:
        """Compile; `path` stands in the message if that fails.

        Raises:
            StylesheetError: it does not compile; the reason names line and column.
        """
        self._engine = _open_engine()
        self._outputs = outputs or {}
        try:
            with quiet():
                processor = self._engine.processor.new_xslt30_processor()
                executable = processor.compile_stylesheet(**source)
        except PySaxonApiError as error:
            raise StylesheetError(path, _line(str(error))) from error
        self._executable: PyXsltExecutable = executable
        self._executable.set_save_xsl_message(True)

    def read(self, path: Path, document: "Readable") -> PyXdmNode:
        """Return a document as Saxon holds it; from now on no other file is read.

        Raises:
            StylesheetError: Saxon cannot read it.
        """
        self._engine.seal()
        try:
            with quiet():
                return self._engine.node(document)
        except PySaxonApiError as error:
            raise StylesheetError(path, _line(str(error))) from error

    def run(self, path: Path, document: "Readable", parameters: Mapping[str, str]) -> str:
        """Return what the stylesheet at a path makes of a document.

        Raises:
            StylesheetError: the stylesheet stopped; the reason is its own message.
        """
        self._prepare(parameters)
        if path in self._outputs:
            self._begin_in(self._outputs[path].mode, self._outputs[path].serialization)
        node = self.read(path, document)
        try:
            with quiet():
                return str(self._executable.transform_to_string(xdm_node=node))
        except PySaxonApiError as error:
            stopped = self.messages and "terminated by xsl:message" in str(error)
            reason = self.messages[-1] if stopped else _line(str(error))
            raise StylesheetError(path, reason) from error

    def run_together(
        self, paths: Sequence[Path], document: "Readable", parameters: Mapping[str, str]
    ) -> Iterator[Rendered]:
        """Give what the stylesheets at paths make of a document, in one run if that is possible.

        Raises:
            StylesheetError: a stylesheet stopped; the reason is its own message.
        """
        if len(paths) > 1:
            try:
                texts = self._texts(paths, document, parameters)
            except PySaxonApiError:
                pass  # which of them stopped is told when each runs alone
            else:
                said = [self.messages, *([] for _ in paths)]
                yield from map(Rendered, paths, texts, said)
                return
        for path in paths:
            yield Rendered(path, self.run(path, document, parameters), self.messages)

    def _texts(
        self, paths: Sequence[Path], document: "Readable", parameters: Mapping[str, str]
    ) -> Iterator[str]:
        asked = [path for path in self._outputs if path in paths]
        modes = " ".join(self._outputs[path].mode for path in asked)
        self._prepare({**parameters, ASKED: modes})
        self._begin_in(TOGETHER, {"method": "text"})
        node = self.read(asked[0], document)
        with quiet():
            made = str(self._executable.transform_to_string(xdm_node=node))
        *lengths, whole = made.split(" ", len(asked))
        ends = [0, *accumulate(map(int, lengths))]
        texts = {
            path: whole[start:end] for path, (start, end) in zip(asked, pairwise(ends), strict=True)
        }
        return (texts[path] for path in paths)

    def _prepare(self, parameters: Mapping[str, str]) -> None:
        self._executable.clear_xsl_messages()
        self._executable.clear_parameters()
        for name, value in parameters.items():
            given = self._engine.processor.make_string_value(value)
            self._executable.set_parameter(name, given)

    def _begin_in(self, mode: str, serialization: Mapping[str, str]) -> None:
        self._executable.clear_properties()
        self._executable.set_initial_mode(mode)
        for name, value in serialization.items():
            self._executable.set_property(f"!{name}", value)

    @property
    def messages(self) -> list[str]:
        """What was said in the last run, one line for each ``xsl:message``."""
        return [_line(str(message)) for message in self._executable.get_xsl_messages() or ()]


def _line(said: str) -> str:
    """Bring what Saxon says into one line."""
    return " ".join(said.split())
