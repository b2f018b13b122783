"""A new page from the text of a web page: pasted or dropped, looked at, made."""
