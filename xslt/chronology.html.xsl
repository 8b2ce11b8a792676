<?xml version="1.0" encoding="UTF-8"?>
<!-- The chronology: every date of the text and every dated event, as a picture and in the order of the calendar. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="chronology.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/finding.xsl"/>
  <xsl:include href="lib/lines.xsl"/>
  <xsl:include href="lib/timeline.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <xsl:mode name="chronology.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="dates" as="element(date)*" select="(//text//date, ed:notes-beside(/)//date[ed:is-read(.)])[ed:is-dated(.)]"/>
    <xsl:variable name="account" as="element(date)*" select="$dates[empty(ancestor::bibl)]"/>
    <xsl:variable name="events" as="element(event)*" select="key('entries', 'event')[ed:is-dated(.)]"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'chronology.html'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles"/>
      <xsl:with-param name="scripts" select="'finding.js'"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>{ed:say('chronology')}</h1>
          <p class="tally">{ed:tell-many(count($dates), 'dates-in-text')}, {ed:tell-many(count($events), 'dated-events')}.</p>
          <nav class="jump" aria-label="{ed:tell('by-group', ed:say('chronology'))}">
            <ul>
              <li><a href="#account">{ed:tell('account')}</a></li>
              <li><a href="#citations">{ed:tell('citations')}</a></li>
            </ul>
          </nav>
        </header>
        <xsl:sequence select="ed:drawn($events, $account), ed:calendar('account', ($events, $account)),
                              ed:calendar('citations', $dates except $account)"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The timeline with its caption.
         in:  <event when="1888-12-10">…</event>, …, <date when="1888">…</date>, …
         out: <figure class="time">…</figure> -->
  <xsl:function name="ed:drawn" visibility="public" as="element()?">
    <xsl:param name="events" as="element()*"/>
    <xsl:param name="dates" as="element()*"/>
    <xsl:variable name="ordered" as="element()*" select="sort(($events, $dates), (), ed:date-key#1)"/>
    <xsl:variable name="says" as="xs:string" select="ed:tell('timeline-says', (ed:tell-many(count($events), 'dated-events'),
        $ordered[1] ! ed:say-date(.), $ordered[last()] ! ed:say-date(.)))"/>
    <xsl:variable name="caption" as="element()">
      <ul class="key">
        <xsl:for-each select="'moment exact-day', 'span filled', 'within within', 'within-doubt in-doubt'">
          <li><span class="sample {tokenize(.)[1]}"></span> {ed:tell(tokenize(.)[2])}</li>
        </xsl:for-each>
      </ul>
    </xsl:variable>
    <xsl:sequence select="ed:timeline(ed:tell('timeline'), $says, $events, $dates) ! ed:figure('time', ed:tell('timeline'), ., $caption)"/>
  </xsl:function>

  <!-- Dates in order, by decade; equal dates share an entry.
         in:  'account', <date when="1888-12-10">…</date>, …
         out: <section class="group calendar"><h2 id="account">…</h2>…</section> -->
  <xsl:function name="ed:calendar" visibility="public" as="element()">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="dates" as="element()*"/>
    <section class="group calendar">
      <h2 id="{$id}">{ed:tell($id)}</h2>
      <xsl:for-each-group select="$dates" group-by="substring(ed:date-key(.), 1, 3)">
        <xsl:sort select="current-grouping-key()"/>
        <h3>{ed:tell('decade', current-grouping-key() || '0')}</h3>
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
        <ul><xsl:sequence select="ed:lines($dates[self::date])"/></ul>
      </xsl:where-populated>
    </li>
  </xsl:function>

  <!-- The earliest and latest value of a date that is not a point.
         in:  <date notBefore="1888-09" notAfter="1888-11"/>
         out: <span class="bounds"> earliest 1888-09, latest 1888-11</span> -->
  <xsl:function name="ed:bounds" visibility="public" as="element()?">
    <xsl:param name="date" as="element()"/>
    <xsl:if test="not($date/@when)">
      <span class="bounds"> {string-join((ed:earliest($date) ! ed:tell('earliest', .), ed:latest($date) ! ed:tell('latest', .)), ', ')}</span>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
