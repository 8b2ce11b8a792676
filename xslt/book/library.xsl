<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages on a screen are made of, for a book to change. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="../lib/page.xsl"/>
  <xsl:include href="../lib/metadata.xsl"/>
  <xsl:include href="../lib/front.xsl"/>
  <xsl:include href="../lib/contents.xsl"/>
  <xsl:include href="../lib/blocks.xsl"/>
  <xsl:include href="../lib/inlines.xsl"/>
  <xsl:include href="../lib/notes.xsl"/>
  <xsl:include href="../lib/common.xsl"/>
  <xsl:include href="../lib/more.xsl"/>
  <xsl:include href="../lib/fallback.xsl"/>
  <xsl:include href="../lib/attributes.xsl"/>
  <xsl:include href="../lib/contexts.xsl"/>
  <xsl:include href="../lib/mentions.xsl"/>
  <xsl:include href="../lib/names.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/citations.xsl"/>

</xsl:stylesheet>
