"""Adds studies from files, texts and look-ups: what comes is shown before anything happens."""
