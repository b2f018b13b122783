"""What is open, and everything that can be done to it."""

from editor.session.deciding import BothVersions, Choices, Undecided, both_versions, decide, keep_versions, undecided
from editor.session.deleted_pages import DeletedPage, read_trash
from editor.session.listing import Listing, list_folder
from editor.session.open_file import SITE_PLACE, OpenFile, Place, file_of, is_site, read_file, slug_of
from editor.session.open_records import OpenRecords
from editor.session.outside_changes import Followed, News, follow, take_in_again
from editor.session.outside_files import OutsideFiles, look_outside
from editor.session.recovery import LeftWork, bring_back, is_of, left_work
from editor.session.saving import Saved, SaveFailed, SaveJob, SaveResult, copy_of, run_save
from editor.session.session import NotEditable, Session
from editor.session.shared_use import SharedUse, SharedUses, Uses
from editor.session.undo_history import Step
from editor.session.unsaved_work import UnsavedWork, UnsavedWorkTold, journal_record, records_of, work_of

__all__ = [
    "SITE_PLACE",
    "BothVersions",
    "Choices",
    "DeletedPage",
    "Followed",
    "LeftWork",
    "Listing",
    "News",
    "NotEditable",
    "OpenFile",
    "OpenRecords",
    "OutsideFiles",
    "Place",
    "SaveFailed",
    "SaveJob",
    "SaveResult",
    "Saved",
    "Session",
    "SharedUse",
    "SharedUses",
    "Step",
    "Undecided",
    "UnsavedWork",
    "UnsavedWorkTold",
    "Uses",
    "both_versions",
    "bring_back",
    "copy_of",
    "decide",
    "file_of",
    "follow",
    "is_of",
    "is_site",
    "journal_record",
    "keep_versions",
    "left_work",
    "list_folder",
    "look_outside",
    "read_file",
    "read_trash",
    "records_of",
    "run_save",
    "slug_of",
    "take_in_again",
    "undecided",
    "work_of",
]
