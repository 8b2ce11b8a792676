<?xml version="1.0" encoding="UTF-8"?>
<!-- Which parts of a document are its text, and which notes stand apart from where they are called. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="standing.xsl"/>

  <!-- The texts of a document: its texts and transcriptions, else its facsimile, else whatever it is.
         in:  the document
         out: <text>…</text> -->
  <xsl:function name="ed:texts" visibility="public" cache="yes" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="texts" as="element()*" select="($document//text | $document//sourceDoc)[empty(ancestor::text)]"/>
    <xsl:sequence select="if (exists($texts)) then $texts
                          else if ($document//facsimile) then $document//facsimile
                          else $document/(*[not(self::TEI or self::teiCorpus or self::teiHeader)]
                                          | descendant::TEI/*[not(self::teiHeader or self::TEI)])"/>
  </xsl:function>

  <!-- The header of a document.
         in:  the document
         out: <teiHeader>…</teiHeader> -->
  <xsl:function name="ed:header" visibility="public" as="element(teiHeader)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document/(teiHeader | */teiHeader)[1]"/>
  </xsl:function>

  <!-- The header of a text that is one of a corpus, if the text has no title page.
         in:  <text>…</text> in <TEI> in <teiCorpus>
         out: <teiHeader>…</teiHeader> of that <TEI> -->
  <xsl:function name="ed:own-header" visibility="public" as="element(teiHeader)?">
    <xsl:param name="text" as="element()"/>
    <xsl:sequence select="$text/parent::TEI[ancestor::teiCorpus][empty(text/front/(docTitle | titlePage))]/teiHeader[1]"/>
  </xsl:function>

  <!-- Notes that stand apart, at the end, at the foot or in standOff, and are called by a pointer to them, or point to what they are on -->

  <xsl:key name="callers" match="(ref | ptr)[ancestor::text]" use="tokenize(@target)[starts-with(., '#')] ! substring(., 2)"/>
  <xsl:key name="notes-on" match="(note | annotation)[@target or parent::annotation or parent::noteGrp][ed:is-apart(.)]" use="ed:noted(.)"/>

  <!-- Does a note stand among blocks or beside the text, not among words? What standOff tells of entries and paragraphs of ours is no such note.
         in:  <note> in <div type="notes">
         out: true -->
  <xsl:function name="ed:is-apart" visibility="public" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note/(parent::div | parent::back | parent::body | parent::front | parent::text | parent::noteGrp | parent::item
                                        | parent::list | parent::annotation | parent::listAnnotation
                                        | parent::standOff[not($note/@type = ('regest', 'evidence'))])[empty(text()[normalize-space()])])
                          and not($note/self::annotation/note or ed:is-inline($note))"/>
  </xsl:function>

  <!-- Is a note to be read where it stands? So are those among speeches, if nothing calls them: who speaks, who laughs.
         in:  <note place="inline">, <note type="speaker">The President</note> before <u>
         out: true -->
  <xsl:function name="ed:is-inline" visibility="public" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="tokenize($note/@place) = 'inline'
                          or exists($note[not(@place or @n or @target)][parent::*[ed:holds-speech(.)]][empty(@xml:id ! key('callers', ., root($note)))])"/>
  </xsl:function>

  <!-- Is something a speech, or does it hold any?
         in:  <div><u>…</u></div>
         out: true -->
  <xsl:function name="ed:holds-speech" cache="yes" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::u | self::div/u))"/>
  </xsl:function>

  <!-- The id of what a note is on: where that ends.
         in:  <note target="#a1" targetEnd="#a2">
         out: 'a2' -->
  <xsl:function name="ed:noted" visibility="public" as="xs:string?">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="pointing" as="element()?" select="$note/(. | parent::noteGrp | parent::annotation)[@target][last()]"/>
    <xsl:sequence select="$pointing/(@targetEnd, @target)[1] ! tokenize(.)[starts-with(., '#')][last()] ! substring(., 2)"/>
  </xsl:function>

  <!-- What of the text a note is on, where its callout stands; nothing where that is not found.
         in:  <note target="#a1">
         out: <anchor xml:id="a1"/> -->
  <xsl:function name="ed:noted-at" visibility="public" as="element()?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="ed:noted($note) ! id(., root($note))[exists(ancestor::* intersect (ed:texts(root(.)), ed:notes-beside(root(.))))]"/>
  </xsl:function>

  <!-- The notes whose callouts stand at an element: those on it, but for those that are called by pointers.
         in:  <anchor xml:id="a1"/>
         out: <note target="#a1">…</note> -->
  <xsl:function name="ed:notes-on" visibility="public" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="key('notes-on', $element/@xml:id, root($element))[not(@xml:id and key('callers', @xml:id))]"/>
  </xsl:function>

  <!-- The note that a pointer calls; nothing where it only refers to one.
         in:  <ptr target="#n1"/>
         out: <note xml:id="n1">…</note> in <div type="notes"> -->
  <xsl:function name="ed:called" visibility="public" as="element()?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="$pointer[starts-with(@target, '#')]/id(substring(tokenize(@target)[1], 2))
                          [self::note or self::annotation][ancestor::text or ancestor::standOff][ed:is-apart(.)]"/>
  </xsl:function>

  <!-- Is a note called from elsewhere, so that nothing need be shown where it stands?
         in:  <note xml:id="n1">…</note>
         out: true -->
  <xsl:function name="ed:is-called" visibility="public" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="ed:is-apart($note)
                          and (exists($note/@xml:id ! key('callers', ., root($note))) or exists(ed:noted-at($note)))"/>
  </xsl:function>

  <!-- The notes beside all texts, in standOff.
         in:  the document
         out: <note target="#p-ice">…</note>, <annotation target="#a1">…</annotation>, … -->
  <xsl:function name="ed:notes-beside" visibility="public" cache="yes" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document//standOff[empty(ancestor-or-self::* intersect ed:texts($document))]
                          /(.//note | .//annotation[exists(ed:body(.)[self::*])])[ed:is-apart(.)]"/>
  </xsl:function>

  <!-- The note beside the texts in which a node stands; nothing for who is responsible for one.
         in:  <rs ref="#pers_veldt"> in <note target="#p-ice"> in <standOff>
         out: <note target="#p-ice"> -->
  <xsl:function name="ed:beside" visibility="public" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="notes" as="element()*" select="$node/ancestor-or-self::*[self::note or self::annotation]"/>
    <xsl:sequence select="if (exists($notes) and exists($notes intersect ed:notes-beside(root($node))) and empty($node/(ancestor::respStmt | ancestor::revisionDesc | ancestor::licence)))
                          then $notes[last()] else ()"/>
  </xsl:function>

  <!-- Is a node read: in a text, or in a note beside it?
         in:  <rs ref="#pers_veldt"> in <note type="regest"> in <standOff>
         out: false -->
  <xsl:function name="ed:is-read" visibility="public" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/ancestor::text) or exists(ed:beside($node))"/>
  </xsl:function>

  <!-- Where a node is read: where it stands, or, if that is a note beside the text, where this has its callout.
         in:  <rs ref="#pers_veldt"> in <note target="#a1"> in <standOff>
         out: <anchor xml:id="a1"/> -->
  <xsl:function name="ed:read-at" visibility="public" as="node()">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if ($node/ancestor-or-self::text) then $node else (ed:beside($node) ! ed:caller(.), $node)[1]"/>
  </xsl:function>

  <!-- The notes of a text in their order: its own, those beside it that are on something in it, those that are on nothing that is found.
         in:  <text>…</text>
         out: <note>…</note>, … -->
  <xsl:function name="ed:notes" visibility="public" cache="yes" as="element()*">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="texts" as="element()*" select="ed:texts(root($text))"/>
    <xsl:variable name="beside" as="element()*"
                  select="for $note in ed:notes-beside(root($text))
                          return $note[(ed:caller($note)/ancestor::* intersect $texts, $texts[ancestor::TEI[1] is $note/ancestor::TEI[1]], $texts)[1] is $text]"/>
    <xsl:sequence select="$text/descendant-or-self::note[not(ed:is-inline(.))],
                          ($beside[ed:is-called(.)], $beside[not(ed:is-called(.))]) ! (., .//note[not(ed:is-inline(.))])"/>
  </xsl:function>

  <!-- What has the callout of a note.
         in:  <note target="#a1">
         out: <anchor xml:id="a1"/> -->
  <xsl:function name="ed:caller" visibility="public" as="element()?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="($note/@xml:id ! key('callers', ., root($note)), ed:noted-at($note))[1]"/>
  </xsl:function>

  <!-- Is a note beside the text on nothing that is found in it?
         in:  <note target="#nowhere"> in <standOff>
         out: true -->
  <xsl:function name="ed:is-stray" visibility="public" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note[ancestor::standOff] intersect ed:notes-beside(root($note))) and not(ed:is-called($note))"/>
  </xsl:function>

  <!-- What a note says, without who is responsible for an annotation.
         in:  <annotation target="#a1"><respStmt>…</respStmt><rs ref="#x">the pilot</rs></annotation>
         out: <rs ref="#x">the pilot</rs> -->
  <xsl:function name="ed:body" visibility="public" as="node()*">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$note/node() except $note/self::annotation/(respStmt | revisionDesc | licence)"/>
  </xsl:function>

  <!-- What within a block is no part of its words: what its notes hold, and who is responsible for an annotation.
         in:  <p xml:id="p-mole">To Riga<note>By sea.</note></p>
         out: 'By sea.' -->
  <xsl:function name="ed:aside" visibility="public" as="node()*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="($block/descendant::note | $block/self::annotation/(* except ed:body(.)))/descendant::node()"/>
  </xsl:function>

  <!-- The number a note is called by.
         in:  <note xml:id="note-13" n="13">
         out: '13' -->
  <xsl:function name="ed:note-number" visibility="public" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="($note/@n/string(), string(ed:note-order(root($note))(generate-id($note))))[1]"/>
  </xsl:function>

  <!-- The order of the notes of each text, counted once a document.
         in:  the document
         out: {'d1e7': 1, 'd1e9': 2} -->
  <xsl:function name="ed:note-order" cache="yes" as="map(xs:string, xs:integer)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="map:merge(for $text in ed:texts($document) return ed:notes($text) ! map {generate-id(.): position()})"/>
  </xsl:function>

</xsl:stylesheet>
