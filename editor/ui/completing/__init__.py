"""What a box offers while one types, from what the site has already."""
