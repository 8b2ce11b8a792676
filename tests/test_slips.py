"""One slip put into a sound document is one problem, at its place, with its name and its mend."""

from pathlib import Path

import pytest
from material import HOUSE

from toolkit.check import check
from toolkit.errors import ProblemsFound
from toolkit.problems import Problem
from toolkit.reading.document import parse

_MISTAKE = Path(__file__).parent / "mistakes" / "element-of-html.xml"
SOUND = _MISTAKE.read_text("utf-8").partition("<?mistake")[0].replace("<i>first</i>", "first")
# What stands in the document, what a slip makes of it, where the problem is, its name, its mend.
SLIPS = [
    # the wrong end tag
    ("Nobody said why.", "<emph>Nobody</hi> said why.", "</hi> said", "</hi> is the wrong end tag: <emph> is open", "write </emph>, as <emph> was opened at"),
    ("Nobody said why.", "<emph>Nobody</persName> said why.", "</persName> said", "the wrong end tag", "write </emph>"),
    ("Nobody said why.", "<emph>Nobody</hi> <hi>said</emph> why.", "</hi> <hi>", "the wrong end tag", "write </emph>"),
    ("Nobody said why.", "<emph>Nobody</hi></emph> said why.", "</hi></emph>", "</hi> closes nothing", "take it out"),
    # a name in the wrong case, which is still a name
    ('<persName ref="#pers_holt">Holt</persName> in', '<persname ref="#pers_holt">Holt</persname> in', "<persname", "no element <persname>", "did you mean <persName>?"),
    # start tags that are not quite written
    ('<date when="1899-05">May 1899</date>', '<date when="1899-05">May 1899<date>', "<date> <persName", "<date> stands in the <date> that was opened at 59:38", "write </date>"),
    ('<date when="1899-05">May 1899</date>', 'date when="1899-05">May 1899</date>', "date when", "the start tag of </date> has no <", 'write <date when="1899-05">'),
    ('<date when="1899-05">May 1899</date>', '<datewhen="1899-05">May 1899</date>', "<datewhen", "no space stands between the name of <date> and its @when", "write <date when="),
    ('<date when="1899-05">May 1899</date>', '<date,when="1899-05">May 1899</date>', "<date,", '",when" in the tag <date …> is no name of an attribute', "write when, with a space"),
    ('<date when="1899-05">May 1899</date>', '<date when="1899-05";>May 1899</date>', "<date when", '";" in the tag <date …>', "take it out"),
    ('<date when="1899-05">May 1899</date>', "<date when='1899-05\">May 1899</date>", "<date when", "begins with ' and ends with \"", 'write when="1899-05"'),
    ('<date when="1899-05">May 1899</date>', '<date "1899-05">May 1899</date>', "<date ", 'the value "1899-05" in the tag <date …> has no name before it', "write the name"),
    ('<date when="1899-05">May 1899</date>', '<date/ when="1899-05">May 1899</date>', "<date/", "a / stands inside the tag <date …>", "take it out"),
    ('<date when="1899-05">May 1899</date>', "<ref target=http://a.org/b>May 1899</ref>", "<ref", "the value of @target of <ref> stands in no quotation marks", 'write target="http://a.org/b"'),
    ('<date when="1899-05">May 1899</date>', '<date when="1899-05">May 1899</ date>', "</ date>", "a space follows the </ of an end tag", "write </date>"),
    ("<item>Carts, three crowns</item>", "<item>Carts, three crowns<item>", "<item>\n", "<item> stands in the <item>", "write </item>"),
    ('<p xml:id="p-return" n="4">', '<para xml:id="p-return" n="4">', "<para", "<para> does not match its end tag </p>", "write <p>"),
    # an entry that lost its identifier or its name
    ('<person xml:id="pers_holt">\n        <persName type="main">Jonas', '<person xml:id="pers_marlow">\n        <persName type="main">Jonas', "<person", '"pers_marlow" is used already', "another xml:id"),
    ('<persName type="main">Jonas Holt</persName>', "Jonas Holt", "Jonas", "text stands directly in <person>", "wrap it in <persName>"),
    ('<head xml:id="head-return">The return</head>', '<head xml:id="head-return">The return</head><head xml:id="head-return">The return</head>', '<head xml:id="head-return">The return</head>\n', "<head> may not stand", "keep one"),
    ('<placeName ref="#place_ostrana">Ostrana', '<placeName ref="#pers_holt">Ostrana', "<placeName", '"#pers_holt", which is no place', "correct it or the tag: it meets the <person> of line 31"),
    ("Marlow</persName> crossed", "Marlow</pers Name> crossed", "</pers Name>", "a space parts the name of the end tag </persName>", "write </persName>"),
    ('<foreign xml:lang="fr">', '<foreign xml:lang="ru-latin">', "<foreign", '"ru-latin" is not declared', "langUsage"),
    # what is no element, no address, no instruction
    ("Nobody said why.", "Nobody, when a < b > c, said why.", "< b", "a bare < stands in the text", "write &lt;"),
    ("Nobody said why.", "Nobody <? said ?> why.", "<? said", "this instruction has no name", "without a space"),
    ("Nobody said why.", '<ref target="http://exa mple.org/">Nobody</ref> said.', "<ref", "holds an address with a space in it", "http://exa%20mple.org/"),
    ("Nobody said why.", "<dtae when='1899'>1899</dtae>", "<dtae", "no element <dtae>", "did you mean <date>?"),
    ("<item>Carts, three crowns</item>", "<item>Carts, three crowns</item>,", ",\n", 'text stands directly in <list>: ","', "take it out"),
    ('<person xml:id="pers_holt">', '<person xml:id="#pers_holt">', "<person", '@xml:id="#pers_holt" of <person> is not allowed', 'as in "pers_holt"'),
    ('<birth when="1871"/>', '<born when="1871"/>', "<born", "no element <born>", "did you mean <birth>?"),
    # characters that nobody sees, brackets in values
    ('<persName ref="#pers_holt">Holt</persName> in', '<persName\u00a0ref="#pers_holt">Holt</persName> in', "<persName\u00a0", "holds the character U+00A0 (no-break space), which nobody sees", "delete it, and put an ordinary space"),
    ('<persName ref="#pers_holt">Holt</persName> in', '<persName\u2003ref="#pers_holt">Holt</persName> in', "<persName\u2003", "U+2003 (em space)", "delete it"),
    ('<persName ref="#pers_holt">Holt</persName> in', '<pers\u200bName ref="#pers_holt">Holt</pers\u200bName> in', "<pers\u200b", "U+200B (zero width space)", "delete it"),
    ('<persName ref="#pers_holt">Holt</persName> in', '<persName ref="#pers_holt">Holt</pers\u200bName> in', "</pers\u200b", "U+200B (zero width space)", "delete it"),
    ('<persName ref="#pers_holt">Holt</persName> in', '<persName ref="#pers_\u200bholt">Holt</persName> in', "<persName", '"#pers_[U+200B]holt"', 'delete U+200B, which nobody sees; did you mean "#pers_holt"?'),
    ('<persName ref="#pers_holt">Holt</persName> in', '<persName ref="#pers\u00ad_holt">Holt</persName> in', "<persName", "U+00AD", 'did you mean "#pers_holt"?'),
    ('<persName ref="#pers_holt">Holt</persName> in', '<persName ref="#pers_holt\u00a0">Holt</persName> in', "<persName", '"#pers_holt[U+00A0]"', 'did you mean "#pers_holt"?'),
    ('<persName ref="#pers_holt">Holt</persName> in', '<persName ref="<pers_holt>">Holt</persName> in', "<persName", "the value of @ref of <persName> holds a bare <", 'take the brackets away: ref="pers_holt", or write &lt; for it'),
    # habits of HTML
    ("Nobody said why.", "Nobody<br>said why.", "<br>", "<br> has no end tag", "write <lb/>: it holds nothing"),
    ("Nobody said why.", "Nobody<br>said<br>why.", "<br>said", "<br> has no end tag", "write <lb/>: it holds nothing"),
    ("Nobody said why.", "Nobody<br/>said why.", "<br/>", "no element <br>", "TEI writes <lb/>, which the scheme does not have; leave it out"),
    ("Nobody said why.", "<b>Nobody</b> said why.", "<b>", "no element <b>", 'write <hi rend="bold">'),
    ("Nobody said why.", "<em>Nobody</em> said why.", "<em>", "no element <em>", "write <emph>"),
    ("Nobody said why.", "<strong>Nobody</strong> said why.", "<strong>", "no element <strong>", "write <emph>"),
    ("Nobody said why.", "Nobody said why.<sup>2</sup>", "<sup>", "no element <sup>", 'write <hi rend="superscript">'),
    ("Nobody said why.", "<u>Nobody</u> said why.", "<u>", "no element <u>", "write <hi>"),
    ("Nobody said why.", '<span class="x">Nobody</span> said why.', "<span", "<span> may not stand in <p>", "write <seg>"),
    ("Nobody said why.", '<a href="http://a.org/?b">Nobody</a> said.', "<a ", "no element <a>", 'write <ref target="http://a.org/?b">'),
    ("Nobody said why.", 'Nobody <img src="a.png"/> said.', "<img", "no element <img>", 'TEI writes <graphic url="a.png"/>'),
    ('<head xml:id="head-return">The return</head>', "<h2>The return</h2>", "<h2>", "no element <h2>", "write <head>"),
    ('<list xml:id="list-fares">', '<ul><li>One</li></ul><list xml:id="list-fares">', "<ul>", "no element <ul>", "write <list>, with <item> for each <li>"),
]  # fmt: skip


def problems_of(text: str) -> list[Problem]:
    try:
        return check(parse(text.encode(), Path("a.xml")), settings=HOUSE)
    except ProblemsFound as found:
        return list(found.problems)


@pytest.mark.parametrize(
    ("right", "slip", "at", "says", "advises"), SLIPS, ids=[slip[1][:60] for slip in SLIPS]
)
def test_a_slip_is_one_problem_with_its_place_name_and_mend(
    right: str, slip: str, at: str, says: str, advises: str
) -> None:
    assert SOUND.count(right) == 1
    text = SOUND.replace(right, slip)
    before = text[: text.index(at, text.index(slip))]

    (problem,) = problems_of(text)

    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert (problem.line, problem.column) == place
    assert says in problem.message
    assert advises in problem.advice


def test_the_document_is_sound_without_a_slip() -> None:
    assert problems_of(SOUND) == []
