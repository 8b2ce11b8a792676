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

  <!-- The words of an element as printed, without its notes and without corrections.
         in:  <rs>Tukh<choice><sic>ch</sic><corr>ach</corr></choice>evskii affair<note>…</note></rs>
         out: 'Tukhchevskii affair' -->
  <xsl:function name="ed:surface" visibility="public" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(ed:own-words($element))"/>
  </xsl:function>

  <!-- The same with its spaces as they are, which its block's words hold letter for letter.
         in:  <rs>ice
              winter</rs>
         out: 'ice
              winter' -->
  <xsl:function name="ed:own-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (empty($element/*)) then string($element)
                          else string-join(($element/descendant::node()[self::text() or self::gap or self::space or self::lb]
                                            except $element/descendant::note/descendant::node()) ! ed:piece(.))"/>
  </xsl:function>

  <!-- The words before and after a mention in its block, notes within the block left out.
         in:  <persName>Veldt</persName> in <p>It took the harbour master <persName>Veldt</persName> fourteen years</p>
         out: 'It took the harbour master ', ' fourteen years' -->
  <xsl:function name="ed:words-around" visibility="public" as="xs:string+">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="flow" as="map(xs:string, item()*)" select="ed:flow(ed:block($mention))"/>
    <xsl:variable name="start" as="xs:integer" select="$flow(generate-id($mention))[2]"/>
    <xsl:variable name="end" as="xs:integer" select="$start + string-length(ed:own-words($mention))"/>
    <xsl:variable name="before" as="xs:string" select="substring($flow?words, $start - $ed:reach, $ed:reach + 1)"/>
    <xsl:sequence select="if ($start gt $ed:reach) then '… ' || substring-after($before, ' ') else $before,
                          ed:shorten(substring($flow?words, $end + 1, 4 * $ed:reach), $ed:reach)"/>
  </xsl:function>

  <!-- Words cut at a word's end where they are too long.
         in:  'Tells the ice winter through the letters', 24
         out: 'Tells the ice …' -->
  <xsl:function name="ed:shorten" visibility="public" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:sequence select="if (string-length($words) le $length) then $words
                          else substring($words, 1, $length - 12)
                               || substring-before(substring($words, $length - 11) || ' ', ' ') || ' …'"/>
  </xsl:function>

  <!-- Is prose of this block withheld?
         in:  <p>In <gap reason="rights" unit="letters" quantity="12"/> <date>1937</date></p>
         out: true -->
  <xsl:function name="ed:is-withheld" visibility="public" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="exists($block/descendant::gap[@reason = 'rights'][@unit = 'letters'][not(node())][empty(ancestor::note[. >> $block])])"/>
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
  <xsl:function name="ed:gist" visibility="public" cache="yes" as="xs:string?">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="ed:regest($paragraph) ! ed:shorten(normalize-space(.), $ed:gist-length)"/>
  </xsl:function>

  <!-- What a section is called: its heading, else what its kind and its number say.
         in:  <div type="section" n="0">, <div type="textpart" subtype="book" n="2">, <div type="commentary">
         out: 'Introduction', 'Book 2', 'Commentary' -->
  <xsl:function name="ed:section-name" visibility="public" cache="yes" as="xs:string">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="if ($section/head) then ed:surface($section/head[1])
                          else if ($section/(self::front | self::teiHeader)) then ed:say('title-page')
                          else if (not($section/self::div)) then ed:say('text')
                          else if ($section/@n = '0') then ed:say('introduction')
                          else normalize-space((ed:kind-of-section($section) ! (. || ' ' || $section/@n), ed:say('section', string($section/@n)))[1])"/>
  </xsl:function>

  <!-- The kind of a section in the words of those who encoded it, if these are words; a part of a text is of the kind that it is said to be of.
         in:  <div type="debateSection">
         out: 'Debate section' -->
  <xsl:function name="ed:kind-of-section" as="xs:string?">
    <xsl:param name="section" as="element(div)"/>
    <xsl:sequence select="($section[@type = 'textpart']/@subtype, $section/@type)[1][matches(., '^\p{L}{3,}([-_ ]?\p{L}+)*$')][not(. = ('section', 'textpart', 'div'))]
                          ! lower-case(translate(replace(., '(\p{Ll})(\p{Lu})', '$1 $2'), '-_', '  ')) ! (upper-case(substring(., 1, 1)) || substring(., 2))"/>
  </xsl:function>

</xsl:stylesheet>
