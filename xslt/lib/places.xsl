<?xml version="1.0" encoding="UTF-8"?>
<!-- Places on the globe: their coordinates, and how exactly they are known. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Latitude and longitude.
         in:  <geo>57.40 21.60</geo>
         out: {"latitude": 57.4, "longitude": 21.6} -->
  <xsl:function name="ed:coordinates" visibility="public" cache="yes" as="map(xs:string, xs:decimal)?">
    <xsl:param name="geo" as="element(geo)"/>
    <xsl:variable name="numbers" as="xs:decimal*" select="tokenize(translate($geo, ',', ' '))[. castable as xs:decimal] ! xs:decimal(.)"/>
    <xsl:sequence select="map {'latitude': $numbers[1], 'longitude': $numbers[2]}
                          [count($numbers) eq 2][abs($numbers[1]) le 90][abs($numbers[2]) le 180]"/>
  </xsl:function>

  <!-- Where a place lies.
         in:  <place><location><geo>57.40 21.60</geo></location></place>
         out: {"latitude": 57.4, "longitude": 21.6} -->
  <xsl:function name="ed:position" visibility="public" as="map(xs:string, xs:decimal)?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="$place/location[geo][1]/geo[1] ! ed:coordinates(.)"/>
  </xsl:function>

  <!-- How exactly a place is known: coordinates in whole degrees stand for a country or a region.
         in:  <place><location><geo>51.0 9.0</geo></location></place>
         out: 'degree' -->
  <xsl:function name="ed:precision" visibility="public" as="xs:string?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="ed:position($place) ! (if (every $number in ?* satisfies $number mod 1 = 0) then 'degree' else 'point')"/>
  </xsl:function>

  <!-- Is a place a stretch of land rather than a spot?
         in:  <place type="country"/>
         out: true -->
  <xsl:function name="ed:is-region" visibility="public" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="$place/@type = ('country', 'region', 'state', 'continent', 'geog') or ed:precision($place) = 'degree'"/>
  </xsl:function>

</xsl:stylesheet>
