"""Bringing back what a program that ended unexpectedly had not saved."""
