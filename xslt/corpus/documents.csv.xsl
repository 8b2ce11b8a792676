<?xml version="1.0" encoding="UTF-8"?>
<!-- The catalogue of a corpus as a table, for a spreadsheet. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                default-mode="documents.csv"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="../lib/csv.xsl"/>

  <xsl:output method="text"/>

  <xsl:mode name="documents.csv" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="ed:held-kinds" as="xs:string+"
                select="'person', 'place', 'organisation', 'event', 'work', 'periodical', 'archival'"/>

  <xsl:template match="/" as="text()+">
    <xsl:sequence select="ed:row(('folder', 'title', 'authors', 'date', 'earliest', 'words', $ed:held-kinds)),
                          joint/document ! ed:row(ed:document-cells(.))"/>
  </xsl:template>

  <!-- The cells of a document's row.
         in:  <document folder="letters/third" title="To Jonas Veldt" words="412"/>
         out: 'letters/third', 'To Jonas Veldt', '', … -->
  <xsl:function name="ed:document-cells" visibility="public" as="xs:string+">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="$document ! (string(@folder), string(@title), string(@authors), string(@date), string(@day), string(@words)),
                          for $kind in $ed:held-kinds return string(($document/holds[@kind = $kind]/@entries, '0')[1])"/>
  </xsl:function>

</xsl:stylesheet>
