"""The splice writer: changes in a YAML text that leave every other byte as it was. It knows nothing of clinics.

Texts are read from the events of PyYAML's C parser, never into objects, so a value is the text that stands there.
`writing.write` puts all `changes` onto one text and reads the result back before anybody gets it. Neither is loaded
here: most starts of the program only read.
"""

from __future__ import annotations

from editor.yaml_text.events import check_parser
from editor.yaml_text.limits import PAGE_LIMITS, Limits
from editor.yaml_text.nodes import Node, Path, key_faults
from editor.yaml_text.refusals import Refused, Unreadable
from editor.yaml_text.yaml_text import YamlText

__all__ = [
    "PAGE_LIMITS",
    "Limits",
    "Node",
    "Path",
    "Refused",
    "Unreadable",
    "YamlText",
    "check_parser",
    "key_faults",
]
