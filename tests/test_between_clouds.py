"""What lies between clouds: three accounts, each read by its own, meet in the graph.

The stand-ins of all three are real servers, and so is the database. Only the types that meet are
read, so that every order of the clouds can be tried.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.disconnect import disconnect
from graph.lake import Lake
from graph.ledger import Connector, Ledger
from graph.publish import Publisher
from graph.scans import Scans
from graph.written import Written
from ingest.catalogue import discover
from ingest.cloud import Hardness, Place, Reader, cloud
from ingest.collect import Collected, collect
from server.demo.azure.cloud import SUBSCRIPTION, TENANT, AzureCloud
from server.demo.azure.estate import whole
from server.demo.gcp.assets import NUMBER, NUMBERS, PROJECT
from server.demo.gcp.estate import estate
from server.demo.gcp.inventory import AssetInventory
from tests.clouds.aws.fixtures import AwsCloud
from tests.server.running import ACCOUNT, REGION, client, surroundings

CATALOGUE = discover()
TYPES = {
    "aws": ("AwsAccount", "AwsRoute53Record", "AwsIamRole", "AwsIamOidcProvider",
            "AwsIamSamlProvider", "AwsClassicLoadBalancer"),
    "azure": ("AzureDnsRecord", "AzurePublicAddress", "AzureWebApp", "AzureManagedIdentity",
              "EntraTenant", "EntraServicePrincipal", "EntraApplication"),
    "gcp": ("GcpDnsRecord", "GcpAddress", "GcpServiceAccount", "GcpIdentityProvider",
            "GcpIdentityPool", "GcpGkeCluster", "GcpOrganization"),
}  # fmt: skip
SCOPES = {"aws": ACCOUNT, "azure": SUBSCRIPTION, "gcp": PROJECT}
ISSUER = f"sts.windows.net/{TENANT}/"
ENTRA = f"login.microsoftonline.com/{TENANT}"
SHOP_WEB, CRANE = "11111111-aaaa-4bbb-8ccc-000000000001", "101000000000000000002"
GOOGLE, CRANE_MAIL = "accounts.google.com", "crane@harbour-prod.iam.gserviceaccount.com"
POOL = f"//iam.googleapis.com/projects/{NUMBER}/locations/global/workloadIdentityPools/outside"
SESSION = f"arn:aws:sts::{ACCOUNT}:assumed-role/importer"
ACT_AS, CREATE = "roles/iam.workloadIdentityUser", "roles/iam.serviceAccountTokenCreator"
CLUSTER = (
    "https://container.googleapis.com/v1/projects/harbour-prod/locations/europe-west1/clusters/dock"
)
PEOPLE = "https://accounts.google.com/o/saml2?idpid=C0harbour"
# From one cloud's resource to another's, by way of what both point at.
MEETINGS = """
MATCH (a:Resource)-[r]->(p:PublicAddress|HostName|ExternalIdentity)<-[s]-(b:Resource)
WHERE a.cloud <> b.cloud
  AND type(r) IN ['POINTS_TO', 'TRUSTS_IDENTITY', 'TRUSTS_ISSUER', 'GRANTS_TO']
  AND type(s) IN ['HAS_ADDRESS', 'HAS_HOST_NAME', 'IDENTIFIED_BY']
