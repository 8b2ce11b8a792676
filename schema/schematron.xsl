<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns a Schematron schema into a stylesheet that lists what a document does wrong. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:out="tag:teikit,2026:output"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <!-- The phase whose patterns are checked; all patterns if it is not given. -->
  <xsl:param name="phase" as="xs:string" select="'#ALL'"/>

  <xsl:output indent="yes"/>

  <xsl:key name="named" match="pattern[@id] | rule[@id]" use="@id"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="message" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="patterns" as="element(pattern)*"
                select="/schema/pattern[not(@abstract = 'true')]
                        [$phase = '#ALL' or @id = /schema/phase[@id = $phase]/active/@pattern]"/>

  <!-- What patterns look at besides elements. -->
  <xsl:variable name="contexts" as="xs:string" select="string-join($patterns/ed:body(.)/rule/@context, ' ')"/>
  <xsl:variable name="nodes" as="xs:string"
                select="if (matches($contexts, '(text|comment|node|processing-instruction)\(')) then 'node()' else '*'"/>
  <xsl:variable name="attributes" as="xs:string?" select="if (matches($contexts, '@|attribute::')) then '@*' else ()"/>

  <!-- Step 1: the frame -->

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="schema"/>
  </xsl:template>

  <xsl:template match="schema" as="element()">
    <out:stylesheet version="3.0">
      <xsl:for-each select="ns">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each>
      <out:output method="xml" indent="no"/>
      <out:mode name="check" on-no-match="fail"/>
      <xsl:sequence select="xsl:key | xsl:function | xsl:include | xsl:import"/>
      <xsl:apply-templates select="let, phase[@id = $phase]/let, $patterns ! ed:body(.)/let"/>
      <out:template match="/">
        <problems>
          <out:apply-templates select="." mode="check"/>
        </problems>
      </out:template>
      <xsl:comment> After a node has met its rules, what is in it has its turn. </xsl:comment>
      <out:template match="document-node() | element()" mode="check" priority="-1">
        <out:apply-templates select="{string-join(($attributes, $nodes), ', ')}" mode="check">
          <out:with-param name="met" tunnel="yes" select="()"/>
        </out:apply-templates>
      </out:template>
      <out:template match="@* | text() | comment() | processing-instruction()" mode="check" priority="-1"/>
      <xsl:apply-templates select="$patterns"/>
    </out:stylesheet>
  </xsl:template>

  <!-- The pattern that holds the rules: the abstract one where there is one. -->
  <!-- in:  <pattern is-a="table"/>   out: <pattern id="table" abstract="true">…</pattern> -->
  <xsl:function name="ed:body" as="element(pattern)">
    <xsl:param name="pattern" as="element(pattern)"/>
    <xsl:variable name="abstract" as="element(pattern)?"
                  select="$pattern/@is-a/key('named', ., root($pattern))[self::pattern]"/>
    <xsl:if test="$pattern/@is-a and not($abstract)">
      <xsl:message terminate="yes">no abstract pattern is called "{$pattern/@is-a}"</xsl:message>
    </xsl:if>
    <xsl:sequence select="($abstract, $pattern)[1]"/>
  </xsl:function>

  <!-- Step 2: patterns and rules. In a pattern a node meets the first rule that fits it, no other. -->

  <xsl:template match="pattern" as="node()*">
    <xsl:variable name="number" as="xs:integer" select="count(preceding-sibling::pattern) + 1"/>
    <xsl:comment> {(@id, @is-a, $number)[1]} </xsl:comment>
    <xsl:for-each select="ed:rules(.)">
      <xsl:apply-templates select=".">
        <xsl:with-param name="number" select="$number"/>
        <xsl:with-param name="priority" select="xs:integer(1000000 - 1000 * $number - position())"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <!-- The rules of a pattern; those of an abstract pattern with its parameters put in. -->
  <!-- in:  <pattern is-a="table"><param name="row" value="tei:row"/></pattern>   out: <rule context="tei:row"/> -->
  <xsl:function name="ed:rules" as="element(rule)*">
    <xsl:param name="pattern" as="element(pattern)"/>
    <xsl:variable name="parameters" as="map(xs:string, xs:string)"
                  select="map:merge($pattern/param ! map{string(@name): string(@value)})"/>
    <xsl:variable name="filled" as="document-node()">
      <xsl:document>
        <pattern xmlns="http://purl.oclc.org/dsdl/schematron" id="{$pattern/(@id, @is-a)[1]}">
          <xsl:sequence select="ed:body($pattern)/rule ! ed:filled(., $parameters)"/>
        </pattern>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="(if ($pattern/@is-a) then $filled/pattern else $pattern)/rule[not(@abstract = 'true')]"/>
  </xsl:function>

  <!-- A rule of an abstract pattern with the values of its parameters put in. -->
  <!-- in:  <rule context="$row"/>, map{'row': 'tei:row'}   out: <rule context="tei:row"/> -->
  <xsl:function name="ed:filled" as="node()">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="parameters" as="map(xs:string, xs:string)"/>
    <xsl:choose>
      <xsl:when test="$node instance of element()">
        <xsl:element name="{name($node)}" namespace="{namespace-uri($node)}">
          <xsl:for-each select="$node/@*">
            <xsl:attribute name="{name()}" select="ed:filled-text(., $parameters)"/>
          </xsl:for-each>
          <xsl:sequence select="$node/node() ! ed:filled(., $parameters)"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$node"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A text with each $name replaced, long names first. -->
  <!-- in:  '$row/tei:cell', map{'row': 'tei:row'}   out: 'tei:row/tei:cell' -->
  <xsl:function name="ed:filled-text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="parameters" as="map(xs:string, xs:string)"/>
    <xsl:variable name="names" as="xs:string*" select="sort(map:keys($parameters), (), function($n) { -string-length($n) })"/>
    <xsl:sequence select="fold-left($names, $text, function($t, $name) {
                            replace($t, '\$' || $name || '([^\w.\-]|$)', replace($parameters($name), '([\\$])', '\\$1') || '$1') })"/>
  </xsl:function>

  <xsl:template match="rule" as="element()">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="priority" as="xs:integer"/>
    <out:template match="{@context}" mode="check" priority="{$priority}">
      <out:param name="met" tunnel="yes" select="()"/>
      <out:if test="not($met = {$number})">
        <xsl:apply-templates select="let | extends | assert | report"/>
      </out:if>
      <out:next-match>
        <out:with-param name="met" tunnel="yes" select="$met, {$number}"/>
      </out:next-match>
    </out:template>
  </xsl:template>

  <xsl:template match="let" as="element()">
    <out:variable name="{@name}">
      <xsl:if test="@value">
        <xsl:attribute name="select" select="@value"/>
      </xsl:if>
      <xsl:sequence select="node()[not(../@value)]"/>
    </out:variable>
  </xsl:template>

  <xsl:template match="extends" as="element()*">
    <xsl:variable name="abstract" as="element(rule)?" select="key('named', @rule)[self::rule]"/>
    <xsl:if test="not($abstract)">
      <xsl:message terminate="yes">no abstract rule is called "{@rule}"</xsl:message>
    </xsl:if>
    <xsl:apply-templates select="$abstract/(let | extends | assert | report)"/>
  </xsl:template>

  <!-- Step 3: assertions and what they say -->

  <xsl:template match="assert | report" as="element()">
    <out:if test="{if (self::assert) then 'not(' || @test || ')' else @test}">
      <problem at="{{path(.)}}" rule="{(@id, ../../@id, ../@id)[1]}" role="{(@role, ../@role, ../../@role, 'error')[1]}">
        <xsl:apply-templates mode="message"/>
      </problem>
    </out:if>
  </xsl:template>

  <xsl:template match="text()" mode="message" as="element()">
    <out:text>{replace(., '\s+', ' ')}</out:text>
  </xsl:template>

  <xsl:template match="value-of" mode="message" as="element()">
    <out:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="name" mode="message" as="element()">
    <out:value-of select="{(@path, 'name(.)')[1]}"/>
  </xsl:template>

  <xsl:template match="emph | span | dir" mode="message" as="element()*">
    <xsl:apply-templates mode="message"/>
  </xsl:template>

</xsl:stylesheet>
