<?xml version="1.0" encoding="UTF-8"?>
<!-- What the finding pages share: their style and script, figures that scroll, counts, downloads. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The style and scripts of a finding page, for its head.
         in:  'index.js'
         out: <link rel="stylesheet" href="finding.css"/>, <script defer="defer" src="index.js"></script> -->
  <xsl:function name="ed:finding-head" visibility="public" as="element()+">
    <xsl:param name="scripts" as="xs:string*"/>
    <link rel="stylesheet" href="finding.css"/>
    <xsl:for-each select="$scripts"><script defer="defer" src="{.}"></script></xsl:for-each>
  </xsl:function>

  <!-- A number and its noun.
         in:  1, 'mention', 'mentions'
         out: '1 mention' -->
  <xsl:function name="ed:count" visibility="public" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="several" as="xs:string"/>
    <xsl:sequence select="format-integer($number, '#,##0') || ' ' || (if ($number eq 1) then $one else $several)"/>
  </xsl:function>

  <!-- The same content as data, to download.
         in:  {"file": "entities.csv", "label": "CSV"}
         out: <p class="data">The data: <a href="entities.csv" download="entities.csv">CSV</a></p> -->
  <xsl:function name="ed:data" visibility="public" as="element()">
    <xsl:param name="files" as="map(xs:string, xs:string)+"/>
    <p class="data">As data: <xsl:for-each select="$files">
      <xsl:if test="position() gt 1">, </xsl:if>
      <a href="{?file}" download="{?file}">{?label}</a>
    </xsl:for-each></p>
  </xsl:function>

  <!-- A picture that keeps its size on a narrow screen and scrolls, with its caption.
         in:  'map', 'The map', <svg>…</svg>, <p>Land: Natural Earth.</p>
         out: <figure class="map"><div class="scroll" role="group" tabindex="0" …><svg>…</svg></div><figcaption>…</figcaption></figure> -->
  <xsl:function name="ed:figure" visibility="public" as="element()">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="picture" as="element()"/>
    <xsl:param name="caption" as="node()*"/>
    <figure class="{$class}">
      <div class="scroll" role="group" tabindex="0" aria-label="{$name}"><xsl:sequence select="$picture"/></div>
      <figcaption><xsl:sequence select="$caption"/></figcaption>
    </figure>
  </xsl:function>

</xsl:stylesheet>
