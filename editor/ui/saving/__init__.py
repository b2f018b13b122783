"""Saving, and what to do when it fails; closing."""
