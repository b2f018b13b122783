"""The functions of the rules on advertising, by the name that a rule gives in `find`."""

from __future__ import annotations

from editor.checks.advertising.comparisons import found_comparisons
from editor.checks.advertising.disclaimers import page_disclaimers, site_disclaimers
from editor.checks.advertising.effects import found_effects
from editor.checks.advertising.promises import found_promises
from editor.checks.advertising.serious_conditions import serious_conditions
from editor.checks.advertising.testimonials import found_testimonials

IN_TEXT = {
    "comparisons": found_comparisons,
    "effects": found_effects,
    "promises": found_promises,
    "testimonials": found_testimonials,
}
ON_PAGE = {"disclaimers": page_disclaimers, "serious_conditions": serious_conditions}
ON_SITE = {"disclaimers": site_disclaimers}
