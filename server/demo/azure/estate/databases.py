"""Database servers of three kinds: of each one as it should be, and one that is open in every way.

The good PostgreSQL server stands in a virtual network and has no firewall.
"""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import Estate
from server.demo.azure.rows import child, children, resource_id, row

SQL = "Microsoft.Sql/servers"
MYSQL = "Microsoft.DBforMySQL/flexibleServers"
POSTGRES = "Microsoft.DBforPostgreSQL/flexibleServers"
SUBNET = resource_id("Microsoft.Network/virtualNetworks/subnets", "shop/data")
IDENTITY = resource_id("Microsoft.ManagedIdentity/userAssignedIdentities", "shop-web")
ENDPOINT = resource_id("Microsoft.Network/privateEndpoints", "shopsafe")
KEY = "https://shop-keys.vault.azure.net/keys/databases/0f3c1d9a5b7e4c21"
OWN = {"type": "UserAssigned", "userAssignedIdentities": {IDENTITY: {}}}
CONNECTED = [
    {
        "properties": {
            "privateEndpoint": {"id": ENDPOINT.replace("/resourceGroups/", "/resourcegroups/")},
            "privateLinkServiceConnectionState": {"status": "Approved"},
        }
    }
]
ALL = ("0.0.0.0", "255.255.255.255")  # noqa: S104 - nothing is bound to it
AZURE = ("0.0.0.0", "0.0.0.0")  # noqa: S104 - nothing is bound to it
OFFICE = ("203.0.113.0", "203.0.113.15")


def add(estate: Estate) -> None:
    """Add the database servers, their databases and firewall rules."""
    sql_servers(estate)
    mysql_servers(estate)
    postgresql_servers(estate)


def sql_servers(estate: Estate) -> None:
    """Add the SQL servers."""
    good = row(
        SQL, "shop-sql", kind="v12.0", tags={"owner": "platform"}, identity=OWN,
        properties={
            "version": "12.0", "state": "Ready", "administratorLogin": "CloudSA1f2e3d4c",
            "fullyQualifiedDomainName": "shop-sql.database.windows.net",
            "minimalTlsVersion": "1.2", "publicNetworkAccess": "Disabled",
            "restrictOutboundNetworkAccess": "Enabled",
            "administrators": {
                "administratorType": "ActiveDirectory", "principalType": "Group",
                "login": "database-admins", "sid": "5d3c0c55-0d92-4c0c-8f5b-3a1f7f3a6a10",
                "tenantId": "8c1f5a52-0c0d-4f7e-9d3b-1f6f2a5d9a01",
                "azureADOnlyAuthentication": True,
            },
            "primaryUserAssignedIdentityId": IDENTITY, "keyId": KEY,
            "privateEndpointConnections": CONNECTED,
        },
    )  # fmt: skip
    bad = row(
        SQL, "shop-sql-open", kind="v12.0",
        properties={
            "version": "12.0", "state": "Ready", "administratorLogin": "sa",
            "fullyQualifiedDomainName": "shop-sql-open.database.windows.net",
            "minimalTlsVersion": "None", "publicNetworkAccess": "Enabled",
            "restrictOutboundNetworkAccess": "Disabled", "privateEndpointConnections": [],
        },
    )  # fmt: skip
    hold(estate, good, bad)
    _audited(estate, good)
    child(estate, bad, "/auditingSettings/default", properties={"state": "Disabled"})
    child(
        estate, bad, "/encryptionProtector/current",
        properties={"serverKeyName": "ServiceManaged", "serverKeyType": "ServiceManaged"},
    )  # fmt: skip
    child(
        estate, bad, "/securityAlertPolicies/Default",
        properties={
            "state": "Disabled", "disabledAlerts": [""], "emailAddresses": [""],
            "emailAccountAdmins": False,
        },
    )  # fmt: skip
    child(
        estate, bad, "/vulnerabilityAssessments/default",
        properties={"recurringScans": {"isEnabled": False, "emailSubscriptionAdmins": True}},
    )  # fmt: skip
    child(estate, bad, "/sqlVulnerabilityAssessments/default", properties={"state": "Disabled"})
    children(
        estate, good, "/virtualNetworkRules",
        {"name": "data", "properties": {"virtualNetworkSubnetId": SUBNET.upper()}},
    )  # fmt: skip
    children(estate, good, "/firewallRules", rule("office", OFFICE))
    children(
        estate, bad, "/firewallRules",
        rule("everyone", ALL), rule("AllowAllWindowsAzureIps", AZURE), rule("office", OFFICE),
    )  # fmt: skip
    _databases(estate)


