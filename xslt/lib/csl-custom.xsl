<?xml version="1.0" encoding="UTF-8"?>
<!-- What of a work CSL has no variable for. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- What CSL has no variable for: the edition's own type, pointers, notes and relations; fields that came from BibLaTeX.
         in:  <biblStruct type="edition">…</biblStruct>
         out: {"teikit": {"type": "edition"}} -->
  <xsl:function name="ed:csl-custom" visibility="public" as="map(xs:string, item()*)?">
    <xsl:param name="work" as="element()"/>
    <xsl:param name="read" as="function(element()) as xs:string"/>
    <xsl:variable name="full" as="element(title)*" select="ed:full-titles($work)"/>
    <xsl:variable name="host" as="element(title)?" select="ed:hosts($work)[1]"/>
    <xsl:variable name="notes" as="element(note)*" select="$work/note[@type][not(@n)]"/>
    <xsl:variable name="related" as="element(relatedItem)*" select="$work/relatedItem[@target]"/>
    <xsl:variable name="own" as="map(xs:string, item()*)"
                  select="map:merge((
                    $work/@type[. ne 'article'][. ne ed:csl-type($work)] ! ed:pair('type', string()),
                    $work/@subtype ! ed:pair('subtype', string()),
                    $work/@sortKey ! ed:pair('sortKey', string()),
                    $work/self::bibl[not(.//title)] ! ed:pair('printed', ed:reading(.)),
                    ed:pair('refs', map:merge(ed:csl-pointers($work))[map:size(.) gt 0]),
                    ed:subtitle(($full[@level = $full[1]/@level][2], $full[1])[1]) ! ed:pair('subtitle', $read(.)),
                    ed:subtitle($host) ! ed:pair('container-subtitle', $read(.)),
                    $host/@ref ! ed:pair('ref', string()),
                    $host/@xml:lang ! ed:pair('container-language', string()),
                    $work//biblScope[@unit = 'book'] ! map {'part': 'book'},
                    $notes[1] ! map {'notes': array {$notes ! map {'type': string(@type), 'text': normalize-space(.)}}},
                    $related[1] ! map {'related': array {$related ! map:merge(@* ! map {name(): string()})}}))"
                  xmlns:array="http://www.w3.org/2005/xpath-functions/array"/>
    <xsl:variable name="kept" as="element(note)*" select="$work/note[@type = 'remark'][contains(@n, ':')]"/>
    <xsl:sequence select="map:merge((ed:pair('teikit', $own[map:size(.) gt 0]), $kept[1] ! (ed:kept-fields($kept, 'biblatex'), ed:kept-fields($kept, 'ris')),
                                     $kept[starts-with(@n, 'custom:')] ! map {substring-after(@n, ':'): parse-json(.)}))[map:size(.) gt 0]"/>
  </xsl:function>

  <!-- Fields that came from another format; one that stands there more than once is a list.
         in:  <note type="remark" n="ris:M1">4</note>, 'ris'
         out: {"ris": {"M1": "4"}} -->
  <xsl:function name="ed:kept-fields" visibility="public" as="map(xs:string, item()*)?">
    <xsl:param name="notes" as="element(note)*"/>
    <xsl:param name="format" as="xs:string"/>
    <xsl:variable name="own" as="element(note)*" select="$notes[starts-with(@n, $format || ':')]"/>
    <xsl:variable name="fields" as="map(xs:string, item()*)*"
                  select="for $name in distinct-values($own/@n), $texts in array {$own[@n = $name] ! normalize-space(.)}
                          return map {substring-after($name, ':'): if (array:size($texts) eq 1) then $texts(1) else $texts}"
                  xmlns:array="http://www.w3.org/2005/xpath-functions/array"/>
    <xsl:sequence select="ed:pair($format, map:merge($fields)[map:size(.) gt 0])"/>
  </xsl:function>

</xsl:stylesheet>
