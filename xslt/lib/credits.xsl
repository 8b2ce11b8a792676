<?xml version="1.0" encoding="UTF-8"?>
<!-- Titles and people of an edition, as its header names them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The title of an edition itself: that called the main one, else that of a letter or article in a series, else the first.
         in:  <titleStmt><title level="s">Letters from the Mole</title><title level="a">To Jonas Veldt</title></titleStmt>
         out: 'To Jonas Veldt' -->
  <xsl:function name="ed:main-title" visibility="public" as="xs:string?">
    <xsl:param name="statement" as="element(titleStmt)?"/>
    <xsl:variable name="titles" as="element(title)*" select="$statement/title[normalize-space()]"/>
    <xsl:sequence select="($titles[@type = 'main'], $titles[@level = 'a'], $titles)[1] ! normalize-space(.)"/>
  </xsl:function>

  <!-- What those who made an edition are called: each once, without identifiers, addresses and posts.
         in:  <author><persName><surname>Veldt</surname>, <forename>Jonas</forename></persName> <email>…</email></author>
         out: 'Jonas Veldt' -->
  <xsl:function name="ed:credited" visibility="public" as="xs:string*">
    <xsl:param name="people" as="element()*"/>
    <xsl:sequence select="distinct-values($people ! ed:credit(.)[.])"/>
  </xsl:function>

  <!-- What one of them is called; of names in several languages the first.
         in:  <author><persName xml:lang="en">Jonas Veldt</persName> <persName xml:lang="ru">Йонас Вельдт</persName></author>
         out: 'Jonas Veldt' -->
  <xsl:function name="ed:credit" as="xs:string">
    <xsl:param name="person" as="element()"/>
    <xsl:variable name="names" as="element()*" select="($person[persName or name]/(persName | name), $person[not(persName or name)]/orgName)[normalize-space()]"/>
    <xsl:sequence select="if (exists($names)) then string-join($names[string(@xml:lang) = $names[1]/string(@xml:lang)] ! ed:plain-name(.), ', ')
                          else ed:plain-name($person)"/>
  </xsl:function>

  <!-- The words of a name: given names before the surname, but as printed in languages that put it first.
         in:  <persName><surname>Veldt</surname>, <forename>Jonas</forename></persName>
         out: 'Jonas Veldt' -->
  <xsl:function name="ed:plain-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="parted" as="xs:boolean"
                  select="exists($name/forename) and exists($name/surname) and not($name/ancestor-or-self::*[@xml:lang][1]/@xml:lang[matches(., '^(zh|ja|ko|hu)')])"/>
    <xsl:variable name="words" as="node()*"
                  select="if ($parted) then ($name/forename, $name/nameLink, $name/surname, $name/genName)
                          else $name/descendant::text()[empty(ancestor::*[. >> $name]/(self::idno | self::email | self::affiliation | self::roleName
                                                                         | self::address | self::note))]"/>
    <xsl:sequence select="normalize-space(string-join($words, if ($parted) then ' ' else '')) => replace('^[,;\s]+|[,;\s]+$', '')"/>
  </xsl:function>

</xsl:stylesheet>
