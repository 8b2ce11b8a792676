<?xml version="1.0" encoding="UTF-8"?>
<!-- The shell that every page shares: head, navigation, landmarks, footer. Who includes it says what pages there are and what they are of. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="nesting.xsl"/>

  <!-- The version of the toolkit that makes the pages; shown in the footer when it is given. -->
  <xsl:param name="version" as="xs:string" select="''"/>

  <!-- What a page may load: what lies beside it. A script within the page is forbidden; data are no script. -->
  <xsl:variable name="ed:policy" as="xs:string"
                select="'default-src ''none''; style-src ''self''; img-src ''self''; script-src ''self''; base-uri ''none''; form-action ''none'''"/>

  <!-- One page: its name, what its head tells, the styles and scripts that lie beside it, its content. -->
  <xsl:template name="page" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:param name="metadata" as="element()*"/>
    <xsl:param name="styles" as="xs:string*" select="'registers.css'"/>
    <xsl:param name="sheets" as="xs:string+" select="'edition.css', $styles, 'theme.css'"/>
    <xsl:param name="scripts" as="xs:string*"/>
    <xsl:variable name="label" as="xs:string?" select="$ed:pages[?file = $file]?label"/>
    <html lang="{$lang}">
      <head>
        <meta charset="UTF-8"/>
        <meta http-equiv="Content-Security-Policy" content="{$ed:policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <title>{string-join(($label[$file != 'index.html'], ed:title(.)), ' · ')}</title>
        <xsl:for-each select="$sheets">
          <link rel="stylesheet" href="{.}"/>
        </xsl:for-each>
        <xsl:sequence select="$metadata"/>
      </head>
      <body class="{substring-before($file, '.')}">
        <a class="skip" href="#content">{ed:say('skip')}</a>
        <header class="masthead">
          <xsl:if test="$file != 'index.html'">
            <a class="short-title" href="index.html"><xsl:sequence select="* ! ed:text-language(.)"/>{ed:title(.)}</a>
          </xsl:if>
          <nav aria-label="{ed:say('pages')}">
            <ul>
              <xsl:for-each select="$ed:pages">
                <li><a href="{?file}"><xsl:if test="?file = $file"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>{?label}</a></li>
              </xsl:for-each>
            </ul>
          </nav>
          <button class="theme" type="button" aria-label="{ed:say('light-or-dark')}"/>
        </header>
        <main id="content">
          <xsl:sequence select="ed:nested($content)"/>
        </main>
        <footer class="colophon">
          <xsl:sequence select="ed:foot(.)"/>
          <ul>
            <xsl:for-each select="$ed:downloads">
              <li><a href="{?file}">{?label}</a></li>
            </xsl:for-each>
            <li>{ed:say('made-with', normalize-space('teikit ' || $version))}</li>
          </ul>
        </footer>
        <xsl:for-each select="'edition.js', $scripts">
          <script defer="defer" src="{.}"/>
        </xsl:for-each>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>
