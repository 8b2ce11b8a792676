"""Many documents: which there are, what has changed, who makes them."""
