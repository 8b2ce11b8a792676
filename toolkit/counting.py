"""Numbers with their nouns."""


def many(number: int, noun: str, several: str = "") -> str:
    """Return so many of a thing: ``1 problem``, ``1,200 problems``, ``2 entries``."""
    return f"{number:,} {noun if number == 1 else several or f'{noun}s'}"
