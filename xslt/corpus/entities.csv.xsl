<?xml version="1.0" encoding="UTF-8"?>
<!-- All joint entries as a table: one row an entry, for a spreadsheet. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                default-mode="entities.csv"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="../lib/csv.xsl"/>

  <xsl:output method="text"/>

  <xsl:mode name="entities.csv" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="ed:numbering" as="xs:string+" select="'wikidata', 'viaf', 'gnd', 'geonames', 'doi'"/>

  <xsl:template match="/" as="text()+">
    <xsl:sequence select="ed:row(('id', 'kind', 'type', 'label', 'sort', 'names', 'life', 'description', $ed:numbering, 'joined by',
                                  'documents', 'mentions')),
                          joint/entry ! ed:row(ed:entry-cells(.))"/>
  </xsl:template>

  <!-- The cells of a joint entry's row.
         in:  <entry kind="person" id="pers_veldt" label="Jonas Veldt" sort="Veldt, Jonas">…</entry>
         out: 'pers_veldt', 'person', '', 'Jonas Veldt', 'Veldt, Jonas', … -->
  <xsl:function name="ed:entry-cells" visibility="public" as="xs:string+">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:sequence select="$entry ! (string(@id), string(@kind), string(@type), string(@label), string(@sort), string-join(name, '; '),
                                    string(@life), string((description, @reference)[1])),
                          for $authority in $ed:numbering
                            return string-join($entry/identifier[lower-case(@authority) = $authority], '; '),
                          string($entry/@rules), string($entry/@documents), string($entry/@mentions)"/>
  </xsl:function>

</xsl:stylesheet>
