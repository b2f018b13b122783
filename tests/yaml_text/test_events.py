"""Without the C parser nothing is read: the other one differs on tabs and is ten times slower."""

from __future__ import annotations

import pytest
import yaml

from editor.yaml_text import check_parser


def test_the_c_parser_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    check_parser()
    monkeypatch.delattr(yaml, "CSafeLoader")
    with pytest.raises(RuntimeError, match="libyaml"):
        check_parser()
