<?xml version="1.0" encoding="UTF-8"?>
<!-- Names that have no entry, but a key or the address of an authority: each such sign stands for one person, place or the like. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:key name="unlisted"
           match="(persName | placeName | orgName | rs | name)[not(starts-with(@ref, '#'))][@ref or @key][ed:is-read(.)][ed:unlisted-sign(.)]"
           use="ed:unlisted-kind(.)"/>

  <!-- The key or the first address of a name; nothing if one of its pointers leads to the document itself.
         in:  <persName ref="https://viaf.org/viaf/12">Ada</persName>     out: 'https://viaf.org/viaf/12'
         in:  <persName key="ada">Ada</persName>                          out: 'ada' -->
  <xsl:function name="ed:unlisted-sign" visibility="public" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="$mention[not(contains(@ref, '#') and (tokenize(@ref) ! starts-with(., '#')) = true())]
                          ! (tokenize(@ref)[1], normalize-space(@key)[.])[1]"/>
  </xsl:function>

  <!-- What kind of thing a name names, as the element is called that would be its entry.
         in:  <rs type="organisation" key="guild">the guild</rs>
         out: 'org' -->
  <xsl:function name="ed:unlisted-kind" visibility="public" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="map {'persName': 'person', 'placeName': 'place', 'orgName': 'org', 'person': 'person', 'pers': 'person', 'place': 'place',
                               'org': 'org', 'organisation': 'org', 'organization': 'org', 'event': 'event'}
                          (if ($mention/(self::rs | self::name)) then lower-case($mention/@type) else local-name($mention))"/>
  </xsl:function>

  <!-- The things of a kind that names without an entry name, by their labels.
         in:  the document, 'person'
         out: {'sign': 'ada', 'id': 'unlisted-ada', 'label': 'Ada Quill', 'kind': 'person', 'mentions': (<persName key="ada">…</persName>, …)}, … -->
  <xsl:function name="ed:unlisted" visibility="public" cache="yes" as="map(*)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:for-each-group select="key('unlisted', $kind, $document)" group-by="ed:unlisted-sign(.)">
      <xsl:sort select="lower-case(ed:most-frequent(current-group() ! ed:surface(.)))"/>
      <xsl:sequence select="map {'sign': current-grouping-key(), 'id': ed:unlisted-id(current-grouping-key()), 'kind': $kind,
                                 'label': (ed:most-frequent(current-group() ! ed:surface(.))[.], current-grouping-key())[1], 'mentions': (current-group()[ancestor::text], current-group()[not(ancestor::text)])}"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The most frequent of some words; of equally frequent ones the first.
         in:  'Ada', 'Miss Quill', 'Ada'
         out: 'Ada' -->
  <xsl:function name="ed:most-frequent" visibility="public" as="xs:string?">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:variable name="sorted" as="xs:string*">
      <xsl:for-each-group select="$words[.]" group-by=".">
        <xsl:sort select="count(current-group())" order="descending"/>
        <xsl:sequence select="current-grouping-key()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="$sorted[1]"/>
  </xsl:function>

  <!-- The id of such a thing in its index.
         in:  'https://viaf.org/viaf/12'
         out: 'unlisted-https-viaf-org-viaf-12' -->
  <xsl:function name="ed:unlisted-id" visibility="public" as="xs:string">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:sequence select="'unlisted-' || replace($sign, '[^\p{L}\p{N}]+', '-')"/>
  </xsl:function>

  <!-- Where a name without an entry stands in an index.
         in:  <persName key="ada">Ada</persName>
         out: 'persons.html#unlisted-ada' -->
  <xsl:function name="ed:unlisted-address" visibility="public" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="if ($mention[@ref or @key][self::persName or self::placeName or self::orgName or self::rs or self::name][ed:is-read(.)])
                          then ed:unlisted-file(ed:unlisted-kind($mention)) ! (. || ed:unlisted-sign($mention) ! ('#' || ed:unlisted-id(.)))[contains(., '#')]
                          else ()"/>
  </xsl:function>

  <!-- The index of a kind.
         in:  'org'
         out: 'organisations.html' -->
  <xsl:function name="ed:unlisted-file" visibility="public" as="xs:string?">
    <xsl:param name="kind" as="xs:string?"/>
    <xsl:sequence select="$kind ! map {'person': 'persons.html', 'place': 'places.html', 'org': 'organisations.html', 'event': 'events.html'}(.)"/>
  </xsl:function>

  <!-- What data calls a kind.
         in:  'org'
         out: 'organisation' -->
  <xsl:function name="ed:unlisted-name" visibility="public" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="if ($kind eq 'org') then 'organisation' else $kind"/>
  </xsl:function>

  <!-- The authority's page of such a thing, if its sign is one.
         in:  'https://viaf.org/viaf/12'
         out: 'https://viaf.org/viaf/12' -->
  <xsl:function name="ed:unlisted-page" visibility="public" as="xs:string?">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:sequence select="$sign[matches(., '^https?://[^/]')]"/>
  </xsl:function>

</xsl:stylesheet>
