"""XSLT: a stylesheet's parts, several joined into one, and the engine that runs them."""
