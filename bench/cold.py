"""One document, each time from nothing: start-up, check, build."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.documents import CHAPTER, enlarged
from bench.measuring import TEIKIT, Cost, in_turn, run
from bench.table import Row, note

if TYPE_CHECKING:
    from collections.abc import Callable

_BARE = "import sys; from lxml import etree; etree.tostring(etree.parse(sys.argv[1]))"
_READY = """
import sys
from pathlib import Path
from toolkit.check.judging import explainer
explainer(Path(sys.argv[1]))
"""
_HERE = Path(__file__).parent


def start_up(times: int) -> list[Row]:
    """Compare ``teikit --help`` with Python that does nothing."""
    costs = in_turn(
        {
            "teikit --help": lambda: run([TEIKIT, "--help"]),
            "python -c pass": lambda: run([sys.executable, "-I", "-c", "pass"]),
        },
        times,
    )
    return [Row("start-up", name, cost, "python -c pass", costs) for name, cost in costs.items()]


def chapter(work: Path, times: int) -> list[Row]:
    """Compare a full check and a full build of the chapter with what people use."""
    sheet = str(_HERE.parent / "xslt" / "index.html.xsl")
    runs: dict[str, Callable[[], Cost]] = {
        "teikit check": lambda: run([TEIKIT, "check", str(CHAPTER)]),
        "teikit build (every output)": lambda: _build(work),
        "lxml, parse and serialise": lambda: run([sys.executable, "-c", _BARE, str(CHAPTER)]),
    }
    tools = {
        "jing, tei_all": ["jing", str(_tei_all()), str(CHAPTER)] if _tei_all() else ["-"],
        "xmllint, parse and serialise": ["xmllint", str(CHAPTER)],
        "xsltproc, a plain page": ["xsltproc", str(_HERE / "page.xsl"), str(CHAPTER)],
        "SaxonJ, the reading page alone": _saxon_j(sheet),
    }
    for name, command in tools.items():
        if shutil.which(command[0]):
            runs[name] = lambda command=command: run(command)  # type: ignore[misc]
        else:
            note(f"{name}: not at hand")
    costs = in_turn(runs, times)
    return [Row("chapter, cold", name, cost, _base(name), costs) for name, cost in costs.items()]


def schema(work: Path, times: int) -> list[Row]:
    """Compare the whole of TEI made ready to check by, from nothing and kept, with jing's start."""
    tei_all = _tei_all()
    if tei_all is None:
        note("tei_all.rng: not at hand")
        return []
    small = work / "small.xml"
    small.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', encoding="utf-8")
    ready = [sys.executable, "-c", _READY, str(tei_all.with_name("p5subset.xml"))]

    def anew() -> Cost:
        shutil.rmtree(work / "cache", ignore_errors=True)
        return run(["env", f"XDG_CACHE_HOME={work / 'cache'}", *ready])

    runs: dict[str, Callable[[], Cost]] = {
        "teikit, p5subset.xml compiled": anew,
        "teikit, p5subset.xml kept": lambda: run(
            ["env", f"XDG_CACHE_HOME={work / 'cache'}", *ready]
        ),
        "jing, tei_all.rng": lambda: run(["jing", "-i", str(tei_all), str(small)]),
    }
    if not shutil.which("jing"):
        runs.popitem()
        note("jing: not at hand")
    costs = in_turn(runs, times)
    return [Row("schema", name, cost, "jing, tei_all.rng", costs) for name, cost in costs.items()]


def growth(work: Path, times: int) -> list[Row]:
    """Measure the build of the chapter with its body 1, 10 and 100 times over."""
    costs: dict[str, Cost] = {}
    for size in (1, 10, 100):
        document = enlarged(size, work / f"times{size}.xml")
        megabytes = document.stat().st_size / 1e6
        name = f"build ×{size} ({megabytes:.1f} MB)"
        costs |= in_turn({name: lambda d=document: _build(work, d)}, max(times // 2, 1))  # type: ignore[misc]
    first = next(iter(costs))
    return [Row("growth", name, cost, first, costs) for name, cost in costs.items()]


def _build(work: Path, document: Path = CHAPTER) -> Cost:
    target = work / "cold"
    shutil.rmtree(target, ignore_errors=True)
    return run([TEIKIT, "build", str(document), "-o", str(target)])


def _base(name: str) -> str:
    return "SaxonJ, the reading page alone" if "build" in name else "jing, tei_all"


def _tei_all() -> Path | None:
    path = Path(os.environ.get("TEIKIT_SHARED", "/nowhere")) / "tei" / "tei_all.rng"
    return path if path.is_file() else None


def _saxon_j(sheet: str) -> list[str]:
    """Return the command of SaxonJ as PyPI's ``saxonhe4py`` brings it, if it is installed."""
    try:
        from saxonhe4py import SAXON_HE
    except ImportError:
        return ["-"]
    jars = [str(path) for path in SAXON_HE.rglob("*.jar")]
    return [
        "java",
        "-cp",
        ":".join(jars),
        "net.sf.saxon.Transform",
        f"-s:{CHAPTER}",
        f"-xsl:{sheet}",
    ]
