<?xml version="1.0" encoding="UTF-8"?>
<!-- The shell that every page shares: head, navigation, landmarks, footer. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The version of the toolkit that makes the pages; shown in the footer when it is given. -->
  <xsl:param name="version" as="xs:string" select="''"/>

  <!-- The pages of an edition, in the order of the navigation. -->
  <xsl:variable name="ed:pages" as="map(xs:string, xs:string)+"
                select="map {'file': 'index.html', 'label': 'Text'}, map {'file': 'persons.html', 'label': 'Persons'},
                        map {'file': 'places.html', 'label': 'Places'},
                        map {'file': 'organisations.html', 'label': 'Organisations'},
                        map {'file': 'events.html', 'label': 'Events'},
                        map {'file': 'chronology.html', 'label': 'Chronology'},
                        map {'file': 'bibliography.html', 'label': 'Bibliography'},
                        map {'file': 'archives.html', 'label': 'Archives'}"/>

  <!-- The same content as data, for the footer. -->
  <xsl:variable name="ed:downloads" as="map(xs:string, xs:string)+"
                select="map {'file': 'edition.txt', 'label': 'Plain text'}, map {'file': 'entities.json', 'label': 'Entities (JSON)'},
                        map {'file': 'entities.csv', 'label': 'Entities (CSV)'}"/>

  <xsl:variable name="ed:policy" as="xs:string"
                select="'default-src ''none''; style-src ''self''; img-src ''self''; script-src ''self''; base-uri ''none'''"/>

  <!-- The main title of an edition.
         in:  the document
         out: 'Lamps on the Mole' -->
  <xsl:function name="ed:title" visibility="public" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="titles" as="element(title)*" select="$document/*/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:sequence select="(($titles[@type = 'main'], $titles)[1] ! normalize-space(.)[.], 'Untitled')[1]"/>
  </xsl:function>

  <!-- The people who wrote the text.
         in:  the document
         out: 'Edda Marlow' -->
  <xsl:function name="ed:authors" visibility="public" as="xs:string*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document/*/teiHeader/fileDesc/titleStmt/author ! normalize-space(.)"/>
  </xsl:function>

  <xsl:template name="page" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:param name="metadata" as="element()*"/>
    <xsl:variable name="label" as="xs:string" select="$ed:pages[?file = $file]?label"/>
    <html lang="en">
      <head>
        <meta charset="UTF-8"/>
        <meta http-equiv="Content-Security-Policy" content="{$ed:policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <title>{($label || ' · ')[$file != 'index.html']}{ed:title(.)}</title>
        <link rel="stylesheet" href="edition.css"/>
        <xsl:sequence select="$metadata"/>
      </head>
      <body class="{substring-before($file, '.')}">
        <a class="skip" href="#content">Skip to the content</a>
        <header class="masthead">
          <a class="short-title" href="index.html"><xsl:apply-templates select="*/@xml:lang" mode="attributes"/>{ed:title(.)}</a>
          <nav aria-label="Pages of the edition">
            <ul>
              <xsl:for-each select="$ed:pages">
                <li><a href="{?file}"><xsl:if test="?file = $file"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>{?label}</a></li>
              </xsl:for-each>
            </ul>
          </nav>
        </header>
        <main id="content">
          <xsl:sequence select="$content"/>
        </main>
        <footer class="colophon">
          <p>{string-join((ed:authors(.), ed:title(.)), ', ')}{(' · made with teikit ' || $version)[$version]}</p>
          <ul>
            <xsl:for-each select="$ed:downloads">
              <li><a href="{?file}">{?label}</a></li>
            </xsl:for-each>
          </ul>
        </footer>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>
