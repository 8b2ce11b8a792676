<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: sections, headings, paragraphs with number and regest, quotations. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="*[self::text or self::floatingText][not(ed:has-words(.))]/body[1]" as="node()*">
    <xsl:apply-templates select="ed:content(.)"/>
  </xsl:template>

  <xsl:template match="div" as="element()">
    <section>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:if test="head or parent::body"><xsl:attribute name="aria-labelledby" select="ed:heading-id(.)"/></xsl:if>
      <xsl:if test="parent::body and empty(head)">
        <h2 id="{ed:heading-id(.)}" class="supplied-heading"><xsl:sequence select="ed:interface-language(.)"/>{ed:section-name(.)}</h2>
      </xsl:if>
      <xsl:apply-templates select="ed:content(.)"/>
    </section>
  </xsl:template>

  <xsl:template match="head" as="element()">
    <p class="heading"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="div/head[not(preceding-sibling::head)]" as="element()">
    <xsl:element name="h{min((6, 1 + count(ancestor::div)))}">
      <xsl:attribute name="id" select="ed:heading-id(..)"/>
      <xsl:apply-templates select="@xml:lang" mode="attributes"/>
      <xsl:sequence select="ed:spoken(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The id of a section's heading; a section without one gets one from its own id.
         in:  <div xml:id="sec-ice"><head xml:id="head-ice">…</head></div>
         out: 'head-ice' -->
  <xsl:function name="ed:heading-id" visibility="public" as="xs:string">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="($section/head[1]/@xml:id, ($section/@xml:id, 'at-' || ed:place-in-tree($section))[1] || '-heading')[1]"/>
  </xsl:function>

  <!-- Paragraphs -->

  <xsl:template match="p[@n][not(ancestor::note)]" as="element()">
    <xsl:variable name="withheld" as="xs:boolean" select="ed:is-withheld(.)"/>
    <div class="paragraph{' withheld'[$withheld]}{' continued'[current()/@prev]}">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:text>&#10;</xsl:text>
      <xsl:element name="{if (@xml:id) then 'a' else 'span'}">
        <xsl:attribute name="class" select="'number'"/>
        <xsl:for-each select="@xml:id"><xsl:attribute name="href" select="'#' || ."/></xsl:for-each>
        <xsl:attribute name="aria-label" select="ed:say('paragraph', string(@n))"/>
        <xsl:value-of select="@n"/>
      </xsl:element>
      <xsl:if test="$withheld">
        <xsl:apply-templates select="ed:regest(.)" mode="regest"/>
      </xsl:if>
      <xsl:element name="{ed:paragraph-tag(.)}">
        <xsl:attribute name="class" select="if ($withheld) then 'facts' else 'prose'"/>
        <xsl:apply-templates/>
      </xsl:element>
      <xsl:if test="not($withheld)">
        <xsl:apply-templates select="ed:regest(.)" mode="gloss"/>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="p" as="element()">
    <xsl:element name="{ed:paragraph-tag(.)}">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The HTML element for a paragraph: a division where it holds what an HTML paragraph may not.
         in:  <p>words <list>…</list></p>
         out: 'div' -->
  <xsl:function name="ed:paragraph-tag" visibility="public" as="xs:string">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="if (empty($paragraph/descendant::*[self::p or self::quote or self::list or self::table or self::lg
                                                              or self::figure][empty(ancestor::note[. >> $paragraph])]))
                          then 'p' else 'div'"/>
  </xsl:function>

  <!-- Regests: the main text where prose is withheld, a gloss beside it where it is not -->

  <xsl:mode name="regest" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="gloss" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="note[@type = 'regest']" mode="regest" as="element()">
    <div class="regest">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates select="p"/>
    </div>
  </xsl:template>

  <xsl:template match="note[@type = 'regest']" mode="gloss" as="element()">
    <details class="gloss">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <summary><xsl:sequence select="ed:interface-language(.)"/>{ed:say('summary')}</summary>
      <xsl:apply-templates select="p"/>
    </details>
  </xsl:template>

  <!-- Block quotations, with the name of who speaks -->

  <xsl:template match="quote" as="element()">
    <blockquote>
      <xsl:if test="ed:is-withheld(.)"><xsl:attribute name="class" select="'withheld'"/></xsl:if>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:choose>
        <xsl:when test="p | said/p"><xsl:apply-templates/></xsl:when>
        <xsl:otherwise><p><xsl:apply-templates/></p></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="said[@who][1]" mode="speaker"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="p//quote[not(p | said/p)]" as="element()">
    <span class="quote"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:mode name="speaker" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="said" mode="speaker" as="element()?">
    <xsl:for-each select="id(tokenize(@who)[1] ! substring-after(., '#'))[ed:is-entry(.)]">
      <p class="speaker"><xsl:sequence select="ed:link(ed:address(.), ed:label(.))"/></p>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
