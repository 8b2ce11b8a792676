"""Where the documents stand that many tests read, and the scheme of those that name none."""

from pathlib import Path

from toolkit.check import Settings
from toolkit.resources import SCHEMA

HARBOUR = Path(__file__).parent / "editions" / "harbour" / "tei" / "harbour.xml"
WHITEWOOD = Path(__file__).parent.parent / "tei" / "whitewood.xml"
HOUSE = Settings(schemas=(SCHEMA / "edition.odd",))


def scheme_for(path: Path) -> Settings:
    """Return the house scheme for a document that names none, or else what it names."""
    return Settings() if b"<?xml-model" in path.read_bytes() else HOUSE
