<?xml version="1.0" encoding="UTF-8"?>
<!-- The network: which persons are named together, as a picture and as a table of pairs. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="network.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/finding.xsl"/>
  <xsl:include href="lib/picture.xsl"/>
  <xsl:include href="lib/together.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <!-- The coordinates, as XML; the toolkit hands them over. Without them the page has its tables alone. -->
  <xsl:param name="network-drawing" as="xs:string" select="''"/>

  <xsl:mode name="network.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="persons" as="element(person)*" select="key('entries', 'person')[@xml:id]"/>
    <xsl:variable name="meetings" as="map(xs:string, item()+)*" select="ed:meetings($persons)"/>
    <xsl:variable name="pairs" as="map(xs:string, item()*)*" select="ed:pairs($meetings)"/>
    <xsl:variable name="crowds" as="xs:integer" select="count($meetings[count(?persons) gt $ed:crowd])"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'network.html'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles"/>
      <xsl:with-param name="scripts" select="'finding.js'"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>{ed:say('network')}</h1>
          <p class="tally">{ed:tell-many(count($pairs), 'pairs')}.{ed:tell('crowds', ($crowds, $ed:crowd))[$crowds gt 0] ! (' ' || .)}</p>
        </header>
        <xsl:sequence select="ed:views($network-drawing) ! ed:network(., $persons), ed:table-of-pairs($pairs, $persons)"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The picture of the network, with what it shows in words.
         in:  <view id="network">…</view>, <person xml:id="pers_veldt">…</person>, …
         out: <figure class="network">…</figure> -->
  <xsl:function name="ed:network" visibility="public" as="element()">
    <xsl:param name="view" as="element()"/>
    <xsl:param name="persons" as="element(person)*"/>
    <xsl:variable name="shown" as="element(person)*" select="$persons[@xml:id = $view/*:point/@ref]"/>
    <xsl:variable name="name" as="xs:string" select="ed:tell('who-with-whom')"/>
    <xsl:variable name="names" as="xs:string" select="string-join($shown ! ed:label(.), ', ')"/>
    <xsl:variable name="entities" as="map(xs:string, xs:string+)" select="map:merge($shown ! map {string(@xml:id): (ed:label(.), ed:address(.))})"/>
    <xsl:variable name="caption" as="element()"><p>{ed:tell('network-how')}</p></xsl:variable>
    <xsl:sequence select="ed:figure('network', $name, ed:picture($view, $name, ed:tell('network-says', $names), $entities), $caption)"/>
  </xsl:function>

  <!-- Every pair, and where it is named.
         in:  {"persons": ("pers_leskova", "pers_veldt"), …}, …, <person xml:id="pers_veldt">…</person>, …
         out: <section class="group"><h2>…</h2><table>…</table></section> -->
  <xsl:function name="ed:table-of-pairs" visibility="public" as="element()">
    <xsl:param name="pairs" as="map(xs:string, item()*)*"/>
    <xsl:param name="persons" as="element(person)*"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="map:merge($persons ! map {string(@xml:id): ed:sort-name(.)})"/>
    <section class="group" aria-labelledby="pairs">
      <h2 id="pairs">{ed:tell('the-pairs')}</h2>
      <xsl:sequence select="ed:data(map {'file': 'network.json', 'label': ed:tell('nodes-and-links')}), ed:filter(())"/>
      <div class="wide" role="group" tabindex="0" aria-labelledby="pairs"><table class="sortable">
        <thead>
          <tr><th scope="col">{ed:tell('person')}</th><th scope="col">{ed:tell('with')}</th><th scope="col">{ed:tell('paragraphs')}</th><th
            scope="col">{ed:say('notes')}</th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="$pairs">
            <tr>
              <xsl:for-each select="?persons"><td><a href="persons.html#{.}">{$names(.)}</a></td></xsl:for-each>
              <td data-n="{count(?paragraphs)}"><xsl:sequence select="ed:units(?paragraphs)"/></td>
              <td data-n="{count(?notes)}"><xsl:sequence select="ed:units(?notes)"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table></div>
    </section>
  </xsl:function>

  <!-- Links to paragraphs or notes, by their numbers.
         in:  <p xml:id="p-ice" n="3">
         out: <a href="index.html#p-ice">¶ 3</a> -->
  <xsl:function name="ed:units" visibility="public" as="node()*">
    <xsl:param name="units" as="element()*"/>
    <xsl:for-each select="$units/.">
      <xsl:if test="position() gt 1">, </xsl:if>
      <a href="index.html#{(self::note ! ed:note-id(.), @xml:id, 'text')[1]}">{if (self::note) then $ed:note-sign || @n else '¶&#xA0;' || @n}</a>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
