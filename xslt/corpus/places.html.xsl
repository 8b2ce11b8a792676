<?xml version="1.0" encoding="UTF-8"?>
<!-- The joint index of places: what is named in which documents. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                default-mode="places.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/joint.xsl"/>
  <xsl:include href="lib/entries.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <xsl:mode name="places.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'places.html'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles, 'joint.css'"/>
      <xsl:with-param name="scripts" select="'finding.js'"/>
      <xsl:with-param name="content" select="ed:index(ed:say('places'), joint/entry[@kind = 'place'], ('by-name', 'by-mentions', 'by-documents'))"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
