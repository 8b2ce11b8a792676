<?xml version="1.0" encoding="UTF-8"?>
<!-- The bibliography in RIS. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="bibliography.ris"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/csl.xsl"/>

  <xsl:output method="text"/>

  <xsl:mode name="bibliography.ris" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="text()*">
    <xsl:for-each select="ed:listed-works(.)">
      <xsl:value-of select="ed:ris(ed:csl(.))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- One record; lines end as RIS has them.
         in:  {"id": "bibl_ingram_2004", "type": "book", "title": "The Customs House and Its Enemies"}
         out: 'TY  - BOOK', 'ID  - bibl_ingram_2004', …, 'ER  - ', on lines of their own -->
  <xsl:function name="ed:ris" visibility="public" as="xs:string">
    <xsl:param name="item" as="map(xs:string, item()*)"/>
    <xsl:variable name="part" as="xs:boolean" select="exists($item?container-title)"/>
    <xsl:variable name="lines" as="xs:string+"
                  select="ed:line('TY', ed:ris-type($item?type)), ed:line('ID', $item?id),
                          $item?author?* ! ed:line('AU', ed:ris-name(.)), $item?editor?* ! ed:line(if ($part) then 'A2' else 'ED', ed:ris-name(.)),
                          $item?translator?* ! ed:line('A4', ed:ris-name(.)),
                          ed:line('TI', string-join(($item?title, $item?volume-title), ': ')), $item?title-short ! ed:line('ST', .),
                          $item?container-title ! ed:line('T2', .), $item?collection-title ! ed:line('T3', .),
                          ed:line('VL', string-join(($item?volume, $item?part), '.')), $item?issue ! ed:line('IS', .),
                          $item?page ! (ed:line('SP', replace(., '-.*', '')), .[contains(., '-')] ! ed:line('EP', replace(., '.*-', ''))),
                          $item?issued?date-parts?1?1 ! ed:line('PY', format-integer(., '0000')), $item?issued ! ed:line('DA', ed:ris-date(.)),
                          $item?publisher-place ! ed:line('CY', .), $item?publisher ! ed:line('PB', .),
                          $item?edition ! ed:line('ET', .), ($item?ISBN, $item?ISSN)[1] ! ed:line('SN', .), $item?DOI ! ed:line('DO', .), $item?URL ! ed:line('UR', .),
                          $item?number-of-volumes ! ed:line('NV', .), $item?accessed ! ed:line('Y2', (ed:ris-date(.), ed:edtf(.))[1]),
                          $item?language ! ed:line('LA', .), $item?abstract ! ed:line('AB', .), $item?note ! ed:line('N1', .),
                          $item?keyword ! tokenize(., '\s*,\s*') ! ed:line('KW', .), ed:kept-lines($item?custom?ris), 'ER  - ', ''"/>
    <xsl:sequence select="string-join($lines ! (. || '&#xD;&#xA;'))"/>
  </xsl:function>

  <!-- A line, if there is something on it.
         in:  'AU', 'Ingram, Tomas'
         out: 'AU  - Ingram, Tomas' -->
  <xsl:function name="ed:line" visibility="public" as="xs:string?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="normalize-space($value)[.] ! ($tag || '  - ' || .)"/>
  </xsl:function>

  <!-- The lines that came from RIS and that CSL has no variable for.
         in:  {"M1": "4", "UR": ["https://example.org/a", "https://example.org/b"]}
         out: 'M1  - 4', 'UR  - https://example.org/a', 'UR  - https://example.org/b' -->
  <xsl:function name="ed:kept-lines" visibility="public" as="xs:string*">
    <xsl:param name="kept" as="map(xs:string, item()*)?"/>
    <xsl:sequence select="$kept ! map:keys(.) ! (let $tag := . return $kept($tag) ! (if (. instance of array(*)) then ?* else .) ! ed:line($tag, .))"/>
  </xsl:function>

  <!-- A name, surname first; “and others” as EndNote writes it.
         in:  {"family": "Ingram", "given": "Tomas"}, {"literal": "others"}
         out: 'Ingram, Tomas', 'et al.' -->
  <xsl:function name="ed:ris-name" visibility="public" as="xs:string">
    <xsl:param name="name" as="map(xs:string, item()*)"/>
    <xsl:variable name="family" as="xs:string" select="string-join(($name?non-dropping-particle, $name?family), ' ')"/>
    <xsl:sequence select="if ($name?literal = 'others') then 'et al.'
                          else ($name?literal, string-join(($family, ed:given-names($name), $name?suffix), ', '))[1]"/>
  </xsl:function>

  <!-- A date: year, month, day, and in a fourth place what figures cannot say; nothing where the year says all.
         in:  {"date-parts": [[1988, 5]]}                    out: '1988/05'
         in:  {"date-parts": [[1988]], "circa": true}        out: '1988///1988~' -->
  <xsl:function name="ed:ris-date" visibility="public" as="xs:string?">
    <xsl:param name="date" as="map(xs:string, item()*)"/>
    <xsl:variable name="parts" as="item()*" select="$date?date-parts?1?*"/>
    <xsl:variable name="words" as="xs:string?" select="($date?literal, ed:edtf($date)[. ne ed:iso(array {$parts})])[1]"/>
    <xsl:variable name="figures" as="xs:string*" select="($parts[1] ! format-integer(., '0000'), tail($parts) ! format-integer(., '00'))"/>
    <xsl:sequence select="if ($words) then string-join(for $n in 1 to 3 return ($figures[$n], '')[1], '/') || '/' || $words
                          else string-join($figures, '/')[count($parts) gt 1]"/>
  </xsl:function>

  <!-- The type of a record.
         in:  'chapter'
         out: 'CHAP' -->
  <xsl:function name="ed:ris-type" visibility="public" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="(map {'article-journal': 'JOUR', 'article-magazine': 'MGZN', 'article-newspaper': 'NEWS', 'book': 'BOOK',
                                'chapter': 'CHAP', 'paper-conference': 'CPAPER', 'thesis': 'THES', 'report': 'RPRT', 'webpage': 'ELEC',
                                'manuscript': 'UNPB', 'dataset': 'DATA', 'software': 'COMP', 'map': 'MAP'}($type), 'GEN')[1]"/>
  </xsl:function>

</xsl:stylesheet>
