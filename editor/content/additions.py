"""What a file says of a study beside the fields that are known here."""

from __future__ import annotations

from editor.content.condition_page import ConditionPage
from editor.content.fields import STUDIES_KEY, STUDY_FIELDS
from editor.content.study import StudyKey
from editor.yaml_text import YamlText
from editor.yaml_text.item_text import item_text

_AROUND_COMMENTS = "#-=*~_ \t"
_KNOWN = frozenset(field.keys[-1] for field in STUDY_FIELDS)


def additions(source: YamlText | None, as_read: object, key: StudyKey) -> tuple[str, ...]:
    """The website's own keys in the entry of a study, such as "id: 17", and the comments in it, in this order.

    `as_read` is the record that `source` was read as. Empty for a study that is not in the file.
    """
    if source is None or not isinstance(as_read, ConditionPage):
        return ()
    place = next((place for place, study in enumerate(as_read.study_list) if study.key == key), None)
    if place is None:
        return ()
    entry = YamlText.read_part(item_text(source, (STUDIES_KEY,), place).lines)
    mapping = entry.node((0,))
    own = [(name, value) for name, value in mapping.pairs if name.text not in _KNOWN]
    keys = (f"{name.text}: {value.text}" if value.kind == "scalar" else name.text for name, value in own)
    comments = (words.strip(_AROUND_COMMENTS) for _, words in entry.comments)
    return (*keys, *filter(None, comments))
