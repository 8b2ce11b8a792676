<?xml version="1.0" encoding="UTF-8"?>
<!-- Inlines: mentions and dates as links, quotations, slips, page breaks, withheld prose. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="linked.xsl"/>
  <xsl:include href="unlisted.xsl"/>

  <!-- Mentions and dates. The page that a link leads to tells its kind, so it needs no class: there are a thousand of them.
       HTML knows no link within a link: an outer mention gets a mark of its own behind it. -->

  <xsl:template match="persName | placeName | orgName | rs | name | title | bibl | date" as="element()">
    <xsl:variable name="address" as="xs:string?" select="ed:safe(ed:mention-address(.))"/>
    <xsl:choose>
      <xsl:when test="exists($address) and not(ed:holds-links(.))">
        <a>
          <xsl:for-each select="ed:arrival-id(.)"><xsl:attribute name="id" select="."/></xsl:for-each>
          <xsl:apply-templates select="(@ref, @corresp)[contains(normalize-space(.), ' ')], @cert, @xml:lang[empty(parent::title)]" mode="attributes"/>
          <xsl:attribute name="href" select="$address"/>
          <xsl:apply-templates select="self::bibl[@corresp]" mode="full-form"/>
          <xsl:apply-templates select="." mode="content"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="{ed:mention-class(.)}">
          <xsl:for-each select="ed:arrival-id(.)"><xsl:attribute name="id" select="."/></xsl:for-each>
          <xsl:apply-templates select="(@ref, @corresp)[contains(normalize-space(.), ' ')], @cert, @xml:lang[empty(parent::title)]" mode="attributes"/>
          <xsl:apply-templates select="." mode="content"/>
          <xsl:if test="exists($address)">
            <a class="mark" href="{$address}" aria-label="{ed:mention-name(.)}"><xsl:apply-templates select="self::bibl[@corresp]" mode="full-form"/>›</a>
          </xsl:if>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An entry of the text's own bibliography stands in lines of its own, where references to it arrive. -->
  <xsl:template match="bibl[not(@corresp | @ref)][ancestor::text][ed:is-listed(.)]" as="element()" priority="1">
    <div class="citation">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates select="." mode="content"/>
    </div>
  </xsl:template>

  <xsl:template match="title[not(@ref)]" as="element()">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>

  <!-- The id at which links to a mention, a date or a citation of the text arrive.
         in:  the third mention in <note xml:id="note-1">
         out: 'note-1.m3' -->
  <xsl:function name="ed:arrival-id" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (not(ed:is-read($element))) then ()
                          else if ($element[@ref or self::date or self::bibl/@corresp or @key[not(parent::bibl or parent::ref or parent::ptr)]
                                            or (self::ref or self::ptr) and ed:cites(.)]) then ed:mention-id($element)
                          else if ($element[self::bibl or self::ref/@type = 'bibl'][not(ancestor::listBibl or ed:is-listed(.))]) then ed:open-id($element)
                          else ()"/>
  </xsl:function>

  <!-- The title of a link from a citation in short: what it is to, in full. -->

  <xsl:mode name="full-form" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="bibl[@corresp] | ref | ptr" mode="full-form" as="attribute()?">
    <xsl:for-each select="ed:full-form(.)"><xsl:attribute name="title" select="."/></xsl:for-each>
  </xsl:template>

  <xsl:mode name="content" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="content" as="node()*" priority="-1">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="title" mode="content" as="element()">
    <cite>
      <xsl:if test="@level = 'a'"><xsl:attribute name="class" select="'article'"/></xsl:if>
      <xsl:apply-templates select="@xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </cite>
  </xsl:template>

  <!-- Where a mention leads: to its entry, or a date to the chronology.
         in:  <persName ref="#pers_veldt"/>
         out: 'persons.html#pers_veldt' -->
  <xsl:function name="ed:mention-address" visibility="public" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="if ($mention/self::date)
                          then 'chronology.html#'[ed:is-dated($mention)][ed:is-read($mention)] ! (. || ed:date-id($mention))
                          else (ed:entity($mention) ! ed:address(.), ed:unlisted-address($mention))[1]"/>
  </xsl:function>

  <!-- What a mention is, for the eye.
         in:  <rs type="event" ref="#ev_ice_winter"/>
         out: 'event' -->
  <xsl:function name="ed:mention-class" visibility="public" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="(if ($mention/self::rs) then $mention/@type
                           else map {'persName': 'person', 'placeName': 'place', 'orgName': 'organisation',
                                     'bibl': 'citation'}(local-name($mention)), local-name($mention))[1]"/>
  </xsl:function>

  <!-- What a mention leads to, for the ear.
         in:  <rs type="event" ref="#ev_ice_winter"/>
         out: 'Ice winter' -->
  <xsl:function name="ed:mention-name" visibility="public" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="entity" as="element()?" select="ed:entity($mention)"/>
    <xsl:sequence select="if ($entity) then ed:label($entity) else ed:say('to-chronology')"/>
  </xsl:function>

  <!-- What a heading is called by the ear, where the names of its marks and the numbers of its notes would mingle with it.
         in:  <head><rs ref="#ev_ice_winter">Ice in <date>1888</date></rs></head>
         out: aria-label="Ice in 1888" -->
  <xsl:function name="ed:spoken" visibility="public" as="attribute()?">
    <xsl:param name="heading" as="element()"/>
    <xsl:if test="$heading//note or $heading//*[@ref][ed:holds-links(.)]">
      <xsl:attribute name="aria-label" select="$heading/(self::docTitle/*, self::head) ! ed:surface(.)" separator=" "/>
    </xsl:if>
  </xsl:function>

  <!-- Does an element hold something that is a link of its own?
         in:  <rs ref="#ev_murder">murder of <persName ref="#pers_kirov">Kirov</persName></rs>
         out: true -->
  <xsl:function name="ed:holds-links" visibility="public" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[@ref or @corresp or self::date or self::note or self::ref or self::ptr])"/>
  </xsl:function>

  <!-- Parts of a citation, and what only needs a name to be styled by -->

  <xsl:template match="author | editor | publisher | pubPlace | biblScope | citedRange | idno | docAuthor | edition | series | label | soCalled"
                as="node()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="term | said | soCalled[@xml:lang] | (author | editor | publisher | pubPlace | label)[@xml:lang]" as="element()">
    <span class="{local-name()}"><xsl:apply-templates select="@xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="said[p]" as="element()">
    <div class="said"><xsl:apply-templates select="@xml:lang" mode="attributes"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="q" as="element()">
    <span class="q"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- Words set apart -->

  <xsl:template match="foreign" as="element()">
    <i><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></i>
  </xsl:template>

  <xsl:template match="emph" as="element()">
    <em><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></em>
  </xsl:template>

  <xsl:template match="hi" as="element()">
    <span class="{'hi', ed:look(@rend)}"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="supplied" as="element()">
    <span class="supplied"><xsl:apply-templates select="@xml:id" mode="attributes"/>[<xsl:apply-templates/>]</span>
  </xsl:template>

  <!-- Slips: as printed, with what should stand there beside it -->

  <xsl:template match="choice" as="node()*">
    <xsl:apply-templates select="sic, orig, abbr, am, (* | text()[normalize-space()]) except (sic, orig, abbr, am, corr, reg, expan, ex), corr, reg, expan, ex"/>
  </xsl:template>

  <xsl:template match="choice/corr" as="element()" priority="2">
    <ins class="corr"><xsl:apply-templates select="@xml:id" mode="attributes"/> [recte: <xsl:apply-templates/>]</ins>
  </xsl:template>

  <xsl:template match="choice/reg | choice/expan | choice/ex" as="element()" priority="2">
    <ins class="{local-name()}"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/> [<xsl:apply-templates/>]</ins>
  </xsl:template>

  <!-- Without the slip beside it a correction is the text. -->
  <xsl:template match="corr" as="element()">
    <span class="corr"><xsl:apply-templates select="@xml:id" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- Pages, links, gaps -->

  <xsl:template match="pb" as="node()+">
    <span class="pb" role="separator"><xsl:apply-templates select="@xml:id" mode="attributes"/><xsl:attribute name="aria-label" select="(@n ! ed:say('page', string(.)), ed:say('page-break'))[1]"/><xsl:sequence select="ed:interface-language(.)"/></span>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="ref | ptr" as="element()">
    <xsl:variable name="target" as="xs:string?" select="tokenize(@target)[1]"/>
    <xsl:variable name="address" as="xs:string?" select="($target ! $ed:linked(string-join((ed:bases(current()), .), ' ')) ! ed:elsewhere(.), ed:safe(ed:based($target, .)))[1][not(ed:holds-links(current()))]"/>
    <xsl:variable name="note" as="element()?" select="ed:called(.)"/>
    <xsl:element name="{if (exists($address)) then 'a' else 'span'}">
      <xsl:for-each select="$address"><xsl:attribute name="href" select="."/></xsl:for-each>
      <xsl:choose>
        <xsl:when test="$note">
          <xsl:attribute name="role" select="'doc-noteref'"/>
          <xsl:attribute name="id" select="ed:note-id($note) || '-ref'"/>
        </xsl:when>
        <xsl:when test="@xml:id"><xsl:apply-templates select="@xml:id" mode="attributes"/></xsl:when>
        <xsl:otherwise><xsl:for-each select="ed:arrival-id(.)"><xsl:attribute name="id" select="."/></xsl:for-each></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="@xml:lang" mode="attributes"/>
      <xsl:apply-templates select=".[$address]" mode="full-form"/>
      <xsl:apply-templates/>
      <xsl:if test="empty(node())"><span class="added">{if ($note) then ed:note-number($note) else @target || ' '[current()/following-sibling::node()[1]/self::*]}</span></xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="gap[@reason = 'rights'][@unit = 'letters'][not(node())]" as="element()">
    <span class="g{ed:gap-size(@quantity)}"><xsl:sequence select="ed:interface-language(.)"/><i>[</i>{@quantity}<i> {ed:withheld(.)}]</i></span>
  </xsl:template>

  <xsl:template match="gap" as="element()">
    <span class="omission">[<span class="added">…</span><xsl:apply-templates/>]</span>
  </xsl:template>

  <!-- How long a gap is drawn, from 1 to 10: about twice the letters, one or two steps more.
         in:  123
         out: 7 -->
  <xsl:function name="ed:gap-size" visibility="public" as="xs:integer">
    <xsl:param name="quantity" as="xs:string?"/>
    <xsl:variable name="letters" as="xs:integer" select="xs:integer(($quantity[. castable as xs:integer], 1)[1])"/>
    <xsl:sequence select="1 + count((4, 8, 16, 32, 64, 96, 144, 216, 324)[. lt $letters])"/>
  </xsl:function>

</xsl:stylesheet>
