<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of contents: sections, with the paragraphs they hold. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="contents" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="contents" priority="-1" as="element()">
    <nav class="contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">{ed:say('contents')}</h2>
      <ol>
        <xsl:choose>
          <xsl:when test="/teiCorpus"><xsl:apply-templates select="ed:texts(/)" mode="listed"/></xsl:when>
          <xsl:otherwise><xsl:sequence select="ed:listed(ed:texts(/))"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="ed:texts(/) ! ed:notes(.)"><li><a href="#notes-heading">{ed:say('notes')}</a></li></xsl:if>
        <li><a href="#about-heading">{ed:say('about')}</a></li>
      </ol>
    </nav>
  </xsl:template>

  <!-- The sections of some texts and of those within.
         in:  <text>…<div><head>Kin</head>…</div></text>
         out: <li><a href="#at-9-heading">Kin</a></li> -->
  <xsl:function name="ed:listed" as="element()*">
    <xsl:param name="texts" as="element()*"/>
    <xsl:apply-templates select="$texts/(. | descendant::text[not(ancestor::floatingText)])/body/div" mode="contents"/>
  </xsl:function>

  <xsl:mode name="listed" on-no-match="fail" on-multiple-match="fail"/>

  <!-- One of the texts of a corpus. -->
  <xsl:template match="*" mode="listed" as="element()">
    <li>
      <a href="#{ed:heading-id(.)}">{((front/docTitle[1], front/titlePage[1]) ! ed:surface(.), ed:main-title(../teiHeader[1]/fileDesc[1]/titleStmt[1]), ed:say('untitled'))[.][1]}</a>
      <xsl:where-populated>
        <ol><xsl:sequence select="ed:listed(.)"/></ol>
      </xsl:where-populated>
    </li>
  </xsl:template>

  <xsl:template match="div" mode="contents" as="element()">
    <xsl:variable name="numbers" as="xs:string*" select=".//p[not(ancestor::note)]/@n/string()"/>
    <li>
      <a href="#{ed:heading-id(.)}"><xsl:sequence select="head ! ed:text-language(.)"/>{ed:section-name(.)}</a>
      <xsl:if test="exists($numbers)"><xsl:text> </xsl:text><span class="range">¶ {
        string-join(distinct-values(($numbers[1], $numbers[last()])), '–')}</span></xsl:if>
      <xsl:where-populated>
        <ol><xsl:apply-templates select="div" mode="contents"/></ol>
      </xsl:where-populated>
    </li>
  </xsl:template>

</xsl:stylesheet>
