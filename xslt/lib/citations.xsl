<?xml version="1.0" encoding="UTF-8"?>
<!-- Citations: how a work, an archival unit and a cited range are written out. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="biblStruct | biblFull | bibl[not(@type = ('archival', 'periodical'))]" mode="label" as="xs:string">
    <xsl:sequence select="if (descendant::title | descendant::author) then ed:short-reference(.) else normalize-space(.)"/>
  </xsl:template>

  <xsl:template match="bibl[@type = 'archival']" mode="label" as="xs:string">
    <xsl:sequence select="ed:archival-reference(.)"/>
  </xsl:template>

  <!-- The people a work goes under: its authors, else its editors.
         in:  <biblStruct><analytic><author>…Nair-Holt…</author></analytic>…</biblStruct>
         out: <author>…Nair-Holt…</author> -->
  <xsl:function name="ed:makers" visibility="public" as="element()*">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="whole" as="element()*" select="$work/(monogr | self::bibl | titleStmt | fileDesc/titleStmt)"/>
    <xsl:variable name="authors" as="element()*" select="($work/analytic/author, $work[not(analytic/author)]/$whole/author)[normalize-space()]"/>
    <xsl:sequence select="if (exists($authors)) then $authors else $whole/editor[normalize-space()]"/>
  </xsl:function>

  <!-- The surname of an author or editor, from the index of persons where it knows one.
         in:  <author><persName ref="#auth_ingram">Tomas Ingram</persName></author>
         out: 'Ingram' -->
  <xsl:function name="ed:surname" visibility="public" as="xs:string">
    <xsl:param name="maker" as="element()"/>
    <xsl:variable name="person" as="element()?" select="$maker/persName[@ref][1] ! ed:entity(.)"/>
    <xsl:variable name="printed" as="xs:string" select="normalize-space($maker)"/>
    <xsl:sequence select="if ($person) then substring-before(ed:sort-name($person) || ',', ',')
                          else if ($maker//surname) then normalize-space(($maker//surname)[1])
                          else if (contains($printed, ',')) then substring-before($printed, ',')
                          else tokenize($printed, ' ')[last()]"/>
  </xsl:function>

  <!-- A work in two words: who and when; without a maker, its title and when.
         in:  the book of Tomas Ingram, 2004
         out: 'Ingram 2004' -->
  <xsl:function name="ed:short-reference" visibility="public" as="xs:string">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="surnames" as="xs:string*" select="ed:makers($work) ! ed:surname(.)"/>
    <xsl:variable name="who" as="xs:string"
                  select="if (count($surnames) gt 2 or $work/*/respStmt/name = 'and others' and exists($surnames)) then $surnames[1] || ' et al.'
                          else if (exists($surnames)) then string-join($surnames, ' ' || ed:say('and') || ' ')
                          else normalize-space($work/descendant::title[1])"/>
    <xsl:sequence select="string-join(($who, ed:year($work)), ' ')"/>
  </xsl:function>

  <!-- The year a work came out, as it is printed.
         in:  <biblStruct><monogr><imprint><date when="2004">2004</date></imprint></monogr></biblStruct>
         out: '2004' -->
  <xsl:function name="ed:year" visibility="public" as="xs:string?">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="($work/(monogr[last()]/imprint | self::bibl | publicationStmt | fileDesc/publicationStmt)/date)[1]
                          ! (if (@when and normalize-space() = (@when, '')) then substring(@when, 1, 4) else (normalize-space(.)[.], ed:say-date(.))[1])"/>
  </xsl:function>

  <!-- What a work is sorted by: its sort key, else its makers, its year with the letter it has, its title.
         in:  the book of Tomas Ingram, 2004, ()
         out: 'ingram 2004 the customs house and its enemies' -->
  <xsl:function name="ed:work-key" visibility="public" as="xs:string">
    <xsl:param name="work" as="element()"/>
    <xsl:param name="letter" as="xs:string?"/>
    <xsl:variable name="surnames" as="xs:string*" select="ed:makers($work) ! ed:surname(.)"/>
    <xsl:variable name="title" as="xs:string?" select="$work/descendant::title[1] ! string()"/>
    <xsl:sequence select="if ($work/@sortKey) then ed:entry-key($work)
                          else ed:sort-key(string-join(if (exists($surnames)) then ($surnames, ed:year($work) || $letter, $title)
                                                       else ($title, ed:year($work)), ' '))"/>
  </xsl:function>

  <!-- A work written out in full; its titles are marked up, its makers lead to the index of persons.
         in:  the book of Tomas Ingram, 2004
         out: Tomas Ingram, <cite>The Customs House and Its Enemies</cite> (London: Quay Press, 2004) -->
  <xsl:function name="ed:reference" visibility="public" as="node()*">
    <xsl:param name="work" as="element()"/>
    <xsl:apply-templates select="$work" mode="reference"/>
  </xsl:function>

  <xsl:mode name="reference" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="bibl[@type = 'archival']" mode="reference" as="node()*">{ed:archival-reference(.)}</xsl:template>

  <xsl:template match="bibl[not(@type = 'archival')] | biblFull" mode="reference" as="node()*">
    <xsl:value-of select="normalize-space(string-join(descendant::text()[not(ancestor::note)]))"/>
  </xsl:template>

  <xsl:template match="biblStruct" mode="reference" as="node()*">
    <xsl:variable name="imprint" as="element()?" select="monogr[last()]/imprint[1]"/>
    <xsl:variable name="printer" as="xs:string"
                  select="string-join((string-join($imprint/pubPlace ! normalize-space(.), ', ')[.],
                                       string-join($imprint/publisher ! normalize-space(.), ', ')[.]), ': ')"/>
    <xsl:variable name="in-parentheses" as="xs:string" select="string-join(($printer[.], ed:year(.)), ', ')"/>
    <xsl:apply-templates select="ed:makers(.)" mode="reference"/>
    <xsl:if test="*/respStmt/name = 'and others'"> et al.</xsl:if>
    <xsl:if test="not(*/author) and monogr/editor">{if (count(monogr/(editor | respStmt)) gt 1) then ' (eds)' else ' (ed.)'}</xsl:if>
    <xsl:if test="exists(ed:makers(.))">, </xsl:if>
    <xsl:apply-templates select="analytic/title[1]" mode="reference"/>
    <xsl:if test="analytic/title and monogr/title">{if (monogr/title/@level = 'j') then ', ' else ', in '}</xsl:if>
    <xsl:if test="analytic and */author">
      <xsl:apply-templates select="monogr/editor" mode="reference"/>
      <xsl:if test="monogr/editor">{if (count(monogr/(editor | respStmt)) gt 1) then ' (eds), ' else ' (ed.), '}</xsl:if>
    </xsl:if>
    <xsl:apply-templates select="monogr/title[1], series/title[1]" mode="reference"/>
    <xsl:for-each select="$imprint/biblScope[not(@unit = 'page')]">{(', ' || ed:unit-word(@unit, false()) || ' ' || .)}</xsl:for-each>
    <xsl:value-of select="$in-parentheses[.] ! (' (' || . || ')')"/>
    <xsl:value-of select="$imprint/biblScope[@unit = 'page'] ! (', ' || ed:unit-word('page', true()) || ' ' || .)" separator=""/>
  </xsl:template>

  <xsl:template match="author | editor" mode="reference" as="node()*">
    <xsl:if test="position() gt 1">{if (position() eq last()) then ' and ' else ', '}</xsl:if>
    <xsl:sequence select="ed:link(persName[@ref][1] ! ed:entity(.) ! ed:address(.), normalize-space(.))"/>
  </xsl:template>

  <xsl:template match="title[@level = 'a']" mode="reference" as="node()*">‘<cite class="article"><xsl:apply-templates select="@xml:lang" mode="attributes"/>{normalize-space(.)}</cite>’</xsl:template>

  <xsl:template match="title" mode="reference" as="node()*">
    <xsl:if test="parent::series">, </xsl:if>
    <cite><xsl:apply-templates select="@xml:lang" mode="attributes"/>{normalize-space(.)}</cite>
  </xsl:template>

  <!-- The word for a unit of a work, or for several.
         in:  'page', true()
         out: 'pp.' -->
  <xsl:function name="ed:unit-word" visibility="public" as="xs:string">
    <xsl:param name="unit" as="xs:string?"/>
    <xsl:param name="several" as="xs:boolean"/>
    <xsl:sequence select="if ($unit = ('page', 'leaf', 'volume', 'issue', 'book')) then ed:number-form(if ($several) then 2 else 1, ed:say('unit-' || $unit))
                          else string($unit)"/>
  </xsl:function>

  <!-- An archival unit in full.
         in:  <bibl type="archival"><orgName>Ostrana State Archive</orgName> … 4 … 2 … 17 …</bibl>
         out: 'Ostrana State Archive, f. 4, op. 2, d. 17' -->
  <xsl:function name="ed:archival-reference" visibility="public" as="xs:string">
    <xsl:param name="unit" as="element(bibl)"/>
    <xsl:sequence select="string-join(($unit/orgName[1] ! normalize-space(.),
                                       $unit/idno[@type = 'fond'] ! ('f. ' || .),
                                       $unit/idno[@type = 'opis'] ! ('op. ' || .),
                                       $unit/idno[@type = 'delo'] ! ('d. ' || .)), ', ')"/>
  </xsl:function>

  <!-- The pages or leaves that a citation names, as printed.
         in:  <bibl>…<citedRange unit="page" from="12" to="19">12–19</citedRange>, <citedRange …>44</citedRange></bibl>
         out: 'pp. 12–19, 44' -->
  <xsl:function name="ed:cited-ranges" visibility="public" as="xs:string?">
    <xsl:param name="citation" as="element(bibl)"/>
    <xsl:variable name="ranges" as="element(citedRange)*" select="$citation//citedRange"/>
    <xsl:variable name="several" as="xs:boolean" select="count($ranges) gt 1 or $ranges/@from != $ranges/@to"/>
    <xsl:sequence select="if (empty($ranges)) then ()
                          else string-join((ed:unit-word($ranges[1]/@unit, $several)[.], string-join($ranges ! normalize-space(.), ', ')), ' ')"/>
  </xsl:function>

  <!-- What a citation in short is to, in full; nothing where it says so itself.
         in:  <bibl subtype="ibid" corresp="#bibl_ingram_2004">Ibid., 51</bibl>
         out: 'Tomas Ingram, The Customs House and Its Enemies (London: Quay Press, 2004)' -->
  <xsl:function name="ed:full-form" visibility="public" as="xs:string?">
    <xsl:param name="citation" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="ed:entity($citation)[ed:is-listed(.)]"/>
    <xsl:if test="exists($entry) and ed:is-short($citation, $entry)">
      <xsl:sequence select="normalize-space(string-join(ed:reference($entry)))"/>
    </xsl:if>
  </xsl:function>

  <!-- Does a citation say less than its entry: in short, ibid., a bare page, a shelf mark of which a part is left out?
         in:  <bibl type="archival" corresp="#osa_4_2_18">d. <idno type="delo">18</idno></bibl>, <bibl xml:id="osa_4_2_18">…</bibl>
         out: true -->
  <xsl:function name="ed:is-short" visibility="public" as="xs:boolean">
    <xsl:param name="citation" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="if ($citation/@subtype) then $citation/@subtype = ('short', 'ibid', 'implicit')
                          else if ($entry/@type = 'archival')
                          then exists($entry/idno/@type[not(. = $citation//idno/@type)]) or exists($entry/orgName) and empty($citation//orgName)
                          else empty($citation//title) or empty($citation//date)"/>
  </xsl:function>

</xsl:stylesheet>
