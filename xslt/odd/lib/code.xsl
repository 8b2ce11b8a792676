<?xml version="1.0" encoding="UTF-8"?>
<!-- Shows XML as it is written. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="tag:teikit,2026:odd"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="code" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The least margin of the lines of an example, which is taken off each of them.
         in:  '<p>&#10;    <gi>a</gi>&#10;  </p>'
         out: 2 -->
  <xsl:function name="odd:margin" visibility="public" as="xs:integer">
    <xsl:param name="source" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="tail(tokenize($source, '\n'))[normalize-space()]"/>
    <xsl:sequence select="(min($lines ! string-length(replace(., '\S.*$', ''))), 0)[1]"/>
  </xsl:function>

  <!-- The source of some nodes, from the margin on.
         in:  <egXML><p>A <gi>b</gi>.</p></egXML>
         out: '<p>A <gi>b</gi>.</p>' -->
  <xsl:function name="odd:source" visibility="public" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="pieces" as="xs:string*"><xsl:apply-templates select="$nodes" mode="code"/></xsl:variable>
    <xsl:variable name="source" as="xs:string" select="replace(string-join($pieces), '^\s+|\s+$', '')"/>
    <xsl:sequence select="replace($source, '\n {' || odd:margin($source) || '}', '&#10;')"/>
  </xsl:function>

  <xsl:template match="*" mode="code" as="xs:string*">
    <xsl:sequence select="'&lt;' || name()"/>
    <xsl:apply-templates select="@*" mode="code"/>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:sequence select="'>'"/>
        <xsl:apply-templates mode="code"/>
        <xsl:sequence select="'&lt;/' || name() || '>'"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="'/>'"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="code" as="xs:string">
    <xsl:sequence select="' ' || name() || '=&quot;' || replace(replace(., '&amp;', '&amp;amp;'), '&quot;', '&amp;quot;') || '&quot;'"/>
  </xsl:template>

  <xsl:template match="text()" mode="code" as="xs:string">
    <xsl:sequence select="replace(replace(., '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')"/>
  </xsl:template>

  <xsl:template match="comment()" mode="code" as="xs:string">
    <xsl:sequence select="'&lt;!--' || . || '-->'"/>
  </xsl:template>

  <xsl:template match="processing-instruction()" mode="code" as="xs:string">
    <xsl:sequence select="'&lt;?' || name() || ' ' || . || '?>'"/>
  </xsl:template>

</xsl:stylesheet>
