<?xml version="1.0" encoding="UTF-8"?>
<!-- What the finding pages share: figures that scroll, data to download, a filter. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="wording.xsl"/>

  <!-- The styles that a finding page adds to those of the edition. -->
  <xsl:variable name="ed:finding-styles" as="xs:string+" select="'registers.css', 'finding.css'"/>

  <!-- The same content as data, to download.
         in:  {"file": "entities.csv", "label": "CSV"}
         out: <p class="data">As data: <a href="entities.csv" download="entities.csv">CSV</a></p> -->
  <xsl:function name="ed:data" visibility="public" as="element()">
    <xsl:param name="files" as="map(xs:string, xs:string)+"/>
    <p class="data">{ed:tell('as-data')} <xsl:for-each select="$files">
      <xsl:if test="position() gt 1">, </xsl:if>
      <a href="{?file}" download="{?file}">{?label}</a>
    </xsl:for-each></p>
  </xsl:function>

  <!-- The entries of all indexes as data. -->
  <xsl:variable name="ed:entity-files" as="map(xs:string, xs:string)+"
                select="map {'file': 'entities.csv', 'label': 'CSV'}, map {'file': 'entities.json', 'label': 'JSON'}"/>

  <!-- The ways to groups, where there are several: of the headings that have ids, as they are called.
         in:  'Persons', <h2 id="group-1">A</h2>, …
         out: <nav class="jump" aria-label="Persons, by group"><ul><li><a href="#group-1">A</a></li>…</ul></nav> -->
  <xsl:function name="ed:jump" visibility="public" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="headings" as="element()*"/>
    <xsl:if test="count($headings) gt 1">
      <nav class="jump" aria-label="{ed:tell('by-group', $name)}">
        <ul>
          <xsl:for-each select="$headings">
            <li><a href="#{@id}">{.}</a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- A picture that keeps its size on a narrow screen and scrolls there, with its caption.
         in:  'map', 'Where the places lie', <svg>…</svg>, <p>…</p>
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

  <!-- A box that filters what stands below, and the orders it can be put in; without scripts it is not shown.
         in:  'by-name', 'by-mentions'
         out: <form class="filter">…</form> -->
  <xsl:function name="ed:filter" visibility="public" as="element()">
    <xsl:param name="orders" as="xs:string*"/>
    <form class="filter" role="search">
      <label>{ed:tell('filter')} <input type="search" autocomplete="off" spellcheck="false"/></label>
      <xsl:if test="exists($orders)">
        <label>{ed:tell('sort')} <select>
          <xsl:for-each select="$orders"><option value="{substring-after(., '-')}">{ed:tell(.)}</option></xsl:for-each>
        </select></label>
      </xsl:if>
      <output data-shown="{ed:tell('shown')}"></output>
    </form>
  </xsl:function>

</xsl:stylesheet>
