<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text: a paragraph a line, notes at the end; where prose is withheld, its regest and its marks. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="edition.txt"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/labels.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/texts.xsl"/>

  <xsl:output method="text"/>

  <xsl:mode name="edition.txt" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:mode name="lines" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="/" as="text()*">
    <xsl:variable name="notes" as="element()*" select="ed:texts(/) ! ed:notes(.)"/>
    <xsl:apply-templates select="ed:header(/)/fileDesc/titleStmt[empty(/*/text/front/docTitle)]" mode="lines"/>
    <xsl:for-each-group select="ed:texts(/)" group-adjacent="generate-id(..)">
      <xsl:apply-templates select="ed:own-header(.)/fileDesc/titleStmt, current-group()" mode="lines"/>
    </xsl:for-each-group>
    <xsl:apply-templates select="$notes[1]" mode="notes-heading"/>
    <xsl:sequence select="$notes ! ed:text-line(.[not(ed:is-stray(.))] ! ('[' || ed:note-number(.) || '] '), ed:body(.))"/>
  </xsl:template>

  <!-- Lines: title page, headings, paragraphs, quotations. What holds lines is taken apart; what holds none is a line. -->

  <xsl:template match="*" mode="lines" as="text()*" priority="-1">
    <xsl:sequence select="ed:text-lines('', node())"/>
  </xsl:template>

  <xsl:template match="teiHeader" mode="lines" as="empty-sequence()"/>

  <xsl:template match="fileDesc/titleStmt" mode="lines" as="text()*">
    <xsl:sequence select="(title | author) ! ed:text-line('', node())"/>
  </xsl:template>

  <xsl:template match="front[docTitle]" mode="lines" as="text()*">
    <xsl:sequence select="(docTitle, byline) ! ed:text-line('', .), ed:text-lines('', node() except (docTitle, byline))"/>
  </xsl:template>

  <xsl:template match="body/div[not(head)][@n]" mode="lines" as="text()*">
    <xsl:value-of select="'&#10;' || upper-case(ed:section-name(.)) || '&#10;&#10;'"/>
    <xsl:sequence select="ed:text-lines('', node())"/>
  </xsl:template>

  <xsl:template match="head" mode="lines" as="text()*">
    <xsl:value-of select="'&#10;' || ed:raised(ed:text-line('', node()))"/>
  </xsl:template>

  <!-- A heading in capitals, unless these would not tell what it is in small letters.
         in:  'Kin', 'Straße'
         out: 'KIN', 'Straße' -->
  <xsl:function name="ed:raised" as="xs:string">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:sequence select="(upper-case($heading)[lower-case(.) = lower-case($heading)], $heading)[1]"/>
  </xsl:function>

  <xsl:template match="p" mode="lines" as="text()*">
    <xsl:sequence select="ed:text-lines(@n ! ('¶ ' || . || '  '), node())"/>
  </xsl:template>

  <xsl:template match="p[ed:is-withheld(.)]" mode="lines" as="text()*">
    <xsl:sequence select="ed:regest(.) ! ed:text-line(current()/@n ! ('¶ ' || . || '  Summary: '), node()),
                          ed:text-line('     Facts: ', node())"/>
  </xsl:template>

  <xsl:template match="listApp/app" mode="lines" as="text()*">
    <xsl:sequence select="ed:text-lines(@loc ! (. || '  '), node())"/>
  </xsl:template>

  <xsl:template match="front/ab" mode="lines" as="text()*">
    <xsl:sequence select="ed:text-lines('', node())"/>
  </xsl:template>

  <xsl:template match="quote | l | item | cell | ab" mode="lines" as="text()*">
    <xsl:sequence select="ed:text-lines('    ', node())"/>
  </xsl:template>

  <xsl:template match="gap" mode="lines" as="text()">
    <xsl:sequence select="ed:text-line('', .)"/>
  </xsl:template>

  <xsl:template match="text()" mode="lines" as="text()*">
    <xsl:sequence select="ed:text-line('', .)"/>
  </xsl:template>

  <xsl:template match="*[@xml:id][key('notes-on', @xml:id)]" mode="lines" priority="3" as="text()*">
    <xsl:variable name="lines" as="text()*"><xsl:next-match/></xsl:variable>
    <xsl:value-of select="ed:with-callouts(string-join($lines), .)"/>
  </xsl:template>

  <xsl:mode name="notes-heading" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="note | annotation" mode="notes-heading" as="text()">
    <xsl:value-of select="'&#10;NOTES&#10;&#10;'"/>
  </xsl:template>

  <!-- A line of text: what stands before it, then the words of some nodes, spaces evened out.
         in:  '¶ 1  ', It was  <note n="1">…</note> cold.
         out: '¶ 1  It was [1] cold.' and an empty line -->
  <xsl:function name="ed:text-line" visibility="public" as="text()">
    <xsl:param name="before" as="xs:string?"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="words" as="node()*">
      <xsl:apply-templates select="$content"/>
    </xsl:variable>
    <xsl:value-of select="$before || normalize-space(string-join($words)) || '&#10;&#10;'"/>
  </xsl:function>

  <!-- The same, a line for each run of words and for each line within; what stands before stands before the first.
         in:  '    ', to buy: <list><item>rope</item><item>tar</item></list>
         out: '    to buy:', '    rope', '    tar', each with an empty line -->
  <xsl:function name="ed:text-lines" visibility="public" as="text()*">
    <xsl:param name="before" as="xs:string?"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:choose>
      <xsl:when test="empty($content[ed:is-line(.)])">
        <xsl:if test="exists($content[self::* or self::text()[normalize-space()]])"><xsl:sequence select="ed:text-line($before, $content)"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$content[self::* or self::text()]" group-adjacent="ed:is-line(.)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="lines"/></xsl:when>
            <xsl:when test="exists(current-group()[self::* or normalize-space()])">
              <xsl:sequence select="ed:text-line($before[current-group()[1] is $content[self::* or self::text()][1]], current-group())"/>
            </xsl:when>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Is a node a line of its own, or does it hold such? A quotation within a paragraph is not, unless it has paragraphs.
         in:  <list>…</list>
         out: true -->
  <xsl:function name="ed:is-line" visibility="public" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[not(self::text() or self::note[not(ed:is-inline(.))])]/descendant-or-self::*[self::p or self::head or self::item or self::l or self::cell or self::ab
                                 or self::quote[empty(ancestor::p | ancestor::head | ancestor::l)] or self::speaker or self::byline or self::titlePart
                                 or self::addrLine or self::castItem or self::entry or self::entryFree or self::sense or self::u or self::post or self::line
                                 or self::trailer or self::signed or self::salute or self::dateline or self::div or self::docImprint or self::person or self::docDate[parent::front] or self::docAuthor[parent::front]
                                 or self::place or self::bibl[parent::listBibl or parent::div] or self::app[parent::listApp]
                                 or self::seg[parent::u][not(ed:has-words(..))] or self::note[parent::u or parent::div] or self::stage[parent::sp or parent::div] or self::figDesc]
                                 [empty(ancestor::note[. >> $node])])"/>
  </xsl:function>

  <!-- Words that are not simply copied -->

  <xsl:template match="note" as="text()?">
    <xsl:if test="not(ed:is-called(.))"><xsl:value-of select="'[' || ed:note-number(.) || ']'"/></xsl:if>
  </xsl:template>

  <xsl:template match="note[ed:is-inline(.)]" as="text()*" priority="1">
    <xsl:value-of select="p ! ' '" separator=""/>
    <xsl:apply-templates/>
    <xsl:value-of select="p ! ' '" separator=""/>
  </xsl:template>

  <xsl:template match="(ptr | ref)[ed:called(.)]" as="text()*">
    <xsl:value-of select="'['"/>
    <xsl:apply-templates/>
    <xsl:value-of select="(ed:called(.)[empty(current()/node())] ! ed:note-number(.)) || ']'"/>
  </xsl:template>

  <!-- What an annotation says by pointing. -->
  <xsl:template match="annotation/ptr" priority="0" as="text()">
    <xsl:value-of select="' ' || @target"/>
  </xsl:template>

  <xsl:template match="*[@xml:id][key('notes-on', @xml:id)]" priority="3" as="text()*">
    <xsl:variable name="words" as="text()*"><xsl:next-match/></xsl:variable>
    <xsl:value-of select="ed:with-callouts(string-join($words), .)"/>
  </xsl:template>

  <!-- The words of an element with the callouts of the notes on it, before the spaces that they end with.
         in:  'two ', <seg xml:id="s1">
         out: 'two[1][2] ' -->
  <xsl:function name="ed:with-callouts" visibility="public" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="bare" as="xs:string" select="replace($words, '\s+$', '')"/>
    <xsl:sequence select="$bare || string-join(ed:notes-on($element) ! ('[' || ed:note-number(.) || ']')) || substring($words, string-length($bare) + 1)"/>
  </xsl:function>

  <xsl:template match="text()[$ed:joins]" as="text()">
    <xsl:value-of select="ed:unbroken(.)"/>
  </xsl:template>

  <xsl:template match="lb" as="text()*">
    <xsl:if test="not(@break = 'no')"><xsl:value-of select="' '"/></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="*[preceding-sibling::node()[1][not(self::text())]][$ed:worded(node-name())][ed:is-parted(.)]" priority="2" as="text()*">
    <xsl:value-of select="' '"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="*[$ed:standing(node-name())] | bibl[parent::listBibl or parent::div]" as="text()*">
    <xsl:value-of select="' '"/>
    <xsl:apply-templates/>
    <xsl:if test="not(following-sibling::node()[1][self::note or self::text()[matches(., '^[\p{P}\s]')]])"><xsl:value-of select="' '"/></xsl:if>
  </xsl:template>

  <xsl:template match="space" as="text()+">
    <xsl:value-of select="' '"/>
    <xsl:apply-templates/>
    <xsl:value-of select="' '"/>
  </xsl:template>

  <xsl:template match="gap[@reason = 'rights'][@unit = 'letters'][not(node())]" as="text()">
    <xsl:value-of select="'[… ' || @quantity || ' ' || ed:withheld(.) || ' …]'"/>
  </xsl:template>

  <xsl:template match="gap" as="text()*">
    <xsl:value-of select="'[…'"/>
    <xsl:apply-templates/>
    <xsl:value-of select="']'"/>
  </xsl:template>

  <xsl:template match="choice" as="text()*">
    <xsl:apply-templates select="sic, orig, abbr, am, (* | text()[normalize-space()]) except (sic, orig, abbr, am, corr, reg, expan, ex), corr, reg, expan, ex"/>
  </xsl:template>

  <xsl:template match="choice/corr | choice/reg | choice/expan | choice/ex | supplied | del | rt | (vocal | kinesic | incident)[node()]" as="text()*">
    <xsl:value-of select="if (self::del) then '⟦' else if (self::supplied or self::rt) then '[' else if (self::corr) then ' [recte: ' else ' ['"/>
    <xsl:apply-templates/>
    <xsl:value-of select="if (self::del) then '⟧' else if (parent::choice or self::supplied or self::rt) then ']' else '] '"/>
  </xsl:template>

  <!-- What stands between the parts of a change, or around a formula, is no text. -->
  <xsl:template match="subst | ruby | (mod | formula)[not(ed:has-words(.))]" as="text()*">
    <xsl:apply-templates select="* | text()[normalize-space()]"/>
  </xsl:template>

  <xsl:template match="binaryObject" as="empty-sequence()"/>

</xsl:stylesheet>