RETURN a.name AS a, type(r) AS leads, p.name AS by, b.name AS b, labels(b) AS labels
"""
SHARED = """
MATCH (a:AzurePublicAddress)-[:HAS_ADDRESS]->(p:PublicAddress)<-[:HAS_ADDRESS]-(b:GcpAddress)
RETURN a.name AS a, p.address AS by, b.name AS b
"""
LET_IN = """
MATCH (p:GcpIdentityProvider)-[:TRUSTS]->(a:AwsAccount) RETURN p.name AS name, a.id AS account
"""
GRANTED = """
MATCH (a:GcpServiceAccount)-[e:GRANTS_TO]->(b)
WHERE NOT b:GcpServiceAccount
RETURN a.email AS a, b.uid AS b, e.roles AS roles, e.is_conditional AS is_conditional
"""
ONE_POOL = """
MATCH (a:GcpServiceAccount)-[:GRANTS_TO]->(:GcpIdentityPool)<-[:PART_OF]-(p:GcpIdentityProvider)
MATCH (p)-[:TRUSTS]->(account:AwsAccount)
RETURN a.email AS a, p.name AS p, account.id AS account
"""
WILD = """
MATCH (:AzureWebApp {name: 'shop'})-[:HAS_HOST_NAME]->(w:HostName {is_wildcard: true})
MATCH (:AwsRoute53Record)-[:POINTS_TO]->(n:HostName {parent: w.parent, is_wildcard: false})
RETURN w.host AS covers, n.host AS host
"""
PICTURE = """
MATCH (a:Resource)-[e]->(b:Resource)
RETURN a.uid AS a, type(e) AS type, b.uid AS b, properties(e) AS props
"""
Meeting = tuple[str, str, str, str]


@dataclasses.dataclass(kw_only=True)
class Company:
    """Three clouds with something of each other, and what reads them."""

    driver: neo4j.Driver
    folder: Path
    aws: AwsCloud
    azure: AzureCloud
    inventory: AssetInventory
    readers: dict[str, Reader] = dataclasses.field(default_factory=dict)

    def connect(self) -> None:
        for name, scope in SCOPES.items():
            place = Place(
                cloud=name, partition=name, scope=scope, name=name, reference={},
                options={"regions": [REGION]}, modelled=CATALOGUE.native(name),
            )  # fmt: skip
            self.readers[name] = cloud(name).open_reader(place, Hardness(rate=5_000, quota=1_000))
            Ledger(self.driver, None).add(self.connector(name))

    def connector(self, name: str) -> Connector:
        return Connector(
            name=name, cloud=name, partition=name, scope=SCOPES[name], reference={}, options={}
        )

    def read(self, name: str) -> list[Collected]:
        """Read the types of a cloud that meet others, as a scan does."""
        units, _ = self.readers[name].plan(
            self.connector(name).id, [CATALOGUE[label] for label in TYPES[name]]
        )
        folder = self.folder / secrets.token_hex(4)
        done = []
        for declaration, unit in units:
            listing, scope = self.readers[name].listing(declaration, unit, folder.name)
            done.append(
                collect(declaration, listing, unit=unit, scope=scope, folder=folder, secret=b"test")
            )
        assert [d.unit.type for d in done if d.quarantined] == []
        return done

    def publish(self, name: str, done: list[Collected]) -> Written:
        connector, scans = self.connector(name), Scans(self.driver, None)
        number = scans.start(connector)
        attempts = scans.plan(connector, number, [d.unit for d in done])
        publisher = Publisher(
            self.driver, Lake(self.folder / "lake"), CATALOGUE, connector, scan=number,
            attempts=attempts,
        )  # fmt: skip
        publisher.publish(done)
        publisher.finish()
        scans.finish(connector, number, summary={}, error=None)
        return publisher.published.written

    def scan(self, name: str) -> Written:
        return self.publish(name, self.read(name))

    def meetings(self) -> set[Meeting]:
        found = self.driver.execute_query(MEETINGS).records
        return {(row["a"], row["leads"], row["by"], row["b"]) for row in found}

    def picture(self) -> list[Any]:
        rows = self.driver.execute_query(PICTURE).records
        return sorted((r["a"], r["type"], r["b"], json.dumps(r["props"])) for r in rows)

    def names(self, label: str) -> set[str]:
        rows, _, _ = self.driver.execute_query(f"MATCH (n:{label}) RETURN n.name AS name")
        return {row["name"] for row in rows}

    def close(self) -> None:
        for reader in self.readers.values():
            reader.close()


@pytest.fixture(scope="module")
def azure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AzureCloud]:
    with AzureCloud(tmp_path_factory.mktemp("azure")).served() as served:
        yield served


@pytest.fixture(scope="module")
def inventory() -> Iterator[AssetInventory]:
    with AssetInventory() as service:
        yield service


@pytest.fixture
def company(
    graph: neo4j.Driver, aws_cloud: AwsCloud, azure: AzureCloud, inventory: AssetInventory,
    neo4j_server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Company]:  # fmt: skip
    azure.estate, azure.faults = whole(), type(azure.faults)()
    inventory.fill(estate(), NUMBERS)
    let_in(azure, inventory)
    environment = surroundings(tmp_path, neo4j_server, aws_cloud.endpoint_url)
    for name, value in (environment | azure.environment | inventory.environment()).items():
        monkeypatch.setenv(name, value)
    made = Company(driver=graph, folder=tmp_path, aws=aws_cloud, azure=azure, inventory=inventory)
    balancer = furnish(aws_cloud.endpoint_url)
    for record in records_of(azure):
        if record["name"] == "cdn":
            record["properties"]["CNAMERecord"] = {"cname": balancer}
    made.connect()
    yield made
    made.close()


def records_of(azure: AzureCloud) -> list[dict[str, Any]]:
    (path,) = (p for p in azure.estate.arm if p.endswith("/azure.shop.example/recordsets"))
    found: list[dict[str, Any]] = azure.estate.arm[path]
    return found


def let_in(azure: AzureCloud, inventory: AssetInventory) -> None:
    """Let a cluster of Google Cloud be an identity of Azure, and others a service account."""
    (path,) = (p for p in azure.estate.arm if p.endswith("/shop-web/federatedidentitycredentials"))
    cluster = {"issuer": CLUSTER, "subject": "system:serviceaccount:shop:web"}
    azure.estate.arm[path] = [*azure.estate.arm[path], {"name": "dock", "properties": cluster}]
    (app,) = (
        row for row in azure.estate.tables["Resources"]
        if row and row["type"].lower() == "microsoft.web/sites" and row["name"] == "shop"
    )  # fmt: skip
    app["properties"]["hostNames"] = [*app["properties"]["hostNames"], "*.shop.example.net"]
    for asset in inventory.assets:
        if asset["assetType"].endswith("/ServiceAccount") and CRANE_MAIL in str(asset):
            asset["iamPolicy"] = {"bindings": [
                {"role": ACT_AS, "members": [f"principalSet:{POOL}/attribute.aws_role/{SESSION}",
                                             f"principal:{POOL}/subject/{SHOP_WEB}"]},
                {"role": CREATE, "condition": {"title": "by day", "expression": "true"},
                 "members": [f"principal:{POOL}/subject/{SHOP_WEB}", f"principalSet:{POOL}/*"]},
            ]}  # fmt: skip
        elif asset["name"].endswith("/providers/entra"):
            asset["resource"]["data"]["attributeMapping"] = {"google.subject": "assertion.sub"}


def furnish(url: str) -> str:
    """Make records, roles and a load balancer; return the balancer's host name."""
    route53, iam = client(url, "route53"), client(url, "iam")
    made = route53.create_hosted_zone(Name="shop.example.com", CallerReference="1")
    zone = made["HostedZone"]["Id"]
    for name, kind, value in (
        ("quay", "A", "203.0.113.77"), ("web", "A", "203.0.113.13"), ("lan", "A", "10.0.0.7"),
        ("shop", "CNAME", "Shop.azurewebsites.net."),
        ("gone", "CNAME", "shop-gone.azurewebsites.net"),
        ("old", "CNAME", "old.shop.example.net"),
    ):  # fmt: skip
        record = {
            "Name": f"{name}.shop.example.com", "Type": kind, "TTL": 300,
            "ResourceRecords": [{"Value": value}],
        }  # fmt: skip
        change = {"Changes": [{"Action": "CREATE", "ResourceRecordSet": record}]}
        route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=change)
    provider = iam.create_open_id_connect_provider(
        Url=f"https://{ISSUER}", ClientIDList=["api://shop"], ThumbprintList=["a" * 40]
    )["OpenIDConnectProviderArn"]
    for name, entity in (("office", f"https://sts.windows.net/{TENANT}/"), ("people", PEOPLE)):
        iam.create_saml_provider(
            Name=name, SAMLMetadataDocument=f'<md:EntityDescriptor xmlns:md="m" entityID="{entity}"'
            f">{'.' * 1_000}</md:EntityDescriptor>",
        )  # fmt: skip
    trust(iam, "exporter", provider, {f"{ISSUER}:aud": "api://shop", f"{ISSUER}:sub": SHOP_WEB})
    trust(iam, "anybody", provider, {})
    trust(iam, "importer", GOOGLE, {f"{GOOGLE}:aud": CRANE, f"{GOOGLE}:oaud": "api"})
    elb = client(url, "elb")
    listener = {"Protocol": "HTTP", "LoadBalancerPort": 80, "InstancePort": 80}
    host: str = elb.create_load_balancer(
        LoadBalancerName="front", Listeners=[listener], AvailabilityZones=[f"{REGION}a"]
    )["DNSName"]
    return host


