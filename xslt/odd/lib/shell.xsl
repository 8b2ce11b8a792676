<?xml version="1.0" encoding="UTF-8"?>
<!-- The shell of both pages of an ODD: head, navigation, landmarks. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:odd="tag:teikit,2026:odd"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="tag:teikit,2026:odd"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The style sheet, which each page carries so that it can be sent to somebody as one file. -->
  <xsl:param name="css" as="xs:string" select="''"/>

  <xsl:variable name="odd:known" as="xs:string*" select="/schema/element/@tag"/>

  <!-- What an ODD is called.
         in:  <schema ident="edition" title="How an annotated article is encoded"/>
         out: 'How an annotated article is encoded' -->
  <xsl:function name="odd:title" visibility="public" as="xs:string">
    <xsl:param name="schema" as="element(schema)"/>
    <xsl:sequence select="($schema/@title[normalize-space()], $schema/@ident)[1]"/>
  </xsl:function>

  <xsl:template name="page" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="contents" as="element()*"/>
    <xsl:param name="content" as="node()*"/>
    <html lang="en">
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{$label} · {odd:title(schema)}</title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
          <p>{odd:title(schema)}</p>
          <nav aria-label="Pages">
            <ul>
              <xsl:for-each select="'guidelines', 'reference'">
                <li><a href="{.}.html"><xsl:if test=". = lower-case($label)"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>{upper-case(substring(., 1, 1)) || substring(., 2)}</a></li>
              </xsl:for-each>
            </ul>
          </nav>
        </header>
        <nav class="contents" aria-label="Contents"><xsl:sequence select="$contents"/></nav>
        <main id="content">
          <h1>{$label}</h1>
          <xsl:sequence select="$content"/>
        </main>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>
