<?xml version="1.0" encoding="UTF-8"?>
<!-- Saying something in the words of the interface: filled in, with a number, in the right form. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The words of the interface for something, in its language; else in English.
         in:  'note', '13'
         out: 'Note 13' -->
  <xsl:function name="ed:say" visibility="public" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="fillings" as="item()*"/>
    <xsl:sequence select="ed:say-one-of($ed:labels($key), $key, $fillings)"/>
  </xsl:function>

  <!-- The same, from words in our languages that stand elsewhere; an edition's own words come first.
         in:  ('Pair', 'Paar', 'Paire', 'Пара'), 'pair', ()
         out: 'Pair' -->
  <xsl:function name="ed:say-one-of" visibility="public" as="xs:string">
    <xsl:param name="labels" as="xs:string*"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="fillings" as="item()*"/>
    <xsl:iterate select="$fillings">
      <xsl:param name="said" as="xs:string" select="normalize-space(($ed:own-labels($key), $labels[$ed:language-number], $key)[1])"/>
      <xsl:on-completion select="$said"/>
      <xsl:next-iteration>
        <xsl:with-param name="said" select="ed:filled($said, '{' || position() || '}', string(.))"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Words with a value in its places.
         in:  'between {1} and {2}', '{1}', '1911'
         out: 'between 1911 and {2}' -->
  <xsl:function name="ed:filled" visibility="public" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="place" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="if (not(contains($words, $place))) then $words
                          else substring-before($words, $place) || $value || ed:filled(substring-after($words, $place), $place, $value)"/>
  </xsl:function>

  <!-- The same where nothing is to be filled in.
         in:  'persons'
         out: 'Persons' -->
  <xsl:function name="ed:say" visibility="public" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:say($key, ())"/>
  </xsl:function>

  <!-- A number and its noun.
         in:  1, 'mentions'
         out: '1 mention' -->
  <xsl:function name="ed:say-many" visibility="public" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:number-form($number, ed:say($key, ed:say-number($number)))"/>
  </xsl:function>

  <!-- Of the forms of a noun, the one that goes with a number.
         in:  1, '1 mention|1 mentions'
         out: '1 mention' -->
  <xsl:function name="ed:number-form" visibility="public" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="forms" as="xs:string+" select="tokenize($words, '\|')"/>
    <xsl:variable name="form" as="xs:integer"
                  select="if (not(starts-with($lang, 'ru'))) then (if ($number eq 1) then 1 else 2)
                          else if ($number mod 10 eq 1 and $number mod 100 ne 11) then 1
                          else if ($number mod 10 = (2 to 4) and not($number mod 100 = (12 to 14))) then 2 else 3"/>
    <xsl:sequence select="($forms[$form], $forms[last()])[1]"/>
  </xsl:function>

  <!-- A number with its thousands parted as the language parts them.
         in:  30895
         out: '30,895' -->
  <xsl:function name="ed:say-number" visibility="public" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="parted" as="xs:string" select="format-integer($number, '#,##0')"/>
    <xsl:sequence select="translate($parted, ',', (map {'de': '.', 'fr': '&#x202F;', 'ru': '&#xA0;'}(substring($lang, 1, 2)), ',')[1])"/>
  </xsl:function>

</xsl:stylesheet>
