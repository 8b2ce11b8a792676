<?xml version="1.0" encoding="UTF-8"?>
<!-- What the joint search knows of the documents, and which shards of words there are, as a script that only holds data. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                default-mode="search-documents.js"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/joint.xsl"/>

  <xsl:output method="text"/>

  <xsl:mode name="search-documents.js" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="data" as="map(xs:string, item()*)" select="map {
        'documents': array {joint/document ! array {xs:integer(@number), ed:path(.), string((@title, @folder)[1]),
                                                   string-join((@authors, @date), ', '), xs:integer(@words)}},
        'shards': array {joint/shard/@name ! string()}
      }"/>
    <xsl:sequence select="'var joint = ' || replace(serialize($data, map {'method': 'json'}), '\\/', '/') || ';&#10;'"/>
  </xsl:template>

</xsl:stylesheet>
