<?xml version="1.0" encoding="UTF-8"?>
<!-- What the cards of the reading page say of each entry that the text names, as a script that only holds data. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="cards.js"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/labels.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/texts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="text"/>
  <xsl:mode name="cards.js" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The authorities that have numbered entries: an identifier on a card names its authority by its place here. -->
  <xsl:variable name="ed:authorities" as="xs:string*"
                select="ed:entities(/) ! ed:identifiers(.) ! lower-case(@type) => distinct-values()"/>

  <!-- The language that most other forms of names are in; a card tells its language only where it is another. -->
  <xsl:variable name="ed:form-language" as="xs:string?"
                select="let $languages := ed:entities(/) ! ed:language-forms(.)[1]/@xml:lang/string()
                        return sort(distinct-values($languages), (), function($each) { -count($languages[. = $each]) })[1]"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="cards" as="xs:string*">
      <xsl:for-each select="ed:entities(.)[exists(ed:mentions(.))]">
        <xsl:variable name="card" as="xs:string+" select="ed:card(.)"/>
        <xsl:if test="$card[position() ne 4] != ''">{ed:key(@xml:id)}:{ed:array($card)}</xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="all" as="element(idno)*" select="ed:entities(.) ! ed:identifiers(.)"/>
    <xsl:variable name="authorities" as="xs:string*" select="$ed:authorities ! (let $type := . return ed:authority($all[lower-case(@type) = $type][1]))"/>
    <xsl:sequence select="'var cards={' || string-join($cards, ',&#10;') || '};&#10;var authorities=[' || string-join($authorities, ',')
                          || '];&#10;var formLanguage=' || ed:literal(string($ed:form-language)) || ';&#10;'"/>
  </xsl:template>

  <!-- What the card of an entry says: one line, dates, form in another script (its language before it), name, identifiers.
       The page has the name where its first mention is in just these words, and what a work is, in full, where it is first
       cited; more is said of it in the bibliography.
         in:  <person xml:id="pers_humboldt">…</person>
         out: 'Naturalist, …', '14 September 1769 – 6 May 1859', '', 'Alexander von Humboldt', '0:Q6694' -->
  <xsl:function name="ed:card" visibility="public" as="xs:string+">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="label" as="xs:string" select="ed:label($entity)"/>
    <xsl:variable name="form" as="element()?" select="ed:language-forms($entity)[normalize-space() != $label][1]"/>
    <xsl:variable name="first" as="element()?" select="(ed:mentions($entity)[empty(ed:note(.))], ed:mentions($entity))[1]"/>
    <xsl:sequence select="string($entity[not(self::biblStruct | self::bibl)] ! ed:description(.)), string(ed:life($entity)),
                          string($form ! (@xml:lang[. != $ed:form-language] ! ('[' || . || ']') || normalize-space(.))),
                          $label[not($first[empty(.//note | .//choice)] ! ed:surface(.) = .)] || '',
                          ed:identifiers($entity) ! (index-of($ed:authorities, lower-case(@type)) - 1 || ':' || normalize-space(.))"/>
  </xsl:function>

  <!-- What an authority is called and where it describes what it has numbered.
         in:  <idno type="wikidata">Q84</idno>
         out: '["Wikidata","https://www.wikidata.org/wiki/"]' -->
  <xsl:function name="ed:authority" visibility="public" as="xs:string">
    <xsl:param name="identifier" as="element(idno)"/>
    <xsl:sequence select="ed:array((ed:authority-name($identifier),
                            string(ed:authority-address($identifier) ! substring-before(., normalize-space($identifier)))))"/>
  </xsl:function>

  <!-- Strings as a script holds them, without what is empty at their end.
         in:  'Rohr', '', ''
         out: '["Rohr"]' -->
  <xsl:function name="ed:array" visibility="public" as="xs:string">
    <xsl:param name="strings" as="xs:string*"/>
    <xsl:variable name="last" as="xs:integer?" select="index-of($strings ! boolean(.), true())[last()]"/>
    <xsl:sequence select="'[' || string-join($strings[position() le $last] ! ed:literal(.), ',') || ']'"/>
  </xsl:function>

  <!-- An id as a script holds it before a colon: bare where a script allows it.
         in:  'pers_veldt', 'p-1'
         out: 'pers_veldt', '"p-1"' -->
  <xsl:function name="ed:key" visibility="public" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="if (matches($id, '^[A-Za-z_][A-Za-z0-9_]*$')) then $id else ed:literal($id)"/>
  </xsl:function>

  <!-- A string as a script holds it.
         in:  'the "Cadets"'
         out: '"the \"Cadets\""' -->
  <xsl:function name="ed:literal" visibility="public" as="xs:string">
    <xsl:param name="string" as="xs:string"/>
    <xsl:sequence select="if (matches($string, '[&quot;\\\p{Cc}\p{Cs}&#x2028;&#x2029;]')) then serialize($string, map {'method': 'json'}) => replace('\\/', '/')
                          else '&quot;' || $string || '&quot;'"/>
  </xsl:function>

</xsl:stylesheet>
