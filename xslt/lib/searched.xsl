<?xml version="1.0" encoding="UTF-8"?>
<!-- What can be found by its words: paragraphs, notes, headings and the like, and our summaries of paragraphs. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="searched" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- The blocks of an edition in the order of the text, which its header introduces where it has no title page; a summary comes with
       its paragraph, a note with the block that calls it.
         in:  the document
         out: <head xml:id="head-1">, <p xml:id="p-mole" n="1">, <note type="regest">, <note xml:id="note-1">, … -->
  <xsl:function name="ed:searched" visibility="public" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:apply-templates select="for $text in ed:texts($document)
                                 return ($text/(../teiHeader, /*/teiHeader)[1][empty($text/front/(docTitle | titlePage))]
                                         /fileDesc/titleStmt/title[not(@type = 'sort')], $text)" mode="searched"/>
    <xsl:sequence select="ed:notes-beside($document)/(. | .//note)"/>
  </xsl:function>

  <!-- The outermost element that is a paragraph or the like, or holds sentences, tokens or words of its own. -->
  <xsl:template match="p | ab | head | l | titlePart | byline | note | item | cell | *[w or pc or s or text()[normalize-space()]]" mode="searched" as="element()+">
    <xsl:sequence select="., self::p[@xml:id] ! ed:regest(.), .//note"/>
  </xsl:template>

  <!-- The paragraph that a summary tells of.
         in:  <note type="regest" target="#p-ice">
         out: <p xml:id="p-ice" n="3"> -->
  <xsl:function name="ed:subject" visibility="public" as="element()?">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block[@type = 'regest'] ! id(substring-after(tokenize(@target)[1], '#'))"/>
  </xsl:function>

  <!-- The id under which the reading page holds a block, or what it stands in.
         in:  <note xml:id="note-13" n="13">
         out: 'note-13' -->
  <xsl:function name="ed:found-id" visibility="public" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="(ed:subject($block)/@xml:id, $block[ed:found-kind(.) = 'note'] ! ed:note-id(.),
                           $block/ancestor-or-self::*[@xml:id][1]/@xml:id, '')[1]"/>
  </xsl:function>

  <!-- The kind of a block.
         in:  <note type="regest" target="#p-ice">
         out: 'summary' -->
  <xsl:function name="ed:found-kind" visibility="public" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="if ($block/@type = 'regest') then 'summary' else if ($block/(self::note | self::annotation)) then 'note'
                          else if ($block/(self::titlePart | self::byline | self::ab[parent::front] | parent::titleStmt)) then 'title'
                          else if ($block/self::head) then 'heading'
                          else if ($block/ancestor-or-self::quote) then 'quotation' else 'paragraph'"/>
  </xsl:function>

  <!-- The words of a block by which it is found: as printed, and in brackets what should stand there.
         in:  <p>To <choice><sic>Rga</sic><corr>Riga</corr></choice><note>…</note></p>
         out: 'To Rga [Riga]' -->
  <xsl:function name="ed:words" visibility="public" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="nodes" as="node()*"
                  select="$block/descendant::node()[self::text() or self::gap or self::space or self::lb
                                                or self::*[preceding-sibling::node()[1][not(self::text())]][$ed:worded(node-name())]]
                          except ed:aside($block)"/>
    <xsl:sequence select="normalize-space(string-join($nodes ! (if (self::text()) then (if (parent::corr/parent::choice) then ' [' || . || ']' else ed:piece(.))
                                                                else if (self::gap or self::space or self::lb) then ed:piece(.)
                                                                else self::*[ed:is-parted(.)] ! ' ')))"/>
  </xsl:function>

</xsl:stylesheet>
