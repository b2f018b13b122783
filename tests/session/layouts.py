"""Pages as different developers lay them out, each with the studies alpha, bravo, charlie and delta.

A study's word stands in every line that is its own, so that a test can tell whose a line or comment is.
"""

from __future__ import annotations

STUDY_WORDS = ("alpha", "bravo", "charlie", "delta")

COMMENTED = b"""\
---
# The page on wrists, kept by hand.
layout: condition      # for the site generator
name: "Wrist Pain"
name_in_text: wrist pain   # in a sentence
aliases: ['carpal tunnel', "sore wrist"]   # what people type
last_reviewed: "2026-01-05"

intro: |
  Wrists get sore.

  **See a doctor** after a fall.
research:
  lead: >-
    What papers say
    about {condition_in_text}.
  # nothing else differs here

x_banner: {colour: "sage", show: 'no'}
# Newest first.
studies:

  # alpha: the big one
  - journal: 'Journal alpha'   # alpha: as printed
    date: "2018-04-01"         # alpha: a day
    title: "alpha: a review"
    summary: >-
      The alpha summary is folded
      over two alpha lines.
    # alpha: ours, not the website's
    x_alpha_id: 0017           # alpha: their number
    doi: 10.1000/alpha

  # bravo: a small one
  - title: bravo's title       # bravo: plain
    publisher:                 # bravo: none on the source
    summary: |
      The bravo summary.

      It has *bravo* mark-up.
    x_bravo: [bravo, "bravo too"]

  - title: 'charlie''s own'
    journal: "Journal \\"charlie\\""
    authors: Charlie C, charlie D
    url: ''                    # charlie: none
    # charlie: the last line of this one

  # delta: the oldest
  - journal: Journal delta
    title: delta
    note: >
      A note on delta
      for staff, delta.
# the end of the page
"""

INDENTLESS = b"""\
name: Neck pain
description: 'It''s the neck'
references:
    window_years: 10
    lead:
    - "The first paragraph."   # item: the first
    - The second paragraph.
studies:
- title: alpha
  journal:   "Journal alpha"
  summary: |+
    The alpha summary, kept as it is: alpha.
- # bravo begins on the next line
  title: bravo
  x_bravo:
      deep: { bravo: 1, also: "bravo" }
- {title: charlie, journal: 'Journal charlie', x_charlie: charlie}   # charlie: in braces
# delta: in double quotes
- "title": "delta\\u2019s title"
  date: '2012'   # delta: only the year
status: draft
x_last: here"""

FLOW = b"""\
{
  # a page in braces
  name: "Knee pain", aliases: [],
  intro: 'One line of words.',
  x_theme: wide,
  studies: [
    {title: "alpha", journal: Journal alpha, x_alpha: alpha},
    {title: bravo,   # bravo: aside
     doi: '10.1000/bravo'},
    {title: 'charlie', summary: "The charlie summary."},
    {title: "delta", x_delta: [delta, delta]}
  ]
}
"""

ONE_LINE = b"""\
name: Hip pain
quotation: {heading: "As they said", text: 'Move.'}   # kept short
studies: [{title: alpha, note: ''}, {title: bravo, x_bravo: bravo}, {title: charlie}, {title: "delta"}]
"""

NO_STUDIES = b"""\
# A page just begun.
name: 'Jaw pain'
intro: ""
"""

EMPTY_STUDIES = b"""\
name: Foot pain
aliases:
studies:      # none yet
x_after: here
"""

LAYOUTS = {
    "commented": COMMENTED,
    "commented, lines end as on Windows": COMMENTED.replace(b"\n", b"\r\n"),
    "indentless, no line end at the end": INDENTLESS,
    "with a byte order mark": b"\xef\xbb\xbf" + INDENTLESS + b"\n",
    "in braces": FLOW,
    "in one line": ONE_LINE,
    "no studies": NO_STUDIES,
    "an empty list of studies": EMPTY_STUDIES,
}

SITE = b"""\
name: 'The Clinic'
language: en-AU   # as spoken there
research:
  heading: Research
  disclaimers:
    # item: a must
    - "This is no advice."
    - >-
      Ask your doctor
      first.
x_site: kept
"""
