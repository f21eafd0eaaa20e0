"""Cloud SQL instances.

A flag that is not listed has the default of its engine's version: what that is, a control knows.
Databases and users are no assets of an inventory, so that neither is here.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypedDict

from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    entries,
    flag,
    kms_ref,
    labels,
    number,
    ref,
    text,
    time,
)
from ingest.internet.public_address import address_refs
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.network import GcpNetwork
    from ingest.internet.public_address import PublicAddress

PUBLIC, PRIVATE = "PRIMARY", "PRIVATE"
CLEAR_TEXT = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"


class GcpSqlInstance(
    GcpManaged,
    service="cloudasset",
    native="sqladmin.googleapis.com/Instance",
    lists="cloudasset.assets.listResource",
    redact=(
        "data.replicaConfiguration.mysqlReplicaConfiguration.clientKey",
        "data.onPremisesConfiguration.clientKey",
    ),
):
    """A Cloud SQL instance."""

    engine: str | None = prop("`MYSQL`, `POSTGRES` or `SQLSERVER`.")
    version: str | None = prop("Engine and version: `POSTGRES_16`.")
    kind: str | None = prop(
        "`CLOUD_SQL_INSTANCE`, `READ_REPLICA_INSTANCE`, or `ON_PREMISES_INSTANCE` for what is "
        "replicated from elsewhere."
    )
    state: str | None = prop("`RUNNABLE`, `SUSPENDED`, `MAINTENANCE`, ...")
    runs: str | None = prop("When it runs: `ALWAYS`, `NEVER` (it is stopped).")
    tier: str | None = prop("Machine type: `db-custom-1-3840`.")
    edition: str | None = prop("`ENTERPRISE` or `ENTERPRISE_PLUS`.")
    size_gib: int | None = prop("Size of its disk in gibibytes.")
    has_public_address: bool = prop("It is given an address of the internet.")
    public_addresses: list[str] = prop("Addresses of the internet that it is reached at.")
    private_addresses: list[str] = prop("Addresses within a network that it is reached at.")
    authorized_networks: list[str] = prop(
        "Addresses of the internet that may connect to it: `198.51.100.0/24`."
    )
    ssl_mode: str | None = prop(
        f"`{CLEAR_TEXT}`, `ENCRYPTED_ONLY` or `TRUSTED_CLIENT_CERTIFICATE_REQUIRED`; null in older "
        "ones."
    )
    requires_tls: bool | None = prop(
        "Connections in clear text are refused; null without any settings."
    )
    requires_connectors: bool | None = prop(
        "It is connected to through Cloud SQL's own connectors alone; null where it does not say."
    )
    certificate_expires_at: datetime.datetime | None = prop(
        "When the certificate of its authority expires."
    )
    flags: list[str] | None = prop(
        "Flags that are set, as name and value in small letters: `local_infile=off`; null without "
        "any settings."
    )
    backups: bool | None = prop("It is backed up every day; null without any settings.")
    backups_kept: int | None = prop("How many backups are kept.")
    backup_location: str | None = prop("Where they are kept, if that was chosen.")
    point_in_time_recovery: bool | None = prop(
        "It can be restored to any time of the last days; null without any settings."
    )
    log_days: int | None = prop("Days back to which it can be restored.")
    availability: str | None = prop("`ZONAL`, or `REGIONAL` with a standby in another zone.")
    deletion_protection: bool | None = prop(
        "It can't be deleted until that is taken off; null without any settings."
    )
    password_policy: bool | None = prop(
        "Passwords of users must fit a policy; null where it does not say."
    )
    network: Ref[GcpNetwork] | None = edge(
        "IN_NETWORK", "Network in which it has its private address."
    )
    addresses: list[Ref[PublicAddress]] = edge(
        "HAS_ADDRESS", "Addresses of the internet that it is reached at."
    )
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key of its disk, where that is the user's own."
    )
    primary: Ref[GcpSqlInstance] | None = edge("REPLICATES", "Instance that it is a replica of.")


def fetch(gcp: Gcp) -> Records[GcpSqlInstance]:
    """Yield the project's instances."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpSqlInstance:
    """Make the record of one instance."""
    said = data(item)
    settings: Json = dig(said, "settings") or {}
    shared = common(gcp, item)
    shared["zone"] = text(said.get("gceZone"))
    shared["tags"] = labels(settings.get("userLabels"))
    version = text(said.get("databaseVersion"))
    return GcpSqlInstance(
        **shared,
        **_reached(said, settings),
        **_kept(settings),
        engine=version.partition("_")[0] if version else None,
        version=version,
        kind=text(said.get("instanceType")),
        state=text(said.get("state")),
        runs=text(settings.get("activationPolicy")),
        tier=text(settings.get("tier")),
        edition=text(settings.get("edition")),
        size_gib=number(settings.get("dataDiskSizeGb")),
        certificate_expires_at=time(dig(said, "serverCaCert.expirationTime")),
        flags=_flags(settings) if settings else None,
        availability=text(settings.get("availabilityType")),
        password_policy=flag(dig(settings, "passwordValidationPolicy.enablePasswordPolicy")),
        network=ref(gcp, dig(settings, "ipConfiguration.privateNetwork")),
        addresses=address_refs(_addresses(said, PUBLIC)),
        encryption_key=kms_ref(gcp, dig(said, "diskEncryptionConfiguration.kmsKeyName")),
        primary=_primary(gcp, said.get("masterInstanceName")),
    )


