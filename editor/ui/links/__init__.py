"""Seeing which of the studies' links lead to a page."""
