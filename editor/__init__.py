"""Clinic Page Editor: the map of the house. Imports only go down.

__main__    the window, or `check` / `export`; Qt is loaded only for the window
ui          the only Qt room: one file per visible thing
commands    what `check` and `export` do        (side by side with ui)
session     what is open: one door in for every edit, one door out to the views; undo, save
checks      problems found in a page                     (side by side with render and references)
render      page to HTML; exporting                      (side by side with checks and references)
references  text, files and identifiers to studies       (side by side with checks and render)
storage     the content folder on disk: reading it, the one safe save
content     what a site and a page are (frozen), and the ways they change
yaml_text   the splice writer: changes in a YAML text; knows nothing of clinics    (side by side with markup)
markup      the Markdown of staff's texts: its marks, bold and lists, what is pasted (side by side with yaml_text)
words       every visible word
paths       where resources and app data are
"""

__version__ = "0.1.0"
