"""What other programs and other PCs do to the content folder."""
