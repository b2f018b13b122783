"""Many changes in one go say what each of them says alone, and what is not changed keeps its lines."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path as FilePath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.yaml_text import Node, Path, Refused, Unreadable, YamlText
from editor.yaml_text.changes import AddKey, Arrange, Change, Kept, New, Restored, SetText
from editor.yaml_text.item_text import item_text
from editor.yaml_text.writing import write
from tests.yaml_text.model import expected, value_of

# fmt: off
TEXTS = st.sampled_from([
    "x", "2018-04-01", "no", "a # b", "a: b", "p\n\nq", "p\nq\n", "  led\nx", "", "針灸", "- x", "[x", 'it\'s "q"',
    "1,000", "tab\there", "end ", "\n", "#c", "*a", "---", "~", "w " * 90,
])
SCALARS = st.sampled_from([
    "x", "one two", "'it''s'", '"caf\\u00e9"', "2018", "~", "", "|\n{i}  p\n\n{i}   q", ">-\n{i}  p\n{i}  q\n\n{i}  r",
    "no", "[a, 'b']", "{a: b}", "x  # said so", "p\n{i}  q", "\n{i}  - a\n{i}  - b",
])
# fmt: on


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page with a list, laid out in one of many ways."""
    column, width = draw(st.sampled_from([0, 2, 4])), draw(st.sampled_from([2, 4]))
    margin, inner = " " * column, " " * (column + width)
    gap = draw(st.sampled_from(["", "\n", "\n# loose\n\n"]))
    items = []
    for number in range(draw(st.integers(0, 5))):
        own = draw(st.sampled_from(["", f"{margin}# own {number}\n", "# at the margin\n"]))
        keys = draw(st.lists(st.sampled_from(["title", "date", "x_own"]), min_size=1, unique=True))
        pairs = [f"{key}: {draw(SCALARS)}\n".replace("{i}", inner) for key in keys]
        deeper = draw(st.sampled_from(["", f"{inner}# deeper\n"]))
        items.append(f"{own}{margin}-{' ' * (width - 1)}" + inner.join(pairs) + deeper)
    head = f"name: {draw(SCALARS)}\n".replace("{i}", "")
    tail = draw(st.sampled_from(["", "# end\n", "z: 1\n", "\nz: |\n  x\n"]))
    page = (
        head + ("k:\n" + gap.join(items) if items else draw(st.sampled_from(["k: []\n", "k:  # c\n", "k: ~\n"]))) + tail
    )
    page = page.rstrip("\n") if draw(st.booleans()) else page
    return page.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def scalars(node: Node, path: Path = ()) -> list[Path]:
    """The paths of all texts."""
    inner = list(enumerate(node.items)) or [(number, value) for number, (_, value) in enumerate(node.pairs)]
    own = [path] if node.kind == "scalar" else []
    return own + [found for number, child in inner for found in scalars(child, (*path, number))]


def arrangement(draw: st.DrawFn, path: Path, count: int) -> Arrange:
    """Some items of a list in some order, with new ones between them."""
    kept = draw(st.permutations(range(count))) if count else []
    items: list[Kept | New | Restored] = [Kept(index) for index in kept[: draw(st.integers(0, count))]]
    value = st.one_of(TEXTS, st.dictionaries(st.sampled_from(["title", "no", "k: v"]), TEXTS))
    for made in draw(st.lists(value, max_size=2)):
        items.insert(draw(st.integers(0, len(items))), New(made))
    return Arrange(path, tuple(items))


def changes_of(draw: st.DrawFn, source: YamlText, lists: list[Path]) -> list[Change]:
    """Changes of one list, of texts inside what is kept of it, and of a mapping."""
    changes: list[Change] = []
    gone: set[int] = set()
    if lists:
        path = draw(st.sampled_from(lists))
        node = source.node(path)
        arrange = arrangement(draw, path, len(node.items))
        kept = {item.index for item in arrange.items if isinstance(item, Kept)}
        gone = {place for n, item in enumerate(node.items) if n not in kept for place in range(item.place, item.after)}
        changes.append(arrange)
        gone.add(node.place)
    assert source.root is not None
    free = [path for path in scalars(source.root) if source.node(path).place not in gone]
    chosen = draw(st.lists(st.sampled_from(free), unique=True, max_size=4)) if free else []
    changes += [SetText(path, draw(TEXTS)) for path in chosen]
    if source.root.kind == "mapping":
        changes.append(AddKey((), "a new key", draw(TEXTS), before=draw(st.sampled_from([None, "k"]))))
    return draw(st.permutations(changes))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_batch_on_a_page_says_what_was_asked(data: st.DataObject) -> None:
    source = YamlText.read(data.draw(pages()).encode())
    changes = changes_of(data.draw, source, [("k",)])
    wanted = expected(source, changes)
    made = write(source, changes)
    assert made.root is not None
    assert value_of(made.root) == wanted
    assert YamlText.read(made.data).table.says == made.table.says
    untouched = _untouched_items(source, changes)
    assert all(lines in made.text for lines in untouched)


