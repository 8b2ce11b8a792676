"""The commands, one module each: read arguments, call one function, print, say how it ended."""
