<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of an edition have around them: the other pages, what the edition is called and how it is cited. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="labels.xsl"/>
  <xsl:include href="shell.xsl"/>
  <xsl:include href="texts.xsl"/>
  <xsl:include href="credits.xsl"/>

  <!-- Where the catalogue of all documents lies, seen from this one, if there is one. -->
  <xsl:param name="catalogue" as="xs:string" select="''"/>

  <!-- Where the reading page lies on the web, if its header does not say so. -->
  <xsl:param name="address" as="xs:string" select="''"/>

  <!-- The pages of an edition, in the order of the navigation. -->
  <xsl:variable name="ed:pages" as="map(xs:string, xs:string)+"
                select="$catalogue[.] ! map {'file': ., 'label': ed:say('all-documents')},
                        ('index text', 'persons', 'places', 'organisations', 'events', 'chronology', 'map', 'network', 'search', 'bibliography', 'archives', 'interventions')
                        ! map {'file': tokenize(.)[1] || '.html', 'label': ed:say(tokenize(.)[last()])}"/>

  <!-- The same content as data, for the footer. -->
  <xsl:variable name="ed:downloads" as="map(xs:string, xs:string)+"
                select="map {'file': 'edition.txt', 'label': ed:say('plain-text')},
                        map {'file': 'entities.json', 'label': ed:say('entities-json')},
                        map {'file': 'entities.csv', 'label': ed:say('entities-csv')}"/>

  <!-- The main title of an edition.
         in:  the document
         out: 'Lamps on the Mole' -->
  <xsl:function name="ed:title" visibility="public" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(ed:main-title(ed:header($document)/fileDesc[1]/titleStmt[1]), ed:say('untitled'))[1]"/>
  </xsl:function>

  <!-- The people who wrote the text.
         in:  the document
         out: 'Edda Marlow' -->
  <xsl:function name="ed:authors" visibility="public" as="xs:string*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="ed:credited(ed:header($document)/fileDesc/titleStmt/author)"/>
  </xsl:function>

  <!-- The people and bodies who edited the text.
         in:  the document
         out: 'The harbour editors' -->
  <xsl:function name="ed:editors" visibility="public" as="xs:string*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="ed:credited(ed:header($document)/fileDesc/titleStmt/respStmt/(name | persName | orgName))"/>
  </xsl:function>

  <!-- Where an edition lives: as it was asked for, else as its header says.
         in:  the document
         out: 'https://example.org/harbour/' -->
  <xsl:function name="ed:home" visibility="public" as="xs:string?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="($address[matches(., '^https?://')], ed:header($document)/fileDesc/publicationStmt/idno[matches(., '^\s*https?://')] ! normalize-space(.))[1]"/>
  </xsl:function>

  <!-- The parts by which an edition is cited: authors and title, editors, version, date.
         in:  the document
         out: 'Edda Marlow, Lamps on the Mole', 'digital edition by The harbour editors', 'version 1.0', '22 November 2026' -->
  <xsl:function name="ed:citation" visibility="public" as="xs:string+">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="ed:header($document)/fileDesc[1]"/>
    <xsl:sequence select="string-join((ed:authors($document), ed:title($document)), ', '),
                          string-join(ed:editors($document), ', ')[.] ! ed:say('digital-edition-by', .),
                          $file/editionStmt/edition[1]/@n[normalize-space()] ! ed:say('version', .),
                          $file/publicationStmt/date[1] ! (normalize-space(.)[.], normalize-space(@when)[.])[1]"/>
  </xsl:function>

  <!-- What stands at the foot of every page: how the edition is cited.
         in:  the document
         out: <p>Edda Marlow, Lamps on the Mole. <a href="index.html#about-heading">How to cite</a></p> -->
  <xsl:function name="ed:foot" visibility="public" as="element()">
    <xsl:param name="document" as="document-node()"/>
    <p>{string-join((ed:citation($document), ed:home($document)), ', ')}. <a href="index.html#about-heading">{ed:say('cite')}</a></p>
  </xsl:function>

</xsl:stylesheet>
