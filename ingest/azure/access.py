"""The least that a reader of a subscription needs, made from the declarations.

For Azure Resource Manager that is the built-in role Reader, or the custom role that is printed:
exactly the actions that the types name, all of them reads of configuration. For Entra ID it is
application roles of Microsoft Graph, which an administrator of the tenant consents to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ingest.catalogue import Catalogue

READS = re.compile(r"^(Microsoft\.[A-Za-z]+(/[A-Za-z]+)+/read|\*/read)$")
DIRECTORY_READS = re.compile(r"^[A-Z][A-Za-z]+\.Read(\.[A-Z][A-Za-z]+)?$")


class NotARead(ValueError):
    """A declaration asks for more than reading configuration; the message names the action."""


def check_reads(actions: Iterable[str]) -> None:
    """Raise NotARead for an action that does more than read configuration."""
    for action in actions:
        if not READS.match(action) and not DIRECTORY_READS.match(action):
            raise NotARead(f"{action} is more than reading configuration: find another call")


def policy(catalogue: Catalogue) -> dict[str, Any]:
    """Return the custom role's definition and the application roles. Raises NotARead."""
    actions = sorted(catalogue.permissions("azure"))
    check_reads(actions)
    return {
        "role": {
            "Name": "Cirrograph Reader",
            "Description": "Reads configuration, and nothing that is kept in a resource.",
            "Actions": [action for action in actions if READS.match(action)],
            "NotActions": [],
            "AssignableScopes": ["/subscriptions/<subscription id>"],
        },
        "builtInRole": "Reader",
        "applicationRoles": [action for action in actions if DIRECTORY_READS.match(action)],
    }
