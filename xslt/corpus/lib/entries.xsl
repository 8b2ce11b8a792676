<?xml version="1.0" encoding="UTF-8"?>
<!-- A joint index: its groups, its entries, and behind each entry the documents that mention it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="../../lib/sorting.xsl"/>
  <xsl:include href="../../lib/dates.xsl"/>

  <xsl:mode name="entry" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="facts" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The page of a joint index: a heading, a way to each group, a filter, the groups.
         in:  'Persons', <entry kind="person" …/>, …, 'by-name', 'by-mentions'
         out: <header>…</header>, <section class="group">…</section>, … -->
  <xsl:function name="ed:index" visibility="public" as="element()+">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="entries" as="element(entry)*"/>
    <xsl:param name="orders" as="xs:string+"/>
    <xsl:variable name="groups" as="element()*">
      <xsl:for-each-group select="$entries" group-by="ed:group(.)">
        <xsl:sort select="current-grouping-key()"/>
        <section class="group">
          <h2 id="group-{position()}">{ed:group-name(current-grouping-key())}</h2>
          <xsl:apply-templates select="current-group()" mode="entry">
            <xsl:sort select="if (@kind = 'event') then (@day, '9999')[1] else ed:sort-key(string(@sort))"/>
            <xsl:sort select="@id"/>
          </xsl:apply-templates>
        </section>
      </xsl:for-each-group>
    </xsl:variable>
    <header>
      <h1>{$heading}</h1>
      <p class="tally">{ed:tell-many(count($entries), 'entries')}, {
        ed:say-many(xs:integer(sum($entries/@mentions)), 'mentions')} {
        ed:tell-many(count(root($entries[1])/joint/document[holds/@kind = $entries/@kind]), 'in-documents')}.</p>
      <xsl:sequence select="ed:data(($ed:entity-files, map {'file': 'mentions.csv', 'label': ed:say('mentions-csv')}))"/>
      <xsl:if test="count($groups) gt 1">
        <nav class="jump" aria-label="{ed:tell('by-group', $heading)}">
          <ul>
            <xsl:for-each select="$groups/*:h2">
              <li><a href="#{@id}">{.}</a></li>
            </xsl:for-each>
          </ul>
        </nav>
      </xsl:if>
      <xsl:sequence select="ed:filter($orders)"/>
    </header>
    <xsl:sequence select="$groups"/>
  </xsl:function>

  <!-- The group of an entry: of organisations and works their kind, of events the decade, of others the letter.
         in:  <entry kind="person" sort="Veldt, Jonas"/>
         out: 'V' -->
  <xsl:function name="ed:group" visibility="public" as="xs:string">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:sequence select="if ($entry/@kind = 'organisation') then ($entry/@type[. = $ed:org-groups]/string(), 'others')[1]
                          else if ($entry/@kind = 'event') then ($entry/@day ! (substring(., 1, 3) || '0'), 'undated')[1]
                          else if ($entry/@kind = 'periodical') then 'periodicals'
                          else upper-case(substring(ed:sort-key(string($entry/@sort)), 1, 1))"/>
  </xsl:function>

  <xsl:variable name="ed:org-groups" as="xs:string+" select="'body', 'group', 'archive', 'publisher'"/>

  <!-- What a group is called.
         in:  '1930'
         out: 'The 1930s' -->
  <xsl:function name="ed:group-name" visibility="public" as="xs:string">
    <xsl:param name="group" as="xs:string"/>
    <xsl:sequence select="if ($group castable as xs:integer) then ed:tell('decade', $group) else ed:tell($group)"/>
  </xsl:function>

  <!-- One entry; what it can be ordered by stands on it. -->
  <xsl:template match="entry" mode="entry" as="element()">
    <article class="entry" id="{@id}" data-mentions="{@mentions}" data-documents="{@documents}">
      <xsl:for-each select="@day"><xsl:attribute name="data-date" select="substring(., 1, 10)"/></xsl:for-each>
      <h3>
        <span class="headword">{(@sort, @label)[1]}</span>
        <xsl:for-each select="name[@xml:lang]">
          <xsl:text> </xsl:text>
          <span class="original"><xsl:apply-templates select="@xml:lang" mode="attributes"/>{.}</span>
        </xsl:for-each>
        <xsl:for-each select="@life"><xsl:text> </xsl:text><span class="life">{.}</span></xsl:for-each>
      </h3>
      <xsl:for-each select="@reference[. ne ../@label]"><p class="reference">{.}</p></xsl:for-each>
      <xsl:apply-templates select="description" mode="facts"/>
      <xsl:if test="name[not(@xml:lang)]">
        <p class="variants">{ed:tell('also', string-join(name[not(@xml:lang)], '; '))}</p>
      </xsl:if>
      <xsl:where-populated>
        <ul class="identifiers"><xsl:apply-templates select="identifier" mode="facts"/></ul>
      </xsl:where-populated>
      <xsl:sequence select="ed:joined(.), ed:held(.)"/>
    </article>
  </xsl:template>

  <xsl:template match="description" mode="facts" as="element()">
    <p class="description">{.}</p>
  </xsl:template>

  <xsl:template match="identifier" mode="facts" as="element()">
    <li>{(@name, @authority)[1]} <xsl:sequence select="ed:link(@url, .)"/>{ed:say-doubt(.) ! (' (' || . || ')')}</li>
  </xsl:template>

  <!-- Whether no document has an entry of it; how it is known that those of several documents are one, and what is in doubt about it.
         in:  <entry rules="authority name" disputed="d-nb.info">…</entry>
         out: <p class="joined">Joined by an identifier; …</p> -->
  <xsl:function name="ed:joined" visibility="public" as="element()?">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:where-populated>
      <p class="joined">{string-join(($entry/@listed ! (ed:say('unlisted') || '.'), tokenize($entry/@rules) ! ed:tell('joined-' || .),
                                      $entry/@disputed ! ed:tell('disputed', string-join(tokenize(.), ', '))), ' ')}</p>
    </xsl:where-populated>
  </xsl:function>

  <!-- The documents that mention an entry, each leading to its own index; a long list is folded, and what it leaves out is data.
         in:  <entry documents="1" mentions="2" …><in document="3" address="persons.html#pers_veldt" mentions="2"/></entry>
         out: <details class="passages"><summary>2 mentions in 1 document</summary><ul>…</ul></details> -->
  <xsl:function name="ed:held" visibility="public" as="element()">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:variable name="places" as="element(in)*" select="$entry/in"/>
    <xsl:variable name="mentioned" as="element(in)*" select="$places[@mentions ne '0']"/>
    <xsl:variable name="more" as="xs:integer" select="xs:integer($entry/@documents) - count(distinct-values($mentioned/@document))"/>
    <xsl:choose>
      <xsl:when test="empty($mentioned)">
        <p class="unmentioned"><xsl:sequence select="ed:document-link(key('documents', $places[1]/@document, root($places[1])), $places[1]/@address)"/>:
          {ed:tell('unmentioned')}</p>
      </xsl:when>
      <xsl:otherwise>
        <details class="passages">
          <xsl:if test="count($mentioned) le 6"><xsl:attribute name="open"/></xsl:if>
          <summary>{ed:say-many($entry/@mentions, 'mentions')} {ed:tell-many($entry/@documents, 'in-documents')}</summary>
          <ul class="holders">
            <xsl:for-each select="$mentioned">
              <li><xsl:sequence select="ed:document-link(key('documents', @document), @address)"/>
                <xsl:text> </xsl:text><small>{@mentions}{('?')[current()/@by]}</small></li>
            </xsl:for-each>
            <xsl:if test="$more gt 0">
              <li><a href="mentions.csv" download="mentions.csv">{ed:tell('show-more', ed:say-number($more))} (CSV)</a></li>
            </xsl:if>
          </ul>
        </details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
