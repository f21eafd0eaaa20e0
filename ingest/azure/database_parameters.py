"""Server parameters of MySQL and PostgreSQL flexible servers: Azure lists them as configurations.

A server lists some hundreds, each with its description and what it might be. Kept are names and
values: the rest is the same for every server, and many times as long.
"""

from __future__ import annotations

from ingest.azure.managed import Common, common, flag
from ingest.items import Answer, Item, dig
from ingest.model import Json

PART = "configurations"


class Parameters:
    """A server's parameters by name; what is taken of them is Unread where they were refused."""

    def __init__(self, item: Item) -> None:
        answer = item.part(PART)
        self._said = Answer(body=_values(answer.body), refused=answer.refused)

    def text(self, *names: str) -> str | None:
        """Return the value of the first of some names that the server has."""
        return self._said.read(lambda b: next((b[name] for name in names if name in b), None))

    def switch(self, *names: str) -> bool | None:
        """Return the same as a switch, None where it is neither on nor off."""
        return self._said.read(lambda b: flag(next((b[n] for n in names if n in b), None)))

    def names_any(self, name: str) -> bool | None:
        """Tell whether a value that is a switch or lists some things is on, or lists any."""
        return self._said.read(lambda b: _is_any(b[name]) if name in b else None)

    def days(self, *names: str) -> int | None:
        """Return the same as a number."""
        return self._said.read(lambda b: next((int(b[n]) for n in names if n in b), None))

    def words(self, name: str) -> list[str]:
        """Return the words of a value that lists some: `TLSv1.2,TLSv1.3`."""
        return self._said.read(
            lambda b: [w for w in map(str.strip, b.get(name, "").split(",")) if w]
        )

    def common(self, item: Item) -> Common:
        """Return the fields of `AzureManaged`, with names and values in `raw`."""
        fields = common(item)
        if self._said.refused is None:
            fields["raw"] = {**fields["raw"], PART: self._said.body}
        return fields


def _values(answer: Json) -> dict[str, str]:
    found = {}
    for entry in answer.get("value") or ():
        name, value = entry.get("name"), dig(entry, "properties.value")
        if isinstance(name, str) and isinstance(value, str):
            found[name.lower()] = value
    return found


def _is_any(value: str) -> bool:
    return value.strip() not in {"", "none"} and flag(value) is not False
