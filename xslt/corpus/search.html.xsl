<?xml version="1.0" encoding="UTF-8"?>
<!-- The joint search: words, and the documents that hold them; a script does the rest. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                default-mode="search.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/joint.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <xsl:mode name="search.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'search.html'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles, 'joint.css'"/>
      <xsl:with-param name="scripts" select="'search-documents.js', 'joint.js'"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>{ed:say('search')}</h1>
          <p class="tally">{ed:tell-many(count(joint/document), 'count-documents')}, {
            ed:tell-many(xs:integer(sum(joint/document/@words)), 'count-words')}.</p>
        </header>
        <noscript>
          <p>{ed:tell('no-script')}</p>
          <ul class="ways">
            <xsl:for-each select="$ed:pages[not(?file = 'search.html')]">
              <li><a href="{?file}">{?label}</a></li>
            </xsl:for-each>
          </ul>
        </noscript>
        <form class="seek" role="search">
          <p class="asked">
            <label for="words">{ed:tell('words')}</label>
            <input id="words" type="search" name="q" autocomplete="off" spellcheck="false" aria-describedby="how"/>
            <button type="submit">{ed:tell('look')}</button>
          </p>
          <p id="how">{ed:tell('joint-search-how')}</p>
        </form>
        <p role="status" class="tally" data-found="{ed:tell('found')}" data-nothing="{ed:tell('nothing')}" data-others="{ed:tell('show-more')}"
           data-read="{ed:say('text')}"/>
        <section class="results joint-results" aria-label="{ed:tell('found', '')}"></section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
