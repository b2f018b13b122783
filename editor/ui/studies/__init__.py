"""A page's studies: table and card."""
