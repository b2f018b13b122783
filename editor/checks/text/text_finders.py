"""The functions that look at how texts are written, by the name that a rule gives in `find`."""

from __future__ import annotations

from editor.checks.text import (
    abbreviations,
    author_styles,
    full_stops,
    headings,
    left_out,
    pictures,
    reading_level,
    replacements,
    spelling,
    study_lines,
    terms,
)

IN_TEXT = {
    "spaces_missing_after_stops": full_stops.spaces_missing_after_stops,
    "last_stop_missing": full_stops.last_stop_missing,
    "comma_at_the_end": study_lines.comma_at_the_end,
    "marks_stuck_to_names": study_lines.marks_stuck_to_names,
    "stop_after_title": study_lines.stop_after_title,
    "long_sentences": reading_level.long_sentences,
    "hard_to_read": reading_level.hard_to_read,
    "listed_slips": replacements.listed_slips,
    "tags_left_out": left_out.tags_left_out,
}
ON_PAGE = {
    "terms_in_two_ways": terms.terms_in_two_ways,
    "unexplained_abbreviations": abbreviations.unexplained_abbreviations,
    "publisher_repeats_journal": study_lines.publisher_repeats_journal,
    "mixed_author_styles": author_styles.mixed_author_styles,
    "title_and_heading": headings.title_and_heading_of_page,
    "spelled_as_elsewhere": spelling.spelled_as_elsewhere,
    "unknown_words": spelling.unknown_words,
    "pictures_not_shown": pictures.pictures_not_shown,
}
ON_SITE = {
    "title_and_heading": headings.title_and_heading_of_site,
    "spelled_as_elsewhere": spelling.spelled_as_elsewhere_on_site,
    "unknown_words": spelling.unknown_words_on_site,
}
