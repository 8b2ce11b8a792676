<?xml version="1.0" encoding="UTF-8"?>
<!-- The head and the end of the reading page: title, byline, notice, how to cite, rights. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="described.xsl"/>

  <!-- The title page -->

  <xsl:template match="front" as="element()">
    <header class="title-page">
      <xsl:apply-templates select="docTitle, titlePage, byline, (* | text()[normalize-space()]) except (docTitle, titlePage, byline)"/>
    </header>
  </xsl:template>

  <xsl:template match="docTitle" as="element()">
    <h1>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:sequence select="ed:spoken(.)"/>
      <xsl:for-each select="* | text()[normalize-space()]">
        <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </h1>
  </xsl:template>

  <xsl:template match="titlePart" as="element()">
    <xsl:element name="{if (parent::docTitle) then 'span' else 'div'}">
      <xsl:attribute name="class" select="(@type, 'main')[1]"/>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="byline | ab | front/docAuthor | front/docDate | front/docEdition" as="element()">
    <p class="{string-join((local-name(), @type), ' ')}">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- What a reader must know before reading -->

  <xsl:mode name="notice" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="notice" as="element()*">
    <xsl:variable name="gaps" as="element(gap)*" select=".//gap[@reason = 'rights'][@unit = 'letters'][not(node())]"/>
    <xsl:if test="exists($gaps)">
      <div class="notice" role="note" aria-label="{ed:say('withheld')}">
        <p><strong>{ed:say('withheld-why')}</strong> {ed:say('withheld-what', ed:say-number(
          xs:integer(sum($gaps/@quantity[. castable as xs:integer] ! xs:integer(.)))))}</p>
        <p>{ed:say('weave')} <code>teikit weave tei/{/*/@xml:id}.xml COPY.pdf -o build/full.xml</code></p>
      </div>
    </xsl:if>
    <details class="legend">
      <summary>{ed:say('how-to-read')}</summary>
      <p><span class="person">{ed:say('persons')}</span>, <span class="place">{ed:say('places')}</span>,
        <span class="organisation">{ed:say('organisations')}</span>, <span class="event">{ed:say('events')}</span>,
        <span class="title">{ed:say('works')}</span>, <span class="date">{ed:say('dates')}</span> {ed:say('legend-names')}</p>
      <p><span class="mark">›</span> {ed:say('legend-mark')}</p>
      <p>{ed:say('name')}<span class="doubt-sign">?</span> {ed:say('legend-doubt')}</p>
      <xsl:if test="exists(.//p[@n])"><p><span class="number">5</span> {ed:say('legend-number')}</p></xsl:if>
      <p><span class="pb"/> {ed:say('legend-page')}</p>
      <p><span class="corr">[recte: …]</span> {ed:say('legend-slip')}</p>
    </details>
  </xsl:template>

  <!-- How to cite, rights, and who made the edition -->

  <xsl:mode name="about" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="about" as="element()">
    <section class="about" aria-labelledby="about-heading">
      <h2 id="about-heading">{ed:say('about')}</h2>
      <xsl:sequence select="ed:described-text(.)"/>
      <h3>{ed:say('cite')}</h3>
      <xsl:apply-templates select="(fileDesc/sourceDesc/biblStruct)[1], fileDesc" mode="about"/>
      <xsl:if test="exists(ed:texts(root())//p[@n])"><p>{ed:say('number-in-margin', '¶ 5')}</p></xsl:if>
      <xsl:where-populated>
        <div class="rights">
          <xsl:on-non-empty><h3>{ed:say('rights')}</h3></xsl:on-non-empty>
          <xsl:apply-templates select="fileDesc/publicationStmt/availability/*" mode="about"/>
        </div>
      </xsl:where-populated>
    </section>
  </xsl:template>

  <xsl:template match="biblStruct" mode="about" as="element()+">
    <p>{ed:say('labelled', ed:say('the-text'))} <xsl:sequence select="ed:reference(.)"/>.</p>
    <xsl:apply-templates select="relatedItem/biblStruct" mode="about"/>
  </xsl:template>

  <xsl:template match="relatedItem/biblStruct" mode="about" as="element()">
    <xsl:variable name="address" as="xs:string?" select=".//idno[starts-with(., 'http')][1] ! normalize-space(.)"/>
    <p>{ed:say('labelled', ed:say('deposited'))} {normalize-space(descendant::title[1])}<xsl:if test="$address">, <a href="{$address}">{$address}</a></xsl:if>.</p>
  </xsl:template>

  <xsl:template match="fileDesc" mode="about" as="element()">
    <p>{ed:say('labelled', ed:say('this-edition'))} {string-join(ed:citation(/), ', ')}<xsl:for-each select="ed:home(/)">, <a href="{.}">{.}</a></xsl:for-each>.</p>
  </xsl:template>

  <xsl:template match="licence" mode="about" as="element()*">
    <xsl:apply-templates select="text()[normalize-space()][empty(../p)]" mode="about"/>
    <xsl:for-each select="p"><p>{normalize-space(.)}</p></xsl:for-each>
    <xsl:if test="exists(ed:safe(@target))"><p class="licence"><a rel="license" href="{@target}">{@target}</a></p></xsl:if>
  </xsl:template>

  <xsl:template match="licence/text() | availability/*" mode="about" priority="-1" as="element()">
    <p>{normalize-space(.)}</p>
  </xsl:template>

</xsl:stylesheet>
