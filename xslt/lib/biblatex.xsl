<?xml version="1.0" encoding="UTF-8"?>
<!-- BibLaTeX: its entry types, and how it writes names, dates, languages and text. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:variable name="ed:serial-types" as="xs:string+"
                select="'article-journal', 'article-magazine', 'article-newspaper', 'review', 'review-book', 'periodical'"/>

  <!-- Fields that hold the text of one variable, for every type. -->
  <xsl:variable name="ed:same-fields" as="map(xs:string, xs:string)"
                select="map {'type': 'genre', 'eventtitle': 'event-title', 'venue': 'event-place', 'version': 'version',
                             'origtitle': 'original-title', 'origpublisher': 'original-publisher',
                             'origlocation': 'original-publisher-place', 'pubstate': 'status', 'library': 'source', 'note': 'note',
                             'abstract': 'abstract', 'annotation': 'annote', 'keywords': 'keyword'}"/>

  <!-- The type of an entry: that which it came with, else the usual one.
         in:  {"type": "chapter"}
         out: 'incollection' -->
  <xsl:function name="ed:entry-type" visibility="public" as="xs:string">
    <xsl:param name="item" as="map(xs:string, item()*)"/>
    <xsl:variable name="usual" as="map(xs:string, xs:string)"
                  select="map {'article-journal': 'article', 'article-magazine': 'article', 'article-newspaper': 'article', 'book': 'book',
                               'chapter': 'incollection', 'paper-conference': 'inproceedings', 'thesis': 'thesis', 'report': 'report',
                               'webpage': 'online', 'manuscript': 'unpublished', 'dataset': 'dataset', 'software': 'software',
                               'patent': 'patent', 'periodical': 'periodical', 'pamphlet': 'booklet', 'review': 'review',
                               'entry-encyclopedia': 'inreference'}"/>
    <xsl:sequence select="($item?custom?biblatex?entrytype, $usual($item?type), 'misc')[1]"/>
  </xsl:function>

  <!-- A field, on a line of its own; nothing where it would be empty.
         in:  'date', '1992-05'
         out: '  date = {1992-05},' -->
  <xsl:function name="ed:field" visibility="public" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[normalize-space()] ! ('  ' || $name || ' = {' || . || '},&#xA;')"/>
  </xsl:function>

  <!-- A field with text, escaped for LaTeX.
         in:  'title', 'Oil &amp; Keys'
         out: '  title = {Oil \&amp; Keys},' -->
  <xsl:function name="ed:tex" visibility="public" as="xs:string?">
    <xsl:param name="field" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="ed:field($field, ed:escaped($text))"/>
  </xsl:function>

  <!-- Text without the signs that LaTeX would read as commands; fonts as its commands. A formula stays as it is.
         in:  'Oil &amp; Keys'
         out: 'Oil \&amp; Keys' -->
  <xsl:function name="ed:escaped" visibility="public" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="\$[^$]*[\\^_][^$]*\$">
        <xsl:matching-substring>{.}</xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="replace(., '\\', '&#xE000;') => replace('([&amp;%$#_{{}}])', '\\$1') => replace('&#xE000;', '\\textbackslash{{}}')
                                => replace('~', '\\textasciitilde{{}}') => replace('\^', '\\textasciicircum{{}}') => replace('&#xA0;', '~')"/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="if (translate($text, '\&amp;%$#_{}~^&lt;&#xA0;', '') eq $text) then $text else ed:fonts-in-tex(string-join($parts))"/>
  </xsl:function>

  <!-- The tags of CSL as commands of LaTeX, the innermost first.
         in:  'Of <i>Alca torda</i>'
         out: 'Of \emph{Alca torda}' -->
  <xsl:function name="ed:fonts-in-tex" visibility="public" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="done" as="xs:string"
                  select="$text => replace('&lt;i>([^&lt;>]*)&lt;/i>', '\\emph{$1}') => replace('&lt;b>([^&lt;>]*)&lt;/b>', '\\textbf{$1}')
                          => replace('&lt;sup>([^&lt;>]*)&lt;/sup>', '\\textsuperscript{$1}') => replace('&lt;sub>([^&lt;>]*)&lt;/sub>', '\\textsubscript{$1}')
                          => replace('&lt;span class=&quot;nocase&quot;>([^&lt;>]*)&lt;/span>', '{$1}')
                          => replace('&lt;span style=&quot;font-variant:small-caps;&quot;>([^&lt;>]*)&lt;/span>', '\\textsc{$1}')"/>
    <xsl:sequence select="if (not(contains($text, '&lt;')) or $done eq $text) then $text else ed:fonts-in-tex($done)"/>
  </xsl:function>

  <!-- A title, and apart from it the subtitle that it ends in.
         in:  'book', 'Fog: A Study', 'A Study', 'de'
         out: '  booktitle = {Fog},', '  booksubtitle = {A Study},' -->
  <xsl:function name="ed:tex-titles" visibility="public" as="xs:string*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="subtitle" as="xs:string?"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="end" as="xs:string?" select="$subtitle ! (': ' || .)[ends-with($title, .)]"/>
    <xsl:sequence select="ed:tex-title($kind || 'title', if ($end) then substring($title, 1, string-length($title) - string-length($end)) else $title, $language),
                          $subtitle[$end] ! ed:tex-title($kind || 'subtitle', ., $language)"/>
  </xsl:function>

  <!-- A title: where styles write titles small, in English ones, braces keep the capitals inside it.
         in:  'title', 'The Rise of Ostrana', 'en'
         out: '  title = {The {Rise} of {Ostrana}},' -->
  <xsl:function name="ed:tex-title" visibility="public" as="xs:string?">
    <xsl:param name="field" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:sequence select="if (not(matches(($language, 'en')[1], '^en(-|$)'))) then ed:tex($field, $title)
                          else if (matches($title, '[&lt;$]')) then ed:tex($field, ed:with-capitals($title))
                          else ed:field($field, replace(ed:escaped($title), ' (\S*\p{Lu}\S*)', ' {$1}'))"/>
  </xsl:function>

  <!-- A title in which each word with a capital, the first apart, keeps it by the tag that CSL has for that.
         in:  'The Rise'
         out: 'The <span class="nocase">Rise</span>' -->
  <xsl:function name="ed:with-capitals" visibility="public" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="parts" as="element()*"
                  select="analyze-string($title, '&lt;span class=&quot;nocase&quot;>.*?&lt;/span>|&lt;/?(i|b|su[bp]|span)(\s[^&lt;>]*)?>|\$[^$]*[\\^_][^$]*\$|[^\s&lt;]+')/*"/>
    <xsl:variable name="first" as="element()?" select="$parts[self::*:match][not(matches(., '^&lt;/?(i|b|su[bp]|span style)'))][1]"/>
    <xsl:sequence select="string-join($parts ! (if (matches(., '^[^&lt;$]*\p{Lu}') and not(. is $first))
                                                then '&lt;span class=&quot;nocase&quot;>' || . || '&lt;/span>' else string(.)))"/>
  </xsl:function>

  <!-- Names as BibLaTeX parts them: particle and family, suffix, given names; a body stands in braces.
         in:  [{"family": "Hagen", "non-dropping-particle": "von", "given": "Mark"}, {"literal": "others"}]
         out: 'von Hagen, Mark and others' -->
  <xsl:function name="ed:tex-names" visibility="public" as="xs:string">
    <xsl:param name="names" as="array(*)"/>
    <xsl:sequence select="string-join($names?* ! ed:tex-name(.), ' and ')"/>
  </xsl:function>

  <!-- One name.
         in:  {"family": "Hagen", "non-dropping-particle": "von", "given": "Mark"}
         out: 'von Hagen, Mark' -->
  <xsl:function name="ed:tex-name" visibility="public" as="xs:string">
    <xsl:param name="name" as="map(xs:string, item()*)"/>
    <xsl:variable name="family" as="xs:string" select="string-join(($name?non-dropping-particle ! ed:escaped(.), $name?family ! ed:tex-family(.)), ' ')"/>
    <xsl:sequence select="if ($name?literal = 'others') then 'others'
                          else if ($name?literal) then '{' || ed:escaped($name?literal) || '}'
                          else if (contains($family, ' ') and not(ed:given-names($name))) then $family || ','
                          else string-join(($family, ($name?suffix, ed:given-names($name)) ! ed:escaped(.)), ', ')"/>
  </xsl:function>

  <!-- A family name; one that begins with a small letter keeps its parts together in braces, as it has no particle.
         in:  'von Hagen'
         out: '{von Hagen}' -->
  <xsl:function name="ed:tex-family" visibility="public" as="xs:string">
    <xsl:param name="family" as="xs:string"/>
    <xsl:sequence select="ed:escaped($family) ! (if (matches(., '^\p{Ll}\S* ')) then '{' || . || '}' else .)"/>
  </xsl:function>

  <!-- A list of publishers or places.
         in:  'Iauza; Eksmo'
         out: 'Iauza and Eksmo' -->
  <xsl:function name="ed:tex-list" visibility="public" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($text, '; ') ! ed:one-of-list(ed:escaped(.)), ' and ')"/>
  </xsl:function>

  <!-- One member of a list; braces keep an “and” inside it from parting it.
         in:  'Salt and Sons'
         out: '{Salt and Sons}' -->
  <xsl:function name="ed:one-of-list" visibility="public" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if (contains($text, ' and ')) then '{' || $text || '}' else $text"/>
  </xsl:function>

  <!-- A date in EDTF, as BibLaTeX reads it; one in words goes into the year.
         in:  'date', {"date-parts": [[1992, 5]]}
         out: '  date = {1992-05},' -->
  <xsl:function name="ed:tex-date" visibility="public" as="xs:string?">
    <xsl:param name="field" as="xs:string"/>
    <xsl:param name="date" as="map(xs:string, item()*)"/>
    <xsl:variable name="words" as="xs:string?" select="$date?literal ! ed:escaped(.)"/>
    <xsl:sequence select="if ($words and exists($date?date-parts) and $field = 'date') then ed:field('year', $words)
                          else ed:field($field, ($words, ed:edtf($date))[1])"/>
  </xsl:function>

  <!-- The language of a title under the name that babel has for it, and its script.
         in:  'ru-Latn'
         out: '  langid = {russian},', '  script = {Latn},' -->
  <xsl:function name="ed:language-fields" visibility="public" as="xs:string*">
    <xsl:param name="code" as="xs:string"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)"
                  select="map {'ar': 'arabic', 'be': 'belarusian', 'bg': 'bulgarian', 'cs': 'czech', 'da': 'danish', 'de': 'ngerman',
                               'el': 'greek', 'en': 'english', 'en-GB': 'british', 'en-US': 'american', 'es': 'spanish', 'et': 'estonian',
                               'fi': 'finnish', 'fr': 'french', 'he': 'hebrew', 'hr': 'croatian', 'hu': 'hungarian', 'it': 'italian',
                               'ka': 'georgian', 'la': 'latin', 'lt': 'lithuanian', 'lv': 'latvian', 'nl': 'dutch', 'no': 'norwegian',
                               'pl': 'polish', 'pt': 'portuguese', 'ro': 'romanian', 'ru': 'russian', 'sk': 'slovak', 'sr': 'serbian',
                               'sv': 'swedish', 'tr': 'turkish', 'uk': 'ukrainian'}"/>
    <xsl:variable name="script" as="xs:string?" select="$code[matches(., '^[a-z]+-[A-Z][a-z]{3}$')] ! substring-after(., '-')"/>
    <xsl:variable name="plain" as="xs:string" select="if ($script) then substring-before($code, '-') else $code"/>
    <xsl:sequence select="ed:field('langid', ($names($plain), $plain)[1]), ed:field('script', $script)"/>
  </xsl:function>

</xsl:stylesheet>
