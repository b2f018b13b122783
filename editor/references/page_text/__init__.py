"""Reads the text of a page as a website shows it: its own texts, what all pages share, and its studies."""
