"""Run XSLT 3.0 stylesheets: the only module that knows Saxon."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

from toolkit.errors import StylesheetError
from toolkit.native import quiet
from toolkit.reading.document import Document
from toolkit.xsl.handing import as_text
from toolkit.xsl.joining import Output, join, joinable
from toolkit.xsl.stylesheets import overlaid, parts

_FEATURE: Final = "http://saxon.sf.net/feature/"
# Saxon's XML parser has limits of its own, far below those of `toolkit.limits`: 100 deep.
_PARSER_LIMITS: Final = ("maxElementDepth", "elementAttributeLimit", "maxXMLNameLimit")


class _Engine:
    """One Saxon processor: it compiles stylesheets, and from its first run on reads no file."""

    def __init__(self) -> None:
        self.processor = PySaxonProcessor(license=False)
        self._set("allowedProtocols", "file")
        self._set("allow-external-functions", "false")
        for name in _PARSER_LIMITS:
            self._set(f"parserProperty?uri=jdk.xml.{name}", "0")
        self.sealed = False
        self._held: tuple[Document, PyXdmNode] | None = None

    def _set(self, feature: str, value: str) -> None:
        self.processor.set_configuration_property(_FEATURE + feature, value)

    def seal(self) -> None:
        """Close every way to other files, the network and the environment; for good."""
        if not self.sealed:
            self._set("allowedProtocols", "")
            self.sealed = True

    def node(self, document: Document) -> PyXdmNode:
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


class Stylesheet:
    """A compiled stylesheet: compile once, render as often as you like.

    While it runs it has the document and its parameters and nothing else: ``doc()``,
    ``unparsed-text()``, ``collection()``, ``transform()``, environment variables and
    ``xsl:result-document`` are refused. Compile all that you need before the first run.
    """

    def __init__(self, path: Path, joined: "Compiled | None" = None) -> None:
        """Compile the stylesheet at a path, unless it is one of those that were compiled joined.

        Raises:
            StylesheetError: it does not compile; the reason names line and column.
        """
        self.path = path
        self._compiled = joined or Compiled(path, _source(path))

    def render(self, document: Document, parameters: Mapping[str, str] | None = None) -> str:
        """Return what the stylesheet makes of a document.

        Raises:
            StylesheetError: the stylesheet stopped; the reason is its own message.
        """
        return self._compiled.run(self.path, document, parameters or {})

    def read(self, document: Document) -> None:
        """Read a document that will be rendered.

        Raises:
            StylesheetError: Saxon cannot read it.
        """
        try:
            self._compiled.read(document)
        except PySaxonApiError as error:
            raise StylesheetError(self.path, _line(str(error))) from error

    @property
    def messages(self) -> list[str]:
        """What the stylesheet said in its last run, one line for each ``xsl:message``."""
        return self._compiled.messages


def compile_all(paths: Sequence[Path]) -> list[Stylesheet]:
    """Compile stylesheets; those of the toolkit as one, for they share their modules.

    Raises:
        StylesheetError: one does not compile.
    """
    compiled: dict[Path, Compiled] = {}
    for (_, over), group in joinable(paths).items():
        compiled |= dict.fromkeys(group, _compile_joined(group, over))
    return [Stylesheet(path, compiled.get(path)) for path in paths]


def _compile_joined(paths: Sequence[Path], over: Path | None) -> "Compiled":
    whole = join(paths)
    if over is None:
        return Compiled(paths[0], {"stylesheet_text": whole.text}, whole.outputs)
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="teikit-") as folder:
        file = Path(folder, "joined.xsl")
        file.write_text(whole.text, encoding="utf-8")
        return Compiled(paths[0], {"stylesheet_text": overlaid(file, over)}, whole.outputs)


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

    def read(self, document: Document) -> PyXdmNode:
        """Return a document as Saxon holds it; from now on no other file is read."""
        self._engine.seal()
        with quiet():
            return self._engine.node(document)

    def run(self, path: Path, document: Document, parameters: Mapping[str, str]) -> str:
        """Return what the stylesheet at a path makes of a document.

        Raises:
            StylesheetError: the stylesheet stopped; the reason is its own message.
        """
        self._prepare(path, parameters)
        try:
            node = self.read(document)
            with quiet():
                return str(self._executable.transform_to_string(xdm_node=node))
        except PySaxonApiError as error:
            stopped = self.messages and "terminated by xsl:message" in str(error)
            reason = self.messages[-1] if stopped else _line(str(error))
            raise StylesheetError(path, reason) from error

    def _prepare(self, path: Path, parameters: Mapping[str, str]) -> None:
        self._executable.clear_xsl_messages()
        self._executable.clear_parameters()
        for name, value in parameters.items():
            given = self._engine.processor.make_string_value(value)
            self._executable.set_parameter(name, given)
        if path in self._outputs:
            self._executable.clear_properties()
            self._executable.set_initial_mode(self._outputs[path].mode)
            for name, value in self._outputs[path].serialization.items():
                self._executable.set_property(f"!{name}", value)

    @property
    def messages(self) -> list[str]:
        """What was said in the last run, one line for each ``xsl:message``."""
        return [_line(str(message)) for message in self._executable.get_xsl_messages() or ()]


def _source(path: Path) -> dict[str, str]:
    ours, over = parts(path)
    if over is None:
        return {"stylesheet_file": str(ours.resolve())}
    return {"stylesheet_text": overlaid(ours, over, path.stem)}


def _line(said: str) -> str:
    """Bring what Saxon says into one line."""
    return " ".join(said.split())