def trust(iam: Any, role: str, whom: str, claims: dict[str, str]) -> None:
    statement: dict[str, Any] = {
        "Effect": "Allow", "Principal": {"Federated": whom},
        "Action": "sts:AssumeRoleWithWebIdentity",
    }  # fmt: skip
    if claims:
        statement["Condition"] = {"StringEquals": claims}
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=json.dumps(policy))


def wanted() -> set[Meeting]:
    tenant = ENTRA
    return {
        # names that lead to another cloud's address or host
        ("quay.shop.example.com", "POINTS_TO", "203.0.113.77", "forgotten"),
        ("web.shop.example.com", "POINTS_TO", "203.0.113.13", "shop-bastion"),
        ("shop.shop.example.com", "POINTS_TO", "shop.azurewebsites.net", "shop"),
        ("quay.azure.shop.example", "POINTS_TO", "203.0.113.77", "forgotten"),
        ("shop.harbour.example", "POINTS_TO", "203.0.113.12", "shop-gateway"),
        ("turns.harbour.example", "POINTS_TO", "203.0.113.10", "shop-web-1"),
        ("turns.harbour.example", "POINTS_TO", "203.0.113.11", "shop"),
        ("cdn.azure.shop.example", "POINTS_TO", "front.us-east-1.elb.amazonaws.com", "front"),
        ("app.harbour.example", "POINTS_TO", "shop.azurewebsites.net", "shop"),
        # who is let in by another cloud's tokens
        ("exporter", "TRUSTS_IDENTITY", f"{tenant}#{SHOP_WEB}", "shop-web"),
        ("anybody", "TRUSTS_IDENTITY", tenant, "Shop"),
        ("shop-web", "TRUSTS_IDENTITY", f"{GOOGLE}#{CRANE}", CRANE_MAIL),
        ("entra", "TRUSTS_IDENTITY", tenant, "Shop"),
        ("importer", "TRUSTS_IDENTITY", f"{GOOGLE}#{CRANE}", CRANE_MAIL),
        (CRANE_MAIL, "GRANTS_TO", f"{tenant}#{SHOP_WEB}", "shop-web"),
        # whose tokens or assertions are taken
        ("shop-web", "TRUSTS_ISSUER", CLUSTER.removeprefix("https://"), "dock"),
        ("office", "TRUSTS_IDENTITY", tenant, "Shop"),
        ("people", "TRUSTS_IDENTITY", PEOPLE.removeprefix("https://"), "harbour.example"),
    }


