<?xml version="1.0" encoding="UTF-8"?>
<!-- The bibliography: published documents, literature and periodicals in two styles, and every note that cites them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="bibliography.html"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="lib/finding.xsl"/>
  <xsl:include href="lib/lines.xsl"/>
  <xsl:include href="lib/contexts.xsl"/>
  <xsl:include href="lib/mentions.xsl"/>
  <xsl:include href="lib/names.xsl"/>
  <xsl:include href="lib/dates.xsl"/>
  <xsl:include href="lib/citations.xsl"/>
  <xsl:include href="lib/attributes.xsl"/>
  <xsl:include href="lib/citing.xsl"/>
  <xsl:include href="lib/holdings.xsl"/>
  <xsl:include href="lib/csl.xsl"/>
  <xsl:include href="lib/coins.xsl"/>
  <xsl:include href="lib/styles/chicago.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="yes" suppress-indentation="p li q h1 h2 h3 h4 summary"/>

  <xsl:mode name="bibliography.html" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="works" as="element()*" select="ed:listed-works(.)"/>
    <xsl:variable name="periodicals" as="element(bibl)*" select="TEI/standOff//bibl[@type = 'periodical'][@xml:id]"/>
    <xsl:variable name="groups" as="element()*"
                  select="ed:archives(TEI/standOff//bibl[@type = 'archival'][@xml:id]),
                          ed:works('documents', $works[ed:is-source(.)]), ed:works('literature', $works[not(ed:is-source(.))]),
                          ed:works('periodicals', $periodicals), ed:unresolved(.//text[empty(ancestor::text)])"/>
    <xsl:call-template name="page">
      <xsl:with-param name="file" select="'bibliography.html'"/>
      <xsl:with-param name="scripts" select="'finding.js'"/>
      <xsl:with-param name="styles" select="$ed:finding-styles, 'bibliography.css'"/>
      <xsl:with-param name="content" as="element()*">
        <header>
          <h1>{ed:say('bibliography')}</h1>
          <p class="tally">{ed:tell-many(count($works), 'works-listed')}, {
            $periodicals[1] ! (ed:tell-many(count($periodicals), 'periodicals-listed') || ', ')}{
            if (ed:tags-citations(/)) then ed:say-many(count(($works, $periodicals)[@xml:id] ! ed:mentions(.)), 'mentions') || '.' else ed:say('none-tagged')}</p>
          <xsl:if test="not(ed:tags-citations(/))">
            <p class="exports">{ed:tell('to-resolve')} <code>teikit bibliography resolve FILE</code></p>
          </xsl:if>
          <nav class="jump" aria-label="{ed:tell('by-group', ed:say('bibliography'))}">
            <ul>
              <xsl:for-each select="$groups">
                <li><a href="#{*:h2/@id}">{*:h2}</a></li>
              </xsl:for-each>
            </ul>
          </nav>
          <p class="exports">{ed:tell('managers')} <a href="bibliography.csl.json">CSL-JSON</a>, <a href="bibliography.bib">BibLaTeX</a>, <a href="bibliography.ris">RIS</a></p>
          <xsl:if test="ed:entities(.)/(self::biblStruct | self::bibl)"><xsl:sequence select="ed:data($ed:entity-files)"/></xsl:if>
          <xsl:for-each select="count($works[self::bibl][not(.//title)])[. gt 0]">
            <p class="exports">{ed:tell-many(., 'as-printed')}</p>
          </xsl:for-each>
          <xsl:if test="$works[descendant::title | descendant::author]">
            <fieldset class="styles">
              <legend>{ed:tell('style')}</legend>
              <label><input type="radio" name="style" id="by-notes" checked="checked"/> {ed:tell('style-notes')}</label>
              <label><input type="radio" name="style" id="by-date"/> {ed:tell('style-date')}</label>
            </fieldset>
          </xsl:if>
          <xsl:sequence select="ed:filter(('by-name', 'by-date', 'by-mentions'))"/>
        </header>
        <xsl:sequence select="$groups"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Is a work a source for what the text is about: an edition of documents, or what the encoding calls one?
         in:  <biblStruct type="article" subtype="source">…</biblStruct>
         out: true -->
  <xsl:function name="ed:is-source" visibility="public" as="xs:boolean">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="$work/@type = 'edition' or $work/@subtype = 'source'"/>
  </xsl:function>

  <!-- The archives as a group: each with the number of its files, leading to their page.
         in:  <bibl type="archival" xml:id="osa_4_2_17"><orgName ref="#arch_osa">…</orgName>…</bibl>, …
         out: <section class="group kind"><h2 id="archives">…</h2>…<li><a href="archives.html#archive-1">Ostrana State Archive</a>: 3 files</li>…</section> -->
  <xsl:function name="ed:archives" visibility="public" as="element()?">
    <xsl:param name="units" as="element(bibl)*"/>
    <xsl:if test="exists($units)">
      <section class="group kind">
        <h2 id="archives">{ed:say('archives')}</h2>
        <ul class="holdings">
          <xsl:for-each-group select="$units" group-by="ed:archive-key(.)">
            <xsl:sort select="ed:sort-key(ed:archive-name(.))"/>
            <li><a href="archives.html#archive-{position()}">{ed:archive-name(.)}</a>: {ed:tell-many(count(current-group()), 'files-cited')}</li>
          </xsl:for-each-group>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- A group of the bibliography, in the order of makers and years.
         in:  'literature', <biblStruct xml:id="bibl_ingram_2004">…</biblStruct>, …
         out: <section class="group kind"><h2 id="literature">Literature</h2>…</section> -->
  <xsl:function name="ed:works" visibility="public" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="works" as="element()*"/>
    <xsl:if test="exists($works)">
      <section class="group kind">
        <h2 id="{$id}">{ed:tell($id)}</h2>
        <xsl:sequence select="ed:letters(ed:tell($id), $works)"/>
        <xsl:apply-templates select="$works" mode="work">
          <xsl:sort select="ed:place(.)"/>
        </xsl:apply-templates>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- What a work or periodical is sorted by in its group.
         in:  <biblStruct xml:id="bibl_ingram_2004">…</biblStruct>
         out: 'ingram 2004 the customs house and its enemies' -->
  <xsl:function name="ed:place" visibility="public" cache="yes" as="xs:string">
    <xsl:param name="work" as="element()"/>
    <xsl:sequence select="if ($work/@type = 'periodical') then ed:entry-key($work)
                          else if ($work/(descendant::title | descendant::author)) then ed:work-key($work, ed:styled(root($work))(ed:work-id($work))?year-suffix)
                          else ed:sort-key(normalize-space($work))"/>
  </xsl:function>

  <!-- The ways to the first work of each letter, where there are several letters.
         in:  'Literature', <biblStruct xml:id="bibl_ingram_2004">…</biblStruct>, …
         out: <nav class="jump" aria-label="Literature, A–Z"><ul><li><a href="#bibl_ingram_2004">I</a></li>…</ul></nav> -->
  <xsl:function name="ed:letters" visibility="public" as="element()?">
    <xsl:param name="group" as="xs:string"/>
    <xsl:param name="works" as="element()+"/>
    <xsl:variable name="firsts" as="element()*">
      <xsl:for-each-group select="$works" group-by="ed:place(.) => replace('^[^\p{L}\p{N}]+', '') => substring(1, 1) => upper-case()">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:variable name="first" as="element()" select="sort(current-group(), (), ed:place#1)[1]"/>
        <li><a href="#{if ($first/@type = 'periodical') then $first/@xml:id else ed:work-id($first)}">{current-grouping-key()}</a></li>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:if test="count($firsts) gt 1">
      <nav class="jump" aria-label="{$group}, A–Z"><ul><xsl:sequence select="$firsts"/></ul></nav>
    </xsl:if>
  </xsl:function>

  <!-- The works of a document as items of both styles, by their ids.
         in:  the document
         out: {"bibl_ingram_2004": {"id": "bibl_ingram_2004", "type": "book", …}, …} -->
  <xsl:function name="ed:styled" visibility="public" cache="yes" as="map(*)">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="map:merge(ed:styled-items(ed:listed-works($document)) ! map {string(?id): .})"/>
  </xsl:function>

  <xsl:mode name="work" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="work-facts" on-no-match="fail" on-multiple-match="fail"/>

  <!-- One work: its heading, its reference in two styles, what is known of it, who cites it. -->
  <xsl:template match="biblStruct | biblFull | bibl" mode="work" as="element()">
    <xsl:variable name="item" as="map(xs:string, item()*)" select="ed:styled(root())(ed:work-id(.))"/>
    <xsl:variable name="mentions" as="element()*" select=".[@xml:id] ! ed:mentions(.)"/>
    <xsl:variable name="tagged" as="xs:boolean" select="empty($item?custom?teikit?printed)"/>
    <article class="entry work" id="{$item?id}" data-mentions="{count($mentions)}">
      <xsl:for-each select="$item?issued?date-parts?1?1"><xsl:attribute name="data-date" select="format-integer(., '0000')"/></xsl:for-each>
      <xsl:if test="$tagged">
        <h3><span class="headword">{ed:curly(ed:label(.))}{$item?year-suffix[matches(ed:label(current()), '\d{4}$')]}</span></h3>
      </xsl:if>
      <p class="reference"><xsl:sequence select="ed:chicago-notes($item)"/><xsl:sequence select="ed:coins($item)"/></p>
      <xsl:if test="$tagged">
        <p class="reference dated"><xsl:sequence select="ed:chicago-author-date($item)"/></p>
      </xsl:if>
      <xsl:sequence select="ed:people(ed:makers(.)[persName/@ref])"/>
      <xsl:apply-templates select="note[not(@n)], relatedItem[@target]" mode="work-facts"/>
      <xsl:sequence select="ed:citing(., $mentions), ed:in-context($mentions)"/>
    </article>
  </xsl:template>

  <xsl:template match="bibl[@type = 'periodical']" mode="work" priority="1" as="element()">
    <article class="entry periodical" data-mentions="{count(ed:mentions(.))}">
      <xsl:apply-templates select="@xml:id" mode="attributes"/>
      <h3><cite class="headword"><xsl:apply-templates select="title[1]/@xml:lang" mode="attributes"/>{ed:label(.)}</cite></h3>
      <xsl:for-each select="tail(title)">
        <p class="original"><xsl:apply-templates select="@xml:lang" mode="attributes"/>{normalize-space(.)}</p>
      </xsl:for-each>
      <xsl:apply-templates select="note[not(@n)]" mode="work-facts"/>
      <xsl:sequence select="ed:citing(., ed:mentions(.)), ed:in-context(ed:mentions(.))"/>
    </article>
  </xsl:template>

  <xsl:template match="note" mode="work-facts" as="element()">
    <p class="{(@type, 'remark')[1]}">{(ed:say('labelled', ed:tell('evidence')) || ' ')[current()/@type = 'evidence']}{normalize-space(.)}</p>
  </xsl:template>

  <!-- The people behind a work, leading to the index of persons.
         in:  <author><persName ref="#auth_ingram">Tomas Ingram</persName></author>
         out: <p class="people"><a href="persons.html#auth_ingram">Tomas Ingram</a></p> -->
  <xsl:function name="ed:people" visibility="public" as="element()?">
    <xsl:param name="makers" as="element()*"/>
    <xsl:if test="exists($makers)">
      <p class="people">{ed:tell('in-persons')} <xsl:for-each select="$makers">
          <xsl:if test="position() gt 1">, </xsl:if>
          <xsl:sequence select="ed:link(persName[@ref][1] ! ed:entity(.) ! ed:address(.), normalize-space(.))"/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>

  <xsl:template match="relatedItem" mode="work-facts" as="element()">
    <xsl:variable name="related" as="element()?" select="id(substring-after(@target, '#'))"/>
    <p class="related">{ed:tell(if (@type = 'instalment') then 'instalment' else 'see-also')} <xsl:sequence
      select="ed:link($related ! ed:address(.), ($related ! ed:label(.), string(@target))[1])"/></p>
  </xsl:template>

  <!-- The citations of a text that point at no entry, each with its place; those that point out of the edition are not asked for.
         in:  <text>… <bibl>Ibid., 51</bibl> … </text>
         out: <section class="group"><h2 id="unresolved">…</h2> <p>…</p> <ul class="unresolved"><li><a …>n. 2</a>: <q …>Ibid., 51</q></li></ul></section> -->
  <xsl:function name="ed:unresolved" visibility="public" as="element()?">
    <xsl:param name="texts" as="element(text)*"/>
    <xsl:variable name="cited" as="element()*"
                  select="($texts//bibl[not(ancestor::listBibl or ancestor::bibl or ancestor::biblStruct or ed:is-listed(.))] | $texts//ref[@type = 'bibl'])[normalize-space()]"/>
    <xsl:variable name="open" as="element()*"
                  select="$cited[every $pointer in (@corresp, self::ref/@target) ! tokenize(.) satisfies starts-with($pointer, '#')]
                                [empty(id(ed:targets(.))[ed:is-listed(.)])]"/>
    <xsl:if test="exists($open)">
      <section class="group">
        <h2 id="unresolved">{ed:tell('unresolved')}</h2>
        <p class="tally">{ed:tell('unresolved-says')}</p>
        <ul class="unresolved">
          <xsl:for-each select="$open">
            <xsl:variable name="id" as="xs:string" select="if (@corresp | @ref) then ed:mention-id(.) else ed:open-id(.)"/>
            <li><xsl:sequence select="ed:link('index.html#' || $id, ed:exact-locus(.))"/>: <q class="cited">{ed:shorten(ed:surface(.), 240)}</q></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
