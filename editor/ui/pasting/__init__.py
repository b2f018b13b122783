"""Pastes rows from a spreadsheet as new studies."""
