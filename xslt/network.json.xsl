<?xml version="1.0" encoding="UTF-8"?>
<!-- The network of persons named together as data: nodes and links, as D3 and networkx read them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="network.json"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/together.xsl"/>
  <xsl:include href="lib/texts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>

  <xsl:output method="json" indent="yes"/>

  <xsl:mode name="network.json" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="map(*)">
    <xsl:variable name="persons" as="element(person)*" select="key('entries', 'person')[@xml:id]"/>
    <xsl:sequence select="map {'directed': false(), 'multigraph': false(),
                               'nodes': array {$persons[exists(ed:mentions(.))] ! ed:node(.)},
                               'links': array {ed:pairs(ed:meetings($persons)) ! ed:edge(.)}}"/>
  </xsl:template>

  <!-- A person as a node.
         in:  <person xml:id="pers_veldt">…</person>
         out: {"id": "pers_veldt", "label": "Jonas Veldt", "mentions": 5, …} -->
  <xsl:function name="ed:node" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="person" as="element(person)"/>
    <xsl:sequence select="map {'id': string($person/@xml:id), 'label': ed:label($person), 'sort': ed:sort-name($person),
                               'address': ed:address($person), 'mentions': count(ed:mentions($person))}"/>
  </xsl:function>

  <!-- A pair as a link, and where the two are named together.
         in:  {"persons": ("pers_leskova", "pers_veldt"), "paragraphs": <p xml:id="p-ice">, "notes": ()}
         out: {"source": "pers_leskova", "target": "pers_veldt", "paragraphs": 1, "notes": 0, "in": ["p-ice"]} -->
  <xsl:function name="ed:edge" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="pair" as="map(xs:string, item()*)"/>
    <xsl:sequence select="map {'source': $pair?persons[1], 'target': $pair?persons[2], 'paragraphs': count($pair?paragraphs),
                               'notes': count($pair?notes), 'in': array {($pair?paragraphs, $pair?notes)/@xml:id ! string()}}"/>
  </xsl:function>

</xsl:stylesheet>
