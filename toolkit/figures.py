"""Whole numbers as strangers write them: of any length, in signs that only look like figures."""

import re
from typing import Final

_WHOLE: Final = re.compile(r"[0-9]{1,9}")


def whole(text: str) -> int | None:
    """Return the number that a text is, if it is one of up to nine figures and nothing else."""
    return int(text) if _WHOLE.fullmatch(text) else None
