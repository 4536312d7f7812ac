"""A console log cut at its prompts: which device was asked what, and what it printed.

A prompt is learned where a command that only devices know follows it (`SW1#show arp`, `<SW1>display arp`,
`user@host:~$ arp -an`, `C:\\>arp -a`); every line that begins with the same prompt then ends the answer before
it. The name in the prompt is the device's; a Windows prompt holds a folder, not a name, and is not kept, for folders
hold names of persons. Lines that devices put between (syslog messages, a terminal program's marks) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.handed_over.rows import Line

_COMMAND = re.compile(
    r"^(?P<lead>.{0,80}?)(?P<mark>[#>$%\]])\s{0,3}(?P<command>(?:sho?w?|disp?l?a?y?|get system|diag\w{0,6}|netsh|arp|ndp|"
    r"/?ip|/?ipv6|/?interface|cat|type|get-\w{1,40}|arp-scan|fping|do sho?w?) ?[\w/-].{0,200})$",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^\s{0,4}(?:=~=~=~|\*?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d|\*?\.?\d\d:\d\d:\d\d[.:]|%[A-Z][\w-]{2,30}-\d-[A-Z]|"
    r"Load for five secs|Time source is|Date \d{4}/\d\d/\d\d |[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d)"
)
_MODE = re.compile(r"\([\w./ -]{1,40}\) ?$")
_WINDOWS = re.compile(r"^(?:PS )?(?:[A-Za-z]:|Microsoft\.PowerShell|\\\\)")
MOST_PROMPTS = 200


@dataclass(slots=True)
class Answer:
    """What one command printed. name: the device's, "" where the prompt tells none; command: "" without a prompt."""

    name: str
    command: str
    lines: list[Line] = field(default_factory=list)


def answers(lines: Sequence[Line]) -> list[Answer]:
    """The file in pieces, in its order; all of it is one piece where it holds no prompt."""
    prompt = _prompt(lines)
    found = [Answer("", "")]
    for number, line in lines:
        if prompt and (hit := prompt.match(line)):
            found.append(Answer(name_in(hit.groupdict().get("lead") or ""), line[hit.end() :].strip()))
        elif not _NOISE.match(line):
            found[-1].lines.append((number, line))
    return found


def _prompt(lines: Sequence[Line]) -> re.Pattern[str] | None:
    """A pattern of the prompts of this log. What stands before the mark makes one, less its mode: `SW1>`, `SW1#` and
    `SW1(config)#` are prompts of one device."""
    hits = (_COMMAND.match(line) for _, line in lines if any(mark in line for mark in "#>$%]"))
    leads = {_MODE.sub("", hit["lead"]) for hit in hits if hit}
    if not leads or len(leads) > MOST_PROMPTS:
        return None
    longest = sorted(map(re.escape, leads - {""}), key=len, reverse=True)
    named = rf"(?P<lead>{'|'.join(longest)})(?:\([\w./ -]{{1,40}}\))?\s?[#>$%\]]\s{{0,3}}" if longest else ""
    bare = r"[#>](?:\s{1,3}|$)" if "" in leads else ""  # Yamaha's, Fujitsu's: a mark and nothing before it
    return re.compile("^(?:" + "|".join(filter(None, (named, bare))) + ")")


def name_in(lead: str) -> str:
    """The device's name in what stands before a prompt's mark."""
    text = lead.strip().lstrip("*! ").strip()
    if _WINDOWS.match(text):
        return ""
    if hit := re.match(r"^\(([\w.-]{1,64})\)(?: \[[\w.-]{1,40}\])?$", text):
        return hit[1]
    text = _MODE.sub("", text).strip().strip("<[]>").strip()
    if "@" in text:
        text = re.split(r"[:~ \]]", text.partition("@")[2].strip())[0]
    text = text.rpartition(":")[2] if "/" in text else text
    words = text.split()
    name = words[0] if words else ""
    return name if re.fullmatch(r"[\w.-]{1,64}", name) else ""
