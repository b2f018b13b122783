"""Files that cannot be read or changed: what is wrong with them, how they look, and mending them."""
