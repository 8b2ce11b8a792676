"""Past one machine: the same work on a Dask cluster, through the standard executor interface.

Workers need the toolkit installed, in the same version. They are sent the documents, and the
stylesheets that are not the toolkit's own; what they make is sent back, so no disk is shared.
"""

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import SchedulerError
from toolkit.making.build import toolkit_version
from toolkit.making.order import Order, make
from toolkit.making.rendering import Made
from toolkit.resources import XSLT
from toolkit.xsl.modules import closure
from toolkit.xsl.stylesheets import is_ours

if TYPE_CHECKING:
    from concurrent.futures import Executor


@contextmanager
def cluster_executor(address: str) -> "Iterator[Executor]":
    """Connect to the scheduler of a cluster and give its workers as one executor.

    Raises:
        SchedulerError: the extra is not installed, or there is no scheduler at the address.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise SchedulerError(address, 'needs pip install "teikit[cluster]"') from error
    try:
        client = Client(address, timeout="10s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise SchedulerError(address, f"cannot be reached: {error}") from error
    with client, client.get_executor(pure=False, retries=3) as executor:  # type: ignore[no-untyped-call]
        yield executor


@dataclass(frozen=True, slots=True)
class Parcel:
    """Stylesheets on their way to a machine that does not have them."""

    version: str
    names: dict[Path, str]
    """Where each lies in the parcel, or in the toolkit if the parcel is empty."""
    modules: dict[str, bytes]


def sender(stylesheets: tuple[Path, ...]) -> Callable[[Order], Made]:
    """Return the task for workers elsewhere: like `make`, with the stylesheets sent along."""
    return _Sender(_parcel(stylesheets))


@dataclass(frozen=True, slots=True)
class _Sender:
    parcel: Parcel

    def __call__(self, order: Order) -> Made:
        """Make the outputs on the machine where this is called."""
        if self.parcel.version != toolkit_version():
            reason = f"worker has version {toolkit_version()}, not {self.parcel.version}"
            raise SchedulerError("the cluster", reason)
        home = _unpacked(tuple(sorted(self.parcel.modules.items())))
        sheets = tuple(home / self.parcel.names[path] for path in order.stylesheets)
        return make(replace(order, stylesheets=sheets))


def _parcel(stylesheets: tuple[Path, ...]) -> Parcel:
    if all(is_ours(path) for path in stylesheets):
        names = {path: str(path.resolve().relative_to(XSLT.resolve())) for path in stylesheets}
        return Parcel(toolkit_version(), names, {})
    files = {module for path in stylesheets for module in closure(path)}
    names = {path: str(path.resolve().relative_to("/")) for path in stylesheets}
    modules = {str(path.relative_to("/")): path.read_bytes() for path in files}
    return Parcel(toolkit_version(), names, modules)


@cache
def _unpacked(modules: tuple[tuple[str, bytes], ...]) -> Path:
    """Return the folder that holds the modules of a parcel, written once for each process."""
    if not modules:
        return XSLT
    mark = hashlib.sha256(repr(modules).encode()).hexdigest()[:16]
    home = Path(tempfile.mkdtemp(prefix=f"teikit-{mark}-"))
    for name, content in modules:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return home
