<?xml version="1.0" encoding="UTF-8"?>
<!-- All joint entries as data: names, identifiers, and the documents that mention them most. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                default-mode="entities.json"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:output method="json" indent="yes"/>

  <xsl:key name="documents" match="document" use="@number"/>

  <xsl:mode name="entities.json" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="map(*)">
    <xsl:sequence select="map {'entities': array {joint/entry ! ed:joint-record(.)}}"/>
  </xsl:template>

  <!-- What is known of a joint entry, how it was joined, and which documents mention it: the most, if they are many.
         in:  <entry kind="person" id="pers_veldt" rules="authority">…</entry>
         out: {"id": "pers_veldt", "kind": "person", "joinedBy": ["authority"], …} -->
  <xsl:function name="ed:joint-record" visibility="public" as="map(xs:string, item()*)">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:sequence select="$entry ! map {
        'id': string(@id), 'kind': string(@kind), 'type': @type ! string(), 'label': string(@label), 'sort': string(@sort),
        'names': array {name ! map {'language': @xml:lang ! string(), 'text': string()}},
        'life': @life ! string(), 'earliest': @day ! string(), 'description': description[1] ! string(), 'reference': @reference ! string(),
        'identifiers': array {identifier ! map {'authority': @authority ! string(), 'id': string(), 'url': @url ! string(), 'certainty': @cert ! string()}},
        'joinedBy': array {tokenize(@rules)},
        'disputed': array {tokenize(@disputed)},
        'mentions': xs:integer(@mentions),
        'inDocuments': xs:integer(@documents),
        'unlisted': xs:integer(@places) - count(in),
        'documents': array {in ! map {'document': string(key('documents', @document)/@folder), 'address': string(@address),
                                      'mentions': xs:integer(@mentions), 'byNameAlone': exists(@by)}}
      }"/>
  </xsl:function>

</xsl:stylesheet>
