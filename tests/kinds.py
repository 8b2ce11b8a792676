"""Small documents of every kind that TEI is used for, each in the words of nobody."""

from typing import Final

NS: Final = 'xmlns="http://www.tei-c.org/ns/1.0"'
HEADER: Final = (
    "<teiHeader><fileDesc><titleStmt><title>Kinds</title><author>Ada Quill</author></titleStmt>"
    "<publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc>"
    "</fileDesc>{profile}</teiHeader>"
)
# What stands in <body>, unless it names another part of the document.
BODIES: Final = {
    "drama": """<div type="act" n="1"><head>Act 1</head><castList><head>Persons</head><castItem>
        <role xml:id="ann">Ann</role>, <roleDesc>a pilot</roleDesc></castItem><castGroup>
        <head>Sailors</head><castItem><role>Bo</role> <actor>N. N.</actor></castItem></castGroup>
        </castList><stage>A quay.</stage><sp who="#ann"><speaker>Ann</speaker><l part="I">Who</l>
        <stage>aside</stage><p>goes <stage>looks</stage> there?</p></sp></div>""",
    "verse": """<lg type="poem"><head>Tide</head><lg><l n="1">The <caesura/>tide</l><l>
        <seg type="foot">goes</seg> <rhyme label="a">out</rhyme></l></lg><trailer>End</trailer></lg>
        <l>alone</l>""",
    "dictionary": """<entry xml:id="e1"><form><orth>kai</orth><pron>kaɪ</pron></form><gramGrp>
        <pos>n</pos><gen>m</gen></gramGrp><sense n="1"><def>a wall to moor at</def><cit type="example">
        <quote>am Kai</quote><bibl><title>Anon</title></bibl></cit><xr>see <ref target="#e1">kai</ref>
        </xr></sense><etym>from <lang>Dutch</lang></etym></entry><entryFree>Kaje <hom>x</hom>
        </entryFree><superEntry><entry><form><orth>b</orth></form></entry></superEntry>""",
    "manuscript": """<pb n="1r"/><cb n="a"/><p><lb n="1"/>In <choice><abbr>ds</abbr><expan>d<ex>ominu</ex>s
        </expan></choice> <choice><sic>teh</sic><corr>the</corr></choice> <choice><orig>vp</orig>
        <reg>up</reg></choice> <add place="above">and</add> <del rend="strike">or</del> <subst><del>a
        </del><add>b</add></subst> <unclear>so</unclear><gap reason="illegible"><desc>a stain</desc>
        </gap><lb break="no"/><damage>on</damage> <supplied>we</supplied> <corr>went</corr>
        <hi rend="sup">th</hi> <space extent="2"/><fw type="catch">next</fw><handShift/><g>ꝑ</g></p>""",
    "apparatus in place": """<p>He <app><lem wit="#A">sailed</lem><rdg wit="#B #C">went</rdg><rdgGrp>
        <rdg>rowed</rdg></rdgGrp><note>Doubtful.</note><witDetail wit="#A">later hand</witDetail></app>
        home.</p>""",
    "apparatus apart": """<p>He <anchor xml:id="a1"/>sailed<anchor xml:id="a2"/> home.</p><listApp>
        <app from="#a1" to="#a2"><lem>sailed</lem><rdg wit="#B">went</rdg></app><app loc="1"><rdg>x</rdg>
        </app></listApp><listWit><witness xml:id="B">Codex <idno>B</idno></witness></listWit>""",
    "floating text": """<p>He read: <floatingText><body><head>A tale</head><p>Once.</p></body>
        </floatingText> and slept.</p>""",
    "tables": """<table rows="2"><head>Tides</head><row role="label"><cell>High</cell><cell cols="2">Low
        </cell></row><pb n="2"/><row><cell><list><item>six</item></list></cell><cell/><note>Local.</note>
        </row><trailer>All by the sun.</trailer></table><p>See <table><row><cell>1</cell></row></table>
        above.</p>""",
    "figures": """<figure xml:id="f1"><graphic url="ship.png"/><head>A ship</head><p>Under sail.</p>
        <figDesc>Two masts.</figDesc></figure><p>A <figure><graphic url="a b.png"><desc>dot</desc>
        </graphic><figDesc>inline</figDesc></figure> in a line, <formula notation="TeX">x^2</formula>,
        <media mimeType="audio/ogg" url="a.ogg"/><binaryObject encoding="base64">QUJD</binaryObject>
        <formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>y</mi></math></formula></p>""",
    "lists": """<list><head>Stores</head><item>rope</item><pb/><item>tar<list type="ordered"><item>Stockholm
        </item></list></item></list><list type="gloss"><headLabel>Word</headLabel><headItem>Sense
        </headItem><label>bow</label><item>front</item><label>stern</label><item>back</item></list>
        <p>Inline: <list rend="numbered"><item n="1">one</item><item><p>two</p></item></list> done.</p>
        <list><label>1.</label><item>first</item></list>""",
    "quotations": """<p>She <said who="#ann">said, <q>he said, <quote>they <q>came</q></quote></q></said>.</p>
        <quote><p>A block</p><quote><p>in a block</p></quote></quote><cit><quote>short</quote><bibl>
        Anon</bibl></cit><epigraph><q>first</q></epigraph><p><quote><lg><l>verse</l></lg></quote></p>
        <q><p>spoken</p></q><said><p>told</p></said>""",
    "speech": """<u who="#ann" xml:id="u1">well <pause dur="PT1S"/> I <vocal><desc>laughs</desc></vocal>
        <shift feature="tempo"/> go</u><incident><desc>door</desc></incident><kinesic><desc>nods</desc>
        </kinesic><annotationBlock who="#ann"><u><seg>so <anchor synch="#T1"/>on</seg></u></annotationBlock>
        <writing>a sign</writing>""",
    "features": """<p>A word.</p><fs type="morph"><f name="pos"><symbol value="noun"/></f><f name="gloss">
        <string>quay</string></f></fs><interpGrp><interp>theme</interp></interpGrp>""",
    "words": """<ab><s n="1"><cl><phr><w lemma="he" pos="PRON">He</w> <w>sail<m>ed</m></w></phr></cl>
        <pc>.</pc></s><c> </c></ab>""",
    "right to left": """<p xml:lang="ara">سلام <foreign xml:lang="heb-Hebr">שלום</foreign> <num>٣</num></p>
        <head xml:lang="fa">سر</head>""",
    "names": """<p><persName key="p1"><forename>Ada</forename> <surname>Quill</surname></persName> and
        <persName ref="http://viaf.org/viaf/1">Bo</persName> of <placeName ref="psn:x"><settlement>Riga
        </settlement>, <country>Latvia</country></placeName>; <name>Ox</name>, <rs>she</rs>,
        <measure>2 t</measure>, <date>May</date>, <time>noon</time>, <email>a@b.c</email>.</p>""",
    "persons in the text": """<listPerson><head>Crew</head><person xml:id="bo"><persName>Bo</persName>
        <birth when="1850">1850</birth><note>Cook.</note></person></listPerson><p><persName ref="#bo">Bo
        </persName></p><listBibl><bibl>One book</bibl><biblStruct><monogr><title>Two</title><imprint>
        <date>1900</date></imprint></monogr></biblStruct></listBibl>""",
    "notes inside": """<p>One<note>A <hi>first</hi><note>nested</note>.</note> two<note n="*" place="foot"><p>B.</p>
        <p>C.</p></note></p><note>between</note>""",
    "notes that are pointed to": """<p>One<ptr target="#n1"/> two<ref target="#n2">2</ref> three.</p>
        <div type="notes"><note xml:id="n1" n="1">First.</note><note xml:id="n2" n="2"><p>Second.</p></note>
        </div>""",
    "notes that point": """<p>One<anchor xml:id="a1"/> <seg xml:id="s1">two</seg> three.</p><div><note target="#a1">
        First.</note><note target="#s1" xml:id="n2">Second.</note><note target="#nowhere">Lost.</note></div>""",
    "links": """<p><ref target="#p2 #p3">both</ref> <ref target="javascript:alert(1)">no</ref> <ptr target="https://a.b/c"/>
        <ref>bare</ref></p><p xml:id="p2">2</p><p xml:id="p3" n="3">3</p><p n="4">no id</p>""",
    "code": """<p>Write <gi>p</gi>, <att>ref</att>, <val>x</val>, <code>a &lt; b</code>, <ident>y</ident>:</p>
        <eg>line one
        line two</eg><egXML xmlns="http://www.tei-c.org/ns/Examples"><p>example</p></egXML>""",
    "words straight in divisions": """text in a body <div>text in a division <emph>emphatic</emph><p>p</p> tail</div>
        <lg>text<l>l</l></lg><list>text<item>i</item></list><table>text<row>text<cell>c</cell></row></table>""",
    "unnumbered divisions": """<div1><head>One</head><div2><head>Two</head><head>A subtitle</head><p>x</p></div2>
        </div1><div n="0"><p>intro</p></div><div n="2"><div n="3"><p>deep</p></div></div>""",
    "headings that hold blocks": """<div><head>A <note>n</note><lb/><list><item>listed</item></list></head><p>x</p></div>
        <div><head><quote><p>q</p></quote></head><p><hi><list><item>x</item></list></hi></p></div>""",
    "identifiers like ours": """<div xml:id="content"><head xml:id="notes-heading">Notes</head><p xml:id="text">x
        <note xml:id="about-heading">y</note></p></div>""",
    "letter": """<opener><address><addrLine>The Quay</addrLine><addrLine>Riga</addrLine></address><dateline>
        <placeName>Riga</placeName>, <date when="1881-05-01">1 May</date></dateline><salute>Dear Bo,</salute>
        </opener><p>Come.</p><closer><salute>Yours</salute> <signed>Ada</signed></closer><postscript><label>
        PS</label><p>Soon.</p></postscript>""",
    "speakers in prose": """<sp><speaker>A</speaker><ab>words</ab></sp><spGrp><sp><l>line</l></sp></spGrp>
        <stage>Exit.</stage><p><stage>Enter.</stage></p>""",
    "foreign markup": """<p>An <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><text>svg</text></svg>
        and <script xmlns="http://www.w3.org/1999/xhtml">alert(2)</script>.</p>""",
    "metamarks": """<p><metamark>*</metamark><mod><add>a</add></mod><retrace>b</retrace><restore><del>c</del></restore>
        <undo/><redo/><surplus>d</surplus><secl>e</secl><am>f</am><milestone unit="x"/><gb/></p>""",
    "bibliography": """<div type="bibliography"><listBibl><bibl xml:id="b1"><author>Quill</author>, <title>On
        Quays</title>, <biblScope>2</biblScope></bibl></listBibl></div><p><bibl corresp="#b1">Quill</bibl>
        <bibl ref="#b1">again</bibl></p>""",
}  # fmt: skip
# Documents whose text stands otherwise than in one body.
WHOLE: Final = {
    "letter with its correspondents": (
        (
            "<profileDesc><correspDesc><correspAction type='sent'><persName ref='#ada'>Ada</persName>"
            "<date when='1881'/></correspAction></correspDesc><particDesc><listPerson><person xml:id='ada'>"
            "<persName>Ada Quill</persName></person></listPerson></particDesc></profileDesc>"
        ),
        "<text><body><p>Dear <persName ref='#ada'>Ada</persName>.</p></body></text>",
    ),
    "no body": ("", "<text><front><div><p>Only a preface.</p></div></front></text>"),
    "title page": (
        "",
        (
            "<text><front><titlePage><docTitle><titlePart>Tides</titlePart><titlePart type='sub'>of Riga"
            "</titlePart></docTitle><byline>by <docAuthor>Ada</docAuthor></byline><epigraph><p>E.</p>"
            "</epigraph><docImprint><pubPlace>Riga</pubPlace> <docDate>1881</docDate></docImprint>"
            "</titlePage><div><head>Preface</head><p>P.</p></div></front><body><p>B.</p></body>"
            "<back><div><head>Index</head><divGen type='index'/><p>Z.</p></div></back></text>"
        ),
    ),
    "group of texts": (
        "",
        "<text><front><docTitle><titlePart>All</titlePart></docTitle></front><group>"
        + "".join(
            f"<text xml:id='t{n}'><front><head>T{n}</head></front><body><p>Text {n}<note>n{n}</note>."
            f"<date when='1900'>1900</date></p></body><back><p>end</p></back></text>"
            for n in (1, 2)
        )
        + "</group></text>",
    ),
    "facsimile only": (
        "",
        (
            "<facsimile><surface><graphic url='1.png'/><zone ulx='1'><desc>a seal</desc></zone></surface>"
            "</facsimile>"
        ),
    ),
    "transcription only": (
        "",
        (
            "<sourceDoc><surface><zone><line>In the <add>old</add></line><line>harbour<note>n</note></line>"
            "</zone></surface></sourceDoc>"
        ),
    ),
    "standOff only": (
        "",
        (
            "<standOff><listPerson><person xml:id='ada'><persName>Ada</persName><note>Pilot.</note></person>"
            "</listPerson><listAnnotation><note>alone</note></listAnnotation></standOff>"
        ),
    ),
    "text and its facsimile": (
        "",
        "<facsimile><surface><desc>no text</desc></surface></facsimile><text><body><p>T.</p></body></text>",
    ),
}
DOCTYPE: Final = '<!DOCTYPE TEI [<!ENTITY quay "the <hi>quay</hi>"><!ENTITY euml "&#235;">]>'
SPECIAL: Final = {
    "corpus": f"<teiCorpus {NS}>{HEADER}"
    + "".join(
        f"<TEI>{HEADER}<text><body><p>Text {n}<note>n</note></p></body></text></TEI>" for n in (1, 2)
    )
    + "</teiCorpus>",
    "a division alone": f"<div {NS}><head>Alone</head><p>Words<note>n</note>.</p></div>",
    "a list of persons alone": f"<listPerson {NS}><person xml:id='a'><persName>Ada</persName></person></listPerson>",
    "a header alone": HEADER.replace("<teiHeader>", f"<teiHeader {NS}>"),
    "entities of its own": f"{DOCTYPE}<TEI {NS}>{HEADER}<text><body><p>On &quay;, Zo&euml;.</p></body></text></TEI>",
    "another base": f"<TEI {NS} xml:base='http://a.b/'>{HEADER}<text xml:base='c/'><body><p><ref target='d.xml#e'>f"
    "</ref></p></body></text></TEI>",
    "an empty text": f"<TEI {NS}>{HEADER}<text><body/></text></TEI>",
    "latin-1": f'<?xml version="1.0" encoding="iso-8859-1"?><TEI {NS}>{HEADER}<text><body><p>é</p></body></text></TEI>',
    "prefixed": "<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'>"
    "<t:text><t:body><t:p>pre<t:note>fixed</t:note></t:p></t:body></t:text></t:TEI>",
}  # fmt: skip


def kinds() -> dict[str, bytes]:
    """Return every document by the name of its kind."""
    head = HEADER.replace("{profile}", "")
    found = {
        name: f"<TEI {NS}>{head}<text><body>{body}</body></text></TEI>"
        for name, body in BODIES.items()
    }
    for name, (profile, rest) in WHOLE.items():
        found[name] = f"<TEI {NS}>{HEADER.replace('{profile}', profile)}{rest}</TEI>"
    found |= {name: text.replace("{profile}", "") for name, text in SPECIAL.items()}
    return {
        name: text.encode("latin-1" if "8859" in text else "utf-8") for name, text in found.items()
    }
