<?xml version="1.0" encoding="UTF-8"?>
<!-- The elements of verse, plays, letters, dictionaries, manuscripts, apparatus and speech: each keeps its words and its name. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- What stands among words. Their names are looked up, not matched: a rule for each would take long to compile. -->

  <xsl:variable name="ed:inline-names" as="map(xs:QName, xs:boolean)" select="ed:named('
                            add del subst restore retrace redo undo mod unclear damage orig reg abbr expan ex am surplus secl sic fw g m s cl phr measure measureGrp
                            unit time caesura metamark handShift forename surname roleName addName genName nameLink settlement country
                            region district bloc geogName geogFeat offset objectName eventName email gi att val tag code ident gloss
                            mentioned distinct app lem rdg rdgGrp wit witDetail orth pron gramGrp gram pos gen number case per tns mood
                            iType subc colloc def usg etym lang lbl oRef pRef oVar pVar hyph syll stress xr re form role roleDesc actor
                            docDate docEdition locus material dim formula rs milestone cb gb pause vocal kinesic incident shift writing
                            extent imprint monogr analytic resp respStmt desc dimensions height width depth dim origDate origPlace watermark stamp
                            catchwords signatures secFol heraldry objectType repository institution collection')"/>

  <xsl:template match="*[$ed:inline-names(node-name())]" as="element()" priority="-0.5">
    <span class="{'tei-'[current()/self::number]}{local-name()}">
      <xsl:apply-templates select="@xml:id, @xml:lang, @cert, @wit, @who" mode="attributes"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- How something is said, above it; in brackets where that cannot be shown. -->
  <xsl:template match="ruby" as="element()">
    <ruby><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates select="* | text()[normalize-space()]"/></ruby>
  </xsl:template>

  <xsl:template match="ruby/rb" as="element()">
    <span><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="ruby/rt" as="element()+">
    <rp>(</rp>
    <rt><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></rt>
    <rp>)</rp>
  </xsl:template>

  <!-- What stands between the parts of a change, or around a formula, is no text. -->
  <xsl:template match="subst | (mod | formula)[not(ed:has-words(.))]" as="element()">
    <span class="{local-name()}"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates select="* | text()[normalize-space()]"/></span>
  </xsl:template>

  <!-- What was left empty between words is no word, but they are two. -->
  <xsl:template match="space" as="element()">
    <span class="space"><xsl:apply-templates select="@xml:id" mode="attributes"/><xsl:text> </xsl:text><xsl:apply-templates/>{node()[last()] ! ' '}</span>
  </xsl:template>

  <!-- What stands in lines of its own -->

  <xsl:template match="*[$ed:block-names(node-name())]" as="element()" priority="-0.5">
    <div class="{local-name()}">
      <xsl:apply-templates select="@xml:id, @xml:lang, @who" mode="attributes"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="listApp/app" as="element()">
    <div>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:for-each select="@loc"><span class="number added">{.} </span></xsl:for-each>
      <xsl:for-each select="id(tokenize(@from)[1] ! substring-after(., '#'))[empty(current()/@loc)]">
        <a class="number added" href="#{@xml:id}">{(ancestor-or-self::*[self::l or self::p or self::ab][@n][1]/@n, '↑')[1]} </a>
      </xsl:for-each>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- What somebody says or writes, under the name of who does, and its parts. -->
  <xsl:template match="u | post" as="element()">
    <div class="{local-name()}">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:variable name="known" as="element()*" select="id(tokenize(@who) ! substring-after(., '#'))[ed:is-entry(.)]"/>
      <xsl:if test="@who">
        <span class="who added">
          <xsl:for-each select="$known"><xsl:if test="position() gt 1">, </xsl:if><a href="{ed:address(.)}">{ed:label(.)}</a></xsl:for-each>
          <xsl:if test="empty($known)">{string-join(tokenize(@who) ! replace(., '^#', ''), ', ')}</xsl:if>
          <xsl:text>: </xsl:text>
        </span>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="u[not(ed:has-words(.))]/seg" as="element()">
    <div class="seg"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="sense" as="element()">
    <div class="sense">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:for-each select="@n"><span class="lbl added">{.} </span></xsl:for-each>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- A sign or a sound that is not written out is told by its kind. -->
  <xsl:template match="(g | vocal | kinesic | incident)[not(node())][@type]" as="element()">
    <span class="{local-name()}"><xsl:apply-templates select="@xml:id" mode="attributes"/><span class="added">({@type})</span></span>
  </xsl:template>

  <xsl:template match="(vocal | kinesic | incident)[node()]" as="element()">
    <span class="{local-name()}">
      <xsl:apply-templates select="@xml:id, @xml:lang, @who" mode="attributes"/>
      <span class="added"> (</span><xsl:apply-templates/><span class="added">) </span>
    </span>
  </xsl:template>

  <xsl:template match="(sp | sp//* | div | body | front | back | div1 | div2 | div3 | div4 | div5 | div6 | div7)/stage | speaker" as="element()">
    <div class="{local-name()}"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="body | group | div1 | div2 | div3 | div4 | div5 | div6 | div7 | back" as="element()">
    <section class="{local-name()}">
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates select="ed:content(.)"/>
    </section>
  </xsl:template>

  <!-- What says how others belong together has nothing to show, if it has no words. -->
  <xsl:variable name="ed:links" as="map(xs:QName, xs:boolean)"
                select="ed:named('linkGrp link joinGrp join altGrp alt timeline when spanGrp span interpGrp interp')"/>

  <xsl:template match="*[$ed:links(node-name())][not(normalize-space())]" as="element()?" priority="-0.4">
    <xsl:for-each select="@xml:id"><span><xsl:apply-templates select="." mode="attributes"/></span></xsl:for-each>
  </xsl:template>

  <!-- Figures: a picture that the edition holds is shown, others are told by their address, for nothing is loaded from elsewhere -->

  <xsl:template match="figure" as="element()">
    <figure>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/>
      <xsl:apply-templates select="node() except head"/>
      <xsl:where-populated><figcaption><xsl:apply-templates select="head"/></figcaption></xsl:where-populated>
    </figure>
  </xsl:template>

  <xsl:template match="figure/head" priority="2" as="element()">
    <span class="head"><xsl:apply-templates select="@xml:id, @xml:lang" mode="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="graphic | media" as="element()">
    <span class="{local-name()}">
      <xsl:sequence select="ed:picture(@url, (../figDesc[1] ! ed:surface(.)[.], tokenize(@url, '/')[last()])[1])"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- A picture, or a way to it; within a link there is no other.
         in:  <graphic url="img/mole.png"/>, 'The mole in winter'
         out: <a href="pictures/img/mole.png" class="added"><img src="pictures/img/mole.png" alt="The mole in winter" loading="lazy"></a> -->
  <xsl:function name="ed:picture" visibility="public" as="element()?">
    <xsl:param name="address" as="attribute()?"/>
    <xsl:param name="name" as="xs:string?"/>
    <xsl:variable name="copy" as="xs:string?" select="ed:copy($address)"/>
    <xsl:variable name="shown" as="element()?"><xsl:if test="$copy"><img src="{$copy}" alt="{$name}" loading="lazy"/></xsl:if></xsl:variable>
    <xsl:choose>
      <xsl:when test="$address/ancestor::ref"><xsl:sequence select="$shown"/></xsl:when>
      <xsl:when test="$copy"><a href="{$copy}" class="added"><xsl:sequence select="$shown"/></a></xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$address ! ed:safe(ed:based(., ..))"><a href="{.}" aria-label="{$name}" class="added">▣</a></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The picture of a page, on the web or in the edition; a way to it suffices. -->
  <xsl:template match="pb[@facs][not(ancestor::ref)]" as="node()*" priority="2">
    <xsl:variable name="file" as="xs:string?" select="(tokenize(@facs)[1] ! (if (starts-with(., '#')) then id(substring(., 2), current())/descendant-or-self::graphic[1]/@url else .))[1]"/>
    <xsl:variable name="name" as="xs:string" select="(@n ! ed:say('page', string(.)), ed:say('page-break'))[1]"/>
    <xsl:next-match/>
    <xsl:for-each select="(ed:copy($file), ed:safe(ed:based($file, .))[matches(., '^https?:')])[1]"><a href="{.}" aria-label="{$name}" class="added">▣</a></xsl:for-each>
  </xsl:template>

  <!-- The bytes of a picture are no words. -->
  <xsl:template match="binaryObject" as="element()">
    <span class="binaryObject"/>
  </xsl:template>

</xsl:stylesheet>
