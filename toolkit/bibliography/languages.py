"""Languages under the names that BibLaTeX has for them."""

import re
from typing import Final

_CODES: Final = {
    "american": "en-US",
    "arabic": "ar",
    "belarusian": "be",
    "british": "en-GB",
    "bulgarian": "bg",
    "croatian": "hr",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "estonian": "et",
    "finnish": "fi",
    "french": "fr",
    "georgian": "ka",
    "german": "de",
    "greek": "el",
    "hebrew": "he",
    "hungarian": "hu",
    "italian": "it",
    "latin": "la",
    "latvian": "lv",
    "lithuanian": "lt",
    "ngerman": "de",
    "norwegian": "no",
    "polish": "pl",
    "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru",
    "serbian": "sr",
    "slovak": "sk",
    "spanish": "es",
    "swedish": "sv",
    "turkish": "tr",
    "ukrainian": "uk",
}
_CODE: Final = re.compile(r"[a-zA-Z]{2,3}(-[A-Za-z0-9]{1,8})*")


def code_of(name: str, script: str = "") -> str:
    """Return the code of a language that BibLaTeX names, with its script if that is told."""
    code = _CODES.get(name.casefold(), name if _CODE.fullmatch(name) else "")
    return f"{code}-{script}" if code and script else code
