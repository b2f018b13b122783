"""What keeps people from reading a page."""
