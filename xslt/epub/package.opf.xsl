<?xml version="1.0" encoding="UTF-8"?>
<!-- The package of an EPUB: what it is, what files it holds, in which order they are read. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns="http://www.idpf.org/2007/opf"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="parts/shell.xsl"/>

  <xsl:output method="xml" indent="yes" omit-xml-declaration="no"/>

  <!-- What is told of its accessibility; see schema.org. -->
  <xsl:variable name="ed:accessibility" as="element()+">
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <meta property="schema:accessibilityFeature">structuralNavigation</meta>
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
    <meta property="schema:accessibilityFeature">index</meta>
    <meta property="schema:accessibilityFeature">ARIA</meta>
    <meta property="schema:accessibilityFeature">displayTransformability</meta>
    <meta property="schema:accessibilityFeature">unlocked</meta>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">Text only, in reading order, with headings, a table of contents, footnotes
      linked both ways, registers of names, and the languages of foreign words marked.</meta>
  </xsl:variable>

  <xsl:template match="/" as="element()">
    <package version="3.0" unique-identifier="identifier" xml:lang="en">
      <metadata>
        <dc:identifier id="identifier">{ed:identifier(.)}</dc:identifier>
        <dc:title id="title">{ed:title(.)}</dc:title>
        <meta refines="#title" property="title-type">main</meta>
        <dc:language>{ed:language(.)}</dc:language>
        <xsl:apply-templates select="*/teiHeader" mode="metadata"/>
        <meta property="dcterms:modified">{(ed:modified(.), '1980-01-01')[1]}T00:00:00Z</meta>
        <xsl:sequence select="$ed:accessibility"/>
      </metadata>
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
        <item id="about" href="about.xhtml" media-type="application/xhtml+xml"/>
        <item id="registers" href="registers.xhtml" media-type="application/xhtml+xml"/>
        <item id="style" href="epub.css" media-type="text/css"/>
      </manifest>
      <spine>
        <itemref idref="text"/>
        <itemref idref="about"/>
        <itemref idref="registers"/>
        <itemref idref="nav" linear="no"/>
      </spine>
    </package>
  </xsl:template>

  <xsl:template match="teiHeader" mode="metadata" as="element()*">
    <xsl:for-each select="fileDesc/titleStmt/title[@type = 'sub'][normalize-space()][1]">
      <dc:title id="subtitle">{normalize-space(.)}</dc:title>
      <meta refines="#subtitle" property="title-type">subtitle</meta>
    </xsl:for-each>
    <xsl:apply-templates select="fileDesc/titleStmt/author[exists(ed:credited(.))]" mode="metadata"/>
    <xsl:for-each select="ed:editors(/)">
      <dc:contributor>{.}</dc:contributor>
    </xsl:for-each>
    <xsl:for-each select="fileDesc/publicationStmt/publisher[normalize-space()][1]"><dc:publisher>{normalize-space(.)}</dc:publisher></xsl:for-each>
    <xsl:for-each select="fileDesc/publicationStmt/date[1]/@when[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')]"><dc:date>{.}</dc:date></xsl:for-each>
    <xsl:for-each select="(fileDesc/sourceDesc/biblStruct)[1]"><dc:source>{string-join(ed:reference(.))}</dc:source></xsl:for-each>
    <xsl:for-each select=".//keywords/term[normalize-space()]"><dc:subject>{normalize-space(.)}</dc:subject></xsl:for-each>
    <xsl:for-each select="fileDesc/publicationStmt/availability/licence[normalize-space() or @target][1]"><dc:rights>{normalize-space(string-join((., @target), ' '))}</dc:rights></xsl:for-each>
  </xsl:template>

  <xsl:template match="author" mode="metadata" as="element()+">
    <xsl:variable name="id" as="xs:string" select="'author-' || count(preceding-sibling::author) + 1"/>
    <dc:creator id="{$id}">{ed:credited(.)}</dc:creator>
    <meta refines="#{$id}" property="role" scheme="marc:relators">aut</meta>
    <xsl:for-each select="persName[@ref][1] ! ed:entity(.)"><meta refines="#{$id}" property="file-as">{ed:sort-name(.)}</meta></xsl:for-each>
  </xsl:template>

  <!-- What the publication is known by, the same in every version of it.
         in:  <publicationStmt><idno type="URI">https://example.org/harbour/</idno></publicationStmt>
         out: 'https://example.org/harbour/' -->
  <xsl:function name="ed:identifier" visibility="public" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="given" as="xs:string*" select="$document/*/teiHeader/fileDesc/publicationStmt/idno ! normalize-space(.)"/>
    <xsl:sequence select="($given[starts-with(., 'http') or starts-with(., 'urn:')],
                           ($document/*/@xml:id, $given, ed:title($document))[1] ! ('tag:teikit,2026:edition/' || encode-for-uri(.)))[1]"/>
  </xsl:function>

</xsl:stylesheet>
