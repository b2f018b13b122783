"""Advertising rules that need more than words."""
