"""Names of a package that are imported when they are first used."""

from collections.abc import Callable, Mapping
from importlib import import_module


def later(modules: Mapping[str, str]) -> Callable[[str], object]:
    """Return a package's ``__getattr__``: for each name, the module that has it."""

    def imported(name: str) -> object:
        if name in modules:
            return getattr(import_module(modules[name]), name)
        raise AttributeError(name)

    return imported
