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
    <xsl:sequence select="'@' || ed:entry-type($item) || '{' || $item?id || ',&#xA;' || string-join(ed:biblatex-fields($item)) || '}&#xA;'"/>
  </xsl:function>

  <!-- The fields of an entry, in the order of BibLaTeX's manual.
         in:  {"type": "article-journal", "issue": "2", …}
         out: '  number = {2},', … -->
  <xsl:function name="ed:biblatex-fields" visibility="public" as="xs:string*">
    <xsl:param name="item" as="map(xs:string, item()*)"/>
    <xsl:variable name="serial" as="xs:boolean" select="$item?type = $ed:serial-types"/>
    <xsl:variable name="language" as="xs:string?" select="$item?language"/>
    <xsl:variable name="volume-title" as="xs:string?" select="$item?volume-title"/>
    <xsl:sequence select="$item?author ! ed:field('author', ed:tex-names(.)), $item?container-author ! ed:field('bookauthor', ed:tex-names(.)),
        $item?editor ! ed:field('editor', ed:tex-names(.)), $item?translator ! ed:field('translator', ed:tex-names(.)),
        $item?title[exists($volume-title)] ! ed:tex-title('maintitle', ., $language),
        ($volume-title, $item?title)[1] ! ed:tex-titles('', ., $item?custom?teikit?subtitle, $language),
        $item?title-short ! ed:tex-title('shorttitle', ., $language),
        $item?container-title ! ed:tex-titles(if ($serial) then 'journal' else 'book', ., $item?custom?teikit?container-subtitle,
                                              if ($serial) then 'und' else ($item?custom?teikit?container-language, $language)[1]),
        $item?container-title-short ! ed:tex('shortjournal', .),
        $item?volume ! ed:tex('volume', .), $item?number-of-volumes ! ed:tex('volumes', .), $item?part ! ed:tex('part', .),
        $item?collection-title ! ed:tex('series', .),
        (if ($serial) then $item?issue else ($item?collection-number, $item?number)[1]) ! ed:tex('number', .),
        $item?issue[not($serial)] ! ed:tex('issue', .),
        $item?edition ! ed:tex('edition', .), $item?chapter-number ! ed:tex('chapter', .),
        $item?publisher ! ed:field(if ($item?type = ('thesis', 'report')) then 'institution' else 'publisher', ed:tex-list(.)),
        $item?publisher-place ! ed:field('location', ed:tex-list(.)),
        $item?issued ! ed:tex-date('date', .), $item?original-date ! ed:tex-date('origdate', .),
        $item?event-date ! ed:tex-date('eventdate', .), $item?accessed ! ed:tex-date('urldate', .),
        $item?page ! ed:field('pages', replace(ed:escaped(.), '-', '--')), $item?number-of-pages ! ed:tex('pagetotal', .),
        $language ! ed:language-fields(.),
        (for $field in map:keys($ed:same-fields), $text in $item($ed:same-fields($field)) return ed:tex($field, $text)),
        ('doi', 'isbn', 'issn', 'url') ! ed:field(., $item(upper-case(.))),
        ed:left-fields($item?custom?biblatex)"/>
  </xsl:function>

  <!-- The fields that came from BibLaTeX and that CSL has no variable for; in names of theirs braces hold a body together.
         in:  {"entrytype": "mvbook", "file": "ingram.pdf"}
         out: '  file = {ingram.pdf},' -->
  <xsl:function name="ed:left-fields" visibility="public" as="xs:string*">
    <xsl:param name="left" as="map(xs:string, item()*)?"/>
    <xsl:sequence select="$left ! map:keys(.)[. ne 'entrytype'] ! (if (. = ('file', 'eprint')) then ed:field(., $left(.)) else ed:field(., ed:escaped($left(.)) => replace('\\([{}])', '$1')))"/>
  </xsl:function>

</xsl:stylesheet>
