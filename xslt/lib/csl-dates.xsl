<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates in the terms of CSL, and as EDTF writes them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:array="http://www.w3.org/2005/xpath-functions/array"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- One point in time as EDTF writes it: what is not specified is X, what is not sure marked. -->
  <xsl:variable name="ed:point" as="xs:string"
                select="'-?([0-9]{4}|[0-9]{3}X|[0-9][0-9]XX)(-([0-9][0-9]|XX)){0,2}(T[0-9:.]+(Z|[+\-][0-9:]+)?)?[~?%]?'"/>

  <!-- A date of CSL: by its attributes, else by the year that is printed, else in words. What is printed as EDTF says more.
         in:  <date from="1880" to="1890">1880–1890</date>
         out: {"date-parts": [[1880], [1890]]} -->
  <xsl:function name="ed:csl-date" visibility="public" as="map(xs:string, item()*)?">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="printed" as="xs:string" select="ed:reading($date)"/>
    <xsl:variable name="said" as="map(xs:string, item()*)?" select="ed:date-from-words($printed)"/>
    <xsl:variable name="told" as="map(xs:string, item()*)?" select="ed:date-from-words(ed:date-in-attributes($date))"/>
    <xsl:variable name="words" as="xs:string?"
                  select="$printed[matches(., '\p{L}')][every $end in $told?date-parts?* satisfies not(contains($printed, string($end(1))))]"/>
    <xsl:sequence select="if (empty($told) or $said?raw or $said?season) then ($said, $told)[1]
                          else map:merge(($told, map {'circa': true()}[$date/@cert = ('low', 'medium')], ed:pair('literal', $words)),
                                         map {'duplicates': 'use-first'})"/>
  </xsl:function>

  <!-- What the attributes of a date say, as EDTF writes it.
         in:  <date from="1880">since 1880</date>     out: '1880/..'
         in:  <date notBefore="1880" notAfter="1885"/> out: '[1880..1885]' -->
  <xsl:function name="ed:date-in-attributes" visibility="public" as="xs:string">
    <xsl:param name="date" as="element(date)"/>
    <xsl:sequence select="if ($date/@when) then string($date/@when)
                          else if ($date/(@from, @to)) then ($date/@from, '..')[1] || '/' || ($date/@to, '..')[1]
                          else if ($date/@notBefore and $date/@notAfter) then '[' || $date/@notBefore || '..' || $date/@notAfter || ']'
                          else string(($date/@notBefore ! (. || '/..'), $date/@notAfter ! ('../' || .))[1])"/>
  </xsl:function>

  <!-- A date of CSL from the words of one.
         in:  '1992-05/1992-07'     out: {"date-parts": [[1992, 5], [1992, 7]]}
         in:  'about 1900'          out: {"date-parts": [[1900]], "literal": "about 1900"} -->
  <xsl:function name="ed:date-from-words" visibility="public" cache="yes" as="map(xs:string, item()*)?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="date" as="xs:string" select="normalize-space($words)"/>
    <xsl:variable name="year" as="xs:string" select="replace($date, '^(|.*?\D)(1[4-9][0-9][0-9]|20[0-9][0-9])(|\D.*)$', '$2')"/>
    <xsl:variable name="more" as="xs:string?" select="$date[matches(replace(., $year, ''), '[\p{L}\p{N}]')]"/>
    <xsl:sequence select="(ed:date-from-edtf($date),
                           if ($year ne $date) then map:merge((map {'date-parts': [[xs:integer($year)]]}, ed:pair('literal', $more)))
                           else $date[.] ! map {'literal': .})[1]"/>
  </xsl:function>

  <!-- A date of CSL from EDTF; nothing if it is none, or not in the calendar. A plain day, month or year, as most are, is told at once.
         in:  '1990-05'     out: {"date-parts": [[1990, 5]]}
         in:  '1990-13'     out: () -->
  <xsl:function name="ed:date-from-edtf" visibility="public" as="map(xs:string, item()*)?">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="if (matches($date, '^[0-9]{4}(-[0-9][0-9]){0,2}$') and ed:is-day($date))
                          then map {'date-parts': [array {tokenize($date, '-') ! xs:integer(.)}]}
                          else if (matches($date, '[0-9][0-9]')) then ed:date-from-marked-edtf($date) else ()"/>
  </xsl:function>

  <!-- The same for a season, a span, a date that is not sure. What CSL cannot say stays as it is beside it.
         in:  '1990-21'     out: {"date-parts": [[1990]], "season": 1}
         in:  '1990/..'     out: {"date-parts": [[1990]], "raw": "1990/.."} -->
  <xsl:function name="ed:date-from-marked-edtf" visibility="public" as="map(xs:string, item()*)?">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="written" as="xs:boolean"
                  select="matches($date, '^((' || $ed:point || '|\.\.)?/)?(' || $ed:point || '|\.\.)?$|^\[' || $ed:point || '\.\.' || $ed:point || '\]$')"/>
    <xsl:variable name="points" as="xs:string*" select="tokenize($date, '/|\.\.|[\[\]]')[.]"/>
    <xsl:variable name="seasons" as="xs:boolean" select="exists($points[matches(., '^-?[0-9]{4}-2[1-4][~?%]?$')])"/>
    <xsl:variable name="plain" as="xs:string*" select="$points ! replace(., 'T.*|-XX|[~?%]', '') ! (if ($seasons) then replace(., '-[0-9][0-9]$', '') else .)"/>
    <xsl:variable name="days" as="xs:string*"
                  select="if (count($plain) eq 1) then distinct-values(('0', '9') ! replace($plain, 'X', .)) else $plain ! replace(., 'X', '0')"/>
    <xsl:variable name="season" as="xs:integer?" select="$points[$seasons][count($points) eq 1] ! (xs:integer(replace(., '^.*-2([0-9]).*$', '$1')))"/>
    <xsl:variable name="plainly" as="xs:boolean"
                  select="not(matches($date, '[X?%T\[]|^/|/$|\.\.')) and count(distinct-values($points ! ends-with(., '~'))) le 1
                          and (not($seasons) or exists($season))"/>
    <xsl:sequence select="if ($written and (every $day in $days satisfies ed:is-day($day)) and (starts-with($date, '-') or not($days[1] gt $days[last()])))
                          then map:merge((map {'date-parts': array {$days ! array {analyze-string(., '^-?[0-9]+|[0-9]+')/*:match ! xs:integer(.)}}},
                                          map {'circa': true()}[matches($date, '[~?%]')], ed:pair('season', $season), map {'raw': $date}[not($plainly)]))
                          else ()"/>
  </xsl:function>

  <!-- Whether the calendar has such a day, month or year.
         in:  '2004-02-30'
         out: false() -->
  <xsl:function name="ed:is-day" visibility="public" as="xs:boolean">
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="not(starts-with($day, '0000')) and (if (matches($day, '^-?[0-9]+$')) then $day castable as xs:gYear
                                                                     else if (matches($day, '^-?[0-9]+-[0-9]+$')) then $day castable as xs:gYearMonth
                                                                     else contains($day, '-') and $day castable as xs:date)"/>
  </xsl:function>

  <!-- Whether a variable of CSL is a date of its own.
         in:  'accessed'
         out: true() -->
  <xsl:function name="ed:is-csl-date" visibility="public" as="xs:boolean">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="$name = ('accessed', 'available-date', 'event-date', 'original-date', 'submitted')"/>
  </xsl:function>

  <!-- A date in EDTF; nothing where there are only words.
         in:  {"date-parts": [[1880], [1890]], "circa": true}
         out: '1880~/1890~' -->
  <xsl:function name="ed:edtf" visibility="public" as="xs:string?">
    <xsl:param name="date" as="map(xs:string, item()*)?"/>
    <xsl:variable name="mark" as="xs:string" select="string-join($date?season ! ('-2' || .)) || '~'[$date?circa]"/>
    <xsl:sequence select="($date?raw[not(starts-with(., '['))], string-join($date?date-parts?* ! (ed:iso(.) || $mark), '/')[.])[1]"/>
  </xsl:function>

  <!-- A date in figures.
         in:  [1992, 5]
         out: '1992-05' -->
  <xsl:function name="ed:iso" visibility="public" as="xs:string">
    <xsl:param name="parts" as="array(*)"/>
    <xsl:sequence select="string-join((format-integer($parts(1), '0000'), array:tail($parts)?* ! format-integer(., '00')), '-')"/>
  </xsl:function>

</xsl:stylesheet>
