"""The account that Compute Engine makes for a project, and whatever names no other acts with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp

COMPUTE = "-compute@developer.gserviceaccount.com"
APP_ENGINE = "@appspot.gserviceaccount.com"
UNSET = (None, "", "default")


def acting_account(gcp: Gcp, said: Any) -> str | None:
    """Return the e-mail of the account that a resource acts with; Compute Engine's if unsaid."""
    if said in UNSET:
        return gcp.number + COMPUTE
    return said if isinstance(said, str) else None


def is_made_by_google(email: Any) -> bool | None:
    """Whether an account came with the project, as an editor of all of it; None without one."""
    return email.endswith((COMPUTE, APP_ENGINE)) if isinstance(email, str) and email else None
