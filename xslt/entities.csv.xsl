<?xml version="1.0" encoding="UTF-8"?>
<!-- All entities as a table: one row an entity, for a spreadsheet. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="entities.csv"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/csv.xsl"/>
  <xsl:include href="lib/labels.xsl"/>
  <xsl:include href="lib/texts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/unlisted.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="text"/>

  <xsl:mode name="entities.csv" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="text()+">
    <xsl:sequence select="ed:row(('id', 'kind', 'type', 'label', 'sort', 'variants', 'forms', 'dates', 'description', 'wikidata',
                                  'viaf', 'gnd', 'geonames', 'latitude', 'longitude', 'mentions')),
                          ed:entities(.) ! ed:row(ed:cells(.)),
                          for $kind in ('person', 'place', 'org', 'event') return ed:unlisted(., $kind) ! ed:row(ed:unlisted-cells(.))"/>
  </xsl:template>

  <!-- The cells of what has no entry, known by its key or address.
         in:  {'sign': 'ada', 'label': 'Ada Quill', 'kind': 'person', …}
         out: 'ada', 'person', '', 'Ada Quill', … -->
  <xsl:function name="ed:unlisted-cells" visibility="public" as="xs:string+">
    <xsl:param name="thing" as="map(*)"/>
    <xsl:sequence select="$thing?sign, ed:unlisted-name($thing?kind), '', $thing?label, $thing?label, (1 to 10) ! '', string(count($thing?mentions))"/>
  </xsl:function>

  <!-- The cells of an entry's row.
         in:  <person xml:id="pers_veldt">…</person>
         out: 'pers_veldt', 'person', '', 'Jonas Veldt', 'Veldt, Jonas', … -->
  <xsl:function name="ed:cells" visibility="public" as="xs:string+">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="identifiers" as="element(idno)*" select="ed:identifiers($entity)"/>
    <xsl:variable name="coordinates" as="xs:string*" select="$entity/location[1]/geo[1] ! tokenize(.)"/>
    <xsl:sequence select="string($entity/@xml:id), ed:kind($entity), string($entity/@type), ed:label($entity), ed:sort-name($entity),
                          string-join(ed:variants($entity), '; '),
                          string-join(ed:language-forms($entity) ! normalize-space(.), '; '),
                          (ed:life($entity), $entity/self::biblStruct ! ed:year(.), '')[1],
                          (ed:description($entity), '')[1],
                          for $authority in ('wikidata', 'viaf', 'gnd', 'geonames')
                            return string-join($identifiers[@type = $authority] ! normalize-space(.), '; '),
                          string($coordinates[1]), string($coordinates[2]),
                          string(count(ed:mentions($entity)))"/>
  </xsl:function>

</xsl:stylesheet>
