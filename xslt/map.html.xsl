<?xml version="1.0" encoding="UTF-8"?>
<!-- The map: the places of the text on the outlines of the land, and the table behind it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/finding.xsl"/>
  <xsl:include href="lib/picture.xsl"/>
  <xsl:include href="lib/places.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="html" version="5" include-content-type="no" indent="no"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="places" as="element(place)*" select="*/standOff//place[@xml:id]"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'map.html'"/>
      <xsl:with-param name="metadata" select="ed:finding-head('index.js')"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>Map</h1>
          <p class="tally">{ed:count(count($places[ed:position(.)]), 'place', 'places')} with coordinates, {
            count($places[empty(ed:position(.))])} without.</p>
        </header>
        <xsl:sequence select="$ed:views ! ed:map(., $places), ed:table-of-places($places)"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- One map, with what it shows in words.
         in:  <view id="near">…</view>, <place xml:id="place_riga">…</place>, …
         out: <figure class="map">…</figure> -->
  <xsl:function name="ed:map" visibility="public" as="element()">
    <xsl:param name="view" as="element()"/>
    <xsl:param name="places" as="element(place)*"/>
    <xsl:variable name="shown" as="element(place)*" select="$places[@xml:id = $view/*:point/@ref]"/>
    <xsl:variable name="name" as="xs:string" select="if ($view/@id = 'wide') then 'The places farther away' else 'Where the places lie'"/>
    <xsl:variable name="names" as="xs:string" select="string-join(sort($shown ! ed:label(.)), ', ')"/>
    <xsl:sequence select="ed:figure('map', $name,
        ed:picture($view, $name, 'A map with ' || ed:count(count($shown), 'place', 'places') || ': ' || $names || '. The table below lists them.',
                   map:merge($shown ! map {string(@xml:id): (ed:label(.), ed:address(.))})),
        ed:map-caption($view))"/>
  </xsl:function>

  <!-- What the signs of a map mean.
         in:  <view id="near">…</view>
         out: <p>…</p> -->
  <xsl:function name="ed:map-caption" visibility="public" as="element()+">
    <xsl:param name="view" as="element()"/>
    <xsl:choose>
      <xsl:when test="$view/@id = 'wide'">
        <p>Places beyond the first map, whose frame is drawn here; its places are dots.</p>
      </xsl:when>
      <xsl:otherwise>
        <p>The larger the dot, the more often a place is named.<xsl:if test="$view/*:point/@exact = 'no'"> A broken ring stands
          for a country or region: its middle, not its extent.</xsl:if> Land and water only, since borders have moved.</p>
      </xsl:otherwise>
    </xsl:choose>
    <p class="credit">{if ($ed:credit) then 'Outlines of today’s coasts and lakes: ' || $ed:credit || ', public domain.'
                       else 'Drawn without coasts: the outlines of the land were not installed (teikit[map]).'}</p>
  </xsl:function>

  <!-- The places with their coordinates and how often they are named.
         in:  <place xml:id="place_riga">…</place>, …
         out: <table>…</table> -->
  <xsl:function name="ed:table-of-places" visibility="public" as="element()+">
    <xsl:param name="places" as="element(place)*"/>
    <section class="group" aria-labelledby="places">
      <h2 id="places">The places</h2>
      <xsl:sequence select="ed:data((map {'file': 'places.geojson', 'label': 'GeoJSON'}, map {'file': 'entities.csv', 'label': 'CSV'}))"/>
      <table class="sortable">
        <thead>
          <tr><th scope="col">Place</th><th scope="col" class="number">Latitude</th><th scope="col" class="number">Longitude</th><th scope="col">Certainty</th><th
            scope="col" class="number">Mentions</th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="$places">
            <xsl:sort select="ed:sort-key(ed:sort-name(.))"/>
            <xsl:variable name="position" as="map(xs:string, xs:decimal)?" select="ed:position(.)"/>
            <tr>
              <th scope="row"><a href="{ed:address(.)}">{ed:label(.)}</a></th>
              <td class="number">{$position?latitude}</td>
              <td class="number">{$position?longitude}</td>
              <td>{if (empty($position)) then 'not located' else string-join((('middle of a region')[ed:is-region(current())], ed:say-doubt(location[1])), ', ')}</td>
              <td class="number">{count(ed:mentions(.))}</td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:function>

</xsl:stylesheet>
