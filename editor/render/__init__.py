"""From a page to HTML: its parts one by one for the preview, whole pages for export.

parts           a page as a row of parts, each shown by one template
page_html       whole documents: a page of the website, the list of all
exported_html   a page's document made again and again, only what has changed anew
frame           a page as the preview shows it: its document as one more part
exporting       pages to files, and what they need beside them
part_words      what staff call the parts of a page
render_process  parts to HTML in a process that can be killed
memory_limit    so that a template cannot fill the computer
last_words      where such a process was when its time was up
theme           a look as one value: templates and style sheet, the website's own over the built-in ones
theme_folder    reading the website's own look
theme_listing   whether something in the website's own look has changed on disk
theme_addresses the addresses of a look's files
style_sheet     the style sheet as a document wants it
css_addresses   the addresses in a style sheet
templates       Jinja2's sandbox
structured_data what a page says to search engines
markdown_html   Markdown and plain text to HTML that can do nothing but be read
links           addresses that a page may link to
picture_tags    which pictures of a text are shown, and what stands in place of the others
pictures        which files of the content folder are pictures that pages may show
"""

RENDER_ARGUMENT = "--render-process"
"""The hidden argument with which the program is its own rendering process."""
WORKER_ARGUMENT = "--export-worker"
"""The hidden argument with which the program is one of the processes that make an export's pages."""
