"""Where the documents stand that many tests read."""

from pathlib import Path

HARBOUR = Path(__file__).parent / "editions" / "harbour" / "tei" / "harbour.xml"
WHITEWOOD = Path(__file__).parent.parent / "tei" / "whitewood.xml"
