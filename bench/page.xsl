<?xml version="1.0" encoding="UTF-8"?>
<!-- A page in XSLT 1.0, for xsltproc: headings, paragraphs, names as links, notes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">
  <xsl:output method="html" encoding="UTF-8"/>

  <xsl:template match="/">
    <html><head><title><xsl:value-of select="//tei:title[1]"/></title></head>
    <body><xsl:apply-templates select="//tei:text"/></body></html>
  </xsl:template>

  <xsl:template match="tei:head"><h2><xsl:apply-templates/></h2></xsl:template>
  <xsl:template match="tei:p"><p id="{@xml:id}"><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="tei:note"><small id="{@xml:id}"><xsl:apply-templates/></small></xsl:template>
  <xsl:template match="tei:*[@ref]"><a href="{@ref}"><xsl:apply-templates/></a></xsl:template>
</xsl:stylesheet>
