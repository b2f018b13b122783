"""Asking Crossref and PubMed what they know of a paper: blocking, on the user's click only, and never in a hurry.

Loading this is cheap; what speaks to the network is loaded at the first question.
"""

from editor.references.looking_up.answer import Answer, FailureKind, LookUpFailed
from editor.references.looking_up.catalogue import Catalogue
from editor.references.looking_up.patience import Patience
from editor.references.looking_up.services import Services
from editor.references.looking_up.several import LookedUp, look_up_all

__all__ = [
    "Answer",
    "Catalogue",
    "FailureKind",
    "LookUpFailed",
    "LookedUp",
    "Patience",
    "Services",
    "look_up_all",
]
