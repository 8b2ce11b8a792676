<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI attributes as HTML attributes; what a document leaves out, the page leaves out. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="attributes" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="@xml:id" mode="attributes" as="attribute()">
    <xsl:attribute name="id" select="."/>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="attributes" as="attribute()">
    <xsl:attribute name="lang" select="."/>
  </xsl:template>

  <xsl:template match="@when[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')]" mode="attributes" as="attribute()">
    <xsl:attribute name="datetime" select="."/>
  </xsl:template>

  <xsl:template match="@who | @source | @cert" mode="attributes" as="attribute()">
    <xsl:attribute name="data-{local-name()}" select="replace(., '(^|\s)#', '$1')"/>
  </xsl:template>

  <xsl:template match="@ref | @corresp" mode="attributes" as="attribute()">
    <xsl:attribute name="data-ref" select="replace(., '(^|\s)#', '$1')"/>
  </xsl:template>

  <xsl:template match="@*" mode="attributes" as="attribute()?"/>

  <!-- Words as a link where there is an address, else the words alone.
         in:  'persons.html#pers_veldt', 'Jonas Veldt'
         out: <a href="persons.html#pers_veldt">Jonas Veldt</a> -->
  <xsl:function name="ed:link" visibility="public" as="node()">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="exists($address)"><a href="{$address}">{$words}</a></xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
