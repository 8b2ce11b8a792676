"""Documents that a schema is compared with: read one by one, and told what is wrong in them."""

import shlex
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import click

from toolkit.check.finding import problems
from toolkit.check.validity import Validity
from toolkit.corpora.finding import is_foreign
from toolkit.errors import DocumentError, ProblemsFound
from toolkit.odd.ready import schema_at
from toolkit.reading.document import Document, load

_SHOWN: Final = 20


class Users:
    """Documents by a schema; `exit_code` is that of the command when all have been read."""

    def __init__(self, schema: Path, base: Path | None) -> None:
        self._asked = ["--schema", str(schema), *(("--base", str(base)) if base else ())]
        self._validity = Validity(schema_at(schema, base))
        self.exit_code = 0

    def read(self, paths: Sequence[Path]) -> Iterator[Document]:
        """Give the documents, and say of each what the schema does not take in it."""
        for path in paths:
            found = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
            for file in found:
                try:
                    document = load(file)
                except ProblemsFound as error:
                    if not (path.is_dir() and is_foreign(error)):
                        self._say(str(error), 1)
                except DocumentError as error:
                    self._say(f"teikit: {error}", 2)
                else:
                    self._tell(document)
                    yield document

    def _tell(self, document: Document) -> None:
        found = list(islice(problems(document, self._validity.explain(document)), _SHOWN + 1))
        for problem in found[:_SHOWN]:
            self._say(str(problem), 1)
        if len(found) > _SHOWN:
            how = shlex.join(["teikit", "check", *self._asked, str(document.path)])
            self._say(f"teikit: {document.path}: there are more problems; {how}", 1)

    def _say(self, said: str, code: int) -> None:
        click.echo(said, err=True)
        self.exit_code = max(self.exit_code, code)
