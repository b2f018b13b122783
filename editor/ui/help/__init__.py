"""Help that is there without the internet: the guide, the sheet of keys, what this program is."""
