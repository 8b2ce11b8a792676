<?xml version="1.0" encoding="UTF-8"?>
<!-- What the search looks through: the words of every block, who and what is named there, and the entries themselves. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="search-index.js"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/labels.xsl"/>
  <xsl:include href="lib/texts.xsl"/>
  <xsl:include href="lib/searched.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="text"/>

  <xsl:mode name="search-index.js" on-no-match="fail" on-multiple-match="fail"/>

  <!-- A script that holds data alone: a page opened from a disk may load scripts, but fetch nothing. -->
  <xsl:template match="/" as="text()*">
    <xsl:variable name="entities" as="element()*" select="ed:entities(.)[exists(ed:mentions(.))]"/>
    <xsl:variable name="order" as="map(xs:string, xs:integer)"
                  select="map:merge(for $at in 1 to count($entities) return map {string($entities[$at]/@xml:id): $at - 1})"/>
    <xsl:variable name="blocks" as="element()*" select="ed:searched(.)"/>
    <xsl:variable name="sections" as="element()*" select="($blocks[not(@type = 'regest')] ! ed:section(.)) | ()"/>
    <xsl:variable name="places" as="map(xs:string, xs:integer)"
                  select="map:merge(for $at in 1 to count($sections) return map {generate-id($sections[$at]): $at - 1})"/>
    <xsl:value-of select="'var searched = {&quot;sections&quot;:' || ed:json(array {$sections ! ed:section-name(.)})
                          || ',&quot;entities&quot;:' || ed:json(array {$entities ! ed:found-entity(.)}) || ',&quot;blocks&quot;:'
                          || ed:json(array {$blocks ! ed:found-block(., $places, $order)}) || '};&#10;'"/>
  </xsl:template>

  <!-- A value as JSON, its slashes bare.
         in:  ['person', 'a/b']
         out: '["person","a/b"]' -->
  <xsl:function name="ed:json" visibility="public" as="xs:string">
    <xsl:param name="value" as="item()"/>
    <xsl:sequence select="replace(serialize($value, map {'method': 'json'}), '\\/', '/')"/>
  </xsl:function>

  <!-- An entry: its kind, its label, what else it is called, its address.
         in:  <person xml:id="pers_leskova">…</person>
         out: ['person', 'Marta Leskova', 'Leskova, Marta|Марта Лескова', 'persons.html#pers_leskova'] -->
  <xsl:function name="ed:found-entity" visibility="public" as="array(xs:string)">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="label" as="xs:string" select="ed:label($entity)"/>
    <xsl:variable name="others" as="xs:string*" select="distinct-values(ed:names($entity) ! normalize-space(.))[. ne $label]"/>
    <xsl:sequence select="[ed:kind($entity), $label, string-join($others, '|'), ed:address($entity)]"/>
  </xsl:function>

  <!-- A block: its id, its kind, its number, its section, its words, the entries it names.
         in:  <p xml:id="p-ice" n="3">…</p>
         out: ['p-ice', 'p', '3', 1, 'Marta Leskova’s letters …', [4, 7]] -->
  <xsl:function name="ed:found-block" visibility="public" as="array(item())">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="sections" as="map(xs:string, xs:integer)"/>
    <xsl:param name="order" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="paragraph" as="element()?" select="ed:subject($block)"/>
    <xsl:variable name="section" as="xs:integer?" select="$sections(generate-id(ed:section(($paragraph, $block)[1])))"/>
    <xsl:variable name="mentions" as="element()*"
                  select="$block/descendant::*[@ref or self::bibl/@corresp] except ed:aside($block)"/>
    <xsl:sequence select="[ed:found-id($block), ed:found-kind($block), string(($paragraph, $block)[1]/@n), ($section, 0)[1],
                           ed:words($block),
                           array {distinct-values($mentions ! ed:targets(.) ! $order(.))}]"/>
  </xsl:function>

</xsl:stylesheet>
