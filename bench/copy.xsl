<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- What the engine does with a document at the least: each node is matched, and written. -->
  <xsl:mode on-no-match="shallow-copy"/>
</xsl:stylesheet>
