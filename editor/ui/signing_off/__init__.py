"""The report that a practitioner signs: what a page promises, and what was found on it."""
