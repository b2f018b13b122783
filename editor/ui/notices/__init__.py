"""What publishers said of the studies: kept for all who use the folder, and marked where nobody can miss it."""
