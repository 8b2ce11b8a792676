<?xml version="1.0" encoding="UTF-8"?>
<!-- Which elements stand in lines of their own. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:variable name="ed:block-names" as="map(xs:QName, xs:boolean)" select="ed:named('
                            lg sp castList castGroup castItem set prologue epilogue opener closer postscript salute signed dateline address addrLine epigraph trailer
                            argument titlePage docImprint imprimatur entry entryFree superEntry hom sense cit eg u post annotationBlock
                            floatingText listBibl listPerson listPlace listOrg listEvent person place org event biblStruct msDesc
                            sourceDoc surface surfaceGrp zone line facsimile figDesc spGrp listWit witness listApp noteGrp egXML')"/>

  <xsl:variable name="ed:standing" as="map(xs:QName, xs:boolean)"
                select="map:merge(($ed:block-names, ed:named('p head ab lg l list item label row cell table figure div div1 div2 div3 div4 div5 div6 div7
                                                              body front back group text titlePart byline speaker')))"/>

  <!-- The elements of TEI that have these names.
         in:  'add del'
         out: {Q{http://www.tei-c.org/ns/1.0}add: true(), Q{http://www.tei-c.org/ns/1.0}del: true()} -->
  <xsl:function name="ed:named" visibility="public" as="map(xs:QName, xs:boolean)">
    <xsl:param name="names" as="xs:string"/>
    <xsl:sequence select="map:merge(tokenize($names) ! map:entry(QName('http://www.tei-c.org/ns/1.0', .), true()))"/>
  </xsl:function>

  <!-- Does an element hold words of its own? Asked once of each, however many elements it holds.
         in:  <ab>See <gi>p</gi></ab>
         out: true -->
  <xsl:function name="ed:has-words" visibility="public" cache="yes" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- Parts of a name, an address, a reference, an entry, an apparatus: each is a word of its own. -->
  <xsl:variable name="ed:worded" as="map(xs:QName, xs:boolean)" select="ed:named('
                            forename surname roleName addName genName nameLink persName placeName orgName name settlement district region country
                            bloc street postCode postBox addrLine date title author editor publisher pubPlace biblScope citedRange imprint monogr
                            analytic series edition idno extent respStmt resp bibl lem rdg rdgGrp wit witDetail form orth pron hyph gramGrp gram
                            pos gen number case per tns mood iType subc colloc usg def etym lang xr lbl re cit quote repository institution
                            collection msName locus incipit explicit rubric summary role roleDesc actor salute signed dateline docAuthor docDate titlePart
                            birth death floruit age sex faith nationality residence occupation education affiliation state trait location mentioned')"/>

  <!-- Is an element a word of its own right behind another, with nothing written between the elements around it?
         in:  <surname>Lee</surname> in <persName><forename>Ada</forename><surname>Lee</surname></persName>
         out: true -->
  <xsl:function name="ed:is-parted" visibility="public" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/preceding-sibling::node()[self::* or self::text()][1]/self::*[not(self::note)][matches(., '[\p{Lu}\p{Ll}\p{N}.,;:!?)]$')])
                          and not(ed:has-words($element/..))"/>
  </xsl:function>

  <!-- The content of a division: what stands in it, its words, and the spaces between those.
         in:  <div><p>x</p> <fw>y</fw> <fw>z</fw></div>
         out: <p>x</p>, <fw>y</fw>, ' ', <fw>z</fw> -->
  <xsl:function name="ed:content" visibility="public" as="node()*">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="$division/(* | text()[normalize-space() or preceding-sibling::node()[1]/self::*[not($ed:standing(node-name()) or self::note or self::quote or self::pb)]])"/>
  </xsl:function>

</xsl:stylesheet>
