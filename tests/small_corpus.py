"""A small corpus of our own words: four letters about a lamp, and a register that three of them share."""

from pathlib import Path

_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="{lang}">'
_HEADER = """<teiHeader><fileDesc><titleStmt><title>{title}</title><author>{author}</author></titleStmt>
<publicationStmt><p>Ours.</p></publicationStmt><sourceDesc><p>Invented.</p></sourceDesc></fileDesc>
<profileDesc><creation><date when="{when}"/></creation></profileDesc></teiHeader>"""
_REGISTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>
<listPerson>
<person xml:id="leskova"><persName>Marta Leskova</persName><persName type="sort">Leskova, Marta</persName></person>
<person xml:id="veldt"><persName>Jonas Veldt</persName></person>
</listPerson></standOff></TEI>
"""
# For each letter: its title, author, language, date, paragraphs, and entries of its own.
_LETTERS = {
    "early/first": (
        ("The lamp is lit", "Marta Leskova", "en", "1881-11-04"),
        """<p>The lamp on the mole burns. <persName ref="../people.xml#veldt">Veldt</persName> has paid
for it, and <persName ref="../people.xml#veldt">he</persName> says so to
<persName ref="../people.xml#leskova">me</persName> in <placeName ref="#ostrana">Ostrana</placeName>.</p>""",
        """<listPlace><place xml:id="ostrana"><placeName>Ostrana</placeName>
<idno type="geonames">11</idno></place></listPlace>""",
    ),
    "early/second": (
        ("Oil for the lamp", "Jonas Veldt", "en", "1881-12"),
        """<p>Lamp oil is dear in <placeName ref="#town">the town</placeName>, dear
<persName ref="../people.xml#leskova">Marta</persName>; ask <persName ref="#rohr">Rohr</persName>.</p>""",
        """<listPlace><place xml:id="town"><placeName>Ostrana (town)</placeName>
<idno type="GeoNames">https://www.geonames.org/11/ostrana.html</idno></place></listPlace>
<listPerson><person xml:id="rohr"><persName>Emil Rohr</persName></person></listPerson>""",
    ),
    "late/third": (
        ("Le phare d’Ostrana", "Emil Rohr", "fr", "1882"),
        """<p>L’hiver n’a pas éteint la lampe. <persName ref="#er">Rohr</persName> l’écrit à
<persName ref="../people.xml#leskova">Marta</persName>.</p>""",
        """<listPerson><person xml:id="er"><persName>Émil  Rohr</persName></person></listPerson>""",
    ),
    "late/fourth": (
        ("Два письма", "Марта Лескова", "ru", "1883"),
        """<p>Маяк и осень. <placeName ref="#o">Острана</placeName>,
<placeName ref="#other">Ostrana</placeName>.</p>""",
        """<listPlace><place xml:id="o"><placeName>Острана</placeName></place>
<place xml:id="other"><placeName>Ostrana</placeName><idno type="geonames">99</idno></place></listPlace>""",
    ),
}


def write_letters(folder: Path) -> Path:
    """Write the corpus into a folder, and return it."""
    (folder / "edition.toml").parent.mkdir(parents=True, exist_ok=True)
    (folder / "edition.toml").write_text(
        'title = "Letters about a lamp"\nexclude = ["people.xml"]\n', encoding="utf-8"
    )
    (folder / "people.xml").write_text(_REGISTER, encoding="utf-8")
    for name in _LETTERS:
        write_letter(folder, name)
    return folder


def write_letter(folder: Path, name: str, more: str = "") -> None:
    """Write one letter, with more paragraphs if any are given."""
    (title, author, lang, when), text, entries = _LETTERS[name]
    path = folder / f"{name}.xml"
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = (
        _TEI.format(id=path.stem, lang=lang)
        + _HEADER.format(title=title, author=author, when=when)
        + f"<standOff>{entries}</standOff><text><body>{text}{more}</body></text></TEI>"
    )
    path.write_text(whole, encoding="utf-8")
