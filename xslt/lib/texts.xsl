<?xml version="1.0" encoding="UTF-8"?>
<!-- Which parts of a document are its text, and which notes stand apart from where they are called. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The texts of a document: its texts and transcriptions, else its facsimile, else whatever it is.
         in:  the document
         out: <text>…</text> -->
  <xsl:function name="ed:texts" visibility="public" cache="yes" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="texts" as="element()*" select="($document//text | $document//sourceDoc)[empty(ancestor::text)]"/>
    <xsl:sequence select="if (exists($texts)) then $texts
                          else if ($document//facsimile) then $document//facsimile
                          else $document/(*[not(self::TEI or self::teiCorpus or self::teiHeader)]
                                          | descendant::TEI/*[not(self::teiHeader or self::TEI)])"/>
  </xsl:function>

  <!-- The header of a document.
         in:  the document
         out: <teiHeader>…</teiHeader> -->
  <xsl:function name="ed:header" visibility="public" as="element(teiHeader)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document/(teiHeader | */teiHeader)[1]"/>
  </xsl:function>

  <!-- Notes that stand apart, at the end or the foot, and are called by a pointer to them, or point to what they are on -->

  <xsl:key name="callers" match="(ref | ptr)[ancestor::text]" use="tokenize(@target)[starts-with(., '#')] ! substring(., 2)"/>
  <xsl:key name="notes-on" match="text//note[@target][ed:is-apart(.)]" use="tokenize(@target)[starts-with(., '#')][1] ! substring(., 2)"/>

  <!-- Does a note stand among blocks, not among words?
         in:  <note> in <div type="notes">
         out: true -->
  <xsl:function name="ed:is-apart" visibility="public" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/(parent::div | parent::back | parent::body | parent::front | parent::text | parent::noteGrp | parent::item
                                        | parent::list)[empty(text()[normalize-space()])])"/>
  </xsl:function>

  <!-- The note that a pointer calls; nothing where it only refers to one.
         in:  <ptr target="#n1"/>
         out: <note xml:id="n1">…</note> in <div type="notes"> -->
  <xsl:function name="ed:called" visibility="public" as="element(note)?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="$pointer[starts-with(@target, '#')]/id(substring(tokenize(@target)[1], 2))[self::note][ancestor::text][ed:is-apart(.)]"/>
  </xsl:function>

  <!-- Is a note called from elsewhere, so that nothing need be shown where it stands?
         in:  <note xml:id="n1">…</note>
         out: true -->
  <xsl:function name="ed:is-called" visibility="public" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="ed:is-apart($note)
                          and (exists($note/@xml:id ! key('callers', ., root($note)))
                               or exists($note[@target]/key('notes-on', substring(tokenize(@target)[1], 2))[. is $note]
                                         /id(substring(tokenize(@target)[1], 2))[ancestor::text]))"/>
  </xsl:function>

  <!-- The number a note is called by.
         in:  <note xml:id="note-13" n="13">
         out: '13' -->
  <xsl:function name="ed:note-number" visibility="public" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="($note/@n/string(), string(ed:note-order(root($note))(generate-id($note))))[1]"/>
  </xsl:function>

  <!-- The order of the notes of each text, counted once a document.
         in:  the document
         out: {'d1e7': 1, 'd1e9': 2} -->
  <xsl:function name="ed:note-order" cache="yes" as="map(xs:string, xs:integer)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="map:merge(for $text in ed:texts($document) return $text/descendant-or-self::note ! map {generate-id(.): position()})"/>
  </xsl:function>

</xsl:stylesheet>
