"""Read which account sets up a security service for this one, as several of them answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.ec2 import account_refs
from ingest.items import dig
from ingest.model import Json, Ref

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws


def administrator(aws: Aws, answer: Json) -> Ref[AwsAccount] | None:
    """Return the administrator's account; None where this account looks after itself."""
    return next(iter(account_refs(aws, [dig(answer, "Administrator.AccountId")])), None)
