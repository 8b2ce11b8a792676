<?xml version="1.0" encoding="UTF-8"?>
<!-- COinS: a work as an OpenURL in an empty element, from which reference managers pick it up. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- A work as COinS; one whose parts nobody tagged as a title with its date and address.
         in:  {"type": "book", "title": "The Customs House and Its Enemies", …}
         out: <span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.genre=book&amp;…"></span> -->
  <xsl:function name="ed:coins" visibility="public" as="element()?">
    <xsl:param name="item" as="map(xs:string, item()*)"/>
    <xsl:variable name="article" as="xs:boolean" select="$item?type = 'article-journal'"/>
    <xsl:variable name="part" as="xs:boolean" select="exists($item?container-title)"/>
    <xsl:variable name="first" as="map(*)?" select="$item?author?*[1]"/>
    <xsl:if test="$item?custom?teikit?printed">
      <span class="Z3988" title="{string-join((
        'ctx_ver=Z39.88-2004', ed:key('rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'), $item?title ! ed:key('rft.title', .),
        $item?issued?date-parts?1?1 ! ed:key('rft.date', string()), $item?URL ! ed:key('rft.identifier', .),
        $item?DOI ! ed:key('rft_id', 'info:doi/' || .)), '&amp;')}"/>
    </xsl:if>
    <xsl:if test="not($item?custom?teikit?printed) and exists(($item?title, $item?container-title))">
      <span class="Z3988" title="{string-join((
        'ctx_ver=Z39.88-2004',
        ed:key('rft_val_fmt', 'info:ofi/fmt:kev:mtx:' || (if ($article) then 'journal' else 'book')),
        ed:key('rft.genre', if ($article) then 'article' else if ($part) then 'bookitem' else 'book'),
        $item?title ! ed:key(if ($part) then 'rft.atitle' else 'rft.btitle', .),
        $item?container-title ! ed:key(if ($article) then 'rft.jtitle' else 'rft.btitle', .),
        $first?family ! ed:key('rft.aulast', .), $first ! ed:given-names(.) ! ed:key('rft.aufirst', .),
        $item?author?*[not(?literal = 'others')] ! ed:key('rft.au', (?literal, string-join((?family, ed:given-names(.)), ', '))[1]),
        $item?issued?date-parts?1?1 ! ed:key('rft.date', string()), $item?volume ! ed:key('rft.volume', .), $item?issue ! ed:key('rft.issue', .),
        $item?page ! ed:key('rft.pages', .), $item?publisher ! ed:key('rft.pub', .), $item?publisher-place ! ed:key('rft.place', .),
        $item?ISBN ! ed:key('rft.isbn', .), $item?ISSN ! ed:key('rft.issn', .), $item?DOI ! ed:key('rft_id', 'info:doi/' || .),
        $item?language ! ed:key('rft.language', .)), '&amp;')}"/>
    </xsl:if>
  </xsl:function>

  <!-- A key and its value, encoded for an address.
         in:  'rft.date', '2004'
         out: 'rft.date=2004' -->
  <xsl:function name="ed:key" visibility="public" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="$name || '=' || encode-for-uri($value)"/>
  </xsl:function>

</xsl:stylesheet>
