<?xml version="1.0" encoding="UTF-8"?>
<!-- The archives: a tree of archive, fond, opis and delo, with the leaves cited and the notes that cite them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="archives.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/finding.xsl"/>
  <xsl:include href="lib/lines.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>
  <xsl:include href="lib/citing.xsl"/>
  <xsl:include href="lib/holdings.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="yes" suppress-indentation="p li h1 h2 h3 h4 summary"/>

  <xsl:mode name="archives.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="units" as="element(bibl)*" select="TEI/standOff//bibl[@type = 'archival'][@xml:id]"/>
    <xsl:variable name="groups" as="element()*">
      <xsl:for-each-group select="$units" group-by="ed:archive-key(.)">
        <xsl:sort select="ed:sort-key(ed:archive-name(.))"/>
        <section class="group archive">
          <h2 id="archive-{position()}"><xsl:sequence select="ed:link(ed:archive(.) ! ed:address(.), ed:archive-name(.))"/></h2>
          <xsl:sequence select="ed:archive(.) ! ed:language-forms(.) ! ed:original(.), ed:branch(current-group(), ('fond', 'opis', 'delo'))"/>
        </section>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'archives.html'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles, 'bibliography.css'"/>
      <xsl:with-param name="scripts" select="'finding.js'"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>{ed:say('archives')}</h1>
          <xsl:if test="empty($units)"><p class="tally">{ed:tell('no-archives')}</p></xsl:if>
          <xsl:if test="exists($units)"><p class="tally">{ed:tell-many(count($units), 'files')} {ed:tell-many(count(distinct-values($units ! ed:archive-key(.))), 'in-archives')}, {
            ed:say-many(count($units ! ed:mentions(.)), 'mentions')}.</p>
            <xsl:sequence select="ed:data($ed:entity-files), ed:jump(ed:say('archives'), $groups/*:h2), ed:filter(('by-name', 'by-mentions', 'by-first'))"/>
          </xsl:if>
        </header>
        <xsl:sequence select="$groups"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- One level of the tree, and those below it; the last level lists the units themselves.
         in:  <bibl type="archival" xml:id="osa_4_2_17">…</bibl>, …, ('opis', 'delo')
         out: <ul class="opis"><li><span class="level">Opis 2</span> <ul class="delo">…</ul></li></ul> -->
  <xsl:function name="ed:branch" visibility="public" as="element()">
    <xsl:param name="units" as="element(bibl)+"/>
    <xsl:param name="levels" as="xs:string+"/>
    <xsl:variable name="level" as="xs:string" select="$levels[1]"/>
    <ul class="branch {$level}">
      <xsl:for-each-group select="$units" group-by="string(idno[@type = $level][1])">
        <xsl:sort select="number(replace(current-grouping-key(), '\D.*', '')[.])"/>
        <xsl:sort select="current-grouping-key()"/>
        <xsl:choose>
          <xsl:when test="exists(tail($levels))">
            <li><span class="level">{ed:level-name($level, current-grouping-key())}</span><xsl:sequence
              select="ed:branch(current-group(), tail($levels))"/></li>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()" mode="unit"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </ul>
  </xsl:function>

  <xsl:mode name="unit" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="bibl" mode="unit" as="element()">
    <xsl:variable name="mentions" as="element()*" select="ed:mentions(.)"/>
    <li class="entry unit" data-mentions="{count($mentions)}">
      <xsl:for-each select="$mentions[1] ! ed:paragraph(.)/@n"><xsl:attribute name="data-first" select="."/></xsl:for-each>
      <xsl:apply-templates select="@xml:id" mode="attributes"/>
      <span class="level">{ed:level-name('delo', string(idno[@type = 'delo'][1]))}</span><xsl:text> </xsl:text><span class="headword">{ed:archival-reference(.)}</span>
      <xsl:for-each select="ed:say-doubt(.)"><xsl:text> </xsl:text><span class="doubt">{.}</span></xsl:for-each>
      <xsl:for-each select="note"><p class="description">{normalize-space(.)}</p></xsl:for-each>
      <xsl:sequence select="ed:citing(., $mentions), ed:in-context($mentions)"/>
    </li>
  </xsl:template>

  <!-- The name of a level and its number, or that there is none.
         in:  'fond', '4'
         out: 'Fond 4' -->
  <xsl:function name="ed:level-name" visibility="public" as="xs:string">
    <xsl:param name="level" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="if ($number) then ed:tell($level, $number) else ed:tell('no-' || $level)"/>
  </xsl:function>

  <!-- A name in its own script, as a line.
         in:  <orgName xml:lang="ru">…</orgName>
         out: <p class="original" lang="ru">…</p> -->
  <xsl:function name="ed:original" visibility="public" as="element()">
    <xsl:param name="name" as="element()"/>
    <p class="original"><xsl:apply-templates select="$name/@xml:lang" mode="attributes"/>{normalize-space($name)}</p>
  </xsl:function>

</xsl:stylesheet>
