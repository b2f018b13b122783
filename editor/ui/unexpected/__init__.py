"""What happens when the program has a fault of its own."""
