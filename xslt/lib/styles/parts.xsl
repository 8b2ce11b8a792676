<?xml version="1.0" encoding="UTF-8"?>
<!-- What both Chicago styles share: names in a row, titles in headline style, ranges, and how an entry ends its sentences. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Names -->

  <!-- The names that lead an entry, the first surname first.
         in:  [{"family": "Ingram", "given": "Tomas"}, {"family": "Wern", "given": "Agata"}]
         out: 'Ingram, Tomas, and Agata Wern' -->
  <xsl:function name="ed:lead-names" visibility="public" as="xs:string?">
    <xsl:param name="names" as="array(*)?"/>
    <xsl:variable name="all" as="map(*)*" select="$names?*[not(?literal = 'others')]"/>
    <xsl:variable name="rest" as="xs:string*" select="tail($all) ! ed:name-in-order(.)"/>
    <xsl:sequence select="$all[1] ! ed:in-a-row((ed:name-inverted(.), $rest), ed:has-others($names), ', and ')"/>
  </xsl:function>

  <!-- Names in the run of a sentence.
         in:  [{"family": "Ingram", "given": "Tomas"}, {"literal": "others"}]
         out: 'Tomas Ingram et al.' -->
  <xsl:function name="ed:running-names" visibility="public" as="xs:string?">
    <xsl:param name="names" as="array(*)?"/>
    <xsl:variable name="all" as="xs:string*" select="$names?*[not(?literal = 'others')] ! ed:name-in-order(.)"/>
    <xsl:sequence select="if (exists($all)) then ed:in-a-row($all, ed:has-others($names), ' and ') else ()"/>
  </xsl:function>

  <!-- Names with commas and an “and”; of more than six, three.
         in:  ('Ingram, Tomas', 'Agata Wern'), false(), ', and '
         out: 'Ingram, Tomas, and Agata Wern' -->
  <xsl:function name="ed:in-a-row" visibility="public" as="xs:string">
    <xsl:param name="names" as="xs:string+"/>
    <xsl:param name="others" as="xs:boolean"/>
    <xsl:param name="and" as="xs:string"/>
    <xsl:variable name="many" as="xs:boolean" select="count($names) gt 6"/>
    <xsl:variable name="shown" as="xs:string+" select="if ($many) then $names[position() le 3] else $names"/>
    <xsl:sequence select="if ($others or $many) then string-join($shown, ', ') || (if (count($shown) gt 1) then ', et al.' else ' et al.')
                          else if (count($shown) eq 2) then $shown[1] || $and || $shown[2]
                          else if (count($shown) gt 2) then string-join($shown[position() lt last()], ', ') || ', and ' || $shown[last()]
                          else $shown"/>
  </xsl:function>

  <!-- Whether a list of names ends in “and others”.
         in:  [{"family": "Wern"}, {"literal": "others"}]
         out: true() -->
  <xsl:function name="ed:has-others" visibility="public" as="xs:boolean">
    <xsl:param name="names" as="array(*)?"/>
    <xsl:sequence select="$names?*?literal = 'others'"/>
  </xsl:function>

  <!-- A name, surname first.
         in:  {"family": "Ingram", "given": "Tomas"}
         out: 'Ingram, Tomas' -->
  <xsl:function name="ed:name-inverted" visibility="public" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:variable name="family" as="xs:string" select="string-join(($name?non-dropping-particle, $name?family), ' ')"/>
    <xsl:sequence select="ed:curly(($name?literal, string-join(($family[.], ed:given-names($name), $name?suffix), ', '))[1])"/>
  </xsl:function>

  <!-- A name in its order.
         in:  {"family": "Ingram", "given": "Tomas"}
         out: 'Tomas Ingram' -->
  <xsl:function name="ed:name-in-order" visibility="public" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="ed:curly(($name?literal, string-join((ed:given-names($name), $name?non-dropping-particle, $name?family, $name?suffix), ' '))[1])"/>
  </xsl:function>

  <!-- Titles -->

  <!-- A title as Chicago prints it: what says that it is English in headline style, all else as it stands.
         in:  'The customs house: oil and keys', 'en'
         out: 'The Customs House: Oil and Keys' -->
  <xsl:function name="ed:headline" visibility="public" cache="yes" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*"
                  select="tokenize(replace($title, '(\p{L}[\p{L}\p{M}’'']*)', '&#xE000;$1&#xE000;'), '&#xE000;')"/>
    <xsl:variable name="cased" as="xs:string*"
                  select="for $n in 1 to count($parts) return if ($n mod 2 eq 1) then $parts[$n]
                                                              else ed:word-in-title($parts[$n], $parts[$n - 1], $n = (2, count($parts) - 1))"/>
    <xsl:sequence select="ed:curly(if (starts-with($language, 'en')) then string-join($cased) else $title)"/>
  </xsl:function>

  <xsl:variable name="ed:small-words" as="xs:string+"
                select="tokenize('a an and as at but by down for from in into nor of on onto or over so the till to up via with yet')"/>

  <!-- A word of a headline; small words stay small but at the beginning, after a colon and at the end.
         in:  'of', ' ', false()
         out: 'of' -->
  <xsl:function name="ed:word-in-title" visibility="public" as="xs:string">
    <xsl:param name="word" as="xs:string"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="outermost" as="xs:boolean"/>
    <xsl:variable name="stressed" as="xs:boolean" select="$outermost or matches($before, '[:?!.]\s*[“‘&quot;'']*$')"/>
    <xsl:sequence select="if ($word ne lower-case($word) or matches($before, '\d$') or ($word = $ed:small-words and not($stressed))) then $word
                          else upper-case(substring($word, 1, 1)) || substring($word, 2)"/>
  </xsl:function>

  <!-- Straight marks as curly ones; an apostrophe in a word is an apostrophe.
         in:  'Stalin''s "Iron Fist"'
         out: 'Stalin’s “Iron Fist”' -->
  <xsl:function name="ed:curly" visibility="public" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="doubled" as="xs:string"
                  select="if (contains($text, '&quot;')) then replace($text, '(^|[\s(\[“‘''&quot;–—-])&quot;', '$1“') => translate('&quot;', '”') else $text"/>
    <xsl:sequence select="if (contains($doubled, '''')) then replace($doubled, '(^|[\s(\[“–—])''(\S)', '$1‘$2') => translate('''', '’') else $doubled"/>
  </xsl:function>

  <!-- A title in quotation marks, closed with the stop inside; marks within it become single.
         in:  'The “Great Purge”', true()
         out: '“The ‘Great Purge.’”' -->
  <xsl:function name="ed:quoted" visibility="public" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="inner" as="xs:string" select="translate($title, '“”', '‘’')"/>
    <xsl:variable name="ends" as="xs:boolean" select="matches($inner, '[.?!]’?$')"/>
    <xsl:variable name="marked" as="xs:boolean" select="matches($title, '”$') or matches($inner, '‘[^‘’]*’$')"/>
    <xsl:sequence select="'“' || (if ($ends) then $inner else if ($marked) then replace($inner, '’$', '.’') else $inner || '.') || '”'"/>
  </xsl:function>

  <!-- The title of a book or a periodical, set apart by its element.
         in:  'Pis’ma iz gavani', 'ru-Latn'
         out: <cite lang="ru-Latn">Pis’ma iz gavani</cite> -->
  <xsl:function name="ed:cited" visibility="public" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="language" as="xs:string?"/>
    <cite>
      <xsl:sequence select="ed:language-mark($language)"/>
      <xsl:sequence select="ed:headline($title, $language) ! (if (contains(., '‘')) then replace(., '‘([^‘’“]+)’', '“$1”') else .)"/>
    </cite>
  </xsl:function>

  <!-- A title in quotation marks, its language marked if it is not English.
         in:  '“Zerno.”', 'ru-Latn'
         out: <span lang="ru-Latn">“Zerno.”</span> -->
  <xsl:function name="ed:in-language" visibility="public" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="language" as="xs:string?"/>
    <span class="title"><xsl:sequence select="ed:language-mark($language)"/>{$title}</span>
  </xsl:function>

  <!-- The attribute that tells a language other than English.
         in:  'ru-Latn'
         out: lang="ru-Latn" -->
  <xsl:function name="ed:language-mark" visibility="public" as="attribute()?">
    <xsl:param name="language" as="xs:string?"/>
    <xsl:if test="$language and not(starts-with($language, 'en'))"><xsl:attribute name="lang" select="$language"/></xsl:if>
  </xsl:function>

  <!-- Numbers -->

  <!-- A range of pages with the second number shortened as Chicago does.
         in:  '271-290'
         out: '271–90' -->
  <xsl:function name="ed:page-range" visibility="public" as="xs:string">
    <xsl:param name="pages" as="xs:string"/>
    <xsl:variable name="ends" as="xs:string*" select="tokenize($pages, '\s*[-–]\s*')"/>
    <xsl:variable name="whole" as="xs:boolean"
                  select="count($ends) ne 2 or not(every $end in $ends satisfies matches($end, '^[0-9]+$')) or string-length($ends[1]) ne string-length($ends[2])"/>
    <xsl:sequence select="if ($whole or xs:integer($ends[1]) lt 100 or xs:integer($ends[1]) mod 100 eq 0) then string-join($ends, '–')
                          else $ends[1] || '–' || ed:shortened($ends[1], $ends[2])"/>
  </xsl:function>

  <!-- What of a second number must be said: the part that changes, two digits at least unless the first has a zero there.
         in:  '101', '109'
         out: '9' -->
  <xsl:function name="ed:shortened" visibility="public" as="xs:string">
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="second" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($second)"/>
    <xsl:variable name="same" as="xs:integer"
                  select="(for $n in reverse(1 to $length - 1) return $n[substring($first, 1, $n) eq substring($second, 1, $n)], 0)[1]"/>
    <xsl:variable name="least" as="xs:integer" select="if (xs:integer($first) mod 100 lt 10) then 1 else 2"/>
    <xsl:sequence select="substring($second, min(($same, $length - $least)) + 1)"/>
  </xsl:function>

  <!-- An edition: a number becomes an ordinal.
         in:  '2'
         out: '2nd ed.' -->
  <xsl:function name="ed:edition" visibility="public" as="xs:string">
    <xsl:param name="edition" as="xs:string"/>
    <xsl:variable name="tens" as="xs:boolean" select="matches($edition, '1\d$')"/>
    <xsl:variable name="ending" as="xs:string" select="(map {'1': 'st', '2': 'nd', '3': 'rd'}(if ($tens) then '' else replace($edition, '.*(.)$', '$1')), 'th')[1]"/>
    <xsl:sequence select="if (matches($edition, '^\d+$')) then $edition || $ending || ' ed.' else $edition"/>
  </xsl:function>

  <!-- Sentences -->

  <!-- One sentence of an entry, in words and elements that hold words alone; nothing where there is nothing to say.
         in:  'Vol. 2, ', <cite>Fog</cite>
         out: ['Vol. 2, ', <cite>Fog</cite>] -->
  <xsl:function name="ed:sentence" visibility="public" as="array(*)?">
    <xsl:param name="content" as="item()*"/>
    <xsl:sequence select="array {$content[string(.)]}[normalize-space(string-join(?*))]"/>
  </xsl:function>

  <!-- The sentences of an entry in a row; each ends in one stop, inside closing marks.
         in:  ['Wern, Agata, ed'], [<cite>Pis’ma</cite>]
         out: 'Wern, Agata, ed. ', <cite>Pis’ma</cite>, '.' -->
  <xsl:function name="ed:in-sentences" visibility="public" as="node()*">
    <xsl:param name="sentences" as="array(*)*"/>
    <xsl:for-each select="$sentences">
      <xsl:variable name="text" as="xs:string" select="string-join(?*)"/>
      <xsl:variable name="ends" as="xs:boolean" select="matches($text, '[.?!][’”]*$')"/>
      <xsl:variable name="marked" as="xs:boolean" select="not($ends) and ends-with($text, '”')"/>
      <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:for-each select="?*">
        <xsl:variable name="words" as="xs:string" select="if ($marked and position() eq last()) then replace(., '([’”]+)$', '.$1') else string(.)"/>
        <xsl:choose>
          <xsl:when test=". instance of element()"><xsl:copy><xsl:sequence select="@*, $words"/></xsl:copy></xsl:when>
          <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="not($ends or $marked)">.</xsl:if>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
