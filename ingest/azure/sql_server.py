"""Azure SQL servers, with what only their children say: auditing, keys, alerts, assessments.

A server looks for weaknesses of its databases in one of two ways: the classic one, whose results
go to a storage account, or the express one, which needs none. Each answers with an error where the
other is used. Left out: rules for addresses of its firewall, which are a type of their own; managed
instances; and the administrator as an edge, since for applications Azure gives another id than
that of their service principal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ingest.azure.child import Child
from ingest.azure.managed import (
    AzureManaged,
    acts_as,
    common,
    flag,
    identity_refs,
    refs,
)
from ingest.azure.vaults import vault_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.private_endpoint import AzurePrivateEndpoint
    from ingest.azure.storage_account import AzureStorageAccount
    from ingest.azure.subnet import AzureSubnet

STORES = "microsoft.storage/storageaccounts"
VERSION = "2023-08-01"
AUDITING = "Microsoft.Sql/servers/auditingSettings/read"
PROTECTOR = "Microsoft.Sql/servers/encryptionProtector/read"
ALERTS = "Microsoft.Sql/servers/securityAlertPolicies/read"
CLASSIC = "Microsoft.Sql/servers/vulnerabilityAssessments/read"
EXPRESS = "Microsoft.Sql/servers/sqlVulnerabilityAssessments/read"
SUBNETS = "Microsoft.Sql/servers/virtualNetworkRules/read"


class AzureSqlServer(
    AzureManaged,
    service="Resources",
    native="microsoft.sql/servers",
    lists="Microsoft.Sql/servers/read",
):
    """An Azure SQL server: the name, sign-in and firewall that its databases share."""

    host: str | None = prop("Name that it is reached by.", indexed=True)
    version: str | None = prop("Its version: `12.0`.")
    minimum_tls_version: str | None = prop("Lowest TLS that is taken: `1.2`; `None` if any is.")
    public_network_access: str | None = prop("`Enabled`, `Disabled`, `SecuredByPerimeter`.")
    restricts_outbound: bool | None = prop("It reaches only hosts that are named for it.")
    entra_admin: str | None = prop("Name of its administrator of Entra ID; null where it has none.")
    entra_admin_id: str | None = prop(
        "Object id of that administrator; the application's id where it is an application."
    )
    entra_admin_kind: str | None = prop("`User`, `Group` or `Application`.")
    entra_only: bool | None = prop("Nobody signs in with a password of the server's own.")
    is_audited: bool | None = prop("What happens in its databases is recorded.", reads=AUDITING)
    audit_retention_days: int | None = prop(
        "Days for which records in a storage account are kept; 0 for ever.", reads=AUDITING
    )
    audit_to_storage: bool | None = prop("Records go to a storage account.", reads=AUDITING)
    audit_to_monitor: bool | None = prop("Records go to Azure Monitor.", reads=AUDITING)
    audited_groups: list[str] = prop(
        "Groups of actions that are recorded: `BATCH_COMPLETED_GROUP`, ...", reads=AUDITING
    )
    key_source: str | None = prop("`ServiceManaged` or `AzureKeyVault`.", reads=PROTECTOR)
    key_rotates: bool | None = prop("It takes new versions of its key by itself.", reads=PROTECTOR)
    alerts_on_threats: bool | None = prop(
        "Defender for SQL tells of what looks like an attack.", reads=ALERTS
    )
    alert_emails: list[str] = prop("Addresses that alerts are sent to.", reads=ALERTS)
    alerts_to_admins: bool | None = prop("Alerts go to the subscription's owners.", reads=ALERTS)
    disabled_alerts: list[str] = prop("Kinds of attack that are not told.", reads=ALERTS)
    assessment_storage: str | None = prop(
        "Container that results of classic assessments go to; null where there are none.",
        reads=CLASSIC,
    )
    assessment_recurs: bool | None = prop("Classic assessments run each week.", reads=CLASSIC)
    assessment_emails: list[str] = prop(
        "Addresses that results of classic assessments are sent to.", reads=CLASSIC
    )
    assessment_to_admins: bool | None = prop(
        "Results of classic assessments go to the subscription's owners.", reads=CLASSIC
    )
    express_assessment: bool | None = prop(
        "Its databases are assessed each week in the express way.", reads=EXPRESS
    )
    audit_account: Ref[AzureStorageAccount] | None = edge(
        "LOGS_TO", "Storage account that audit records go to.", reads=AUDITING
    )
    encryption_vault: Ref[AzureKeyVault] | None = edge(
        "ENCRYPTED_BY",
        "Vault of the key that protects its databases, where that is the user's own.",
        reads=PROTECTOR,
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal of its own identity."
    )
    subnets: list[Ref[AzureSubnet]] = edge(
        "ALLOWS_SUBNET", "Subnets that its firewall lets in.", reads=SUBNETS
    )
    private_endpoints: list[Ref[AzurePrivateEndpoint]] = edge(
        "HAS_PRIVATE_ENDPOINT", "Private endpoints that lead to it."
    )


CHILDREN = (
    Child("auditing", "/auditingSettings/default", VERSION, AUDITING),
    Child("protector", "/encryptionProtector/current", VERSION, PROTECTOR),
    Child("alerts", "/securityAlertPolicies/Default", VERSION, ALERTS),
    Child("classic", "/vulnerabilityAssessments/default", VERSION, CLASSIC,
          none=("NotFound", "ResourceNotFound", "HTTP404", "VulnerabilityAssessmentADSIsDisabled")),
    Child("express", "/sqlVulnerabilityAssessments/default", VERSION, EXPRESS,
          none=("NotFound", "ResourceNotFound", "HTTP404", "SqlVulnerabilityAssessmentIsDisabled",
                "SqlVulnerabilityAssessmentStoragefullApiIsEnabled")),
    Child("subnets", "/virtualNetworkRules", VERSION, SUBNETS, listed=True),
)  # fmt: skip


def fetch(azure: Azure) -> Records[AzureSqlServer]:
    """Yield the subscription's SQL servers."""
    return azure.records(read, azure.rows(), CHILDREN)


