<?xml version="1.0" encoding="UTF-8"?>
<!-- An index: entries of any kind, who or what they are, and every place that mentions them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="entry" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="facts" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- The page of an index: a heading, a way to each group, the groups.
         in:  'Persons', <person xml:id="pers_veldt">…</person>, …
         out: <header>…</header>, <section class="group">…</section>, … -->
  <xsl:function name="ed:index" visibility="public" as="element()+">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="entities" as="element()*"/>
    <xsl:variable name="groups" as="element()*">
      <xsl:for-each-group select="$entities" group-by="ed:group(.)">
        <xsl:sort select="ed:group-order(current-grouping-key())"/>
        <section class="group">
          <h2 id="group-{position()}">{current-grouping-key()}</h2>
          <xsl:apply-templates select="current-group()" mode="entry">
            <xsl:sort select="if (self::event) then ed:date-key(.) else ed:sort-key(ed:sort-name(.))"/>
          </xsl:apply-templates>
        </section>
      </xsl:for-each-group>
    </xsl:variable>
    <header>
      <h1>{$heading}</h1>
      <p class="tally">{ed:count(count($entities), 'entry', 'entries')}, {ed:count(
        count($entities ! ed:mentions(.)), 'mention', 'mentions')} in the text.</p>
      <xsl:if test="count($groups) gt 1">
        <nav class="jump" aria-label="{$heading}, by group">
          <ul>
            <xsl:for-each select="$groups/*:h2">
              <li><a href="#{@id}">{.}</a></li>
            </xsl:for-each>
          </ul>
        </nav>
      </xsl:if>
    </header>
    <xsl:sequence select="$groups"/>
  </xsl:function>

  <!-- The heading under which an entry is listed: organisations by type, events by decade, others by letter.
         in:  <person><persName type="sort">Veldt, Jonas</persName></person>
         out: 'V' -->
  <xsl:function name="ed:group" visibility="public" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="if ($entity/self::org)
                          then (map {'body': 'Bodies', 'group': 'Groups', 'archive': 'Archives',
                                     'publisher': 'Publishers'}(string($entity/@type)), 'Others')[1]
                          else if ($entity/self::event)
                          then (ed:earliest($entity) ! (substring(., 1, 3) || '0s'), 'Undated')[1]
                          else upper-case(substring(ed:sort-key(ed:sort-name($entity)), 1, 1))"/>
  </xsl:function>

  <!-- The place of a group among the groups.
         in:  'Bodies'
         out: '1' -->
  <xsl:function name="ed:group-order" visibility="public" as="xs:string">
    <xsl:param name="group" as="xs:string"/>
    <xsl:sequence select="(map {'Bodies': '1', 'Groups': '2', 'Archives': '3', 'Publishers': '4', 'Others': '5'}($group), $group)[1]"/>
  </xsl:function>

  <!-- A number and its noun.
         in:  1, 'mention', 'mentions'
         out: '1 mention' -->
  <xsl:function name="ed:count" visibility="public" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="several" as="xs:string"/>
    <xsl:sequence select="format-integer($number, '#,##0') || ' ' || (if ($number eq 1) then $one else $several)"/>
  </xsl:function>

  <!-- One entry -->

  <xsl:template match="person | place | org | event | bibl" mode="entry" as="element()">
    <article class="entry">
      <xsl:apply-templates select="@xml:id" mode="attributes"/>
      <h3><xsl:sequence select="ed:heading(.)"/></h3>
      <xsl:sequence select="ed:details(.), ed:passages(ed:mentions(.))"/>
    </article>
  </xsl:template>

  <!-- The heading of an entry: its sort name, its forms in other scripts, its dates.
         in:  <person xml:id="pers_veldt">…</person>
         out: Veldt, Jonas <span class="original" lang="ru">Йонас Вельдт</span> <span class="life">1849–1911</span> -->
  <xsl:function name="ed:heading" visibility="public" as="node()+">
    <xsl:param name="entity" as="element()"/>
    <span class="headword">{ed:sort-name($entity)}</span>
    <xsl:for-each select="ed:language-forms($entity)">
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
      <p class="variants">Also {string-join(ed:variants($entity), '; ')}</p>
    </xsl:if>
    <xsl:apply-templates select="$entity/location/geo" mode="facts"/>
    <xsl:if test="exists(ed:identifiers($entity))">
      <ul class="identifiers">
        <xsl:apply-templates select="ed:identifiers($entity)" mode="facts"/>
      </ul>
    </xsl:if>
    <xsl:apply-templates select="$entity/note[@type = 'evidence']" mode="facts"/>
  </xsl:function>

  <xsl:template match="note[@type = 'description']" mode="facts" as="element()">
    <p class="description">{normalize-space(.)}</p>
  </xsl:template>

  <xsl:template match="note[@type = 'evidence']" mode="facts" as="element()">
    <p class="evidence">Evidence: {normalize-space(.)}</p>
  </xsl:template>

  <xsl:template match="geo" mode="facts" as="element()">
    <p class="coordinates">Latitude {tokenize(.)[1]}, longitude {tokenize(.)[2]}{ed:say-doubt(..) ! (' (' || . || ')')}</p>
  </xsl:template>

  <xsl:template match="idno" mode="facts" as="element()">
    <li>{ed:authority-name(.)} <xsl:sequence select="ed:link(ed:authority-address(.), normalize-space(.))"/>{
      ed:say-doubt(.) ! (' (' || . || ')')}</li>
  </xsl:template>

  <!-- Where it is mentioned -->

  <!-- Every mention with its context, by section and paragraph; a long list is folded.
         in:  <persName ref="#pers_veldt">Jonas Veldt</persName>, …
         out: <details class="passages"><summary>5 mentions in 3 paragraphs</summary>…</details> -->
  <xsl:function name="ed:passages" visibility="public" as="element()">
    <xsl:param name="mentions" as="element()*"/>
    <xsl:variable name="sections" as="element()*">
      <xsl:for-each-group select="$mentions" group-adjacent="generate-id(ed:section(.))">
        <section>
          <h4>{ed:section-name(ed:section(.))}</h4>
          <xsl:for-each-group select="current-group()" group-adjacent="generate-id(ed:paragraph(.))">
            <xsl:sequence select="ed:passage(ed:paragraph(.), current-group())"/>
          </xsl:for-each-group>
        </section>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="empty($mentions)"><p class="unmentioned">Not mentioned in the text.</p></xsl:when>
      <xsl:otherwise>
        <details class="passages">
          <xsl:if test="count($mentions) le 3"><xsl:attribute name="open"/></xsl:if>
          <summary>{ed:count(count($mentions), 'mention', 'mentions')}</summary>
          <xsl:sequence select="$sections"/>
        </details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The mentions in one paragraph, under its number and what it is about.
         in:  <p xml:id="p-ice" n="3">, its mentions
         out: <div class="passage"><p class="gist">…</p><ul>…</ul></div> -->
  <xsl:function name="ed:passage" visibility="public" as="element()">
    <xsl:param name="paragraph" as="element()?"/>
    <xsl:param name="mentions" as="element()+"/>
    <div class="passage">
      <xsl:for-each select="$paragraph">
        <p class="gist"><a href="index.html#{@xml:id}">¶ {@n}</a> {ed:gist(.)}</p>
      </xsl:for-each>
      <ul>
        <xsl:for-each select="$mentions">
          <li><xsl:sequence select="ed:line(.)"/></li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:function>

  <!-- One mention in its context, leading to it; its note and its doubt are told.
         in:  <persName>Veldt</persName> in <p>… the harbour master <persName>Veldt</persName> fourteen years …</p>
         out: <a class="line">… the harbour master <mark>Veldt</mark> fourteen years …</a> -->
  <xsl:function name="ed:line" visibility="public" as="element()">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="locus" as="xs:string*"
                  select="ed:note($mention) ! ('n. ' || @n), ed:say-doubt($mention)"/>
    <xsl:variable name="around" as="xs:string+" select="ed:words-around($mention)"/>
    <a class="line" href="index.html#{ed:mention-id($mention)}">
      <span class="before">{$around[1]}</span>
      <span class="onwards"><mark>{ed:surface($mention)}</mark>{$around[2]}<xsl:for-each
        select="string-join($locus, ', ')[.]"><xsl:text> </xsl:text><span class="locus">{.}</span></xsl:for-each></span>
    </a>
  </xsl:function>

</xsl:stylesheet>
