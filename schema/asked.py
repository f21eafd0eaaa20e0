"""What changes are given: the input types of mutations.

What runs on the server is never named by a client: paths of credentials files and other addresses
of a cloud stay with who has the command line.
"""

from __future__ import annotations

import strawberry
from strawberry.scalars import JSON

from schema.enums import OutcomeVerdict, Role, ScheduleKind, Severity
from schema.problems import told
from schema.types import DateTime


@strawberry.input(description="An AWS account, as its credentials are found.")
class AwsAccountInput:
    """An AWS account."""

    account: str | None = told(
        "Twelve digits; refused if the credentials are of another.", default=None
    )
    profile: str | None = told("Profile of the server's AWS configuration.", default=None)
    role_arn: str | None = told("Role to assume.", name="roleArn", default=None)
    external_id: str | None = told("External id of the role.", name="externalId", default=None)
    regions: list[str] | None = told("Regions to read; all by default.", default=None)


@strawberry.input(description="An Azure subscription, as its credentials are found.")
class AzureSubscriptionInput:
    """An Azure subscription."""

    subscription: str | None = told("Its id; the only one if there is one.", default=None)
    tenant: str | None = told("Refused if the subscription is of another.", default=None)
    client_id: str | None = told(
        "Of the managed or workload identity to use.", name="clientId", default=None
    )


@strawberry.input(description="A Google Cloud project, as its credentials are found.")
class GcpProjectInput:
    """A Google Cloud project."""

    project: str = told("Its id.")
    impersonate: str | None = told("E-mail of a service account to act as.", default=None)
    quota_project: str | None = told(
        "Project that calls are counted on; the credentials' own else.", name="quotaProject",
        default=None,
    )  # fmt: skip


@strawberry.input(description="What to read: exactly one of `aws`, `azure` and `gcp`.")
class AddConnectorInput:
    """What to read."""

    name: str | None = told("What to call it; the cloud and its id by default.", default=None)
    aws: AwsAccountInput | None = told("An AWS account.", default=None)
    azure: AzureSubscriptionInput | None = told("An Azure subscription.", default=None)
    gcp: GcpProjectInput | None = told("A Google Cloud project.", default=None)


@strawberry.input(description="The accounts of an AWS organisation.")
class AwsOrganizationInput:
    """The accounts of an AWS organisation."""

    role_name: str = told("Role to assume in each account.", name="roleName")
    external_id: str | None = told("External id of the role.", name="externalId", default=None)
    profile: str | None = told(
        "Profile of the server's AWS configuration, of the management account or a delegated one.",
        default=None,
    )  # fmt: skip
    regions: list[str] | None = told("Regions to read; all by default.", default=None)


@strawberry.input(description="The subscriptions that an Azure identity can read.")
class AzureSubscriptionsInput:
    """The subscriptions that an Azure identity can read."""

    tenant: str | None = told("Only those of this tenant.", default=None)
    management_group: str | None = told(
        "Only those below it, by its id; also those that can't be read are told then.",
        name="managementGroup", default=None,
    )  # fmt: skip
    client_id: str | None = told(
        "Of the managed or workload identity to use.", name="clientId", default=None
    )


@strawberry.input(description="The projects of a Google Cloud organization or folder; one of them.")
class GcpProjectsInput:
    """The projects of a Google Cloud organization or folder."""

    organization: str | None = told("Number of an organization.", default=None)
    folder: str | None = told("Number of a folder.", default=None)
    impersonate: str | None = told("E-mail of a service account to act as.", default=None)
    quota_project: str | None = told(
        "Project that calls are counted on; the credentials' own else.", name="quotaProject",
        default=None,
    )  # fmt: skip


@strawberry.input(description="Where to look: exactly one of `aws`, `azure` and `gcp`.")
class DiscoverConnectorsInput:
    """Where to look."""

    aws: AwsOrganizationInput | None = told("An AWS organisation.", default=None)
    azure: AzureSubscriptionsInput | None = told("Azure subscriptions.", default=None)
    gcp: GcpProjectsInput | None = told("Google Cloud projects.", default=None)
    leave_out: list[str] | None = told(
        "Ids of those to leave out; of AWS also units and roots.", name="leaveOut", default=None
    )
    is_dry_run: bool = told("Tell, and add nothing.", name="isDryRun", default=False)


@strawberry.input(description="A failure to accept for a while.")
class WaiveInput:
    """A failure to accept for a while."""

    control: str = told("Id of the control that fails.")
    uid: str | None = told("Of the resource; all that fail without it.", default=None)
    connector: str | None = told("Its name or id; all of them without it.", default=None)
    reason: str = told("Why it is accepted.")
    owner: str = told("Who answers for it.")
    expires: DateTime = told("When it ends by itself.")
    condition: JSON | None = told(
        "It holds only where the resource has these values: an object of property and value, "
        "looked at in every evaluation.", default=None,
    )  # fmt: skip


@strawberry.input(description="What to change about a control; at least one of the three.")
class OverrideControlInput:
    """What to change about a control."""

    control: str = told("Its id.")
    is_disabled: bool = told("It is not asked any more.", name="isDisabled", default=False)
    severity: Severity | None = told("How bad a failure is.", default=None)
    thresholds: JSON | None = told("An object of its named limits and their values.", default=None)
    reason: str = told("Why.")


@strawberry.input(description="What a person found of a requirement.")
class RecordOutcomeInput:
    """What a person found of a requirement."""

    mandate: str = told("Id of the mandate.")
    requirement: str = told("Number of the requirement, one that has none below it.")
    connector: str = told("Name or id of the connector.")
    verdict: OutcomeVerdict = told("What was found.")
    evidence: str = told("What shows it: words, or where to find it.")
    owner: str = told("Who answers for it.")
    until: DateTime = told("Until when it counts; then somebody has to look again.")


@strawberry.input(description="What to do, and when.")
class AddScheduleInput:
    """What to do, and when."""

    kind: ScheduleKind = told("A scan or a report.")
    connector: str = told("Name or id of the connector.")
    cron: str = told("Cron line in UTC, such as `0 3 * * *` for every day at three.")
    mandate: str | None = told("Id of the report's mandate.", default=None)


@strawberry.input(description="A token for a program.")
class CreateTokenInput:
    """A token for a program."""

    name: str = told("What it is for.")
    role: Role = told("What it may do.")
    connectors: list[str] | None = told(
        "Names or ids of those where it may; everywhere without them.", default=None
    )
    expires: DateTime | None = told("When it ends; after 90 days by default.", default=None)
