<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text: a paragraph a line, notes at the end; where prose is withheld, its regest and its marks. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="edition.txt"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/labels.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>

  <xsl:output method="text"/>

  <xsl:mode name="edition.txt" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="lines" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:template match="/" as="text()*">
    <xsl:apply-templates select="*/text/front[docTitle], */teiHeader/fileDesc/titleStmt[empty(/*/text/front/docTitle)]" mode="lines"/>
    <xsl:apply-templates select="*/text/body" mode="lines"/>
    <xsl:apply-templates select="(*/text//note)[1]" mode="notes-heading"/>
    <xsl:apply-templates select="*/text//note" mode="lines"/>
  </xsl:template>

  <!-- Lines: title page, headings, paragraphs, quotations, notes -->

  <xsl:template match="titleStmt" mode="lines" as="text()*">
    <xsl:sequence select="(title | author) ! ed:text-line('', .)"/>
  </xsl:template>

  <xsl:template match="front" mode="lines" as="text()*">
    <xsl:sequence select="(docTitle, byline, * except (docTitle, byline)) ! ed:text-line('', .)"/>
  </xsl:template>

  <xsl:template match="div[not(head)][@n]" mode="lines" as="text()*">
    <xsl:value-of select="'&#10;' || upper-case(ed:section-name(.)) || '&#10;&#10;'"/>
    <xsl:apply-templates mode="lines"/>
  </xsl:template>

  <xsl:template match="head" mode="lines" as="text()*">
    <xsl:value-of select="'&#10;' || upper-case(ed:surface(.)) || '&#10;&#10;'"/>
  </xsl:template>

  <xsl:template match="p" mode="lines" as="text()*">
    <xsl:sequence select="ed:text-line(@n ! ('¶ ' || . || '  '), .)"/>
  </xsl:template>

  <xsl:template match="p[ed:is-withheld(.)]" mode="lines" as="text()*">
    <xsl:sequence select="ed:regest(.) ! ed:text-line(current()/@n ! ('¶ ' || . || '  Summary: '), .),
                          ed:text-line('     Facts: ', .)"/>
  </xsl:template>

  <xsl:template match="quote | l | item | ab | cell" mode="lines" as="text()*">
    <xsl:sequence select="ed:text-line('    ', .)"/>
  </xsl:template>

  <xsl:template match="note" mode="lines" as="text()*">
    <xsl:sequence select="ed:text-line('[' || @n || '] ', .)"/>
  </xsl:template>

  <xsl:mode name="notes-heading" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="note" mode="notes-heading" as="text()">
    <xsl:value-of select="'&#10;NOTES&#10;&#10;'"/>
  </xsl:template>

  <!-- A line of text: what stands before it, then the words of an element, spaces evened out.
         in:  '¶ 1  ', <p>It was  <note n="1">…</note> cold.</p>
         out: '¶ 1  It was [1] cold.' and an empty line -->
  <xsl:function name="ed:text-line" visibility="public" as="text()">
    <xsl:param name="before" as="xs:string?"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="node()*">
      <xsl:apply-templates select="$element/node()"/>
    </xsl:variable>
    <xsl:value-of select="$before || normalize-space(string-join($words)) || '&#10;&#10;'"/>
  </xsl:function>

  <!-- Words that are not simply copied -->

  <xsl:template match="note" as="text()">
    <xsl:value-of select="'[' || @n || ']'"/>
  </xsl:template>

  <xsl:template match="note/p[preceding-sibling::p]" as="text()*">
    <xsl:value-of select="' '"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="gap[@reason = 'rights']" as="text()">
    <xsl:value-of select="'[… ' || @quantity || ' ' || @unit || ' withheld …]'"/>
  </xsl:template>

  <xsl:template match="gap" as="text()">
    <xsl:value-of select="'[…]'"/>
  </xsl:template>

  <xsl:template match="corr[parent::choice]" as="text()*">
    <xsl:value-of select="' [recte: ' || string(.) || ']'"/>
  </xsl:template>

  <xsl:template match="supplied" as="text()*">
    <xsl:value-of select="'['"/>
    <xsl:apply-templates/>
    <xsl:value-of select="']'"/>
  </xsl:template>

</xsl:stylesheet>
