<?xml version="1.0" encoding="UTF-8"?>
<!-- Words around a mention: its own, those before and after it, and what its paragraph is about. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:key name="regests" match="standOff/note[@type = 'regest']" use="tokenize(@target) ! substring-after(., '#')"/>

  <!-- How many letters of context stand on each side of a mention, and how many of a regest beside it. -->
  <xsl:variable name="ed:reach" as="xs:integer" select="64"/>
  <xsl:variable name="ed:gist-length" as="xs:integer" select="120"/>

  <!-- What one node adds to the words of a block: slips as printed, withheld prose as a mark, notes nothing.
         in:  <gap reason="rights" unit="letters" quantity="123"/>
         out: '[…]' -->
  <xsl:function name="ed:piece" visibility="public" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="if ($node/ancestor::note[. >> $block] or $node/parent::corr) then ''
                          else if ($node/self::gap) then '[…]' else string($node)"/>
  </xsl:function>

  <!-- The words of an element as printed, without its notes and without corrections.
         in:  <rs>Tukh<choice><sic>ch</sic><corr>ach</corr></choice>evskii affair<note>…</note></rs>
         out: 'Tukhchevskii affair' -->
  <xsl:function name="ed:surface" visibility="public" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (empty($element/*)) then normalize-space($element)
                          else normalize-space(string-join($element//(text() | gap) ! ed:piece(., $element)))"/>
  </xsl:function>

  <!-- The words before a mention in its block, notes within the block left out.
         in:  <persName>Veldt</persName> in <p>It took the harbour master <persName>Veldt</persName> fourteen years</p>
         out: 'It took the harbour master ' -->
  <xsl:function name="ed:words-before" visibility="public" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="words" as="xs:string"
                  select="replace(ed:gather-before($mention, ed:block($mention), ''), '\s+', ' ')"/>
    <xsl:variable name="spare" as="xs:integer" select="string-length($words) - $ed:reach"/>
    <xsl:sequence select="if ($spare gt 0) then '… ' || replace(substring($words, $spare), '^\S*\s', '')
                          else replace($words, '^\s', '')"/>
  </xsl:function>

  <!-- The words after a mention in its block, notes within the block left out.
         in:  <persName>Veldt</persName> in <p>It took the harbour master <persName>Veldt</persName> fourteen years</p>
         out: ' fourteen years' -->
  <xsl:function name="ed:words-after" visibility="public" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="block" as="element()" select="ed:block($mention)"/>
    <xsl:variable name="words" as="xs:string"
                  select="ed:gather-after($mention, $block, $block/following::node()[1], '')"/>
    <xsl:sequence select="ed:shorten(replace($words, '\s+', ' '), $ed:reach)"/>
  </xsl:function>

  <!-- Words gathered backwards from a node until they are enough or the block begins.
         in:  a name, its block, ''
         out: 'It took the harbour master ' -->
  <xsl:function name="ed:gather-before" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="block" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="next" as="node()?" select="$node/preceding::node()[self::text() or self::gap][1]"/>
    <xsl:sequence select="if (empty($next) or $next &lt;&lt; $block or string-length($words) gt $ed:reach) then $words
                          else ed:gather-before($next, $block, ed:piece($next, $block) || $words)"/>
  </xsl:function>

  <!-- Words gathered forwards from a node until they are enough or the block has ended.
         in:  a name, its block, the first node behind the block, ''
         out: ' fourteen years' -->
  <xsl:function name="ed:gather-after" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="block" as="element()"/>
    <xsl:param name="end" as="node()?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="next" as="node()?" select="$node/following::node()[self::text() or self::gap][1]"/>
    <xsl:sequence select="if (empty($next) or $next is $end or $next >> $end or string-length($words) gt $ed:reach) then $words
                          else ed:gather-after($next, $block, $end, $words || ed:piece($next, $block))"/>
  </xsl:function>

  <!-- Words cut at a word's end where they are too long.
         in:  'Tells the ice winter through the letters', 20
         out: 'Tells the ice winter …' -->
  <xsl:function name="ed:shorten" visibility="public" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:sequence select="if (string-length($words) le $length) then replace($words, '\s$', '')
                          else replace(substring($words, 1, $length + 1), '\s+\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- Our own short account of a paragraph.
         in:  <p xml:id="p-ice">
         out: <note type="regest" target="#p-ice">…</note> -->
  <xsl:function name="ed:regest" visibility="public" as="element(note)?">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="key('regests', $paragraph/@xml:id, root($paragraph))[1]"/>
  </xsl:function>

  <!-- The beginning of a paragraph's regest.
         in:  <p xml:id="p-ice">
         out: 'Tells the ice winter through the letters of Marta Leskova.' -->
  <xsl:function name="ed:gist" visibility="public" as="xs:string?">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="ed:regest($paragraph) ! ed:shorten(normalize-space(.), $ed:gist-length)"/>
  </xsl:function>

  <!-- What a section is called: its heading, else what its number says.
         in:  <div type="section" n="0">
         out: 'Introduction' -->
  <xsl:function name="ed:section-name" visibility="public" as="xs:string">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="if ($section/head) then ed:surface($section/head[1])
                          else if ($section/self::front) then 'Title page'
                          else if ($section/self::text) then 'Text'
                          else if ($section/@n = '0') then 'Introduction'
                          else string-join(('Section', $section/@n), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
