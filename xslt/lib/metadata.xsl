<?xml version="1.0" encoding="UTF-8"?>
<!-- What citation managers, libraries and search engines read from the head of the page. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:array="http://www.w3.org/2005/xpath-functions/array"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="metadata" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="metadata" as="element()*">
    <xsl:apply-templates select="(fileDesc/sourceDesc/biblStruct)[1]" mode="metadata"/>
    <xsl:apply-templates select="fileDesc" mode="metadata"/>
    <xsl:sequence select="ed:meta('citation_language', root()/*/@xml:lang), ed:meta('DC.language', root()/*/@xml:lang),
                          ed:meta('DC.subject', .//keywords/term)"/>
    <xsl:apply-templates select="." mode="open-graph"/>
    <xsl:apply-templates select="." mode="linked-data"/>
  </xsl:template>

  <xsl:template match="biblStruct" mode="metadata" as="element()*">
    <xsl:variable name="title" as="element(title)?" select="descendant::title[1]"/>
    <xsl:variable name="host" as="element(title)?" select="analytic[1]/../monogr[1]/title[1]"/>
    <xsl:variable name="imprint" as="element(imprint)?" select="monogr[last()]/imprint[1]"/>
    <xsl:variable name="pages" as="element(biblScope)?" select="$imprint/biblScope[@unit = 'page'][1]"/>
    <xsl:sequence select="ed:meta('citation_title', $title),
                          ed:meta('citation_author', ed:makers(.)),
                          ed:meta('citation_publication_date', ed:year(.)),
                          ed:meta('citation_publisher', $imprint/publisher),
                          ed:meta(if ($host/@level = 'j') then 'citation_journal_title' else 'citation_inbook_title', $host),
                          ed:meta('citation_volume', $imprint/biblScope[@unit = 'volume']),
                          ed:meta('citation_issue', $imprint/biblScope[@unit = 'issue']),
                          ed:meta('citation_firstpage', $pages/@from),
                          ed:meta('citation_lastpage', $pages/@to),
                          ed:meta('citation_isbn', .//idno[lower-case(@type) = 'isbn']),
                          ed:meta('citation_doi', .//idno[lower-case(@type) = 'doi']),
                          ed:meta('DC.source', string-join(ed:reference(.)))"/>
  </xsl:template>

  <xsl:template match="fileDesc" mode="metadata" as="element()*">
    <xsl:sequence select="ed:meta('DC.title', string-join(titleStmt/title[not(@type = 'sort')] ! normalize-space(.), '. ')),
                          ed:meta('DC.creator', ed:authors(/)),
                          ed:meta('DC.contributor', ed:editors(/)),
                          ed:meta('DC.publisher', publicationStmt/publisher),
                          ed:meta('DC.date', publicationStmt/date/(@when, .)[1]),
                          ed:meta('DC.identifier', publicationStmt/idno),
                          ed:meta('DC.rights', publicationStmt/availability/licence/(@target, .)[1])"/>
  </xsl:template>

  <!-- What a page is shown as where its address is shared -->

  <xsl:mode name="open-graph" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="open-graph" as="element()*">
    <xsl:variable name="gist" as="xs:string" select="string-join((ed:citation(/), fileDesc/titleStmt/title[@type = 'sub'] ! normalize-space(.)), ', ')"/>
    <meta name="description" content="{$gist}"/>
    <xsl:for-each select="map {'og:type': 'article', 'og:title': ed:title(/), 'og:url': ed:home(/),
                               'og:locale': string(root()/*/@xml:lang)} => map:for-each(function($name, $value) { [$name, $value] })">
      <xsl:if test="string(.(2))"><meta property="{.(1)}" content="{.(2)}"/></xsl:if>
    </xsl:for-each>
    <xsl:for-each select="ed:home(/)"><link rel="canonical" href="{.}"/></xsl:for-each>
    <xsl:for-each select="ed:safe((fileDesc/publicationStmt/availability/licence/@target)[1])"><link rel="license" href="{.}"/></xsl:for-each>
  </xsl:template>

  <!-- The same for machines that read schema.org: data, which no browser runs -->

  <xsl:mode name="linked-data" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="linked-data" as="element()">
    <xsl:variable name="source" as="element(biblStruct)?" select="(fileDesc/sourceDesc/biblStruct)[1]"/>
    <script type="application/ld+json">
      <xsl:sequence select="map:merge((map {'@context': 'https://schema.org'}, ed:described(map {
          '@type': if (exists($source/analytic) and not($source/monogr/title/@level = 'j')) then 'Chapter' else 'ScholarlyArticle',
          'name': ed:title(/),
          'author': array { ed:authors(/) ! map {'@type': 'Person', 'name': .} },
          'editor': array { ed:editors(/) },
          'inLanguage': string(root()/*/@xml:lang),
          'version': string((fileDesc/editionStmt/edition/@n)[1]),
          'publisher': string((fileDesc/publicationStmt/publisher)[1]),
          'datePublished': string((fileDesc/publicationStmt/date/@when)[1]),
          'license': string((fileDesc/publicationStmt/availability/licence/@target)[1]),
          'url': string(ed:home(/)),
          'keywords': array { .//keywords/term ! normalize-space(.) },
          'isBasedOn': string-join($source ! ed:reference(.))}))) => serialize(map {'method': 'json'}) => replace('\\/', '/') => replace('&lt;', '\\u003c')"/>
    </script>
  </xsl:template>

  <!-- A description without what is empty.
         in:  map {'name': 'Lamps on the Mole', 'url': '', 'keywords': []}
         out: map {'name': 'Lamps on the Mole'} -->
  <xsl:function name="ed:described" visibility="public" as="map(*)">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="map:merge(map:for-each($facts, function($name, $value) {
                            if ($value instance of array(*) and array:size($value) gt 0 or $value instance of xs:string and $value)
                            then map {$name: $value} else () }))"/>
  </xsl:function>

  <!-- One meta element for each value that says something.
         in:  'DC.creator', 'Edda Marlow'
         out: <meta name="DC.creator" content="Edda Marlow"> -->
  <xsl:function name="ed:meta" visibility="public" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:for-each select="($values ! normalize-space(.)[.]) => distinct-values()">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
