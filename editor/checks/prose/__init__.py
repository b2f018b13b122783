"""The texts of a page as rules read them: sentences, and what in them is quoted, negated or hedged."""
