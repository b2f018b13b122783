"""The content folder on disk: reading it, the one safe save, earlier versions. Blocking functions, without Qt.

content_folder   what is in the folder, reading it, the door to saving it
page_save        the one safe save: compare, temporary file, lock, compare again, replace, confirm
page_removal     the one safe way to take a page's file away
trash            pages that staff deleted, in the content folder
record_files     what publishers said of papers, and which findings are no problem, in the content folder
new_folder       a content folder where there was none
folder_look      what is at a place that somebody wants to open
save_lock        the short lock around the replacing, also between PCs
settings         what this PC remembers between two starts, in its app data
journal          what is typed and not saved, in this PC's app data
kept_answers     answers of services that know papers, in this PC's app data
kept_checks      what was found on pages that have not changed, in this PC's app data
version_history  what a file held before each save, in this PC's app data
folder_listing   what is in the folder at a glance, with sizes and times
folder_watch     which of its files other programs have changed, found by their content
own_folders      where in the app data that of one content folder lies
file_lock        a lock on a file of this PC, which ends with the program that has it
file_names       what the files and folders in it are called
slugs            names that a page's file may have on every system
disk             reading and creating files with all that can go wrong
faults           errors of the operating system in plain sentences
refusals         what callers catch

Everything is written through `disk`, into the content folder through `content_folder` and, for the records,
`record_files` alone; `new_folder` makes one.
`folder_look`, `new_folder`, `journal` and `settings` serve the window alone and are imported by name: commands do
without them.
"""

from editor.storage.content_folder import ContentFolder, SaveReport, explain_folder
from editor.storage.refusals import ChangedOnDisk, NotMade, NotSaved, Unconfirmed, Unreachable
from editor.storage.slugs import address_key, folder_name, refused_slug
from editor.storage.trash import TrashedFile
from editor.storage.version_history import Version, VersionHistory

__all__ = [
    "ChangedOnDisk",
    "ContentFolder",
    "NotMade",
    "NotSaved",
    "SaveReport",
    "TrashedFile",
    "Unconfirmed",
    "Unreachable",
    "Version",
    "VersionHistory",
    "address_key",
    "explain_folder",
    "folder_name",
    "refused_slug",
]
