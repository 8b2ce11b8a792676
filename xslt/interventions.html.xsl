<?xml version="1.0" encoding="UTF-8"?>
<!-- The editorial interventions: every slip and its correction, every citation in doubt, with the evidence and the place. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="interventions.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/wording.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>
  <xsl:include href="lib/citing.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="yes" suppress-indentation="p li td th h1 h2 dt dd"/>

  <xsl:key name="evidence" match="standOff/note[@type = 'evidence'][@target]" use="tokenize(@target) ! substring-after(., '#')"/>

  <xsl:mode name="interventions.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="slips" as="element(choice)*" select="TEI/text//choice[sic and corr]"/>
    <xsl:variable name="doubts" as="element()*"
                  select="TEI/text//bibl[@cert = ('low', 'medium', 'unknown')], TEI/standOff/listBibl/(bibl | biblStruct | biblFull)[@cert = ('low', 'medium')][not(ed:mentions(.)/@cert)]"/>
    <xsl:variable name="groups" as="element()*"
                  select="ed:slips('slips-author', $slips[not(corr/@type = 'conversion')]),
                          ed:slips('slips-conversion', $slips[corr/@type = 'conversion']), ed:doubts('doubts', 'citations-doubtful', $doubts),
                          ed:doubts('settled', 'citations-settled', TEI/text//bibl[@cert = 'high'])"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'interventions.html'"/>
      <xsl:with-param name="styles" select="'registers.css', 'bibliography.css'"/>
      <xsl:with-param name="content" as="element()*">
        <header>
          <h1>{ed:say('interventions')}</h1>
          <p class="tally">{ed:tell-many(count($slips), 'corrections')}, {ed:tell-many(count($doubts), 'doubts')}. {ed:tell('not-in-silence')}</p>
        </header>
        <xsl:sequence select="$groups"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A table of slips: what is printed, what it should read, how sure that is, on what evidence, where. On a phone its cells
       stand below one another, each with the head of its column; the roles keep it a table there.
         in:  'slips-author', <choice><sic>Arkhir</sic><corr>Arkhiv</corr></choice>, …
         out: <section class="group">…<table class="interventions">…</table></section> -->
  <xsl:function name="ed:slips" visibility="public" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="slips" as="element(choice)*"/>
    <xsl:if test="exists($slips)">
      <section class="group">
        <h2 id="{$id}">{ed:tell($id)}</h2>
        <table class="interventions">
          <thead>
            <tr>
              <xsl:for-each select="'printed', 'read', 'how-sure', 'evidence', 'where'"><th scope="col">{ed:tell(.)}</th></xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$slips" mode="intervention"/>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="intervention" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="choice" mode="intervention" as="element()">
    <tr id="at-{(corr/@xml:id, ed:place-in-tree(.))[1]}">
      <td data-head="{ed:tell('printed')}"><del>{string-join(sic ! normalize-space(.), ' / ')}</del></td>
      <td data-head="{ed:tell('read')}"><ins>{string-join(corr ! normalize-space(.), ' / ')}</ins></td>
      <td data-head="{ed:tell('how-sure')}">{ed:sureness(corr[1])}</td>
      <td data-head="{ed:tell('evidence')}">{ed:evidence(corr[1])}</td>
      <td data-head="{ed:tell('where')}"><xsl:sequence select="ed:place-link(.)"/></td>
    </tr>
  </xsl:template>

  <!-- A list of citations, and of entries that nothing in the text marks as doubtful, with the reason.
         in:  'doubts', 'citations-doubtful', <bibl type="archival" cert="low" corresp="#osa_9_1_3">…</bibl>, …
         out: <section class="group">…<dl class="doubts">…</dl></section> -->
  <xsl:function name="ed:doubts" visibility="public" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="head" as="xs:string"/>
    <xsl:param name="doubts" as="element()*"/>
    <xsl:if test="exists($doubts)">
      <section class="group">
        <h2 id="{$id}">{ed:tell($head)}</h2>
        <dl class="doubts">
          <xsl:apply-templates select="$doubts" mode="intervention"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:template match="bibl | biblStruct | biblFull" mode="intervention" as="element()+">
    <xsl:variable name="entry" as="element()?" select="if (ancestor::text) then ed:entity(.) else ."/>
    <dt>{($entry ! ed:label(.), normalize-space(.))[1]} <span class="doubt">{ed:sureness(.)}</span></dt>
    <dd><xsl:sequence select="(if (ancestor::text) then . else ed:mentions(.)) ! ed:place-link(.)"/><xsl:sequence
      select="$entry ! (' ', ed:link(ed:address(.), ed:tell('entry')))"/></dd>
    <xsl:for-each select="distinct-values((ed:evidence(.), $entry/note[@type = ('remark', 'evidence')][not(@n)] ! normalize-space(.))[.])">
      <dd class="reason">{.}</dd>
    </xsl:for-each>
  </xsl:template>

  <!-- How sure the editor is, in a word.
         in:  <corr cert="medium">Arkhiv</corr>
         out: 'probable' -->
  <xsl:function name="ed:sureness" visibility="public" as="xs:string">
    <xsl:param name="judged" as="element()"/>
    <xsl:sequence select="(ed:say-doubt($judged), ed:tell(if ($judged/@cert = 'high') then 'certain' else 'not-said'))[1]"/>
  </xsl:function>

  <!-- Why the editor thinks so: the note that points here, else the kind of evidence.
         in:  <corr xml:id="corr-arkhir" evidence="conjecture">Arkhiv</corr>
         out: 'The word is spelt so everywhere else.' -->
  <xsl:function name="ed:evidence" visibility="public" as="xs:string">
    <xsl:param name="judged" as="element()"/>
    <xsl:variable name="notes" as="element(note)*" select="$judged/@xml:id ! key('evidence', ., root($judged))"/>
    <xsl:variable name="kind" as="xs:string?" select="$judged/@evidence[. = ('internal', 'external', 'conjecture')] ! ed:tell('by-' || .)"/>
    <xsl:sequence select="(string-join($notes ! normalize-space(.), ' ')[.], $kind, '')[1]"/>
  </xsl:function>

</xsl:stylesheet>
