<?xml version="1.0" encoding="UTF-8"?>
<!-- The reference of a schema: every element, what it holds, where it stands, what it takes. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="tag:teikit,2026:odd"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="tag:teikit,2026:odd"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/shell.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" indent="no"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="contents" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="named" match="element" use="@name"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="page">
      <xsl:with-param name="label" select="'Reference'"/>
      <xsl:with-param name="contents" as="element()*">
        <ul class="names"><xsl:apply-templates select="schema/element" mode="contents"/></ul>
      </xsl:with-param>
      <xsl:with-param name="content" as="element()*">
        <p>{count(schema/element)} elements, {count(schema/rule)} rules. A document begins with {string-join(schema/start ! ('&lt;' || . || '>'), ' or ')}.</p>
        <xsl:apply-templates select="schema/element"/>
        <section id="groups">
          <h2>Groups</h2>
          <p>What the contents above call by one name.</p>
          <dl><xsl:apply-templates select="schema/class"/></dl>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="element" mode="contents" as="element()">
    <li><a href="#element-{@tag}">{@tag}</a></li>
  </xsl:template>

  <xsl:template match="element" as="element()">
    <section id="element-{@tag}">
      <h2><code>&lt;{@tag}></code></h2>
      <xsl:if test="@description != ''"><p>{@description}</p></xsl:if>
      <dl>
        <xsl:sequence select="odd:term('Namespace', @namespace[. != /schema/@namespace] ! string())"/>
        <xsl:sequence select="odd:term('Module', string(@module))"/>
        <xsl:sequence select="odd:term('Stands in', (odd:links(parent), 'the root'[current()/@name = current()/../start]))"/>
        <xsl:sequence select="odd:term('Holds', ('text'[current()/@text = 'true'], odd:links(child)))"/>
        <dt>Content</dt>
        <dd><code>{@content}</code></dd>
      </dl>
      <xsl:where-populated>
        <table class="attributes">
          <xsl:if test="attribute"><caption>Attributes</caption></xsl:if>
          <xsl:apply-templates select="attribute"/>
        </table>
      </xsl:where-populated>
      <xsl:where-populated><ul class="rules"><xsl:apply-templates select="rule"/></ul></xsl:where-populated>
      <xsl:where-populated><pre>{@example}</pre></xsl:where-populated>
    </section>
  </xsl:template>

  <xsl:template match="schema/class" as="element()+">
    <dt id="group-{@name}"><code>{@name}</code></dt>
    <dd><code>{@content}</code></dd>
  </xsl:template>

  <xsl:template match="attribute" as="element()">
    <tr>
      <th scope="row"><code>@{replace(@name, '^\{.*\}', '')}</code></th>
      <td>{@usage}</td>
      <td>
        <xsl:if test="@description != ''"><p>{@description}</p></xsl:if>
        <p class="type">{@type}{@default[. != ''] ! (' · if absent “' || . || '”')}{@from[. != ''] ! (' · from ' || .)}</p>
        <xsl:where-populated><dl><xsl:apply-templates select=".[value/@description != '']/value"/></dl></xsl:where-populated>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="value" as="element()+">
    <dt><code>{@value}</code></dt>
    <dd>{@description}</dd>
  </xsl:template>

  <xsl:template match="rule" as="element()">
    <li>
      <code>[{@ident}]</code>
      <xsl:text> {@description}</xsl:text>
      <xsl:if test="@section != ''"><xsl:text> </xsl:text><a href="guidelines.html#{@section}">Guidelines</a></xsl:if>
    </li>
  </xsl:template>

  <!-- One line of a definition list, if there is something to say.
         in:  'Module', 'core'
         out: <dt>Module</dt><dd>core</dd> -->
  <xsl:function name="odd:term" as="element()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="said" as="item()*"/>
    <xsl:variable name="found" as="item()*" select="$said[string(.)]"/>
    <xsl:if test="exists($found)">
      <dt>{$label}</dt>
      <dd><xsl:for-each select="$found"><xsl:if test="position() gt 1">, </xsl:if><xsl:copy-of select="."/></xsl:for-each></dd>
    </xsl:if>
  </xsl:function>

  <!-- Links to elements.
         in:  <parent>body</parent>
         out: <a href="#element-body">body</a> -->
  <xsl:function name="odd:links" as="element()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:for-each select="$names">
      <xsl:variable name="tag" as="xs:string" select="(key('named', ., root())/@tag, .)[1]"/>
      <a href="#element-{$tag}">{$tag}</a>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
