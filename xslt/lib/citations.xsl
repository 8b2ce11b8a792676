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

  <xsl:template match="biblStruct" mode="label" as="xs:string">
    <xsl:sequence select="ed:short-reference(.)"/>
  </xsl:template>

  <xsl:template match="bibl[@type = 'archival']" mode="label" as="xs:string">
    <xsl:sequence select="ed:archival-reference(.)"/>
  </xsl:template>

  <!-- The people a work goes under: its authors, else its editors.
         in:  <biblStruct><analytic><author>…Nair-Holt…</author></analytic>…</biblStruct>
         out: <author>…Nair-Holt…</author> -->
  <xsl:function name="ed:makers" visibility="public" as="element()*">
    <xsl:param name="work" as="element(biblStruct)"/>
    <xsl:sequence select="if ($work/*/author) then ($work/analytic/author, $work[not(analytic/author)]/monogr/author)
                          else $work/monogr/editor"/>
  </xsl:function>

  <!-- The surname of an author or editor, from the index of persons where it knows one.
         in:  <author><persName ref="#auth_ingram">Tomas Ingram</persName></author>
         out: 'Ingram' -->
  <xsl:function name="ed:surname" visibility="public" as="xs:string">
    <xsl:param name="maker" as="element()"/>
    <xsl:variable name="person" as="element()?" select="$maker/persName[@ref][1] ! ed:entity(.)"/>
    <xsl:variable name="printed" as="xs:string" select="normalize-space($maker)"/>
    <xsl:sequence select="if ($person) then substring-before(ed:sort-name($person) || ',', ',')
                          else if (contains($printed, ',')) then substring-before($printed, ',')
                          else tokenize($printed, ' ')[last()]"/>
  </xsl:function>

  <!-- A work in two words: who and when; without a maker, its title and when.
         in:  the book of Tomas Ingram, 2004
         out: 'Ingram 2004' -->
  <xsl:function name="ed:short-reference" visibility="public" as="xs:string">
    <xsl:param name="work" as="element(biblStruct)"/>
    <xsl:variable name="surnames" as="xs:string*" select="ed:makers($work) ! ed:surname(.)"/>
    <xsl:variable name="who" as="xs:string"
                  select="if (count($surnames) gt 2 or $work/*/respStmt/name = 'and others' and exists($surnames)) then $surnames[1] || ' et al.'
                          else if (exists($surnames)) then string-join($surnames, ' and ')
                          else normalize-space($work/descendant::title[1])"/>
    <xsl:sequence select="string-join(($who, ed:year($work)), ' ')"/>
  </xsl:function>

  <!-- The year a work came out, as it is printed.
         in:  <biblStruct><monogr><imprint><date when="2004">2004</date></imprint></monogr></biblStruct>
         out: '2004' -->
  <xsl:function name="ed:year" visibility="public" as="xs:string?">
    <xsl:param name="work" as="element(biblStruct)"/>
    <xsl:sequence select="$work/monogr[last()]/imprint/date[1] ! (normalize-space(.)[.], ed:say-date(.))[1]"/>
  </xsl:function>

  <!-- What a work is sorted by: its makers, its year, its title.
         in:  the book of Tomas Ingram, 2004
         out: 'ingram 2004 the customs house and its enemies' -->
  <xsl:function name="ed:work-key" visibility="public" as="xs:string">
    <xsl:param name="work" as="element(biblStruct)"/>
    <xsl:variable name="surnames" as="xs:string*" select="ed:makers($work) ! ed:surname(.)"/>
    <xsl:variable name="title" as="xs:string?" select="$work/descendant::title[1] ! string()"/>
    <xsl:sequence select="ed:sort-key(string-join(if (exists($surnames)) then ($surnames, ed:year($work), $title)
                                                  else ($title, ed:year($work)), ' '))"/>
  </xsl:function>

  <!-- A work written out in full; its titles are marked up, its makers lead to the index of persons.
         in:  the book of Tomas Ingram, 2004
         out: Tomas Ingram, <cite>The Customs House and Its Enemies</cite> (London: Quay Press, 2004) -->
  <xsl:function name="ed:reference" visibility="public" as="node()*">
    <xsl:param name="work" as="element(biblStruct)"/>
    <xsl:apply-templates select="$work" mode="reference"/>
  </xsl:function>

  <xsl:mode name="reference" on-no-match="fail" on-multiple-match="fail"/>

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
    <xsl:for-each select="$imprint/biblScope[not(@unit = 'page')]">{(', ' || ed:unit-word(@unit) || ' ' || .)}</xsl:for-each>
    <xsl:value-of select="$in-parentheses[.] ! (' (' || . || ')')"/>
    <xsl:value-of select="$imprint/biblScope[@unit = 'page'] ! (', pp. ' || .)" separator=""/>
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

  <!-- The word for a unit of a work.
         in:  'volume'
         out: 'vol.' -->
  <xsl:function name="ed:unit-word" visibility="public" as="xs:string">
    <xsl:param name="unit" as="xs:string?"/>
    <xsl:sequence select="(map {'volume': 'vol.', 'issue': 'no.', 'book': 'book', 'page': 'p.', 'leaf': 'l.'}(string($unit)),
                           string($unit))[1]"/>
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
    <xsl:variable name="unit" as="xs:string" select="ed:unit-word($ranges[1]/@unit)"/>
    <xsl:variable name="several" as="xs:boolean" select="count($ranges) gt 1 or $ranges/@from != $ranges/@to"/>
    <xsl:sequence select="if (empty($ranges)) then ()
                          else (if ($several and $unit = ('p.', 'l.')) then substring($unit, 1, 1) || $unit else $unit)
                               || ' ' || string-join($ranges ! normalize-space(.), ', ')"/>
  </xsl:function>

</xsl:stylesheet>
