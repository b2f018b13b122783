"""What is open, and everything that can be done to it."""

from editor.session.deleted_pages import DeletedPage, read_trash
from editor.session.listing import Listing, list_folder
from editor.session.open_file import SITE_PLACE, OpenFile, Place, file_of, is_site, read_file, slug_of
from editor.session.open_records import OpenRecords
from editor.session.recovery import LeftWork, bring_back, left_work
from editor.session.saving import Saved, SaveFailed, SaveJob, SaveResult, copy_of, run_save
from editor.session.session import NotEditable, NotTaken, Session
from editor.session.shared_use import SharedUse, SharedUses, Uses
from editor.session.undo_history import Step
from editor.session.unsaved_work import UnsavedWork, UnsavedWorkTold, journal_record, records_of, work_of

__all__ = [
    "SITE_PLACE",
    "DeletedPage",
    "LeftWork",
    "Listing",
    "NotEditable",
    "NotTaken",
    "OpenFile",
    "OpenRecords",
    "Place",
    "SaveFailed",
    "SaveJob",
    "SaveResult",
    "Saved",
    "Session",
    "SharedUse",
    "SharedUses",
    "Step",
    "UnsavedWork",
    "UnsavedWorkTold",
    "Uses",
    "bring_back",
    "copy_of",
    "file_of",
    "is_site",
    "journal_record",
    "left_work",
    "list_folder",
    "read_file",
    "read_trash",
    "records_of",
    "run_save",
    "slug_of",
    "work_of",
]
