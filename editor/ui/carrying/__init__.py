"""The same study on several pages."""
