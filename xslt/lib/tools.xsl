<?xml version="1.0" encoding="UTF-8"?>
<!-- What helps to read where scripts run: where the notes stand, which names are underlined, one name to follow, what to copy. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="tools" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="tools" as="element()+">
    <xsl:variable name="dates" as="element()*" select=".//date[ed:is-dated(.)]"/>
    <xsl:variable name="files" as="xs:string*">
      <xsl:for-each-group select=".//*[@ref | self::bibl/@corresp]" group-by="(@ref, @corresp)[1]">
        <xsl:sequence select="let $file := ed:entity(.) ! ed:file(.) return current-group() ! $file"/>
      </xsl:for-each-group>
    </xsl:variable>
    <details class="tools">
      <summary>{ed:say('reading')}</summary>
      <fieldset class="views">
        <legend>{ed:say('notes-where')}</legend>
        <xsl:for-each select="'side', 'below', 'end'">
          <label><input type="radio" name="notes" value="{.}"/> {ed:say('notes-' || .)}</label>
        </xsl:for-each>
      </fieldset>
      <fieldset class="kinds">
        <legend>{ed:say('underline')}</legend>
        <label><input type="checkbox" value="all" checked="checked"/> {ed:say('all')} <span class="count">{count(($files, $dates))}</span></label>
        <xsl:sequence select="ed:kind-filter('persons', 'persons', count($files[. = 'persons.html'])),
                              ed:kind-filter('places', 'places', count($files[. = 'places.html'])),
                              ed:kind-filter('organisations', 'organisations', count($files[. = 'organisations.html'])),
                              ed:kind-filter('events', 'events', count($files[. = 'events.html'])),
                              ed:kind-filter('works', 'works', count($files[. = ('bibliography.html', 'archives.html')])),
                              ed:kind-filter('dates', 'dates', count($dates))"/>
      </fieldset>
      <xsl:if test="exists(key('regests', .//p/@xml:id)) and empty(.//gap[@reason = 'rights'])">
        <label class="summaries"><input type="checkbox" checked="checked"/> {ed:say('summaries')}</label>
      </xsl:if>
      <label class="follow">{ed:say('follow')} <select><option value="">{ed:say('nobody')}</option></select></label>
    </details>
    <xsl:sequence select="ed:blanks(.)"/>
  </xsl:template>

  <!-- The switch for one kind of names, with their number.
         in:  'persons', 'persons', 298
         out: <label><input type="checkbox" value="persons"> Persons <span class="count">298</span></label> -->
  <xsl:function name="ed:kind-filter" visibility="public" as="element()?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:if test="$count gt 0">
      <label><input type="checkbox" value="{$kind}" checked="checked"/> {ed:say($label)} <span class="count">{$count}</span></label>
    </xsl:if>
  </xsl:function>

  <!-- What the script fills in: the card of an entry, what may be copied, the bar of a name that is followed.
         in:  the text
         out: <template id="card-blank">…</template>, … -->
  <xsl:function name="ed:blanks" visibility="public" as="element()+">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="document" as="document-node()" select="root($text)"/>
    <template id="card-blank">
      <span class="card" role="group" aria-label="{ed:say('preview')}" lang="{$lang}"><span class="card-head"/> <span class="card-line"/> <span class="card-ids"/>
        <span class="card-tools"><button class="previous" aria-label="{ed:say('previous')}">←</button> <button class="mark-all">{ed:say('follow-all')} (<span/>)</button> <button class="next" aria-label="{ed:say('next')}">→</button></span></span>
    </template>
    <template id="copy-blank">
      <span class="copy" role="group" lang="{$lang}" data-citation="{string-join(ed:citation($document), ', ')}" data-author="{string-join(ed:authors($document), ', ')}"><xsl:for-each select="ed:home($document)"><xsl:attribute name="data-home" select="."/></xsl:for-each><button value="link">{ed:say('copy-link')}</button> <button value="citation">{ed:say('copy-citation')}</button> <button value="quotation">{ed:say('copy-quotation')}</button> <span
            role="status" data-done="{ed:say('copied')}"/></span>
    </template>
    <template id="follow-blank">
      <div class="followed-bar" role="region" aria-label="{ed:say('follow')}" lang="{$lang}"><a class="who"/> <span class="where" role="status"/>
        <button class="previous" aria-label="{ed:say('previous')}">←</button> <button class="next" aria-label="{ed:say('next')}">→</button>
        <button class="close" aria-label="{ed:say('close')}">×</button></div>
    </template>
    <template id="inset-blank"><div class="inset" role="note" aria-label="{ed:say('note', '#')}"/></template>
  </xsl:function>

</xsl:stylesheet>
