"""What a site and a page are, as frozen values, and the ways they change."""
