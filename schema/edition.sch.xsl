<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                version="3.0">
   <xsl:output method="xml" indent="no"/>
   <xsl:mode name="check" on-no-match="fail"/>
   <xsl:key xmlns="http://purl.oclc.org/dsdl/schematron"
            name="entry"
            match="*[@xml:id]"
            use="'#' || @xml:id"/>
   <xsl:key xmlns="http://purl.oclc.org/dsdl/schematron"
            name="mention"
            match="*[@ref | @corresp | @target]"
            use="(@ref, @corresp, @target) ! tokenize(.)"/>
   <xsl:key xmlns="http://purl.oclc.org/dsdl/schematron"
            name="digest"
            match="tei:span"
            use="@target || ' ' || @type"/>
   <xsl:variable name="languages" select="//tei:langUsage/tei:language/string(@ident)"/>
   <xsl:variable name="paragraphs"
                 select="let $all := //tei:body//tei:div/tei:p return map:merge(for $i in 1 to count($all) return map{generate-id($all[$i]): ($i, $all[$i - 1]/@n[. castable as xs:integer] + 1)})"/>
   <xsl:variable name="notes"
                 select="let $all := //tei:text//tei:note[@place] return map:merge(for $i in 1 to count($all) return map{generate-id($all[$i]): ($i, $all[$i - 1]/@n[. castable as xs:integer] + 1)})"/>
   <xsl:variable name="summed-up"
                 select="//tei:standOff/tei:note[@type = 'regest']/@target"/>
   <xsl:variable name="digests" select="exists(//tei:spanGrp[@type = 'digest'])"/>
   <xsl:template match="/">
      <problems>
         <xsl:apply-templates select="." mode="check"/>
      </problems>
   </xsl:template>
   <!-- After a node has met its rules, what is in it has its turn. -->
   <xsl:template match="document-node() | element()" mode="check" priority="-1">
      <xsl:apply-templates select="@*, *" mode="check">
         <xsl:with-param name="met" tunnel="yes" select="()"/>
      </xsl:apply-templates>
   </xsl:template>
   <xsl:template match="@* | text() | comment() | processing-instruction()"
                 mode="check"
                 priority="-1"/>
   <!-- language-declared -->
   <xsl:template match="*[@xml:lang][exists($languages)]"
                 mode="check"
                 priority="998999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 1)">
         <xsl:if test="not(@xml:lang = $languages)">
            <problem at="{path(.)}" rule="language-declared" role="error">
               <xsl:text>the language "</xsl:text>
               <xsl:value-of select="@xml:lang"/>
               <xsl:text>" is not declared; add a language with this @ident to langUsage</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 1"/>
      </xsl:next-match>
   </xsl:template>
   <!-- block-with-id -->
   <xsl:template match="tei:text//(tei:div | tei:titlePart | tei:byline | tei:head | tei:ab | tei:p | tei:note | tei:quote[parent::tei:div])"
                 mode="check"
                 priority="997999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 2)">
         <xsl:if test="not(@xml:id)">
            <problem at="{path(.)}" rule="block-with-id" role="error">
               <xsl:text>this </xsl:text>
               <xsl:value-of select="name(.)"/>
               <xsl:text> has no identifier; give it an @xml:id, so that it can be cited</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 2"/>
      </xsl:next-match>
   </xsl:template>
   <!-- paragraph-numbered -->
   <xsl:template match="tei:body//tei:div/tei:p" mode="check" priority="996999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 3)">
         <xsl:variable name="possible" select="$paragraphs(generate-id())"/>
         <xsl:if test="not(@n = $possible ! string())">
            <problem at="{path(.)}" rule="paragraph-numbered" role="error">
               <xsl:text>the number of this paragraph is "</xsl:text>
               <xsl:value-of select="@n"/>
               <xsl:text>"; write n="</xsl:text>
               <xsl:value-of select="$possible[last()]"/>
               <xsl:text>", for paragraphs are numbered from 1 in the order of the text</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 3"/>
      </xsl:next-match>
   </xsl:template>
   <!-- quotation-source -->
   <xsl:template match="tei:text//tei:quote[not(@source)]"
                 mode="check"
                 priority="995999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 4)">
         <xsl:if test="not(@source)">
            <problem at="{path(.)}" rule="quotation-source" role="error">
               <xsl:text>this quotation has no source; point @source to the note or the work that gives it</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 4"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:text//tei:quote[@source] | tei:text//tei:q[@source] | tei:text//tei:said[@source]"
                 mode="check"
                 priority="995998">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 4)">
         <xsl:variable name="wrong"
                       select="tokenize(@source)[not(key('entry', ., root(current()))[self::tei:note | self::tei:bibl | self::tei:biblStruct])]"/>
         <xsl:if test="exists($wrong)">
            <problem at="{path(.)}" rule="quotation-source" role="error">
               <xsl:text>@source points to "</xsl:text>
               <xsl:value-of select="$wrong"/>
               <xsl:text>", which is no note and no work; point it to the note or the entry that gives the source</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 4"/>
      </xsl:next-match>
   </xsl:template>
   <!-- note-numbered -->
   <xsl:template match="tei:text//tei:note[@place]" mode="check" priority="994999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 5)">
         <xsl:variable name="possible" select="$notes(generate-id())"/>
         <xsl:variable name="right" select="@n = $possible ! string()"/>
         <xsl:if test="not($right)">
            <problem at="{path(.)}" rule="note-numbered" role="error">
               <xsl:text>the number of this note is "</xsl:text>
               <xsl:value-of select="@n"/>
               <xsl:text>"; write n="</xsl:text>
               <xsl:value-of select="$possible[last()]"/>
               <xsl:text>", for notes are numbered from 1 in the order of the text</xsl:text>
            </problem>
         </xsl:if>
         <xsl:if test="$right and not(@xml:id = 'note-' || @n)">
            <problem at="{path(.)}" rule="note-numbered" role="error">
               <xsl:text>note </xsl:text>
               <xsl:value-of select="@n"/>
               <xsl:text> is called "</xsl:text>
               <xsl:value-of select="@xml:id"/>
               <xsl:text>"; write xml:id="note-</xsl:text>
               <xsl:value-of select="@n"/>
               <xsl:text>"</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 5"/>
      </xsl:next-match>
   </xsl:template>
   <!-- regest-target -->
   <xsl:template match="tei:standOff/tei:note[@type = 'regest']"
                 mode="check"
                 priority="993999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 6)">
         <xsl:variable name="paragraph"
                       select="key('entry', string(@target))[self::tei:p][ancestor::tei:body]"/>
         <xsl:if test="not(exists($paragraph))">
            <problem at="{path(.)}" rule="regest-target" role="error">
               <xsl:text>this regest points to "</xsl:text>
               <xsl:value-of select="@target"/>
               <xsl:text>", which is no paragraph of the body; point @target to the paragraph it sums up</xsl:text>
            </problem>
         </xsl:if>
         <xsl:if test="key('mention', string(@target))[self::tei:note[@type = 'regest']][. &lt;&lt; current()]">
            <problem at="{path(.)}" rule="regest-target" role="error">
               <xsl:text>the paragraph "</xsl:text>
               <xsl:value-of select="@target"/>
               <xsl:text>" has a regest already; join the two</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 6"/>
      </xsl:next-match>
   </xsl:template>
   <!-- paragraph-without-regest -->
   <xsl:template match="tei:body//tei:div/tei:p[exists($summed-up)]"
                 mode="check"
                 priority="992999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 7)">
         <xsl:if test="not('#' || @xml:id = $summed-up)">
            <problem at="{path(.)}" rule="paragraph-without-regest" role="warning">
               <xsl:text>paragraph "</xsl:text>
               <xsl:value-of select="@xml:id"/>
               <xsl:text>" has no regest; add a note type="regest" with target="#</xsl:text>
               <xsl:value-of select="@xml:id"/>
               <xsl:text>" to standOff</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 7"/>
      </xsl:next-match>
   </xsl:template>
   <!-- gap-measured -->
   <xsl:template match="tei:gap[@reason = 'rights']" mode="check" priority="991999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 8)">
         <xsl:if test="not(@unit = 'letters' and @quantity castable as xs:positiveInteger)">
            <problem at="{path(.)}" rule="gap-measured" role="error">
               <xsl:text>this gap does not say how much is withheld; give it unit="letters" and a quantity above 0</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 8"/>
      </xsl:next-match>
   </xsl:template>
   <!-- person-known -->
   <xsl:template match="tei:persName[@ref]" mode="check" priority="990999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 9)">
         <xsl:variable name="wrong"
                       select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:person])]"/>
         <xsl:if test="exists($wrong)">
            <problem at="{path(.)}" rule="person-known" role="error">
               <xsl:text>@ref points to "</xsl:text>
               <xsl:value-of select="$wrong"/>
               <xsl:text>", which is no person of the register; correct it or add the person to listPerson</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 9"/>
      </xsl:next-match>
   </xsl:template>
   <!-- name-without-ref -->
   <xsl:template match="tei:text//tei:persName[not(@ref)] | tei:text//tei:placeName[not(@ref)] | tei:text//tei:orgName[not(@ref)] | tei:text//tei:rs[not(@ref)] | tei:text//tei:title[@level = 'j'][not(@ref)]"
                 mode="check"
                 priority="989999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 10)">
         <xsl:if test="not(@ref)">
            <problem at="{path(.)}" rule="name-without-ref" role="error">
               <xsl:text>this </xsl:text>
               <xsl:value-of select="name(.)"/>
               <xsl:text> does not say who or what is meant; point @ref to an entry of the register</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 10"/>
      </xsl:next-match>
   </xsl:template>
   <!-- name-in-name -->
   <xsl:template match="tei:persName[ancestor::tei:persName]"
                 mode="check"
                 priority="988999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 11)">
         <xsl:if test="@ref = ancestor::tei:persName/@ref">
            <problem at="{path(.)}" rule="name-in-name" role="error">
               <xsl:text>this name stands inside a name of the same person; keep one of the two</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 11"/>
      </xsl:next-match>
   </xsl:template>
   <!-- place-known -->
   <xsl:template match="tei:placeName[@ref]" mode="check" priority="987999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 12)">
         <xsl:variable name="wrong"
                       select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:place])]"/>
         <xsl:if test="exists($wrong)">
            <problem at="{path(.)}" rule="place-known" role="error">
               <xsl:text>@ref points to "</xsl:text>
               <xsl:value-of select="$wrong"/>
               <xsl:text>", which is no place of the register; correct it or add the place to listPlace</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 12"/>
      </xsl:next-match>
   </xsl:template>
   <!-- org-known -->
   <xsl:template match="tei:orgName[@ref]" mode="check" priority="986999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 13)">
         <xsl:variable name="wrong"
                       select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:org])]"/>
         <xsl:if test="exists($wrong)">
            <problem at="{path(.)}" rule="org-known" role="error">
               <xsl:text>@ref points to "</xsl:text>
               <xsl:value-of select="$wrong"/>
               <xsl:text>", which is no organisation of the register; correct it or add the organisation to listOrg</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 13"/>
      </xsl:next-match>
   </xsl:template>
   <!-- event-known -->
   <xsl:template match="tei:rs[@ref]" mode="check" priority="985999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 14)">
         <xsl:variable name="wrong"
                       select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:event])]"/>
         <xsl:if test="exists($wrong)">
            <problem at="{path(.)}" rule="event-known" role="error">
               <xsl:text>@ref points to "</xsl:text>
               <xsl:value-of select="$wrong"/>
               <xsl:text>", which is no event of the register; correct it or add the event to listEvent</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 14"/>
      </xsl:next-match>
   </xsl:template>
   <!-- date-valued -->
   <xsl:template match="tei:text//tei:date" mode="check" priority="984999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 15)">
         <xsl:if test="not(@when | @from | @to | @notBefore | @notAfter)">
            <problem at="{path(.)}" rule="date-valued" role="error">
               <xsl:text>this date has no value; add @when, @from and @to, or @notBefore and @notAfter</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 15"/>
      </xsl:next-match>
   </xsl:template>
   <!-- date-one-form -->
   <xsl:template match="*[@when][@from | @to | @notBefore | @notAfter] | *[@from][@notBefore] | *[@to][@notAfter]"
                 mode="check"
                 priority="983999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 16)">
         <xsl:if test="not(false())">
            <problem at="{path(.)}" rule="date-one-form" role="error">
               <xsl:text>this has </xsl:text>
               <xsl:value-of select="string-join((@when, @from, @to, @notBefore, @notAfter) ! ('@' || name()), ', ')"/>
               <xsl:text> at once; keep @when, or @from and @to, or @notBefore and @notAfter</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 16"/>
      </xsl:next-match>
   </xsl:template>
   <!-- date-order -->
   <xsl:template match="*[(@from and @to) or (@notBefore and @notAfter)][not(self::tei:citedRange | self::tei:biblScope)]"
                 mode="check"
                 priority="982999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 17)">
         <xsl:variable name="start" select="string((@from, @notBefore)[1])"/>
         <xsl:variable name="end" select="string((@to, @notAfter)[1])"/>
         <xsl:variable name="known" select="min((string-length($start), string-length($end)))"/>
         <xsl:if test="not(substring($start, 1, $known) le substring($end, 1, $known))">
            <problem at="{path(.)}" rule="date-order" role="error">
               <xsl:text>this ends (</xsl:text>
               <xsl:value-of select="$end"/>
               <xsl:text>) before it begins (</xsl:text>
               <xsl:value-of select="$start"/>
               <xsl:text>); exchange or correct the dates</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 17"/>
      </xsl:next-match>
   </xsl:template>
   <!-- periodical-known -->
   <xsl:template match="tei:title[@level = 'j'][@ref]"
                 mode="check"
                 priority="981999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 18)">
         <xsl:variable name="wrong"
                       select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:bibl[@type = 'periodical']])]"/>
         <xsl:if test="exists($wrong)">
            <problem at="{path(.)}" rule="periodical-known" role="error">
               <xsl:text>@ref points to "</xsl:text>
               <xsl:value-of select="$wrong"/>
               <xsl:text>", which is no periodical of the register; correct it or add the periodical to listBibl type="periodicals"</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 18"/>
      </xsl:next-match>
   </xsl:template>
   <!-- speaker-known -->
   <xsl:template match="tei:text//*[@who]" mode="check" priority="980999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 19)">
         <xsl:variable name="wrong"
                       select="tokenize(@who)[not(key('entry', ., root(current()))[self::tei:person | self::tei:org])]"/>
         <xsl:if test="exists($wrong)">
            <problem at="{path(.)}" rule="speaker-known" role="error">
               <xsl:text>@who points to "</xsl:text>
               <xsl:value-of select="$wrong"/>
               <xsl:text>", which is no person and no organisation; correct it or add an entry</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 19"/>
      </xsl:next-match>
   </xsl:template>
   <!-- sic-corr-resp -->
   <xsl:template match="tei:choice/tei:corr" mode="check" priority="979999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 20)">
         <xsl:if test="not(@type and @cert and @resp)">
            <problem at="{path(.)}" rule="sic-corr-resp" role="error">
               <xsl:text>this correction lacks </xsl:text>
               <xsl:value-of select="string-join(('type', 'cert', 'resp')[not(. = current()/@*/name())], ', ')"/>
               <xsl:text>; say whose slip it is (@type), how sure you are (@cert) and who you are (@resp)</xsl:text>
            </problem>
         </xsl:if>
         <xsl:if test="not(string(.) ne string(../tei:sic))">
            <problem at="{path(.)}" rule="sic-corr-resp" role="error">
               <xsl:text>the correction is the same as the slip; correct it or take the choice away</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 20"/>
      </xsl:next-match>
   </xsl:template>
   <!-- work-known -->
   <xsl:template match="tei:text//tei:bibl[@corresp]" mode="check" priority="978999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 21)">
         <xsl:variable name="wrong"
                       select="tokenize(@corresp)[not(key('entry', ., root(current()))/(self::tei:biblStruct | self::tei:bibl[parent::tei:listBibl]))]"/>
         <xsl:if test="exists($wrong)">
            <problem at="{path(.)}" rule="work-known" role="error">
               <xsl:text>@corresp points to "</xsl:text>
               <xsl:value-of select="$wrong"/>
               <xsl:text>", which is no work of the registers; correct it or add the work to listBibl</xsl:text>
            </problem>
         </xsl:if>
         <xsl:if test="@type = 'archival' and empty($wrong) and not(key('entry', tokenize(@corresp))/self::tei:bibl[@type = 'archival'])">
            <problem at="{path(.)}" rule="work-known" role="error">
               <xsl:text>this archival reference points to a published work; point @corresp to an entry of listBibl type="archival"</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 21"/>
      </xsl:next-match>
   </xsl:template>
   <!-- citation-without-work -->
   <xsl:template match="tei:text//tei:bibl[not(@corresp)]"
                 mode="check"
                 priority="977999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 22)">
         <xsl:if test="not(@corresp)">
            <problem at="{path(.)}" rule="citation-without-work" role="error">
               <xsl:text>this citation does not say which work it cites; point @corresp to an entry of listBibl</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 22"/>
      </xsl:next-match>
   </xsl:template>
   <!-- subtype-without-type -->
   <xsl:template match="tei:bibl[@subtype]" mode="check" priority="976999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 23)">
         <xsl:if test="not(@type)">
            <problem at="{path(.)}" rule="subtype-without-type" role="error">
               <xsl:text>this citation has a @subtype but no @type; add type="work", or type="archival" if it cites an archival unit</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 23"/>
      </xsl:next-match>
   </xsl:template>
   <!-- archival-complete -->
   <xsl:template match="tei:listBibl[@type = 'archival']/tei:bibl"
                 mode="check"
                 priority="975999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 24)">
         <xsl:if test="not(tei:orgName[@ref] and tei:idno[@type = 'fond'])">
            <problem at="{path(.)}" rule="archival-complete" role="error">
               <xsl:text>this entry lacks its archive or its fond; add an orgName with @ref and an idno type="fond"</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 24"/>
      </xsl:next-match>
   </xsl:template>
   <!-- range-order -->
   <xsl:template match="(tei:citedRange | tei:biblScope)[@from castable as xs:integer and @to castable as xs:integer]"
                 mode="check"
                 priority="974999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 25)">
         <xsl:if test="not(xs:integer(@from) le xs:integer(@to))">
            <problem at="{path(.)}" rule="range-order" role="error">
               <xsl:text>this range ends (</xsl:text>
               <xsl:value-of select="@to"/>
               <xsl:text>) before it begins (</xsl:text>
               <xsl:value-of select="@from"/>
               <xsl:text>); write the last number out in full, 113 to 117 for "113-17"</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 25"/>
      </xsl:next-match>
   </xsl:template>
   <!-- entry-named -->
   <xsl:template match="tei:standOff//(tei:person | tei:place | tei:org | tei:event)"
                 mode="check"
                 priority="973999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 26)">
         <xsl:if test="not(@xml:id)">
            <problem at="{path(.)}" rule="entry-named" role="error">
               <xsl:text>this entry has no identifier; give it an @xml:id, so that mentions can point to it</xsl:text>
            </problem>
         </xsl:if>
         <xsl:if test="not(count((tei:persName | tei:placeName | tei:orgName | tei:eventName)[@type = 'main']) = 1)">
            <problem at="{path(.)}" rule="entry-named" role="error">
               <xsl:text>this entry has </xsl:text>
               <xsl:value-of select="count(*[@type = 'main'])"/>
               <xsl:text> main names; give exactly one of its names type="main"</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 26"/>
      </xsl:next-match>
   </xsl:template>
   <!-- entry-without-mention -->
   <xsl:template match="tei:person[@xml:id] | tei:place[@xml:id] | tei:org[@xml:id] | tei:event[@xml:id] | tei:standOff/tei:listBibl/tei:bibl[@xml:id] | tei:standOff/tei:listBibl/tei:biblStruct[@xml:id]"
                 mode="check"
                 priority="972999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 27)">
         <xsl:if test="not(key('mention', '#' || @xml:id) except .//*)">
            <problem at="{path(.)}" rule="entry-without-mention" role="warning">
               <xsl:text>nothing mentions "</xsl:text>
               <xsl:value-of select="@xml:id"/>
               <xsl:text>"; tag a mention, or take the entry out</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 27"/>
      </xsl:next-match>
   </xsl:template>
   <!-- life-order -->
   <xsl:template match="tei:person[tei:birth/@when and tei:death/@when]"
                 mode="check"
                 priority="971999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 28)">
         <xsl:variable name="known"
                       select="min((string-length(tei:birth/@when), string-length(tei:death/@when)))"/>
         <xsl:if test="not(substring(tei:birth/@when, 1, $known) le substring(tei:death/@when, 1, $known))">
            <problem at="{path(.)}" rule="life-order" role="error">
               <xsl:text>this person dies (</xsl:text>
               <xsl:value-of select="tei:death/@when"/>
               <xsl:text>) before birth (</xsl:text>
               <xsl:value-of select="tei:birth/@when"/>
               <xsl:text>); correct the dates</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 28"/>
      </xsl:next-match>
   </xsl:template>
   <!-- evidence-known -->
   <xsl:template match="tei:standOff//*[@source]" mode="check" priority="970999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 29)">
         <xsl:variable name="wrong"
                       select="tokenize(@source)[not(key('entry', ., root(current()))[self::tei:bibl | self::tei:biblStruct | self::tei:note])]"/>
         <xsl:if test="exists($wrong)">
            <problem at="{path(.)}" rule="evidence-known" role="error">
               <xsl:text>@source points to "</xsl:text>
               <xsl:value-of select="$wrong"/>
               <xsl:text>", which is no evidence listed here; correct it or add a bibl to listBibl type="evidence"</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 29"/>
      </xsl:next-match>
   </xsl:template>
   <!-- related-item -->
   <xsl:template match="tei:relatedItem" mode="check" priority="969999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 30)">
         <xsl:if test="not(exists(@target) != exists(*))">
            <problem at="{path(.)}" rule="related-item" role="error">
               <xsl:text>this related work has </xsl:text>
               <xsl:value-of select="if (@target) then 'both a @target and a description' else 'neither a @target nor a description'"/>
               <xsl:text>; point @target to its entry, or describe it here</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 30"/>
      </xsl:next-match>
   </xsl:template>
   <!-- digest-target -->
   <xsl:template match="tei:spanGrp[@type = 'digest']/tei:span"
                 mode="check"
                 priority="968999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 31)">
         <xsl:if test="not(key('entry', string(@target))[ancestor::tei:text])">
            <problem at="{path(.)}" rule="digest-target" role="error">
               <xsl:text>this digest points to "</xsl:text>
               <xsl:value-of select="@target"/>
               <xsl:text>", which is no block of the text; weave the text again to renew the digests</xsl:text>
            </problem>
         </xsl:if>
         <xsl:if test="key('digest', @target || ' ' || @type)[. &lt;&lt; current()]">
            <problem at="{path(.)}" rule="digest-target" role="error">
               <xsl:text>the block "</xsl:text>
               <xsl:value-of select="@target"/>
               <xsl:text>" has a digest of this kind already; keep one of the two</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 31"/>
      </xsl:next-match>
   </xsl:template>
   <!-- block-without-digest -->
   <xsl:template match="tei:text//tei:gap[@reason = 'rights']"
                 mode="check"
                 priority="967999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 32)">
         <xsl:variable name="block"
                       select="ancestor::*[@xml:id][not(self::tei:q | self::tei:seg)][1]"/>
         <xsl:variable name="missing"
                       select="('letters', 'typography')[$digests][not(key('digest', '#' || $block/@xml:id || ' ' || ., root($block)))]"/>
         <xsl:if test="exists($missing) and . is ($block//tei:gap[@reason = 'rights'])[1]">
            <problem at="{path(.)}" rule="block-without-digest" role="error">
               <xsl:text>the block "</xsl:text>
               <xsl:value-of select="$block/@xml:id"/>
               <xsl:text>" has no digest of </xsl:text>
               <xsl:value-of select="string-join($missing, ' and ')"/>
               <xsl:text>; withhold the text again to make the digests</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 32"/>
      </xsl:next-match>
   </xsl:template>
   <!-- cite-match -->
   <xsl:template match="tei:citeStructure" mode="check" priority="966999">
      <xsl:param name="met" tunnel="yes" select="()"/>
      <xsl:if test="not($met = 33)">
         <xsl:if test="not(starts-with(@match, '/') != exists(parent::tei:citeStructure))">
            <problem at="{path(.)}" rule="cite-match" role="error">
               <xsl:text>the path "</xsl:text>
               <xsl:value-of select="@match"/>
               <xsl:text>" starts at the wrong place; begin it with / on the first level, and only there</xsl:text>
            </problem>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="met" tunnel="yes" select="$met, 33"/>
      </xsl:next-match>
   </xsl:template>
</xsl:stylesheet>
