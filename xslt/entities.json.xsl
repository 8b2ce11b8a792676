<?xml version="1.0" encoding="UTF-8"?>
<!-- All entities as data: names, dates, places, identifiers, and every mention with its address. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="entities.json"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/unlisted.xsl"/>
  <xsl:include href="lib/places.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>

  <xsl:output method="json" indent="yes"/>

  <xsl:mode name="entities.json" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="map(*)">
    <xsl:sequence select="map {
        'edition': */@xml:id ! string(),
        'title': ed:title(.),
        'language': */@xml:lang ! string(),
        'authors': array {ed:authors(.)},
        'date': ed:date-of-text(.) ! ed:date-told(.),
        'entities': array {ed:entities(.) ! ed:record(.),
                           for $kind in ('person', 'place', 'org', 'event') return ed:unlisted(., $kind) ! ed:unlisted-record(.)}
      }"/>
  </xsl:template>

  <!-- The date of a text: when it was written or sent, else that of its source, else that of the edition.
         in:  the document
         out: <date when="1881-11-04">4 November</date> in <creation> -->
  <xsl:function name="ed:date-of-text" visibility="public" as="element()?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="ed:header($document)"/>
    <xsl:variable name="dates" as="element()*"
                  select="$header/profileDesc/creation//date, $header/profileDesc/correspDesc/correspAction[@type = 'sent']/date,
                          $header/fileDesc/sourceDesc//(date | origDate), $header/fileDesc/publicationStmt/date"/>
    <xsl:sequence select="($dates[ed:is-dated(.)], $dates[normalize-space()])[1]"/>
  </xsl:function>

  <!-- A date in its own words, else in ours, with its bounds.
         in:  <date when="1881-11-04">4 November</date>
         out: {"text": "4 November", "earliest": "1881-11-04", "latest": "1881-11-04"} -->
  <xsl:function name="ed:date-told" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="map {
        'text': (normalize-space($date)[.], $date[ed:is-dated(.)] ! ed:say-date(.), '')[1],
        'earliest': ed:earliest($date),
        'latest': ed:latest($date)
      }"/>
  </xsl:function>

  <!-- What is known of an entry, and where it is mentioned.
         in:  <person xml:id="pers_veldt">…</person>
         out: {"id": "pers_veldt", "kind": "person", "label": "Jonas Veldt", …} -->
  <xsl:function name="ed:record" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="map {
        'id': string($entity/@xml:id),
        'kind': ed:kind($entity),
        'type': $entity/@type ! string(),
        'label': ed:label($entity),
        'sort': ed:sort-name($entity),
        'variants': array {ed:variants($entity)},
        'forms': array {ed:language-forms($entity) ! map {'language': string(@xml:lang), 'text': normalize-space(.)}},
        'life': ed:life($entity),
        'dates': array {ed:dated($entity) ! ed:date-record(.)},
        'coordinates': $entity/location[1]/geo[1] ! ed:coordinates(.),
        'identifiers': array {ed:identifiers($entity) ! ed:identifier-record(.)},
        'description': ed:description($entity),
        'reference': $entity/self::biblStruct ! string-join(ed:reference(.)),
        'source': $entity/@copyOf ! string(),
        'address': ed:address($entity),
        'mentions': array {ed:mentions($entity) ! ed:mention-record(.)}
      }"/>
  </xsl:function>

  <!-- The same of what has no entry: what is known is its key, or the page of an authority. A key is one wherever it is used.
         in:  {'sign': 'ada', 'id': 'unlisted-ada', 'label': 'Ada Quill', 'kind': 'person', 'mentions': …}
         out: {"id": "unlisted-ada", "kind": "person", "listed": false, "label": "Ada Quill", …} -->
  <xsl:function name="ed:unlisted-record" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="thing" as="map(*)"/>
    <xsl:variable name="page" as="xs:string?" select="ed:unlisted-page($thing?sign)"/>
    <xsl:sequence select="map {
        'id': $thing?id,
        'kind': ed:unlisted-name($thing?kind),
        'type': (),
        'listed': false(),
        'label': $thing?label,
        'sort': $thing?label,
        'variants': array {distinct-values($thing?mentions ! ed:surface(.))[not(. = ('', $thing?label))]},
        'forms': array {},
        'life': (),
        'dates': array {},
        'coordinates': (),
        'identifiers': array {$page ! map {'authority': (), 'name': tokenize(., '/')[3], 'id': ., 'url': ., 'certainty': ()}},
        'description': (),
        'reference': (),
        'source': $thing?sign[empty($page)] ! ('@key#' || .),
        'address': ed:unlisted-file($thing?kind) || '#' || $thing?id,
        'mentions': array {$thing?mentions ! ed:mention-record(.)}
      }"/>
  </xsl:function>

  <!-- What gives an entry its dates: birth and death, the life of an organisation, an event, a year of publication.
         in:  <person><birth when="1849-03-02"/><death when="1911"/></person>
         out: <birth when="1849-03-02"/>, <death when="1911"/> -->
  <xsl:function name="ed:dated" visibility="public" as="element()*">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="$entity/(self::event | birth | death | orgName | monogr/imprint/date)[ed:is-dated(.)]"/>
  </xsl:function>

  <!-- A date with its bounds and its certainty.
         in:  <death when="1911" cert="medium"/>
         out: {"of": "death", "earliest": "1911", "latest": "1911", "certainty": "medium"} -->
  <xsl:function name="ed:date-record" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="map {
        'of': (map {'orgName': 'existence', 'date': 'publication'}(local-name($date)), local-name($date))[1],
        'earliest': ed:earliest($date),
        'latest': ed:latest($date),
        'certainty': $date/@cert ! string()
      }"/>
  </xsl:function>

  <!-- An identifier, who gave it, where it leads, how sure it is.
         in:  <idno type="wikidata" cert="high">Q84</idno>
         out: {"authority": "wikidata", "name": "Wikidata", "id": "Q84", "url": "https://www.wikidata.org/wiki/Q84", "certainty": "high"} -->
  <xsl:function name="ed:identifier-record" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="identifier" as="element(idno)"/>
    <xsl:sequence select="map {
        'authority': $identifier/@type ! string(),
        'name': ed:authority-name($identifier),
        'id': normalize-space($identifier),
        'url': ed:authority-address($identifier),
        'certainty': $identifier/@cert ! string()
      }"/>
  </xsl:function>

  <!-- A mention: its id and block, where that stands, what is printed.
         in:  <persName ref="#pers_veldt">Jonas Veldt</persName>
         out: {"id": "p-mole.m5", "block": "p-mole", "paragraph": "1", …, "text": "Jonas Veldt"} -->
  <xsl:function name="ed:mention-record" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="map {
        'id': ed:mention-id($mention),
        'block': ed:block($mention)/@xml:id ! string(),
        'paragraph': ed:paragraph($mention)/@n ! string(),
        'note': ed:note($mention)/@n ! string(),
        'section': ed:section($mention)/@xml:id ! string(),
        'element': local-name($mention),
        'subtype': $mention/@subtype ! string(),
        'certainty': $mention/@cert ! string(),
        'text': ed:surface($mention)
      }"/>
  </xsl:function>

</xsl:stylesheet>
