"""Hostile documents, each of a kind: they end in a page without scripts, or in one clear line."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from toolkit import ProblemsFound, check, load
from toolkit.making.rendering import render
from toolkit.reading.gathering import whole
from toolkit.resources import XSLT
from toolkit.xsl.stylesheets import stylesheets

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
SCRIPTS = ("javascript:alert(1)", "JaVa&#10;script:alert(1)", "data:text/html,x", "vbscript:x")
POINTERS = (
    "ref target corresp url source facs resp ana key cRef next prev xml:base style rend".split()
)
ELEMENTS = (
    "persName ref ptr title bibl date graphic note hi quote p div head cell item media idno".split()
)
XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'


def tei(body: str, before: str = "", header: str = "", after: str = "") -> str:
    return (
        f"{before}<TEI {NS}><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt></fileDesc>"
        f"{header}</teiHeader><text><body>{body}</body></text>{after}</TEI>"
    )


def entities(*declared: str) -> str:
    return f"<!DOCTYPE TEI [{''.join(declared)}]>"


def prefix(pattern: str, to: str) -> str:
    return (
        "<encodingDesc><listPrefixDef><prefixDef ident='x' "
        f"matchPattern='{pattern}' replacementPattern='{to}'/></listPrefixDef></encodingDesc>"
    )


PERSON = (
    "<standOff><listPerson><person xml:id='{id}'><persName>{name}</persName>"
    "<idno type='URI'>javascript:alert(1)</idno><idno type='viaf'>1\" onclick=\"x</idno>"
    "<note type='description'>*/ alert(1) /*</note></person></listPerson></standOff>"
)
LOUD = "&lt;/script>&lt;script>alert(1)&lt;/script>"
# Documents that are built.
BUILT = {
    **{
        f"{scheme[:6]} in @{name}": tei(
            "".join(f'<p><{element} {name}="{scheme}">x</{element}></p>' for element in ELEMENTS)
        )
        for scheme in SCRIPTS
        for name in POINTERS
    },
    "svg": tei("<p><svg xmlns='http://www.w3.org/2000/svg' onload='x'><script>alert(1)</script></svg></p>"),
    "html": tei("<p><h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script></p>"),
    "elements called script": tei("<p><script>alert(1)</script><iframe>x</iframe><style>y</style></p>"),
    "cdata": tei("<p><![CDATA[<script>alert(1)</script>]]></p>"),
    "words that close a script": tei(f"<p>{LOUD}</p>"),
    "an entry that closes a script": tei("<p><name ref='#a'/></p>", after=PERSON.format(id="a", name=LOUD)),
    "names of javascript": tei("<p><name ref='#__proto__'/></p>", after=PERSON.format(id="__proto__", name="x")),
    "style": tei("<p style='background:url(//x)' rend='x\";y'><hi rend='expression(1) skip'>x</hi></p>"),
    "instructions": tei("<p><?php x?><?teikit include='/etc/passwd'?></p>", '<?xml-model href="/etc/x.rng"?>'),
    "a schema of an odd name": tei("<p/>", f'<?xml-model href="{"a" * 5000}.rng"?><?xml-model href="a%00.rng"?>'),
    "ids that differ by case": tei("".join(f"<p xml:id='{i}' n='1'>x</p>" for i in "AaKkİi")),
    "ids that are none": tei("".join(f"<p xml:id='{i}'>x</p>" for i in ("", "a b", "../x", "&lt;b>"))),
    "ids that turn": tei("<p xml:id='a\u2067b'>\u202egro.live\u202c<name ref='#a\u2067b'/></p>"),
    "a default that is a script": tei("<p><ref>x</ref></p>", entities('<!ATTLIST ref target CDATA "javascript:x">')),
    "a prefix that is a script": tei("<p><ref target='x:1'>a</ref></p>", "", prefix("(.+)", "javascript:$1")),
    "a prefix that searches": tei(f"<p><name ref='x:{'a' * 60}!'/></p>", "", prefix("(a+)+$", "$1")),
    "parameter entities": tei("<p/>", entities("<!ENTITY % f SYSTEM 'file:///etc/passwd'>", "%f;")),
    "files outside": tei("<p>" + "".join(f"<name ref='{f}#x'/>" for f in ("/etc/passwd", "../../a.xml", "//[", "a%00.xml", "a" * 5000 + ".xml")) + "</p>"),
    "inclusions outside": tei("<p>" + "".join(f"<xi:include {XI} href='{f}' parse='text'/>" for f in ("/etc/passwd", "../../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "file:///etc/passwd", "http://[", "a%00", ".", "/dev/zero", "a" * 5000)) + "</p>"),
    "an outer base": tei(f"<p xml:base='/etc/'><xi:include {XI} href='passwd' parse='text'/></p><p xml:base='http://['><xi:include {XI} href='x'/></p>"),
    "dates in other digits": tei("<p>" + "".join(f"<date when='{d}'>{d}</date>" for d in ("١٩١١", "۱۹۱۱-۰۲-۰۳", "１９１１-02", "१९११/१९१२")) + "<bibl><date when='٢٠٢٠'>٢٠٢٠</date><biblScope unit='page' from='١' to='٢'>١-٢</biblScope></bibl></p>", after="<standOff><listBibl><biblStruct xml:id='b'><monogr><title>T</title><imprint><date when='١٩١١-٠٢-٠٣'>١٩١١</date><biblScope unit='page'>١٢-١٣</biblScope></imprint></monogr></biblStruct></listBibl></standOff>"),
    "numbers": tei("<p n='9999999999999999999999'><gap reason='rights' quantity='-99999999999999999999'/><note n='99999999999'/></p><table><row><cell cols='999999999'/></row></table>"),
    "dates": tei("<p>" + "".join(f"<date when='{d}'>x</date>" for d in ("0000", "-99999999", "9" * 400, "T25", "2000-13-45", "")) + "</p>"),
    "coordinates": tei("<p/>", after="<standOff><listPlace>" + "".join(f"<place xml:id='p{n}'><placeName>x</placeName><location><geo>{g}</geo></location></place>" for n, g in enumerate(("1e309 0", "nan nan", "9 9 9", "90 180", " "))) + "</listPlace></standOff>"),
    "a language of great length": tei(f"<p xml:lang='{'x' * 9999}'>x</p><p xml:lang='\">&lt;b>'>y</p>"),
    "doubtful works of other kinds": tei("<p/>", after="<standOff><listBibl><stray cert='low'>x</stray><biblFull cert='low'>y</biblFull></listBibl></standOff>"),
    "notes in notes": tei("<p>" + "x<note>" * 100 + "</note>" * 100 + "</p>"),
    "lists in lists": tei("<list><item>" * 100 + "x" + "</item></list>" * 100),
}  # fmt: skip
# Documents that are refused, and by which rule.
REFUSED = {
    "a bomb": (tei("<p>&c;</p>", entities(f"<!ENTITY a '{'x' * 999}'>", f"<!ENTITY b '{'&a;' * 99}'>", f"<!ENTITY c '{'&b;' * 99}'>")), "limit"),
    "a bomb in an attribute": (tei("<p n='&c;'/>", entities(f"<!ENTITY a '{'x' * 999}'>", f"<!ENTITY b '{'&a;' * 99}'>", f"<!ENTITY c '{'&b;' * 99}'>")), "limit"),
    "entities in a circle": (tei("<p>&a;</p>", entities("<!ENTITY a '&b;'>", "<!ENTITY b '&a;'>")), "not-well-formed"),
    "10,000 levels": (tei("<hi>" * 10000 + "</hi>" * 10000), "limit"),
    "10,000 attributes": (tei("<p " + " ".join(f"a{n}='x'" for n in range(10000)) + "/>"), "limit"),
    "a million tags": (tei("<p>" + "<lb/>" * 1_000_001 + "</p>"), "limit"),
    "NUL": (tei("<p>\0</p>"), "not-well-formed"),
    "half a pair": (tei("<p>&#xD800;</p>"), "not-well-formed"),
    "UTF-7": (tei("<p>+ADw-script+AD4-</p>", "<?xml version='1.0' encoding='UTF-7'?>"), "not-well-formed"),
    "an encoding of nobody": (tei("<p>é</p>", "<?xml version='1.0' encoding='x-none'?>"), "not-well-formed"),
    "an outside entity": (tei("<p>&x;</p>", entities("<!ENTITY x SYSTEM 'file:///etc/passwd'>")), "outside-entity"),
    "the end missing": (tei("<p>x</p>")[:-9], "not-well-formed"),
    "two roots": (tei("<p>x</p>") * 2, "not-well-formed"),
}  # fmt: skip
PAGES = tuple(s for s in stylesheets(XSLT) if s.stem.endswith(".html"))


def active(page: html.HtmlElement) -> Iterator[str]:
    """Give what a browser would run, or load from elsewhere; our scripts have files of their own."""
    for node in page.iter(etree.Element):
        if node.tag in {"iframe", "object", "embed", "style", "base"}:
            yield str(node.tag)
        if node.tag == "script" and not (
            node.get("defer") is not None or "ld+json" in node.get("type", "")
        ):
            yield "script"
        for name, value in node.items():
            scheme = re.sub(r"[\s\x00-\x1f]", "", value).partition(":")[0].lower()
            leads = name in {"href", "src", "action", "data"}
            if leads and scheme in {"javascript", "vbscript", "data", "file", "blob"}:
                yield f"{name}={value}"
            if name.startswith("on") or (
                name == "style" and not node.xpath("ancestor-or-self::svg")
            ):
                yield name


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "edition" / "a.xml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", BUILT)
def test_what_is_built_holds_no_script_and_nothing_from_outside(name: str, tmp_path: Path) -> None:
    document, _ = whole(load(written(tmp_path, BUILT[name])))
    check(document)

    made = render(document, PAGES, {"version": "1"}).outputs

    for file, content in made.items():
        assert list(active(html.document_fromstring(content.decode()))) == [], file
        assert b"root:x:0" not in content


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    text, rule = REFUSED[name]

    with pytest.raises(ProblemsFound) as raised:
        load(written(tmp_path, text))

    (problem,) = raised.value.problems
    assert (problem.rule, problem.line > 0, problem.column > 0) == (rule, True, True)
    assert len(str(problem)) < 500


def test_of_many_faults_the_first_thousand_are_told(tmp_path: Path) -> None:
    document = load(written(tmp_path, tei("<p>" + "<hi bogus='1'>x</hi>" * 3000 + "</p>")))

    told = [problem.rule for problem in check(document)]

    assert 900 < told.count("unknown-attribute") <= 1000
    assert "limit" in told
