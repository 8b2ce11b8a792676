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
                 error-code="ed:unknown-element">no template for {name()} at {path()}</xsl:message>
    <xsl:element name="{if (ancestor::*[self::p or self::head or self::note or self::l or self::ab or self::cell or text()[normalize-space()]]) then 'span' else 'div'}">
      <xsl:attribute name="class" select="'tei-' || local-name()"/>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
