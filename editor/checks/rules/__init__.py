"""Rules as data: what they say and where they apply, and which are switched on."""
