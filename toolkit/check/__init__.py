"""What is wrong with a document, where, and what to do about it."""

from typing import TYPE_CHECKING

from toolkit.later import later

if TYPE_CHECKING:
    from toolkit.check.whole import CHECKS, Settings, check

__all__ = ["CHECKS", "Settings", "check"]

# What makes a schema ready, or explains by it, needs none of the other checks.
__getattr__ = later(dict.fromkeys(__all__, "toolkit.check.whole"))
