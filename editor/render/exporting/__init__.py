"""Exporting: from a content folder to files that a website can show, as they are, from any file server.

site_export   one export, from beginning to end
source        what is exported, and the options
report        what an export says at its end, and why there may be none
watching      whoever waits for an export
page_making   pages that are as they were exported are left alone, the others are made
page_workers  the processes that make them, killed where a page takes too long
page_worker   what such a process does
messages      what the two tell each other
beside_pages  the list of all conditions, the sitemap, the look and the pictures
pictures      the pictures that pages show
sitemap       the addresses of the pages on the website
staging       the hidden folder in which an export grows until it is whole
earlier       what the folder holds already, of exports before and of others
record        what an export remembers of itself
mark          by which what it wrote is known without that
placing       the end: files are put in place, and what is obsolete goes
digests       by which it knows what has not changed
"""
