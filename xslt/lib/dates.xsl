<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates: what they say in words, how early and how late they may be, and how they are told apart. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The months in the language of the interface; Russian has another form behind a day.
         in:  false
         out: 'January', 'February', … -->
  <xsl:function name="ed:months" visibility="public" cache="yes" as="xs:string+">
    <xsl:param name="behind-a-day" as="xs:boolean"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="map {
      'en': 'January February March April May June July August September October November December',
      'de': 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
      'fr': 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      'ru': if ($behind-a-day) then 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'
            else 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'}"/>
    <xsl:sequence select="tokenize(($names(substring($lang, 1, 2)), $names?en)[1])"/>
  </xsl:function>

  <!-- The earliest day a date can mean, as printed in its attributes.
         in:  <date notBefore="1888-09" notAfter="1888-11"/>
         out: '1888-09' -->
  <xsl:function name="ed:earliest" visibility="public" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="$date/(@when, @from, @notBefore)[1]/string()"/>
  </xsl:function>

  <!-- The latest day a date can mean, as printed in its attributes.
         in:  <date notBefore="1888-09" notAfter="1888-11"/>
         out: '1888-11' -->
  <xsl:function name="ed:latest" visibility="public" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="$date/(@when, @to, @notAfter)[1]/string()"/>
  </xsl:function>

  <!-- Does an element say when?
         in:  <orgName from="1881" to="1907">…</orgName>
         out: true -->
  <xsl:function name="ed:is-dated" visibility="public" as="xs:boolean">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="exists($date/(@when, @from, @to, @notBefore, @notAfter))"/>
  </xsl:function>

  <!-- What a date is sorted by: its first day, then its last, missing parts filled up.
         in:  <date when="1937-06"/>
         out: '1937-06-01/1937-06-99' -->
  <xsl:function name="ed:date-key" visibility="public" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="first" as="xs:string" select="(ed:earliest($date), ed:latest($date), '9999')[1]"/>
    <xsl:variable name="last" as="xs:string" select="(ed:latest($date), '9999')[1]"/>
    <xsl:sequence select="$first || substring('0000-01-01', string-length($first) + 1)
                          || '/' || $last || substring('9999-99-99', string-length($last) + 1)"/>
  </xsl:function>

  <!-- A calendar value in words.
         in:  '1937-06-11'
         out: '11 June 1937' -->
  <xsl:function name="ed:say-value" visibility="public" cache="yes" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($value, '-')"/>
    <xsl:sequence select="if (matches($value, '^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9][0-9])?)?$'))
                          then string-join(($parts[3] ! (xs:integer(.) || '.'[starts-with($lang, 'de')]),
                                            ed:months(exists($parts[3]))[position() = $parts[2] ! xs:integer(.)], $parts[1]), ' ')
                          else $value"/>
  </xsl:function>

  <!-- A date in words: a point, a span that was filled, or a point between two bounds.
         in:  <date notBefore="1888-09" notAfter="1888-11"/>
         out: 'between September 1888 and November 1888' -->
  <xsl:function name="ed:say-date" visibility="public" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="first" as="xs:string?" select="ed:earliest($date) ! ed:say-value(.)"/>
    <xsl:variable name="last" as="xs:string?" select="ed:latest($date) ! ed:say-value(.)"/>
    <xsl:choose>
      <xsl:when test="$first = $last">{$first}</xsl:when>
      <xsl:when test="$date/@from and $date/@to">{ed:span(($first, $last))}</xsl:when>
      <xsl:when test="$first and $last">{ed:say('between', ($first, $last))}</xsl:when>
      <xsl:when test="$date/@from">{ed:say('from', $first)}</xsl:when>
      <xsl:when test="$date/@to">{ed:say('until', $last)}</xsl:when>
      <xsl:when test="$first">{ed:say('after', $first)}</xsl:when>
      <xsl:otherwise>{$last ! ed:say('before', .)}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Two dates with the dash between them that goes with them.
         in:  '1881', '1907'
         out: '1881–1907' -->
  <xsl:function name="ed:span" visibility="public" as="xs:string">
    <xsl:param name="dates" as="xs:string+"/>
    <xsl:sequence select="string-join($dates, if (matches(string-join($dates), '\s')) then ' – ' else '–')"/>
  </xsl:function>

  <!-- How far something is in doubt.
         in:  <persName cert="low"/>
         out: 'uncertain' -->
  <xsl:function name="ed:doubt" visibility="public" as="xs:string?">
    <xsl:param name="doubted" as="element()"/>
    <xsl:sequence select="$doubted/@cert ! (if (. = 'medium') then 'probable' else if (. = ('low', 'unknown')) then 'uncertain' else ())"/>
  </xsl:function>

  <!-- The word for a doubt; of an event it is the date that is doubted, and of a date too.
         in:  <death when="1911" cert="medium"/>
         out: 'probable'
         in:  <event when="1888" cert="medium"/>
         out: 'date probable' -->
  <xsl:function name="ed:say-doubt" visibility="public" as="xs:string?">
    <xsl:param name="doubted" as="element()"/>
    <xsl:sequence select="ed:doubt($doubted) ! ed:say('date-'[$doubted/(self::event, self::date, self::orgName[ed:is-dated(.)])] || .)"/>
  </xsl:function>

  <!-- A date in words, with its doubt.
         in:  <death when="1911" cert="medium"/>
         out: '1911 (probable)' -->
  <xsl:function name="ed:say-date-and-doubt" visibility="public" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="ed:say-date($date) || ed:say-doubt($date) ! (' (' || . || ')')"/>
  </xsl:function>

  <!-- The id under which the chronology lists a date: equal dates share it, citations have their own.
         in:  <date notBefore="1888-09" notAfter="1888-11"/>
         out: 'between-1888-09-and-1888-11' -->
  <xsl:function name="ed:date-id" visibility="public" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string-join(('cited'[$date/ancestor::bibl],
                                       $date/@when ! ('on', .), $date/@from ! ('from', .), $date/@to ! ('to', .),
                                       ('between'[$date/@notAfter], 'after')[1][$date/@notBefore], $date/@notBefore,
                                       ('and'[$date/@notBefore], 'before')[1][$date/@notAfter], $date/@notAfter), '-')"/>
  </xsl:function>

  <!-- When an entry lived or happened, in words.
         in:  <person><birth when="1849-03-02"/><death when="1911" cert="medium"/></person>
         out: '2 March 1849 – 1911 (probable)'
         in:  <person><birth when="1849" cert="medium"/><death when="1911" cert="medium"/></person>
         out: '1849–1911 (dates probable)' -->
  <xsl:function name="ed:life" visibility="public" cache="yes" as="xs:string?">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="birth" as="element()?" select="$entity/birth[ed:is-dated(.)][1]"/>
    <xsl:variable name="death" as="element()?" select="$entity/death[ed:is-dated(.)][1]"/>
    <xsl:variable name="dated" as="element()?" select="$entity/(self::event, orgName)[ed:is-dated(.)][1]"/>
    <xsl:choose>
      <xsl:when test="$birth ! ed:doubt(.) = $death ! ed:doubt(.)">{ed:span(($birth, $death) ! ed:say-date(.))} ({ed:say('dates-' || ed:doubt($birth))})</xsl:when>
      <xsl:when test="$birth and $death">{ed:span(($birth, $death) ! ed:say-date-and-doubt(.))}</xsl:when>
      <xsl:when test="$birth">{ed:say('born', ed:say-date-and-doubt($birth))}</xsl:when>
      <xsl:when test="$death">{ed:say('died', ed:say-date-and-doubt($death))}</xsl:when>
      <xsl:when test="$dated">{ed:say-date-and-doubt($dated)}</xsl:when>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
