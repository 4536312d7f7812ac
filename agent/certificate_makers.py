"""Who made it by its certificate, where a factory or the device itself wrote that: the names in it are then the maker's
and the model's, and not those of whoever runs the thing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from agent.company_names import plain_name
from agent.device import Claim, Tier
from agent.maker_names import (
    COMPANY,
    COMPANY_RULE,
    LONGEST_SHOWN,
    MOST_WORDS,
    NAMED_MODEL_RULE,
    REGISTERED_RULE,
    WORD,
    maker_of,
)
from agent.named_models import model_in_name
from agent.registered_makers import maker_named
from agent.vocabulary import Vocabulary

SUBJECT = "tls.subject"
CERTIFICATES = frozenset({SUBJECT, "tls.issuer"})
CERTIFICATE_RULE = "identify.certificate-maker"
_OWNED = re.compile(r"(?i)\.[a-z]|[@*]|\b(?:ca|root|authority|issuing|trust|ssl|tls|sign\w*)\b")
"""Names in the certificates of those who run a thing, and of those who certify: a factory writes none of them."""
_ATTRIBUTE = re.compile(r"(?:^|[,+])(O|OU|CN)=((?:[^\\,+]|\\.){1,80})")


def certificate_claims(
    name: str, text: str, vocabulary: Vocabulary, said: Collection[str]
) -> Iterable[Claim]:
    """The maker in a certificate: its organisation, else the name or unit
    that begins with a maker's. A host name is one word, so that no maker's is found in it."""
    if name not in CERTIFICATES:
        return
    shown = text[:LONGEST_SHOWN]
    parts: dict[str, list[str]] = {"O": [], "OU": [], "CN": []}
    for kind, value in _ATTRIBUTE.findall(text):
        parts[kind].append(re.sub(r"\\(.)", r"\1", value))
    common_name = "".join(parts["CN"][:1])
    for value in (*parts["O"], *parts["CN"], *parts["OU"]):
        maker = maker_of(WORD.findall(value)[:MOST_WORDS], vocabulary)[0]
        if not maker:
            continue
        yield Claim("vendor", maker, Tier.MEDIUM, CERTIFICATE_RULE, name, shown)
        if (
            "model" not in said
            and name == SUBJECT
            and (model := _certified_model(common_name, maker, vocabulary))
        ):
            yield Claim("model", model, Tier.WEAK, NAMED_MODEL_RULE, name, shown)
        return
    if "vendor" not in said and common_name and not any(map(_OWNED.search, parts["CN"])):
        company = next(filter(None, map(COMPANY.match, parts["O"])), None)
        named = [*parts["O"], *(value for value in parts["CN"] if " " in value)]
        makers = (maker_named(WORD.findall(value)[:MOST_WORDS])[0] for value in named)
        if company:
            yield Claim("vendor", plain_name(company[1]), Tier.WEAK, COMPANY_RULE, name, shown)
        elif maker := next(filter(None, makers), ""):
            yield Claim("vendor", maker, Tier.WEAK, REGISTERED_RULE, name, shown)


def _certified_model(common_name: str, maker: str, vocabulary: Vocabulary) -> str:
    """The model that a certificate is made out to, without the maker's name before it."""
    first, _, rest = common_name.partition(" ")
    return model_in_name(rest if vocabulary.vendor(first) == maker else common_name)
