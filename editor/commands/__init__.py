"""What the commands `check` and `export` do and say, once their arguments are known. No Qt is loaded for them.

Each answers the exit status.

check           lists the problems of a content folder
export          writes the pages as HTML files
starting        the content folder that a command is given
saying          what is printed, and that nobody may listen
"""
