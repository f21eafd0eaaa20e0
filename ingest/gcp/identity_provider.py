"""Providers of workload identity pools: whose tokens, of which issuer or account, are let in.

Whom of those a service account takes for itself is told by the policy on that account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.federation import PROVIDER, pool_of
from ingest.gcp.managed import GcpManaged, common, data, flag, text, texts
from ingest.internet.external_identity import identity_ref
from ingest.items import Item, dig
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.gcp.client import Gcp
    from ingest.gcp.identity_pool import GcpIdentityPool
    from ingest.internet.external_identity import ExternalIdentity


class GcpIdentityProvider(
    GcpManaged,
    service="cloudasset",
    native=PROVIDER,
    lists="cloudasset.assets.listResource",
):
    """A provider of a workload identity pool."""

    pool: Ref[GcpIdentityPool] | None = edge("PART_OF", "The pool that it lets into.")
    kind: str | None = prop("`aws`, `oidc`, `saml` or `x509`; null where it does not say.")
    state: str | None = prop("`ACTIVE` or `DELETED`.")
    is_disabled: bool = prop("It lets nobody in.")
    issuer: str | None = prop("Address of the issuer whose tokens are taken.")
    audiences: list[str] = prop("For whom tokens must be; its own name where none is said.")
    condition: str | None = prop("What tokens must fulfil beside; null without a condition.")
    aws_account: Ref[AwsAccount] | None = edge("TRUSTS", "AWS account whose roles are let in.")
    identity: Ref[ExternalIdentity] | None = edge(
        "TRUSTS_IDENTITY", "Issuer whose tokens are taken."
    )


def fetch(gcp: Gcp) -> Records[GcpIdentityProvider]:
    """Yield the project's providers."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpIdentityProvider:
    """Make the record of one provider."""
    said, shared = data(item), common(gcp, item)
    pool = pool_of(shared["full_name"])
    issuer, account = text(dig(said, "oidc.issuerUri")), text(dig(said, "aws.accountId"))
    return GcpIdentityProvider(
        **shared,
        pool=Ref(pool) if pool else None,
        kind=next((kind for kind in ("aws", "oidc", "saml", "x509") if said.get(kind)), None),
        state=text(said.get("state")),
        is_disabled=flag(said.get("disabled")) is True,
        issuer=issuer,
        audiences=texts(dig(said, "oidc") or {}, "allowedAudiences"),
        condition=text(said.get("attributeCondition")),
        # The provider does not say of which partition; only AWS's own is known to be let in so.
        aws_account=Ref(f"arn:aws:iam::{account}:root") if account else None,
        identity=identity_ref(issuer) if issuer else None,
    )
