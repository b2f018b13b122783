"""Find and replace, on one page or the whole website."""