def _audited(estate: Estate, server: dict[str, Any]) -> None:
    """Add what makes a server audited, alerted and assessed."""
    child(
        estate, server, "/auditingSettings/default",
        properties={
            "state": "Enabled", "retentionDays": 180, "isAzureMonitorTargetEnabled": True,
            "storageEndpoint": "https://shopsafe.blob.core.windows.net/",
            "auditActionsAndGroups": [
                "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP", "FAILED_DATABASE_AUTHENTICATION_GROUP",
                "BATCH_COMPLETED_GROUP",
            ],
        },
    )  # fmt: skip
    child(
        estate, server, "/encryptionProtector/current",
        properties={
            "serverKeyName": "shop-keys_databases_0f3c1d9a5b7e4c21", "uri": KEY,
            "serverKeyType": "AzureKeyVault", "autoRotationEnabled": True,
        },
    )  # fmt: skip
    child(
        estate, server, "/securityAlertPolicies/Default",
        properties={
            "state": "Enabled", "disabledAlerts": [], "emailAddresses": ["soc@shop.example"],
            "emailAccountAdmins": True, "retentionDays": 0,
        },
    )  # fmt: skip
    child(
        estate, server, "/vulnerabilityAssessments/default",
        properties={
            "storageContainerPath": "https://shopsafe.blob.core.windows.net/assessments/",
            "recurringScans": {
                "isEnabled": True, "emailSubscriptionAdmins": True,
                "emails": ["soc@shop.example"],
            },
        },
    )  # fmt: skip


def _databases(estate: Estate) -> None:
    """Add a database that is encrypted, one that is not, and the `master` of their server."""
    kind = f"{SQL}/databases"
    good = row(
        kind, "shop-sql/orders", kind="v12.0,user", sku={"name": "GP_Gen5", "tier": "GP"},
        properties={
            "status": "Online", "zoneRedundant": True, "isLedgerOn": False,
            "currentBackupStorageRedundancy": "Geo", "creationDate": "2025-04-01T08:00:00Z",
        },
    )  # fmt: skip
    bad = row(
        kind, "shop-sql-open/orders", kind="v12.0,user", sku={"name": "S0", "tier": "Standard"},
        id=resource_id(kind, "Shop-SQL-Open/orders"),
        properties={
            "status": "Online", "zoneRedundant": False, "currentBackupStorageRedundancy": "Local",
        },
    )  # fmt: skip
    master = row(kind, "shop-sql/master", kind="v12.0,system", properties={"status": "Online"})
    hold(estate, good, bad, master)
    child(
        estate, good, "/transparentDataEncryption/current", properties={"state": "Enabled"}
    )  # fmt: skip
    child(estate, bad, "/transparentDataEncryption/current", properties={"state": "Disabled"})


def mysql_servers(estate: Estate) -> None:
    """Add the MySQL servers."""
    good = row(
        MYSQL, "shop-mysql", sku={"name": "Standard_D2ds_v4", "tier": "GeneralPurpose"},
        identity=OWN,
        properties={
            "version": "8.0.21", "state": "Ready", "replicationRole": "None",
            "fullyQualifiedDomainName": "shop-mysql.mysql.database.azure.com",
            "network": {"publicNetworkAccess": "Disabled"},
            "backup": {"backupRetentionDays": 14, "geoRedundantBackup": "Enabled"},
            "highAvailability": {"mode": "ZoneRedundant", "state": "Healthy"},
            "dataEncryption": {
                "type": "AzureKeyVault", "primaryKeyURI": KEY, "geoBackupKeyURI": KEY,
                "primaryUserAssignedIdentityId": IDENTITY,
            },
            "privateEndpointConnections": CONNECTED,
        },
    )  # fmt: skip
    bad = row(
        MYSQL, "shop-mysql-open", sku={"name": "Standard_B1ms", "tier": "Burstable"},
        properties={
            "version": "5.7", "state": "Ready", "replicationRole": "Replica",
            "sourceServerResourceId": good["id"].replace("flexibleServers", "FlexibleServers"),
            "network": {"publicNetworkAccess": "Enabled"},
            "backup": {"backupRetentionDays": 1, "geoRedundantBackup": "Disabled"},
            "highAvailability": {"mode": "Disabled", "state": "NotEnabled"},
            "dataEncryption": {"type": "SystemManaged"},
        },
    )  # fmt: skip
    hold(estate, good, bad)
    configure(
        estate, good, require_secure_transport="ON", tls_version="TLSv1.2,TLSv1.3",
        audit_log_enabled="ON", audit_log_events="CONNECTION,ADMIN", aad_auth_only="ON",
    )  # fmt: skip
    configure(
        estate, bad, require_secure_transport="OFF", tls_version="TLSv1,TLSv1.1,TLSv1.2",
        audit_log_enabled="OFF", audit_log_events="GENERAL", aad_auth_only="OFF",
    )  # fmt: skip
    children(estate, good, "/firewallRules", rule("office", OFFICE))
    children(estate, bad, "/firewallRules", rule("everyone", ALL), rule("azure", AZURE))


