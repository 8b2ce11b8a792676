<?xml version="1.0" encoding="UTF-8"?>
<!-- The prose of an ODD as HTML: what guidelines are written with. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="tag:teikit,2026:odd"
                xmlns:eg="http://www.tei-c.org/ns/Examples"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- The anchor of a section: its identifier, or its place.
         in:  <div xml:id="persons"/>
         out: 'persons' -->
  <xsl:function name="odd:anchor" visibility="public" as="xs:string">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="($division/@xml:id, generate-id($division))[1]"/>
  </xsl:function>

  <!-- Sections and blocks -->

  <xsl:template match="div | div1 | div2 | div3 | div4" as="element()*">
    <xsl:where-populated>
      <section id="{odd:anchor(.)}">
        <xsl:apply-templates/>
        <xsl:where-populated>
          <ul class="rules"><xsl:apply-templates select="/odd:schema/odd:rule[@section = current()/@xml:id]"/></ul>
        </xsl:where-populated>
      </section>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="odd:rule" as="element()">
    <li id="rule-{@ident}"><code>[{@ident}]</code> {@description}</li>
  </xsl:template>

  <xsl:template match="head" as="element()">
    <xsl:element name="h{min((count(ancestor::div | ancestor::div2 | ancestor::div3 | ancestor::div4) + 1, 6))}"><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="head[parent::list or parent::table or parent::figure]" as="element()">
    <p class="caption"><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="p | ab | titlePage/*" as="element()">
    <div class="p"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="list" as="element()">
    <ul><xsl:apply-templates/></ul>
  </xsl:template>

  <xsl:template match="list[label]" as="element()">
    <dl><xsl:apply-templates/></dl>
  </xsl:template>

  <xsl:template match="item" as="element()">
    <li><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="list[label]/label" as="element()">
    <dt><xsl:apply-templates/></dt>
  </xsl:template>

  <xsl:template match="list[label]/item" as="element()" priority="1">
    <dd><xsl:apply-templates/></dd>
  </xsl:template>

  <xsl:template match="table" as="element()*">
    <xsl:apply-templates select="head"/>
    <table><xsl:apply-templates select="row"/></table>
  </xsl:template>

  <xsl:template match="row" as="element()">
    <tr><xsl:apply-templates/></tr>
  </xsl:template>

  <xsl:template match="cell" as="element()">
    <td><xsl:apply-templates/></td>
  </xsl:template>

  <xsl:template match="quote | cit/quote" as="element()">
    <blockquote><xsl:apply-templates/></blockquote>
  </xsl:template>

  <xsl:template match="eg" as="element()">
    <pre>{.}</pre>
  </xsl:template>

  <xsl:template match="eg:egXML" as="element()">
    <pre>{odd:source(node())}</pre>
  </xsl:template>

  <!-- Words -->

  <xsl:template match="gi" as="element()">
    <code>&lt;{.}></code>
  </xsl:template>

  <xsl:template match="gi[normalize-space() = $odd:known]" as="element()" priority="1">
    <a class="gi" href="reference.html#element-{normalize-space()}"><code>&lt;{.}></code></a>
  </xsl:template>

  <xsl:template match="att" as="element()">
    <code>@{.}</code>
  </xsl:template>

  <xsl:template match="val" as="element()">
    <code>"{.}"</code>
  </xsl:template>

  <xsl:template match="tag" as="element()">
    <code>&lt;{.}></code>
  </xsl:template>

  <xsl:template match="code | ident" as="element()">
    <code><xsl:apply-templates/></code>
  </xsl:template>

  <xsl:template match="emph | hi | title | foreign | term | mentioned" as="element()">
    <em><xsl:apply-templates/></em>
  </xsl:template>

  <xsl:template match="q | soCalled" as="element()">
    <q><xsl:apply-templates/></q>
  </xsl:template>

  <xsl:template match="ref[@target]" as="element()">
    <a href="{@target}"><xsl:apply-templates/></a>
  </xsl:template>

  <xsl:template match="ptr[@target]" as="element()">
    <a href="{@target}">{(id(substring-after(@target, '#'))/head[1]/normalize-space(), string(@target))[1]}</a>
  </xsl:template>

  <xsl:template match="note" as="element()">
    <span class="note"> [<xsl:apply-templates/>]</span>
  </xsl:template>

  <xsl:template match="text()" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

</xsl:stylesheet>
