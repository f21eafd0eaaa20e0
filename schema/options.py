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
BY_HASH = "sha256:"


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

    def text(self, query: str) -> str:
        """Return the document that a request asks for, by its text or as `sha256:...`.

        Raises NotPersisted.
        """
        if self.documents is None:
            return query
        digest = query.removeprefix(BY_HASH)
        if digest == query:
            digest = hashlib.sha256(query.encode("utf-8", "surrogatepass")).hexdigest()
        known = self.documents.get(digest)
        if known is None:
            raise NotPersisted("this server runs the documents that it knows, and this is none")
        return known


def query_of(asked: Mapping[str, Any]) -> str | None:
    """Return what a request's body asks for: its `query`, or the hash of a known document.

    The hash comes as Apollo and others send it: `extensions.persistedQuery.sha256Hash`.
    """
    query = asked.get("query")
    if query is None:
        extensions = asked.get("extensions")
        said = extensions.get("persistedQuery") if isinstance(extensions, dict) else None
        digest = said.get("sha256Hash") if isinstance(said, dict) else None
        return f"{BY_HASH}{digest}" if isinstance(digest, str) else None
    return query if isinstance(query, str) else None


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