def postgresql_servers(estate: Estate) -> None:
    """Add the PostgreSQL servers."""
    good = row(
        POSTGRES, "shop-postgres", sku={"name": "Standard_D2ds_v4", "tier": "GeneralPurpose"},
        identity=OWN,
        properties={
            "version": "16", "minorVersion": "4", "state": "Ready", "replicationRole": "Primary",
            "fullyQualifiedDomainName": "shop-postgres.postgres.database.azure.com",
            "network": {
                "publicNetworkAccess": "Disabled",
                "delegatedSubnetResourceId": SUBNET.replace("/resourceGroups/", "/RESOURCEGROUPS/"),
            },
            "backup": {"backupRetentionDays": 14, "geoRedundantBackup": "Enabled"},
            "highAvailability": {"mode": "ZoneRedundant", "state": "Healthy"},
            "authConfig": {"activeDirectoryAuth": "Enabled", "passwordAuth": "Disabled"},
            "dataEncryption": {
                "type": "AzureKeyVault", "primaryKeyURI": KEY,
                "primaryUserAssignedIdentityId": IDENTITY,
            },
        },
    )  # fmt: skip
    bad = row(
        POSTGRES, "shop-postgres-open", sku={"name": "Standard_B1ms", "tier": "Burstable"},
        properties={
            "version": "13", "state": "Ready", "replicationRole": "Primary",
            "fullyQualifiedDomainName": "shop-postgres-open.postgres.database.azure.com",
            "network": {"publicNetworkAccess": "Enabled"},
            "backup": {"backupRetentionDays": 7, "geoRedundantBackup": "Disabled"},
            "highAvailability": {"mode": "Disabled", "state": "NotEnabled"},
            "authConfig": {"activeDirectoryAuth": "Disabled", "passwordAuth": "Enabled"},
            "dataEncryption": {"type": "SystemManaged"},
        },
    )  # fmt: skip
    hold(estate, good, bad)
    logs = ("log_checkpoints", "log_connections", "log_disconnections")
    configure(
        estate, good, require_secure_transport="on", ssl_min_protocol_version="TLSv1.2",
        **dict.fromkeys((*logs, "connection_throttle.enable"), "on"),
        **{"logfiles.retention_days": "7"},
    )  # fmt: skip
    configure(
        estate, bad, require_secure_transport="off", ssl_min_protocol_version="TLSv1",
        **dict.fromkeys((*logs, "connection_throttle.enable"), "off"),
        **{"logfiles.retention_days": "3"},
    )  # fmt: skip
    children(estate, bad, "/firewallRules", rule("everyone", ALL), rule("azure", AZURE))


def hold(estate: Estate, *rows: dict[str, Any]) -> None:
    """Add rows to the table of resources."""
    estate.tables.setdefault("Resources", []).extend(rows)


def rule(name: str, addresses: tuple[str, str]) -> dict[str, Any]:
    """Return a firewall rule as Resource Manager lists it."""
    first, last = addresses
    return {"name": name, "properties": {"startIpAddress": first, "endIpAddress": last}}


def configure(estate: Estate, server: dict[str, Any], **values: str) -> None:
    """Add what a server's parameters are, as Resource Manager lists them."""
    children(
        estate, server, "/configurations",
        *(
            {
                "name": name,
                "properties": {
                    "value": value, "description": "What it does.", "dataType": "Enumeration",
                    "allowedValues": "on,off", "source": "user-override",
                },
            }
            for name, value in values.items()
        ),
    )  # fmt: skip
