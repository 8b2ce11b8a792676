<?xml version="1.0" encoding="UTF-8"?>
<!-- Names: what kind of thing an entry is, on which page it lives, how it is called, sorted and identified. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="sorting.xsl"/>

  <xsl:mode name="label" on-no-match="fail" on-multiple-match="fail"/>

  <!-- What kind of thing an entry is.
         in:  <org xml:id="org_guild">…</org>
         out: 'organisation' -->
  <xsl:function name="ed:kind" visibility="public" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="if ($entity/self::bibl/@type = ('periodical', 'archival')) then string($entity/@type)
                          else if ($entity/self::org) then 'organisation'
                          else if ($entity/(self::biblStruct | self::bibl | self::biblFull)) then 'work'
                          else local-name($entity)"/>
  </xsl:function>

  <!-- All entries of an edition, in the order of its lists.
         in:  the document
         out: <person xml:id="pers_veldt">…</person>, … -->
  <xsl:function name="ed:entities" visibility="public" cache="yes" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(key('entries', ('person', 'place', 'org', 'event'), $document)
                           | $document/*/standOff//biblStruct | $document/*/standOff//bibl[@type = ('archival', 'periodical')])[@xml:id]"/>
  </xsl:function>

  <!-- The page on which an entry lives.
         in:  <person xml:id="pers_veldt">…</person>
         out: 'persons.html' -->
  <xsl:function name="ed:file" visibility="public" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="if ($entity/self::person) then 'persons.html'
                          else if ($entity/self::place) then 'places.html'
                          else if ($entity/self::org) then 'organisations.html'
                          else if ($entity/self::event) then 'events.html'
                          else if ($entity/self::bibl[@type = 'archival']) then 'archives.html'
                          else 'bibliography.html'"/>
  </xsl:function>

  <!-- The address of an entry.
         in:  <person xml:id="pers_veldt">…</person>
         out: 'persons.html#pers_veldt' -->
  <xsl:function name="ed:address" visibility="public" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="ed:file($entity) || '#' || $entity/@xml:id"/>
  </xsl:function>

  <!-- The name an entry is shown under.
         in:  <person><persName type="main">Jonas Veldt</persName><persName type="sort">Veldt, Jonas</persName></person>
         out: 'Jonas Veldt' -->
  <xsl:function name="ed:label" visibility="public" cache="yes" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="label" as="xs:string">
      <xsl:apply-templates select="$entity" mode="label"/>
    </xsl:variable>
    <xsl:sequence select="$label"/>
  </xsl:function>

  <xsl:template match="*" mode="label" as="xs:string">
    <xsl:sequence select="normalize-space((ed:main-name(.), (settlement, geogName, district, region, country, bloc, location)[normalize-space()], @xml:id)[1])"/>
  </xsl:template>

  <!-- The name of an entry that stands for all.
         in:  <place><placeName xml:lang="la">Lugdunum</placeName><placeName>Lyon</placeName></place>
         out: <placeName>Lyon</placeName> -->
  <xsl:function name="ed:main-name" visibility="public" as="element()?">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="names" as="element()*" select="ed:names($entity)[normalize-space()]"/>
    <xsl:sequence select="($names[@type = 'main'], $names[not(@type | @xml:lang)], $names)[1]"/>
  </xsl:function>

  <!-- All names an entry has, whatever their kind.
         in:  <person><persName type="main">Jonas Veldt</persName><birth/></person>
         out: <persName type="main">Jonas Veldt</persName> -->
  <xsl:function name="ed:names" visibility="public" as="element()*">
    <xsl:param name="entity" as="element()?"/>
    <xsl:sequence select="$entity/(persName | placeName | orgName | eventName | title | label)"/>
  </xsl:function>

  <!-- The name an entry is sorted under, surname first; where none is given, its label.
         in:  <person><persName type="main">Jonas Veldt</persName><persName type="sort">Veldt, Jonas</persName></person>
         out: 'Veldt, Jonas' -->
  <xsl:function name="ed:sort-name" visibility="public" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="(ed:names($entity)[@type = 'sort'] ! normalize-space(.), ed:label($entity))[1]"/>
  </xsl:function>

  <!-- What an entry is sorted by: its sort key, in which low lines are spaces; where none is given, the name it is sorted under.
         in:  <place sortKey="West"><placeName type="main">The West</placeName></place>
         out: 'west' -->
  <xsl:function name="ed:entry-key" visibility="public" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="ed:sort-key(($entity/@sortKey ! translate(., '_', ' '), ed:sort-name($entity))[1])"/>
  </xsl:function>

  <!-- The other names of an entry in the language of the edition, each once.
         in:  <person><persName type="main">Jonas Veldt</persName><persName type="variant">J. Veldt</persName></person>
         out: 'J. Veldt' -->
  <xsl:function name="ed:variants" visibility="public" as="xs:string*">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="plain" as="element()*" select="ed:names($entity/(self::person | self::place | self::org | self::event))[not(@type = ('main', 'sort') or @xml:lang[empty(../@type)])]"/>
    <xsl:sequence select="distinct-values((ed:names($entity)[@type = 'variant'] | $plain) ! normalize-space(.))[. and . ne ed:label($entity)]"/>
  </xsl:function>

  <!-- The names of an entry in other languages and scripts; the title of a work is not one of them.
         in:  <person><persName xml:lang="ru">Марта Лескова</persName></person>
         out: <persName xml:lang="ru">Марта Лескова</persName> -->
  <xsl:function name="ed:language-forms" visibility="public" as="element()*">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="ed:names($entity)[@xml:lang][not(@type)]"/>
  </xsl:function>

  <!-- The one line that says who or what an entry is.
         in:  <place><note type="description">Invented port.</note></place>
         out: 'Invented port.' -->
  <xsl:function name="ed:description" visibility="public" as="xs:string?">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="$entity/note[@type = 'description'][1] ! normalize-space(.)"/>
  </xsl:function>

  <!-- The identifiers authorities have given to an entry.
         in:  <place><idno type="wikidata">Q84</idno></place>
         out: <idno type="wikidata">Q84</idno> -->
  <xsl:function name="ed:identifiers" visibility="public" as="element(idno)*">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="$entity/(. | analytic | monogr | series)/idno[not(@type = ('fond', 'opis', 'delo'))]"/>
  </xsl:function>

  <!-- Where an authority describes what it has numbered; nothing for an authority we do not know.
         in:  <idno type="wikidata">Q84</idno>
         out: 'https://www.wikidata.org/wiki/Q84' -->
  <xsl:function name="ed:authority-address" visibility="public" as="xs:string?">
    <xsl:param name="identifier" as="element(idno)"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space($identifier)"/>
    <xsl:sequence select="if (matches($number, '^https?://')) then $number
                          else map {'wikidata': 'https://www.wikidata.org/wiki/', 'viaf': 'https://viaf.org/viaf/',
                                    'gnd': 'https://d-nb.info/gnd/', 'geonames': 'https://www.geonames.org/',
                                    'doi': 'https://doi.org/', 'orcid': 'https://orcid.org/',
                                    'isni': 'https://isni.org/isni/'}(lower-case($identifier/@type)) ! (. || $number)"/>
  </xsl:function>

  <!-- The name of the authority behind an identifier.
         in:  <idno type="gnd">118554700</idno>
         out: 'GND' -->
  <xsl:function name="ed:authority-name" visibility="public" as="xs:string">
    <xsl:param name="identifier" as="element(idno)"/>
    <xsl:sequence select="(map {'wikidata': 'Wikidata', 'geonames': 'GeoNames'}(lower-case($identifier/@type)),
                           upper-case($identifier/@type))[1]"/>
  </xsl:function>

</xsl:stylesheet>
