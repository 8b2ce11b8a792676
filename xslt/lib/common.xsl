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

  <!-- Lists and tables: what HTML does not allow between items and cells, lib/nesting.xsl puts right -->

  <xsl:template match="list" as="element()+">
    <xsl:apply-templates select="head | headLabel | headItem"/>
    <xsl:element name="{if (@type = ('ordered', 'numbered') or tokenize(@rend) = ('ordered', 'numbered')) then 'ol' else 'ul'}">
      <xsl:attribute name="class" select="'list'"/>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates select="(* | text()[normalize-space()]) except (head, headLabel, headItem)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="item" as="element()">
    <li><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="list/label" priority="1" as="element()">
    <li class="label"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="headLabel | headItem" as="element()">
    <p class="heading"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="table" as="element()">
    <table>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:where-populated><caption><xsl:apply-templates select="head"/></caption></xsl:where-populated>
      <xsl:apply-templates select="(* | text()[normalize-space()]) except head"/>
    </table>
  </xsl:template>

  <xsl:template match="table/head" priority="1" as="element()">
    <span class="head"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="row" as="element()">
    <tr><xsl:apply-templates select="@xml:id" mode="attributes"/><xsl:apply-templates select="* | text()[normalize-space()]"/></tr>
  </xsl:template>

  <xsl:template match="cell" as="element()">
    <xsl:element name="{if ((@role, ../@role) = 'label') then 'th' else 'td'}">
      <xsl:apply-templates select="@xml:id, @xml:lang, @cols, @rows" mode="attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Verse -->

  <xsl:template match="l" as="element()">
    <span class="l"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- Within the line -->

  <xsl:template match="lb" as="node()+">
    <br/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- An address that a passage once had, or another that leads there. -->
  <xsl:template match="anchor" as="element()">
    <span><xsl:apply-templates select="@xml:id" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- Tokens that are joined touch; a break that parts no word stands in it. -->
  <xsl:template match="text()[$ed:joins]" as="text()">
    <xsl:value-of select="ed:unbroken(.)"/>
  </xsl:template>

  <xsl:template match="seg | w | c | pc | stage | num" as="element()">
    <span class="{local-name()}"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

</xsl:stylesheet>
