"""From a page to HTML: its parts one by one for the preview, whole pages for export.

parts           a page as a row of parts, each shown by one template
page_html       whole documents: a page of the website, the preview's empty one
export          pages to files
render_process  parts to HTML in a process that can be killed
theme           where templates and style come from
templates       Jinja2's sandbox
markdown_html   Markdown and plain text to HTML that can do nothing but be read
links           addresses that a page may link to
"""

RENDER_ARGUMENT = "--render-process"
"""The hidden argument with which the program is its own rendering process."""
