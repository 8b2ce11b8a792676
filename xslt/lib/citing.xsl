<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a work or an archival unit is cited: the note, the pages or leaves, the kind of reference. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Every citation of an entry, in the order of the text; nothing if the text tags none at all.
         in:  <biblStruct xml:id="bibl_ingram_2004">…</biblStruct>, <bibl corresp="#bibl_ingram_2004">…</bibl>, …
         out: <ul class="citing"><li class="tally">3 mentions:</li> <li><a href="…">n. 1</a> pp. 12–19, 44</li>…</ul> -->
  <xsl:function name="ed:citing" visibility="public" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="mentions" as="element()*"/>
    <xsl:choose>
      <xsl:when test="empty($mentions)">
        <xsl:if test="ed:tags-citations(root($entry))"><p class="unmentioned">{ed:say('not-cited')}</p></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <ul class="citing">
          <li class="tally">{ed:say('labelled', ed:say-many(count($mentions), 'mentions'))}</li>
          <xsl:for-each select="$mentions">
            <li><a href="index.html#{ed:mention-id(.)}">{ed:locus(.)}</a>{self::bibl ! ed:cited-ranges(.) ! (' ' || .)}<xsl:sequence select="ed:citation-kind(.)"/></li>
          </xsl:for-each>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Does a citation of the text point at an entry of its bibliographies?
         in:  a document with <ref target="#bauman2019">Bauman 2019</ref>
         out: true -->
  <xsl:function name="ed:tags-citations" visibility="public" cache="yes" as="xs:boolean">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="some $citation in ($document//text | ed:notes-beside($document))/(.//bibl[@corresp][not(ancestor::listBibl)] | .//ref[@target] | .//ptr[@target])
                          satisfies $citation/self::bibl or ed:cites($citation)"/>
  </xsl:function>

  <!-- Where a citation stands, to the block of its section where neither notes nor paragraphs have numbers.
         in:  <bibl>Ibid., 51</bibl> in the second <p> of <div><head>Weather</head>…</div>
         out: 'Weather, ¶ 2' -->
  <xsl:function name="ed:exact-locus" visibility="public" as="xs:string">
    <xsl:param name="citation" as="element()"/>
    <xsl:variable name="section" as="element()?" select="ed:section($citation)"/>
    <xsl:variable name="block" as="element()?" select="$citation/ancestor::*[parent::* is $section or parent::body is $section/body][not(self::body)][1]"/>
    <xsl:variable name="number" as="xs:integer" select="1 + count($block/preceding-sibling::*[not(self::head or self::pb or self::div)])"/>
    <xsl:sequence select="if (ed:note($citation) or ed:paragraph($citation)/@n or empty($block)) then ed:locus($citation)
                          else ed:locus($citation) || ', ¶ ' || $number"/>
  </xsl:function>

  <!-- Where a mention stands, in short: its note, else its paragraph, else its section.
         in:  <bibl corresp="#bibl_ingram_2004"> in <note n="1">
         out: 'n. 1' -->
  <xsl:function name="ed:locus" visibility="public" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="(ed:note($mention) ! ed:say('note-short', ed:note-number(.)), ed:paragraph($mention)/@n ! ('¶ ' || .),
                           ed:section-name(ed:section($mention)))[1]"/>
  </xsl:function>

  <!-- A link to the note or paragraph in which something stands.
         in:  <choice>…</choice> in <note n="24" xml:id="note-24">
         out: <a href="index.html#note-24">n. 24</a> -->
  <xsl:function name="ed:place-link" visibility="public" as="node()">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="block" as="xs:string?" select="(ed:note($node) ! ed:note-id(.), ed:block($node)[not(self::text)]/@xml:id ! string())[1]"/>
    <xsl:sequence select="ed:link('index.html' || ($block ! ('#' || .)), ed:locus($node))"/>
  </xsl:function>

  <!-- What an archival reference leaves out, and whence it is supplied.
         in:  <bibl type="archival" subtype="short" corresp="#osa_4_2_18" source="#note-3">d. <idno type="delo">18</idno></bibl>
         out: 'archive, fond, opis from n. 3' -->
  <xsl:function name="ed:supplied" visibility="public" as="xs:string?">
    <xsl:param name="citation" as="element(bibl)"/>
    <xsl:variable name="entry" as="element()?" select="ed:entity($citation)"/>
    <xsl:variable name="levels" as="xs:string*"
                  select="'archive'[$entry/orgName][empty($citation//orgName)], $entry/idno/@type[not(. = $citation//idno/@type)] ! string()"/>
    <xsl:variable name="note" as="element()?" select="$citation/id(substring-after(@source, '#'), root())"/>
    <xsl:sequence select="$note[exists($levels)] ! (string-join($levels ! ed:say('level-' || .), ', ') || ' ' || ed:say('taken-from', ed:say('note-short', ed:note-number(.))))"/>
  </xsl:function>

  <!-- The kind of a reference, where it is not a full one, and its doubt.
         in:  <bibl subtype="ibid" corresp="#bibl_ingram_2004">
         out: <span class="reference-kind"> ibid.</span> -->
  <xsl:function name="ed:citation-kind" visibility="public" as="element()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="words" as="xs:string*"
                  select="map {'short': 'short-title', 'ibid': 'ibid', 'implicit': 'implicit'}(string($mention[not(@type = 'archival')]/@subtype)) ! ed:say(.),
                          $mention[@type = 'archival'][@source] ! ed:supplied(.),
                          ed:say-doubt($mention)"/>
    <xsl:if test="exists($words)"><span class="reference-kind"> {string-join($words, ', ')}</span></xsl:if>
  </xsl:function>

</xsl:stylesheet>
