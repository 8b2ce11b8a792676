<?xml version="1.0" encoding="UTF-8"?>
<!-- What HTML allows, for whatever a document holds: blocks in blocks, items in lists, each id once, no address that runs a script. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="nested" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- The content of a page as HTML allows it; what is so already is given back as it is.
         in:  <p>words <ul><li>…</li></ul></p>
         out: <div class="p">words <ul><li>…</li></ul></div> -->
  <xsl:function name="ed:nested" visibility="public" as="node()*">
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="ids" as="attribute()*" select="$content ! descendant-or-self::*/@id"/>
    <xsl:variable name="addresses" as="attribute()*" select="$content ! (descendant-or-self::*/@href, descendant-or-self::*/@src)[contains(., ':')]"/>
    <xsl:choose>
      <xsl:when test="ed:is-misnested($content) or count($ids) ne count(distinct-values($ids)) or $ids = 'content'
                      or exists($addresses[not(starts-with(., 'http'))][not(ed:safe(.))])">
        <xsl:variable name="whole" as="document-node()"><xsl:document><xsl:sequence select="$content"/></xsl:document></xsl:variable>
        <xsl:apply-templates select="$whole/node()" mode="nested"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Does anything stand where HTML does not allow it? Asked of the few that may be wrong, not of every element.
         in:  <p>words <ul><li>…</li></ul></p>
         out: true -->
  <xsl:function name="ed:is-misnested" visibility="public" as="xs:boolean">
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="blocks" as="element()*" select="$content ! descendant-or-self::*[$ed:blocks(local-name())]"/>
    <xsl:sequence select="exists($blocks[ed:is-misplaced(.)])
                          or exists($blocks[self::ul or self::ol or self::tr or self::table]
                                    /node()[not(self::li or self::td or self::th or self::tr or self::caption or self::tbody or self::thead)]
                                           [self::* or self::text()[normalize-space()]])
                          or exists($content ! descendant-or-self::a[@href]/descendant::a[@href])"/>
  </xsl:function>

  <xsl:variable name="ed:blocks" as="map(xs:string, xs:boolean)"
                select="map:merge(tokenize('div p ul ol dl table blockquote section article figure pre h1 h2 h3 h4 h5 h6 details header hr li td th tr')
                                  ! map:entry(., true()))"/>

  <!-- Does an element stand where HTML does not allow it?
         in:  <ul> in <p>
         out: true -->
  <xsl:function name="ed:is-misplaced" visibility="public" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/self::li) then empty($element/(parent::ul | parent::ol))
                          else if ($element/(self::td | self::th)) then empty($element/parent::tr)
                          else if ($element/self::tr) then empty($element/(parent::table | parent::tbody | parent::thead))
                          else if ($element/self::a[@href]) then exists($element/ancestor::a[@href])
                          else exists($element[not(self::caption)]/(parent::ul | parent::ol | parent::tr | parent::table))
                               or $ed:blocks(local-name($element)) and exists($element/ancestor::*[$ed:phrasing(local-name())])"/>
  </xsl:function>

  <!-- What may hold words only, and what stands among words. -->
  <xsl:variable name="ed:phrasing" as="map(xs:string, xs:boolean)"
                select="map:merge(tokenize('p span i em cite sup small code pre h1 h2 h3 h4 h5 h6 strong summary') ! map:entry(., true()))"/>

  <!-- What holds words, where it holds a block: a division of its name -->

  <xsl:template match="p | span | i | em | cite | sup | small | code | pre | strong" mode="nested" as="element()">
    <xsl:variable name="name" as="xs:string"
                  select="if (exists(descendant::*[ed:is-misplaced(.)][not(self::a)])) then 'div' else local-name()"/>
    <xsl:element name="{$name}">
      <xsl:apply-templates select="@*" mode="nested"/>
      <xsl:if test="$name ne local-name()">
        <xsl:attribute name="class" select="distinct-values((tokenize(@class), local-name()[. ne 'span']))"/>
      </xsl:if>
      <xsl:apply-templates mode="nested"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="(h1 | h2 | h3 | h4 | h5 | h6)[descendant::*[ed:is-misplaced(.)][not(self::a)]]" mode="nested" as="element()">
    <div role="heading" aria-level="{substring(local-name(), 2)}">
      <xsl:apply-templates select="@* | node()" mode="nested"/>
    </div>
  </xsl:template>

  <!-- A link within a link is words; a block within a list or a table is an item or a cell of it -->

  <xsl:template match="a[@href][ancestor::a[@href]]" mode="nested" as="element()">
    <span><xsl:apply-templates select="(@* except (@href, @role)) | node()" mode="nested"/></span>
  </xsl:template>

  <xsl:template match="(ul | ol)/*[not(self::li)] | (ul | ol)/text()[normalize-space()]" mode="nested" as="element()" priority="2">
    <li class="aside"><xsl:next-match/></li>
  </xsl:template>

  <xsl:template match="tr/*[not(self::td or self::th)] | tr/text()[normalize-space()]" mode="nested" as="element()" priority="2">
    <td class="aside"><xsl:next-match/></td>
  </xsl:template>

  <xsl:template match="table/*[not(self::tr or self::caption or self::tbody or self::thead)] | table/text()[normalize-space()]"
                mode="nested" as="element()" priority="2">
    <tr class="aside"><td><xsl:next-match/></td></tr>
  </xsl:template>

  <xsl:template match="li[empty((parent::ul, parent::ol))] | (td | th)[empty(parent::tr)] | tr[empty((parent::table, parent::tbody, parent::thead))]"
                mode="nested" as="element()">
    <div class="{local-name()}"><xsl:apply-templates select="(@* except @class) | node()" mode="nested"/></div>
  </xsl:template>

  <xsl:template match="@href[not(ed:safe(.))] | @src[not(ed:safe(.))]" mode="nested" as="empty-sequence()"/>

  <!-- Of several elements with one id the first keeps it; one is the page's own. -->

  <xsl:key name="ed:ids" match="*[@id]" use="@id"/>

  <xsl:template match="@id[. = 'content' or not(.. is key('ed:ids', ., root(.))[1])]" mode="nested" as="empty-sequence()"/>

</xsl:stylesheet>
