<?xml version="1.0" encoding="UTF-8"?>
<!-- What the joint pages of a corpus share: which pages there are, what the corpus is called, how a document is shown. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="../../lib/labels.xsl"/>
  <xsl:include href="../../lib/shell.xsl"/>
  <xsl:include href="../../lib/finding.xsl"/>
  <xsl:include href="../../lib/attributes.xsl"/>

  <!-- What the corpus is called, and which joint files are made. -->
  <xsl:param name="corpus" as="xs:string" select="''"/>
  <xsl:param name="made" as="xs:string" select="''"/>

  <xsl:key name="documents" match="document" use="@number"/>

  <!-- The joint pages that are made, in the order of the navigation. -->
  <xsl:variable name="ed:pages" as="map(xs:string, xs:string)*"
                select="('index catalogue', 'persons', 'places', 'organisations', 'events', 'search', 'bibliography', 'archives')
                        ! map {'file': tokenize(.)[1] || '.html', 'label': ed:say(tokenize(.)[last()])}[?file = tokenize($made)]"/>

  <!-- The same content as data, for the footer. -->
  <xsl:variable name="ed:downloads" as="map(xs:string, xs:string)*"
                select="('documents.json', 'documents.csv', 'entities.json', 'entities.csv', 'mentions.csv')[. = tokenize($made)]
                        ! map {'file': ., 'label': ed:say(replace(., '\.', '-'))}"/>

  <!-- What the corpus is called.
         in:  the joint document
         out: 'Letters of Marta Leskova' -->
  <xsl:function name="ed:title" visibility="public" as="xs:string">
    <xsl:param name="joint" as="document-node()"/>
    <xsl:sequence select="($corpus[normalize-space()], ed:say('all-documents'))[1]"/>
  </xsl:function>

  <!-- What stands at the foot of every joint page.
         in:  the joint document
         out: <p>Letters of Marta Leskova: 4 documents.</p> -->
  <xsl:function name="ed:foot" visibility="public" as="element()">
    <xsl:param name="joint" as="document-node()"/>
    <p>{ed:title($joint)}: {ed:tell-many(count($joint/joint/document), 'count-documents')}.</p>
  </xsl:function>

  <!-- What a document is called, as a link to a page of its own.
         in:  <document number="3" folder="letters/third" title="To Jonas Veldt"/>, 'persons.html#pers_veldt'
         out: <a href="letters/third/persons.html#pers_veldt">To Jonas Veldt</a> -->
  <xsl:function name="ed:document-link" visibility="public" as="element()">
    <xsl:param name="document" as="element(document)"/>
    <xsl:param name="address" as="xs:string"/>
    <a href="{ed:path($document)}/{$address}">
      <xsl:sequence select="ed:text-language($document)"/>
      <xsl:value-of select="$document/(@title, @folder)[1]"/>
    </a>
  </xsl:function>

  <!-- The folder of a document as an address.
         in:  <document folder="letters/to Rīga"/>
         out: 'letters/to%20R%C4%ABga' -->
  <xsl:function name="ed:path" visibility="public" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="string-join(tokenize($document/@folder, '/') ! encode-for-uri(.), '/')"/>
  </xsl:function>

</xsl:stylesheet>
