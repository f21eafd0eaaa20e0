"""Find out what is to be connected: ask the cloud as whom it is read, and make a connector of it.

Nothing is written here. Credentials stay where they are; a connector holds how they are found.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from graph.ledger import Connector
from ingest.aws.credentials import Reference, check_regions, identify, open_session
from server.changes.errors import Unfit


@dataclasses.dataclass(frozen=True, kw_only=True)
class Found:
    """A connector that is not there yet, and what it is in words."""

    connector: Connector
    words: str


def aws_account(
    reference: Reference, *, name: str | None, account: str | None, regions: Sequence[str]
) -> Found:
    """Find an AWS account. Raises CredentialsRefused, UnknownRegion, Unfit."""
    if reference.external_id and not reference.role_arn:
        raise Unfit("externalId", "an external id goes with a role: name the role to assume")
    session = open_session(reference)
    who = identify(session, reference)
    if account and account != who.account:
        raise Unfit(
            "account",
            f"the credentials are of account {who.account}, not {account}: name the right "
            "profile or role",
        )
    check_regions(session, who.partition, tuple(regions))
    connector = Connector(
        name=name or f"aws-{who.account}", cloud="aws", partition=who.partition,
        scope=who.account, reference=reference.to_dict(),
        options={"regions": list(regions)} if regions else {},
    )  # fmt: skip
    return Found(connector=connector, words=f"AWS account {who.account} as {who.arn}")


def azure_subscription(
    *, name: str | None, subscription: str | None, tenant: str | None, client_id: str | None
) -> Found:
    """Find an Azure subscription. Raises CredentialsRefused, Unfit."""
    from ingest.azure.credentials import Reference as AzureReference  # noqa: PLC0415 - its SDK takes a third of a second
    from ingest.azure.reader import visible  # noqa: PLC0415 - with the line above

    reference = AzureReference(tenant=tenant, client_id=client_id)
    partition, there = visible(reference)
    wanted = [f for f in there if subscription in {None, f.id, f.id.lower()}]
    if len(wanted) != 1:
        seen = ", ".join(f"{f.id} ({f.name})" for f in there) or "none"
        about = f"{subscription} is not among them" if subscription else "name one"
        raise Unfit("subscription", f"subscription: {about}; the credentials see: {seen}")
    (found,) = wanted
    if tenant and found.tenant != tenant:
        raise Unfit(
            "tenant", f"the subscription {found.id} is of tenant {found.tenant}, not {tenant}"
        )
    connector = Connector(
        name=name or f"azure-{found.id}", cloud="azure", partition=partition,
        scope=found.id.lower(), reference=reference.to_dict(), options={},
    )  # fmt: skip
    return Found(connector=connector, words=f"Azure subscription {found.name} ({found.id})")


def gcp_project(
    *,
    name: str | None,
    project: str,
    impersonate: str | None,
    quota_project: str | None,
    credentials_file: str | None = None,
) -> Found:
    """Find a Google Cloud project. Raises CredentialsRefused."""
    from ingest.gcp.credentials import Reference as GcpReference  # noqa: PLC0415 - its SDK takes half a second
    from ingest.gcp.reader import project_id  # noqa: PLC0415 - with the line above

    reference = GcpReference(
        credentials_file=credentials_file, impersonate=impersonate, quota_project=quota_project
    )
    found = project_id(reference, project)
    connector = Connector(
        name=name or f"gcp-{found}", cloud="gcp", partition="gcp", scope=found,
        reference=reference.to_dict(), options={},
    )  # fmt: skip
    return Found(connector=connector, words=f"Google Cloud project {found}")
