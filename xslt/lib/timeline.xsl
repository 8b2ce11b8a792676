<?xml version="1.0" encoding="UTF-8"?>
<!-- The timeline: events and dates as a picture, in which doubt looks like doubt. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:array="http://www.w3.org/2005/xpath-functions/array"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/2000/svg"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The picture in units: its width, its margin, the height of a row, the width of a letter. -->
  <xsl:variable name="ed:wide" as="xs:decimal" select="1600"/>
  <xsl:variable name="ed:edge" as="xs:decimal" select="24"/>
  <xsl:variable name="ed:row" as="xs:decimal" select="36"/>
  <xsl:variable name="ed:letter" as="xs:decimal" select="12.4"/>

  <!-- A calendar value as a number of years, its beginning or its end.
         in:  '1937-06', true
         out: 1937.5 -->
  <xsl:function name="ed:moment" visibility="public" as="xs:decimal?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="end" as="xs:boolean"/>
    <xsl:variable name="parts" as="xs:decimal*" select="$value[matches(., '^[0-9]{4}(-[0-9][0-9]){0,2}$')] ! tokenize(., '-') ! xs:decimal(.)"/>
    <xsl:variable name="unit" as="xs:decimal?" select="(1, 1 div 12, 1 div 365)[count($parts)]"/>
    <xsl:sequence select="$parts[1] + (($parts[2] - 1) div 12, 0)[1] + (($parts[3] - 1) div 365, 0)[1] + (if ($end) then $unit else 0)"/>
  </xsl:function>

  <!-- What is drawn of a date: its ends in years, and how it is drawn: a span that was filled, a point within a span, an exact day;
       each of them in doubt or not.
         in:  <date notBefore="1888-09" notAfter="1888-11" cert="medium"/>
         out: {"start": 1888.67, "end": 1888.92, "class": "within doubt", …} -->
  <xsl:function name="ed:stretch" visibility="public" as="map(xs:string, item()*)?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="start" as="xs:decimal?" select="ed:moment((ed:earliest($date), ed:latest($date))[1], false())"/>
    <xsl:variable name="end" as="xs:decimal?" select="ed:moment((ed:latest($date), ed:earliest($date))[1], true())"/>
    <xsl:variable name="kind" as="xs:string" select="if ($date/(@from | @to)) then 'span' else if ($end - $start lt 0.01) then 'moment' else 'within'"/>
    <xsl:variable name="doubt" as="xs:string?" select="'doubt'[exists(ed:say-doubt($date)) or $date/(@notBefore | @notAfter) or count($date/(@from | @to)) eq 1]"/>
    <xsl:sequence select="map {'start': $start, 'end': $end, 'class': string-join(($kind, $doubt), ' '), 'date': $date}[$start lt $end]"/>
  </xsl:function>

  <!-- The timeline of events, and below them the dates of the text.
         in:  'The events in time', 'Twenty-seven events …', <event when="1888-12-10">…</event>, …, <date when="1888">…</date>, …
         out: <svg role="img">…</svg> -->
  <xsl:function name="ed:timeline" visibility="public" as="element()?">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string"/>
    <xsl:param name="events" as="element()*"/>
    <xsl:param name="dates" as="element()*"/>
    <xsl:variable name="stretches" as="map(xs:string, item()*)*" select="$events ! ed:stretch(.)"/>
    <xsl:variable name="named" as="map(xs:string, item()*)*">
      <xsl:for-each-group select="$dates" group-by="ed:date-id(.)">
        <xsl:sequence select="ed:stretch(.) ! map:put(., 'times', count(current-group()))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="shown" as="map(xs:string, item()*)*" select="if (count($stretches) ge 3) then $stretches else ($stretches, $named)"/>
    <xsl:if test="exists($shown)">
      <xsl:variable name="first" as="xs:decimal" select="floor(min($shown?start))"/>
      <xsl:variable name="last" as="xs:decimal" select="max((ceiling(max($shown?end)), $first + 1))"/>
      <xsl:variable name="scale" as="xs:decimal" select="($ed:wide - 2 * $ed:edge) div ($last - $first)"/>
      <xsl:variable name="rows" as="element()*" select="ed:packed($stretches ! ed:placed(., $first, $scale, true()), $ed:row)"/>
      <xsl:variable name="strip" as="element()*"
                    select="ed:packed($named[?start ge $first][?end le $last] ! ed:placed(., $first, $scale, false()), 14)"/>
      <xsl:variable name="bottom" as="xs:decimal" select="44 + max((0, $rows/@data-bottom ! xs:decimal(.)))"/>
      <xsl:variable name="height" as="xs:decimal" select="$bottom + 66 + max((0, $strip/@data-bottom ! xs:decimal(.)))"/>
      <svg class="picture timeline" role="img" viewBox="0 0 {$ed:wide} {ceiling($height)}" aria-labelledby="timeline-title timeline-desc">
        <title id="timeline-title">{$title}</title>
        <desc id="timeline-desc">{$description}</desc>
        <xsl:sequence select="ed:years(xs:integer($first), xs:integer($last), $scale, $height)"/>
        <g transform="translate(0 44)"><xsl:sequence select="$rows"/></g>
        <xsl:if test="exists($strip)">
          <line class="axis" x1="0" x2="{$ed:wide}" y1="{$bottom + 12}" y2="{$bottom + 12}"/>
          <text class="caption" x="{$ed:edge}" y="{$bottom + 40}">{ed:tell('named-times')}</text>
          <g class="strip" transform="translate(0 {$bottom + 56})"><xsl:sequence select="$strip"/></g>
        </xsl:if>
      </svg>
    </xsl:if>
  </xsl:function>

  <!-- The years along the top, and lines down from them.
         in:  1914, 1946, 48.5, 700
         out: <line class="year">, <text class="year">1915</text>, … -->
  <xsl:function name="ed:years" visibility="public" as="element()*">
    <xsl:param name="first" as="xs:integer"/>
    <xsl:param name="last" as="xs:integer"/>
    <xsl:param name="scale" as="xs:decimal"/>
    <xsl:param name="height" as="xs:decimal"/>
    <xsl:variable name="step" as="xs:integer" select="((1, 5, 10, 50, 100)[($last - $first) div . le 16], 500)[1]"/>
    <xsl:for-each select="($first to $last)[. mod $step eq 0]">
      <xsl:variable name="x" as="xs:integer" select="ed:x(., $first, $scale)"/>
      <line class="year" x1="{$x}" x2="{$x}" y1="30" y2="{$height}"/>
      <text class="year" x="{$x}" y="22" text-anchor="middle">{.}</text>
    </xsl:for-each>
  </xsl:function>

  <!-- Where a moment stands across the picture.
         in:  1930.5, 1914, 48.5
         out: 824 -->
  <xsl:function name="ed:x" visibility="public" as="xs:integer">
    <xsl:param name="moment" as="xs:decimal"/>
    <xsl:param name="first" as="xs:decimal"/>
    <xsl:param name="scale" as="xs:decimal"/>
    <xsl:sequence select="xs:integer(round($ed:edge + ($moment - $first) * $scale))"/>
  </xsl:function>

  <!-- Where a bar or a dot stands, and what it is called: in front of it, if there is no room behind. Its row is found later.
         in:  {"start": 1888.94, "end": 1888.95, "class": "moment", …}, 1880, 50, true
         out: {"from": 440, "to": 454, "left": 440, "right": 620, "behind": true, "text": "The lamp fails", "stretch": …} -->
  <xsl:function name="ed:placed" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="stretch" as="map(xs:string, item()*)"/>
    <xsl:param name="first" as="xs:decimal"/>
    <xsl:param name="scale" as="xs:decimal"/>
    <xsl:param name="named" as="xs:boolean"/>
    <xsl:variable name="from" as="xs:integer" select="ed:x($stretch?start, $first, $scale)"/>
    <xsl:variable name="to" as="xs:integer" select="max(($from + (if ($named) then 14 else 8), ed:x($stretch?end, $first, $scale)))"/>
    <xsl:variable name="text" as="xs:string?" select="$stretch?date[$named] ! (ed:label(.) || ed:say-doubt(.) ! (' (' || . || ')'))"/>
    <xsl:variable name="length" as="xs:integer" select="xs:integer(string-length($text) * $ed:letter) + 12"/>
    <xsl:variable name="behind" as="xs:boolean" select="$to + $length le $ed:wide or $from lt $length"/>
    <xsl:sequence select="map {'from': $from, 'to': $to, 'left': if ($behind) then $from else $from - $length, 'right': if ($behind) then $to + $length else $to,
                               'behind': $behind, 'text': $text, 'stretch': $stretch}"/>
  </xsl:function>

  <!-- Bars in rows, each in the first row where it lies on no other.
         in:  {"from": 440, "left": 440, "right": 620, …}, …, 36
         out: <g transform="translate(0 36)" data-bottom="72">, … -->
  <xsl:function name="ed:packed" visibility="public" as="element()*">
    <xsl:param name="bars" as="map(xs:string, item()*)*"/>
    <xsl:param name="row" as="xs:decimal"/>
    <xsl:iterate select="sort($bars, (), function($bar) {$bar?from, $bar?right})">
      <xsl:param name="rows" as="array(xs:integer*)" select="[]"/>
      <xsl:variable name="left" as="xs:integer" select="?left"/>
      <xsl:variable name="free" as="xs:integer"
                    select="((1 to array:size($rows))[$rows(.) + 8 lt $left], array:size($rows) + 1)[1]"/>
      <g class="{?stretch?class}" transform="translate(0 {($free - 1) * $row})" data-bottom="{$free * $row}">
        <xsl:sequence select="ed:bar(.)"/>
      </g>
      <xsl:next-iteration>
        <xsl:with-param name="rows"
                        select="if ($free gt array:size($rows)) then array:append($rows, ?right) else array:put($rows, $free, ?right)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- A bar or a dot with what it is called, and where it leads.
         in:  {"from": 440, "to": 454, "behind": true, "text": "The lamp fails", "stretch": …}
         out: data-to="events.html#lamp", <title>The lamp fails, 10 December 1888</title>, <rect/>, <text>The lamp fails</text> -->
  <xsl:function name="ed:bar" visibility="public" as="node()+">
    <xsl:param name="bar" as="map(xs:string, item()*)"/>
    <xsl:variable name="date" as="element()" select="$bar?stretch?date"/>
    <xsl:variable name="named" as="xs:boolean" select="exists($bar?text)"/>
    <xsl:attribute name="data-to" select="if ($named) then ed:address($date) else '#' || ed:date-id($date)"/>
    <title>{string-join(($bar?text[.], ed:say-date($date), $bar?stretch?times[. gt 1] ! ('× ' || .)), ', ')}</title>
    <rect x="{$bar?from}" y="{if ($named) then 6 else 2}" width="{$bar?to - $bar?from}" height="{if ($named) then 14 else 8}" rx="{if ($named) then 7 else 4}"/>
    <xsl:if test="$named">
      <text x="{if ($bar?behind) then $bar?to + 8 else $bar?from - 8}" y="21"><xsl:if test="not($bar?behind)"><xsl:attribute name="text-anchor" select="'end'"/></xsl:if>{$bar?text}</text>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
