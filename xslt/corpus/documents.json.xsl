<?xml version="1.0" encoding="UTF-8"?>
<!-- The catalogue of a corpus as data. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                default-mode="documents.json"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:output method="json" indent="yes"/>

  <xsl:mode name="documents.json" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="map(*)">
    <xsl:sequence select="map {
        'documents': array {joint/document ! map {
          'folder': string(@folder), 'title': @title ! string(), 'authors': @authors ! string(), 'date': @date ! string(),
          'earliest': @day ! string(), 'words': xs:integer(@words),
          'entries': map:merge(holds ! map {string(@kind): xs:integer(@entries)})
        }},
        'missing': array {joint/missing/@path ! string()}
      }"/>
  </xsl:template>

</xsl:stylesheet>
