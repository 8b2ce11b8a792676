<?xml version="1.0" encoding="UTF-8"?>
<!-- What our own text lacks and others have: lists, tables, verse, drama, line breaks, words. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Lists and tables -->

  <xsl:template match="list" as="element()">
    <ul class="list"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates select="*"/></ul>
  </xsl:template>

  <xsl:template match="item" as="element()">
    <li><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="table" as="element()">
    <table>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates select="head[1], row"/>
    </table>
  </xsl:template>

  <xsl:template match="table/head" priority="1" as="element()">
    <caption><xsl:apply-templates/></caption>
  </xsl:template>

  <xsl:template match="row" as="element()">
    <tr><xsl:apply-templates select="cell"/></tr>
  </xsl:template>

  <xsl:template match="cell" as="element()">
    <xsl:element name="{if ((@role, ../@role) = 'label') then 'th' else 'td'}">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Verse and drama -->

  <xsl:template match="lg | sp" as="element()">
    <div class="{local-name()}"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates select="*"/></div>
  </xsl:template>

  <xsl:template match="l" as="element()">
    <span class="l"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="sp/speaker | sp/stage | div/stage" as="element()">
    <div class="{local-name()}"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></div>
  </xsl:template>

  <!-- Within the line -->

  <xsl:template match="lb" as="element()">
    <br/>
  </xsl:template>

  <!-- An address that a passage once had, or another that leads there. -->
  <xsl:template match="anchor" as="element()">
    <span><xsl:apply-templates select="@xml:id" mode="attributes"/></span>
  </xsl:template>

  <xsl:template match="seg | w | c | pc | stage | num" as="element()">
    <span class="{local-name()}"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

</xsl:stylesheet>
