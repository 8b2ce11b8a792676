<?xml version="1.0" encoding="UTF-8"?>
<!-- Works in the terms of CSL: the one place that knows where in the TEI each of its variables stands. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="csl-names.xsl"/>
  <xsl:include href="csl-dates.xsl"/>
  <xsl:include href="csl-custom.xsl"/>

  <!-- The works of a document's bibliographies, be they lists or divisions of its back, in their order; archival units and periodicals are no works.
         in:  the document
         out: <biblStruct xml:id="bibl_ingram_2004">…</biblStruct>, … -->
  <xsl:function name="ed:listed-works" visibility="public" cache="yes" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="($document//listBibl[not(ancestor::teiHeader)] | $document//back//div)/(biblStruct | bibl | biblFull)
                            [not(self::bibl/@type = ('archival', 'periodical'))][normalize-space() or .//@target]"/>
  </xsl:function>

  <!-- A work as an item of CSL-JSON; a variable that would be empty is not there.
         in:  <biblStruct xml:id="bibl_ingram_2004" type="book">…</biblStruct>
         out: {"id": "bibl_ingram_2004", "type": "book", "author": [{"family": "Ingram", "given": "Tomas"}], …} -->
  <xsl:function name="ed:csl" visibility="public" cache="yes" as="map(xs:string, item()*)">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="remarks" as="element(note)*" select="$work/note[@type = 'remark'][@n]"/>
    <xsl:sequence select="map:merge((
        ed:pair('id', ed:work-id($work)), ed:pair('type', ed:csl-type($work)),
        ed:csl-people($work), ed:csl-titles($work), ed:csl-imprint($work), ed:csl-numbers($work), ed:csl-identifiers($work),
        $remarks[not(contains(@n, ':'))] ! (if (ed:is-csl-date(@n)) then ed:pair(@n, ed:date-from-words(string(.)))
                                            else ed:pair(@n, if (@n = 'categories') then array {tokenize(., '; ')} else normalize-space(.))),
        ed:pair('custom', ed:csl-custom($work, ed:reading#1))))"/>
  </xsl:function>

  <!-- One variable, if it has a value.
         in:  'volume', '7'
         out: {"volume": "7"} -->
  <xsl:function name="ed:pair" visibility="public" as="map(xs:string, item()*)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="item()*"/>
    <xsl:variable name="filled" as="item()*" select="$value[not(. instance of xs:string) or normalize-space(.)]"/>
    <xsl:if test="exists($filled)">
      <xsl:sequence select="map {$name: $filled}"/>
    </xsl:if>
  </xsl:function>

  <!-- The id of a work; one without is named by its place.
         in:  <bibl xml:id="bauman2019">
         out: 'bauman2019' -->
  <xsl:function name="ed:work-id" visibility="public" as="xs:string">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="($work/@xml:id ! string(), 'bibl-' || ed:place-of($work))[1]"/>
  </xsl:function>

  <!-- How many works stand before a work, and itself.
         in:  the second bibl of the bibliography
         out: 2 -->
  <xsl:function name="ed:place-of" visibility="public" as="xs:integer">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="if (root($work) instance of document-node())
                          then index-of(ed:listed-works(root($work)) ! generate-id(), generate-id($work))[1]
                          else 1"/>
  </xsl:function>

  <!-- The type of a work in the words of CSL: as it says, or by what it is part of.
         in:  <biblStruct type="article">
         out: 'article-journal' -->
  <xsl:function name="ed:csl-type" visibility="public" as="xs:string">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="hosted" as="xs:boolean" select="exists($work/(analytic | self::bibl)//title[@level = 'a'])"/>
    <xsl:sequence select="if ($work/@type = map:keys($ed:own-types)) then $ed:own-types($work/@type)
                          else if ($work/@type = $ed:csl-types) then string($work/@type)
                          else if ($hosted and ed:hosts($work)/@level = 'j') then 'article-journal'
                          else if ($hosted and exists(ed:hosts($work))) then 'chapter'
                          else if ($work//title) then 'book'
                          else 'document'"/>
  </xsl:function>

  <xsl:variable name="ed:own-types" as="map(xs:string, xs:string)"
                select="map {'article': 'article-journal', 'preprint': 'article', 'edition': 'book', 'deposit': 'webpage', 'journalArticle': 'article-journal',
                             'bookSection': 'chapter', 'conferencePaper': 'paper-conference', 'webPage': 'webpage'}"/>

  <xsl:variable name="ed:csl-types" as="xs:string+"
                select="tokenize('article article-journal article-magazine article-newspaper bill book broadcast chapter classic
                                  collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
                                  interview legal_case legislation manuscript map motion_picture musical_score pamphlet
                                  paper-conference patent performance periodical personal_communication post post-weblog regulation
                                  report review review-book software song speech standard thesis treaty webpage')"/>

  <!-- Titles -->

  <!-- The titles of what a work is part of.
         in:  <biblStruct><analytic>…</analytic><monogr><title level="j">Baltic Pilot Notes</title>…</monogr></biblStruct>
         out: <title level="j">Baltic Pilot Notes</title> -->
  <xsl:function name="ed:hosts" visibility="public" as="element(title)*">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="own" as="xs:boolean" select="exists($work/analytic) or exists($work/self::bibl//title[@level = 'a'])"/>
    <xsl:sequence select="if ($own) then $work/(monogr/title | self::bibl//title[@level = ('j', 'm')]) else ()"/>
  </xsl:function>

  <!-- Title, short title, title of the volume, title of the host and of the series, language.
         in:  <biblStruct>…<title level="a">Who Keeps the Light?</title>…</biblStruct>
         out: {"title": "Who Keeps the Light?"}, {"container-title": "Baltic Pilot Notes"} -->
  <xsl:function name="ed:csl-titles" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="ed:csl-titles($work, ed:plain-title#1)"/>
  </xsl:function>

  <!-- The same, read in a way of one's own.
         in:  <biblStruct>…<title level="a">Who Keeps the Light?</title>…</biblStruct>, ed:reading#1
         out: {"title": "Who Keeps the Light?"}, {"container-title": "Baltic Pilot Notes"} -->
  <xsl:function name="ed:csl-titles" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="work" as="element()"/>
    <xsl:param name="read" as="function(element()) as xs:string"/>
    <xsl:variable name="hosts" as="element(title)*" select="ed:hosts($work)"/>
    <xsl:variable name="all" as="element(title)*"
                  select="$work/(analytic | monogr | self::bibl | self::biblFull/*)//title[not(@level = 's')] except $hosts"/>
    <xsl:variable name="full" as="element(title)*" select="ed:full-titles($work)"/>
    <xsl:sequence select="ed:pair('title', if ($full) then ed:whole-title($full[1], $read)
                                           else if ($work/self::bibl) then ed:reading($work) else ()),
                          $full[@level = $full[1]/@level][2] ! ed:pair('volume-title', ed:whole-title(., $read)),
                          $all[@type = 'short'][1] ! ed:pair('title-short', $read(.)),
                          $hosts[not(@type = ('short', 'alt', 'variant'))][1] ! ed:pair('container-title', ed:whole-title(., $read)),
                          $hosts[@type = 'short'][1] ! ed:pair('container-title-short', $read(.)),
                          $work/(series | self::bibl)//title[@level = 's' or parent::series][1] ! ed:pair('collection-title', $read(.)),
                          (ed:stated-language(($full[1], $work)[1], $work), $work//textLang/@mainLang)[1] ! ed:pair('language', string())"/>
  </xsl:function>

  <!-- The full titles of a work: its own, and that of its volume.
         in:  <biblStruct><monogr><title>Fog</title><title type="short">F.</title>…</monogr></biblStruct>
         out: <title>Fog</title> -->
  <xsl:function name="ed:full-titles" visibility="public" as="element(title)*">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="$work/(analytic | monogr | self::bibl | self::biblFull/*)//title[not(@level = 's')]
                            [not(@type = ('short', 'sort', 'variant', 'alt', 'sub', 'parallel'))] except ed:hosts($work)"/>
  </xsl:function>

  <!-- A title with its subtitle.
         in:  <title>Fog</title>, which <title type="sub">A Study</title> follows, ed:reading#1
         out: 'Fog: A Study' -->
  <xsl:function name="ed:whole-title" visibility="public" as="xs:string">
    <xsl:param name="title" as="element(title)"/>
    <xsl:param name="read" as="function(element()) as xs:string"/>
    <xsl:sequence select="string-join(($title, ed:subtitle($title)) ! $read(.), ': ')"/>
  </xsl:function>

  <!-- The subtitle that follows a title.
         in:  <title>Fog</title>, which <title type="sub">A Study</title> follows
         out: <title type="sub">A Study</title> -->
  <xsl:function name="ed:subtitle" visibility="public" as="element(title)?">
    <xsl:param name="title" as="element(title)?"/>
    <xsl:sequence select="$title/following-sibling::title[@type = 'sub'][preceding-sibling::title[not(@type = 'sub')][1] is $title][1]"/>
  </xsl:function>

  <!-- The language that a work says it is in; what surrounds its entry says nothing of it.
         in:  <biblStruct><monogr xml:lang="fr"><title>Le port</title>…</monogr></biblStruct>
         out: 'fr' -->
  <xsl:function name="ed:stated-language" visibility="public" as="attribute()?">
    <xsl:param name="title" as="element()"/>
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="$title/ancestor-or-self::*[@xml:lang][ancestor-or-self::*[. is $work]][1]/@xml:lang"/>
  </xsl:function>

  <!-- Where, by whom and when it came out -->

  <!-- Where, by whom, in which edition and when a work came out.
         in:  <biblStruct>…<imprint><publisher>Quay Press</publisher><date when="2004"/></imprint>…</biblStruct>
         out: {"publisher": "Quay Press"}, {"issued": {"date-parts": [[2004]]}} -->
  <xsl:function name="ed:csl-imprint" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="dates" as="element(date)*"
                  select="$work/(monogr/imprint | analytic | self::bibl | self::biblFull)//date[not(ancestor::title)]"/>
    <xsl:sequence select="ed:pair('publisher', string-join($work//publisher ! ed:reading(.)[.], '; ')),
                          ed:pair('publisher-place', string-join($work//pubPlace ! ed:reading(.)[.], '; ')),
                          $work//edition[1] ! ed:pair('edition', ed:reading(.)),
                          $dates[1] ! ed:pair('issued', ed:csl-date(.))"/>
  </xsl:function>

  <!-- Numbers -->

  <!-- Volume, issue, part, chapter, pages, number in the series.
         in:  <biblStruct>…<biblScope unit="page">33–58</biblScope>…</biblStruct>
         out: {"page": "33-58"} -->
  <xsl:function name="ed:csl-numbers" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="scopes" as="element(biblScope)*" select="$work//biblScope[not(parent::series)]"/>
    <xsl:sequence select="$scopes[@unit = ('volume', 'vol')][1] ! ed:pair('volume', ed:reading(.)),
                          $scopes[@unit = 'issue'][1] ! ed:pair('issue', ed:reading(.)),
                          $scopes[@unit = ('book', 'part')][1] ! ed:pair('part', ed:reading(.)),
                          $scopes[@unit = 'chapter'][1] ! ed:pair('chapter-number', ed:reading(.)),
                          $scopes[@unit = ('page', 'pages', 'pp')][1] ! ed:pair('page', replace(ed:reading(.), '\s*–\s*', '-')),
                          $work/series/biblScope[1] ! ed:pair('collection-number', ed:reading(.))"/>
  </xsl:function>

  <!-- DOI, ISBN, ISSN and address; a DOI may be the end of an address, and only what leads somewhere is one.
         in:  <biblStruct>…<idno type="DOI">10.1000/182</idno>…</biblStruct>
         out: {"DOI": "10.1000/182"} -->
  <xsl:function name="ed:csl-identifiers" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="addresses" as="xs:string*"
                  select="($work//idno[upper-case(@type) = ('URI', 'URL')] ! normalize-space(.)[not(matches(., '^(\w+script|data):', 'i'))],
                           $work//(ref | ptr)[matches(@target, '^https?:')]/@target ! string())"/>
    <xsl:variable name="doi" as="xs:string?" select="($work//idno[upper-case(@type) = 'DOI'] ! normalize-space(.),
                                                      $addresses[matches(., 'doi\.org/10\.')])[1]"/>
    <xsl:sequence select="$doi ! ed:pair('DOI', replace(., '^.*?(10\.\d+/)', '$1')),
                          ('ISBN', 'ISSN') ! (let $type := . return $work//idno[upper-case(@type) = $type][1] ! ed:pair($type, normalize-space(.))),
                          $addresses[not(matches(., 'doi\.org/10\.'))][1] ! ed:pair('URL', .)"/>
  </xsl:function>

</xsl:stylesheet>
