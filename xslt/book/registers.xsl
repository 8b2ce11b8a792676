<?xml version="1.0" encoding="UTF-8"?>
<!-- The registers at the end of a book: who and what is named, and in which paragraphs and notes. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="registered" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Every register that has entries.
         in:  the document
         out: <section class="register" id="persons"><h2>Persons</h2><ul>…</ul></section>, … -->
  <xsl:function name="ed:registers" visibility="public" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="entities" as="element()*" select="ed:entities($document)"/>
    <xsl:sequence select="ed:register('persons', 'persons', $entities/self::person),
                          ed:register('organisations', 'organisations', $entities/self::org),
                          ed:register('places', 'places', $entities/self::place),
                          ed:register('events', 'events', $entities/self::event),
                          ed:register('archives', 'archival-documents', $entities/self::bibl[@type = 'archival']),
                          ed:register('works', 'works', $entities/self::biblStruct),
                          ed:register('periodicals', 'periodicals', $entities/self::bibl[@type = 'periodical'])"/>
  </xsl:function>

  <!-- One register, in the order of names; events, of dates.
         in:  'persons', 'persons', <person xml:id="pers_veldt">…</person>, …
         out: <section class="register" id="persons"><h2>Persons</h2><ul>…</ul></section> -->
  <xsl:function name="ed:register" visibility="public" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="entities" as="element()*"/>
    <xsl:if test="exists($entities)">
      <section class="register" id="{$id}" aria-labelledby="{$id}-heading">
        <h2 id="{$id}-heading">{ed:say($label)}</h2>
        <ul>
          <xsl:apply-templates select="$entities" mode="registered">
            <xsl:sort select="ed:register-key(.)"/>
          </xsl:apply-templates>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- What an entry is sorted by in its register.
         in:  <person><persName type="sort">Veldt, Jonas</persName></person>
         out: 'veldt, jonas' -->
  <xsl:function name="ed:register-key" visibility="public" as="xs:string">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="if ($entity/self::event) then ed:date-key($entity)
                          else if ($entity/self::biblStruct) then ed:work-key($entity, ())
                          else if ($entity/@type = 'archival')
                          then string-join(($entity/orgName[1], $entity/idno) ! replace(normalize-space(.), '(\d+)', '0000$1')
                                           ! replace(., '0+(\d{5})', '$1'), ' ')
                          else ed:entry-key($entity)"/>
  </xsl:function>

  <!-- Entries -->

  <xsl:template match="person | org | place | event | bibl | biblStruct" mode="registered" as="element()">
    <li>
      <xsl:apply-templates select="@xml:id" mode="attributes"/>
      <xsl:sequence select="ed:head-of-entry(.)"/>
      <xsl:for-each select="self::bibl ! ed:say-doubt(.)"> ({.})</xsl:for-each>
      <xsl:sequence select="ed:language-forms(.) ! ed:original(.)"/>
      <xsl:for-each select="ed:life(.)">, <span class="life">{.}</span></xsl:for-each>
      <xsl:for-each select="ed:description(.)">. <span class="description">{replace(., '\.$', '')}.</span></xsl:for-each>
      <xsl:where-populated>
        <span class="loci"><xsl:sequence select="ed:loci(ed:mentions(.))"/></span>
      </xsl:where-populated>
    </li>
  </xsl:template>

  <!-- What an entry begins with: a name, a reference, a title.
         in:  <person><persName type="sort">Veldt, Jonas</persName></person>
         out: <span class="headword">Veldt, Jonas</span> -->
  <xsl:function name="ed:head-of-entry" visibility="public" as="element()">
    <xsl:param name="entity" as="element()"/>
    <xsl:choose>
      <xsl:when test="$entity/self::biblStruct"><span class="reference"><xsl:sequence select="ed:reference($entity)"/></span></xsl:when>
      <xsl:when test="$entity/@type = 'periodical'"><cite class="headword">{ed:label($entity)}</cite></xsl:when>
      <xsl:otherwise><span class="headword">{ed:sort-name($entity)}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A name in its own language and script.
         in:  <persName xml:lang="ru">Марта Лескова</persName>
         out: ' ', <span class="original" lang="ru">Марта Лескова</span> -->
  <xsl:function name="ed:original" visibility="public" as="node()+">
    <xsl:param name="name" as="element()"/>
    <xsl:text>, </xsl:text>
    <span class="original"><xsl:apply-templates select="$name/@xml:lang" mode="attributes"/>{normalize-space($name)}</span>
  </xsl:function>

  <!-- Where mentions stand, each paragraph and note once.
         in:  <persName>Jonas Veldt</persName>, …
         out: ' ¶ ', <a href="#p-mole">1</a>, ', ', <a href="#p-letters">4</a>, '; n. ', <a href="#note-6">6</a> -->
  <xsl:function name="ed:loci" visibility="public" as="node()*">
    <xsl:param name="mentions" as="element()*"/>
    <xsl:variable name="plain" as="element()*" select="$mentions[empty(ed:note(.))]"/>
    <xsl:variable name="paragraphs" as="element()*" select="($plain ! ed:paragraph(.))/."/>
    <xsl:variable name="notes" as="element()*" select="($mentions ! ed:note(.))/."/>
    <xsl:variable name="elsewhere" as="xs:string*" select="$plain[empty(ed:paragraph(.))] ! ed:place-of-heading(.) => distinct-values()"/>
    <xsl:value-of select="$elsewhere" separator=", "/>
    <xsl:if test="exists($elsewhere) and exists($paragraphs)">; </xsl:if>
    <xsl:for-each select="$paragraphs">{if (position() eq 1) then '¶ ' else ', '}<xsl:sequence
      select="ed:link(@xml:id ! ($ed:text-file || '#' || .), (@n, '·')[1])"/></xsl:for-each>
    <xsl:if test="(exists($elsewhere) or exists($paragraphs)) and exists($notes)">; </xsl:if>
    <xsl:for-each select="$notes">{if (position() gt 1) then ', ' else ed:number-form(last(), ed:say('in-notes')) || ' '}<a
      href="{$ed:text-file}#{ed:note-id(.)}">{ed:note-number(.)}</a></xsl:for-each>
  </xsl:function>

  <!-- What to call the place of a mention that stands in no paragraph.
         in:  <rs> in <head>
         out: 'heading' -->
  <xsl:function name="ed:place-of-heading" visibility="public" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="ed:say(if ($mention/ancestor::front) then 'in-title' else if ($mention/ancestor::head) then 'in-heading' else 'in-text')"/>
  </xsl:function>

</xsl:stylesheet>