class _Reached(TypedDict):
    has_public_address: bool
    public_addresses: list[str]
    private_addresses: list[str]
    authorized_networks: list[str]
    ssl_mode: str | None
    requires_tls: bool | None
    requires_connectors: bool | None


def _reached(said: Json, settings: Json) -> _Reached:
    """Return from where it is reached, and how."""
    ways: Json = dig(settings, "ipConfiguration") or {}
    public = _addresses(said, PUBLIC)
    connectors = text(settings.get("connectorEnforcement"))
    return {
        "has_public_address": bool(flag(ways.get("ipv4Enabled"), unset=bool(public))),
        "public_addresses": public,
        "private_addresses": _addresses(said, PRIVATE),
        "authorized_networks": [
            block for entry in entries(ways, "authorizedNetworks") if (block := entry.get("value"))
        ],
        "ssl_mode": _mode(ways),
        "requires_tls": _requires_tls(ways) if settings else None,
        "requires_connectors": None if connectors is None else connectors == "REQUIRED",
    }


def _addresses(said: Json, kind: str) -> list[str]:
    return [
        address
        for entry in entries(said, "ipAddresses")
        if entry.get("type") == kind and (address := text(entry.get("ipAddress")))
    ]


def _mode(ways: Json) -> str | None:
    mode = text(ways.get("sslMode"))
    return None if mode == "SSL_MODE_UNSPECIFIED" else mode


def _requires_tls(ways: Json) -> bool:
    """Tell it from the mode, or in older instances from the switch that was there before it."""
    mode = _mode(ways)
    return flag(ways.get("requireSsl")) is True if mode is None else mode != CLEAR_TEXT


class _Kept(TypedDict):
    backups: bool | None
    backups_kept: int | None
    backup_location: str | None
    point_in_time_recovery: bool | None
    log_days: int | None
    deletion_protection: bool | None


def _kept(settings: Json) -> _Kept:
    """Return what is there for when data is lost: switches are off where they are not listed."""
    backup: Json = dig(settings, "backupConfiguration") or {}
    unset = False if settings else None
    return {
        "backups": flag(backup.get("enabled"), unset=unset),
        "backups_kept": number(dig(backup, "backupRetentionSettings.retainedBackups")),
        "backup_location": text(backup.get("location")),
        # MySQL has it by its binary log.
        "point_in_time_recovery": (
            flag(backup.get("pointInTimeRecoveryEnabled")) is True
            or flag(backup.get("binaryLogEnabled"), unset=unset)
        ),
        "log_days": number(backup.get("transactionLogRetentionDays")),
        "deletion_protection": flag(settings.get("deletionProtectionEnabled"), unset=unset),
    }


def _flags(settings: Json) -> list[str]:
    found = (
        f"{entry.get('name')}={entry.get('value')}" for entry in entries(settings, "databaseFlags")
    )
    return sorted(said.lower() for said in found)


def _primary(gcp: Gcp, said: Any) -> Ref[Any] | None:
    """Return what points at the instance of `project:instance`, or of a name in its own project."""
    if not (name := text(said)):
        return None
    project, _, instance = name.rpartition(":")
    return ref(
        gcp, f"//cloudsql.googleapis.com/projects/{project or gcp.project}/instances/{instance}"
    )
