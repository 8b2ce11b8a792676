<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of places: which are named in the text, and where. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="places.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/finding.xsl"/>
  <xsl:include href="lib/index.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <xsl:mode name="places.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'places.html'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles"/>
      <xsl:with-param name="scripts" select="'finding.js'"/>
      <xsl:with-param name="content" select="ed:index(ed:say('places'), key('entries', 'place'), ed:unlisted(., 'place'), ('by-name', 'by-mentions', 'by-first'))"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
