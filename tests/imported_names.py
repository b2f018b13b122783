"""What a source file imports, for the rules of the house."""

from __future__ import annotations

import ast
from pathlib import Path


def imported_names(source: Path) -> set[str]:
    """Every name that a file imports, wherever in the file, with its module: `PySide6.QtCore`, `PySide6.QtCore.Qt`."""
    names = set()
    for node in ast.walk(ast.parse(source.read_bytes())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.update([node.module, *(f"{node.module}.{alias.name}" for alias in node.names)])
    return names
