"""From files to a Document: parsing within limits, what a document brings in, what it points to."""
