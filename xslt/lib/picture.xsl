<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures from coordinates: what the toolkit computed for a map or a network becomes SVG. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/2000/svg"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="picture" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The pictures of a page, from the coordinates that the toolkit hands over.
         in:  '<drawing credit="Natural Earth"><view id="near">…</view></drawing>'
         out: <view id="near">…</view>
         in:  ''   out: nothing -->
  <xsl:function name="ed:views" visibility="public" as="element(view)*">
    <xsl:param name="drawing" as="xs:string"/>
    <xsl:sequence select="$drawing[.] ! parse-xml(.)/drawing/view"/>
  </xsl:function>

  <!-- A picture with its name and its description for those who do not see it.
         in:  <view id="near" width="1600" height="900">…</view>, 'Map', 'Seventeen places …', {"place_riga": "Riga"}
         out: <svg role="img" aria-labelledby="near-title near-desc">…</svg> -->
  <xsl:function name="ed:picture" visibility="public" as="element()">
    <xsl:param name="view" as="element(view)"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string"/>
    <xsl:param name="entities" as="map(xs:string, xs:string+)"/>
    <svg class="picture" role="img" viewBox="0 0 {$view/@width} {$view/@height}" aria-labelledby="{$view/@id}-title {$view/@id}-desc">
      <title id="{$view/@id}-title">{$title}</title>
      <desc id="{$view/@id}-desc">{$description}</desc>
      <xsl:if test="$view/land">
        <rect class="sea" width="{$view/@width}" height="{$view/@height}"/>
      </xsl:if>
      <xsl:apply-templates select="$view/*" mode="picture">
        <xsl:with-param name="entities" select="$entities" tunnel="yes"/>
      </xsl:apply-templates>
    </svg>
  </xsl:function>

  <xsl:template match="land | water | graticule | inset" mode="picture" as="element()?">
    <xsl:if test="@d != ''">
      <path class="{local-name()}" d="{@d}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="dot" mode="picture" as="element()">
    <circle class="dot" cx="{@x}" cy="{@y}" r="5"/>
  </xsl:template>

  <xsl:template match="line" mode="picture" as="element()">
    <line class="pair weight-{@weight}" x1="{@x1}" y1="{@y1}" x2="{@x2}" y2="{@y2}"/>
  </xsl:template>

  <xsl:template match="point" mode="picture" as="element()">
    <xsl:param name="entities" as="map(xs:string, xs:string+)" tunnel="yes"/>
    <xsl:variable name="entity" as="xs:string+" select="$entities(@ref)"/>
    <g class="{string-join(distinct-values(('point', @sign)), ' ')}" data-to="{$entity[2]}">
      <xsl:if test="@lx">
        <line class="leader" x1="{@x}" y1="{@y}" x2="{@lx}" y2="{@ly}"/>
      </xsl:if>
      <circle cx="{@x}" cy="{@y}" r="{@r}"/>
      <text x="{@tx}" y="{@ty}" text-anchor="{@anchor}">{$entity[1]}</text>
    </g>
  </xsl:template>

</xsl:stylesheet>
