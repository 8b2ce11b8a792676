"""Random mutations of valid documents, and builds killed at random moments."""

import random
import shutil
import subprocess
import time
from collections import Counter
from concurrent.futures import as_completed
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from bench.documents import corpus
from bench.measuring import TEIKIT
from bench.table import note
from toolkit.errors import ProblemsFound
from toolkit.making.build import with_version
from toolkit.making.order import Order, make
from toolkit.processes.workers import Workers
from toolkit.reading.document import TEI
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import stylesheets

_SAMPLE = Path(__file__).parent.parent / "tests" / "editions" / "harbour" / "tei" / "harbour.xml"
_PIECES = [b"<", b">", b"&", b'"', b"'", b"/", b"\0", b"\xff", b"]]>", b"<!--", b"<p>", b"</p>"]
_PIECES += [
    b"&x;",
    b"<?a?>",
    b"<!DOCTYPE a>",
    b' xml:id="a b"',
    b' when="x"',
    b"\r",
    b"\xef\xbf\xbe",
]


def mutations(count: int, seed: int = 0) -> Counter[str]:
    """Build mutated documents, and count how that ended: ``wrong`` and ``crashed`` must be 0."""
    chance, source = random.Random(seed), _SAMPLE.read_bytes()  # noqa: S311 -- no secret
    sheets, asked = tuple(stylesheets(XSLT)), with_version(None)
    outcome: Counter[str] = Counter()
    with Workers(2, 60) as executor:
        pending = {}
        for _ in range(count):
            changed = mutated(source, chance)
            order = Order(Path("mutated.xml"), changed, sheets, asked)
            pending[executor.submit(make, order)] = changed
        for future in as_completed(pending):
            outcome[_verdict(future.exception(), pending[future])] += 1
    return outcome


def mutated(source: bytes, chance: random.Random) -> bytes:
    """Return a document with one to three random changes."""
    if chance.random() < 0.5:  # noqa: PLR2004 -- half of them stay well formed
        return _rearranged(source, chance)
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(source))
        end = min(len(source), start + chance.choice([0, 1, 1, 5, 200]))
        piece = chance.choice([b"", source[end : end + 40], *_PIECES])
        source = source[:start] + piece + source[end:]
    return source


def _rearranged(source: bytes, chance: random.Random) -> bytes:
    """Return a document with an element moved, taken out, renamed, doubled or bereft."""
    root = etree.fromstring(source)
    elements = list(root.iter("*"))
    for _ in range(chance.randint(1, 3)):
        one, other = chance.choice(elements[1:]), chance.choice(elements)
        match chance.randrange(5):
            case 0 if one not in other.iterancestors() and one is not other:
                other.append(one)
            case 1 if (parent := one.getparent()) is not None:
                parent.remove(one)
            case 2:
                one.tag = chance.choice([other.tag, "{urn:x}stray", f"{{{TEI}}}stray"])
            case 3:
                one.attrib.clear()
            case _:
                name = chance.choice([*other.attrib, "when", "target", "n"])
                one.set(name, chance.choice(["", "#none", "é b", "9" * 400, "../../x", "a:b"]))
    return etree.tostring(root, encoding="utf-8")


def _verdict(error: BaseException | None, source: bytes) -> str:
    if error is None:
        return "built" if well_formed(source) else "wrong"
    if isinstance(error, ProblemsFound):
        refused = {problem.rule for problem in error.problems} == {"not-well-formed"}
        return "wrong" if refused and well_formed(source) else "refused"
    note(f"crashed: {error}")
    return "crashed"


def well_formed(source: bytes) -> bool:
    """Return what another parser thinks of a document."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(source, True)  # noqa: FBT003 -- expat takes it by position
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True


def kills(count: int, work: Path) -> Counter[str]:
    """Kill builds at random moments, then let one finish: ``broken`` must be 0."""
    chance, folder, into = random.Random(1), corpus(6, work / "kill"), work / "killed"  # noqa: S311
    command = [TEIKIT, "build", str(folder), "-o", str(into)]
    whole = work / "whole"
    subprocess.run([*command[:-1], str(whole)], check=True, capture_output=True)
    good = {path.relative_to(whole): path.read_bytes() for path in _files(whole)}
    outcome: Counter[str] = Counter()
    for _ in range(count):
        if chance.random() < 0.3:  # noqa: PLR2004 -- now and then from nothing
            shutil.rmtree(into, ignore_errors=True)
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            time.sleep(chance.uniform(0.1, 2.5))
            process.kill()
        left = [path for path in _files(into) if not path.name.endswith(".part")]
        broken = [p for p in left if p.read_bytes() != good.get(p.relative_to(into))]
        outcome["broken" if broken else "whole"] += 1
    subprocess.run(command, check=True, capture_output=True)
    complete = {path.relative_to(into): path.read_bytes() for path in _files(into)}
    outcome["completed" if complete == good else "incomplete"] += 1
    return outcome


def _files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".teikit.")]
