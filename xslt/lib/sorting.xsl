<?xml version="1.0" encoding="UTF-8"?>
<!-- In which order words stand. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- What sorting passes over: accents (as NFD parts them from their letters), quotation marks, brackets, apostrophes. -->
  <xsl:variable name="ed:unsorted" as="xs:string"
                select="codepoints-to-string((768 to 879, 34, 39, 40, 41, 91, 93, 171, 187, 697, 700, 8216 to 8222))"/>

  <!-- What words are sorted by: no case, no accents, no quotation marks.
         in:  '‘Vācietis’'
         out: 'vacietis' -->
  <xsl:function name="ed:sort-key" visibility="public" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="$words => normalize-unicode('NFD') => translate($ed:unsorted, '') => lower-case() => normalize-space()"/>
  </xsl:function>

</xsl:stylesheet>
