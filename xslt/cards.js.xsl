<?xml version="1.0" encoding="UTF-8"?>
<!-- What the cards of the reading page say of each entry that the text names, as a script that only holds data. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/labels.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="text"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="entities" as="element()*" select="ed:entities(.)[exists(ed:mentions(.))][count(ed:card(.)[.]) gt 1]"/>
    <xsl:variable name="lines" as="xs:string*" select="$entities ! (ed:quoted(@xml:id) || ':' || ed:array(ed:card(.)))"/>
    <xsl:sequence select="'var cards={' || string-join($lines, ',&#10;') || '};&#10;var authorities='
                          || serialize(ed:authorities($entities), map {'method': 'json'}) || ';&#10;'"/>
  </xsl:template>

  <!-- What the card of an entry says: name, form in another script and its language, dates, one line, identifiers.
       What a work is called in full, the page itself has, where it is first cited.
         in:  <person xml:id="pers_humboldt">…</person>
         out: 'Alexander von Humboldt', '', '', '14 September 1769 – 6 May 1859', 'Naturalist, …', 'wikidata:Q6694' -->
  <xsl:function name="ed:card" visibility="public" as="xs:string+">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="form" as="element()?" select="ed:language-forms($entity)[1]"/>
    <xsl:sequence select="ed:label($entity), string($form ! normalize-space(.)), string($form/@xml:lang), string(ed:life($entity)),
                          string(ed:description($entity)),
                          ed:identifiers($entity) ! (lower-case(@type) || ':' || normalize-space(.))"/>
  </xsl:function>

  <!-- What the authorities are called and where they describe what they have numbered.
         in:  <place><idno type="wikidata">Q84</idno></place>, …
         out: {'wikidata': ['Wikidata', 'https://www.wikidata.org/wiki/']} -->
  <xsl:function name="ed:authorities" visibility="public" as="map(xs:string, array(xs:string))">
    <xsl:param name="entities" as="element()*"/>
    <xsl:map>
      <xsl:for-each-group select="$entities ! ed:identifiers(.)" group-by="lower-case(@type)">
        <xsl:map-entry key="current-grouping-key()"
                       select="[ed:authority-name(.), string(ed:authority-address(.) ! substring-before(., normalize-space(current())))]"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- Strings as a script holds them, without what is empty at their end.
         in:  'Rohr', '', ''
         out: '["Rohr"]' -->
  <xsl:function name="ed:array" visibility="public" as="xs:string">
    <xsl:param name="strings" as="xs:string*"/>
    <xsl:variable name="last" as="xs:integer?" select="index-of($strings ! boolean(.), true())[last()]"/>
    <xsl:sequence select="'[' || string-join($strings[position() le $last] ! ed:quoted(.), ',') || ']'"/>
  </xsl:function>

  <!-- A string as a script holds it.
         in:  'the "Cadets"'
         out: '"the \"Cadets\""' -->
  <xsl:function name="ed:quoted" visibility="public" as="xs:string">
    <xsl:param name="string" as="xs:string"/>
    <xsl:sequence select="serialize($string, map {'method': 'json'}) => replace('\\/', '/')"/>
  </xsl:function>

</xsl:stylesheet>
