"""XML of a handed-over file, element by element, in one pass: no tree, no entity, no document type but nmap's own.

A file that was cut short or is damaged is read up to there and that is told (expat stops at the first fault).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from xml.parsers import expat

from probes.model import ParseError

CHUNK = 64 * 1024
DEEPEST = 32
LONGEST_TEXT = 4096
MOST_CHILDREN = 64

Start = Callable[[Sequence[str], int, Mapping[str, str]], None]
End = Callable[[Sequence[str]], None]


def walk(octets: bytes, start: Start, end: End, text: Callable[[str], None] | None = None) -> list[str]:
    """Calls `start` with path, line and attributes, `end` with the path, `text` with what stands between.

    Returns notes: a sentence on where the file breaks off, if it does. Raises ParseError for hostile XML.
    """
    path: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def opened(name: str, attributes: dict[str, str]) -> None:
        path.append(name)
        if len(path) > DEEPEST:
            raise ParseError("elements within elements without end")
        start(path, parser.CurrentLineNumber, attributes)

    def closed(_name: str) -> None:
        end(path)
        path.pop()

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.StartDoctypeDeclHandler = _doctype
    parser.EntityDeclHandler = _entity
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        for at in range(0, len(octets), CHUNK):
            parser.Parse(octets[at : at + CHUNK], at + CHUNK >= len(octets))
    except expat.ExpatError as error:
        return [f"the XML breaks off or is damaged at line {error.lineno}; what came before was read"]
    except (LookupError, ValueError) as error:  # an encoding that Python has not, or that expat cannot read
        if isinstance(error, ParseError):
            raise
        raise ParseError("XML in an encoding that cannot be read: save it as UTF-8") from error
    return []


def elements(
    octets: bytes,
    wanted: str,
    take: Callable[[Sequence[str], int, Mapping[str, str]], None],
    root: Callable[[str], None],
) -> list[str]:
    """Calls `take` for every element `wanted` with the texts of its children; `root` with the outermost name.

    Namespaces' prefixes are left off. Returns notes as `walk` does.
    """
    begun: list[int] = []
    said: dict[str, str] = {}

    def start(path: Sequence[str], line: int, _attributes: Mapping[str, str]) -> None:
        if len(path) == 1:
            root(_local(path[0]))
        if _local(path[-1]) == wanted:
            begun[:] = [len(path), line]
            said.clear()
        here[0] = _local(path[-1]) if begun and len(path) == begun[0] + 1 else ""

    def end(path: Sequence[str]) -> None:
        here[0] = ""
        if begun and len(path) == begun[0]:
            take(path, begun[1], dict(said))
            begun.clear()

    def text(content: str) -> None:
        if here[0] and len(said) < MOST_CHILDREN:
            said[here[0]] = (said.get(here[0], "") + content)[:LONGEST_TEXT]

    here = [""]
    return walk(octets, start, end, text)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _doctype(name: str, system: str | None, public: str | None, internal: object) -> None:
    """nmap writes `<!DOCTYPE nmaprun>`, which declares nothing."""
    if name != "nmaprun" or system or public or internal:
        raise ParseError("XML with a document type, which could expand without end")


def _entity(*_: object) -> None:
    raise ParseError("XML that declares entities, which could expand without end")
