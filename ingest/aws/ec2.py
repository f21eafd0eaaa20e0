"""Point at things of Amazon EC2, which names them by short ids: compose the ARNs it leaves out.

Forms are those of the Service Authorization Reference. Images and snapshots have no account part.

Left out: who owns a subnet, a VPC or a group that another account shares with this one, where the
API gives only its id. It is taken to belong to the account that names it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ingest.aws.tagged import tags_of
from ingest.items import Item
from ingest.model import Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws

PAGES = {"PageSize": 1000}  # the most that EC2 gives at once
WITHOUT_OWNER = frozenset({"image", "snapshot"})


def ec2_arn(aws: Aws, kind: str, short: str, owner: str | None = None) -> str:
    """Return the ARN of a thing by its kind (`vpc`) and id; `owner` is the account it is of."""
    return aws.arn("ec2", f"{kind}/{short}", account="" if kind in WITHOUT_OWNER else owner)


def ec2_ref(aws: Aws, kind: str, short: str | None, owner: str | None = None) -> Ref[Any] | None:
    """Return the reference to a thing by its id; None where no id is given."""
    return Ref(ec2_arn(aws, kind, short, owner)) if short else None


def ec2_refs(aws: Aws, kind: str, shorts: Iterable[str | None]) -> list[Ref[Any]]:
    """Return the references to things of one kind, less those without an id."""
    return [Ref(ec2_arn(aws, kind, short)) for short in shorts if short]


def account_refs(aws: Aws, accounts: Iterable[str | None]) -> list[Ref[Any]]:
    """Return the references to accounts by their twelve digits."""
    return [Ref(aws.arn("iam", "root", region="", account=a)) for a in accounts if a]


def name_of(item: Item, short: str, *, tags: str = "Tags") -> str:
    """Return the `Name` tag, or the id where none is set."""
    return tags_of(item.get(tags)).get("Name") or short
