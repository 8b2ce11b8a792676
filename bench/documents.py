"""Documents to measure with: the chapter itself, larger ones made of it, and folders of them."""

import re
from pathlib import Path

CHAPTER = Path(__file__).parent.parent / "tei" / "whitewood.xml"
_ID = re.compile(r'xml:id="([^"]+)"')
_POINTER = re.compile(r"#([\w.\-]+)")


def enlarged(times: int, target: Path) -> Path:
    """Write the chapter with its body so many times over, every ``xml:id`` still unique."""
    text = CHAPTER.read_text(encoding="utf-8")
    start = text.index(">", text.index("<body")) + 1
    end = text.index("</body>")
    body = text[start:end]
    own = set(_ID.findall(body))
    parts = [body, *(_renamed(body, own, number) for number in range(1, times))]
    target.write_text(text[:start] + "\n".join(parts) + text[end:], encoding="utf-8")
    return target


def _renamed(body: str, own: set[str], number: int) -> str:
    again = _ID.sub(rf'xml:id="\1-x{number}"', body)
    return _POINTER.sub(
        lambda found: f"{found[0]}-x{number}" if found[1] in own else found[0], again
    )


def corpus(count: int, folder: Path) -> Path:
    """Write so many documents the size of the chapter, each with a title of its own."""
    text = CHAPTER.read_text(encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        own = text.replace("</title>", f" {number}</title>", 1)
        (folder / f"chapter{number:05}.xml").write_text(own, encoding="utf-8")
    return folder
