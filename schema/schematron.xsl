<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns a Schematron schema into a stylesheet that lists what a document does wrong. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:out="tag:teikit,2026:output"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:sqf="http://www.schematron-quickfix.com/validator/process"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <!-- The phase that is asked for: a name, or all patterns, or what the schema has by default. -->
  <xsl:param name="phase" as="xs:string" select="'#DEFAULT'"/>

  <!-- The phase whose patterns are checked. -->
  <xsl:variable name="chosen" as="xs:string" select="if ($phase = '#DEFAULT') then (/schema/@defaultPhase, '#ALL')[1] else $phase"/>

  <xsl:output indent="yes"/>

  <xsl:key name="named" match="pattern[@id] | rule[@id]" use="@id"/>
  <xsl:key name="remedy" match="diagnostic | sqf:fix" use="@id"/>

  <!-- Rules of abstract patterns are filled in as copies; what they name is in the schema itself. -->
  <xsl:variable name="schema" as="element(schema)" select="/schema"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="message" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="patterns" as="element(pattern)*"
                select="/schema/pattern[not(@abstract = 'true')]
                        [$chosen = '#ALL' or @id = /schema/phase[@id = $chosen]/active/@pattern]"/>

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
      <xsl:sequence select="xsl:key | xsl:function | xsl:include | xsl:import"/>
      <!-- The elements by their order: the way to each would be counted anew from its siblings. -->
      <out:variable name="teikit-order" as="map(*)" select="Q{{http://www.w3.org/2005/xpath-functions/map}}merge(//* ! map {{generate-id(.): position()}})"/>
      <!-- The last step to a node that is no element. -->
      <out:variable name="teikit-step" as="function(*)" select="function($n) {{ if ($n instance of element() or $n instance of document-node()) then '' else if ($n instance of attribute()) then '@' || name($n) else replace(path($n), '^.*/', '') }}"/>
      <xsl:apply-templates select="let, phase[@id = $chosen]/let, $patterns ! ed:body(.)/let"/>
      <out:template match="/">
        <problems>
          <xsl:apply-templates select="$patterns"/>
        </problems>
      </out:template>
    </out:stylesheet>
  </xsl:template>

  <!-- The pattern that holds the rules: the abstract one where there is one. -->
  <!-- in:  <pattern is-a="table"/>   out: <pattern id="table" abstract="true">…</pattern> -->
  <xsl:function name="ed:body" as="element(pattern)">
    <xsl:param name="pattern" as="element(pattern)"/>
    <xsl:variable name="abstract" as="element(pattern)?"
                  select="$pattern/@is-a/key('named', ., root($schema))[self::pattern]"/>
    <xsl:if test="$pattern/@is-a and not($abstract)">
      <xsl:message terminate="yes">no abstract pattern is called "{$pattern/@is-a}"</xsl:message>
    </xsl:if>
    <xsl:sequence select="($abstract, $pattern)[1]"/>
  </xsl:function>

  <!-- Step 2: patterns and rules. In a pattern a node meets the first rule that fits it, no other. -->

  <xsl:template match="pattern" as="node()*">
    <xsl:comment> {(@id, @is-a, count(preceding-sibling::pattern) + 1)[1]} </xsl:comment>
    <xsl:variable name="rules" as="element(rule)*" select="ed:rules(.)"/>
    <xsl:for-each select="$rules">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:apply-templates select=".">
        <xsl:with-param name="before" select="$rules[position() lt $place]/@context ! ed:nodes(.)"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <!-- A context, which is a pattern, as an expression for all the nodes that match it. -->
  <!-- in:  'tei:p | tei:div/@n'   out: '//tei:p | //tei:div/@n' -->
  <xsl:function name="ed:nodes" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:sequence select="string-join(ed:branches($context) ! normalize-space() ! ed:every(.), ' | ')"/>
  </xsl:function>

  <!-- One branch of a context as an expression. -->
  <!-- in:  'tei:p'   out: '//tei:p' -->
  <xsl:function name="ed:every" as="xs:string">
    <xsl:param name="branch" as="xs:string"/>
    <xsl:sequence select="if (starts-with($branch, '/') or matches($branch, '^(key|id|doc|root)\s*\(|^\$')) then $branch
                          else if (starts-with($branch, '.')) then '//(. | @*)' || substring($branch, 2)
                          else '//' || $branch"/>
  </xsl:function>

  <!-- The branches of a context: what stands between bars that are in no brackets and no quotation marks. -->
  <!-- in:  'a[b | c] | d'   out: 'a[b | c] ', ' d' -->
  <xsl:function name="ed:branches" as="xs:string+">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="quotes" as="xs:string+" select="'&quot;', codepoints-to-string(39)"/>
    <xsl:iterate select="string-to-codepoints($context) ! codepoints-to-string(.)">
      <xsl:param name="done" as="xs:string*" select="()"/>
      <xsl:param name="now" as="xs:string" select="''"/>
      <xsl:param name="depth" as="xs:integer" select="0"/>
      <xsl:param name="quote" as="xs:string" select="''"/>
      <xsl:on-completion select="$done, $now"/>
      <xsl:variable name="bar" as="xs:boolean" select=". = '|' and $depth = 0 and $quote = ''"/>
      <xsl:variable name="deeper" as="xs:integer" select="if (. = ('(', '[')) then 1 else if (. = (')', ']')) then -1 else 0"/>
      <xsl:next-iteration>
        <xsl:with-param name="done" select="$done, $now[$bar]"/>
        <xsl:with-param name="now" select="if ($bar) then '' else $now || ."/>
        <xsl:with-param name="depth" select="if ($quote ne '') then $depth else $depth + $deeper"/>
        <xsl:with-param name="quote" select="if ($quote = .) then '' else if ($quote = '' and . = $quotes) then . else $quote"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

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
            <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="ed:filled-text(., $parameters)"/>
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
    <xsl:param name="before" as="xs:string*"/>
    <xsl:variable name="except" as="xs:string" select="if (exists($before)) then ' except (' || string-join($before, ' | ') || ')' else ''"/>
    <out:for-each select="({ed:nodes(@context)}){$except}">
      <xsl:copy-of select="@ed:at"/>
      <out:try>
        <xsl:apply-templates select="let | extends | assert | report"/>
        <out:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
          <failed at="{{$teikit-order(generate-id(ancestor-or-self::*[1]))}}" rule="{(../@id, @id)[1]}">
            <out:value-of select="$err:description"/>
          </failed>
        </out:catch>
      </out:try>
    </out:for-each>
  </xsl:template>

  <xsl:template match="let" as="element()">
    <out:variable name="{@name}">
      <xsl:copy-of select="@ed:at"/>
      <xsl:if test="@value">
        <xsl:attribute name="select" select="@value"/>
      </xsl:if>
      <xsl:sequence select="node()[not(../@value)]"/>
    </out:variable>
  </xsl:template>

  <xsl:template match="extends" as="element()*">
    <xsl:variable name="abstract" as="element(rule)?" select="key('named', @rule, root($schema))[self::rule]"/>
    <xsl:if test="not($abstract)">
      <xsl:message terminate="yes">no abstract rule is called "{@rule}"</xsl:message>
    </xsl:if>
    <xsl:apply-templates select="$abstract/(let | extends | assert | report)"/>
  </xsl:template>

  <!-- Step 3: assertions and what they say -->

  <xsl:template match="assert | report" as="element()">
    <xsl:variable name="subject" as="xs:string" select="string((@subject, ../@subject)[1])"/>
    <xsl:variable name="place" as="xs:string" select="if ($subject) then '((' || $subject || '), .)[1]' else '.'"/>
    <out:if test="{if (self::assert) then 'not(' || @test || ')' else @test}">
      <xsl:copy-of select="@ed:at"/>
      <problem at="{{{$place} ! $teikit-order(generate-id(ancestor-or-self::*[1]))}}" node="{{{$place} ! $teikit-step(.)}}" rule="{(@id, ../../@id, ../@id)[1]}" role="{(@role, ../@role, ../../@role, 'error')[1]}">
        <xsl:apply-templates mode="message"/>
        <xsl:apply-templates select="(tokenize(@diagnostics), tokenize(@sqf:fix)) ! key('remedy', ., root($schema))"/>
      </problem>
    </out:if>
  </xsl:template>

  <!-- What a schema says besides a message: diagnostics, and the titles of quick fixes. -->

  <xsl:template match="diagnostic" as="element()">
    <advice>
      <xsl:apply-templates mode="message"/>
    </advice>
  </xsl:template>

  <xsl:template match="sqf:fix" as="element()*">
    <xsl:for-each select="sqf:description/sqf:title">
      <advice>
        <xsl:apply-templates mode="message"/>
      </advice>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="text()" mode="message" as="element()">
    <out:text>{replace(., '\s+', ' ')}</out:text>
  </xsl:template>

  <xsl:template match="value-of" mode="message" as="element()">
    <out:value-of select="{@select}">
      <xsl:copy-of select="@ed:at"/>
    </out:value-of>
  </xsl:template>

  <xsl:template match="name" mode="message" as="element()">
    <out:value-of select="{(@path, 'name(.)')[1]}">
      <xsl:copy-of select="@ed:at"/>
    </out:value-of>
  </xsl:template>

  <xsl:template match="emph | span | dir" mode="message" as="element()*">
    <xsl:apply-templates mode="message"/>
  </xsl:template>

</xsl:stylesheet>
