"""Problems found in the files of a content folder: pure functions from what was read to what is wrong."""

from editor.checks.page_files import name_problems
from editor.checks.problem import Problem
from editor.checks.schema import pack_problems, page_problems, site_problems

__all__ = ["Problem", "name_problems", "pack_problems", "page_problems", "site_problems"]
