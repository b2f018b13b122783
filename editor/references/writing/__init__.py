"""Studies as files for reference managers and word processors; one file for each format."""

from editor.references.writing.bibtex import bibtex_of
from editor.references.writing.csl_json import csl_json_of
from editor.references.writing.ris import ris_of

__all__ = ["bibtex_of", "csl_json_of", "ris_of"]
