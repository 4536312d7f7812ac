"""A company's name as people say it, from the one that a registry has.

    RADLAN COMPUTER COMMUNICATIONS LTD. (formerly RND)  ->  Radlan Computer Communications
    Hangzhou Brightlink Technologies Co., Ltd.          ->  Brightlink

Registries have legal names: with the form of the company, before it the town in China, behind it where it came from, and
often in capitals. What is left of a name is at least one word that could not be anybody's.
"""

from __future__ import annotations

import re

_FORM = re.compile(
    r"(?i)(?:^|[\s,&-]+)(?:inc|incorporated|incorporation|co|ltda?|lt|limited|corp|corporat(?:ion|e)|company|gmbh|mbh|ges\.?\s?m\.?\s?b\.?\s?h"
    r"|kg|kgaa|ohg|ug|ag|se|s\.?a|s\.?/?a|s\.?p\.?a|spa|l\.?l\.?c|llp|l\.?p|plc|b\.?v|v\.?o\.?f|n\.?v|a\.?/?s|a\.?/?b|a\.?b\.?p|oyj?|ky|k\.?k"
    r"|s\.?r\.?l|(?:spol\.?\s?)?s\.?\s?r\.?\s?o|s\.?a\.?s|s\.?a\.?r\.?l|pty|pte|pvt|pt|(?:sdn\.?\s?)?bhd|sdn|l\.?t\.?d|s\.?l|s\.?l\.?u|sp\.\s?z\.?\s?o\.?\s?o"
    r"|z\.?o\.?o|d\.?\s?o\.?\s?o|d\.?d|a\.?d|o\.?o\.?d|kft|zrt|nyrt|rt|a\.?\s?s|a\.?[sş]|ltd\.?\s?[sş]ti|[sş]ti|san|tic|ve|s\.?\s?a\.?\s?de\s?c\.?\s?v"
    r"|de\s?c\.?\s?v|eireli|ind(?:ustria)?\.?\s?e\s?com(?:ercio)?|aps|a\.?m\.?b\.?a|hf|ehf|o[uü]|uab|sia|jsc|ojsc|cjsc|pjsc|private|public"
    r"|kabushiki kaisha|株式会社|有限公司|有限责任公司|股份有限公司)\.?$"
)
_FORM_BEFORE = re.compile(
    r"(?i)^(?:ooo|oao|zao|ao|pao|jsc|ojsc|cjsc|pjsc|llc|pt|k\.k|kabushiki kaisha|joint stock company|株式会社|the)"
    r"\.?[\s,]+(?=\S)"
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*(?:[)\]]|$)")
_BEFORE = re.compile(
    r"(?i)[\s,;-]+(?:formerly|form\.|f/?k/?a|previously|was|now|ex-"
    r"|a division of|a unit of|an? \S+ company|division of|d/?b/?a|c/o)\b.*$"
)
_TOWN = re.compile(
    r"(?i)^(?:P\.?R\.? ?China|China|Anhui|Beijing|Changsha|Chengdu|Chongqing|Dalian|Dongguan|Fujian|Fuzhou|Guangdong|Guangzhou"
    r"|Hangzhou|Hebei|Hefei|Hunan|Jiangsu|Jinan|Nanjing|Ningbo"
    r"|Qingdao|Shandong|Shanghai|Shenyang|Shen ?zhen|Sichuan|Suzhou|Tianjin|Wuhan"
    r"|Wuxi|Xiamen|Xi'?an|Zhejiang|Zhengzhou|Zhuhai)\s+(?=\S)"
)
_DRESS = re.compile(
    r"(?i)[\s,&]+(?:(?:hi-?|high[ -]?)?tech(?:nology|nologies|nique)?|technolog(?:y|ies)"
    r"|electronics? technolog(?:y|ies)|science|scientific"
    r"|international|group|holdings?|enterprises?|industries|development|r&d|and|information|computer technolog(?:y|ies))\.?$"
)
_EVERYDAY = frozenset({
    "advanced", "american", "applied", "automation", "broadband", "cable", "central", "china",
    "communication", "communications", "computer", "control", "controls", "data", "digital", "electric",
    "electronic", "electronics", "energy", "european", "fiber", "fibre", "first", "future", "general",
    "global", "high", "image", "information", "innovative", "integrated", "intelligent", "international",
    "internet", "japan", "korea", "light", "media", "medical", "micro", "mobile", "modern", "multimedia",
    "national", "net", "network", "networks", "new", "north", "optical", "optics", "power", "precision",
    "pacific", "radio", "science", "security", "sensor", "server", "signal", "silicon", "smart", "software",
    "solar", "solid", "sound", "south", "storage", "sun", "super", "switch", "system", "systems", "technical",
    "technologies", "technology", "tele", "telecom", "telecommunication", "telecommunications", "telephone",
    "time", "united", "universal", "video", "vision", "voice", "west", "wireless", "world",
})  # fmt: skip
"""Words of many companies' names, with which alone none is meant."""
_SHORTEST, _SPOKEN = 4, 5
"""Letters of a word that may stand for a company alone; of a word in capitals that is spoken rather than spelt."""


def plain_name(legal: str) -> str:
    """The name without what a registry or a law adds to it; never empty where `legal` is not."""
    name = without_aside(legal)
    name = _BEFORE.sub("", name).strip(" ,.\"'") or name
    name = _shorter(_FORM_BEFORE, name, "") or name
    while (short := _without(_FORM, name)) != name:
        name = short
    if _TOWN.match(name):
        name = _telling(_TOWN.sub("", name)) or name
    while (short := _telling(_DRESS.sub("", name)) or name) != name:
        name = short
    return _spoken(name.strip(" ,.&-\"'") or legal)


def without_aside(legal: str) -> str:
    """The name without what stands in brackets."""
    return _ASIDE.sub("", legal).strip() or legal


def without_town(legal: str) -> str:
    """The name without the town in China before it."""
    return _TOWN.sub("", legal)


def _without(form: re.Pattern[str], name: str) -> str:
    return form.sub("", name).strip(" ,.&") or name


def _shorter(form: re.Pattern[str], name: str, other: str) -> str:
    return form.sub(other, name).strip()


def _telling(name: str) -> str:
    """`name` where its first word is one that only a company has, else ""."""
    words = re.findall(r"[^\W_]+", name)
    return (
        name.strip(" ,.&")
        if words and len(words[0]) >= _SHORTEST and words[0].casefold() not in _EVERYDAY
        else ""
    )


def _spoken(name: str) -> str:
    """A name all in capitals, written as it is spoken; abbreviations stay."""
    letters = re.sub(r"[\W\d_]", "", name)
    if not letters.isupper() or not letters.isascii():
        return name
    return re.sub(
        rf"[A-Z]{{{_SPOKEN},}}",
        lambda hit: hit[0].capitalize() if re.search("[AEIOUY]", hit[0]) else hit[0],
        name,
    )
