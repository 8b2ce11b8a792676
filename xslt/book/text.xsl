<?xml version="1.0" encoding="UTF-8"?>
<!-- The text as a book has it, on paper and in an EPUB: links stay within it, summaries stand beside the paragraphs. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="library.xsl"/>

  <xsl:mode on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- Where the text and the registers stand: in one file on paper, in files of their own in an EPUB. -->
  <xsl:variable name="ed:text-file" as="xs:string" select="''"/>
  <xsl:variable name="ed:registers-file" as="xs:string" select="''"/>

  <!-- The file that lists an entry.
         in:  <person xml:id="pers_veldt">…</person>
         out: 'registers.xhtml' -->
  <xsl:function name="ed:file" visibility="public" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="$ed:registers-file"/>
  </xsl:function>

  <!-- Where a mention leads: to its entry; the title of a work, to the work that is cited; a date leads nowhere.
         in:  <persName ref="#pers_veldt"/>
         out: '#pers_veldt' -->
  <xsl:function name="ed:mention-address" visibility="public" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="cited" as="element()?" select="$mention/self::title[not(@ref)]/ancestor::bibl[@corresp][1]"/>
    <xsl:sequence select="($mention, $cited)[@ref or @corresp][1] ! ed:entity(.) ! ed:address(.)"/>
  </xsl:function>

  <!-- Does an element hold something that is a link of its own? In a book, dates are none.
         in:  <rs ref="#ev_murder">murder of <persName ref="#pers_kirov">Kirov</persName></rs>
         out: true -->
  <xsl:function name="ed:holds-links" visibility="public" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[@ref or @corresp or self::note or self::ref or self::ptr])"/>
  </xsl:function>

  <!-- The title of an edition with its subtitle.
         in:  the document
         out: 'Lamps on the Mole: Pilots, Customs and the Harbour of Ostrana, 1881–1907' -->
  <xsl:function name="ed:whole-title" visibility="public" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="sub" as="element(title)*" select="$document/*/teiHeader/fileDesc/titleStmt/title[@type = 'sub']"/>
    <xsl:sequence select="string-join((ed:title($document), $sub[1] ! normalize-space(.)), ': ')"/>
  </xsl:function>

  <!-- The day of the last change, else of publication.
         in:  <TEI>…<revisionDesc><change when="2026-11-22">…</change></revisionDesc>…</TEI>
         out: '2026-11-22' -->
  <xsl:function name="ed:modified" visibility="public" as="xs:string?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$document/*/teiHeader"/>
    <xsl:variable name="days" as="xs:string*"
                  select="(max($header/revisionDesc//@when[matches(., '^\d{4}')] ! string()),
                           $header/fileDesc/publicationStmt/date/@when/string()) ! substring(., 1, 10)"/>
    <xsl:sequence select="$days[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')][1] ! (. || substring('0000-01-01', string-length(.) + 1))"/>
  </xsl:function>

  <!-- The id of a note; one without an id is known by its place among such, the same at every run.
         in:  <note xml:id="note-13" n="13">
         out: 'note-13' -->
  <xsl:function name="ed:note-id" visibility="public" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="($note/@xml:id, 'unnamed-note-' || ed:places(root($note))(generate-id($note)))[1]"/>
  </xsl:function>

  <!-- The places of the notes that have no id, among themselves.
         in:  the document
         out: {'d1e7': 1, 'd1e9': 2} -->
  <xsl:function name="ed:places" cache="yes" as="map(xs:string, xs:integer)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="map:merge(($document//note | $document//annotation)[not(@xml:id)] ! map {generate-id(.): position()})"/>
  </xsl:function>

  <!-- Paragraphs: the regest is the text where prose is withheld, and stands beside it where it is not -->

  <xsl:template match="p[@n][not(ancestor::note)]" as="element()">
    <xsl:variable name="withheld" as="xs:boolean" select="ed:is-withheld(.)"/>
    <div class="paragraph {if ($withheld) then 'withheld' else 'whole'}{' continued'[current()/@prev]}">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <span class="number">{@n}</span>
      <xsl:choose>
        <xsl:when test="$withheld"><xsl:apply-templates select="ed:regest(.)" mode="regest"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="ed:regest(.)" mode="gloss"/></xsl:otherwise>
      </xsl:choose>
      <xsl:element name="{ed:paragraph-tag(.)}">
        <xsl:attribute name="class" select="if ($withheld) then 'facts' else 'prose'"/>
        <xsl:apply-templates/>
      </xsl:element>
    </div>
  </xsl:template>

  <xsl:template match="note[@type = 'regest']" mode="gloss" as="element()">
    <aside class="gloss" role="note" aria-label="{ed:say('summary-of', id(substring-after(@target, '#'))/@n)}">
      <xsl:apply-templates select="@xml:lang" mode="attributes"/>
      <xsl:apply-templates select="p"/>
    </aside>
  </xsl:template>

  <!-- Who speaks is told where the words are withheld; else the author tells it. -->
  <xsl:template match="said" mode="speaker" as="element()?">
    <xsl:if test="ed:is-withheld(.)"><xsl:apply-imports/></xsl:if>
  </xsl:template>

  <!-- What a reader must know before reading, without what is said of the page on a screen. -->
  <xsl:template match="text" mode="notice" as="element()*">
    <xsl:variable name="said" as="element()*"><xsl:apply-imports/></xsl:variable>
    <xsl:sequence select="$said[not(self::*:details)]"/>
  </xsl:template>

  <!-- Mentions: a link where it holds no other, and no marks -->

  <xsl:template match="persName | placeName | orgName | rs | name | title | bibl | date" as="element()">
    <xsl:variable name="address" as="xs:string?" select="ed:mention-address(.)[not(ed:holds-links(current()))]"/>
    <xsl:element name="{if (exists($address)) then 'a' else 'span'}">
      <xsl:attribute name="class" select="ed:mention-class(.)"/>
      <xsl:apply-templates select="@cert, @xml:lang[empty(parent::title)]" mode="attributes"/>
      <xsl:for-each select="$address"><xsl:attribute name="href" select="."/></xsl:for-each>
      <xsl:apply-templates select="." mode="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="gap[@reason = 'rights'][@unit = 'letters'][not(node())]" as="element()">
    <span class="gap gap-{ed:gap-size(@quantity)}" role="img" aria-label="{@quantity} {ed:withheld(.)}"><xsl:sequence select="ed:interface-language(.)"/>{@quantity}</span>
  </xsl:template>

</xsl:stylesheet>
