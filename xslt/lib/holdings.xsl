<?xml version="1.0" encoding="UTF-8"?>
<!-- Which archive holds a unit, and what it is called. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The entry of the archive that holds a unit.
         in:  <bibl type="archival"><orgName ref="#arch_osa">…</orgName>…</bibl>
         out: <org xml:id="arch_osa">…</org> -->
  <xsl:function name="ed:archive" visibility="public" as="element()?">
    <xsl:param name="unit" as="element(bibl)"/>
    <xsl:sequence select="$unit/orgName[1] ! ed:entity(.)"/>
  </xsl:function>

  <!-- What tells one archive from another.
         in:  <bibl type="archival"><orgName ref="#arch_osa">…</orgName>…</bibl>
         out: '#arch_osa' -->
  <xsl:function name="ed:archive-key" visibility="public" as="xs:string">
    <xsl:param name="unit" as="element(bibl)"/>
    <xsl:sequence select="($unit/orgName[1]/@ref, $unit/orgName[1], '')[1] ! normalize-space(.)"/>
  </xsl:function>

  <!-- The name of the archive that holds a unit.
         in:  <bibl type="archival"><orgName ref="#arch_osa">…</orgName>…</bibl>
         out: 'Ostrana State Archive' -->
  <xsl:function name="ed:archive-name" visibility="public" as="xs:string">
    <xsl:param name="unit" as="element(bibl)"/>
    <xsl:sequence select="(ed:archive($unit) ! ed:label(.), $unit/orgName[1] ! normalize-space(.), ed:tell('archive-unnamed'))[1]"/>
  </xsl:function>

</xsl:stylesheet>
