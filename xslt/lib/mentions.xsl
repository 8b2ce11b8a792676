<?xml version="1.0" encoding="UTF-8"?>
<!-- Mentions: what counts as one, which block holds it, what it is called, and where it points. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:key name="mentions"
           match="(persName | placeName | orgName | rs | name | title)[@ref][ed:is-read(.)] | bibl[@corresp][ed:is-read(.)]
                  | (ref | ptr)[ed:is-read(.)][ed:cites(.)]"
           use="ed:targets(.)"/>

  <!-- The ids of the entries that a mention points to.
         in:  <persName ref="#pers_veldt"/>
         out: 'pers_veldt' -->
  <xsl:function name="ed:targets" visibility="public" as="xs:string*">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="($mention/@ref, $mention[self::bibl]/@corresp, $mention[self::ref or self::ptr]/@target) ! tokenize(.) ! substring-after(., '#')"/>
  </xsl:function>

  <!-- Does a reference lead to a work of a bibliography?
         in:  <ref type="bibl" target="#bauman2019">Bauman 2019</ref>
         out: true -->
  <xsl:function name="ed:cites" visibility="public" as="xs:boolean">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="starts-with($reference/@target, '#') and empty($reference/ancestor::listBibl)
                          and exists(id(ed:targets($reference), root($reference))[ed:is-listed(.)])"/>
  </xsl:function>

  <!-- Is this the entry of a work, in a bibliography of the text or beside it?
         in:  <bibl xml:id="bauman2019"> in <listBibl>
         out: true -->
  <xsl:function name="ed:is-listed" visibility="public" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="exists($entry[self::biblStruct or self::bibl or self::biblFull][parent::listBibl or parent::div[ancestor::back]][not(ancestor::teiHeader)])"/>
  </xsl:function>

  <!-- The first entry a mention points to; nothing where the pointer leads out of the edition.
         in:  <persName ref="#pers_veldt"/>
         out: <person xml:id="pers_veldt">…</person> -->
  <xsl:function name="ed:entity" visibility="public" as="element()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="id(ed:targets($mention)[1], root($mention))[ed:is-entry(.)]"/>
  </xsl:function>

  <!-- Persons, places, organisations and events, wherever they are listed: in standOff, in the header, in the text. -->
  <xsl:key name="entries" match="person[ed:is-entry(.)] | place[ed:is-entry(.)] | org[ed:is-entry(.)] | event[ed:is-entry(.)]" use="local-name()"/>

  <!-- Is an element an entry of an index?
         in:  <person xml:id="pers_veldt">…</person> in <listPerson> in <particDesc>
         out: true -->
  <xsl:function name="ed:is-entry" visibility="public" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::standOff) or ed:is-listed($element)
                          or exists($element[self::person or self::place or self::org or self::event]
                                    /(parent::listPerson | parent::listPlace | parent::listOrg | parent::listEvent | parent::particDesc))"/>
  </xsl:function>

  <!-- All mentions of an entry, in the order of the text; then those in notes beside it.
         in:  <person xml:id="pers_veldt">…</person>
         out: <persName ref="#pers_veldt">Jonas Veldt</persName>, … -->
  <xsl:function name="ed:mentions" visibility="public" as="element()*">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="mentions" as="element()*" select="key('mentions', $entity/@xml:id, root($entity))"/>
    <xsl:sequence select="if (empty(ed:notes-beside(root($entity)))) then $mentions
                          else ($mentions[ancestor::text], $mentions[not(ancestor::text)])"/>
  </xsl:function>

  <!-- The block that holds a node: a note, a paragraph, heading … with an id, else the whole text.
         in:  a name in <note xml:id="note-1"> in <p xml:id="p-mole">
         out: <note xml:id="note-1"> -->
  <xsl:function name="ed:block" visibility="public" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($node/ancestor::*[self::note or self::annotation or @xml:id and (self::p or self::quote or self::head or self::titlePart
                                                or self::ab or self::byline or self::l or self::item or self::cell)][1],
                           $node/ancestor::text[1])[1]"/>
  </xsl:function>

  <!-- The words of a block, and where each of its mentions and dates stands: its ordinal, and the letters before it.
       Notes and corrections are left out; withheld prose is a mark. Computed once a block.
         in:  <p>To <placeName ref="#place_riga">Riga</placeName><note>…</note> in <date when="1888">1888</date></p>
         out: {'words': 'To Riga in 1888', 'd1e2': (1, 3), 'd1e7': (1, 11)} -->
  <xsl:function name="ed:flow" visibility="public" cache="yes" as="map(xs:string, item()*)">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="nodes" as="node()*"
                  select="$block/descendant::node()[self::text() or self::gap or self::space or self::lb or self::date or self::bibl[@corresp] or self::*[@ref or @key]
                                                or (self::ref or self::ptr) and ed:cites(.)]
                          except ed:aside($block)"/>
    <xsl:variable name="pieces" as="xs:string*" select="$nodes ! ed:piece(.)"/>
    <xsl:map>
      <xsl:map-entry key="'words'" select="string-join($pieces)"/>
      <xsl:iterate select="$nodes">
        <xsl:param name="mentions" as="xs:integer" select="0"/>
        <xsl:param name="dates" as="xs:integer" select="0"/>
        <xsl:param name="letters" as="xs:integer" select="0"/>
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:choose>
          <xsl:when test="self::text() or self::gap or self::space or self::lb">
            <xsl:next-iteration>
              <xsl:with-param name="letters" select="$letters + string-length($pieces[$at])"/>
            </xsl:next-iteration>
          </xsl:when>
          <xsl:when test="self::date">
            <xsl:map-entry key="generate-id()" select="$dates + 1, $letters"/>
            <xsl:next-iteration>
              <xsl:with-param name="dates" select="$dates + 1"/>
            </xsl:next-iteration>
          </xsl:when>
          <xsl:otherwise>
            <xsl:map-entry key="generate-id()" select="$mentions + 1, $letters"/>
            <xsl:next-iteration>
              <xsl:with-param name="mentions" select="$mentions + 1"/>
            </xsl:next-iteration>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:iterate>
    </xsl:map>
  </xsl:function>

  <!-- What one node adds to the words of a block: a break of a line parts words, unless it says that it does not.
         in:  <gap reason="rights" unit="letters" quantity="123"/>                     out: '[…]'
         in:  'dominus' in <choice><abbr>dns</abbr><expan>dominus</expan></choice>    out: ' [dominus]' -->
  <xsl:function name="ed:piece" visibility="public" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if ($node instance of text())
                          then (if ($node/parent::*/parent::choice) then ed:chosen($node) else if ($ed:joins) then ed:unbroken($node) else string($node))
                          else if ($node instance of element(gap)) then '[…]'
                          else if ($node instance of element(space) or $node/self::lb[not(@break = 'no')]) then ' ' else ''"/>
  </xsl:function>

  <!-- Does the document say of anything that it touches what is beside it? -->
  <xsl:variable name="ed:joins" as="xs:boolean" select="exists(//*[@break or @join])"/>

  <!-- A text without the spaces around a break that says that it parts no words, and where a token says that it is joined.
         in:  'do ' before <lb break="no"/>, ' ' behind <w join="right">do</w>
         out: 'do', '' -->
  <xsl:function name="ed:unbroken" visibility="public" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="begun" as="xs:string" select="if ($text/preceding-sibling::node()[1][@break = 'no' or (. | *[last()])/@join = ('right', 'both')]) then replace($text, '^\s+', '') else string($text)"/>
    <xsl:sequence select="if ($text/following-sibling::node()[1][@break = 'no' or (. | *[1])/@join = ('left', 'both')]) then replace($begun, '\s+$', '') else $begun"/>
  </xsl:function>

  <!-- What a text of a choice adds: what is printed as it is, its correction nothing, its other form in brackets.
         in:  'ach' in <choice><sic>ch</sic><corr>ach</corr></choice>
         out: '' -->
  <xsl:function name="ed:chosen" visibility="public" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="if ($text/parent::corr) then ''
                          else if ($text/(parent::reg | parent::expan | parent::ex)) then ' [' || $text || ']'
                          else if ($text/../preceding-sibling::*) then ' ' || $text else string($text)"/>
  </xsl:function>

  <!-- The stable id of a mention or date: its block's id, then m or d and its ordinal in the block; a reference may have its own.
         in:  the third mention in <note xml:id="note-1">
         out: 'note-1.m3' -->
  <xsl:function name="ed:mention-id" visibility="public" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="block" as="element()" select="ed:block($mention)"/>
    <xsl:variable name="home" as="xs:string" select="if ($block/(self::note | self::annotation)) then ed:note-id($block) else ($block/@xml:id, 'text')[1]"/>
    <xsl:sequence select="($mention/(self::ref | self::ptr)/@xml:id,
                           $home || (if ($mention/self::date) then '.d' else '.m') || ed:flow($block)(generate-id($mention))[1])[1]"/>
  </xsl:function>

  <!-- An id for an element that has none: what tells it, for the processor, from the others of its document. The same at every
       run, for what tells documents apart is left out.
         in:  the element that generate-id() calls 'd12e776'
         out: '776' -->
  <xsl:function name="ed:place-in-tree" visibility="public" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="substring-after(generate-id($element), 'e')"/>
  </xsl:function>

  <!-- The id of a citation that points at nothing.
         in:  the second <bibl>Ibid., 51</bibl> in the first <p> of the only <div> …
         out: 'at-2.1.1.1.2' -->
  <xsl:function name="ed:open-id" visibility="public" as="xs:string">
    <xsl:param name="citation" as="element()"/>
    <xsl:sequence select="($citation/@xml:id, 'at-' || ed:place-in-tree($citation))[1]"/>
  </xsl:function>

  <!-- The id of a note; one without an id is known by its number.
         in:  <note xml:id="note-13" n="13">
         out: 'note-13' -->
  <xsl:function name="ed:note-id" visibility="public" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="($note/@xml:id, 'note-' || ed:place-in-tree($note))[1]"/>
  </xsl:function>

  <!-- The note a node stands in.
         in:  a name in <note xml:id="note-1">
         out: <note xml:id="note-1"> -->
  <xsl:function name="ed:note" visibility="public" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if ($node/ancestor::text) then $node/ancestor-or-self::note[ancestor::text][1] else ed:beside($node)"/>
  </xsl:function>

  <!-- The numbered paragraph a node belongs to: that of its note; for a block quotation, the one before.
         in:  a name in the note of a quotation that follows <p xml:id="p-ice" n="3">
         out: <p xml:id="p-ice" n="3"> -->
  <xsl:function name="ed:paragraph" visibility="public" as="element(p)?">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="at" as="node()" select="ed:read-at($node)"/>
    <xsl:sequence select="($at/ancestor-or-self::p[not(ancestor::note)][1],
                           $at/ancestor-or-self::quote[1]/preceding-sibling::p[1])[1]"/>
  </xsl:function>

  <!-- The section a node belongs to: the nearest division, else the front, the header or the whole text.
         in:  a name in <div xml:id="sec-ice">
         out: <div xml:id="sec-ice"> -->
  <xsl:function name="ed:section" visibility="public" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="ed:read-at($node)/ancestor-or-self::*[self::div or self::front or self::text or self::teiHeader or empty(parent::*)][1]"/>
  </xsl:function>

</xsl:stylesheet>
