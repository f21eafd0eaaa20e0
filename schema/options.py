"""How an API is set up: what signs its cursors, what a request may cost, which ones are known."""

from __future__ import annotations

import dataclasses
import hashlib
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schema.errors import NotPersisted

MOST_COST = 500_000


@dataclasses.dataclass(frozen=True, kw_only=True)
class Options:
    """The options of an API.

    secret: signs cursors; the same for all processes of a deployment.
    most_cost: rows that one request may read.
    documents: when set, only these run, each by its SHA-256.
    is_open: callers without any role may look at the schema, and are told what they misspelt.
    """

    secret: bytes = dataclasses.field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    most_cost: int = MOST_COST
    documents: Mapping[str, str] | None = None
    is_open: bool = True

    def text(self, asked: Mapping[str, Any]) -> str | None:
        """Return the document that a request asks for, by its text or its hash.

        None where it names neither. Raises NotPersisted.
        """
        text: str | None = asked.get("query")
        if self.documents is None:
            return text
        told = ((asked.get("extensions") or {}).get("persistedQuery") or {}).get("sha256Hash")
        digest = told if text is None else hashlib.sha256(text.encode()).hexdigest()
        known = self.documents.get(digest) if isinstance(digest, str) else None
        if known is None:
            raise NotPersisted("this server runs the documents that it knows, and this is none")
        return known


def persisted(folder: Path) -> Mapping[str, str]:
    """Return the documents (`*.graphql`) of a folder by their SHA-256.

    Raises OSError where there is no such folder, UnicodeDecodeError where one is no text.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder")
    found = {}
    for path in sorted(folder.rglob("*.graphql")):
        said = path.read_bytes()
        found[hashlib.sha256(said).hexdigest()] = said.decode()
    return found
