"""The evidence calendar: what is due when on all pages."""
