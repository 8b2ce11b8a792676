<?xml version="1.0" encoding="UTF-8"?>
<!-- What happens to an element that no other template knows. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- 'show' keeps the content and says so; 'fail' stops. Our own edition is built with 'fail'. -->
  <xsl:param name="unknown" as="xs:string" select="'show'"/>

  <xsl:template match="*" as="element()" priority="-1">
    <xsl:message terminate="{if ($unknown = 'fail') then 'yes' else 'no'}"
                 error-code="ed:unknown-element">no template for {name()} at {ed:order(root())(generate-id())}</xsl:message>
    <xsl:element name="{if (ancestor::*[self::p or self::head or self::note or self::l or self::ab or self::cell or ed:has-words(.)]) then 'span' else 'div'}">
      <xsl:attribute name="class" select="'tei-' || local-name()"/>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Which of all elements each is, counted once for all: a path would be counted anew for each.
         in:  <a><b/></a>
         out: {'d1e1': 1, 'd1e2': 2} -->
  <xsl:function name="ed:order" cache="yes" as="map(xs:string, xs:integer)">
    <xsl:param name="document" as="node()"/>
    <xsl:map>
      <xsl:for-each select="$document/descendant-or-self::*">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

</xsl:stylesheet>
