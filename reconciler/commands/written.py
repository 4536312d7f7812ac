"""What a person puts on the report's cover at the command line, over what the scope says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reconciler.report.model import Cover


@dataclass(frozen=True, slots=True)
class Written:
    """ "" leaves what the scope says."""

    author: str = ""
    addressee: str = ""
    edition: str = ""

    def on(self, cover: Cover) -> Cover:
        return replace(
            cover,
            author=self.author or cover.author,
            addressee=self.addressee or cover.addressee,
            edition=self.edition or cover.edition,
        )


NOTHING = Written()
