<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI attributes as HTML attributes; what a document leaves out, the page leaves out. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="attributes" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="@xml:id" mode="attributes" as="attribute()">
    <xsl:attribute name="id" select="."/>
  </xsl:template>

  <!-- HTML knows no id that is empty or has spaces in it, and no language that is no tag. -->
  <xsl:template match="@xml:id[not(matches(., '^\S+$'))] | @xml:lang[not(matches(., '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'))]"
                mode="attributes" as="empty-sequence()" priority="1"/>

  <xsl:template match="@xml:lang" mode="attributes" as="attribute()">
    <xsl:attribute name="lang" select="ed:language-tag(.)"/>
  </xsl:template>

  <!-- The tag of a language as the web writes it: the shortest code.
         in:  'lat-Latn'
         out: 'la-Latn' -->
  <xsl:function name="ed:language-tag" visibility="public" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="language" as="xs:string" select="tokenize($tag, '-')[1]"/>
    <xsl:sequence select="($ed:short-tags($language), $language)[1] || substring($tag, string-length($language) + 1)"/>
  </xsl:function>

  <xsl:variable name="ed:short-tags" as="map(xs:string, xs:string)" select="map:merge(tokenize(
    'ara ar,ben bn,bul bg,cat ca,ces cs,chi zh,cze cs,dan da,deu de,dut nl,ell el,eng en,est et,fas fa,fin fi,fra fr,fre fr,ger de,gle ga,gre el,
     heb he,hin hi,hrv hr,hun hu,isl is,ita it,jpn ja,kor ko,lat la,lav lv,lit lt,nld nl,nor no,per fa,pol pl,por pt,ron ro,rum ro,rus ru,san sa,
     slk sk,slv sl,spa es,srp sr,swe sv,tur tr,ukr uk,urd ur,wel cy,cym cy,zho zh', ',') ! map {tokenize(.)[1]: tokenize(.)[2]})"/>

  <xsl:template match="@cert[. = ('medium', 'low', 'unknown')]" mode="attributes" as="attribute()">
    <xsl:attribute name="data-cert" select="."/>
  </xsl:template>

  <xsl:template match="@ref | @corresp" mode="attributes" as="attribute()">
    <xsl:attribute name="data-ref" select="replace(., '(^|\s)#', '$1')"/>
  </xsl:template>

  <xsl:template match="cell/@cols[matches(., '^[1-9]\d?$')]" mode="attributes" as="attribute()">
    <xsl:attribute name="colspan" select="."/>
  </xsl:template>

  <xsl:template match="cell/@rows[matches(., '^[1-9]\d?$')]" mode="attributes" as="attribute()">
    <xsl:attribute name="rowspan" select="."/>
  </xsl:template>

  <!-- Whose words or whose reading: sigla, for the eye. -->
  <xsl:template match="@wit | @who" mode="attributes" as="attribute()">
    <xsl:attribute name="data-{local-name()}" select="tokenize(.) ! replace(., '^#', '')"/>
  </xsl:template>

  <xsl:template match="@*" mode="attributes" as="attribute()?"/>

  <!-- The language of the interface, for our words within the text; nothing where the text is in the same.
         in:  a gap in <TEI xml:lang="en">, the interface in German
         out: lang="de" -->
  <xsl:function name="ed:interface-language" visibility="public" as="attribute()?">
    <xsl:param name="node" as="element()"/>
    <xsl:if test="not(starts-with($node/ancestor-or-self::*[@xml:lang][1]/@xml:lang, $lang))">
      <xsl:attribute name="lang" select="$lang"/>
    </xsl:if>
  </xsl:function>

  <!-- The language of the text, for its words within the interface; nothing where the interface is in the same.
         in:  a heading in <TEI xml:lang="en">, the interface in German
         out: lang="en" -->
  <xsl:function name="ed:text-language" visibility="public" as="attribute()?">
    <xsl:param name="node" as="element()"/>
    <xsl:apply-templates select="$node/ancestor-or-self::*[@xml:lang][1]/@xml:lang[not(starts-with(., $lang))]" mode="attributes"/>
  </xsl:function>

  <!-- An address that a page may link to: relative, or of a scheme that runs no script.
         in:  'https://example.org/a'     out: 'https://example.org/a'
         in:  'java script:alert(1)'      out: () -->
  <xsl:function name="ed:safe" visibility="public" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="if (contains($address, ':')) then $address[ed:runs-nothing(replace(., '[\s\p{Cc}]', ''))] else $address"/>
  </xsl:function>

  <!-- Is an address without spaces relative, or of a scheme that runs no script?
         in:  'javascript:alert(1)'
         out: false -->
  <xsl:function name="ed:runs-nothing" as="xs:boolean">
    <xsl:param name="bare" as="xs:string"/>
    <xsl:sequence select="not(matches($bare, '^[a-z][a-z0-9+.\-]*:', 'i')) or matches($bare, '^(https?|mailto|ftp|urn|doi|geo|tel|info|ark|hdl):', 'i')"/>
  </xsl:function>

  <!-- The addresses from which those of an element are seen, the outermost first; nearly all documents have none.
         in:  <ref> in <div xml:base="sub/">
         out: 'sub/' -->
  <xsl:function name="ed:bases" visibility="public" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (ed:is-based(root($element))) then $element/ancestor-or-self::*/@xml:base[. ne ''] ! string() else ()"/>
  </xsl:function>

  <!-- Are there addresses in a document that are seen from elsewhere?
         in:  <TEI><text xml:base="sub/">…</text></TEI>
         out: true -->
  <xsl:function name="ed:is-based" cache="yes" as="xs:boolean">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="exists($root//@xml:base)"/>
  </xsl:function>

  <!-- An address as it is meant below xml:base; one within the document stays.
         in:  'y.xml#z', <ref> in <div xml:base="sub/">
         out: 'sub/y.xml#z' -->
  <xsl:function name="ed:based" visibility="public" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="bases" as="xs:string*" select="ed:bases($element)"/>
    <xsl:sequence select="if (empty($bases) or empty($address) or starts-with($address, '#')) then $address
                          else fold-left(($bases, $address), '', ed:seen-from#2)"/>
  </xsl:function>

  <!-- An address seen from another.
         in:  'https://a.b/c/d', 'e'     out: 'https://a.b/c/e'
         in:  'https://a.b/c/d', '/e'    out: 'https://a.b/e' -->
  <xsl:function name="ed:seen-from" visibility="public" as="xs:string">
    <xsl:param name="base" as="xs:string"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="path" as="xs:string" select="replace($base, '[?#].*$', '')"/>
    <xsl:variable name="host" as="xs:string?" select="replace($path, '^(([A-Za-z][A-Za-z0-9+.\-]*:)?//[^/]*).*$', '$1')[. ne $path or matches(., '^[^/]*//[^/]*$')]"/>
    <xsl:sequence select="if (matches($address, '^([A-Za-z][A-Za-z0-9+.\-]*:|//)')) then $address
                          else if (starts-with($address, '/')) then $host || $address
                          else if ($path = $host[.]) then $path || '/' || $address
                          else replace($path, '[^/]+$', '') || $address"/>
  </xsl:function>

  <!-- How words look, as classes: those that the pages know under their names, others with a prefix, for pages have classes too.
         in:  'italic red'
         out: 'italic', 'rend-red' -->
  <xsl:function name="ed:look" visibility="public" as="xs:string*">
    <xsl:param name="rend" as="xs:string?"/>
    <xsl:sequence select="tokenize($rend)[matches(., '^[\w-]+$')]
                          ! (if (. = ('italic', 'i', 'bold', 'b', 'smallcaps', 'superscript', 'sup', 'subscript', 'sub', 'underline', 'strikethrough')) then . else 'rend-' || .)"/>
  </xsl:function>

  <!-- Words as a link where there is an address, else the words alone.
         in:  'persons.html#pers_veldt', 'Jonas Veldt'
         out: <a href="persons.html#pers_veldt">Jonas Veldt</a> -->
  <xsl:function name="ed:link" visibility="public" as="node()">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="exists(ed:safe($address))"><a href="{$address}">{$words}</a></xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
