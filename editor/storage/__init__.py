"""The content folder on disk: reading it, the one safe save, earlier versions. Blocking functions, without Qt.

content_folder   what is in the folder, reading it, the door to saving it
page_save        the one safe save: compare, temporary file, lock, compare again, replace, confirm
page_removal     the one safe way to take a page's file away
trash            pages that staff deleted, in the content folder
save_lock        the short lock around the replacing, also between PCs
version_history  what a file held before each save, in this PC's app data
slugs            names that a page's file may have on every system
disk             reading and creating files with all that can go wrong
faults           errors of the operating system in plain sentences
refusals         what callers catch

Everything is written through `disk`, and into the content folder through `content_folder` alone.
"""

from editor.storage.content_folder import ContentFolder, SaveReport, explain_folder
from editor.storage.refusals import ChangedOnDisk, NotSaved, Unconfirmed, Unreachable
from editor.storage.slugs import address_key, refused_slug
from editor.storage.trash import TrashedFile
from editor.storage.version_history import Version, VersionHistory

__all__ = [
    "ChangedOnDisk",
    "ContentFolder",
    "NotSaved",
    "SaveReport",
    "TrashedFile",
    "Unconfirmed",
    "Unreachable",
    "Version",
    "VersionHistory",
    "address_key",
    "explain_folder",
    "refused_slug",
]
