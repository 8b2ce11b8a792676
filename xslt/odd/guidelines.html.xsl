<?xml version="1.0" encoding="UTF-8"?>
<!-- The guidelines of a project: the prose of its ODD, each section with the rules it explains. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="tag:teikit,2026:odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:eg="http://www.tei-c.org/ns/Examples"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/shell.xsl"/>
  <xsl:include href="lib/code.xsl"/>
  <xsl:include href="lib/prose.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" indent="no"/>

  <xsl:mode name="contents" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="label" select="'Guidelines'"/>
      <xsl:with-param name="contents" as="element()*">
        <ol><xsl:apply-templates select="odd:schema/text/(front | body | back)/div[head]" mode="contents"/></ol>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <xsl:apply-templates select="odd:schema/text/(front | body | back)/*"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div" mode="contents" as="element()">
    <li><a href="#{odd:anchor(.)}">{normalize-space(head[1])}</a></li>
  </xsl:template>

</xsl:stylesheet>