def read(azure: Azure, item: Item) -> AzureSqlServer:
    """Make the record of one SQL server."""
    said: Json = item.get("properties") or {}
    admin: Json = said.get("administrators") or {}
    auditing, protector, alerts = (item.part(n) for n in ("auditing", "protector", "alerts"))
    classic = item.part("classic")
    return AzureSqlServer(
        **common(item),
        host=said.get("fullyQualifiedDomainName"),
        version=said.get("version"),
        minimum_tls_version=said.get("minimalTlsVersion"),
        public_network_access=said.get("publicNetworkAccess"),
        restricts_outbound=flag(said.get("restrictOutboundNetworkAccess")),
        entra_admin=admin.get("login"),
        entra_admin_id=admin.get("sid"),
        entra_admin_kind=admin.get("principalType"),
        entra_only=flag(admin.get("azureADOnlyAuthentication")),
        is_audited=auditing.read(_is_enabled),
        audit_retention_days=auditing.get("properties.retentionDays"),
        audit_to_storage=auditing.read(_has_endpoint),
        audit_to_monitor=auditing.get("properties.isAzureMonitorTargetEnabled"),
        audited_groups=auditing.read(lambda b: _texts(b, "auditActionsAndGroups")),
        key_source=protector.get("properties.serverKeyType"),
        key_rotates=protector.get("properties.autoRotationEnabled"),
        alerts_on_threats=alerts.read(_is_enabled),
        alert_emails=alerts.read(lambda b: _texts(b, "emailAddresses")),
        alerts_to_admins=alerts.get("properties.emailAccountAdmins"),
        disabled_alerts=alerts.read(lambda b: _texts(b, "disabledAlerts")),
        assessment_storage=classic.read(
            lambda b: dig(b, "properties.storageContainerPath") or None
        ),
        assessment_recurs=classic.get("properties.recurringScans.isEnabled"),
        assessment_emails=classic.read(lambda b: _texts(b, "recurringScans.emails")),
        assessment_to_admins=classic.get("properties.recurringScans.emailSubscriptionAdmins"),
        express_assessment=item.part("express").read(_is_enabled),
        audit_account=auditing.read(
            lambda b: account_ref(azure, dig(b, "properties.storageEndpoint"))
        ),
        encryption_vault=protector.read(lambda b: vault_ref(azure, dig(b, "properties.uri"))),
        identities=identity_refs(item),
        principal=acts_as(item),
        subnets=item.part("subnets").read(
            lambda b: refs(b.get("value"), "properties.virtualNetworkSubnetId")
        ),
        private_endpoints=refs(
            said.get("privateEndpointConnections"), "properties.privateEndpoint.id"
        ),
    )


def account_ref(azure: Azure, endpoint: Any) -> Ref[Any] | None:
    """Return what points at the storage account of a blob service's address, None without one.

    The account's name is the host's first label. One of another subscription is known by its
    address alone.
    """
    host = urlsplit(endpoint).netloc.lower() if isinstance(endpoint, str) else ""
    if not host:
        return None
    return Ref(azure.ids(STORES, "name").get(host.split(".", 1)[0], f"https://{host}"))


def _is_enabled(answer: Json) -> bool | None:
    """Tell whether a policy is on; `New` is one that was never touched. None: it does not say."""
    state = dig(answer, "properties.state")
    return str(state).lower() == "enabled" if state else None


def _has_endpoint(answer: Json) -> bool | None:
    return bool(dig(answer, "properties.storageEndpoint")) if answer else None


def _texts(answer: Json, path: str) -> list[str]:
    """Return a list of texts without the empty ones, which Azure puts in for none."""
    return [text for text in dig(answer, f"properties.{path}") or () if text]
