"""A new resource type is one file in a folder, and no registry: everything follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import neo4j
import pytest

from docs import declared
from graph.connect import Settings
from graph.lake import Lake
from graph.ledger import Connector, Ledger
from graph.migrate import derived, migrate
from graph.publish import Published, Publisher
from graph.scans import Scans
from ingest.aws.calling import Account
from ingest.aws.planning import listing
from ingest.catalogue import Catalogue, discover
from ingest.collect import Unit, collect
from schema.sdl import sdl
from tests.clouds.aws.fixtures import AwsCloud
from tests.server.running import ACCOUNT, REGION, client, shell

LABEL = "AwsEc2KeyPair"
TYPE = '''"""Amazon EC2 key pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.aws.account import AwsAccount
    from ingest.aws.client import Aws


class AwsEc2KeyPair(Resource, service="ec2", lists="ec2:DescribeKeyPairs"):
    """A key pair for signing in to instances."""

    arn: str = key("Amazon Resource Name.")
    fingerprint: str | None = prop("Digest of the key.", indexed=True)
    kind: str | None = prop("`rsa` or `ed25519`.")
    account_of: Ref[AwsAccount] | None = edge("KEY_PAIR_OF", "The account it belongs to.")


def fetch(aws: Aws) -> Records[AwsEc2KeyPair]:
    """Yield the region's key pairs."""
    return aws.records(read, aws.pages("describe_key_pairs", "KeyPairs"))


def read(aws: Aws, item: Item) -> AwsEc2KeyPair:
    """Make the record of one."""
    return AwsEc2KeyPair(
        arn=aws.arn("ec2", f"key-pair/{item['KeyPairId']}"),
        name=item["KeyName"],
        created_at=item.get("CreateTime"),
        raw=item.raw,
        fingerprint=item.get("KeyFingerprint"),
        kind=item.get("KeyType"),
        account_of=Ref(aws.arn("iam", "root", region="")),
    )
