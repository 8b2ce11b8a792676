<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables of comma-separated values. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- What a spreadsheet would take for a formula, and the signs one begins with. The toolkit reads it here for the tables that it writes itself. -->
  <xsl:variable name="ed:formula" as="xs:string" select="'^([=@\t\r]|[+\-][\s\S]*[^0-9.])'"/>
  <xsl:variable name="ed:formula-signs" as="xs:string" select="'=@&#9;&#13;+-'"/>

  <!-- A row of a table of comma-separated values; a cell is quoted where it must be, and one that a
       spreadsheet would take for a formula begins with an apostrophe. Numbers stay as they are.
         in:  'pers_veldt', 'Veldt, Jonas'
         out: 'pers_veldt,"Veldt, Jonas"' and a new line -->
  <xsl:function name="ed:row" visibility="public" as="text()">
    <xsl:param name="cells" as="xs:string+"/>
    <xsl:variable name="neutral" as="xs:string+"
                  select="$cells ! (if (. and contains($ed:formula-signs, substring(., 1, 1)) and matches(., $ed:formula)) then codepoints-to-string(39) || . else .)"/>
    <xsl:value-of select="string-join($neutral ! (if (translate(., '&quot;,&#10;&#13;', '') ne .) then '&quot;' || replace(., '&quot;', '&quot;&quot;') || '&quot;'
                                                else .), ',') || '&#10;'"/>
  </xsl:function>

</xsl:stylesheet>
