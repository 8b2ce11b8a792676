<?xml version="1.0" encoding="UTF-8"?>
<!-- What a header tells of the text beside its title: the abstract, who wrote to whom, the manuscripts and prints it comes from. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- What parts of a header are called: by the names of elements, and by the types of correspAction. -->
  <xsl:variable name="ed:fact-labels" as="map(xs:string, xs:string+)" select="map {
    'abstract': ('Abstract', 'Zusammenfassung', 'Résumé', 'Аннотация'),
    'correspDesc': ('Correspondence', 'Korrespondenz', 'Correspondance', 'Переписка'),
    'sourceDesc': ('Sources', 'Quellen', 'Sources', 'Источники'),
    'msDesc': ('Manuscript', 'Handschrift', 'Manuscrit', 'Рукопись'),
    'msPart': ('Part', 'Teil', 'Partie', 'Часть'),
    'msFrag': ('Fragment', 'Fragment', 'Fragment', 'Фрагмент'),
    'sent': ('Sent', 'Abgesandt', 'Envoi', 'Отправлено'),
    'received': ('Received', 'Empfangen', 'Réception', 'Получено'),
    'transmitted': ('Transmitted', 'Übermittelt', 'Transmission', 'Передано'),
    'redirected': ('Redirected', 'Umgeleitet', 'Réexpédition', 'Перенаправлено'),
    'forwarded': ('Forwarded', 'Weitergeleitet', 'Transfert', 'Переслано'),
    'correspContext': ('Context', 'Zusammenhang', 'Contexte', 'Контекст'),
    'note': ('Note', 'Anmerkung', 'Note', 'Примечание'),
    'altIdentifier': ('Also', 'Auch', 'Aussi', 'Также'),
    'msName': ('Name', 'Name', 'Nom', 'Название'),
    'msContents': ('Contents', 'Inhalt', 'Contenu', 'Содержание'),
    'textLang': ('Language', 'Sprache', 'Langue', 'Язык'),
    'support': ('Material', 'Beschreibstoff', 'Support', 'Материал'),
    'extent': ('Extent', 'Umfang', 'Étendue', 'Объём'),
    'dimensions': ('Dimensions', 'Maße', 'Dimensions', 'Размеры'),
    'foliation': ('Foliation', 'Foliierung', 'Foliotation', 'Фолиация'),
    'collation': ('Collation', 'Lagen', 'Collation', 'Состав тетрадей'),
    'condition': ('Condition', 'Zustand', 'État', 'Состояние'),
    'layoutDesc': ('Layout', 'Einrichtung', 'Mise en page', 'Расположение текста'),
    'handDesc': ('Hands', 'Hände', 'Mains', 'Почерки'),
    'scriptDesc': ('Script', 'Schrift', 'Écriture', 'Письмо'),
    'typeDesc': ('Type', 'Drucktype', 'Caractères', 'Шрифт'),
    'musicNotation': ('Music', 'Notation', 'Notation musicale', 'Нотация'),
    'decoDesc': ('Decoration', 'Schmuck', 'Décoration', 'Украшения'),
    'additions': ('Additions', 'Zusätze', 'Ajouts', 'Добавления'),
    'bindingDesc': ('Binding', 'Einband', 'Reliure', 'Переплёт'),
    'sealDesc': ('Seal', 'Siegel', 'Sceau', 'Печать'),
    'accMat': ('Accompanying material', 'Beilagen', 'Pièces jointes', 'Приложения'),
    'physDesc': ('Description', 'Beschreibung', 'Description', 'Описание'),
    'history': ('History', 'Geschichte', 'Histoire', 'История'),
    'origin': ('Origin', 'Entstehung', 'Origine', 'Происхождение'),
    'provenance': ('Provenance', 'Provenienz', 'Provenance', 'История владения'),
    'acquisition': ('Acquisition', 'Erwerb', 'Acquisition', 'Поступление'),
    'additional': ('Record', 'Nachweise', 'Notice', 'Сведения'),
    'surrogates': ('Copies', 'Reproduktionen', 'Reproductions', 'Копии')
  }"/>

  <!-- What a part of a header is called.
         in:  'handDesc'
         out: 'Hands' -->
  <xsl:function name="ed:fact-label" visibility="public" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="ed:say-one-of($ed:fact-labels($name), $name, ())"/>
  </xsl:function>

  <!-- Everything that is told of a text, under headings.
         in:  <teiHeader>…</teiHeader>
         out: <h3>Correspondence</h3>, <p>Sent: Marta Leskova, Ostrana</p>, … -->
  <xsl:function name="ed:described-text" visibility="public" as="element()*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="sources" as="element()*"
                  select="$header/fileDesc/sourceDesc/(bibl | p | ab), $header/fileDesc/sourceDesc//msDesc[empty(ancestor::msDesc)]"/>
    <xsl:for-each-group select="$header/profileDesc/abstract, $header/profileDesc/correspDesc, $sources"
                        group-adjacent="if (self::abstract or self::correspDesc) then local-name() else 'sourceDesc'">
      <xsl:where-populated>
        <div>
          <xsl:on-non-empty><h3>{ed:fact-label(current-grouping-key())}</h3></xsl:on-non-empty>
          <xsl:apply-templates select="current-group()" mode="described"/>
        </div>
      </xsl:where-populated>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:mode name="described" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Outermost elements with words of their own, a line for those that stand side by side in a part with a name. -->
  <xsl:template match="*" mode="described" as="element()*">
    <xsl:variable name="facts" as="element()*"><xsl:apply-templates select="if (ed:is-fact(.)) then . else *" mode="facts-within"/></xsl:variable>
    <xsl:for-each-group select="$facts[not(self::msPart or self::msFrag)][not(ed:is-place(.))]" group-adjacent="generate-id((ed:fact-holder(.), self::p)[1])">
      <p>
        <xsl:if test="ed:fact-holder(.)">{ed:say('labelled', ed:fact-label(ed:fact-holder(.) ! (if (self::correspAction) then (@type, 'correspDesc')[1] else local-name())))} </xsl:if>
        <xsl:iterate select="current-group()">
          <xsl:param name="before" as="element()?" select="()"/>
          <xsl:value-of select="$before ! (if (matches(., '[.;:!?]\s*$')) then ' ' else ', ')"/>
          <xsl:apply-templates select="." mode="fact"/>
          <xsl:next-iteration><xsl:with-param name="before" select="."/></xsl:next-iteration>
        </xsl:iterate>
      </p>
    </xsl:for-each-group>
    <xsl:apply-templates select="$facts/(self::msPart | self::msFrag)" mode="described"/>
  </xsl:template>

  <xsl:template match="msDesc | msPart | msFrag" mode="described" as="element()">
    <xsl:variable name="place" as="element()*"><xsl:apply-templates select="msIdentifier" mode="facts-within"/></xsl:variable>
    <details>
      <summary>{ed:say('labelled', ed:fact-label(local-name()))} {string-join($place[ed:is-place(.)] ! ed:surface(.)[.], ', ')}</summary>
      <xsl:next-match/>
    </details>
  </xsl:template>

  <xsl:mode name="facts-within" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="facts-within" as="element()*">
    <xsl:choose>
      <xsl:when test="ed:is-fact(.) or self::msPart or self::msFrag"><xsl:sequence select="."/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*" mode="facts-within"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Has an element something to tell of its own: words, a date, a pointer to what has a name?
         in:  <repository>State Archive</repository>
         out: true -->
  <xsl:function name="ed:is-fact" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[text()[normalize-space()] or empty(*) and (@ref or @target or ed:is-dated(.))])"/>
  </xsl:function>

  <!-- Does a fact say where a manuscript lies?
         in:  <idno>Ms. 12</idno> in <msIdentifier>
         out: true -->
  <xsl:function name="ed:is-place" as="xs:boolean">
    <xsl:param name="fact" as="element()"/>
    <xsl:sequence select="exists($fact/ancestor-or-self::msIdentifier) and empty($fact/(ancestor::altIdentifier | self::msName))"/>
  </xsl:function>

  <!-- The part of a header under whose name a fact stands.
         in:  <handNote>…</handNote> in <handDesc>
         out: <handDesc>…</handDesc> -->
  <xsl:function name="ed:fact-holder" as="element()?">
    <xsl:param name="fact" as="element()"/>
    <xsl:sequence select="$fact/ancestor-or-self::*[self::correspAction or self::abstract or map:contains($ed:fact-labels, local-name())][1]
                          [not(self::abstract or self::correspDesc or self::sourceDesc or self::msDesc or self::msPart or self::msFrag)]"/>
  </xsl:function>

  <xsl:mode name="fact" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="fact" as="node()*">
    <xsl:apply-templates select="if (self::note or not(self::persName or self::placeName or self::orgName or self::name or self::rs or self::ref or self::ptr)) then node() else ."/>
    <xsl:value-of select="(self::height | self::width | self::depth | self::dim)/(@unit, ../@unit)[1] ! (' ' || .)"/>
  </xsl:template>

  <xsl:template match="*[empty(node())][not(self::ref | self::ptr)]" mode="fact" as="node()*" priority="1">
    <xsl:for-each select="ed:entity(.)"><xsl:sequence select="ed:link(ed:address(.), ed:label(.))"/></xsl:for-each>
    <xsl:value-of select=".[not(ed:entity(.))] ! (if (ed:is-dated(.)) then ed:say-date(.) else @ref)"/>
  </xsl:template>

  <!-- A note among the words of a header stands there. -->
  <xsl:template match="note[ancestor::teiHeader]" priority="4" as="element()">
    <span class="note"> (<xsl:apply-templates/>) </span>
  </xsl:template>

</xsl:stylesheet>
