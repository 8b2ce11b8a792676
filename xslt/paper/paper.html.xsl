<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition as paged HTML, which paper.css makes into a book: footnotes at their callouts, contents, registers. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:xhtml="http://www.w3.org/1999/xhtml"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="../book/text.xsl"/>
  <xsl:import href="../book/registers.xsl"/>
  <xsl:include href="../lib/callouts.xsl"/>

  <xsl:output method="html" version="5" escape-uri-attributes="no" include-content-type="no" indent="no"/>

  <xsl:mode on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <html lang="{(*/@xml:lang, 'und')[1]}">
      <head>
        <meta charset="UTF-8"/>
        <title>{ed:title(.)}</title>
        <xsl:sequence select="ed:meta('author', ed:authors(.)), ed:meta('description', ed:whole-title(.)),
                              ed:meta('keywords', string-join(*/teiHeader//keywords/term ! normalize-space(.), ', ')),
                              ed:meta('dcterms.created', */teiHeader/fileDesc/publicationStmt/date[1]/@when),
                              ed:meta('dcterms.modified', ed:modified(.)),
                              ed:meta('generator', 'teikit' || (' ' || $version)[$version])"/>
      </head>
      <body>
        <main>
          <xsl:apply-templates select="//text[empty(ancestor::text)][1]" mode="opening"/>
          <xsl:variable name="content" as="element()*">
            <xsl:apply-templates select="//text[empty(ancestor::text)], */teiHeader[empty(//text)]"/>
            <div class="matter" lang="{$lang}">
              <xsl:apply-templates select="*/teiHeader" mode="about"/>
              <xsl:sequence select="ed:registers(.)"/>
            </div>
          </xsl:variable>
          <xsl:apply-templates select="$content" mode="named">
            <xsl:with-param name="places" tunnel="yes"
                            select="map:merge($content//xhtml:p[not(@id)] ! map {generate-id(.): position()})"/>
          </xsl:apply-templates>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- The title page -->

  <xsl:mode name="opening" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="text" mode="opening" as="element()">
    <div class="opening">
      <xsl:apply-templates select="(front, /*/teiHeader)[1]"/>
      <div class="aids" lang="{$lang}">
        <xsl:apply-templates select="/*/teiHeader/fileDesc" mode="opening"/>
        <xsl:apply-templates select="." mode="notice"/>
        <xsl:apply-templates select="." mode="contents"/>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="fileDesc" mode="opening" as="element()">
    <xsl:variable name="shown" as="xs:string" select="normalize-space(string-join(/*//front))"/>
    <xsl:variable name="sub" as="xs:string?" select="titleStmt/title[@type = 'sub'][1] ! normalize-space(.)"/>
    <p class="edition">{string-join(($sub[not(contains($shown, .))], editionStmt/edition[1] ! normalize-space(.)), '. ')}</p>
  </xsl:template>

  <xsl:template match="teiHeader" as="element()">
    <header class="title-page">
      <h1>{ed:title(/)}</h1>
      <p class="byline">{string-join(ed:authors(/), ', ')}</p>
    </header>
  </xsl:template>

  <xsl:template match="text" mode="contents" as="element()">
    <nav class="contents" aria-labelledby="contents-heading">
      <p id="contents-heading">{ed:say('contents')}</p>
      <ol>
        <xsl:apply-templates select="body/div" mode="contents"/>
        <li><a href="#about-heading">{ed:say('about')}</a></li>
        <xsl:for-each select="ed:registers(/)">
          <li><a href="#{@id}">{*:h2}</a></li>
        </xsl:for-each>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template match="div" mode="contents" as="element()">
    <li>
      <a href="#{ed:heading-id(.)}">{ed:section-name(.)}</a>
      <xsl:where-populated>
        <ol><xsl:apply-templates select="div[head]" mode="contents"/></ol>
      </xsl:where-populated>
    </li>
  </xsl:template>

  <!-- The text -->

  <xsl:template match="text" as="element()">
    <article class="text">
      <xsl:apply-templates select="/*/@xml:lang" mode="attributes"/>
      <xsl:apply-templates select="* except front"/>
      <xsl:for-each select="ed:notes(.)[ed:is-stray(.)]"><p id="{ed:note-id(.)}"><xsl:apply-templates select="ed:body(.)"/></p></xsl:for-each>
    </article>
  </xsl:template>

  <xsl:template match="text//text" as="element()">
    <section><xsl:apply-templates select="*"/></section>
  </xsl:template>

  <!-- White space is one space, for in footnotes WeasyPrint (to 70) stumbles over more. -->
  <xsl:template match="text()[ancestor::text]" as="text()">
    <xsl:value-of select="replace(., '\s+', ' ')"/>
  </xsl:template>

  <!-- It also breaks a line after its first word where the words before an element fit and their last space does
       not: that space is an element of its own. -->
  <xsl:template match="text()[ancestor::text][matches(., '\S\s+$')][following-sibling::node()[1][self::*]]" priority="1" as="node()+">
    <xsl:value-of select="replace(replace(., '\s+$', ''), '\s+', ' ')"/>
    <span><xsl:text> </xsl:text></span>
  </xsl:template>

  <!-- Every paragraph has an id, so that it can be told to begin a page; paper shows where a link leads -->

  <xsl:mode name="named" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="xhtml:p[not(@id)]" mode="named" as="element()">
    <xsl:param name="places" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:copy>
      <xsl:attribute name="id" select="'unnamed-p-' || $places(generate-id(.))"/>
      <xsl:apply-templates select="@*, node()" mode="named"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="xhtml:a[starts-with(@href, 'http')][not(normalize-space() = @href)]" mode="named" as="element()">
    <a>
      <xsl:apply-templates select="@* except @class" mode="named"/>
      <xsl:attribute name="class" select="@class, 'outward'"/>
      <xsl:apply-templates mode="named"/>
    </a>
  </xsl:template>

  <!-- Footnotes: inline in the line that calls them, which the page moves to its foot -->

  <xsl:template match="note | annotation" mode="callout" as="element()+">
    <a class="callout" id="{ed:note-id(.)}-ref" href="#{ed:note-id(.)}">{ed:note-number(.)}</a>
    <span class="footnote" id="{ed:note-id(.)}">
      <xsl:apply-templates select="@xml:lang" mode="attributes"/>
      <a class="marker" href="#{ed:note-id(.)}-ref">{ed:note-number(.)}</a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="ed:body(.)"/>
    </span>
  </xsl:template>

  <!-- What is called by a pointer stands where it is, for a footnote is called once. -->
  <xsl:template match="note[@xml:id][key('callers', @xml:id)]" as="node()*">
    <xsl:apply-templates select="." mode="callout"/>
  </xsl:template>

  <xsl:template match="(ref | ptr)[ed:called(.)[ancestor::standOff]]" as="node()*" priority="1">
    <xsl:if test="node()"><xsl:next-match/></xsl:if>
    <xsl:apply-templates select="ed:called(.)[key('callers', @xml:id)[1] is current()]" mode="callout"/>
  </xsl:template>

  <xsl:template match="note[not(@type = 'regest')]//p" as="element()">
    <span class="note-paragraph">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- The HTML element for a paragraph: its notes stand in it, and they may hold lists or quotations.
         in:  <p>words<note><list>…</list></note></p>
         out: 'div' -->
  <xsl:function name="ed:paragraph-tag" visibility="public" as="xs:string">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="if (empty($paragraph/descendant::*[self::quote[not(ancestor::p)] or self::list or self::table or self::lg or self::sp
                                                              or self::figure or self::p[empty(ancestor::note)]])) then 'p' else 'div'"/>
  </xsl:function>

</xsl:stylesheet>
