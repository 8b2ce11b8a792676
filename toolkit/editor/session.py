"""The documents that are open in an editor, and the scheme of each."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from toolkit.check import Settings, check
from toolkit.check.judging import explainer
from toolkit.check.models import Models
from toolkit.check.scheme import scheme_of, validity
from toolkit.configuration import configuration
from toolkit.errors import ProblemsFound, ToolkitError
from toolkit.problems import Level, Problem
from toolkit.reading.document import Document, parse

_ENCODING: Final = re.compile(r"""^(<\?xml[^>]*?)(\sencoding\s*=\s*["'][^"']*["'])""")


class Session:
    """Checks texts as they stand in an editor, saved or not."""

    def __init__(self) -> None:
        self._models: dict[str, Models] = {}

    def models(self, uri: str) -> Models:
        """Return the scheme of a document; until it can be read, the toolkit's."""
        return self._models.get(uri) or validity().models

    def problems(self, uri: str, text: str) -> list[Problem]:
        """Return the problems of a text; a failure of the toolkit is one at its beginning."""
        path = path_of(uri)
        try:
            settings = _settings(path)
            document = parse(_as_utf8(text), path)
            self._learn(uri, document, settings)
            return check(document, settings=settings)
        except ProblemsFound as found:
            return list(found.problems)
        except ToolkitError as error:
            return [Problem(path, 1, 1, "teikit", str(error), level=Level.ERROR)]

    def _learn(self, uri: str, document: Document, settings: Settings) -> None:
        """Take down which scheme a document has."""
        scheme = scheme_of(document, settings.schemas, base=settings.base)
        judges = (explainer(path, scheme.base) for path in scheme.grammars)
        found = next((judge for judge in judges if judge), None)
        if found:
            self._models[uri] = found.models
        else:
            self._models.pop(uri, None)


def path_of(uri: str) -> Path:
    """Return the path of a file that an editor names by its address."""
    parts = urlsplit(uri)
    path = unquote(parts.path)
    return Path(path[1:] if re.match(r"/[A-Za-z]:/", path) else path or uri)


def _settings(path: Path) -> Settings:
    choices = configuration(path)
    return Settings(choices.schemas, dict(choices.rules), choices.base)


def _as_utf8(text: str) -> bytes:
    """Return a text as bytes; what it says of its encoding is blanked, not cut, to keep places."""
    return _ENCODING.sub(lambda m: m[1] + " " * len(m[2]), text).encode()
