<?xml version="1.0" encoding="UTF-8"?>
<!-- The navigation of an EPUB: sections, registers, and where the text begins. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:epub="http://www.idpf.org/2007/ops"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="parts/shell.xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="ed:say('contents')"/>
      <xsl:with-param name="type" select="'frontmatter'"/>
      <xsl:with-param name="content" as="element()+">
        <nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents-heading">
          <h1 id="contents-heading">{ed:say('contents')}</h1>
          <ol>
            <li>
              <a href="{$ed:text-file}">{ed:title(.)}</a>
              <xsl:where-populated>
                <ol>
                  <xsl:apply-templates select="//text[empty(ancestor::text)]/body/div" mode="contents"/>
                  <xsl:for-each select="(//text ! ed:notes(.))[1]"><li><a href="{$ed:text-file}#notes-heading">{ed:say('notes')}</a></li></xsl:for-each>
                </ol>
              </xsl:where-populated>
            </li>
            <li><a href="about.xhtml">{ed:say('about')}</a></li>
            <li>
              <a href="{$ed:registers-file}">{ed:say('registers')}</a>
              <xsl:where-populated>
                <ol>
                  <xsl:for-each select="ed:registers(.)"><li><a href="{$ed:registers-file}#{@id}">{*:h2}</a></li></xsl:for-each>
                </ol>
              </xsl:where-populated>
            </li>
          </ol>
        </nav>
        <nav epub:type="landmarks" hidden="hidden" aria-labelledby="landmarks-heading">
          <h2 id="landmarks-heading">{ed:say('landmarks')}</h2>
          <ol>
            <li><a epub:type="bodymatter" href="{$ed:text-file}">{ed:say('text')}</a></li>
            <li><a epub:type="toc" href="#toc">{ed:say('contents')}</a></li>
            <li><a epub:type="index" href="{$ed:registers-file}">{ed:say('registers')}</a></li>
          </ol>
        </nav>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div" mode="contents" as="element()">
    <li>
      <a href="{$ed:text-file}#{ed:heading-id(.)}">{ed:section-name(.)}</a>
      <xsl:where-populated>
        <ol><xsl:apply-templates select="div[head]" mode="contents"/></ol>
      </xsl:where-populated>
    </li>
  </xsl:template>

</xsl:stylesheet>
