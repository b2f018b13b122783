"""What somebody else changes in the folder while it is open."""
