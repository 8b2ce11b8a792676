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

  <!-- The title page -->

  <xsl:template match="front" as="element()">
    <header class="title-page">
      <xsl:apply-templates select="docTitle, titlePage, byline, * except (docTitle, titlePage, byline)"/>
    </header>
  </xsl:template>

  <xsl:template match="docTitle" as="element()">
    <h1>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:for-each select="titlePart">
        <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </h1>
  </xsl:template>

  <xsl:template match="titlePart" as="element()">
    <span class="title-part {@type}">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="byline | ab" as="element()">
    <p class="{string-join((local-name(), @type), ' ')}">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- What a reader must know before reading -->

  <xsl:mode name="notice" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="text" mode="notice" as="element()*">
    <xsl:variable name="gaps" as="element(gap)*" select=".//gap[@reason = 'rights']"/>
    <xsl:if test="exists($gaps)">
      <div class="notice" role="note" aria-label="Withheld prose">
        <p><strong>The prose of this text is withheld: it is in copyright.</strong> {format-integer(
          xs:integer(sum($gaps/@quantity[. castable as xs:integer] ! xs:integer(.))), '#,##0')} letters are left out. Each
          paragraph is represented by a summary in our own words, then by its facts: the names, dates and citations in their order, with
          <span class="gap gap-5 sample"><span class="unseen">a bar</span></span> for what stands between them, the longer the more letters.</p>
        <p>Who holds a copy of the text can set it back into its places: <code>teikit weave tei/{/*/@xml:id}.xml COPY.txt</code></p>
      </div>
    </xsl:if>
    <details class="legend">
      <summary>How to read this page</summary>
      <p>Every underlined word leads to its entry in an index:
        <span class="mention person">persons</span>, <span class="mention place">places</span>,
        <span class="mention organisation">organisations</span>, <span class="mention event">events</span>,
        <span class="mention citation">works</span> and <span class="mention date">dates</span>; the line is fainter within a citation. Where one name stands within another, the
        sign <span class="mark">›</span> behind the larger one leads to its entry. A question mark raised above the line means that
        the identification is not certain. A number beside a paragraph is its permanent address. <span class="pb"/> marks a page break
        of the printed text, and <span class="corr">[recte: …]</span> what a slip of the print or of its conversion should read.</p>
    </details>
  </xsl:template>

  <!-- How to cite, rights, and who made the edition -->

  <xsl:mode name="about" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="about" as="element()">
    <section class="about" aria-labelledby="about-heading">
      <h2 id="about-heading">About this edition</h2>
      <h3>How to cite</h3>
      <xsl:apply-templates select="fileDesc/sourceDesc/biblStruct[1], fileDesc" mode="about"/>
      <p>A number in the margin names a paragraph: add <code>¶ 5</code> to cite it, and follow it for an address that lasts.</p>
      <xsl:where-populated>
        <div class="rights">
          <xsl:on-non-empty><h3>Rights</h3></xsl:on-non-empty>
          <xsl:apply-templates select="fileDesc/publicationStmt/availability/*" mode="about"/>
        </div>
      </xsl:where-populated>
    </section>
  </xsl:template>

  <xsl:template match="biblStruct" mode="about" as="element()+">
    <p>The text: <xsl:sequence select="ed:reference(.)"/>.</p>
    <xsl:apply-templates select="relatedItem/biblStruct" mode="about"/>
  </xsl:template>

  <xsl:template match="relatedItem/biblStruct" mode="about" as="element()">
    <xsl:variable name="address" as="xs:string?" select=".//idno[starts-with(., 'http')][1] ! normalize-space(.)"/>
    <p>Deposited copy: {normalize-space(descendant::title[1])}<xsl:if test="$address">, <a href="{$address}">{$address}</a></xsl:if>.</p>
  </xsl:template>

  <xsl:template match="fileDesc" mode="about" as="element()">
    <xsl:variable name="editors" as="xs:string*"
                  select="titleStmt/respStmt/(name | persName | orgName) ! normalize-space(.) => distinct-values()"/>
    <p>This edition: {string-join((ed:authors(/), ed:title(/)), ', ')
      }{string-join($editors, ', ')[.] ! (', digital edition by ' || .)
      }{editionStmt/edition[1]/@n ! (', version ' || .)
      }{publicationStmt/date[1] ! (', ' || normalize-space(.))
      }{publicationStmt/idno[starts-with(., 'http')][1] ! (', ' || .)}.</p>
  </xsl:template>

  <xsl:template match="licence" mode="about" as="element()*">
    <xsl:apply-templates select="text()[normalize-space()][empty(../p)]" mode="about"/>
    <xsl:for-each select="p"><p>{normalize-space(.)}</p></xsl:for-each>
    <xsl:if test="@target"><p class="licence"><a rel="license" href="{@target}">{@target}</a></p></xsl:if>
  </xsl:template>

  <xsl:template match="licence/text() | availability/*" mode="about" priority="-1" as="element()">
    <p>{normalize-space(.)}</p>
  </xsl:template>

</xsl:stylesheet>
