"""Documents as they are found in the world, written close: no space helps to tell their words apart."""

import re
from typing import Final

from kinds import HEADER, NS

# What stands in <body>.
BODIES: Final = {
    "words in gaps and choices": """<p>A<gap reason="rights">left</gap> b <gap reason="rights"><desc>a map</desc></gap>
        <gap reason="rights" quantity="3" unit="lines"><desc>verse</desc></gap><choice>stray <sic>teh</sic> words
        <corr>the</corr></choice> c<lb>in a break</lb><pb>of a page</pb><anchor>here</anchor><space><desc>two
        lines</desc></space>d</p>""",
    "notes in line": """<p>Said<note place="inline"> (so she)</note> and<note place="inline"><p>apart</p><p>twice
        </p></note>went<note>below<note place="inline"> in it</note></note>.</p><note place="inline">Alone.</note>""",
    "a play in verse": """<div type="act"><head>I</head><stage>Quay.<note>Cut.</note></stage><sp><speaker>Ann<note>a
        pilot</note></speaker><l part="I">Who</l><l part="F">there</l><stage>aside</stage><lg><l>goes</l></lg></sp><sp>
        <speaker>Bo</speaker><p>I<stage>waves</stage>came</p><lg><head>Song</head><l>rope</l><l>tar</l></lg></sp></div>""",
    "a play with its cast in the text": """<castList><head>Cast</head><castGroup><castItem><role>Ann</role><roleDesc>pilot
        </roleDesc><actor>N.</actor></castItem><castItem><role>Bo</role></castItem><trailer>sailors</trailer></castGroup>
        </castList><set><p>Fog.</p></set><sp who="#x"><ab>Now</ab><note place="foot">Late.</note></sp>""",
    "a sonnet with notes": """<lg type="sonnet"><head>I<note>first</note></head><lg><l n="1">Fog<note>grey</note></l><l n="2">
        rolls</l></lg><note>on the stanza</note><lg><l><seg>in</seg><caesura/><seg>now</seg></l></lg><trailer>Fin</trailer>
        </lg><closer><signed>A.</signed><dateline>Riga</dateline></closer>""",
    "verse in prose": """<p>He sang<lg><l>tide</l><l>out</l></lg>and<q><lg><l>tide</l><l>in</l></lg></q>slept
        <quote><l>one</l><l>two</l></quote>.</p>""",
    "a dictionary with nested senses": """<superEntry><head>K</head><entry><form type="lemma"><orth>kai</orth><hyph>k-ai
        </hyph><pron>kai</pron><form><orth>kais</orth></form></form><gramGrp><pos>n</pos><gen>m</gen></gramGrp><sense n="1">
        <usg>naut</usg><def>wall</def><sense n="a"><def>of stone</def><cit><quote>am Kai</quote><bibl>Anon</bibl></cit>
        </sense></sense><sense><cit type="translation"><quote>quay</quote></cit></sense><re><form><orth>kaje</orth></form>
        <def>small</def></re><etym><lang>Dutch</lang><mentioned>kade</mentioned></etym><xr><lbl>see</lbl><ref>mole</ref>
        </xr></entry></superEntry>""",
    "free entries": """<entryFree><form><orth>bow</orth></form><def>front</def>, <sense>of a ship</sense><sense>of a man
        </sense></entryFree><entry><hom><gramGrp><pos>v</pos></gramGrp><def>bend</def></hom><hom><def>knot</def></hom>
        <dictScrap>scrap</dictScrap></entry>""",
    "parallel segmentation": """<p>He <app><lem wit="#A">sailed<note>sic</note></lem><rdg wit="#B">went</rdg><rdg wit="#C">
        <app><lem>ran</lem><rdg>rowed</rdg></app></rdg></app> <app><rdgGrp type="ort"><rdg>home</rdg><rdg>hoam</rdg></rdgGrp>
        <lem>houm</lem><wit>A B</wit></app>.</p><lg><app><lem><l>A line</l></lem><rdg><l>another</l></rdg></app></lg>""",
    "an apparatus of blocks": """<app><lem><p>All said.</p></lem><rdg><p>None said.</p><p>Nothing.</p></rdg><witDetail>torn
        </witDetail></app><div><app><rdg wit="#A"><head>One</head></rdg><rdg wit="#B"><head>Two</head></rdg></app><p>x</p></div>""",
    "nested notes": """<p>One<note>a<note>b<note>c</note>d</note>e<p>f<note>g</note></p></note>two<note><note>h</note></note>
        three</p><p><note>alone</note></p>""",
    "notes among lists": """<list><note>before</note><item>rope<note>wet</note></item><note>between</note><item><note>only
        </note></item></list><list type="gloss"><label>bow<note>n</note></label><item>front</item></list><noteGrp><note>x</note>
        <note>y</note></noteGrp>""",
    "figures with notes": """<figure><head>Ship<note>lost</note></head><figDesc>Two masts<note>or three</note></figDesc><p>Oil
        </p><note>Ours.</note><figure><head>Detail</head><graphic url="a.png"/></figure><caption>c</caption></figure><p>A<figure>
        <graphic url="b.png"/><head>inset</head></figure>b</p>""",
    "tables with notes": """<table><head>Tides<note>by hand</note></head><row role="label"><cell>High<note>h</note></cell><cell>
        Low</cell></row><row><cell><p>six</p><p>seven</p></cell><cell rows="2"><table><row><cell>in</cell><cell>out</cell></row>
        </table></cell></row><note>foot</note></table>""",
    "a table in a note": """<p>See<note>as in<table><row><cell>1</cell><cell>2</cell></row></table>and<list><item>a</item><item>b
        </item></list>end</note>.</p>""",
    "a diplomatic page": """<pb n="1"/><fw type="header">Log</fw><fw type="pageNum">1</fw><ab><lb/>In the<lb/>old har<lb
        break="no"/>bour<lb n="4"/><add place="margin">later</add><del>now</del><lb/><subst><del>a</del><add>b</add></subst></ab><fw
        type="catch">and</fw><pb n="2"/><fw>Log</fw><ab>and<cb n="2"/>so<gb/>on</ab>""",
    "abbreviations": """<p><choice><abbr>d<am>ñs</am></abbr><expan>d<ex>omi</ex>nus</expan></choice><choice><orig>vp</orig><reg>up
        </reg></choice><choice><choice><sic>a</sic><corr>b</corr></choice><reg>c</reg></choice><choice><unclear>x</unclear><unclear>
        y</unclear></choice><choice><seg>p</seg><seg>q</seg></choice></p>""",
    "a letter": """<div type="letter"><head>To Bo</head><opener><dateline><placeName>Riga</placeName><date>1 May</date></dateline>
        <address><addrLine>Quay 1</addrLine><addrLine>Riga</addrLine></address><salute>Dear Bo,</salute><note>torn</note></opener><p>
        Come.<note>n</note></p><closer>Yours<salute>ever</salute><signed>Ada<note>autograph</note></signed></closer><postscript><label>PS
        </label><p>Soon.</p></postscript><p><address><street>Quay</street><postCode>9</postCode><settlement>Riga</settlement></address>
        </p></div>""",
    "a telegram in a letter": """<p>I got<floatingText><body><opener><salute>Stop</salute></opener><p>Come<note>n</note></p><closer>
        <signed>Bo</signed></closer></body></floatingText>and went.</p>""",
    "right to left": """<head xml:lang="ar">كتاب<note xml:lang="en">book</note></head><p xml:lang="ar">سلام<lb/>عليكم <hi>يا</hi>
        <note>حاشية</note></p><p xml:lang="he">שלום <seg xml:lang="en">and</seg> עליכם<lb/>רב</p><lg xml:lang="fa"><l>یک</l><l>دو</l></lg>""",
    "a script without spaces": """<p>海<lb/>港<note>注</note>里<pb/>有<choice><orig>舩</orig><reg>船</reg></choice></p><p>นาว<lb/>า</p>""",
    "combining signs and ligatures": """<p>Zoe&#x308; ﬁn Straße İstanbul ŉ ΣΑΣ ǅ<note>ﬂ</note></p><head>ﬁn Straße İ ŉ ς</head>""",
    "speech": """<u who="#a">well<pause/>so<vocal><desc>laughs</desc></vocal>I<shift/>go<note>low</note></u><u>yes</u><incident>
        <desc>door</desc></incident><u trans="overlap"><seg>a</seg><anchor/><seg>b</seg></u><writing>sign</writing><annotationBlock>
        <u>x</u><spanGrp><span>y</span></spanGrp></annotationBlock>""",
    "words and sentences": """<ab><s><w>One</w><pc>,</pc><c> </c><w>two</w></s><s><w>three</w></s><cl><phr>four</phr></cl></ab>
        <p><s>Five.</s><s>Six.</s></p>""",
    "bibliographies": """<listBibl><head>Works<note>n</note></head><bibl><author>Quill</author><title>Quays</title><date>1900</date>
        <note>rare</note></bibl><biblStruct><analytic><author><forename>Ada</forename><surname>Lee</surname></author><title>On</title>
        </analytic><monogr><title>Log</title><imprint><pubPlace>Riga</pubPlace><publisher>Bo</publisher><date>1901</date></imprint>
        <biblScope>9</biblScope></monogr></biblStruct><listBibl><bibl>one</bibl><bibl>two</bibl></listBibl></listBibl><p><listBibl>
        <bibl>in</bibl><bibl>line</bibl></listBibl></p>""",
    "persons in prose": """<p><persName><roleName>Capt.</roleName><forename>Ada</forename><nameLink>van</nameLink><surname>Lee
        </surname><genName>II</genName></persName>of<placeName><settlement>Riga</settlement><region>Livonia</region></placeName><orgName>
        Port<orgName>Office</orgName></orgName></p><listPerson><person><persName><forename>Bo</forename><surname>Ek</surname></persName>
        <birth>1850<placeName>Riga</placeName></birth><occupation>cook</occupation><note>n</note></person><relation><desc>kin</desc>
        </relation></listPerson>""",
    "a manuscript description": """<msDesc><msIdentifier><settlement>Riga</settlement><repository>Port</repository><idno>7</idno>
        </msIdentifier><head>Log</head><msContents><summary>Tides</summary><msItem><locus>1r</locus><title>Log</title><incipit>In
        </incipit><explicit>out</explicit><note>n</note></msItem></msContents><physDesc><p>Paper.</p></physDesc></msDesc>""",
    "lists within words": """<p>Take<list><item>rope<list><item>thin</item><item>thick</item></list></item><item>tar</item></list>and
        <list type="gloss"><label>bow</label><item>front</item></list>go</p><list><head>Stores</head><item><p>a</p><p>b</p></item></list>""",
    "quotations within": """<p>She<quote><p>one</p><p>two</p></quote>said<cit><quote>three</quote><ref>Anon</ref></cit>and<said><q>four
        </q></said><q><p>five</p></q><epigraph><p>six</p></epigraph></p><epigraph><cit><quote>seven</quote><bibl>A</bibl></cit></epigraph>""",
    "divisions of the older kind": """<div1><head>One</head><argument><p>Of fog</p></argument><div2><head>Two</head><head>Sub</head>
        <byline>by A.</byline><p>x</p><div3><p>y</p><trailer>z</trailer></div3></div2></div1>""",
    "headings that say much": """<div><head>A<lb/>B<note>n</note><title>C</title></head><head type="sub">D</head><p>x</p></div><div>
        <head><choice><sic>Teh</sic><corr>The</corr></choice><date>1900</date></head></div><div n="3"><p>y</p></div>""",
    "formulas and code": """<p>As<formula>x</formula>is<eg>one
        two</eg>then<code>a</code><gi>p</gi><egXML xmlns="http://www.tei-c.org/ns/Examples"><p>one</p><p>two</p></egXML>end</p>""",
    "indexes and spans": """<p>A<index><term>fog</term><index><term>sea</term></index></index>b<span>c</span><interp>d</interp><ptr
        target="#q"/>e<ref target="#q">f</ref></p><spanGrp><span>g</span><span>h</span></spanGrp><interpGrp><interp>i</interp><interp>j
        </interp></interpGrp><p xml:id="q">k</p>""",
}
# What stands beside the header.
WHOLE: Final = {
    "a transcription of lines": """<sourceDoc><surface><label>1r</label><zone><line>In the</line><line>old<note>n</note></line><zone>
        <line>har</line></zone></zone><surface><line>patch</line></surface></surface><surfaceGrp><surface><zone>bare</zone><zone>two
        </zone></surface></surfaceGrp></sourceDoc>""",
    "a transcription and a text": """<sourceDoc><surface><zone><line>raw</line><line>lines</line></zone></surface></sourceDoc><text><body>
        <p>Clean<note>n</note></p></body></text>""",
    "a facsimile with words": """<facsimile><surface><desc>one</desc><zone><desc>two</desc></zone><graphic url="a.png"><desc>three
        </desc></graphic></surface></facsimile>""",
    "front and back": """<text><front><titlePage><docTitle><titlePart>Fog</titlePart><titlePart type="sub">A Log</titlePart></docTitle>
        <byline>by<docAuthor>Ada</docAuthor></byline><epigraph><q>Grey</q></epigraph><docImprint><pubPlace>Riga</pubPlace><publisher>Bo
        </publisher><docDate>1900</docDate></docImprint></titlePage><div><head>Preface<note>p</note></head><p>x</p></div></front><body><p>y
        </p></body><back><div><head>Notes</head><note>late</note></div><div1><p>z</p></div1><listBibl><bibl>w</bibl></listBibl></back>
        </text>""",
    "texts in a group": """<text><front><div><p>All<note>a</note></p></div></front><group><head>Two</head><text><front><docTitle><titlePart>
        One</titlePart></docTitle></front><body><p>x<note>b</note></p></body></text><group><text><body><p>y</p></body><back><div><p>z</p>
        </div></back></text></group></group><back><div><p>end</p></div></back></text>""",
    "notes beside the text": """<standOff><note target="#p">On p.</note><note target="#gone">Stray.</note><listAnnotation><annotation
        target="#a"><respStmt><resp>by</resp><name>Bo</name></respStmt><note>On a<note>deep</note></note></annotation><annotation
        target="#s"><rs>body</rs></annotation><annotation target="#s"><ptr target="#b"/></annotation></listAnnotation><listPerson><person><persName>Ada</persName><note>no</note></person>
        </listPerson></standOff><text><body><p xml:id="p">One <anchor xml:id="a"/>two <seg xml:id="s">three</seg><note>own</note></p>
        </body></text>""",
    "two documents in one": """<text><body><p>outer</p></body></text><TEI><standOff><note target="#i">on inner</note><note>loose</note>
        </standOff><text><body><p xml:id="i">inner<note>n</note></p></body></text></TEI>""",
}


def odd_kinds() -> dict[str, bytes]:
    """Return every document by the name of its kind."""
    head = HEADER.replace("{profile}", "")
    whole = WHOLE | {name: f"<text><body>{body}</body></text>" for name, body in BODIES.items()}
    return {
        f"{name}, written close": f"<TEI {NS}>{head}{close(rest)}</TEI>".encode()
        for name, rest in whole.items()
    }


def close(markup: str) -> str:
    """Return markup without its line breaks; within a tag they are spaces."""
    return re.sub(r"\n\s+", "", re.sub(r"\n\s+(?=[^<>]*>)", " ", markup))
