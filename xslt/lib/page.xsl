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

  <xsl:include href="labels.xsl"/>
  <xsl:include href="nesting.xsl"/>
  <xsl:include href="texts.xsl"/>

  <!-- The version of the toolkit that makes the pages; shown in the footer when it is given. -->
  <xsl:param name="version" as="xs:string" select="''"/>

  <!-- The pages of an edition, in the order of the navigation. -->
  <xsl:variable name="ed:pages" as="map(xs:string, xs:string)+"
                select="('index text', 'persons', 'places', 'organisations', 'events', 'chronology', 'map', 'network', 'search', 'bibliography', 'archives', 'interventions')
                        ! map {'file': tokenize(.)[1] || '.html', 'label': ed:say(tokenize(.)[last()])}"/>

  <!-- The same content as data, for the footer. -->
  <xsl:variable name="ed:downloads" as="map(xs:string, xs:string)+"
                select="map {'file': 'edition.txt', 'label': ed:say('plain-text')},
                        map {'file': 'entities.json', 'label': ed:say('entities-json')},
                        map {'file': 'entities.csv', 'label': ed:say('entities-csv')}"/>

  <!-- What a page may load: what lies beside it. A script within the page is forbidden; data are no script. -->
  <xsl:variable name="ed:policy" as="xs:string"
                select="'default-src ''none''; style-src ''self''; img-src ''self''; script-src ''self''; base-uri ''none''; form-action ''none'''"/>

  <!-- The main title of an edition.
         in:  the document
         out: 'Lamps on the Mole' -->
  <xsl:function name="ed:title" visibility="public" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="titles" as="element(title)*" select="ed:header($document)/fileDesc/titleStmt/title"/>
    <xsl:sequence select="(($titles[@type = 'main'], $titles)[1] ! normalize-space(.)[.], ed:say('untitled'))[1]"/>
  </xsl:function>

  <!-- The people who wrote the text.
         in:  the document
         out: 'Edda Marlow' -->
  <xsl:function name="ed:authors" visibility="public" as="xs:string*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="ed:header($document)/fileDesc/titleStmt/author ! normalize-space(.)"/>
  </xsl:function>

  <!-- Where an edition says that it lives.
         in:  the document
         out: 'https://example.org/harbour/' -->
  <xsl:function name="ed:home" visibility="public" as="xs:string?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="ed:header($document)/fileDesc/publicationStmt/idno[matches(., '^\s*https?://')][1] ! normalize-space(.)"/>
  </xsl:function>

  <!-- The parts by which an edition is cited: authors and title, editors, version, date.
         in:  the document
         out: 'Edda Marlow, Lamps on the Mole', 'digital edition by The harbour editors', 'version 1.0', '22 November 2026' -->
  <xsl:function name="ed:citation" visibility="public" as="xs:string+">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="ed:header($document)/fileDesc[1]"/>
    <xsl:variable name="editors" as="xs:string*"
                  select="$file/titleStmt/respStmt/(name | persName | orgName) ! normalize-space(.) => distinct-values()"/>
    <xsl:sequence select="string-join((ed:authors($document), ed:title($document)), ', '),
                          string-join($editors, ', ')[.] ! ed:say('digital-edition-by', .),
                          $file/editionStmt/edition[1]/@n ! ed:say('version', .),
                          $file/publicationStmt/date[1] ! normalize-space(.)"/>
  </xsl:function>

  <!-- One page: its name, what its head tells, the styles and scripts that lie beside it, its content. -->
  <xsl:template name="page" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:param name="metadata" as="element()*"/>
    <xsl:param name="styles" as="xs:string*" select="'registers.css'"/>
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
        <xsl:for-each select="'edition.css', $styles, 'theme.css'">
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
          <p>{string-join((ed:citation(.), ed:home(.)), ', ')}. <a href="index.html#about-heading">{ed:say('cite')}</a></p>
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
