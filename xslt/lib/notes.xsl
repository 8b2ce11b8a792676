<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a reference where the text calls for one, the note at the end, and the way back. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="notes" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The callout of a note stands where the note does; of one that stands apart, at the pointer to it or at what it is on. -->

  <xsl:template match="note" as="node()*">
    <xsl:if test="not(ed:is-called(.))"><xsl:apply-templates select="." mode="callout"/></xsl:if>
  </xsl:template>

  <xsl:template match="note[ed:is-inline(.)]" as="element()" priority="1">
    <xsl:element name="{if (parent::u or parent::div) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'note'"/>
      <xsl:attribute name="id" select="ed:note-id(.)"/>
      <xsl:apply-templates select="@xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:mode name="callout" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="note | annotation" mode="callout" as="node()+">
    <sup><a role="doc-noteref" id="{ed:note-id(.)}-ref" href="#{ed:note-id(.)}">{ed:note-number(.)}</a></sup>
  </xsl:template>

  <xsl:template match="*" mode="notes" as="element()?" priority="-1">
    <xsl:if test="exists(ed:notes(.))">
      <section role="doc-endnotes" aria-labelledby="notes-heading">
        <h2 id="notes-heading"><xsl:sequence select="ed:interface-language(.)"/>{ed:say('notes')}</h2>
        <p class="notes-beside"><xsl:sequence select="ed:interface-language(.)"/>{ed:say('notes-beside')}</p>
        <xsl:where-populated>
          <ol class="notes"><xsl:apply-templates select="ed:notes(.)[not(ed:is-stray(.))]" mode="notes"/></ol>
        </xsl:where-populated>
        <xsl:where-populated>
          <ul class="list"><xsl:apply-templates select="ed:notes(.)[ed:is-stray(.)]" mode="notes"/></ul>
        </xsl:where-populated>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note | annotation" mode="notes" as="element()">
    <li id="{ed:note-id(.)}">
      <xsl:sequence select="ed:list-number(., position())"/>
      <xsl:apply-templates select="@xml:lang" mode="attributes"/>
      <xsl:text>&#10;</xsl:text>
      <p><xsl:apply-templates select="ed:body(.)"/><xsl:sequence select="ed:way-back(.)"/></p>
    </li>
  </xsl:template>

  <xsl:template match="note[p]" mode="notes" as="element()">
    <li id="{ed:note-id(.)}">
      <xsl:sequence select="ed:list-number(., position())"/>
      <xsl:apply-templates select="@xml:lang" mode="attributes"/>
      <xsl:text>&#10;</xsl:text>
      <xsl:variable name="last" as="element(p)?" select="*[last()]/self::p[ed:paragraph-tag(.) = 'p'][empty(following-sibling::text()[normalize-space()])]"/>
      <xsl:apply-templates select="(* | text()[normalize-space()]) except $last"/>
      <p>
        <xsl:apply-templates select="$last/@xml:id, $last/@xml:lang" mode="attributes"/>
        <xsl:apply-templates select="$last/node()"/>
        <xsl:apply-templates select="$last[@xml:id]/ed:notes-on(.)" mode="callout"/>
        <xsl:sequence select="ed:way-back(.)"/>
      </p>
    </li>
  </xsl:template>

  <!-- The link from a note back to where it was called.
         in:  <note xml:id="note-13" n="13">
         out: <a role="doc-backlink" href="#note-13-ref" aria-label="Back to reference 13">↩</a> -->
  <xsl:function name="ed:way-back" visibility="public" as="node()*">
    <xsl:param name="note" as="element()"/>
    <xsl:if test="not(ed:is-stray($note))">
      <xsl:text> </xsl:text>
      <a role="doc-backlink" href="#{ed:note-id($note)}-ref" aria-label="{ed:say('back', ed:note-number($note))}">↩︎</a>
    </xsl:if>
  </xsl:function>

  <!-- The number of a note in its list, where it is not that of its place.
         in:  <note n="13">, 1
         out: value="13" -->
  <xsl:function name="ed:list-number" as="attribute()?">
    <xsl:param name="note" as="element()"/>
    <xsl:param name="place" as="xs:integer"/>
    <xsl:for-each select="$note/@n[. castable as xs:integer][xs:integer(.) ne $place][not(ed:is-stray($note))]">
      <xsl:attribute name="value" select="xs:integer(.)"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
