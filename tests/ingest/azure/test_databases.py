"""Forms of Azure's databases that matter: what is missing, odd or refused is never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.azure.reader import AzureReader
from ingest.catalogue import discover
from ingest.model import Malformed, Unread
from ingest.refusal import Refused
from ingest.units import Unit
from server.demo.azure.cloud import AzureCloud
from server.demo.azure.estate import databases
from server.demo.azure.estate.databases import MYSQL, POSTGRES, SQL, configure, hold, rule
from server.demo.azure.rows import child, children, resource_id, row

CATALOGUE = discover()


def records(reader: AzureReader, label: str) -> list[Any]:
    listing, _ = reader.listing(
        CATALOGUE[label], Unit(connector="c", type=label, region="global"), "s"
    )
    return list(listing())


def by_name(reader: AzureReader, label: str) -> dict[str, Any]:
    return {record.name: record for record in records(reader, label)}


@pytest.fixture
def estate(azure: AzureCloud) -> AzureCloud:
    databases.add(azure.estate)
    return azure


def test_a_server_that_says_nothing_is_not_called_safe_or_unsafe(
    azure: AzureCloud, reader: AzureReader
) -> None:
    for type_ in (SQL, MYSQL, POSTGRES):
        hold(azure.estate, row(type_, "bare", properties=None))
    (sql,) = records(reader, "AzureSqlServer")
    assert (sql.is_audited, sql.audit_to_storage, sql.alerts_on_threats) == (None, None, None)
    assert (sql.key_source, sql.express_assessment, sql.entra_only) == (None, None, None)
    assert (sql.alert_emails, sql.subnets, sql.encryption_vault) == ([], [], None)
    (mysql,) = records(reader, "AzureMysqlServer")
    assert (mysql.requires_tls, mysql.tls_versions, mysql.high_availability) == (None, [], None)
    (postgres,) = records(reader, "AzurePostgresqlServer")
    assert (postgres.throttles_connections, postgres.log_retention_days) == (None, None)


@pytest.mark.parametrize("state", ["New", "Disabled", "enabled"])
def test_alerts_are_on_only_where_they_are_enabled(
    azure: AzureCloud, reader: AzureReader, state: str
) -> None:
    server = row(SQL, "shop")
    hold(azure.estate, server)
    child(azure.estate, server, "/securityAlertPolicies/Default", properties={"state": state})
    (found,) = records(reader, "AzureSqlServer")
    assert found.alerts_on_threats is (state == "enabled")


def test_audit_records_lead_to_the_account_by_its_name(
    azure: AzureCloud, reader: AzureReader
) -> None:
    store = row("Microsoft.Storage/storageAccounts", "shoplogs")
    hold(azure.estate, store)
    for name, host in {
        "ours": "SHOPLOGS.z7.blob.storage.azure.net",
        "theirs": "away.blob.x",
    }.items():
        server = row(SQL, name)
        hold(azure.estate, server)
        child(
            azure.estate, server, "/auditingSettings/default",
            properties={"state": "Enabled", "storageEndpoint": f"https://{host}/"},
        )  # fmt: skip
    found = by_name(reader, "AzureSqlServer")
    assert found["ours"].audit_account.uid == store["id"].lower()
    assert found["theirs"].audit_account.uid == "https://away.blob.x"


def test_its_own_identity_is_the_principal_it_acts_as(
    azure: AzureCloud, reader: AzureReader
) -> None:
    identity = {"type": "SystemAssigned", "principalId": "AAAAAAAA-0000-4000-8000-000000000001"}
    hold(azure.estate, row(SQL, "shop", identity=identity))
    (found,) = records(reader, "AzureSqlServer")
    assert found.principal.uid == "/directoryobjects/aaaaaaaa-0000-4000-8000-000000000001"


def test_master_is_no_database_of_a_user(estate: AzureCloud, reader: AzureReader) -> None:
    hold(estate.estate, row(f"{SQL}/databases", "shop-sql/Master"))
    found = records(reader, "AzureSqlDatabase")
    assert sorted(database.server.uid for database in found) == [
        resource_id(SQL, "shop-sql").lower(), resource_id(SQL, "shop-sql-open").lower(),
    ]  # fmt: skip
    assert not [read for read in estate.reads if "/master/" in read]


def test_firewall_rules_count_what_they_let_in(estate: AzureCloud, reader: AzureReader) -> None:
    assert estate.url
    found = by_name(reader, "AzureSqlFirewallRule")
    assert {name: r.address_count for name, r in found.items()} == {
        "everyone": 2**32, "AllowAllWindowsAzureIps": None, "office": 16,
    }  # fmt: skip
    assert [n for n, r in found.items() if r.allows_azure_services] == ["AllowAllWindowsAzureIps"]
    assert {r.region for r in found.values()} == {"westeurope"}


def test_a_rule_without_addresses_is_malformed_and_the_others_stand(
    azure: AzureCloud, reader: AzureReader
) -> None:
    server = row(SQL, "shop")
    hold(azure.estate, server)
    children(
        azure.estate, server, "/firewallRules",
        {"name": "odd", "properties": {"startIpAddress": None}},
        rule("one", ("203.0.113.7", "203.0.113.7")),
    )  # fmt: skip
    odd, one = records(reader, "AzureSqlFirewallRule")
    assert isinstance(odd, Malformed)
    assert one.address_count == 1


def test_rules_of_one_server_refused_are_no_whole_listing(
    estate: AzureCloud, reader: AzureReader
) -> None:
    estate.faults.denied = {"/shop-sql-open/firewallrules"}
    with pytest.raises(Refused) as refusal:
        records(reader, "AzureSqlFirewallRule")
    assert refusal.value.call == "arm:Microsoft.Sql/servers/firewallRules"
    assert refusal.value.error == "AuthorizationFailed"


def test_a_server_in_a_virtual_network_is_not_asked_for_a_firewall(
    estate: AzureCloud, reader: AzureReader
) -> None:
    found = records(reader, "AzurePostgresqlFirewallRule")
    assert {r.server.uid.rsplit("/", 1)[-1] for r in found} == {"shop-postgres-open"}
    assert not [read for read in estate.reads if "/shop-postgres/firewallrules" in read]


def test_parameters_are_kept_without_their_descriptions(
    azure: AzureCloud, reader: AzureReader
) -> None:
    server = row(POSTGRES, "shop")
    hold(azure.estate, server)
    configure(azure.estate, server, Log_Connections="ON", log_retention_days="5", odd="maybe")
    (found,) = records(reader, "AzurePostgresqlServer")
    assert (found.log_connections, found.log_retention_days, found.log_checkpoints) == (
        True, 5, None,
    )  # fmt: skip
    assert found.raw["configurations"] == {
        "log_connections": "ON", "log_retention_days": "5", "odd": "maybe",
    }  # fmt: skip


def test_refused_parameters_stand_in_no_raw_form(estate: AzureCloud, reader: AzureReader) -> None:
    estate.faults.denied = {"/shop-mysql/configurations"}
    found = by_name(reader, "AzureMysqlServer")
    assert isinstance(found["shop-mysql"].requires_tls, Unread)
    assert "configurations" not in found["shop-mysql"].raw
    assert found["shop-mysql-open"].requires_tls is False


def test_only_a_replica_has_a_source(azure: AzureCloud, reader: AzureReader) -> None:
    source = resource_id(POSTGRES, "Source")
    for name, role in {"restored": "Primary", "replica": "GeoAsyncReplica", "bare": None}.items():
        said = {"sourceServerResourceId": source, "replicationRole": role}
        hold(azure.estate, row(POSTGRES, name, properties=said))
    found = by_name(reader, "AzurePostgresqlServer")
    assert [n for n, server in found.items() if server.source is not None] == ["replica"]
    assert found["replica"].source.uid == source.lower()


@pytest.mark.parametrize(
    ("value", "is_logged"),
    [("on", True), ("OFF", False), ("receipt,authentication", True), ("", False)],
)
def test_connections_are_logged_where_any_part_of_them_is(
    azure: AzureCloud, reader: AzureReader, value: str, *, is_logged: bool
) -> None:
    server = row(POSTGRES, "shop")
    hold(azure.estate, server)
    configure(azure.estate, server, log_connections=value)
    (found,) = records(reader, "AzurePostgresqlServer")
    assert found.log_connections is is_logged
