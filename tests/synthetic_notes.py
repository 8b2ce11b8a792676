"""Two hundred notes of an invented book, made by a seeded script that knows what each one cites.

The writer of these notes cites as people do: in full, by author and short title, by author
alone, by "Ibid.", "Idem" and "op. cit.", by a bare page, by a delo under a fond that was named
before. Some of it cannot be told by anyone but the writer, and some cites works that the
bibliography does not have.
"""

import random
from dataclasses import dataclass, field

WORKS = """
Adler, Ruth|Bells of Ostrana|2001||book
Adler, Ruth|Bells, Books and Candles|2005||book
Adler, Ruth|Ropes and Knots|2010||book
Harris, James|Harbour Law in Practice|1990||book
Harris, Thomas|Pilots under Oath|1994||book
Moor, Ines|Fog: A History|1988||book
Moor, Ines|Fog and Ice|1992||article
Lund, Per; Moor, Ines|The Long Quay|1999||book
von Berg, Otto|Salt Roads of the North|1979||book
Ilves, Mart|Tolls and Keels, 1800-1900|1983||book
Quist, Anna|Who Owned the Mole?|2003||article
Quist, Anna|Ledger Keeping at the Customs House|2007||chapter
Tamm, Eda|Harbour Songs|1966||book
Tamm, Eda|A Gazetteer of Sandbanks|1971||book
Zeller, Uwe|Lamps, Lenses and Light|2012||book
Ek, Sven|Ice Winters|1958||book
|Protocols of the Harbour Commission|1911|1|edition
|Protocols of the Harbour Commission|1912|2|edition
|Letters from the Bar|1998||edition
|Materials on the Lamp Dispute|1995||article
|Materials on the Lamp Dispute|1996||article
""".strip().splitlines()
UNLISTED = ("Orr, Niall|Tides|1950||book", "Tamm, Eda|Unpublished Songs of Sailors|1969||book")
UNITS = [
    (archive, fond, opis, delo)
    for archive, fonds in {"OSA": ("4", "9"), "RSA": ("4", "77")}.items()
    for fond in fonds
    for opis in ("1", "2")
    for delo in ("11", "12", "31")
]


@dataclass
class Work:
    """A work as the writer knows it."""

    ident: str
    makers: list[tuple[str, str]]
    title: str
    year: str
    volume: str
    kind: str
    listed: bool = True


