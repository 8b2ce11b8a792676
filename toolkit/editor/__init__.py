"""What an editor is told while somebody writes: problems, meanings, what may be written next."""
