<?xml version="1.0" encoding="UTF-8"?>
<!-- Mentions in their contexts, as lines that lead to them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Every mention with its context, by section; a long list is folded.
         in:  <persName ref="#pers_veldt">Jonas Veldt</persName>, …
         out: <details class="passages"><summary>5 mentions</summary><h4>Ice winters</h4><ul>…</ul></details> -->
  <xsl:function name="ed:passages" visibility="public" as="element()">
    <xsl:param name="mentions" as="element()*"/>
    <xsl:choose>
      <xsl:when test="empty($mentions)"><p class="unmentioned">{ed:tell('unmentioned')}</p></xsl:when>
      <xsl:otherwise>
        <details class="passages">
          <xsl:if test="count($mentions) le 3"><xsl:attribute name="open"/></xsl:if>
          <summary>{ed:say-many(count($mentions), 'mentions')}</summary>
          <xsl:sequence select="ed:by-section($mentions)"/>
        </details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The contexts of citations, folded, for their places are listed before.
         in:  <bibl corresp="#bibl_ingram_2004">…</bibl>, …
         out: <details class="passages context"><summary>In context</summary><h4>Ice winters</h4><ul>…</ul></details> -->
  <xsl:function name="ed:in-context" visibility="public" as="element()?">
    <xsl:param name="citations" as="element()*"/>
    <xsl:if test="exists($citations)">
      <details class="passages context"><summary>{ed:tell('in-context')}</summary><xsl:sequence select="ed:by-section($citations)"/></details>
    </xsl:if>
  </xsl:function>

  <!-- The lines of mentions under the names of their sections.
         in:  <persName ref="#pers_veldt">Jonas Veldt</persName>, …
         out: <h4>Ice winters</h4>, <ul>…</ul>, … -->
  <xsl:function name="ed:by-section" as="element()*">
    <xsl:param name="mentions" as="element()*"/>
    <xsl:for-each-group select="$mentions" group-adjacent="generate-id(ed:section(.))">
      <h4>{ed:section-name(ed:section(.))}</h4>
      <ul><xsl:sequence select="ed:lines(current-group())"/></ul>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Mentions in the order of the text, a line for each; where the prose around them is withheld, a line for its paragraph,
       which tells what that is about and how they are printed.
         in:  <persName ref="#pers_veldt">Jonas Veldt</persName>, …
         out: <li><a class="line" href="…">…</a></li>, … -->
  <xsl:function name="ed:lines" visibility="public" as="element()*">
    <xsl:param name="mentions" as="element()*"/>
    <xsl:for-each-group select="$mentions" group-adjacent="generate-id(ed:block(.))">
      <xsl:variable name="block" as="element()" select="ed:block(.)"/>
      <xsl:choose>
        <xsl:when test="not($block/self::note) and ed:is-withheld($block)">
          <li><xsl:sequence select="ed:gist-line(ed:paragraph(.), current-group())"/></li>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="current-group()">
            <li><xsl:sequence select="ed:line(.)"/></li>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- One mention in its context, leading to it; where it stands and its doubt are told.
         in:  <persName>Veldt</persName> in <p n="2">… the harbour master <persName>Veldt</persName> fourteen years …</p>
         out: <a class="line" href="…"><span>… the harbour master </span><span><mark>Veldt</mark> fourteen years … <small>¶ 2</small></span></a> -->
  <xsl:function name="ed:line" visibility="public" as="element()">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="around" as="xs:string+" select="ed:words-around($mention)"/>
    <xsl:variable name="locus" as="xs:string*" select="ed:where($mention), ed:say-doubt($mention)"/>
    <a class="line" href="index.html#{ed:mention-id($mention)}"><span>{$around[1]}</span><span><mark>{ed:surface($mention)}</mark>{ed:shorten($around[2], 54)}<xsl:for-each
      select="string-join($locus, ', ')[.]"><xsl:text> </xsl:text><small>{.}</small></xsl:for-each></span></a>
  </xsl:function>

  <!-- Where a mention stands, in short: the number of its note, else of its paragraph.
         in:  <persName> in <note n="13">
         out: 'n. 13' -->
  <xsl:function name="ed:where" visibility="public" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="note" as="element()?" select="ed:note($mention)"/>
    <xsl:sequence select="if ($note) then $note/@n ! ($ed:note-sign || .) else ed:paragraph($mention)/@n ! ('¶ ' || .)"/>
  </xsl:function>

  <!-- A paragraph whose prose is withheld: its number, the beginning of its regest, the mentions as they are printed.
         in:  <p xml:id="p-ice" n="3">, <persName ref="#pers_leskova">Marta Leskova</persName>
         out: <p class="gist"><a href="index.html#p-ice">¶ 3</a> Tells the ice winter …: <a href="index.html#p-ice.m1">Marta Leskova</a></p> -->
  <xsl:function name="ed:gist-line" visibility="public" as="element()">
    <xsl:param name="paragraph" as="element()?"/>
    <xsl:param name="mentions" as="element()+"/>
    <p class="gist">
      <xsl:for-each select="$paragraph"><a href="index.html#{@xml:id}">¶ {@n}</a> <i>{ed:gist(.)}</i></xsl:for-each>
      <xsl:for-each select="$mentions">
        <xsl:text> </xsl:text>
        <a href="index.html#{ed:mention-id(.)}">{ed:surface(.)}{ed:say-doubt(.) ! (' (' || . || ')')}</a>
      </xsl:for-each>
    </p>
  </xsl:function>

</xsl:stylesheet>