def _untouched_items(source: YamlText, changes: list[Change]) -> list[str]:
    """The own lines of items that are kept and not changed inside."""
    arrange = next(change for change in changes if isinstance(change, Arrange))
    changed = {source.node(change.path).place for change in changes if isinstance(change, SetText)}
    found = []
    for item in arrange.items:
        if isinstance(item, Kept):
            node = source.node((*arrange.path, item.index))
            if not changed & set(range(node.place, node.after)):
                found.append(source.text[node.start : node.end].rstrip())
    return found


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_undo_brings_back_values_and_comments(data: st.DataObject) -> None:
    source = YamlText.read(data.draw(pages()).encode())
    count = len(source.node(("k",)).items)
    kept = data.draw(st.permutations(range(count)))[: data.draw(st.integers(0, count))] if count else []
    done = write(source, [Arrange(("k",), tuple(map(Kept, kept)))])
    back = [Kept(kept.index(n)) if n in kept else Restored(item_text(source, ("k",), n)) for n in range(count)]
    undone = write(done, [Arrange(("k",), tuple(back))])
    assert source.root is not None
    assert undone.root is not None
    if count:
        assert value_of(undone.root) == value_of(source.root)
    assert Counter(comment for _, comment in undone.comments) == Counter(comment for _, comment in source.comments)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_batch_on_a_real_file(kit: Callable[[str], FilePath], data: st.DataObject) -> None:
    corpus = zipfile.ZipFile(io.BytesIO((kit("yaml") / "corpus.zip").read_bytes()))
    names = [name for name in corpus.namelist() if name.startswith(("site-data/", "front-matter/", "many-hands/"))]
    try:
        source = YamlText.read(corpus.read(data.draw(st.sampled_from(names))))
    except Unreadable:
        return
    if source.root is None:
        return
    lists = [path for path in _lists(source.root) if len(source.node(path).items) < 60]
    changes = changes_of(data.draw, source, lists)
    made = write(source, changes)
    assert made.root is not None
    assert value_of(made.root) == expected(source, changes)


def _lists(node: Node, path: Path = ()) -> list[Path]:
    inner = list(enumerate(node.items)) or [(number, value) for number, (_, value) in enumerate(node.pairs)]
    own = [path] if node.kind == "sequence" else []
    return own + [found for number, child in inner for found in _lists(child, (*path, number))]


def test_no_changes_give_the_very_same_text() -> None:
    source = YamlText.read(b"a:  [x ,y]\n\n")
    assert write(source, []) is source
    assert write(source, [Arrange(("a",), (Kept(0), Kept(1)))]) is source


def test_contradictions_are_named() -> None:
    source = YamlText.read(b"a: x\n")
    with pytest.raises(ValueError, match="two changes"):
        write(source, [SetText(("a",), "1"), SetText((0,), "2")])
    with pytest.raises(KeyError):
        write(source, [SetText(("b",), "1")])


def test_a_second_document_changes_alone() -> None:
    source = YamlText.read(b"a: x\n---\na:\n- y\n- z\n...\n")
    made = write(source, [Arrange(("a",), (Kept(1), Kept(0)), document=1), SetText(("a",), "w")])
    assert made.data == b"a: w\n---\na:\n- z\n- y\n...\n"


def test_a_refused_batch_changes_nothing() -> None:
    source = YamlText.read(b"- &a x\n- *a\n- y\n")
    with pytest.raises(Refused) as caught:
        write(source, [Arrange((), (Kept(1), Kept(0), Kept(2))), SetText((2,), "z")])
    assert "nothing was changed" in caught.value.reason
    assert source.data == b"- &a x\n- *a\n- y\n"
