"""What can be done in the window, in one table."""
