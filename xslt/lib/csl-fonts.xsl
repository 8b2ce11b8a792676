<?xml version="1.0" encoding="UTF-8"?>
<!-- Works in the terms of CSL, with the tags that CSL has for italics and their kin in titles. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="csl.xsl"/>

  <!-- A work as an item of CSL-JSON, its titles with their fonts.
         in:  <biblStruct>…<title>Of <hi rend="italic">Alca torda</hi></title>…</biblStruct>
         out: {"title": "Of <i>Alca torda</i>", …} -->
  <xsl:function name="ed:csl-with-fonts" visibility="public" cache="yes" as="map(xs:string, item()*)">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="if ($work//title//(hi | seg))
                          then map:merge((ed:csl($work), ed:csl-titles($work, ed:with-fonts#1), ed:pair('custom', ed:csl-custom($work, ed:with-fonts#1))), map {'duplicates': 'use-last'})
                          else ed:csl($work)"/>
  </xsl:function>

  <!-- What an element says, corrected and without notes; the font of all of it is no matter of its words.
         in:  <title>Of <hi rend="italic">Alca torda</hi></title>
         out: 'Of <i>Alca torda</i>' -->
  <xsl:function name="ed:with-fonts" visibility="public" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*"><xsl:apply-templates select="$element/node()" mode="csl-fonts"/></xsl:variable>
    <xsl:sequence select="if ($element/self::title//(hi | seg)) then normalize-space(string-join($words)) else ed:reading($element)"/>
  </xsl:function>

  <xsl:mode name="csl-fonts" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:template match="text()" mode="csl-fonts" as="xs:string">{.}</xsl:template>

  <xsl:template match="note | choice/sic | choice/orig" mode="csl-fonts" as="empty-sequence()"/>

  <xsl:template match="seg[@type = 'nocase']" mode="csl-fonts" as="xs:string*">
    <xsl:sequence select="'&lt;span class=&quot;nocase&quot;>'"/>
    <xsl:apply-templates mode="csl-fonts"/>
    <xsl:sequence select="'&lt;/span>'"/>
  </xsl:template>

  <xsl:template match="hi" mode="csl-fonts" as="xs:string*">
    <xsl:variable name="whole" as="xs:boolean" select="normalize-space(.) = normalize-space(ancestor::title[1])"/>
    <xsl:variable name="tag" as="xs:string?"
                  select="map {'italic': 'i', 'italics': 'i', 'i': 'i', 'it': 'i', 'bold': 'b', 'b': 'b', 'superscript': 'sup', 'sup': 'sup', 'super': 'sup',
                               'subscript': 'sub', 'sub': 'sub', 'smallcaps': 'span', 'small-caps': 'span'}(string(@rend))[not($whole)]"/>
    <xsl:sequence select="$tag ! ('&lt;' || . || ' style=&quot;font-variant:small-caps;&quot;'[$tag = 'span'] || '&gt;')"/>
    <xsl:apply-templates mode="csl-fonts"/>
    <xsl:sequence select="$tag ! ('&lt;/' || . || '&gt;')"/>
  </xsl:template>

</xsl:stylesheet>
