<?xml version="1.0" encoding="UTF-8"?>
<!-- The chronology: every date of the text and every dated event, in the order of the calendar. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/index.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="html" version="5" include-content-type="no" indent="yes" suppress-indentation="p li h1 h2 h3 h4 summary"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="dates" as="element(date)*" select="TEI/text//date[ed:is-dated(.)]"/>
    <xsl:variable name="events" as="element(event)*" select="TEI/standOff//event[ed:is-dated(.)]"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'chronology.html'"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>Chronology</h1>
          <p class="tally">{ed:count(count($dates), 'date', 'dates')} in the text, {ed:count(count($events), 'dated event', 'dated events')}.</p>
          <nav class="jump" aria-label="Chronology, by part">
            <ul>
              <li><a href="#account">The account</a></li>
              <li><a href="#citations">Citations</a></li>
            </ul>
          </nav>
        </header>
        <xsl:sequence select="ed:calendar('account', 'Dates of the account', ($events, $dates[empty(ancestor::bibl)])),
                              ed:calendar('citations', 'Dates in citations', $dates[ancestor::bibl])"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Dates in order, by decade; equal dates share an entry.
         in:  'account', 'Dates of the account', <date when="1888-12-10">…</date>, …
         out: <section class="group calendar"><h2 id="account">…</h2>…</section> -->
  <xsl:function name="ed:calendar" visibility="public" as="element()">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="dates" as="element()*"/>
    <section class="group calendar">
      <h2 id="{$id}">{$heading}</h2>
      <xsl:for-each-group select="$dates" group-by="substring(ed:date-key(.), 1, 3)">
        <xsl:sort select="current-grouping-key()"/>
        <h3>{current-grouping-key()}0s</h3>
        <ol class="dates">
          <xsl:for-each-group select="current-group()" group-by="ed:date-id(.)">
            <xsl:sort select="ed:date-key(.)"/>
            <xsl:sequence select="ed:day(current-grouping-key(), current-group())"/>
          </xsl:for-each-group>
        </ol>
      </xsl:for-each-group>
    </section>
  </xsl:function>

  <!-- One date: in words, its bounds, the events that fill it, the places in the text that name it.
         in:  'on-1888-12-10', <date when="1888-12-10">10 December</date>
         out: <li id="on-1888-12-10"><p class="when">10 December 1888</p>…</li> -->
  <xsl:function name="ed:day" visibility="public" as="element()">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="dates" as="element()+"/>
    <li class="day" id="{$id}">
      <p class="when">{ed:say-date($dates[1])}<xsl:sequence select="ed:bounds($dates[1])"/></p>
      <xsl:for-each select="$dates[self::event]">
        <p class="event"><a href="{ed:address(.)}">{ed:label(.)}</a>{ed:say-doubt(.) ! (' (' || . || ')')}</p>
      </xsl:for-each>
      <xsl:where-populated>
        <ul>
          <xsl:for-each select="$dates[self::date]"><li><xsl:sequence select="ed:line(.)"/></li></xsl:for-each>
        </ul>
      </xsl:where-populated>
    </li>
  </xsl:function>

  <!-- The earliest and latest value of a date that is not a point.
         in:  <date notBefore="1888-09" notAfter="1888-11"/>
         out: <span class="bounds"> earliest 1888-09, latest 1888-11</span> -->
  <xsl:function name="ed:bounds" visibility="public" as="element()?">
    <xsl:param name="date" as="element()"/>
    <xsl:if test="not($date/@when)">
      <span class="bounds"> {string-join((ed:earliest($date) ! ('earliest ' || .), ed:latest($date) ! ('latest ' || .)), ', ')}</span>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
