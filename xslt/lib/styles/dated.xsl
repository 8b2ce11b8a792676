<?xml version="1.0" encoding="UTF-8"?>
<!-- When a work came out, as both Chicago styles print it, and the letters that tell works of one year apart. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The items of works, with what a style must know of them together: letters after years that makers share, and what has no date.
         in:  two books of Tomas Ingram, both of 2004
         out: {"id": "bibl_ingram_2004", "year-suffix": "a", …}, {"id": "bibl_ingram_2004b", "year-suffix": "b", …} -->
  <xsl:function name="ed:styled-items" visibility="public" as="map(*)*">
    <xsl:param name="works" as="element()*"/>
    <xsl:variable name="letters" as="map(*)">
      <xsl:map>
        <xsl:for-each-group select="$works" group-by="ed:shared-year(ed:styled-item(.))">
          <xsl:if test="count(current-group()) gt 1 and empty(current-group() ! ed:styled-item(.)?year-suffix)">
            <xsl:for-each select="current-group()">
              <xsl:sort select="if (self::bibl) then '' else ed:sort-key(string(descendant::title[1]))"/>
              <xsl:map-entry key="ed:work-id(.)" select="format-integer(position(), 'a')"/>
            </xsl:for-each>
          </xsl:if>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:sequence select="$works ! (let $item := ed:styled-item(.), $letter := $letters($item?id)
                                    return if ($letter) then map:put($item, 'year-suffix', $letter) else $item)"/>
  </xsl:function>

  <!-- The item of a work, with the letter that it prints itself and whether it has no date.
         in:  <biblStruct xml:id="bibl_ingram_2004b">…<date when="2004">2004b</date>…</biblStruct>
         out: {"id": "bibl_ingram_2004b", "year-suffix": "b", …} -->
  <xsl:function name="ed:styled-item" visibility="public" cache="yes" as="map(xs:string, item()*)">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="item" as="map(xs:string, item()*)" select="ed:csl($work)"/>
    <xsl:variable name="letter" as="xs:string?" select="ed:own-letter($work)"/>
    <xsl:sequence select="if ($letter) then map:put($item, 'year-suffix', $letter)
                          else if (empty($item?issued) and not($work/self::bibl and matches($work, '\d{4}'))) then map:put($item, 'undated', true())
                          else $item"/>
  </xsl:function>

  <!-- What works must share to need a letter: makers and year.
         in:  {"author": [{"family": "Ingram", "given": "Tomas"}], "issued": {"date-parts": [[2004]]}, …}
         out: 'Ingram, Tomas 2004' -->
  <xsl:function name="ed:shared-year" visibility="public" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="makers" as="xs:string?" select="(('author', 'editor', 'translator', 'compiler') ! ed:lead-names($item(.)))[1]"/>
    <xsl:variable name="year" as="xs:string?" select="(ed:year-printed($item), 'n.d.'[$item?undated])[1]"/>
    <xsl:sequence select="($makers || ' ' || $year)[exists($makers) and exists($year)][empty($item?custom?teikit?printed)]"/>
  </xsl:function>

  <!-- The letter that a work itself prints after its year.
         in:  <biblStruct>…<date when="2013">2013b</date>…</biblStruct>
         out: 'b' -->
  <xsl:function name="ed:own-letter" visibility="public" as="xs:string?">
    <xsl:param name="work" as="element()"/>
    <xsl:variable name="printed" as="xs:string?" select="($work//date[not(ancestor::title)])[1] ! normalize-space()"/>
    <xsl:sequence select="$printed[matches(., '^\(?\d{4}[a-z]\)?\.?$')] ! replace(., '[^a-z]', '')"/>
  </xsl:function>

  <!-- The year of a reference list, with its letter.
         in:  {"issued": {"date-parts": [[2004]]}, "year-suffix": "b"}
         out: '2004b' -->
  <xsl:function name="ed:lettered-year" visibility="public" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="year" as="xs:string?" select="ed:year-printed($item)"/>
    <xsl:sequence select="if ($year) then $year || $item?year-suffix
                          else if ($item?undated) then string-join(('n.d.', $item?year-suffix), '-') else ()"/>
  </xsl:function>

  <!-- The year of publication, in brackets where it is a guess.
         in:  {"issued": {"date-parts": [[1907]], "circa": true()}}
         out: '[1907?]' -->
  <xsl:function name="ed:year-printed" visibility="public" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="years" as="xs:string*" select="$item?issued?date-parts?* ! string(.(1))"/>
    <xsl:variable name="year" as="xs:string?" select="(string-join(distinct-values($years), '–')[.], $item?issued?literal)[1]"/>
    <xsl:sequence select="if ($item?issued?circa) then $year ! ('[' || . || '?]') else $year"/>
  </xsl:function>

  <!-- Month and day of publication, as exactly as the kind of work has them.
         in:  {"type": "article-newspaper", "issued": {"date-parts": [[1931, 5, 6]]}, …}
         out: 'May 6' -->
  <xsl:function name="ed:day-printed" visibility="public" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="parts" as="item()*" select="$item?issued[not(?circa)]?date-parts[count(?*) eq 1]?1?*"/>
    <xsl:variable name="daily" as="xs:boolean"
                  select="ed:is-popular($item) or $item?type = ('webpage', 'post', 'post-weblog', 'manuscript') or ed:is-serial($item) and empty(($item?volume, $item?issue))"/>
    <xsl:variable name="monthly" as="xs:boolean" select="$daily or ed:is-serial($item) and empty($item?issue)"/>
    <xsl:sequence select="$parts[2][$monthly] ! ed:month(xs:integer(.)) ! string-join((., $parts[3][$daily] ! string()), ' ')"/>
  </xsl:function>

  <!-- Month, day and year in a row.
         in:  {"type": "article-newspaper", "issued": {"date-parts": [[1931, 5, 6]]}, …}
         out: 'May 6, 1931' -->
  <xsl:function name="ed:date-printed" visibility="public" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="day" as="xs:string?" select="ed:day-printed($item)"/>
    <xsl:sequence select="ed:year-printed($item) ! ($day ! (. || (if (matches(., '\d$')) then ', ' else ' ')) || .)"/>
  </xsl:function>

  <!-- The English name of a month; there is none for a season.
         in:  5
         out: 'May' -->
  <xsl:function name="ed:month" visibility="public" as="xs:string?">
    <xsl:param name="month" as="xs:integer"/>
    <xsl:sequence select="tokenize('January February March April May June July August September October November December')[$month]"/>
  </xsl:function>

  <!-- Whether a work is part of what is known by its day and not by volume and page.
         in:  {"type": "article-newspaper", …}
         out: true() -->
  <xsl:function name="ed:is-popular" visibility="public" as="xs:boolean">
    <xsl:param name="item" as="map(*)"/>
    <xsl:sequence select="$item?type = ('article-newspaper', 'article-magazine', 'webpage', 'post', 'post-weblog') and exists($item?container-title)"/>
  </xsl:function>

  <!-- When an address was read, where a work does not say when it came out.
         in:  {"type": "webpage", "URL": "https://example.org/quay", "accessed": {"date-parts": [[2020, 3, 4]]}}
         out: 'Accessed March 4, 2020' -->
  <xsl:function name="ed:accessed" visibility="public" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="parts" as="item()*" select="$item[?URL][empty(?issued)]?accessed?date-parts?1?*"/>
    <xsl:variable name="day" as="xs:string?" select="$parts[2] ! ed:month(xs:integer(.)) ! string-join((., $parts[3] ! string()), ' ')"/>
    <xsl:sequence select="$parts[1] ! ('Accessed ' || $day ! (. || (if ($parts[3]) then ', ' else ' ')) || .)"/>
  </xsl:function>

</xsl:stylesheet>
