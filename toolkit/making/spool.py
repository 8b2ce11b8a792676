"""Outputs that wait in a file, not in memory, until all of a document are made."""

import os
import tempfile
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from toolkit.errors import OutputError


class Spool(MutableMapping[str, bytes]):
    """A dictionary of outputs whose contents stand in a temporary file without a name."""

    def __init__(self) -> None:
        """Open the file; it is gone with the process, however that ends."""
        self._places: dict[str, tuple[int, int]] = {}
        self._file = tempfile.TemporaryFile(prefix="teikit-")  # noqa: SIM115 -- it lives as long as this

    def __setitem__(self, name: str, content: bytes) -> None:
        """Put a content at the end of the file.

        Raises:
            OutputError: there is no room for it.
        """
        try:
            start = self._file.seek(0, os.SEEK_END)
            self._file.write(content)
            self._file.flush()
        except OSError as error:
            folder, reason = Path(tempfile.gettempdir()), error.strerror or str(error)
            raise OutputError(folder, f"cannot be written: {reason}; nothing was built") from error
        self._places[name] = (start, len(content))

    def __getitem__(self, name: str) -> bytes:
        """Return a content."""
        start, length = self._places[name]
        self._file.seek(start)
        return self._file.read(length)

    def __delitem__(self, name: str) -> None:
        """Forget a content."""
        del self._places[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)
