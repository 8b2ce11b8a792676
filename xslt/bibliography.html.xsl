<?xml version="1.0" encoding="UTF-8"?>
<!-- The bibliography: published documents, literature and periodicals, and every note that cites them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>
  <xsl:include href="lib/citing.xsl"/>
  <xsl:include href="lib/index.xsl"/>

  <xsl:output method="html" version="5" include-content-type="no" indent="yes" suppress-indentation="p li h1 h2 h3 h4 summary"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="works" as="element(biblStruct)*" select="TEI/standOff//biblStruct[@xml:id]"/>
    <xsl:variable name="periodicals" as="element(bibl)*" select="TEI/standOff//bibl[@type = 'periodical'][@xml:id]"/>
    <xsl:variable name="groups" as="element()*"
                  select="ed:works('documents', 'Published documents', $works[@type = 'edition']),
                          ed:works('literature', 'Literature', $works[not(@type = 'edition')]),
                          ed:works('periodicals', 'Periodicals', $periodicals)"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'bibliography.html'"/>
      <xsl:with-param name="content" as="element()+">
        <header>
          <h1>Bibliography</h1>
          <p class="tally">{ed:count(count(($works, $periodicals)), 'entry', 'entries')}, {ed:count(
            count(($works, $periodicals) ! ed:mentions(.)), 'mention', 'mentions')} in the text.</p>
          <nav class="jump" aria-label="Bibliography, by group">
            <ul>
              <xsl:for-each select="$groups">
                <li><a href="#{*:h2/@id}">{*:h2}</a></li>
              </xsl:for-each>
            </ul>
          </nav>
        </header>
        <xsl:sequence select="$groups"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A group of the bibliography, in the order of makers and years.
         in:  'literature', 'Literature', <biblStruct xml:id="bibl_ingram_2004">…</biblStruct>, …
         out: <section class="group"><h2 id="literature">Literature</h2>…</section> -->
  <xsl:function name="ed:works" visibility="public" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="works" as="element()*"/>
    <xsl:if test="exists($works)">
      <section class="group">
        <h2 id="{$id}">{$heading}</h2>
        <xsl:apply-templates select="$works" mode="entry">
          <xsl:sort select="if (self::biblStruct) then ed:work-key(.) else ed:sort-key(ed:sort-name(.))"/>
        </xsl:apply-templates>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:template match="biblStruct" mode="entry" as="element()">
    <article class="entry work">
      <xsl:apply-templates select="@xml:id" mode="attributes"/>
      <h3><span class="headword">{ed:label(.)}</span></h3>
      <p class="reference"><xsl:sequence select="ed:reference(.)"/>.</p>
      <xsl:sequence select="ed:details(.)"/>
      <xsl:apply-templates select="relatedItem[@target]" mode="facts"/>
      <xsl:sequence select="ed:citing(ed:mentions(.))"/>
    </article>
  </xsl:template>

  <xsl:template match="relatedItem" mode="facts" as="element()">
    <xsl:variable name="related" as="element()?" select="id(substring-after(@target, '#'))"/>
    <p class="related">{if (@type = 'instalment') then 'Instalment of' else 'See also'} <xsl:sequence
      select="ed:link($related ! ed:address(.), ($related ! ed:label(.), string(@target))[1])"/></p>
  </xsl:template>

</xsl:stylesheet>
