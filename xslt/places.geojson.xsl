<?xml version="1.0" encoding="UTF-8"?>
<!-- The places as GeoJSON, for maps: a feature for each, without a geometry where its coordinates are not known. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="places.geojson"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/places.xsl"/>
  <xsl:include href="lib/texts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>

  <xsl:output method="json" indent="yes"/>

  <xsl:mode name="places.geojson" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="map(*)">
    <xsl:sequence select="map {'type': 'FeatureCollection', 'features': array {key('entries', 'place')[@xml:id] ! ed:feature(.)}}"/>
  </xsl:template>

  <!-- A place as a feature.
         in:  <place xml:id="place_riga">…</place>
         out: {"type": "Feature", "id": "place_riga", "geometry": {"type": "Point", …}, …} -->
  <xsl:function name="ed:feature" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="place" as="element(place)"/>
    <xsl:sequence select="map {
        'type': 'Feature',
        'id': string($place/@xml:id),
        'geometry': ed:position($place) ! map {'type': 'Point', 'coordinates': [?longitude, ?latitude]},
        'properties': map {
            'label': ed:label($place),
            'forms': array {ed:language-forms($place) ! normalize-space(.)},
            'kind': if (ed:is-region($place)) then 'region' else 'point',
            'precision': ed:precision($place),
            'certainty': $place/location[geo][1]/@cert ! string(),
            'description': ed:description($place),
            'address': ed:address($place),
            'mentions': count(ed:mentions($place))
          }
      }"/>
  </xsl:function>

</xsl:stylesheet>
