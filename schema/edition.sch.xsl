<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                version="3.0">
   <xsl:output method="xml" indent="no"/>
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
   <xsl:variable name="teikit-order"
                 as="map(*)"
                 select="Q{http://www.w3.org/2005/xpath-functions/map}merge(//* ! map {generate-id(.): position()})"/>
   <xsl:variable name="teikit-step"
                 as="function(*)"
                 select="function($n) { if ($n instance of element() or $n instance of document-node()) then '' else if ($n instance of attribute()) then '@' || name($n) else replace(path($n), '^.*/', '') }"/>
   <xsl:variable name="languages" select="//tei:langUsage/tei:language/string(@ident)"/>
   <xsl:variable name="paragraphs"
                 select="let $all := //tei:body//tei:div/tei:p, $number := function($i) { $all[$i]/@n[. castable as xs:integer] ! xs:integer(.) } return map:merge(for $i in 1 to count($all) return let $next := $number($i - 1) + 1, $steady := $number($i - 1) = ($i - 1, $number($i - 2) + 1) return map{generate-id($all[$i]): map{'possible': ($i, $next), 'wanted': if ($steady) then $next else $i}})"/>
   <xsl:variable name="notes"
                 select="let $all := //tei:text//tei:note[@place], $number := function($i) { $all[$i]/@n[. castable as xs:integer] ! xs:integer(.) } return map:merge(for $i in 1 to count($all) return let $next := $number($i - 1) + 1, $steady := $number($i - 1) = ($i - 1, $number($i - 2) + 1) return map{generate-id($all[$i]): map{'possible': ($i, $next), 'wanted': if ($steady) then $next else $i}})"/>
   <xsl:variable name="summed-up"
                 select="//tei:standOff/tei:note[@type = 'regest']/@target"/>
   <xsl:variable name="digests" select="exists(//tei:spanGrp[@type = 'digest'])"/>
   <xsl:template match="/">
      <problems><!-- language-declared -->
         <xsl:for-each select="(//*[@xml:lang][exists($languages)])">
            <xsl:try>
               <xsl:if test="not(@xml:lang = $languages)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="language-declared"
                           role="error">
                     <xsl:text>the language "</xsl:text>
                     <xsl:value-of select="@xml:lang"/>
                     <xsl:text>" is not declared; add a language with this @ident to langUsage</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="language-declared">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- block-with-id -->
         <xsl:for-each select="(//tei:text//*[not(@xml:id)][self::tei:div | self::tei:titlePart | self::tei:byline | self::tei:head | self::tei:ab | self::tei:p | self::tei:note | self::tei:quote[parent::tei:div]])">
            <xsl:try>
               <xsl:if test="not(@xml:id)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="block-with-id"
                           role="error">
                     <xsl:text>this </xsl:text>
                     <xsl:value-of select="name(.)"/>
                     <xsl:text> has no identifier; give it an @xml:id, so that it can be cited</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="block-with-id">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- empty-element -->
         <xsl:for-each select="(//tei:text//*[not(*)][not(normalize-space())][self::tei:p | self::tei:head | self::tei:item | self::tei:note | self::tei:q | self::tei:quote | self::tei:persName | self::tei:placeName | self::tei:orgName | self::tei:rs | self::tei:date | self::tei:title | self::tei:foreign | self::tei:emph | self::tei:hi] | //tei:titleStmt/tei:title[not(*)][not(normalize-space())])">
            <xsl:try>
               <xsl:if test="not(false())">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="empty-element"
                           role="error">
                     <xsl:text>this </xsl:text>
                     <xsl:value-of select="name(.)"/>
                     <xsl:text> is empty; put the words inside it, or take the tag out</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="empty-element">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- paragraph-numbered -->
         <xsl:for-each select="(//tei:body//tei:div/tei:p)">
            <xsl:try>
               <xsl:variable name="possible" select="$paragraphs(generate-id())?possible"/>
               <xsl:variable name="wanted" select="$paragraphs(generate-id())?wanted"/>
               <xsl:if test="not(@n = $possible ! string())">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="paragraph-numbered"
                           role="error">
                     <xsl:text>the number of this paragraph is "</xsl:text>
                     <xsl:value-of select="@n"/>
                     <xsl:text>"; write n="</xsl:text>
                     <xsl:value-of select="$wanted"/>
                     <xsl:text>", for paragraphs are numbered from 1 in the order of the text</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="paragraph-numbered">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- quotation-source -->
         <xsl:for-each select="(//tei:text//tei:quote[not(@source)])">
            <xsl:try>
               <xsl:if test="not(@source)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="quotation-source"
                           role="error">
                     <xsl:text>this quotation has no source; point @source to the note or the work that gives it</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="quotation-source">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <xsl:for-each select="(//tei:text//tei:quote[@source] | //tei:text//tei:q[@source] | //tei:text//tei:said[@source]) except (//tei:text//tei:quote[not(@source)])">
            <xsl:try>
               <xsl:variable name="wrong"
                             select="tokenize(@source)[not(key('entry', ., root(current()))[self::tei:note | self::tei:bibl | self::tei:biblStruct])]"/>
               <xsl:if test="exists($wrong)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="quotation-source"
                           role="error">
                     <xsl:text>@source points to "</xsl:text>
                     <xsl:value-of select="$wrong"/>
                     <xsl:text>", which is no note and no work; point it to the note or the entry that gives the source</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="quotation-source">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- note-numbered -->
         <xsl:for-each select="(//tei:text//tei:note[@place])">
            <xsl:try>
               <xsl:variable name="possible" select="$notes(generate-id())?possible"/>
               <xsl:variable name="wanted" select="$notes(generate-id())?wanted"/>
               <xsl:variable name="right" select="@n = $possible ! string()"/>
               <xsl:if test="not($right)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="note-numbered"
                           role="error">
                     <xsl:text>the number of this note is "</xsl:text>
                     <xsl:value-of select="@n"/>
                     <xsl:text>"; write n="</xsl:text>
                     <xsl:value-of select="$wanted"/>
                     <xsl:text>", for notes are numbered from 1 in the order of the text</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:if test="$right and @xml:id and not(@xml:id = 'note-' || @n)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="note-numbered"
                           role="error">
                     <xsl:text>note </xsl:text>
                     <xsl:value-of select="@n"/>
                     <xsl:text> is called "</xsl:text>
                     <xsl:value-of select="@xml:id"/>
                     <xsl:text>"; write xml:id="note-</xsl:text>
                     <xsl:value-of select="@n"/>
                     <xsl:text>"</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="note-numbered">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- note-in-text -->
         <xsl:for-each select="(//tei:text//tei:note[@place][parent::tei:div | parent::tei:body | parent::tei:front | parent::tei:back | parent::tei:list])">
            <xsl:try>
               <xsl:if test="not(false())">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="note-in-text"
                           role="error">
                     <xsl:text>this &lt;note&gt; stands beside the paragraphs; move it into the paragraph that calls it, after the word or the punctuation</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="note-in-text">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <xsl:for-each select="(//tei:text//tei:note[@n][not(@place | @type)]) except (//tei:text//tei:note[@place][parent::tei:div | parent::tei:body | parent::tei:front | parent::tei:back | parent::tei:list])">
            <xsl:try>
               <xsl:if test="not(@place)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="note-in-text"
                           role="error">
                     <xsl:text>this &lt;note&gt; does not say where the source prints it; add place="end" or place="foot"</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="note-in-text">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <xsl:for-each select="(//tei:text//tei:note[@place][following-sibling::node()[1][self::text()[matches(., '^[.,;:]')]]]) except (//tei:text//tei:note[@place][parent::tei:div | parent::tei:body | parent::tei:front | parent::tei:back | parent::tei:list] | //tei:text//tei:note[@n][not(@place | @type)])">
            <xsl:try>
               <xsl:if test="not(false())">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="note-in-text"
                           role="warning">
                     <xsl:text>this &lt;note&gt; is called before the punctuation; move it behind the mark</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="note-in-text">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- regest-target -->
         <xsl:for-each select="(//tei:standOff/tei:note[@type = 'regest'])">
            <xsl:try>
               <xsl:variable name="paragraph"
                             select="key('entry', string(@target))[self::tei:p][ancestor::tei:body]"/>
               <xsl:if test="not(exists($paragraph))">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="regest-target"
                           role="error">
                     <xsl:text>this regest points to "</xsl:text>
                     <xsl:value-of select="@target"/>
                     <xsl:text>", which is no paragraph of the body; point @target to the paragraph it sums up</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:if test="key('mention', string(@target))[self::tei:note[@type = 'regest']][. &lt;&lt; current()]">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="regest-target"
                           role="error">
                     <xsl:text>the paragraph "</xsl:text>
                     <xsl:value-of select="@target"/>
                     <xsl:text>" has a regest already; join the two</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="regest-target">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- paragraph-without-regest -->
         <xsl:for-each select="(//tei:body//tei:div/tei:p[@xml:id][exists($summed-up)])">
            <xsl:try>
               <xsl:if test="not('#' || @xml:id = $summed-up)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="paragraph-without-regest"
                           role="warning">
                     <xsl:text>paragraph "</xsl:text>
                     <xsl:value-of select="@xml:id"/>
                     <xsl:text>" has no regest; add a note type="regest" with target="#</xsl:text>
                     <xsl:value-of select="@xml:id"/>
                     <xsl:text>" to standOff</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="paragraph-without-regest">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- gap-measured -->
         <xsl:for-each select="(//tei:gap[@reason = 'rights'])">
            <xsl:try>
               <xsl:if test="not(@unit = 'letters' and @quantity castable as xs:positiveInteger)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="gap-measured"
                           role="error">
                     <xsl:text>this gap does not say how much is withheld; give it unit="letters" and a quantity above 0</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="gap-measured">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- person-known -->
         <xsl:for-each select="(//tei:persName[@ref])">
            <xsl:try>
               <xsl:variable name="wrong"
                             select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:person])]"/>
               <xsl:if test="exists($wrong)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="person-known"
                           role="error">
                     <xsl:text>@ref points to "</xsl:text>
                     <xsl:value-of select="$wrong"/>
                     <xsl:text>", which is no person of the register; correct it or add the person to listPerson</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="person-known">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- name-without-ref -->
         <xsl:for-each select="(//tei:text//tei:persName[not(@ref)] | //tei:text//tei:placeName[not(@ref)] | //tei:text//tei:orgName[not(@ref)] | //tei:text//tei:rs[not(@ref)] | //tei:text//tei:title[@level = 'j'][not(@ref)])">
            <xsl:try>
               <xsl:if test="not(@ref)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="name-without-ref"
                           role="error">
                     <xsl:text>this </xsl:text>
                     <xsl:value-of select="name(.)"/>
                     <xsl:text> does not say who or what is meant; point @ref to an entry of the register</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="name-without-ref">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- tag-too-wide -->
         <xsl:for-each select="(//tei:text//(tei:persName | tei:placeName | tei:orgName | tei:rs | tei:date)[contains(' ', substring(., 1, 1)) or contains(' ,;:', substring(., string-length(.), 1)) or ends-with(., '’s') or ends-with(., '''s')][normalize-space()])">
            <xsl:try>
               <xsl:if test="not(false())">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="tag-too-wide"
                           role="warning">
                     <xsl:text>the tag </xsl:text>
                     <xsl:value-of select="name(.)"/>
                     <xsl:text> covers more than the words it is about: "</xsl:text>
                     <xsl:value-of select="."/>
                     <xsl:text>"; put the space, the ending or the punctuation outside</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="tag-too-wide">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <xsl:for-each select="(//tei:standOff//(tei:persName | tei:placeName | tei:orgName | tei:eventName)[starts-with(., ' ') or ends-with(., ' ')][normalize-space()][not(*)]) except (//tei:text//(tei:persName | tei:placeName | tei:orgName | tei:rs | tei:date)[contains(' ', substring(., 1, 1)) or contains(' ,;:', substring(., string-length(.), 1)) or ends-with(., '’s') or ends-with(., '''s')][normalize-space()])">
            <xsl:try>
               <xsl:if test="not(false())">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="tag-too-wide"
                           role="warning">
                     <xsl:text>a space stands inside the tag </xsl:text>
                     <xsl:value-of select="name(.)"/>
                     <xsl:text>: "</xsl:text>
                     <xsl:value-of select="."/>
                     <xsl:text>"; put it outside, or take it out</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="tag-too-wide">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- name-in-name -->
         <xsl:for-each select="(//tei:persName[ancestor::tei:persName])">
            <xsl:try>
               <xsl:if test="@ref = ancestor::tei:persName/@ref">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="name-in-name"
                           role="error">
                     <xsl:text>this name stands inside a name of the same person; keep one of the two</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="name-in-name">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- place-known -->
         <xsl:for-each select="(//tei:placeName[@ref])">
            <xsl:try>
               <xsl:variable name="wrong"
                             select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:place])]"/>
               <xsl:if test="exists($wrong)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="place-known"
                           role="error">
                     <xsl:text>@ref points to "</xsl:text>
                     <xsl:value-of select="$wrong"/>
                     <xsl:text>", which is no place of the register; correct it or add the place to listPlace</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="place-known">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- org-known -->
         <xsl:for-each select="(//tei:orgName[@ref])">
            <xsl:try>
               <xsl:variable name="wrong"
                             select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:org])]"/>
               <xsl:if test="exists($wrong)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="org-known"
                           role="error">
                     <xsl:text>@ref points to "</xsl:text>
                     <xsl:value-of select="$wrong"/>
                     <xsl:text>", which is no organisation of the register; correct it or add the organisation to listOrg</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="org-known">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- event-known -->
         <xsl:for-each select="(//tei:rs[@ref])">
            <xsl:try>
               <xsl:variable name="wrong"
                             select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:event])]"/>
               <xsl:if test="exists($wrong)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="event-known"
                           role="error">
                     <xsl:text>@ref points to "</xsl:text>
                     <xsl:value-of select="$wrong"/>
                     <xsl:text>", which is no event of the register; correct it or add the event to listEvent</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="event-known">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- date-valued -->
         <xsl:for-each select="(//tei:text//tei:date | //(tei:birth | tei:death)[matches(., '[0-9]')])">
            <xsl:try>
               <xsl:if test="not(@when | @from | @to | @notBefore | @notAfter)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="date-valued"
                           role="error">
                     <xsl:text>this date has no value; add @when, @from and @to, or @notBefore and @notAfter</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="date-valued">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- date-one-form -->
         <xsl:for-each select="(//*[@when][@from | @to | @notBefore | @notAfter] | //*[@from][@notBefore] | //*[@to][@notAfter])">
            <xsl:try>
               <xsl:if test="not(false())">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="date-one-form"
                           role="error">
                     <xsl:text>this has </xsl:text>
                     <xsl:value-of select="string-join((@when, @from, @to, @notBefore, @notAfter) ! ('@' || name()), ', ')"/>
                     <xsl:text> at once; keep @when, or @from and @to, or @notBefore and @notAfter</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="date-one-form">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- date-order -->
         <xsl:for-each select="(//*[(@from and @to) or (@notBefore and @notAfter)][not(self::tei:citedRange | self::tei:biblScope)])">
            <xsl:try>
               <xsl:variable name="start" select="string((@from, @notBefore)[1])"/>
               <xsl:variable name="end" select="string((@to, @notAfter)[1])"/>
               <xsl:variable name="known" select="min((string-length($start), string-length($end)))"/>
               <xsl:if test="not(substring($start, 1, $known) le substring($end, 1, $known))">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="date-order"
                           role="error">
                     <xsl:text>this ends (</xsl:text>
                     <xsl:value-of select="$end"/>
                     <xsl:text>) before it begins (</xsl:text>
                     <xsl:value-of select="$start"/>
                     <xsl:text>); exchange or correct the dates</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="date-order">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- periodical-known -->
         <xsl:for-each select="(//tei:title[@level = 'j'][@ref])">
            <xsl:try>
               <xsl:variable name="wrong"
                             select="tokenize(@ref)[not(key('entry', ., root(current()))[self::tei:bibl[@type = 'periodical']])]"/>
               <xsl:if test="exists($wrong)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="periodical-known"
                           role="error">
                     <xsl:text>@ref points to "</xsl:text>
                     <xsl:value-of select="$wrong"/>
                     <xsl:text>", which is no periodical of the register; correct it or add the periodical to listBibl type="periodicals"</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="periodical-known">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- speaker-known -->
         <xsl:for-each select="(//tei:text//*[@who])">
            <xsl:try>
               <xsl:variable name="wrong"
                             select="tokenize(@who)[not(key('entry', ., root(current()))[self::tei:person | self::tei:org])]"/>
               <xsl:if test="exists($wrong)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="speaker-known"
                           role="error">
                     <xsl:text>@who points to "</xsl:text>
                     <xsl:value-of select="$wrong"/>
                     <xsl:text>", which is no person and no organisation; correct it or add an entry</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="speaker-known">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- foreign-language -->
         <xsl:for-each select="(//tei:foreign[not(@xml:lang)])">
            <xsl:try>
               <xsl:if test="not(@xml:lang)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="foreign-language"
                           role="error">
                     <xsl:text>these foreign words do not say which language they are in; add @xml:lang</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="foreign-language">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- sic-corr-resp -->
         <xsl:for-each select="(//tei:choice/tei:corr)">
            <xsl:try>
               <xsl:if test="not(@type and @cert and @resp)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="sic-corr-resp"
                           role="error">
                     <xsl:text>this correction lacks </xsl:text>
                     <xsl:value-of select="string-join(('type', 'cert', 'resp')[not(. = current()/@*/name())], ', ')"/>
                     <xsl:text>; say whose slip it is (@type), how sure you are (@cert) and who you are (@resp)</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:if test="not(not(. = ../tei:sic))">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="sic-corr-resp"
                           role="error">
                     <xsl:text>the correction is the same as the slip; correct it or take the choice away</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="sic-corr-resp">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- work-known -->
         <xsl:for-each select="(//tei:text//tei:bibl[@corresp])">
            <xsl:try>
               <xsl:variable name="wrong"
                             select="tokenize(@corresp)[not(key('entry', ., root(current()))/(self::tei:biblStruct | self::tei:bibl[parent::tei:listBibl]))]"/>
               <xsl:if test="exists($wrong)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="work-known"
                           role="error">
                     <xsl:text>@corresp points to "</xsl:text>
                     <xsl:value-of select="$wrong"/>
                     <xsl:text>", which is no work of the registers; correct it or add the work to listBibl</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:if test="@type = 'archival' and empty($wrong) and not(key('entry', tokenize(@corresp))/self::tei:bibl[@type = 'archival'])">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="work-known"
                           role="error">
                     <xsl:text>this archival reference points to a published work; point @corresp to an entry of listBibl type="archival"</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="work-known">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- citation-without-work -->
         <xsl:for-each select="(//tei:text//tei:bibl[not(@corresp)])">
            <xsl:try>
               <xsl:if test="not(@corresp)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="citation-without-work"
                           role="error">
                     <xsl:text>this citation does not say which work it cites; point @corresp to an entry of listBibl</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="citation-without-work">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- citation-without-title -->
         <xsl:for-each select="(//tei:text//tei:bibl[@type = 'work'][@subtype = 'full'] | //tei:standOff/tei:listBibl[@type = ('works', 'periodicals')]/(tei:bibl | tei:biblStruct))">
            <xsl:try>
               <xsl:if test="not(.//tei:title)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="citation-without-title"
                           role="error">
                     <xsl:text>this </xsl:text>
                     <xsl:value-of select="name(.)"/>
                     <xsl:text> has no title; tag the title, or add it</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="citation-without-title">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- subtype-without-type -->
         <xsl:for-each select="(//tei:bibl[@subtype])">
            <xsl:try>
               <xsl:if test="not(@type)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="subtype-without-type"
                           role="error">
                     <xsl:text>this citation has a @subtype but no @type; add type="work", or type="archival" if it cites an archival unit</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="subtype-without-type">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- archival-complete -->
         <xsl:for-each select="(//tei:listBibl[@type = 'archival']/tei:bibl)">
            <xsl:try>
               <xsl:if test="not(tei:orgName[@ref] and tei:idno[@type = 'fond'])">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="archival-complete"
                           role="error">
                     <xsl:text>this entry lacks its archive or its fond; add an orgName with @ref and an idno type="fond"</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="archival-complete">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- range-order -->
         <xsl:for-each select="(//(tei:citedRange | tei:biblScope)[@from castable as xs:integer and @to castable as xs:integer])">
            <xsl:try>
               <xsl:if test="not(xs:integer(@from) le xs:integer(@to))">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="range-order"
                           role="error">
                     <xsl:text>this range ends (</xsl:text>
                     <xsl:value-of select="@to"/>
                     <xsl:text>) before it begins (</xsl:text>
                     <xsl:value-of select="@from"/>
                     <xsl:text>); write the last number out in full, 113 to 117 for "113-17"</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="range-order">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- entry-named -->
         <xsl:for-each select="(//tei:standOff//(tei:person | tei:place | tei:org | tei:event))">
            <xsl:try>
               <xsl:if test="not(@xml:id)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="entry-named"
                           role="error">
                     <xsl:text>this entry has no identifier; give it an @xml:id, so that mentions can point to it</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:if test="not(count((tei:persName | tei:placeName | tei:orgName | tei:eventName)[@type = 'main']) = 1)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="entry-named"
                           role="error">
                     <xsl:text>this entry has </xsl:text>
                     <xsl:value-of select="count(*[@type = 'main'])"/>
                     <xsl:text> main names; give exactly one of its names type="main"</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="entry-named">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- entry-without-mention -->
         <xsl:for-each select="(//tei:person[@xml:id] | //tei:place[@xml:id] | //tei:org[@xml:id] | //tei:event[@xml:id] | //tei:standOff/tei:listBibl/tei:bibl[@xml:id] | //tei:standOff/tei:listBibl/tei:biblStruct[@xml:id])">
            <xsl:try>
               <xsl:if test="not(key('mention', '#' || @xml:id) except .//*)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="entry-without-mention"
                           role="warning">
                     <xsl:text>nothing mentions "</xsl:text>
                     <xsl:value-of select="@xml:id"/>
                     <xsl:text>"; tag a mention, or take the entry out</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="entry-without-mention">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- life-order -->
         <xsl:for-each select="(//tei:person[tei:birth/@when and tei:death/@when])">
            <xsl:try>
               <xsl:variable name="birth" select="string(tei:birth[1]/@when)"/>
               <xsl:variable name="death" select="string(tei:death[1]/@when)"/>
               <xsl:variable name="known"
                             select="min((string-length($birth), string-length($death)))"/>
               <xsl:if test="not(substring($birth, 1, $known) le substring($death, 1, $known))">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="life-order"
                           role="error">
                     <xsl:text>this person dies (</xsl:text>
                     <xsl:value-of select="tei:death/@when"/>
                     <xsl:text>) before birth (</xsl:text>
                     <xsl:value-of select="tei:birth/@when"/>
                     <xsl:text>); correct the dates</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="life-order">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- evidence-known -->
         <xsl:for-each select="(//tei:standOff//*[@source])">
            <xsl:try>
               <xsl:variable name="wrong"
                             select="tokenize(@source)[not(key('entry', ., root(current()))[self::tei:bibl | self::tei:biblStruct | self::tei:note])]"/>
               <xsl:if test="exists($wrong)">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="evidence-known"
                           role="error">
                     <xsl:text>@source points to "</xsl:text>
                     <xsl:value-of select="$wrong"/>
                     <xsl:text>", which is no evidence listed here; correct it or add a bibl to listBibl type="evidence"</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="evidence-known">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- related-item -->
         <xsl:for-each select="(//tei:relatedItem)">
            <xsl:try>
               <xsl:if test="not(exists(@target) != exists(*))">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="related-item"
                           role="error">
                     <xsl:text>this related work has </xsl:text>
                     <xsl:value-of select="if (@target) then 'both a @target and a description' else 'neither a @target nor a description'"/>
                     <xsl:text>; point @target to its entry, or describe it here</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="related-item">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- digest-target -->
         <xsl:for-each select="(//tei:spanGrp[@type = 'digest']/tei:span)">
            <xsl:try>
               <xsl:if test="not(key('entry', string(@target))[ancestor::tei:text])">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="digest-target"
                           role="error">
                     <xsl:text>this digest points to "</xsl:text>
                     <xsl:value-of select="@target"/>
                     <xsl:text>", which is no block of the text; weave the text again to renew the digests</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:if test="key('digest', @target || ' ' || @type)[. &lt;&lt; current()]">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="digest-target"
                           role="error">
                     <xsl:text>the block "</xsl:text>
                     <xsl:value-of select="@target"/>
                     <xsl:text>" has a digest of this kind already; keep one of the two</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="digest-target">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- block-without-digest -->
         <xsl:for-each select="(//tei:text//*[@xml:id][$digests][not(self::tei:q | self::tei:seg)][not(key('digest', '#' || @xml:id || ' letters') and key('digest', '#' || @xml:id || ' typography'))])">
            <xsl:try>
               <xsl:variable name="block" select="."/>
               <xsl:variable name="gaps"
                             select=".//tei:gap[@reason = 'rights'][ancestor::*[@xml:id or self::tei:p or self::tei:head or self::tei:note][not(self::tei:q | self::tei:seg)][1] is $block]"/>
               <xsl:variable name="missing"
                             select="('letters', 'typography')[not(key('digest', '#' || $block/@xml:id || ' ' || ., root($block)))]"/>
               <xsl:if test="exists($gaps)">
                  <problem at="{(($gaps[1]), .)[1] ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{(($gaps[1]), .)[1] ! $teikit-step(.)}"
                           rule="block-without-digest"
                           role="error">
                     <xsl:text>the block "</xsl:text>
                     <xsl:value-of select="$block/@xml:id"/>
                     <xsl:text>" has no digest of </xsl:text>
                     <xsl:value-of select="string-join($missing, ' and ')"/>
                     <xsl:text>; withhold the text again to make the digests</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="block-without-digest">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
         <!-- cite-match -->
         <xsl:for-each select="(//tei:citeStructure)">
            <xsl:try>
               <xsl:if test="not(starts-with(@match, '/') != exists(parent::tei:citeStructure))">
                  <problem at="{. ! $teikit-order(generate-id(ancestor-or-self::*[1]))}"
                           node="{. ! $teikit-step(.)}"
                           rule="cite-match"
                           role="error">
                     <xsl:text>the path "</xsl:text>
                     <xsl:value-of select="@match"/>
                     <xsl:text>" starts at the wrong place; begin it with / on the first level, and only there</xsl:text>
                  </problem>
               </xsl:if>
               <xsl:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
                  <failed at="{$teikit-order(generate-id(ancestor-or-self::*[1]))}"
                          rule="cite-match">
                     <xsl:value-of select="$err:description"/>
                  </failed>
               </xsl:catch>
            </xsl:try>
         </xsl:for-each>
      </problems>
   </xsl:template>
</xsl:stylesheet>
