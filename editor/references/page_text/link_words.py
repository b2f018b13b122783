"""The words of the link to a study, which each website chooses: "Full Article", "Read more"."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from editor.references.page_text.author_look import author_score
from editor.references.page_text.lines import TextLine

USUAL = (
    "full article", "full text", "full paper", "full study", "free full text", "read the full article", "read more",
    "read the article", "read the study", "read the paper", "read article", "read full article", "view article",
    "view the article", "view abstract", "view study", "view full article", "view paper", "article link",
    "link to article", "link to the article", "link to study", "全文", "阅读全文", "查看全文", "原文", "原文链接",
)  # fmt: skip
_SEVERAL = re.compile(r"[,;·•]\s")
_LONGEST_LINE, _MOST_WORDS, _AUTHORS = 400, 4, 5.0
_SAMPLE = 100
"""Lines that are looked at."""
LONGEST = 60
"""Characters at the end of a line in which the words of a link are looked for."""


def link_end(lines: Sequence[TextLine], of_site: Iterable[str]) -> re.Pattern[str]:
    """What finds the link's words at the end of a line: those that are usual, the site's, and those of this text."""
    words = {*USUAL, *(one.strip().lower() for one in of_site if one.strip()), *_repeated(lines)}
    ways = "|".join(re.escape(one) for one in sorted(words, key=_length, reverse=True))
    return re.compile(rf"(?:^|(?<=[\s|·,;:.>\])\u3000。\uff0c]))[\s|·\[(<»>→-]*({ways})[\s\])».:>→…]*$", re.IGNORECASE)


def _length(words: str) -> int:
    return len(words)


def _repeated(lines: Sequence[TextLine]) -> list[str]:
    """Words with which several lines of authors end, or which are a link there."""
    counts: Counter[str] = Counter()
    several = (line for line in lines if len(line.text) <= _LONGEST_LINE and _SEVERAL.search(line.text))
    unknown = (line for line in several if not line.text.lower().rstrip(" .»>").endswith(USUAL))
    for line in itertools.islice(unknown, _SAMPLE):
        linked = {text.lower() for text, _ in line.links if line.text.endswith(text) and len(text) < LONGEST}
        words = line.text.split()
        for count in range(1, min(_MOST_WORDS, len(words) - 2) + 1):
            rest, tail = " ".join(words[:-count]), " ".join(words[-count:]).lower()
            if (
                _SEVERAL.search(rest)
                and any(map(str.isalpha, tail))
                and author_score(rest) >= _AUTHORS > author_score(line.text)
            ):
                counts[tail] += 2 if tail in linked else 1
    return [tail for tail, count in counts.items() if count > 1 and len(tail) > 3]
