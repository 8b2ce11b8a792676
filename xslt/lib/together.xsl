<?xml version="1.0" encoding="UTF-8"?>
<!-- Who is named together: the pairs of persons that one paragraph or one note names. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The paragraph or note in which two names stand together.
         in:  <persName ref="#pers_veldt">Jonas Veldt</persName> in <p xml:id="p-mole" n="1">
         out: <p xml:id="p-mole" n="1"> -->
  <xsl:function name="ed:unit" visibility="public" as="element()">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="(ed:note($mention), ed:paragraph($mention), ed:block($mention))[1]"/>
  </xsl:function>

  <!-- Who would make too many pairs: a list of so many names is no company. -->
  <xsl:variable name="ed:crowd" as="xs:integer" select="40"/>

  <!-- The persons that each paragraph or note names; a title page does not count.
         in:  <person xml:id="pers_leskova">…</person>, <person xml:id="pers_veldt">…</person>
         out: {"unit": <p xml:id="p-ice">, "persons": ("pers_leskova", "pers_veldt")}, … -->
  <xsl:function name="ed:meetings" visibility="public" as="map(xs:string, item()+)*">
    <xsl:param name="persons" as="element(person)*"/>
    <xsl:for-each-group select="for $person in $persons, $unit in ed:mentions($person)[empty(ancestor::front)] ! ed:unit(.) | ()
                                return map {'person': string($person/@xml:id), 'unit': $unit}"
                        group-by="generate-id(?unit)">
      <xsl:sequence select="map {'unit': ?unit, 'persons': sort(current-group()?person)}"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The pairs of persons, and where they are named together, the most frequent first.
         in:  {"unit": <p xml:id="p-ice">, "persons": ("pers_leskova", "pers_veldt")}, …
         out: {"persons": ("pers_leskova", "pers_veldt"), "paragraphs": <p xml:id="p-ice">, "notes": ()}, … -->
  <xsl:function name="ed:pairs" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="meetings" as="map(xs:string, item()+)*"/>
    <xsl:variable name="couples" as="map(xs:string, item()+)*"
                  select="for $meeting in $meetings[count(?persons) le $ed:crowd], $one in 1 to count($meeting?persons) - 1,
                              $other in $one + 1 to count($meeting?persons)
                          return map {'persons': ($meeting?persons[$one], $meeting?persons[$other]), 'unit': $meeting?unit}"/>
    <xsl:for-each-group select="$couples" group-by="string-join(?persons, ' ')">
      <xsl:sort select="count(current-group()?unit[not(self::note)])" order="descending"/>
      <xsl:sort select="count(current-group())" order="descending"/>
      <xsl:sort select="current-grouping-key()"/>
      <xsl:sequence select="map {'persons': ?persons, 'notes': current-group()?unit[self::note],
                                 'paragraphs': current-group()?unit[not(self::note)]}"/>
    </xsl:for-each-group>
  </xsl:function>

</xsl:stylesheet>
