<?xml version="1.0" encoding="UTF-8"?>
<!-- The two styles of The Chicago Manual of Style, 18th edition: entries of a bibliography and of a reference list. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="parts.xsl"/>
  <xsl:include href="dated.xsl"/>

  <!-- An entry of notes and bibliography: the year stands with the publisher.
         in:  {"type": "book", "author": …, "title": "The Customs House", "publisher": "Quay Press", "issued": …}
         out: 'Ingram, Tomas. ', <cite>The Customs House</cite>, '. Quay Press, 2004.' -->
  <xsl:function name="ed:chicago-notes" visibility="public" as="node()*">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="date" as="xs:string?" select="(ed:date-printed($item), 'n.d.'[$item?undated and not($item?URL)])[1]"/>
    <xsl:sequence select="ed:printed($item, (ed:sentence(ed:lead($item)), ed:what($item),
                            if (ed:is-serial($item)) then ed:sentence(ed:serial($item, $date))
                            else (ed:within($item, true()), ed:sentence(string-join((ed:issuer($item), $date), ', ')), ed:originally($item, true())),
                            ed:sentence(ed:accessed($item)), ed:sentence(ed:address-of($item))))"/>
  </xsl:function>

  <!-- An entry of a reference list: the year comes second.
         in:  {"type": "book", "author": …, "title": "The Customs House", "publisher": "Quay Press", "issued": …}
         out: 'Ingram, Tomas. 2004. ', <cite>The Customs House</cite>, '. Quay Press.' -->
  <xsl:function name="ed:chicago-author-date" visibility="public" as="node()*">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="lead" as="xs:string?" select="ed:lead($item)"/>
    <xsl:variable name="original" as="xs:string?" select="$item?original-date?date-parts?1?1 ! ('(' || . || ') ')"/>
    <xsl:variable name="year" as="array(*)?" select="ed:lettered-year($item) ! ed:sentence($original || .)"/>
    <xsl:variable name="what" as="array(*)*" select="ed:what($item)"/>
    <xsl:variable name="opening" as="array(*)*"
                  select="if ($lead) then (ed:sentence($lead), $year, $what) else ($what[1], $year, tail($what))"/>
    <xsl:sequence select="ed:printed($item, ($opening,
                            if (ed:is-serial($item)) then ed:sentence(ed:serial($item, ()))
                            else (ed:within($item, false()), ed:sentence(ed:issuer($item)), ed:originally($item, false()), ed:sentence(ed:day-printed($item))),
                            ed:sentence(ed:accessed($item)), ed:sentence(ed:address-of($item))))"/>
  </xsl:function>

  <!-- The sentences of an entry; a reference that nobody has tagged stands as it was printed, with no stop after a stop.
         in:  {"title": "Wern (1998). Letters."}, …
         out: 'Wern (1998). Letters.' -->
  <xsl:function name="ed:printed" visibility="public" as="node()*">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="sentences" as="array(*)*"/>
    <xsl:sequence select="ed:in-sentences(if ($item?custom?teikit?printed) then ed:sentence(replace($item?custom?teikit?printed, '([^.])\.\.(\s|$)', '$1.$2')) else $sentences)"/>
  </xsl:function>

  <!-- Who leads the entry: the authors, else the editors or translators, named as such.
         in:  {"editor": [{"family": "Wern", "given": "Agata"}], …}
         out: 'Wern, Agata, ed.' -->
  <xsl:function name="ed:lead" visibility="public" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="role" as="xs:string?" select="('author', 'editor', 'translator', 'compiler')[exists($item(.))][empty($item?container-title) or . = 'author'][1]"/>
    <xsl:variable name="several" as="xs:boolean" select="count($role ! $item(.)?*) gt 1"/>
    <xsl:variable name="word" as="xs:string?" select="$role ! map {'editor': 'ed', 'translator': 'trans', 'compiler': 'comp'}(.)"/>
    <xsl:sequence select="$role ! ed:lead-names($item(.)) || ($word ! (', ' || . || ('s'[$several and not($word = 'trans')]) || '.'))"/>
  </xsl:function>

  <!-- What it is: the title, in quotation marks if it is part of something or unpublished; then the volume.
         in:  {"title": "Who Keeps the Light?", "container-title": "Baltic Pilot Notes"}
         out: [<span>“Who Keeps the Light?”</span>] -->
  <xsl:function name="ed:what" visibility="public" as="array(*)*">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="quoted" as="xs:boolean"
                  select="exists($item?container-title) or $item?type = ('thesis', 'webpage', 'manuscript', 'post', 'post-weblog', 'interview')"/>
    <xsl:sequence select="ed:sentence(if ($quoted) then $item?title ! ed:in-language(ed:quoted(ed:headline(., $item?language)), $item?language)
                                      else $item?title ! ed:cited(., $item?language)),
                          ed:sentence($item?genre[$quoted][not($item?type = 'thesis')])[not($item?container-title)],
                          ed:sentence($item[?type = ('report', 'standard')] ! ed:report-number(.)),
                          ed:sentence($item?reviewed-title ! ('Review of ', ed:cited(., ()), ed:running-names($item?reviewed-author) ! (', by ' || .)))"/>
  </xsl:function>

  <!-- The kind and number of a report.
         in:  {"genre": "Technical report", "number": "TR-5"}     out: 'Technical Report TR-5'
         in:  {"number": "7"}                                     out: 'No. 7' -->
  <xsl:function name="ed:report-number" visibility="public" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="genre" as="xs:string?" select="$item?genre ! ed:headline(., 'en')"/>
    <xsl:sequence select="string-join(($genre, ('No.'[empty($genre)], $item?number)[exists($item?number)]), ' ')[.]"/>
  </xsl:function>

  <!-- The periodical: volume and issue, and where the style has it here, the year; pages.
         in:  {"container-title": "Baltic Pilot Notes", "volume": "7", "issue": "2", "page": "33-58", …}, '2011'
         out: <cite>Baltic Pilot Notes</cite>, ' 7, no. 2 (2011): 33–58' -->
  <xsl:function name="ed:serial" visibility="public" as="item()*">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="date" as="xs:string?"/>
    <xsl:variable name="popular" as="xs:boolean" select="ed:is-popular($item)"/>
    <xsl:variable name="several" as="xs:boolean" select="matches(string($item?issue), '\d\s*[-–,]')"/>
    <xsl:variable name="issue" as="xs:string?" select="$item?issue ! replace(., '(\d)-(\d)', '$1–$2')"/>
    <xsl:variable name="named" as="xs:string?" select="$issue ! ((if ($several) then 'nos. ' else 'no. ') || .)"/>
    <xsl:variable name="numbers" as="xs:string"
                  select="if ($popular) then ''
                          else if (exists($item?volume) and exists($date)) then ' ' || string-join(($item?volume, $named), ', ')
                          else if (exists($item?volume)) then ' ' || $item?volume || ($issue ! (' (' || . || ')'))
                          else string-join($named ! (', ' || .))"/>
    <xsl:variable name="dated" as="xs:string" select="string-join(($date, ed:day-printed($item))[1] ! (if ($numbers) then ' (' || . || ')' else ', ' || .))"/>
    <xsl:sequence select="ed:cited($item?container-title, ($item?custom?teikit?container-language, $item?language)[1]), $numbers, $dated,
                          $item?page[not($popular)] ! ((if ($numbers) then ': ' else ', ') || ed:page-range(.))"/>
  </xsl:function>

  <!-- What a work is part of, and who edited or translated it, its edition, volume and series; the volume of a host stands before
       its editors or after them.
         in:  {"container-title": "Small Ports", "editor": …}, true()
         out: ['In ', <cite>Small Ports</cite>, ', ', 'edited by Tomas Ingram'] -->
  <xsl:function name="ed:within" visibility="public" as="array(*)*">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="volume-first" as="xs:boolean"/>
    <xsl:variable name="in" as="xs:string" select="if ($item?chapter-number) then 'Chap. ' || $item?chapter-number || ' in ' else 'In '"/>
    <xsl:variable name="edited" as="xs:string?" select="ed:running-names($item?editor) ! ('edited by ' || .)"/>
    <xsl:variable name="translated" as="xs:string?" select="ed:running-names($item?translator) ! ('ranslated by ' || .)"/>
    <xsl:variable name="by" as="xs:string?" select="ed:running-names($item?container-author) ! ('by ' || .)"/>
    <xsl:variable name="host" as="element()?"
                  select="$item?container-title ! ed:cited(., ($item?custom?teikit?container-language, $item?language)[1])"/>
    <xsl:variable name="volume" as="xs:string?" select="$item[$host][empty(?volume-title)]?volume ! ('vol. ' || .)"/>
    <xsl:variable name="numbers" as="xs:string*" select="$item?edition ! ed:edition(.), $volume[$volume-first]"/>
    <xsl:sequence select="ed:sentence($host ! ($in, ., ($numbers, $by, $edited, $volume[not($volume-first)]) ! (', ', .))),
                          ed:sentence($edited[not($host)][exists($item?author)] ! ('E' || substring(., 2))),
                          ed:sentence($item?edition[not($host)] ! ed:edition(.)),
                          ed:sentence($translated[exists(($item?author, $item?editor))] ! ('T' || .)),
                          ed:sentence($item?number-of-volumes[empty($item?volume)] ! (. || ' vols.')),
                          ed:sentence(ed:volume(if ($volume) then map:remove($item, 'volume') else $item)),
                          ed:sentence($item?collection-title ! string-join((ed:headline(., $item?language), $item?collection-number), ' '))"/>
  </xsl:function>

  <!-- Volume and part, with the title of the volume.
         in:  {"volume": "1", "volume-title": "How the Revolution Armed"}
         out: 'Vol. 1, ', <cite>How the Revolution Armed</cite> -->
  <xsl:function name="ed:volume" visibility="public" as="item()*">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="word" as="xs:string" select="if ($item?custom?teikit?part = 'book') then 'bk. ' else 'pt. '"/>
    <xsl:variable name="numbers" as="xs:string" select="string-join(($item?volume ! ('vol. ' || .), $item?part ! ($word || .)), ', ')"/>
    <xsl:sequence select="$numbers[.] ! (upper-case(substring(., 1, 1)) || substring(., 2)),
                          $item?volume-title ! (', '[$numbers], ed:cited(., $item?language))"/>
  </xsl:function>

  <!-- Who issued it: the publisher; only where none is known, the place.
         in:  {"publisher": "Quay Press", "publisher-place": "London"}
         out: 'Quay Press' -->
  <xsl:function name="ed:issuer" visibility="public" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="name" as="xs:string?" select="($item?publisher, $item?publisher-place)[1] ! ed:curly(.)"/>
    <xsl:sequence select="if ($item?type = 'thesis') then string-join((($item?genre, 'Thesis')[1], $name), ', ') else $name"/>
  </xsl:function>

  <!-- Whether a work is part of a periodical.
         in:  {"type": "article-journal", "container-title": "Baltic Pilot Notes"}
         out: true() -->
  <xsl:function name="ed:is-serial" visibility="public" as="xs:boolean">
    <xsl:param name="item" as="map(*)"/>
    <xsl:sequence select="ed:is-popular($item) or $item?type = ('article-journal', 'review', 'review-book') and exists($item?container-title)"/>
  </xsl:function>

  <!-- What it was first published as, and in a bibliography when.
         in:  {"original-title": "Das Zollhaus", "original-date": …}, true()
         out: ['Originally published as ', <cite>Das Zollhaus</cite>, ' (1899)'] -->
  <xsl:function name="ed:originally" visibility="public" as="array(*)?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="dated" as="xs:boolean"/>
    <xsl:variable name="year" as="xs:string?" select="$item?original-date?date-parts?1?1 ! string()"/>
    <xsl:sequence select="ed:sentence($item?original-title ! ('Originally published as ', ed:cited(., 'und'), $year[$dated] ! (' (' || . || ')')))"/>
  </xsl:function>

  <!-- Where it can be read: by its DOI, else by its address.
         in:  {"DOI": "10.5555/bpn.7"}
         out: <a href="https://doi.org/10.5555/bpn.7">https://doi.org/10.5555/bpn.7</a> -->
  <xsl:function name="ed:address-of" visibility="public" as="element()?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:for-each select="($item?DOI ! ('https://doi.org/' || .), $item?URL)[1]">
      <xsl:element name="{if (matches(., '^(https?|ftp):', 'i')) then 'a' else 'span'}">
        <xsl:if test="matches(., '^(https?|ftp):', 'i')"><xsl:attribute name="href" select="."/></xsl:if>
        <xsl:value-of select="."/>
      </xsl:element>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
