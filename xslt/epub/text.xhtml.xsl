<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of an EPUB, and its notes as footnotes that reading systems show where they are called. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:epub="http://www.idpf.org/2007/ops"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="parts/shell.xsl"/>
  <xsl:include href="../lib/callouts.xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="ed:title(.)"/>
      <xsl:with-param name="language" select="ed:language(.)"/>
      <xsl:with-param name="type" select="'bodymatter'"/>
      <xsl:with-param name="content" as="element()*">
        <xsl:apply-templates select="//text[empty(ancestor::text)], */teiHeader[empty(//text)]"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="text" as="element()">
    <section epub:type="chapter" role="doc-chapter">
      <xsl:apply-templates select="(front, /*/teiHeader)[1]"/>
      <xsl:where-populated>
        <div class="aids" lang="{$lang}" xml:lang="{$lang}"><xsl:apply-templates select="." mode="notice"/></div>
      </xsl:where-populated>
      <xsl:apply-templates select="* except front"/>
      <xsl:apply-templates select="." mode="notes"/>
    </section>
  </xsl:template>

  <xsl:template match="text//text" as="element()">
    <section><xsl:apply-templates select="*"/></section>
  </xsl:template>

  <xsl:template match="teiHeader" as="element()">
    <header class="title-page">
      <h1>{ed:title(/)}</h1>
      <p class="byline">{string-join(ed:authors(/), ', ')}</p>
    </header>
  </xsl:template>

  <!-- Notes -->

  <xsl:template match="note | annotation" mode="callout" as="element()">
    <sup class="noteref"><a epub:type="noteref" role="doc-noteref" id="{ed:note-id(.)}-ref" href="#{ed:note-id(.)}">{ed:note-number(.)}</a></sup>
  </xsl:template>

  <xsl:template match="text" mode="notes" as="element()?">
    <xsl:where-populated>
      <section epub:type="footnotes" role="doc-endnotes" aria-labelledby="notes-heading">
        <xsl:on-non-empty><h2 id="notes-heading" lang="{$lang}" xml:lang="{$lang}">{ed:say('notes')}</h2></xsl:on-non-empty>
        <xsl:apply-templates select="ed:notes(.)" mode="notes"/>
      </section>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="note | annotation" mode="notes" as="element()">
    <aside epub:type="footnote" role="doc-footnote" id="{ed:note-id(.)}">
      <xsl:apply-templates select="@xml:lang" mode="attributes"/>
      <div class="note-body"><xsl:sequence select="ed:way-back(.)"/><xsl:apply-templates select="ed:body(.)"/></div>
    </aside>
  </xsl:template>

  <!-- The number of a note, which leads back to where it was called.
         in:  <note xml:id="note-13" n="13">
         out: <a role="doc-backlink" href="#note-13-ref" aria-label="Back to reference 13">13</a>, '. ' -->
  <xsl:function name="ed:way-back" visibility="public" as="node()*">
    <xsl:param name="note" as="element()"/>
    <xsl:if test="not(ed:is-stray($note))">
    <a class="number" epub:type="backlink" role="doc-backlink" href="#{ed:note-id($note)}-ref"
       aria-label="{ed:say('back', ed:note-number($note))}">{ed:note-number($note)}</a>
    <xsl:text>. </xsl:text>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
