<?xml version="1.0" encoding="UTF-8"?>
<!-- The catalogue of a corpus: every document with its authors, its date and what it holds. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                default-mode="index.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/joint.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <xsl:mode name="index.html" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The kinds of entries that are counted, and what the columns are called. -->
  <xsl:variable name="ed:counted" as="map(xs:string, xs:string)"
                select="map {'person': 'persons', 'place': 'places', 'organisation': 'organisations', 'event': 'events', 'work': 'works'}"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'index.html'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles, 'joint.css'"/>
      <xsl:with-param name="scripts" select="'finding.js'"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>{ed:title(.)}</h1>
          <p class="tally">{ed:tell-many(count(joint/document), 'count-documents')}, {
            ed:tell-many(xs:integer(sum(joint/document/@words)), 'count-words')}.</p>
          <xsl:sequence select="ed:data((map {'file': 'documents.csv', 'label': 'CSV'}, map {'file': 'documents.json', 'label': 'JSON'})),
                                ed:filter(())"/>
        </header>
        <xsl:sequence select="ed:catalogue(joint/document)"/>
        <xsl:if test="joint/missing">
          <section class="missing">
            <h2>{ed:tell('not-built')}</h2>
            <ul><xsl:for-each select="joint/missing"><li>{@path}</li></xsl:for-each></ul>
          </section>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The documents as a table, to be sorted by any column.
         in:  <document number="3" folder="letters/third" title="To Jonas Veldt" words="412"/>, …
         out: <div class="wide" …><table class="sortable catalogue">…</table></div> -->
  <xsl:function name="ed:catalogue" visibility="public" as="element()">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:variable name="kinds" as="xs:string*"
                  select="('person', 'place', 'organisation', 'event', 'work')[. = $documents/holds/@kind]"/>
    <div class="wide" role="group" tabindex="0" aria-label="{ed:say('catalogue')}">
      <table class="sortable catalogue">
        <thead>
          <tr>
            <th scope="col">{ed:tell('title-head')}</th>
            <xsl:if test="$documents/@authors"><th scope="col">{ed:tell('authors-head')}</th></xsl:if>
            <xsl:if test="$documents/@date"><th scope="col">{ed:tell('date-head')}</th></xsl:if>
            <xsl:for-each select="$kinds"><th scope="col" class="numeric">{ed:say($ed:counted(.))}</th></xsl:for-each>
            <th scope="col" class="numeric">{ed:tell('words')}</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$documents">
            <xsl:variable name="document" as="element(document)" select="."/>
            <tr>
              <th scope="row"><xsl:sequence select="ed:document-link(., 'index.html')"/></th>
              <xsl:if test="$documents/@authors"><td>{@authors}</td></xsl:if>
              <xsl:if test="$documents/@date"><td class="date"><xsl:sequence select="@day ! ed:day-number(.)"/>{@date}</td></xsl:if>
              <xsl:for-each select="$kinds"><td class="numeric">{($document/holds[@kind = current()]/@entries, '0')[1]}</td></xsl:for-each>
              <td class="numeric">{@words}</td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:function>

  <!-- What a date is sorted by, as an attribute for the script.
         in:  '1881-11'
         out: data-n="18811100" -->
  <xsl:function name="ed:day-number" visibility="public" as="attribute()?">
    <xsl:param name="day" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(replace($day, '^-|T.*$', ''), '-')"/>
    <xsl:if test="every $part in $parts satisfies $part castable as xs:integer">
      <xsl:attribute name="data-n" select="'-'[starts-with($day, '-')] || $parts[1] || format-number(number(($parts[2], '0')[1]), '00')
                                           || format-number(number(($parts[3], '0')[1]), '00')"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
