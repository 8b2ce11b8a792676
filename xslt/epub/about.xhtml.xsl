<?xml version="1.0" encoding="UTF-8"?>
<!-- What an EPUB says of its edition: how to cite it, and its rights. -->
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

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="ed:say('about')"/>
      <xsl:with-param name="type" select="'backmatter'"/>
      <xsl:with-param name="content" as="element()*">
        <xsl:apply-templates select="*/teiHeader" mode="about"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
