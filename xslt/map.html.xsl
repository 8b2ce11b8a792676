<?xml version="1.0" encoding="UTF-8"?>
<!-- The map: the places of the text on the outlines of the land, and the table behind it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="map.html"
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

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <!-- The coordinates, as XML; the toolkit hands them over. Without them the page has its tables alone. -->
  <xsl:param name="map-drawing" as="xs:string" select="''"/>

  <xsl:mode name="map.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="places" as="element(place)*" select="key('entries', 'place')[@xml:id]"/>
    <xsl:variable name="located" as="xs:integer" select="count($places[exists(ed:position(.))])"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'map.html'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles"/>
      <xsl:with-param name="scripts" select="'finding.js'"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>{ed:say('map')}</h1>
          <p class="tally">{ed:tell-many($located, 'with-coordinates')}, {ed:tell('without', count($places) - $located)}.</p>
        </header>
        <xsl:sequence select="ed:views($map-drawing) ! ed:map(., $places), ed:table-of-places($places)"/>
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
    <xsl:variable name="name" as="xs:string" select="ed:tell('map-' || $view/@id)"/>
    <xsl:variable name="names" as="xs:string" select="string-join(sort($shown ! ed:label(.)), ', ')"/>
    <xsl:variable name="entities" as="map(xs:string, xs:string+)" select="map:merge($shown ! map {string(@xml:id): (ed:label(.), ed:address(.))})"/>
    <xsl:sequence select="ed:figure('map', $name, ed:picture($view, $name, ed:tell('map-says', $names), $entities), ed:map-caption($view))"/>
  </xsl:function>

  <!-- What the signs of a map mean, and whose the outlines are.
         in:  <view id="near">…</view>
         out: <p>…</p>, <p class="credit">…</p> -->
  <xsl:function name="ed:map-caption" visibility="public" as="element()+">
    <xsl:param name="view" as="element()"/>
    <p>{if ($view/@id = 'wide') then ed:tell('wide-says')
        else (ed:tell('dots'), ed:tell('rings')[$view/*:point/@sign = 'area'], ed:tell('doubtful')[$view/*:point/@sign = 'doubt'], ed:tell('land-only'))}</p>
    <p class="credit">{($view/../@credit[. != ''] ! ed:tell('coasts', string()), ed:tell('no-coasts'))[1]}</p>
  </xsl:function>

  <!-- The places with their coordinates and how often they are named.
         in:  <place xml:id="place_riga">…</place>, …
         out: <section class="group"><h2>…</h2><table>…</table></section> -->
  <xsl:function name="ed:table-of-places" visibility="public" as="element()">
    <xsl:param name="places" as="element(place)*"/>
    <section class="group" aria-labelledby="places">
      <h2 id="places">{ed:tell('the-places')}</h2>
      <xsl:sequence select="ed:data((map {'file': 'places.geojson', 'label': 'GeoJSON'}, map {'file': 'entities.csv', 'label': 'CSV'})),
                            ed:filter(())"/>
      <div class="wide" role="group" tabindex="0" aria-labelledby="places"><table class="sortable">
        <thead>
          <tr><th scope="col">{ed:tell('place')}</th><th scope="col" class="numeric">{ed:tell('latitude')}</th><th scope="col"
            class="numeric">{ed:tell('longitude')}</th><th scope="col">{ed:tell('certainty')}</th><th
            scope="col" class="numeric">{ed:tell('mentions-head')}</th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="$places">
            <xsl:sort select="ed:entry-key(.)"/>
            <xsl:sequence select="ed:place-row(.)"/>
          </xsl:for-each>
        </tbody>
      </table></div>
    </section>
  </xsl:function>

  <!-- A place in the table.
         in:  <place xml:id="place_riga">…</place>
         out: <tr><th scope="row"><a href="places.html#place_riga">Riga</a></th>…</tr> -->
  <xsl:function name="ed:place-row" visibility="public" as="element()">
    <xsl:param name="place" as="element(place)"/>
    <xsl:variable name="position" as="map(xs:string, xs:decimal)?" select="ed:position($place)"/>
    <xsl:variable name="remarks" as="xs:string*"
                  select="if (empty($position)) then ed:tell('not-located')
                          else (ed:tell('middle')[ed:is-region($place)], $place/location[geo][1] ! ed:say-doubt(.))"/>
    <tr>
      <th scope="row"><a href="{ed:address($place)}">{ed:label($place)}</a></th>
      <td class="numeric">{$position?latitude}</td>
      <td class="numeric">{$position?longitude}</td>
      <td>{string-join($remarks, ', ')}</td>
      <td class="numeric">{count(ed:mentions($place))}</td>
    </tr>
  </xsl:function>

</xsl:stylesheet>
