"""What one document becomes: its pages, text, indexes and data, the EPUB and the PDF."""
