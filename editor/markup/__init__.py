"""The Markdown of staff's texts: what in it is a mark, how words become bold or a list, and what is pasted."""