def test_what_meets_is_found_in_whatever_order_the_clouds_are_read(company: Company) -> None:
    read = {name: company.read(name) for name in TYPES}
    pictures = []
    for order in itertools.permutations(TYPES):
        company.driver.execute_query("MATCH (n) WHERE NOT n:Connector DETACH DELETE n")
        for name in order:
            company.publish(name, read[name])
        pictures.append(company.picture())
    assert all(picture == pictures[0] for picture in pictures)
    assert wanted() - company.meetings() == set(), company.meetings()
    for name in TYPES:  # and read anew, nothing is written
        again = company.scan(name)
        assert (again.nodes, again.edges, again.removed, again.properties) == (0, 0, 0, 0)
    assert company.picture() == pictures[0]
    rows = company.driver.execute_query(SHARED).records
    assert [(r["a"], r["by"], r["b"]) for r in rows] == [("shop-web-1", "203.0.113.10", "gate")]
    rows = company.driver.execute_query(GRANTED).records
    assert {r["b"]: (r["roles"], r["is_conditional"]) for r in rows if r["a"] == CRANE_MAIL} == {
        POOL.replace(NUMBER, PROJECT): ([CREATE, ACT_AS], False),
        f"arn:aws:iam::{ACCOUNT}:role/importer": ([ACT_AS], False),
        f"identity:{ENTRA}#{SHOP_WEB}": ([CREATE, ACT_AS], False),
    }
    (row,) = company.driver.execute_query(ONE_POOL).records
    assert (row["a"], row["p"], row["account"]) == (CRANE_MAIL, "amazon", ACCOUNT)
    rows = company.driver.execute_query(WILD).records
    assert [(r["covers"], r["host"]) for r in rows] == [
        ("*.shop.example.net", "old.shop.example.net")
    ]
    (row,) = company.driver.execute_query(LET_IN).records
    assert (row["name"], row["account"]) == ("amazon", ACCOUNT)
    (address,), _, _ = company.driver.execute_query(
        "MATCH (n:PublicAddress {address: '203.0.113.77'}) RETURN n {.*, first_seen: null} AS n"
    )
    assert {k: v for k, v in address["n"].items() if v is not None} == {
        "uid": "ip:203.0.113.77", "name": "203.0.113.77", "address": "203.0.113.77", "version": 4,
        "cloud": "internet", "partition": "internet", "region": "global",
    }  # fmt: skip


