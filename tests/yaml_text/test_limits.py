"""Texts that are too large or too involved are refused unopened; the limits hold for pages, not for every text."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from editor.yaml_text import PAGE_LIMITS, Limits, Unreadable, YamlText

BOMB = b"a0: &a0 {k: v}\n" + b"".join(
    f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]\n".encode() for n in range(1, 9)
)


@pytest.mark.parametrize(
    "data",
    [
        b"# " + b"x" * 2_000_000,
        b"a: '" + b"x" * 1_000_001 + b"'",
        b"a: " + b"[" * 60 + b"]" * 60,
        b"a:\n" + b"- 1\n" * 100_001,
        BOMB,
        b"a: &a [*a]\n",
        b"a: 1\n---\nb: 2\n",
        b"a: !include x\n",
        b"a: !!python/name:os.system [x]\n",
        b"a: !<tag:yaml.org,2002:python/name:x> {}\n",
    ],
    ids=[
        "size",
        "text",
        "depth",
        "nodes",
        "aliases",
        "recursion",
        "documents",
        "own tag",
        "tag on list",
        "written out",
    ],
)
def test_page_limits_refuse(data: bytes) -> None:
    with pytest.raises(Unreadable):
        YamlText.read(data, PAGE_LIMITS)


@pytest.mark.parametrize("data", [b"a: !!str 12\nb: !!seq [x]\n", b"a: &x y\nb: *x\n", b"a: " + b"[" * 40 + b"]" * 40])
def test_page_limits_allow_what_is_merely_odd(data: bytes) -> None:
    assert YamlText.read(data, PAGE_LIMITS).data == data


def test_an_anchor_defined_anew_counts_for_what_it_is_at_that_point() -> None:
    data = b"a: &x [1, 2, 3, 4]\nb: &x 1\nc: [*x, *x, *x, *x]\n"
    YamlText.read(data, Limits(nodes_after_aliases=15))
    with pytest.raises(Unreadable):
        YamlText.read(data, Limits(nodes_after_aliases=14))


def test_deep_nesting_does_not_overrun_a_small_stack() -> None:
    old = threading.stack_size(512 * 1024)
    try:
        with ThreadPoolExecutor(1) as pool:
            for data in (b"[" * 100_000, b"- " * 100_000, b"{a: " * 100_000, b"? " * 100_000):
                assert isinstance(pool.submit(YamlText.read, data).exception(), Unreadable)
    finally:
        threading.stack_size(old)
