"""One further call about each resource of a listing, and the permission that it needs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from ingest.model import Json

NOTHING = ("NotFound", "ResourceNotFound", "HTTP404")


@dataclasses.dataclass(frozen=True)
class Child:
    """One further call about a resource.

    path: what stands behind its id (`/blobServices/default`), or a function of the resource.
    version: the API version. reads: the permission, which fields that it fills declare too.
    listed: the answer is a listing in pages; its body then holds all of it as `value`.
    none: codes by which Azure says "there is none": the answer is then empty.
    when: whether the call makes sense for a resource; otherwise its answer is empty.
    """

    name: str
    path: str | Callable[[Json], str]
    version: str
    reads: str
    _: dataclasses.KW_ONLY
    listed: bool = False
    none: tuple[str, ...] = NOTHING
    when: Callable[[Json], bool] | None = None

    @property
    def call(self) -> str:
        """The call's name for people."""
        return f"arm:{self.reads.removesuffix('/read')}"
