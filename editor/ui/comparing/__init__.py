"""Two versions of a page beside each other."""
