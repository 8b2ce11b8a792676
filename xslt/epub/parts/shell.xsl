<?xml version="1.0" encoding="UTF-8"?>
<!-- What the content documents of an EPUB share: the shell, the links from file to file, the languages. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:epub="http://www.idpf.org/2007/ops"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:xhtml="http://www.w3.org/1999/xhtml"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="../../book/text.xsl"/>
  <xsl:import href="../../book/registers.xsl"/>

  <xsl:output method="xhtml" html-version="5" include-content-type="no" indent="no" omit-xml-declaration="no"/>

  <xsl:mode on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:variable name="ed:text-file" as="xs:string" select="'text.xhtml'"/>
  <xsl:variable name="ed:registers-file" as="xs:string" select="'registers.xhtml'"/>

  <xsl:template name="page" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="language" as="xs:string" select="$lang"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:variable name="nested" as="node()*" select="ed:nested($content)"/>
    <html lang="{$language}" xml:lang="{$language}">
      <head>
        <meta charset="UTF-8"/>
        <title>{$title}</title>
        <link rel="stylesheet" type="text/css" href="epub.css"/>
      </head>
      <body epub:type="{$type}">
        <xsl:apply-templates select="$nested" mode="settled">
          <xsl:with-param name="ids" tunnel="yes"
                          select="map:merge(($nested/descendant-or-self::*/@id ! map {'#' || .: true()},
                                             ed:registers(.)/descendant-or-self::*/@id ! map {$ed:registers-file || '#' || .: true()}))"/>
        </xsl:apply-templates>
      </body>
    </html>
  </xsl:template>

  <!-- Links that lead nowhere in the book are no links: other people's TEI points to other files and to lost ids -->

  <xsl:mode name="settled" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="xhtml:a[@href]" mode="settled" as="element()">
    <xsl:param name="ids" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:variable name="leads" as="xs:boolean"
                  select="if (matches(@href, '^(registers\.xhtml)?#')) then map:contains($ids, @href)
                          else matches(@href, '^(https?://|mailto:|(text|registers|about|nav)\.xhtml(#|$))\S*$')"/>
    <xsl:element name="{if ($leads) then 'a' else 'span'}">
      <xsl:apply-templates select="@* except @href[not($leads)], node()" mode="settled"/>
    </xsl:element>
  </xsl:template>

  <!-- The language of the text.
         in:  <TEI xml:lang="en">
         out: 'en' -->
  <xsl:function name="ed:language" visibility="public" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="($document/*/@xml:lang, $document/*/teiHeader/profileDesc/langUsage/language[1]/@ident, 'und')[1]"/>
  </xsl:function>

  <!-- Reading systems look at xml:lang, browsers at lang. -->
  <xsl:template match="@xml:lang" mode="attributes" as="attribute()+">
    <xsl:attribute name="lang" select="."/>
    <xsl:sequence select="."/>
  </xsl:template>

</xsl:stylesheet>