@dataclass
class Writer:
    """The state of mind of someone who writes notes."""

    seed: int
    dice: random.Random = field(init=False)
    truths: list[str | None] = field(default_factory=list)
    before: list[list[str | None]] = field(default_factory=list)
    cited: list[Work] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        rows = [*WORKS, *UNLISTED]
        self.works = [_work(row, n, row not in UNLISTED) for n, row in enumerate(rows, 1)]
        self.here: list[tuple[str, str | None, object]] = []
        self.last: list[tuple[str, str | None, object]] = []

    def document(self, notes: int = 200) -> str:
        body = "\n".join(f"<p>Text.{self.note(n)}</p>" for n in range(1, notes + 1))
        works = "\n".join(_entry(work) for work in self.works if work.listed)
        units = "\n".join(_unit_entry(unit) for unit in UNITS)
        return (
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>'
            f'<listBibl type="works">{works}</listBibl>'
            f'<listBibl type="archival">{units}</listBibl></standOff>'
            f"<text><body>{body}</body></text></TEI>"
        )

    def note(self, n: int) -> str:
        self.here = []
        if self.dice.random() < 0.07 and n > 1:
            inside = "A remark that cites nothing."
        else:
            count = self.dice.choices((1, 2, 3, 4), (60, 25, 10, 5))[0]
            inside = "; ".join(self.citation() for _ in range(count)) + "."
            self.last = self.here
        return f'<note n="{n}">{inside}</note>'

    def citation(self) -> str:
        """Write one citation in a way that is open at this point."""
        ways = [(self.full, 22), (self.archival, 14)]
        if self.here:
            ways += [(self.implicit, 6), (self.ibid, 3)]
        elif self.last:
            ways += [(self.ibid, 26)]
        if self.here or self.last:
            ways += [(self.elided, 14 if self.here else 2)]
        if self.cited:
            ways += [(self.short, 18), (self.author_only, 8), (self.title_only, 5)]
            ways += [(self.op_cit, 3)]
        if self.here and isinstance(self.here[-1][2], Work) and self.here[-1][2].makers:
            ways += [(self.idem, 6)]
        way = self.dice.choices([way for way, _ in ways], [weight for _, weight in ways])[0]
        text, target, thing, kind = way()
        self.truths.append(target)
        self.here.append((kind, target, thing))
        if isinstance(thing, Work) and thing not in self.cited:
            self.cited.append(thing)
        attributes = ' type="archival"' if isinstance(thing, tuple) else ""
        return f"<bibl{attributes}>{text}</bibl>"

    # Works

    def full(self) -> tuple[str, str | None, object, str]:
        work = self.dice.choice(self.works)
        names = " and ".join(f"<author>{g} {s}</author>" for s, g in work.makers)
        volume = f", vol. <biblScope unit='volume'>{work.volume}</biblScope>" if work.volume else ""
        level = "a" if work.kind in {"article", "chapter"} else "m"
        journal = ", <title level='j'>Baltic Notes</title>" if level == "a" else ""
        text = (
            f"{names + ', ' if names else ''}<title level='{level}'>{self.slip(work.title)}</title>"
            f"{volume}{journal} (<publisher>Quay</publisher>, <date>{work.year}</date>), {self.page()}"
        )
        return text, _target(work), work, "full"

    def slip(self, title: str) -> str:
        """Now and then a letter is doubled, as it happens."""
        if self.dice.random() > 0.06:
            return title
        at = self.dice.randrange(3, len(title) - 1)
        return title[:at] + title[at] + title[at:]

    def short(self) -> tuple[str, str | None, object, str]:
        work = self.dice.choice(self.cited if self.dice.random() < 0.93 else self.works)
        names = " and ".join(f"<author>{surname}</author>" for surname, _ in work.makers)
        title = f"<title>{_short(work.title)}</title>"
        year = "" if work.makers else f" (<date>{work.year}</date>)"
        return (
            f"{names + ', ' if names else ''}{title}{year}, {self.page()}",
            _target(work),
            work,
            "",
        )

    def author_only(self) -> tuple[str, str | None, object, str]:
        named = [work for work in self.cited if work.makers] or [self.works[0]]
        work = self.dice.choice(named)
        return f"<author>{work.makers[0][0]}</author>, {self.page()}", _target(work), work, ""

    def op_cit(self) -> tuple[str, str | None, object, str]:
        named = [work for work in self.cited if work.makers] or [self.works[0]]
        work = self.dice.choice(named)
        text = f"<author>{work.makers[0][0]}</author>, op. cit., {self.page()}"
        return text, _target(work), work, ""

    def title_only(self) -> tuple[str, str | None, object, str]:
        work = self.dice.choice(self.cited)
        return f"<title>{work.title}</title>, {self.page()}", _target(work), work, ""

    def idem(self) -> tuple[str, str | None, object, str]:
        maker = self.here[-1][2].makers[0]
        work = self.dice.choice(
            [work for work in self.works if maker in work.makers[:1]] or [self.works[0]]
        )
        if maker not in work.makers:
            return self.short()
        return f"Idem, <title>{_short(work.title)}</title>, {self.page()}", _target(work), work, ""

    def ibid(self) -> tuple[str, str | None, object, str]:
        """Mostly the last thing cited is meant; where there were several, not always."""
        near = self.here or self.last
        _, target, thing = (
            near[-1] if self.here or self.dice.random() < 0.7 else self.dice.choice(near)
        )
        if isinstance(thing, tuple):
            return (
                f"Ibid., l. <citedRange unit='leaf'>{self.number()}</citedRange>",
                target,
                thing,
                "",
            )
        return f"Ibid., {self.page()}", target, thing, ""

    def implicit(self) -> tuple[str, str | None, object, str]:
        _, target, thing = self.here[-1]
        if isinstance(thing, tuple):
            return self.archival()
        return self.page(), target, thing, ""

    # Archival units

    def archival(self) -> tuple[str, str | None, object, str]:
        unit = self.dice.choice(UNITS)
        return _reference(unit, 0) + self.leaf(), _ident(unit), unit, ""

    def elided(self) -> tuple[str, str | None, object, str]:
        """Leave out what the last archival reference said, if there was one near."""
        near = [thing for _, _, thing in (self.here or self.last) if isinstance(thing, tuple)]
        if not near:
            return self.archival()
        above = near[-1] if self.here else self.dice.choice(near)
        depth = self.dice.choice((1, 2, 3))
        unit = self.dice.choice([u for u in UNITS if u[:depth] == above[:depth]])
        return _reference(unit, depth) + self.leaf(), _ident(unit), unit, ""

    def page(self) -> str:
        return f"<citedRange unit='page'>{self.number()}</citedRange>"

    def leaf(self) -> str:
        return f", l. <citedRange unit='leaf'>{self.number()}</citedRange>"

    def number(self) -> int:
        return self.dice.randrange(1, 400)


def _work(row: str, n: int, listed: bool) -> Work:
    makers, title, year, volume, kind = row.split("|")
    names = [tuple(name.split(", ")) for name in makers.split("; ") if name]
    return Work(f"w{n}", names, title, year, volume, kind, listed)


def _target(work: Work) -> str | None:
    return work.ident if work.listed else None


def _short(title: str) -> str:
    head = title.split(":", maxsplit=1)[0]
    return " ".join(head.removeprefix("The ").split()[:3])


def _ident(unit: tuple[str, str, str, str]) -> str:
    return "_".join(unit).lower()


def _reference(unit: tuple[str, str, str, str], depth: int) -> str:
    archive, fond, opis, delo = unit
    parts = [
        f"<orgName>{archive}</orgName>",
        f"f. <idno type='fond'>{fond}</idno>",
        f"op. <idno type='opis'>{opis}</idno>",
        f"d. <idno type='delo'>{delo}</idno>",
    ]
    return ", ".join(parts[depth:])


def _unit_entry(unit: tuple[str, str, str, str]) -> str:
    return f"<bibl type='archival' xml:id='{_ident(unit)}'>{_reference(unit, 0)}</bibl>"


def _entry(work: Work) -> str:
    names = "".join(f"<author>{g} {s}</author>" for s, g in work.makers)
    volume = f"<biblScope unit='volume'>{work.volume}</biblScope>" if work.volume else ""
    imprint = f"<imprint><publisher>Quay</publisher><date when='{work.year}'/>{volume}</imprint>"
    if work.kind in {"article", "chapter"}:
        host = "<monogr><title level='j'>Baltic Notes</title>"
        inside = f"<analytic>{names}<title level='a'>{work.title}</title></analytic>{host}"
    else:
        inside = f"<monogr>{names}<title level='m'>{work.title}</title>"
    return f"<biblStruct xml:id='{work.ident}'>{inside}{imprint}</monogr></biblStruct>"
