<?xml version="1.0" encoding="UTF-8"?>
<!-- The bibliography in BibLaTeX. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                default-mode="bibliography.bib"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="lib/csl-fonts.xsl"/>
  <xsl:include href="lib/biblatex.xsl"/>

  <xsl:output method="text"/>

  <xsl:mode name="bibliography.bib" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="text()*">
    <xsl:for-each select="ed:listed-works(.)">
      <xsl:value-of select="ed:biblatex(ed:csl-with-fonts(.)) || '&#xA;'"/>
    </xsl:for-each>
  </xsl:template>

  <!-- One entry.
         in:  {"id": "bibl_ingram_2004", "type": "book", "title": "The Customs House and Its Enemies"}
         out: '@book{bibl_ingram_2004, title = {The Customs House and Its Enemies},}', on several lines -->
  <xsl:function name="ed:biblatex" visibility="public" as="xs:string">
    <xsl:param name="item" as="map(xs:string, item()*)"/>
    <xsl:variable name="fields" as="map(xs:string, item()*)*" select="ed:biblatex-fields($item)"/>
    <xsl:sequence select="'@' || ed:entry-type($item) || '{' || $item?id || ',&#xA;'
                          || string-join($fields ! ('  ' || map:keys(.) || ' = {' || .(map:keys(.)) || '},&#xA;')) || '}&#xA;'"/>
  </xsl:function>

  <!-- The fields of an entry, in the order of BibLaTeX's manual.
         in:  {"type": "article-journal", "issue": "2", …}
         out: {"number": "2"}, … -->
  <xsl:function name="ed:biblatex-fields" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="item" as="map(xs:string, item()*)"/>
    <xsl:variable name="serial" as="xs:boolean" select="$item?type = $ed:serial-types"/>
    <xsl:variable name="language" as="xs:string?" select="$item?language"/>
    <xsl:variable name="volume-title" as="item()*" select="$item?volume-title"/>
    <xsl:sequence select="(ed:pair('author', ed:tex-names($item?author)), ed:pair('bookauthor', ed:tex-names($item?container-author)),
        ed:pair('editor', ed:tex-names($item?editor)), ed:pair('translator', ed:tex-names($item?translator)),
        ed:tex-title('maintitle', $item?title[exists($volume-title)], $language),
        ed:tex-titles('', ($volume-title, $item?title)[1], $item?custom?teikit?subtitle, $language),
        ed:tex-title('shorttitle', $item?title-short, $language),
        ed:tex-titles(if ($serial) then 'journal' else 'book', $item?container-title, $item?custom?teikit?container-subtitle,
                      if ($serial) then 'und' else ($item?custom?teikit?container-language, $language)[1]),
        ed:tex('shortjournal', $item?container-title-short),
        ed:tex('volume', $item?volume), ed:tex('volumes', $item?number-of-volumes), ed:tex('part', $item?part),
        ed:tex('series', $item?collection-title),
        ed:tex('number', if ($serial) then $item?issue else ($item?collection-number, $item?number)[1]),
        ed:tex('issue', $item?issue[not($serial)]),
        ed:tex('edition', $item?edition), ed:tex('chapter', $item?chapter-number),
        ed:pair(if ($item?type = ('thesis', 'report')) then 'institution' else 'publisher', ed:tex-list($item?publisher)),
        ed:pair('location', ed:tex-list($item?publisher-place)),
        ed:tex-date('date', $item?issued), ed:tex-date('origdate', $item?original-date),
        ed:tex-date('eventdate', $item?event-date), ed:tex-date('urldate', $item?accessed),
        ed:pair('pages', $item?page ! replace(ed:escaped(.), '-', '--')), ed:tex('pagetotal', $item?number-of-pages),
        ed:language-fields($item?language),
        map:keys($ed:same-fields) ! (let $field := . return ed:tex($field, $item($ed:same-fields($field)))),
        ('doi', 'isbn', 'issn', 'url') ! ed:pair(., $item(upper-case(.))),
        ed:left-fields($item?custom?biblatex))"/>
  </xsl:function>

  <!-- The fields that came from BibLaTeX and that CSL has no variable for; in names of theirs braces hold a body together.
         in:  {"entrytype": "mvbook", "file": "ingram.pdf"}
         out: {"file": "ingram.pdf"} -->
  <xsl:function name="ed:left-fields" visibility="public" as="map(xs:string, item()*)*">
    <xsl:param name="left" as="map(xs:string, item()*)?"/>
    <xsl:sequence select="$left ! map:keys(.)[. ne 'entrytype'] ! (if (. = ('file', 'eprint')) then ed:pair(., $left(.)) else ed:pair(., ed:escaped($left(.)) => replace('\\([{}])', '$1')))"/>
  </xsl:function>

</xsl:stylesheet>
