"""Schematron of any project: includes, diagnostics, quick fixes, subjects, rules that fail."""

from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.errors import SchemaError
from toolkit.problems import Level, Problem
from toolkit.reading.document import parse
from toolkit.resources import SCHEMA

SCH = 'xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:sqf="http://www.schematron-quickfix.com/validator/process"'
NS = '<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>'
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
  <div><p n="1">one
    <hi>two</hi></p><p>three</p></div>
</body></text></TEI>"""


def found(folder: Path, rules: str, phase: str = "#DEFAULT", **files: str) -> list[Problem]:
    """Return the problems of DOCUMENT by a schema that may include files."""
    path = folder / "rules.sch"
    path.write_text(f'<schema {SCH} queryBinding="xslt3">{NS}{rules}</schema>', encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.sch").write_text(text, encoding="utf-8")
    settings = Settings(schemas=(path,), phase=phase)
    return check(parse(DOCUMENT.encode(), Path("a.xml")), ["schematron"], settings)


def test_a_finding_has_line_column_and_path(tmp_path: Path) -> None:
    rule = '<pattern id="r"><rule context="tei:hi"><report test="true()">a hi; take it out</report></rule></pattern>'

    (problem,) = found(tmp_path, rule)

    assert (problem.line, problem.column) == (3, 5)
    assert (problem.rule, problem.message, problem.advice) == ("r", "a hi", "take it out")
    assert problem.path == "TEI/text/body/div/p[1]/hi"


@pytest.mark.parametrize(
    ("context", "place"),
    [
        ("tei:p/comment()", (2, 22)),
        ("processing-instruction()", (3, 2)),
        ("tei:p/@n", (2, 6)),
        ("tei:note/text()", (3, 18)),
    ],
)
def test_a_node_that_is_no_element_has_its_own_place(
    tmp_path: Path, context: str, place: tuple[int, int]
) -> None:
    path = tmp_path / "rules.sch"
    path.write_text(
        f'<schema {SCH} queryBinding="xslt3">{NS}<pattern id="r"><rule context="{context}"><report test="true()">here</report></rule></pattern></schema>'
    )
    text = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>\n  <p n="1">one <hi/> <!-- a -->\n <?pb 2?><note>  two</note></p></body></text></TEI>'
    document = parse(text.encode(), Path("a.xml"))

    (problem,) = check(document, ["schematron"], Settings(schemas=(path,)))

    assert (problem.line, problem.column) == place


def test_roles_diagnostics_and_quick_fixes_are_told(tmp_path: Path) -> None:
    rule = """<pattern><rule context="tei:p"><assert id="numbered" test="@n" role="warn" diagnostics="d" sqf:fix="f">no n</assert>
      <sqf:fix id="f"><sqf:description><sqf:title>Number it</sqf:title></sqf:description></sqf:fix></rule></pattern>
      <diagnostics><diagnostic id="d">its text is <value-of select="."/></diagnostic></diagnostics>"""

    (problem,) = found(tmp_path, rule)

    assert (problem.rule, problem.level) == ("numbered", Level.WARNING)
    assert problem.advice == "its text is three; Number it"


def test_a_subject_moves_the_place(tmp_path: Path) -> None:
    rule = '<pattern id="r"><rule context="tei:div"><report test="true()" subject="tei:p[2]">here</report></rule></pattern>'

    (problem,) = found(tmp_path, rule)

    assert problem.path == "TEI/text/body/div/p[2]"


def test_functions_keys_and_variables_of_xslt_may_be_used(tmp_path: Path) -> None:
    rule = """<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="n" match="tei:p" use="@n"/>
      <xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="tei:long"><xsl:param name="t"/><xsl:sequence select="string-length($t) gt 4"/></xsl:function>
      <let name="first" value="key('n', '1')"/>
      <pattern id="r"><rule context="tei:p | tei:hi"><let name="me" value="."/><report test="tei:long(string($me)) and not(. is $first)">long</report></rule></pattern>"""

    assert [p.path for p in found(tmp_path, rule)] == ["TEI/text/body/div/p[2]"]


def test_phases_choose_patterns(tmp_path: Path) -> None:
    pattern = '<pattern id="{0}"><rule context="tei:hi"><report test="true()">{0}</report></rule></pattern>'
    rules = (
        '<phase id="early"><active pattern="a"/></phase>'
        + pattern.format("a")
        + pattern.format("b")
    )

    assert [p.rule for p in found(tmp_path, rules)] == ["a", "b"]
    assert [p.rule for p in found(tmp_path, rules, phase="early")] == ["a"]


def test_files_are_included(tmp_path: Path) -> None:
    part = f'<pattern {SCH} id="part"><rule context="tei:hi"><report test="true()">a hi</report></rule></pattern>'

    assert [p.rule for p in found(tmp_path, '<include href="part.sch"/>', part=part)] == ["part"]


def test_a_rule_that_fails_is_named_and_the_others_are_checked(tmp_path: Path) -> None:
    rules = """<pattern id="bad"><rule context="tei:div"><assert test="string-length(tei:p) = 1">x</assert></rule></pattern>
      <pattern id="good"><rule context="tei:hi"><report test="true()">a hi</report></rule></pattern>"""

    problems = found(tmp_path, rules)

    assert [p.rule for p in problems] == ["rule-failed", "good"]
    assert '"bad"' in problems[0].message


def test_rules_embedded_in_a_grammar_are_applied(tmp_path: Path) -> None:
    grammar = tmp_path / "g.rng"
    grammar.write_text(
        """<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:s="http://purl.oclc.org/dsdl/schematron">
        <start><element><anyName/><ref name="any"/></element></start>
        <define name="any"><zeroOrMore><choice><text/><attribute><anyName/></attribute><element><anyName/><ref name="any"/></element></choice></zeroOrMore></define>
        <s:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
        <s:pattern id="inner"><s:rule context="tei:hi"><s:report test="true()">a hi</s:report></s:rule></s:pattern></grammar>""",
        encoding="utf-8",
    )

    problems = check(parse(DOCUMENT.encode(), Path("a.xml")), settings=Settings((grammar,)))

    assert [p.rule for p in problems] == ["inner"]


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ('<pattern><rule context="tei:p[["><assert test="1">x</assert></rule></pattern>', "cannot be run"),
        ('<include href="nowhere.sch"/>', "nowhere.sch: no such file"),
    ],
)  # fmt: skip
def test_a_schema_that_cannot_be_used_is_an_error_that_names_it(
    tmp_path: Path, rules: str, reason: str
) -> None:
    with pytest.raises(SchemaError, match=reason):
        found(tmp_path, rules)


def test_rules_are_applied_beside_the_grammar_and_inside_a_division_out_of_place(
    tmp_path: Path,
) -> None:
    rule = '<pattern id="r"><rule context="tei:hi"><report test="true()">a hi</report></rule></pattern>'
    rules = tmp_path / "rules.sch"
    rules.write_text(f'<schema {SCH} queryBinding="xslt3">{NS}{rule}</schema>', encoding="utf-8")
    odd = SCHEMA / "edition.odd"
    misplaced = DOCUMENT.replace("<hi>two</hi>", "<div><p><hi>two</hi></p></div>")

    problems = check(
        parse(misplaced.encode(), Path("a.xml")), settings=Settings(schemas=(odd, rules))
    )

    assert {"misplaced-element", "r"} <= {p.rule for p in problems}


def test_the_default_phase_holds_if_none_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "rules.sch"
    pattern = '<pattern id="{0}"><rule context="tei:hi"><report test="true()">{0}</report></rule></pattern>'
    phase = '<phase id="early"><active pattern="a"/></phase>'
    path.write_text(
        f'<schema {SCH} queryBinding="xslt3" defaultPhase="early">{NS}{phase}{pattern.format("a")}{pattern.format("b")}</schema>'
    )
    document = parse(DOCUMENT.encode(), Path("a.xml"))

    ruled = [
        [p.rule for p in check(document, ["schematron"], settings)]
        for settings in (Settings(schemas=(path,)), Settings(schemas=(path,), phase="#ALL"))
    ]

    assert ruled == [["a"], ["a", "b"]]


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        (
            '\n<phase id="p"><active pattern="nope"/></phase><pattern id="hope"/>',
            'line 2, column 15: @pattern names "nope", but no <pattern> is called so; did you mean "hope"?',
        ),
        (
            '<pattern><rule context="tei:p">\n<assert test="@n" diagnostics="d">no n</assert></rule></pattern>',
            'line 2, column 1: @diagnostics names "d", but no <diagnostic> is called so',
        ),
        (
            '<pattern><rule context="tei:p">\n\n  <assert test="@n[">no n</assert></rule></pattern>',
            "line 3, column 3: the rule cannot be run: ",
        ),
        (
            '\n<include href="more.sch"/>',
            "line 2, column 2: Schematron has no <rul>; did you mean <rule>?",
        ),
    ],
)
def test_a_slip_in_a_schema_is_refused_where_it_stands(
    tmp_path: Path, rules: str, reason: str
) -> None:
    more = f"<pattern {SCH}>\n <rul/></pattern>"

    with pytest.raises(SchemaError) as caught:
        found(tmp_path, rules, more=more)

    assert caught.value.reason.startswith(reason)


def test_a_query_binding_that_is_not_known_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rules.sch"
    path.write_text(f'<schema {SCH} queryBinding="xquery">{NS}</schema>')

    with pytest.raises(SchemaError, match='line 1, column 1: teikit has no query binding "xquery"'):
        check(parse(DOCUMENT.encode(), Path("a.xml")), ["schematron"], Settings(schemas=(path,)))
