<?xml version="1.0" encoding="UTF-8"?>
<!-- An index: its groups, its entries, and behind each entry the places in the text that mention it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lines.xsl"/>
  <xsl:include href="unlisted.xsl"/>

  <xsl:mode name="entry" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="facts" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- The page of an index: a heading, a way to each group, a filter, the groups.
         in:  'Persons', <person xml:id="pers_veldt">…</person>, …, {'label': 'Ada Quill', …}, 'by-name', 'by-mentions'
         out: <header>…</header>, <section class="group">…</section>, … -->
  <xsl:function name="ed:index" visibility="public" as="element()+">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="entities" as="element()*"/>
    <xsl:param name="unlisted" as="map(*)*"/>
    <xsl:param name="orders" as="xs:string+"/>
    <xsl:variable name="groups" as="element()*">
      <xsl:for-each-group select="$entities" group-by="ed:group(.)">
        <xsl:sort select="ed:group-order(current-grouping-key())"/>
        <section class="group">
          <h2 id="group-{position()}">{ed:group-name(current-grouping-key())}</h2>
          <xsl:apply-templates select="current-group()" mode="entry">
            <xsl:sort select="if (self::event) then ed:date-key(.) else ed:entry-key(.)"/>
          </xsl:apply-templates>
        </section>
      </xsl:for-each-group>
      <xsl:sequence select="ed:unlisted-group($unlisted)"/>
    </xsl:variable>
    <header>
      <h1>{$heading}</h1>
      <p class="tally">{ed:tell-many(count($entities), 'entries')}, {ed:say-many(count(($entities ! ed:mentions(.), $unlisted?mentions)), 'mentions')}.</p>
      <xsl:sequence select="ed:data($ed:entity-files), ed:jump($heading, $groups/*:h2), ed:filter($orders)"/>
    </header>
    <xsl:sequence select="$groups"/>
  </xsl:function>

  <!-- The group of an entry: of organisations their type, of events the decade, of others the letter.
         in:  <person><persName type="sort">Veldt, Jonas</persName></person>
         out: 'V' -->
  <xsl:function name="ed:group" visibility="public" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="if ($entity/self::org) then ($entity/@type[. = $ed:org-groups]/string(), 'others')[1]
                          else if ($entity/self::event) then (ed:earliest($entity) ! (substring(., 1, 3) || '0'), 'undated')[1]
                          else upper-case(substring(ed:entry-key($entity), 1, 1))"/>
  </xsl:function>

  <xsl:variable name="ed:org-groups" as="xs:string+" select="'body', 'group', 'archive', 'publisher', 'others'"/>

  <!-- The place of a group among the groups.
         in:  'body'
         out: '1' -->
  <xsl:function name="ed:group-order" visibility="public" as="xs:string">
    <xsl:param name="group" as="xs:string"/>
    <xsl:sequence select="(index-of($ed:org-groups, $group) ! string(.), $group)[1]"/>
  </xsl:function>

  <!-- What a group is called.
         in:  '1930'
         out: 'The 1930s' -->
  <xsl:function name="ed:group-name" visibility="public" as="xs:string">
    <xsl:param name="group" as="xs:string"/>
    <xsl:sequence select="if ($group castable as xs:integer) then ed:tell('decade', $group) else ed:tell($group)"/>
  </xsl:function>

  <!-- One entry -->

  <!-- What it can be ordered by stands on it: mentions, the first of them, its date. -->
  <xsl:template match="person | place | org | event | bibl" mode="entry" as="element()">
    <xsl:variable name="mentions" as="element()*" select="ed:mentions(.)"/>
    <article class="entry">
      <xsl:apply-templates select="@xml:id" mode="attributes"/>
      <xsl:attribute name="data-mentions" select="count($mentions)"/>
      <xsl:for-each select="$mentions[1] ! ed:paragraph(.)/@n"><xsl:attribute name="data-first" select="."/></xsl:for-each>
      <xsl:for-each select="(self::event, birth, death, orgName)[ed:is-dated(.)][1]"><xsl:attribute name="data-date" select="substring(ed:date-key(.), 1, 10)"/></xsl:for-each>
      <h3><xsl:sequence select="ed:heading(.)"/></h3>
      <xsl:sequence select="ed:details(.), ed:passages($mentions)"/>
    </article>
  </xsl:template>

  <!-- The heading of an entry: its sort name, its forms in other scripts, its dates.
         in:  <person xml:id="pers_veldt">…</person>
         out: Veldt, Jonas <span class="original" lang="ru">Йонас Вельдт</span> <span class="life">1849–1911</span> -->
  <xsl:function name="ed:heading" visibility="public" as="node()+">
    <xsl:param name="entity" as="element()"/>
    <span class="headword">{ed:sort-name($entity)}</span>
    <xsl:for-each select="ed:language-forms($entity) except ed:main-name($entity)">
      <xsl:text> </xsl:text>
      <span class="original"><xsl:apply-templates select="@xml:lang" mode="attributes"/>{normalize-space(.)}</span>
    </xsl:for-each>
    <xsl:for-each select="ed:life($entity)">
      <xsl:text> </xsl:text>
      <span class="life">{.}</span>
    </xsl:for-each>
  </xsl:function>

  <!-- What is known of an entry: description, variants, coordinates, identifiers, evidence.
         in:  <place xml:id="place_riga">…</place>
         out: <p class="description">…</p>, <ul class="identifiers">…</ul> -->
  <xsl:function name="ed:details" visibility="public" as="element()*">
    <xsl:param name="entity" as="element()"/>
    <xsl:apply-templates select="$entity/note[@type = 'description']" mode="facts"/>
    <xsl:if test="exists(ed:variants($entity))">
      <p class="variants">{ed:tell('also', string-join(ed:variants($entity), '; '))}</p>
    </xsl:if>
    <xsl:apply-templates select="$entity/location/geo" mode="facts"/>
    <xsl:where-populated>
      <ul class="identifiers"><xsl:apply-templates select="ed:identifiers($entity)" mode="facts"/></ul>
    </xsl:where-populated>
    <xsl:apply-templates select="$entity/note[@type = 'evidence']" mode="facts"/>
  </xsl:function>

  <xsl:template match="note[@type = 'description']" mode="facts" as="element()">
    <p class="description">{normalize-space(.)}</p>
  </xsl:template>

  <xsl:template match="note[@type = 'evidence']" mode="facts" as="element()">
    <details class="evidence"><summary>{ed:tell('evidence')}</summary><p>{normalize-space(.)}</p></details>
  </xsl:template>

  <xsl:template match="geo" mode="facts" as="element()">
    <p class="coordinates">{ed:tell('coordinates', tokenize(.)[position() le 2])}{ed:say-doubt(..) ! (' (' || . || ')')}</p>
  </xsl:template>

  <xsl:template match="idno" mode="facts" as="element()">
    <li>{ed:authority-name(.)} <xsl:sequence select="ed:link(ed:authority-address(.), normalize-space(.))"/>{
      ed:say-doubt(.) ! (' (' || . || ')')}</li>
  </xsl:template>

  <!-- The part of an index for what has no entry.
         in:  {'sign': 'https://viaf.org/viaf/12', 'label': 'Ada Quill', …}, …
         out: <section class="group"><h2 id="group-unlisted">Without an entry</h2>…</section> -->
  <xsl:function name="ed:unlisted-group" visibility="public" as="element()?">
    <xsl:param name="things" as="map(*)*"/>
    <xsl:if test="exists($things)">
      <section class="group">
        <h2 id="group-unlisted">{ed:say('unlisted')}</h2>
        <p class="unmentioned">{ed:say('unlisted-says')}</p>
        <xsl:for-each select="$things">
          <article class="entry" id="{?id}" data-mentions="{count(?mentions)}">
            <xsl:for-each select="?mentions[1] ! ed:paragraph(.)/@n"><xsl:attribute name="data-first" select="."/></xsl:for-each>
            <h3><span class="headword">{?label}</span></h3>
            <ul class="identifiers"><li><xsl:sequence select="ed:link(ed:unlisted-page(?sign), ?sign)"/></li></ul>
            <xsl:sequence select="ed:passages(?mentions)"/>
          </article>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
