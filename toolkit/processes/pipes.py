"""Messages between processes: bytes through a pipe, with their length before them."""

import os
import select
import struct
import time
from contextlib import suppress
from typing import Final

_WIDE: Final = 1 << 20
_LENGTH: Final = struct.Struct("!Q")


def widen(pipe: int) -> None:
    """Let a pipe hold what one document becomes, if the system can, so that neither end waits."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _WIDE)


def write_message(pipe: int, content: bytes) -> None:
    """Write one message: its length, then its bytes."""
    left = memoryview(_LENGTH.pack(len(content)) + content)
    while left:
        left = left[os.write(pipe, left) :]


def read_message(pipe: int, until: float | None) -> bytes | None:
    """Return one message, or None at the end of the pipe.

    Raises:
        TimeoutError: it did not come until then, a time of ``time.monotonic``.
    """
    head = _read_exactly(pipe, _LENGTH.size, until)
    return None if head is None else _read_exactly(pipe, _LENGTH.unpack(head)[0], until)


def is_written_to(pipe: int) -> bool:
    """Wait until there is something to read, or nothing more to come, and tell which."""
    waiting = select.poll()
    waiting.register(pipe, select.POLLIN)
    return bool(waiting.poll()[0][1] & select.POLLIN)


def _read_exactly(pipe: int, length: int, until: float | None) -> bytes | None:
    parts, left = [], length
    while left:
        if until is not None and not _ready(pipe, until):
            raise TimeoutError
        part = os.read(pipe, min(left, 1 << 20))
        if not part:
            return None
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _ready(pipe: int, until: float) -> bool:
    return bool(select.select([pipe], [], [], max(until - time.monotonic(), 0))[0])