def test_an_edge_goes_with_the_side_that_says_it_and_the_meeting_point_with_the_last(
    company: Company,
) -> None:
    for name in TYPES:
        company.scan(name)
    quay = {m for m in company.meetings() if m[2] == "203.0.113.77"}
    assert len(quay) == 2, "a record of AWS and one of Azure lead to an address of Google Cloud"
    records = records_of(company.azure)
    records[:] = [one for one in records if one["name"] != "quay"]
    assert company.scan("azure").removed > 0
    left = {m for m in company.meetings() if m[2] == "203.0.113.77"}
    assert left == {m for m in quay if m[0] == "quay.shop.example.com"}
    company.inventory.assets = [
        a for a in company.inventory.assets if not a["name"].endswith("/addresses/forgotten")
    ]
    company.scan("gcp")
    assert "203.0.113.77" not in {m[2] for m in company.meetings()}
    assert "203.0.113.77" in company.names("PublicAddress"), "the record of AWS leads there still"
    disconnect(company.driver, Lake(company.folder / "lake"), CATALOGUE, company.connector("aws"))
    assert "203.0.113.77" not in company.names("PublicAddress")
    assert "203.0.113.12" in company.names("PublicAddress")
    clouds, _, _ = company.driver.execute_query(
        "MATCH (n:Resource) WHERE NOT n:Unseen RETURN DISTINCT n.cloud AS cloud"
    )
    assert {row["cloud"] for row in clouds} == {"azure", "gcp", "internet"}
    orphans, _, _ = company.driver.execute_query(
        "MATCH (n:PublicAddress|HostName|ExternalIdentity) WHERE NOT EXISTS { (n)--() } RETURN n"
    )
    assert orphans == []


def test_what_could_not_be_read_keeps_its_edges_and_says_that_they_are_old(
    company: Company,
) -> None:
    for name in TYPES:
        company.scan(name)
    before = company.meetings()
    company.azure.faults.denied = {"federatedidentitycredentials"}
    company.scan("azure")
    assert company.meetings() == before
    (row,), _, _ = company.driver.execute_query(
        "MATCH (i:AzureManagedIdentity {name: 'shop-web'})-[e:TRUSTS_IDENTITY]->(x) "
        "WHERE x.issuer = $issuer RETURN e.stale AS stale, i.unread AS unread",
        issuer=GOOGLE,
    )
    assert row["stale"] is True
    assert row["unread"] == ["TRUSTS_IDENTITY", "TRUSTS_ISSUER"]
