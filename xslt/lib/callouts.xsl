<?xml version="1.0" encoding="UTF-8"?>
<!-- What comes before and behind any element: a space that parts words, callouts of notes on it; included by the page itself. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="*[@xml:id][key('notes-on', @xml:id)]" priority="3" as="node()*">
    <xsl:variable name="shown" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="callouts" as="node()*"><xsl:apply-templates select="ed:notes-on(.)" mode="callout"/></xsl:variable>
    <xsl:sequence select="ed:ended($shown, $callouts)"/>
  </xsl:template>

  <xsl:template match="*[preceding-sibling::node()[1][not(self::text())]][$ed:worded(node-name())][ed:is-parted(.)]" priority="2.5" as="node()*">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- What is shown of a passage, with callouts where it ends: in the last of its paragraphs.
         in:  <section><p>words</p></section>, <sup>1</sup>
         out: <section><p>words<sup>1</sup></p></section> -->
  <xsl:function name="ed:ended" visibility="public" as="node()*">
    <xsl:param name="shown" as="node()*"/>
    <xsl:param name="callouts" as="node()*"/>
    <xsl:variable name="last" as="element()?" select="$shown[self::* or normalize-space()][not(self::*:details)][last()][$ed:blocks(local-name())]"/>
    <xsl:choose>
      <xsl:when test="$last">
        <xsl:for-each select="$shown">
          <xsl:choose>
            <xsl:when test=". is $last"><xsl:copy><xsl:sequence select="@*, ed:ended(node(), $callouts)"/></xsl:copy></xsl:when>
            <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$shown, $callouts"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
