"""Which elements go with which others."""

from typing import Final

# What editors wrap elements in.
CONTAINERS: Final = {
    "item": ("list",),
    "label": ("list",),
    "cell": ("row",),
    "row": ("table",),
    "l": ("lg",),
    "bibl": ("listBibl",),
    "biblStruct": ("listBibl",),
    "biblFull": ("listBibl",),
    "person": ("listPerson",),
    "place": ("listPlace",),
    "org": ("listOrg",),
    "event": ("listEvent",),
    "persName": ("author", "person"),
    "placeName": ("place", "pubPlace"),
    "orgName": ("org", "publisher"),
    "graphic": ("figure",),
    "pubPlace": ("imprint", "bibl"),
    **dict.fromkeys(("author", "editor", "publisher", "biblScope", "citedRange"), ("bibl",)),
}

# What stands beside what in a <choice> or an <app>.
PARTNERS: Final = {
    "sic": "corr",
    "corr": "sic",
    "orig": "reg",
    "reg": "orig",
    "abbr": "expan",
    "expan": "abbr",
}

# What is meant where many things might be added to a document that has hardly begun.
USUAL: Final = ("text", "body")
