"""How far a long run has come: one line on a terminal, nothing elsewhere."""

import sys
import time


class Progress:
    """A line on standard error that is written over and over, and taken away at the end."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._start = time.monotonic()
        self._shown = 0.0
        self._on = sys.stderr.isatty()

    def step(self, failed: int) -> None:
        """Count one document."""
        self._done += 1
        now = time.monotonic()
        if self._on and (now - self._shown > 0.1 or self._done == self._total):  # noqa: PLR2004 -- ten times a second
            self._shown = now
            left = (now - self._start) / self._done * (self._total - self._done)
            bad = f", {failed} failed" if failed else ""
            sys.stderr.write(f"\r\x1b[K{self._done}/{self._total}{bad}, {left:.0f} s left")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that something else can be written."""
        if self._on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
