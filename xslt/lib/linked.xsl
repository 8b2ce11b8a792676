<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers to other documents of the same build, and to pictures that are copied beside the pages. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Where the pointers of this document lead that name others of the same build, as JSON. -->
  <xsl:param name="linked" as="xs:string" select="''"/>

  <xsl:variable name="ed:linked" as="map(*)" select="if ($linked) then parse-json($linked) else map {}"/>

  <!-- The copies of pictures by the addresses that this document names them by, as JSON. -->
  <xsl:param name="pictures" as="xs:string" select="''"/>

  <xsl:variable name="ed:pictures" as="map(*)" select="if ($pictures) then parse-json($pictures) else map {}"/>

  <!-- The copy of a picture, if it has one.
         in:  'img/mole.png'
         out: 'pictures/img/mole.png' -->
  <xsl:function name="ed:copy" visibility="public" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="$ed:pictures(normalize-space($address))"/>
  </xsl:function>

  <!-- The address of a passage or an entry of another document.
         in:  {'folder': '../b/', 'id': 'ada', 'element': 'person', 'type': ''}
         out: '../b/persons.html#ada' -->
  <xsl:function name="ed:elsewhere" visibility="public" as="xs:string">
    <xsl:param name="place" as="map(*)"/>
    <xsl:variable name="entry" as="element()?">
      <xsl:for-each select="$place?element">
        <xsl:element name="{.}" namespace="http://www.tei-c.org/ns/1.0"><xsl:attribute name="type" select="$place?type"/></xsl:element>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="$place?folder || ($entry ! ed:file(.), 'index.html')[1] || $place?id[.] ! ('#' || encode-for-uri(.))"/>
  </xsl:function>

</xsl:stylesheet>
