"""What a page promises, against the studies it lists and what publishers say of them."""
