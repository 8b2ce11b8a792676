<?xml version="1.0" encoding="UTF-8"?>
<!-- The search: words, the kinds of text to look in, the entries to narrow it by; a script does the rest. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="search.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/finding.xsl"/>
  <xsl:include href="lib/searched.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <xsl:mode name="search.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="ed:entity-kinds" as="xs:string+" select="'person', 'place', 'organisation', 'event', 'work', 'periodical', 'archival'"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="kinds" as="xs:string*" select="ed:searched(.) ! ed:found-kind(.)"/>
    <xsl:variable name="gaps" as="xs:integer*"
                  select="//text//gap[@reason = 'rights']/@quantity[. castable as xs:integer] ! xs:integer(.)"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'search.html'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles"/>
      <xsl:with-param name="scripts" select="'search-index.js', 'search.js'"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>{ed:say('search')}</h1>
          <p class="tally">{ed:tell('search-scope')} {string-join(ed:kinds-found($kinds) ! ed:kind-tally(., $kinds), ', ')}.</p>
          <xsl:if test="exists($gaps)">
            <p class="withheld-scope">{ed:tell('search-withheld', ed:say-number(sum($gaps)))}</p>
          </xsl:if>
        </header>
        <noscript>
          <p>{ed:tell('no-script')}</p>
          <ul class="ways">
            <xsl:for-each select="$ed:pages[not(?file = ('index.html', 'search.html', 'map.html', 'network.html'))]">
              <li><a href="{?file}">{?label}</a></li>
            </xsl:for-each>
          </ul>
        </noscript>
        <xsl:sequence select="ed:search-form($kinds), ed:search-results()"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The kinds of text that an edition has, in a good order.
         in:  'note', 'paragraph', 'note'
         out: 'paragraph', 'note' -->
  <xsl:function name="ed:kinds-found" visibility="public" as="xs:string*">
    <xsl:param name="kinds" as="xs:string*"/>
    <xsl:sequence select="('paragraph', 'quotation', 'note', 'summary', 'heading', 'title')[. = $kinds]"/>
  </xsl:function>

  <!-- How many blocks are of a kind.
         in:  'note', ('note', 'paragraph', 'note')
         out: '2 notes' -->
  <xsl:function name="ed:kind-tally" visibility="public" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="kinds" as="xs:string*"/>
    <xsl:sequence select="ed:tell-many(count($kinds[. = $kind]), $kind)"/>
  </xsl:function>

  <!-- The form: words, kinds of text; a script fills in the entries.
         in:  'note', 'paragraph', 'note'
         out: <form class="seek" role="search">…</form> -->
  <xsl:function name="ed:search-form" visibility="public" as="element()">
    <xsl:param name="kinds" as="xs:string*"/>
    <form class="seek" role="search">
      <p class="asked">
        <label for="words">{ed:tell('words')}</label>
        <input id="words" type="search" name="q" autocomplete="off" spellcheck="false" aria-describedby="how"/>
        <button type="submit">{ed:tell('look')}</button>
      </p>
      <p id="how">{ed:tell('search-how')}</p>
      <fieldset class="kinds">
        <legend>{ed:tell('search-in')}</legend>
        <xsl:for-each select="ed:kinds-found($kinds)">
          <label><input type="checkbox" name="in" value="{.}" data-one="{ed:number-form(1, ed:tell(., ''))}" checked="checked"/> {ed:kind-tally(., $kinds)}</label>
        </xsl:for-each>
      </fieldset>
    </form>
  </xsl:function>

  <!-- Where the script shows what it finds, with the words that it needs.
         in:  nothing
         out: <p role="status" …>, <template id="found">…</template>, <div class="found"></div> -->
  <xsl:function name="ed:search-results" visibility="public" as="element()+">
    <p role="status" class="tally" data-found="{ed:tell('found')}" data-nothing="{ed:tell('nothing')}" data-more="{ed:tell('more-there')}"
       data-others="{ed:tell('show-more')}" data-note="{$ed:note-sign}">
      <xsl:for-each select="$ed:entity-kinds">
        <xsl:attribute name="data-{.}" select="ed:tell('kind-' || .)"/>
      </xsl:for-each>
    </p>
    <template id="found">
      <section class="results" aria-label="{ed:tell('found', '')}"></section>
      <section class="facets" aria-labelledby="facets" hidden="hidden">
        <h2 id="facets">{ed:tell('named-there')}</h2>
        <button type="button" class="clear" hidden="hidden">{ed:tell('clear')}</button>
      </section>
      <section class="entries" aria-labelledby="entries" hidden="hidden">
        <h2 id="entries">{ed:tell('entries-found')}</h2>
        <ul></ul>
      </section>
    </template>
    <div class="found"></div>
  </xsl:function>

</xsl:stylesheet>
