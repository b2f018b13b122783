"""Planning a save: from (source, record as read, record now) to the changes in the file's text.

Nothing of what the user did is recorded for this. Records are compared by field and, for studies, by key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from editor.content.comparison import page_words, site_words
from editor.content.condition_page import ConditionPage
from editor.content.dates import in_form_of
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDIES_KEY, STUDY_FIELDS, Field, FieldValue, Kind
from editor.content.reading import page_of, site_of
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.words import tr
from editor.yaml_text import Node, Path, Refused, YamlText
from editor.yaml_text.changes import AddKey, Arrange, Change, Kept, New, RemoveKey, Restored, SetText
from editor.yaml_text.item_text import ItemText, item_text
from editor.yaml_text.new_values import Value
from editor.yaml_text.writing import write

Changed = tuple[Field, FieldValue, FieldValue]
"""A field with its value before and its value now."""


@dataclass(frozen=True, slots=True)
class RememberedStudy:
    """A study that left the file, with its lines there: comments, quoting, keys of the website's own."""

    study: Study
    item: ItemText


def write_page(
    source: YamlText,
    as_read: ConditionPage,
    now: ConditionPage,
    remembered: Mapping[StudyKey, RememberedStudy] | None = None,
) -> YamlText:
    """The page's file with `now` in it; Refused where that cannot be done without touching something else."""
    try:
        changes = [
            *_field_changes(source.root, (), as_read, now, PAGE_FIELDS, next_key=STUDIES_KEY),
            *_study_changes(source, as_read, now, remembered or {}),
        ]
        written = write(source, changes)
    except KeyError as repeated:
        raise Refused(_repeated(as_read, now)) from repeated
    reading = page_of(written, now.slug)
    if reading.problems or reading.page is None or page_words(reading.page) != page_words(now):
        raise Refused(_shared(reading.page, now))
    return written


def write_site(source: YamlText, as_read: Site, now: Site) -> YamlText:
    """The site's file with `now` in it; Refused where that cannot be done without touching something else."""
    try:
        written = write(source, list(_field_changes(source.root, (), as_read, now, SITE_FIELDS)))
    except KeyError as repeated:
        raise Refused(_repeated(as_read, now)) from repeated
    reading = site_of(written)
    if reading.problems or reading.site is None or site_words(reading.site) != site_words(now):
        raise Refused(_shared(reading.site, now))
    return written


def remember_removed(source: YamlText, as_read: ConditionPage, now: ConditionPage) -> dict[StudyKey, RememberedStudy]:
    """The studies that `now` no longer has, with the lines that they have in the source."""
    kept = {study.key for study in now.study_list}
    return {
        study.key: RememberedStudy(study, item_text(source, (STUDIES_KEY,), place))
        for place, study in enumerate(as_read.study_list)
        if study.key not in kept
    }


def _shared(written: ConditionPage | Site | None, wanted: ConditionPage | Site) -> str:
    """Why the file may not be written as it would be: the texts that would change without being asked to."""
    fields = [] if written is None else _differing(written, wanted)
    return tr(
        "The website's developer uses one text in two places of the file, so that your change"
        " would also change: {fields}.",
        fields=", ".join(fields) or tr("something else"),
    )


def _repeated(as_read: ConditionPage | Site, now: ConditionPage | Site) -> str:
    """Why the changes have no place of their own in the file."""
    return tr(
        "The website's developer repeats a text here from another place of the file,"
        " so that it can't be changed by itself: {fields}.",
        fields=", ".join(_differing(as_read, now)),
    )


def _differing(one: ConditionPage | Site, other: ConditionPage | Site) -> list[str]:
    """What staff call the fields in which the records do not say the same, in quotation marks."""
    if isinstance(one, Site) or isinstance(other, Site):
        return [f"“{field.label}”" for field in SITE_FIELDS if (field.of(one) or None) != (field.of(other) or None)]
    labels = [f"“{field.label}”" for field in PAGE_FIELDS if (field.of(one) or None) != (field.of(other) or None)]
    for number, (study, same) in enumerate(zip(one.study_list, other.study_list, strict=False), start=1):
        labels += [
            tr("“{field}” of study {number}", field=field.label, number=number)
            for field in STUDY_FIELDS
            if (field.of(study) or None) != (field.of(same) or None)
        ]
    return labels


def _field_changes(
    mapping: Node | None,
    path: Path,
    before: ConditionPage | Site | Study,
    now: ConditionPage | Site | Study,
    fields: Sequence[Field],
    next_key: str | None = None,
) -> Iterator[Change]:
    """The changes that turn `before`'s fields into `now`'s in the mapping that stands at `path`."""
    if before is now:
        return
    changed: dict[tuple[str, ...], list[Changed]] = {}
    for field in fields:
        old, new = field.of(before), field.of(now)
        if old != new:
            changed.setdefault(field.keys[:-1], []).append((field, old, new))
    for group, members in changed.items():
        if group:
            stays = members[0][0].group_is_in_file(now)
            yield from _group_changes(_child(mapping, group[0]), (*path, *group), members, next_key, stays=stays)
        else:
            yield from _key_changes(mapping, path, members, next_key)


