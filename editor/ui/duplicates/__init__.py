"""Studies that are entered more than once."""
