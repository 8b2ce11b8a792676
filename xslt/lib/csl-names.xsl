<?xml version="1.0" encoding="UTF-8"?>
<!-- The people behind a work in the terms of CSL: who did what, and how their names part. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The roles of CSL and the elements that hold them -->

  <!-- Everyone behind a work, by role.
         in:  <biblStruct>…<author>…</author>…</biblStruct>
         out: {"author": [{"family": "Ingram", "given": "Tomas"}]} -->
  <xsl:function name="ed:csl-people" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="work" as="element()"/>
    <xsl:for-each-group select="ed:people-behind($work)" group-by="ed:csl-role(.)">
      <xsl:sequence select="map {current-grouping-key(): array {current-group() ! ed:csl-name(.)}}"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The persons of the edition whom the names of a work point to, by role.
         in:  <biblStruct>…<author><persName ref="#auth_ingram">…</persName></author>…</biblStruct>
         out: {"author": ["#auth_ingram"]} -->
  <xsl:function name="ed:csl-pointers" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="work" as="element()"/>
    <xsl:for-each-group select="ed:people-behind($work)" group-by="ed:csl-role(.)">
      <xsl:if test="current-group()//@ref">
        <xsl:sequence select="map {current-grouping-key(): array {current-group()[not(self::respStmt)] ! string((.//@ref)[1])}}"/>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The elements that name someone behind a work.
         in:  <biblStruct>…<author>Tomas Ingram</author>…</biblStruct>
         out: <author>Tomas Ingram</author> -->
  <xsl:function name="ed:people-behind" visibility="public" as="element()*">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="$work/descendant::*[self::author or self::editor or self::respStmt][not(ancestor::relatedItem)][normalize-space()]"/>
  </xsl:function>

  <!-- The role of CSL that an element gives to someone; nothing for a role that CSL does not know.
         in:  <editor role="translator">Priya Nair-Holt</editor>
         out: 'translator' -->
  <xsl:function name="ed:csl-role" visibility="public" as="xs:string?">
    <xsl:param name="maker" as="element()"/>
    <xsl:variable name="role" as="xs:string" select="normalize-space(lower-case(($maker/@role, $maker/resp[1], '')[1]))"/>
    <xsl:sequence select="if ($maker/self::author) then (if ($maker/parent::monogr/parent::*/analytic) then 'container-author' else 'author')
                          else if ($maker/self::editor[parent::series]) then 'collection-editor'
                          else if ($role = $ed:csl-roles) then $role
                          else if ($maker/self::editor) then 'editor'
                          else ()"/>
  </xsl:function>

  <xsl:variable name="ed:csl-roles" as="xs:string+"
                select="tokenize('author chair collection-editor compiler composer container-author contributor curator director editor
                                  editorial-director executive-producer guest host illustrator interviewer narrator organizer
                                  original-author performer producer recipient reviewed-author script-writer series-creator
                                  translator')"/>

  <!-- Names -->

  <!-- A name in its parts: as they are tagged, as the index of persons sorts it, or by its last word.
         in:  <author><persName ref="#auth_ingram">Tomas Ingram</persName></author>
         out: {"family": "Ingram", "given": "Tomas"} -->
  <xsl:function name="ed:csl-name" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="maker" as="element()"/>
    <xsl:variable name="printed" as="xs:string" select="ed:reading(($maker/(persName | orgName | name)[1], $maker)[1])"/>
    <xsl:variable name="sorted" as="xs:string"
                  select="substring-before(($maker/persName[@ref][1] ! ed:person(.)/persName[@type = 'sort'][1] ! ed:reading(.), '')[1] || ',', ',')"/>
    <xsl:sequence select="if ($printed = ('and others', 'others')) then map {'literal': 'others'}
                          else if ($maker//surname) then ed:tagged-name($maker)
                          else if ($maker/orgName or (some $sign in (' and ', ' et ', ' und ', ' &amp; ', ';', 'et al') satisfies contains($printed, $sign))) then map {'literal': $printed}
                          else if ($sorted and ends-with($printed, $sorted))
                          then ed:parted-name(substring($printed, 1, string-length($printed) - string-length($sorted)), $sorted)
                          else if (contains($printed, ','))
                          then ed:parted-name(substring-after($printed, ','), substring-before($printed, ','))
                          else ed:parted-name(replace($printed, $ed:family || '$', '', 'i'), replace($printed, '^.*?(' || $ed:family || ')$', '$1', 'i'))"/>
  </xsl:function>

  <!-- A family name: its particles, and one word. -->
  <xsl:variable name="ed:family" as="xs:string"
                select="'(^|\s)((von|van|der|den|de|du|della|di|da|zu|zur|ten|ter|la|le)\s)*\S+'"/>

  <!-- A name of two parts.
         in:  'Tomas', 'Ingram'
         out: {"family": "Ingram", "given": "Tomas"} -->
  <xsl:function name="ed:parted-name" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="given" as="xs:string"/>
    <xsl:param name="family" as="xs:string"/>
    <xsl:sequence select="map:merge((ed:pair('family', normalize-space($family)), ed:pair('given', normalize-space($given))))"/>
  </xsl:function>

  <!-- The given names, and the particle that is dropped where names are sorted.
         in:  {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}
         out: 'Ludwig van' -->
  <xsl:function name="ed:given-names" visibility="public" as="xs:string?">
    <xsl:param name="name" as="map(xs:string, item()*)"/>
    <xsl:sequence select="string-join(($name?given, $name?dropping-particle), ' ')[.]"/>
  </xsl:function>

  <!-- A name whose parts are tagged.
         in:  <author><forename>Tomas</forename> <surname>Ingram</surname></author>
         out: {"family": "Ingram", "given": "Tomas"} -->
  <xsl:function name="ed:tagged-name" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="maker" as="element()"/>
    <xsl:sequence select="map:merge((ed:pair('family', string-join($maker//surname ! ed:reading(.), ' ')),
                                     ed:pair('given', string-join($maker//forename ! ed:reading(.), ' ')),
                                     ed:pair('dropping-particle', string-join($maker//nameLink[@type = 'dropping'] ! ed:reading(.), ' ')),
                                     ed:pair('non-dropping-particle', string-join($maker//nameLink[not(@type = 'dropping')] ! ed:reading(.), ' ')),
                                     ed:pair('suffix', string-join($maker//genName ! ed:reading(.), ' '))))"/>
  </xsl:function>

  <!-- The person of the edition that a name points to.
         in:  <persName ref="#auth_ingram">Tomas Ingram</persName>
         out: <person xml:id="auth_ingram">…</person> -->
  <xsl:function name="ed:person" visibility="public" as="element(person)?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="if (root($name) instance of document-node())
                          then id(tokenize($name/@ref)[1] ! substring-after(., '#'), root($name))[self::person] else ()"/>
  </xsl:function>

  <!-- A title in plain letters; digits that are raised or lowered stay so.
         in:  <title>Of H<hi rend="subscript">2</hi>O</title>
         out: 'Of H₂O' -->
  <xsl:function name="ed:plain-title" visibility="public" as="xs:string">
    <xsl:param name="title" as="element()"/>
    <xsl:variable name="shifted" as="text()*" select="$title//hi[@rend = ('superscript', 'subscript', 'sup', 'sub', 'super')]//text()[matches(., '^[0-9]+$')]"/>
    <xsl:sequence select="if (empty($shifted)) then ed:reading($title)
                          else normalize-space(string-join($title//text()[not(ancestor::sic[parent::choice] or ancestor::orig[parent::choice]
                                                                              or ancestor::note intersect $title//note)]
                               ! (if (empty(. intersect $shifted)) then string(.)
                                  else translate(., '0123456789', if (starts-with(ancestor::hi[1]/@rend, 'sub')) then '₀₁₂₃₄₅₆₇₈₉' else '⁰¹²³⁴⁵⁶⁷⁸⁹'))))"/>
  </xsl:function>

  <!-- What an element says as an editor reads it: corrected, without notes.
         in:  <title>the <choice><sic>Haro</sic><corr>Harbour</corr></choice></title>
         out: 'the Harbour' -->
  <xsl:function name="ed:reading" visibility="public" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(if ($element/ancestor::choice or $element//choice or $element//note)
                                          then string-join($element//text()[not(ancestor::sic[parent::choice] or ancestor::orig[parent::choice]
                                                                                or ancestor::note intersect $element//note)])
                                          else $element)"/>
  </xsl:function>

</xsl:stylesheet>
