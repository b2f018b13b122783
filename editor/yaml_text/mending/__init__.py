"""Cures for what breaks a YAML text when it is written by hand: each of single lines, and sure or not given at all.

A cure goes by its line. It counts only if the text reads further with it, and the line then says what it was to say;
every other line keeps its bytes.
"""

from __future__ import annotations

from editor.yaml_text.mending.cure import Unsure
from editor.yaml_text.mending.draft import Draft
from editor.yaml_text.mending.mends import Choice, Mend

__all__ = ["Choice", "Draft", "Mend", "Unsure"]
