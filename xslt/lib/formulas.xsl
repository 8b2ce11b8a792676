<?xml version="1.0" encoding="UTF-8"?>
<!-- Formulas in MathML, as browsers draw them: what MathML has for showing, none of what it has for leading or acting. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns:m="http://www.w3.org/1998/Math/MathML"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:variable name="ed:drawn" as="map(xs:string, xs:boolean)"
                select="map:merge(tokenize('math mrow mi mn mo mtext mspace ms mfrac msqrt mroot mstyle msub msup msubsup munder mover munderover
                                            mmultiscripts mprescripts none mtable mtr mtd semantics annotation') ! map:entry(., true()))"/>

  <xsl:template match="m:math | m:math//m:*" as="element()">
    <xsl:element name="{(local-name()[$ed:drawn(.)], if (*) then 'mrow' else 'mtext')[1]}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:copy-of select="@display, @displaystyle, @mathvariant, @stretchy, @fence, @form, @accent, @accentunder, @linethickness, @width,
                           @columnspan, @rowspan, @encoding"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- What browsers do not draw any more: its brackets and commas are written out. -->
  <xsl:template match="m:math//m:mfenced" as="element()" priority="1">
    <xsl:element name="mrow" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:sequence select="ed:sign((@open, '(')[1])"/>
      <xsl:for-each select="*">
        <xsl:sequence select="(../@separators ! substring(translate(., ' ', ''), 1, 1), ',')[1][current()/preceding-sibling::*] ! ed:sign(.)"/>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <xsl:sequence select="ed:sign((@close, ')')[1])"/>
    </xsl:element>
  </xsl:template>

  <!-- A sign that a formula does not write out.
         in:  '('
         out: <mo class="added">(</mo> -->
  <xsl:function name="ed:sign" as="element(m:mo)">
    <xsl:param name="sign" as="xs:string"/>
    <m:mo class="added">{$sign}</m:mo>
  </xsl:function>

</xsl:stylesheet>