def _group_changes(
    node: Node | None, path: Path, changed: Sequence[Changed], next_key: str | None, *, stays: bool
) -> Iterator[Change]:
    """The changes in the group at `path`; one that came with its texts goes with the last, unless it `stays`."""
    group = str(path[-1])
    if node is None:
        added: dict[str, Value] = {field.keys[-1]: _value(new) for field, _, new in changed if new is not None}
        if added:
            yield AddKey(path[:-1], group, added, before=next_key)
    elif not stays and _empties(node, changed):
        yield RemoveKey(path[:-1], group)
    else:
        yield from _key_changes(node, path, changed, None)


def _empties(mapping: Node, changed: Sequence[Changed]) -> bool:
    """Whether these changes take out every key of the mapping and add none."""
    here = {key.text for key, _ in mapping.pairs}
    return here == {field.keys[-1] for field, _, _ in changed} and all(new is None for _, _, new in changed)


def _key_changes(
    mapping: Node | None, path: Path, changed: Sequence[Changed], next_key: str | None
) -> Iterator[Change]:
    """The changes that give each of these keys of the mapping at `path` its new value."""
    if mapping is not None and mapping.kind == "alias":
        raise KeyError(path)  # a way that leads through a text repeated from elsewhere
    for field, old, new in changed:
        key = field.keys[-1]
        node = _child(mapping, key)
        if node is not None:
            yield from _value_changes(node, (*path, key), field, old, new)
        elif new is not None:  # else it was emptied before it ever was in the file
            yield AddKey(path, key, _value(new), before=next_key)


def _value_changes(node: Node, path: Path, field: Field, old: FieldValue, new: FieldValue) -> Iterator[Change]:
    """The changes that give the key at `path`, where `node` stands, the field's new value."""
    if new is None:
        yield RemoveKey(path[:-1], field.keys[-1])
    elif isinstance(new, tuple):
        yield from _list_changes(path, old if isinstance(old, tuple) else (), new)
    elif field.kind is Kind.DATE and node.kind == "scalar":
        yield SetText(path, in_form_of(new, node.text))
    else:
        yield SetText(path, new)


def _study_changes(
    source: YamlText, as_read: ConditionPage, now: ConditionPage, remembered: Mapping[StudyKey, RememberedStudy]
) -> Iterator[Change]:
    path: Path = (STUDIES_KEY,)
    if as_read.studies == now.studies:
        return
    if now.studies is None:
        yield RemoveKey((), STUDIES_KEY)
        return
    listed = _child(source.root, STUDIES_KEY)
    if listed is None:
        yield AddKey((), STUDIES_KEY, [_study_value(study) for study in now.studies])
        return
    places = {study.key: place for place, study in enumerate(as_read.study_list)}
    nodes = source.resolved(listed).items
    items: list[Kept | New | Restored] = []
    for study in now.studies:
        if study.key in places:
            place = places[study.key]
            items.append(Kept(place))
            yield from _field_changes(nodes[place], (*path, place), as_read.study_list[place], study, STUDY_FIELDS)
        elif study.key in remembered:
            known = remembered[study.key]
            since = _field_changes(_item(known.item), (), known.study, study, STUDY_FIELDS)
            items.append(Restored(known.item, tuple(since)))
        else:
            items.append(New(_study_value(study)))
    if items != [Kept(place) for place in range(len(places))]:
        yield Arrange(path, tuple(items))


def _study_value(study: Study) -> dict[str, Value]:
    """A new study as it is written: the fields that say something, and the title in any case."""
    return {
        field.keys[-1]: _value(field.of(study) or "") for field in STUDY_FIELDS if field.of(study) or field.required
    }


def _item(text: ItemText) -> Node | None:
    part = YamlText.read_part(text.lines).root
    return part.items[0] if part else None


def _value(value: FieldValue) -> Value:
    return list(value) if isinstance(value, tuple) else value


def _list_items(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[int | None, str]]:
    """For each new text the place of the old one that it is, or that it replaces; None for an added one."""
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "delete":
            continue
        for offset, text in enumerate(new[new_from:new_to]):
            place = old_from + offset
            yield (place if tag != "insert" and place < old_to else None), text


def _list_changes(path: Path, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    items: list[Kept | New | Restored] = []
    for place, text in _list_items(old, new):
        if place is None:
            items.append(New(text))
            continue
        items.append(Kept(place))
        if old[place] != text:
            yield SetText((*path, place), text)
    if items != [Kept(place) for place in range(len(old))]:
        yield Arrange(path, tuple(items))


def _child(mapping: Node | None, key: str) -> Node | None:
    pairs = mapping.pairs if mapping else ()
    return next((value for name, value in pairs if name.kind == "scalar" and name.text == key), None)
