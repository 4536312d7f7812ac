"""Names of makers in running words: those of the vocabulary, in any spelling that it has, and whatever is a company's by
its form ("Zorblatt GmbH").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.vocabulary import Vocabulary

WORD = re.compile(r"[^\W_][^\s,;:()\[\]_/]*")
MOST_WORDS = 4
"""Of a maker's name."""
SHORTEST_NAME = 4
"""Letters of one that is found in no text by chance."""
LONGEST_NAME, LONGEST_SHOWN = 80, 300
"""Characters of a text in which its first name is sought; of the text that a claim shows."""
REGISTERED_RULE = "ieee.named"
"""The rule of a claim on a maker of whom only the registry of address blocks knows (agent/registered_makers.py)."""
NAMED_MODEL_RULE = "identify.named-model"
"""The rule of a claim on what follows a maker's name (agent/named_models.py)."""
COMPANY_RULE = "identify.company-name"
COMPANY = re.compile(
    r"([A-Z][\w&.'-]*(?: (?:[A-Z0-9][\w&.'-]*|&)){0,4}?),? "
    r"(?:Inc|Corp|Corporation|Incorporated|Co\.?,? ?Ltd|Ltd|Limited|LLC|GmbH|AG|S\.[pr]\.[AaLl]|s\.r\.o|a\.s\.|A/S|AB|B\.V|Oy|ApS"
    r"|Pty|Pte|PLC|KK|Kft|S\.?A\.?S?|株式会社)(?![\w])"
)
"""A name of which nobody here has heard is one of a company where the form of a company follows."""


def maker_of(words: Sequence[str], vocabulary: Vocabulary) -> tuple[str, int]:
    """The maker whose name these words begin with, and of how many words; not one whose name is a word of everyday
    use. ("", 0) where there is none."""
    if not words or vocabulary.begins_no_vendor(words[0]):
        return "", 0
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        maker = vocabulary.vendor(name)
        if maker and vocabulary.common.isdisjoint((maker, name)):
            return maker, count
    return "", 0
