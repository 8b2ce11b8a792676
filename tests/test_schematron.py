"""The transpiler of Schematron: rules, variables, abstract patterns and rules, phases."""

from pathlib import Path

import pytest
from lxml import etree

from toolkit.errors import StylesheetError
from toolkit.odd.derive import transpile
from toolkit.reading.document import parse
from toolkit.xsl.transform import Stylesheet

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
  <p n="1">one <hi>two</hi></p><p n="3"><p n="4"/></p>
</body></text></TEI>"""


def findings(folder: Path, patterns: str) -> list[tuple[str, str]]:
    """Return the rule and the message of each problem in DOCUMENT."""
    rules = (
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
        f'<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>{patterns}</schema>'
    )
    stylesheet = folder / "rules.xsl"
    stylesheet.write_text(transpile(rules.encode(), folder / "rules.sch"))
    report = Stylesheet(stylesheet).render(parse(DOCUMENT.encode(), Path("a.xml")))
    root = etree.fromstring(report.encode())
    return [(p.get("rule", ""), p.text or "") for p in root]


def test_an_assertion_reports_what_fails_and_a_report_what_holds(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        """<pattern id="p"><rule context="tei:hi">
          <assert test="@rend">no rend</assert><report test="true()">a <name/></report>
        </rule></pattern>""",
    )

    assert found == [("p", "no rend"), ("p", "a hi")]


def test_a_node_meets_only_the_first_rule_of_a_pattern_that_fits(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        """<pattern id="one"><rule context="tei:p[@n = '1']"><report test="true()">a</report></rule>
          <rule context="tei:p"><report test="true()">b <value-of select="@n"/></report></rule>
        </pattern>
        <pattern id="two"><rule context="tei:p[@n = '1']"><report test="true()">c</report></rule>
        </pattern>""",
    )

    assert sorted(found) == [("one", "a"), ("one", "b 3"), ("one", "b 4"), ("two", "c")]


def test_variables_and_abstract_rules_reach_their_assertions(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        """<let name="limit" value="2"/>
        <pattern id="p">
          <rule abstract="true" id="numbered"><let name="n" value="number(@n)"/>
            <assert test="$n lt $limit">beyond <value-of select="$limit"/></assert></rule>
          <rule context="tei:p/tei:p"><extends rule="numbered"/></rule>
        </pattern>""",
    )

    assert found == [("p", "beyond 2")]


def test_an_abstract_pattern_is_filled_in(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        """<pattern abstract="true" id="needs"><rule context="$what">
          <assert test="$whatever">lacks <value-of select="'$whatever'"/></assert></rule></pattern>
        <pattern id="hi-needs" is-a="needs">
          <param name="what" value="tei:hi"/><param name="whatever" value="@rend"/></pattern>""",
    )

    assert found == [("hi-needs", "lacks @rend")]


def test_attributes_and_texts_can_be_contexts(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        """<pattern id="a"><rule context="@n"><report test=". = '4'">four</report></rule></pattern>
        <pattern id="t"><rule context="tei:hi/text()"><report test="true()">text</report></rule>
        </pattern>""",
    )

    assert sorted(found) == [("a", "four"), ("t", "text")]


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ('<pattern is-a="x"/>', 'no abstract pattern is called "x"'),
        (
            '<pattern><rule context="*"><extends rule="y"/></rule></pattern>',
            'no abstract rule is called "y"',
        ),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, pattern: str, reason: str) -> None:
    with pytest.raises(StylesheetError, match=reason):
        findings(tmp_path, pattern)
