"""Numbers with their nouns."""


def many(number: int, noun: str) -> str:
    """Return so many of a thing: ``1 problem``, ``1,200 problems``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