'''


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that holds the file of one type, and nothing that tells of it."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "types" / "aws").mkdir(parents=True)
    (folder / "types" / "aws" / "ec2_key_pair.py").write_text(TYPE)
    return folder


@pytest.fixture(scope="module")
def catalogue(own: Path) -> Catalogue:
    return discover((own / "types",))


@pytest.fixture
def scan(
    aws_cloud: AwsCloud, graph: neo4j.Driver, catalogue: Catalogue, tmp_path: Path
) -> Iterator[Callable[[], Published]]:
    """Give a way to scan the key pairs of the region."""
    migrate(graph, catalogue)
    connector = Connector(
        name="shop", cloud="aws", partition="aws", scope=ACCOUNT, reference={}, options={}
    )
    ledger, scans = Ledger(graph), Scans(graph)
    ledger.add(connector)
    session = boto3.Session(
        aws_access_key_id="AKIATEST",
        aws_secret_access_key="test",  # noqa: S106 - any will do
    )
    account = Account(
        session, account=ACCOUNT, partition="aws", endpoint_url=aws_cloud.endpoint_url
    )

    def run() -> Published:
        unit = Unit(connector=connector.id, type=LABEL, region=REGION)
        number = scans.start(connector)
        attempts = scans.plan(connector, number, [unit])
        records, scope = listing(account, catalogue[LABEL], unit)
        collected = collect(
            catalogue[LABEL], records, unit=unit, scope=scope, folder=tmp_path / number,
            secret=b"for tests only",
        )  # fmt: skip
        publisher = Publisher(
            graph, Lake(tmp_path / "lake"), catalogue, connector, scan=number, attempts=attempts
        )
        publisher.publish([collected])
        publisher.finish()
        scans.finish(connector, number, summary={}, error=None)
        return publisher.published

    yield run
    account.close()


def test_it_is_in_the_catalogue_with_its_permissions(catalogue: Catalogue) -> None:
    assert LABEL in catalogue
    assert LABEL not in discover()
    assert len(catalogue.labels) == len(discover().labels) + 1
    assert "ec2:DescribeKeyPairs" in catalogue[LABEL].permissions
    assert "KEY_PAIR_OF" in catalogue.relationship_types
    assert (LABEL, "fingerprint") in catalogue.pairs
    assert (LABEL, "KEY_PAIR_OF", "AwsAccount") in catalogue.triples


def test_its_index_follows(catalogue: Catalogue, graph: neo4j.Driver) -> None:
    (statement,) = set(derived(catalogue)) - set(derived(discover()))
    assert LABEL in statement
    migrate(graph, catalogue)
    found = graph.execute_query("SHOW INDEXES YIELD labelsOrTypes AS l, properties AS p").records
    assert ([LABEL], ["fingerprint"]) in [(row["l"], row["p"]) for row in found]
    graph.execute_query("DROP INDEX awsec2keypair_fingerprint")


def test_its_records_are_written_kept_and_swept(
    scan: Callable[[], Published], aws_cloud: AwsCloud, graph: neo4j.Driver
) -> None:
    ec2 = client(aws_cloud.endpoint_url, "ec2")
    made = ec2.create_key_pair(KeyName="deploy")
    first = scan()
    query = f"MATCH (k:{LABEL})-[:KEY_PAIR_OF]->(a) RETURN k, labels(a) AS account"
    (row,) = graph.execute_query(query).records
    key = row["k"]
    assert key["uid"] == f"arn:aws:ec2:{REGION}:{ACCOUNT}:key-pair/{made['KeyPairId']}"
    assert (key["name"], key["fingerprint"]) == ("deploy", made["KeyFingerprint"])
    assert (key["account"], key["region"]) == (ACCOUNT, REGION)
    assert sorted(row["account"]) == ["Resource", "Unseen"]
    assert first.written.nodes > 0
    (said,) = graph.execute_query("MATCH (c:Connector) RETURN c.touched AS touched").records
    assert said["touched"] == [LABEL]
    second = scan()
    assert (second.written.nodes, second.written.edges, second.written.removed) == (0, 0, 0)
    ec2.delete_key_pair(KeyName="deploy")
    assert scan().written.removed > 0
    assert graph.execute_query(query).records == []


def test_the_schema_has_its_type_and_its_root_field(catalogue: Catalogue) -> None:
    text = sdl(catalogue)
    new = set(text.splitlines()) - set(sdl(discover()).splitlines())
    assert f"type {LABEL} implements Resource & Node {{" in new or any(
        line.startswith(f"type {LABEL} ") for line in new
    )
    assert "fingerprint: String" in "\n".join(new)
    assert any("awsEc2KeyPairs" in line for line in new)
    assert "A key pair for signing in to instances." in text


def test_its_page_of_the_reference_follows(
    catalogue: Catalogue, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(declared, "ROOT", own)  # the reference is of the built-in types otherwise
    monkeypatch.setattr(declared, "catalogue", lambda: catalogue)
    page = declared._type(catalogue[LABEL])
    assert "A key pair for signing in to instances." in page
    assert "ec2:DescribeKeyPairs" in page
    assert "fingerprint" in page


def test_the_command_line_knows_it(
    own: Path, scan: Callable[[], Published], aws_cloud: AwsCloud, neo4j_server: Settings,
    tmp_path: Path,
) -> None:  # fmt: skip
    client(aws_cloud.endpoint_url, "ec2").create_key_pair(KeyName="deploy")
    scan()
    user = shell(tmp_path / "home", neo4j_server, aws_cloud.endpoint_url)
    (found,) = user.json("resources", "--type", LABEL, CIRROGRAPH_OWN=str(own))
    assert (found["type"], found["name"]) == (LABEL, "deploy")
    assert f"'{LABEL}'" in user.refused("resources", "--type", LABEL)
