<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading page: the text with its notes, or, where the prose is withheld, its regests and facts. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:h="http://www.w3.org/1999/xhtml"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="index.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/metadata.xsl"/>
  <xsl:include href="lib/front.xsl"/>
  <xsl:include href="lib/contents.xsl"/>
  <xsl:include href="lib/tools.xsl"/>
  <xsl:include href="lib/blocks.xsl"/>
  <xsl:include href="lib/inlines.xsl"/>
  <xsl:include href="lib/notes.xsl"/>
  <xsl:include href="lib/callouts.xsl"/>
  <xsl:include href="lib/common.xsl"/>
  <xsl:include href="lib/more.xsl"/>
  <xsl:include href="lib/formulas.xsl"/>
  <xsl:include href="lib/fallback.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/citations.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <xsl:mode name="index.html" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- What running prose with notes consists of; a text that has more gets more styles. -->
  <xsl:variable name="ed:plain" as="xs:string+"
                select="tokenize('text front body back div head p note quote q said foreign emph term soCalled gap choice sic corr supplied pb anchor
                                 docTitle titlePart docAuthor byline ab persName placeName orgName rs name date title bibl author editor publisher
                                 pubPlace biblScope citedRange idno edition series label ref ptr seg')"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'index.html'"/>
      <xsl:with-param name="sheets" select="if (exists(distinct-values(ed:texts(current())//*/local-name())[not(. = $ed:plain)])) then 'index-kinds.css' else 'index.css'"/>
      <xsl:with-param name="scripts" select="'reading.js'"/>
      <xsl:with-param name="metadata" as="element()*"><xsl:apply-templates select="ed:header(/)" mode="metadata"/></xsl:with-param>
      <xsl:with-param name="content" as="element()*">
        <xsl:apply-templates select="/teiCorpus/teiHeader[exists(ed:texts(root()))]" mode="#unnamed"/>
        <xsl:apply-templates select="ed:texts(/)" mode="article"/>
        <xsl:apply-templates select="ed:header(/)[empty(ed:texts(/))]" mode="#unnamed"/>
        <xsl:apply-templates select="ed:header(/)" mode="about"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- One text with its title page, its notes at the end; what helps to read stands before the first. -->

  <xsl:mode name="article" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="article" as="element()">
    <article class="text">
      <xsl:if test="ancestor::teiCorpus"><xsl:attribute name="id" select="ed:heading-id(.)"/></xsl:if>
      <xsl:apply-templates select="(., ..)[@xml:lang][1]/@xml:lang" mode="attributes"/>
      <xsl:apply-templates select="(../teiHeader, /*/teiHeader)[1][empty(current()/front/(docTitle | titlePage))]" mode="#unnamed"/>
      <xsl:apply-templates select="front" mode="#unnamed"/>
      <xsl:if test="position() eq 1">
        <div class="aids" lang="{$lang}">
          <xsl:apply-templates select="." mode="notice"/>
        </div>
        <div class="guide" lang="{$lang}">
          <xsl:apply-templates select="." mode="contents"/>
          <xsl:apply-templates select="." mode="tools"/>
        </div>
        <xsl:if test="empty(ed:opening(/))"><xsl:sequence select="$ed:pause"/></xsl:if>
      </xsl:if>
      <xsl:apply-templates select="if (self::text or self::sourceDoc or self::facsimile) then (* | text()[normalize-space()]) except front else ." mode="#unnamed"/>
      <xsl:apply-templates select="." mode="notes"/>
    </article>
  </xsl:template>

  <!-- A browser that comes to a style sheet among the text stops reading and shows what there is: the title and the opening of the text. -->

  <xsl:variable name="ed:pause" as="element(h:link)"><link rel="stylesheet" href="print.css"/></xsl:variable>

  <xsl:template match="(body | body//div)/p[. is ed:opening(root(.))]" mode="#unnamed" priority="5" as="node()+">
    <xsl:next-match/>
    <xsl:sequence select="$ed:pause"/>
  </xsl:template>

  <!-- The paragraph that opens the text.
         in:  the document
         out: <p>…</p>, the first in <body> -->
  <xsl:function name="ed:opening" cache="yes" as="element(p)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(ed:texts($document)[1]/body//p[parent::div or parent::body])[1]"/>
  </xsl:function>

  <xsl:template match="text" mode="#unnamed" as="element()">
    <section>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates select="* | text()[normalize-space()]" mode="#unnamed"/>
    </section>
  </xsl:template>

  <!-- A text without a title page is introduced by its header. -->
  <xsl:template match="teiHeader" mode="#unnamed" as="element()">
    <header class="title-page added">
      <h1>{(ed:main-title(fileDesc[1]/titleStmt[1]), ed:say('untitled'))[1]}</h1>
      <xsl:where-populated><p class="byline">{string-join(ed:credited(fileDesc/titleStmt/author), ', ')}</p></xsl:where-populated>
    </header>
  </xsl:template>

</xsl:stylesheet>
