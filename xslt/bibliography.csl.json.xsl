<?xml version="1.0" encoding="UTF-8"?>
<!-- The bibliography as CSL-JSON, which reference managers and pandoc read. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="bibliography.csl.json"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/csl-fonts.xsl"/>

  <xsl:output method="json" indent="yes"/>

  <xsl:mode name="bibliography.csl.json" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="array(*)">
    <xsl:sequence select="array {ed:listed-works(.) ! ed:csl-with-fonts(.)}"/>
  </xsl:template>

</xsl:stylesheet>
