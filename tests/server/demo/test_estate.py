"""The demo's estate holds what it says, with a pass and a fail side by side."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError

from server.demo.estate import fill
from server.demo.moto_server import MotoServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clouds.aws.fixtures import EstateCloud

_IN_EACH_REGION = {
    "kms:key": ("kms", "list_keys", "Keys", {}),
    "sns:topic": ("sns", "list_topics", "Topics", {}),
    "ec2:vpc": ("ec2", "describe_vpcs", "Vpcs", {}),
    "ec2:subnet": ("ec2", "describe_subnets", "Subnets", {}),
    "ec2:security-group": ("ec2", "describe_security_groups", "SecurityGroups", {}),
    "ec2:instance": ("ec2", "describe_instances", "Reservations", {}),
    "ec2:volume": ("ec2", "describe_volumes", "Volumes", {}),
    "ec2:snapshot": ("ec2", "describe_snapshots", "Snapshots", {"OwnerIds": ["self"]}),
    "ec2:image": ("ec2", "describe_images", "Images", {"Owners": ["self"]}),
    "ec2:network-interface": ("ec2", "describe_network_interfaces", "NetworkInterfaces", {}),
    "ec2:elastic-address": ("ec2", "describe_addresses", "Addresses", {}),
    "ec2:internet-gateway": ("ec2", "describe_internet_gateways", "InternetGateways", {}),
    "ec2:nat-gateway": ("ec2", "describe_nat_gateways", "NatGateways", {}),
    "ec2:egress-only-internet-gateway": (
        "ec2",
        "describe_egress_only_internet_gateways",
        "EgressOnlyInternetGateways",
        {},
    ),
    "ec2:transit-gateway": ("ec2", "describe_transit_gateways", "TransitGateways", {}),
    "ec2:vpc-peering-connection": (
        "ec2",
        "describe_vpc_peering_connections",
        "VpcPeeringConnections",
        {},
    ),
    "ec2:route-table": ("ec2", "describe_route_tables", "RouteTables", {}),
    "ec2:vpc-endpoint": ("ec2", "describe_vpc_endpoints", "VpcEndpoints", {}),
    "ec2:network-acl": ("ec2", "describe_network_acls", "NetworkAcls", {}),
    "ec2:flow-log": ("ec2", "describe_flow_logs", "FlowLogs", {}),
    "lambda:function": ("lambda", "list_functions", "Functions", {}),
    "elbv2:load-balancer": ("elbv2", "describe_load_balancers", "LoadBalancers", {}),
    "elbv2:target-group": ("elbv2", "describe_target_groups", "TargetGroups", {}),
    "elb:load-balancer": ("elb", "describe_load_balancers", "LoadBalancerDescriptions", {}),
    "rds:db": ("rds", "describe_db_instances", "DBInstances", {}),
    "rds:cluster": ("rds", "describe_db_clusters", "DBClusters", {}),
    # Less the snapshots that RDS makes by itself.
    "rds:snapshot": ("rds", "describe_db_snapshots", "DBSnapshots", {"SnapshotType": "manual"}),
    "rds:cluster-snapshot": (
        "rds",
        "describe_db_cluster_snapshots",
        "DBClusterSnapshots",
        {"SnapshotType": "manual"},
    ),
    "efs:file-system": ("efs", "describe_file_systems", "FileSystems", {}),
    "efs:access-point": ("efs", "describe_access_points", "AccessPoints", {}),
    "elasticache:cluster": ("elasticache", "describe_cache_clusters", "CacheClusters", {}),
    "elasticache:replication-group": (
        "elasticache",
        "describe_replication_groups",
        "ReplicationGroups",
        {},
    ),
    "opensearch:domain": ("opensearch", "list_domain_names", "DomainNames", {}),
    "logs:log-group": ("logs", "describe_log_groups", "logGroups", {}),
    "logs:metric-filter": ("logs", "describe_metric_filters", "metricFilters", {}),
    "cloudwatch:alarm": ("cloudwatch", "describe_alarms", "MetricAlarms", {}),
    "config:recorder": (
        "config",
        "describe_configuration_recorders",
        "ConfigurationRecorders",
        {},
    ),
    "guardduty:detector": ("guardduty", "list_detectors", "DetectorIds", {}),
    "accessanalyzer:analyzer": ("accessanalyzer", "list_analyzers", "analyzers", {}),
    "kms:custom-key-store": ("kms", "describe_custom_key_stores", "CustomKeyStores", {}),
    "ds:directory": ("ds", "describe_directories", "DirectoryDescriptions", {}),
    "firehose:stream": ("firehose", "list_delivery_streams", "DeliveryStreamNames", {}),
    "sqs:queue": ("sqs", "list_queues", "QueueUrls", {}),
    "acm:certificate": ("acm", "list_certificates", "CertificateSummaryList", {}),
    "ecr:repository": ("ecr", "describe_repositories", "repositories", {}),
    "secretsmanager:secret": ("secretsmanager", "list_secrets", "SecretList", {}),
    "apigateway:rest-api": ("apigateway", "get_rest_apis", "items", {}),
    "apigatewayv2:api": ("apigatewayv2", "get_apis", "Items", {}),
    "cloudtrail:trail": (
        "cloudtrail",
        "describe_trails",
        "trailList",
        {"includeShadowTrails": False},
    ),
}
_IN_IAM = {
    "iam:user": ("list_users", "Users", {}),
    "iam:group": ("list_groups", "Groups", {}),
    "iam:role": ("list_roles", "Roles", {}),
    "iam:policy": ("list_policies", "Policies", {"Scope": "Local"}),
    "iam:instance-profile": ("list_instance_profiles", "InstanceProfiles", {}),
    "iam:mfa-device": ("list_virtual_mfa_devices", "VirtualMFADevices", {}),
    "iam:saml-provider": ("list_saml_providers", "SAMLProviderList", {}),
    "iam:oidc-provider": ("list_open_id_connect_providers", "OpenIDConnectProviderList", {}),
    "iam:server-certificate": ("list_server_certificates", "ServerCertificateMetadataList", {}),
}
# What moto, like AWS, puts into every region by itself.
_BY_ITSELF = {
    "ec2:vpc": 3,
    "ec2:security-group": 3,
    "ec2:route-table": 10,  # the main one of each VPC, the demo's included
    "ec2:network-acl": 10,  # the default one of each VPC, likewise
    "kms:key": 3,  # alias/aws/ebs
}


def _pages(client: Any, method: str, field: str, settings: Any) -> Iterator[Any]:
    if not client.can_paginate(method):
        yield from getattr(client, method)(**settings)[field]
        return
    for page in client.get_paginator(method).paginate(**settings):
        yield from page.get(field, [])


@pytest.mark.parametrize("kind", _IN_EACH_REGION)
def test_the_regions_hold_as_many_as_it_says(estate: EstateCloud, kind: str) -> None:
    service, method, field, settings = _IN_EACH_REGION[kind]
    found = [
        item
        for region in estate.made.regions
        for item in _pages(estate.client(service, region), method, field, settings)
        if isinstance(item, str) or not item.get("DefaultForAz")
    ]
    assert len(found) - _BY_ITSELF.get(kind, 0) == estate.made.counts[kind]


@pytest.mark.parametrize("kind", _IN_IAM)
def test_iam_holds_as_many_as_it_says(estate: EstateCloud, kind: str) -> None:
    method, field, settings = _IN_IAM[kind]
    found = list(_pages(estate.client("iam"), method, field, settings))
    assert len(found) == estate.made.counts[kind]


def test_access_keys_and_inline_policies_are_as_many_as_it_says(estate: EstateCloud) -> None:
    iam = estate.client("iam")
    keys = inline = 0
    for user in iam.list_users()["Users"]:
        keys += len(iam.list_access_keys(UserName=user["UserName"])["AccessKeyMetadata"])
        inline += len(iam.list_user_policies(UserName=user["UserName"])["PolicyNames"])
    for role in iam.list_roles()["Roles"]:
        inline += len(iam.list_role_policies(RoleName=role["RoleName"])["PolicyNames"])
    for group in iam.list_groups()["Groups"]:
        inline += len(iam.list_group_policies(GroupName=group["GroupName"])["PolicyNames"])
    assert keys == estate.made.counts["iam:access-key"]
    assert inline == estate.made.counts["iam:inline-policy"]


def test_buckets_aliases_and_listeners_are_as_many_as_it_says(estate: EstateCloud) -> None:
    counts = estate.made.counts
    assert len(estate.client("s3").list_buckets()["Buckets"]) == counts["s3:bucket"]
    aliases = listeners = classic = 0
    for region in estate.made.regions:
        found = estate.client("kms", region).list_aliases()["Aliases"]
        aliases += sum(not alias["AliasName"].startswith("alias/aws/") for alias in found)
        elb = estate.client("elbv2", region)
        for balancer in elb.describe_load_balancers()["LoadBalancers"]:
            arn = balancer["LoadBalancerArn"]
            listeners += len(elb.describe_listeners(LoadBalancerArn=arn)["Listeners"])
        found = estate.client("elb", region).describe_load_balancers()
        for balancer in found["LoadBalancerDescriptions"]:
            classic += len(balancer["ListenerDescriptions"])
    assert aliases == counts["kms:alias"]
    assert listeners == counts["elbv2:listener"]
    assert classic == counts["elb:listener"]


def test_tables_and_mount_targets_are_as_many_as_it_says(estate: EstateCloud) -> None:
    counts = estate.made.counts
    assert len(estate.client("dynamodb").list_tables()["TableNames"]) == counts["dynamodb:table"]
    systems = estate.client("efs").describe_file_systems()["FileSystems"]
    assert sum(s["NumberOfMountTargets"] for s in systems) == counts["efs:mount-target"]


def test_hubs_are_as_many_as_it_says(estate: EstateCloud) -> None:
    hubs = [estate.client("securityhub", r) for r in ("us-east-1", "eu-west-1")]
    assert (
        len([hub.describe_hub()["HubArn"] for hub in hubs]) == estate.made.counts["securityhub:hub"]
    )


def test_containers_and_clusters_are_as_many_as_it_says(estate: EstateCloud) -> None:
    counts, ecs, eks = estate.made.counts, estate.client("ecs"), estate.client("eks")
    clusters = ecs.list_clusters()["clusterArns"]
    services = [arn for c in clusters for arn in ecs.list_services(cluster=c)["serviceArns"]]
    assert len(clusters) == counts["ecs:cluster"]
    assert len(services) == counts["ecs:service"]
    assert len(ecs.list_task_definitions()["taskDefinitionArns"]) == counts["ecs:task-definition"]
    names = eks.list_clusters()["clusters"]
    assert len(names) == counts["eks:cluster"]
    assert counts["eks:nodegroup"] == sum(
        len(eks.list_nodegroups(clusterName=name)["nodegroups"]) for name in names
    )


def test_stages_distributions_zones_and_records_are_as_many_as_it_says(
    estate: EstateCloud,
) -> None:
    counts, gateway = estate.made.counts, estate.client("apigateway")
    apis = [api["id"] for api in gateway.get_rest_apis()["items"]]
    stages = [s for api in apis for s in gateway.get_stages(restApiId=api)["item"]]
    assert len(stages) == counts["apigateway:stage"]
    listed = estate.client("cloudfront").list_distributions()["DistributionList"]
    assert len(listed["Items"]) == counts["cloudfront:distribution"]
    route53 = estate.client("route53")
    zones = route53.list_hosted_zones()["HostedZones"]
    assert len(zones) == counts["route53:zone"]
    assert counts["route53:record"] == sum(
        len(route53.list_resource_record_sets(HostedZoneId=zone["Id"])["ResourceRecordSets"])
        for zone in zones
    )


def test_it_is_a_mixed_estate_of_some_hundred_in_three_regions(estate: EstateCloud) -> None:
    assert 300 <= estate.made.total <= 900
    assert estate.made.regions == ("us-east-1", "eu-west-1", "eu-central-1")


def test_the_attack_path_holds_from_the_internet_to_the_data(estate: EstateCloud) -> None:
    balancer, listener, targets, instance, profile, role, policy, bucket = estate.made.attack_path
    elb, iam = estate.client("elbv2"), estate.client("iam")
    facing = elb.describe_load_balancers(LoadBalancerArns=[balancer])["LoadBalancers"][0]
    assert facing["Scheme"] == "internet-facing"
    action = elb.describe_listeners(ListenerArns=[listener])["Listeners"][0]["DefaultActions"][0]
    assert action["TargetGroupArn"] == targets
    health = elb.describe_target_health(TargetGroupArn=targets)["TargetHealthDescriptions"]
    identifier = health[0]["Target"]["Id"]
    assert instance.endswith(f"/{identifier}")
    found = estate.client("ec2").describe_instances(InstanceIds=[identifier])
    server = found["Reservations"][0]["Instances"][0]
    assert server["MetadataOptions"]["HttpTokens"] == "optional"
    assert server["IamInstanceProfile"]["Arn"] == profile
    held = iam.get_instance_profile(InstanceProfileName=profile.rsplit("/", 1)[1])
    assert held["InstanceProfile"]["Roles"][0]["Arn"] == role
    attached = iam.list_attached_role_policies(RoleName=role.rsplit("/", 1)[1])
    policies = [one["PolicyArn"] for one in attached["AttachedPolicies"]]
    assert policy in policies
    assert "arn:aws:iam::aws:policy/AdministratorAccess" in policies
    document = iam.get_policy_version(PolicyArn=policy, VersionId="v1")["PolicyVersion"]
    assert "s3:*" in document["Document"]["Statement"][0]["Action"]
    assert estate.client("s3").head_bucket(Bucket=bucket.rsplit(":", 1)[1])


def _opens(estate: EstateCloud, note: str) -> list[Any]:
    identifier = estate.made.notable[note].rsplit("/", 1)[1]
    found = estate.client("ec2").describe_security_groups(GroupIds=[identifier])
    permissions = found["SecurityGroups"][0]["IpPermissions"]
    return [
        (p["IpProtocol"], p.get("FromPort"), p.get("ToPort"), r.get("CidrIp") or r["CidrIpv6"])
        for p in permissions
        for r in (*p["IpRanges"], *p["Ipv6Ranges"])
    ]


@pytest.mark.parametrize(
    ("note", "rule"),
    [
        ("open_ssh_group", ("tcp", 22, 22, "0.0.0.0/0")),
        ("closed_ssh_group", ("tcp", 22, 22, "198.51.100.0/24")),
        ("open_rdp_group", ("tcp", 3389, 3389, "0.0.0.0/0")),
        ("closed_rdp_group", ("tcp", 3389, 3389, "198.51.100.0/24")),
        ("open_range_group", ("tcp", 20, 4000, "0.0.0.0/0")),
        ("open_ipv6_group", ("tcp", 22, 22, "::/0")),
        ("open_all_group", ("-1", None, None, "0.0.0.0/0")),
    ],
)
def test_security_groups_are_open_and_closed_as_named(
    estate: EstateCloud, note: str, rule: tuple[Any, ...]
) -> None:
    assert rule in _opens(estate, note)


def test_users_are_with_and_without_mfa_as_named(estate: EstateCloud) -> None:
    iam = estate.client("iam")
    for note, devices in (("console_user_without_mfa", 0), ("console_user_with_mfa", 1)):
        name = estate.made.notable[note].rsplit("/", 1)[1]
        assert iam.get_login_profile(UserName=name)
        assert len(iam.list_mfa_devices(UserName=name)["MFADevices"]) == devices


def test_some_keys_were_used_and_some_never(estate: EstateCloud) -> None:
    iam = estate.client("iam")
    used = {
        "LastUsedDate" in iam.get_access_key_last_used(AccessKeyId=key)["AccessKeyLastUsed"]
        for user in ("shop-developer-1", "shop-developer-2")
        for key in [iam.list_access_keys(UserName=user)["AccessKeyMetadata"][0]["AccessKeyId"]]
    }
    assert used == {True, False}


def test_keys_are_stale_and_fresh_as_named(estate: EstateCloud) -> None:
    iam, now = estate.client("iam"), datetime.now(UTC)
    ages = {}
    for note in ("user_with_stale_key", "user_with_fresh_key"):
        name = estate.made.notable[note].rsplit("/", 1)[1]
        key = iam.list_access_keys(UserName=name)["AccessKeyMetadata"][0]
        ages[note] = (now - key["CreateDate"]).days
    assert ages == {"user_with_stale_key": 730, "user_with_fresh_key": 30}


def test_buckets_are_public_and_private_as_named(estate: EstateCloud) -> None:
    s3 = estate.client("s3")
    names = {note: arn.rsplit(":", 1)[1] for note, arn in estate.made.notable.items()}
    policy = json.loads(s3.get_bucket_policy(Bucket=names["public_bucket"])["Policy"])
    assert policy["Statement"][0]["Principal"] == "*"
    assert policy["Statement"][0]["Effect"] == "Allow"
    with pytest.raises(ClientError, match="NoSuchPublicAccessBlockConfiguration"):
        s3.get_public_access_block(Bucket=names["public_bucket"])
    block = s3.get_public_access_block(Bucket=names["private_bucket"])
    assert all(block["PublicAccessBlockConfiguration"].values())
    with pytest.raises(ClientError, match="ServerSideEncryptionConfigurationNotFound"):
        s3.get_bucket_encryption(Bucket=names["unencrypted_bucket"])
    assert s3.get_bucket_encryption(Bucket=names["encrypted_bucket"])


def test_keys_images_snapshots_and_functions_are_as_named(estate: EstateCloud) -> None:
    kms, ec2, notes = estate.client("kms"), estate.client("ec2"), estate.made.notable
    tail = {note: arn.rsplit("/", 1)[-1] for note, arn in notes.items()}
    for note, rotated in (("key_with_rotation", True), ("key_without_rotation", False)):
        assert kms.get_key_rotation_status(KeyId=tail[note])["KeyRotationEnabled"] is rotated
    images = ec2.describe_images(ImageIds=[tail["public_image"], tail["private_image"]])
    assert {i["ImageId"]: i["Public"] for i in images["Images"]} == {
        tail["public_image"]: True,
        tail["private_image"]: False,
    }
    for note, groups in (("public_snapshot", ["all"]), ("private_snapshot", [])):
        found = ec2.describe_snapshot_attribute(
            SnapshotId=tail[note], Attribute="createVolumePermission"
        )
        assert [p["Group"] for p in found["CreateVolumePermissions"]] == groups
    public = estate.client("lambda").get_policy(FunctionName=notes["public_function"])
    assert json.loads(public["Policy"])["Statement"][0]["Principal"] == "*"


def test_databases_tables_and_file_systems_are_as_named(estate: EstateCloud) -> None:
    rds, notes = estate.client("rds"), estate.made.notable
    found = {d["DBInstanceArn"]: d for d in rds.describe_db_instances()["DBInstances"]}
    assert found[notes["encrypted_database"]]["StorageEncrypted"]
    assert found[notes["public_database"]]["PubliclyAccessible"]
    for note, who in (
        ("public_snapshot_of_database", ["all"]),
        ("private_snapshot_of_database", []),
    ):
        name = notes[note].rsplit(":", 1)[1]
        said = rds.describe_db_snapshot_attributes(DBSnapshotIdentifier=name)
        (restore,) = said["DBSnapshotAttributesResult"]["DBSnapshotAttributes"]
        assert restore["AttributeValues"] == who
    dynamodb = estate.client("dynamodb")
    for note, status in (("recoverable_table", "ENABLED"), ("table_without_recovery", "DISABLED")):
        name = notes[note].rsplit("/", 1)[1]
        said = dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
        assert said["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == status
    systems = estate.client("efs").describe_file_systems()["FileSystems"]
    encrypted = {s["FileSystemArn"]: s["Encrypted"] for s in systems}
    assert encrypted[notes["encrypted_file_system"]]
    assert not encrypted[notes["unencrypted_file_system"]]
    search = estate.client("opensearch")
    in_vpc = {
        note: "VPCOptions" in search.describe_domain(DomainName=name)["DomainStatus"]
        for note in ("private_domain", "public_domain")
        for name in [notes[note].rsplit("/", 1)[1]]
    }
    assert in_vpc == {"private_domain": True, "public_domain": False}


def test_secrets_are_planted_where_people_put_them(estate: EstateCloud) -> None:
    planted = {
        value
        for region in estate.made.regions
        for function in estate.client("lambda", region).list_functions()["Functions"]
        for value in function["Environment"]["Variables"].values()
    }
    assert len(planted & set(estate.made.secrets)) == 4
    directories = estate.client("ds").describe_directories()["DirectoryDescriptions"]
    shared = {d.get("RadiusSettings", {}).get("SharedSecret") for d in directories} - {None}
    assert len(shared) == 2
    assert shared <= set(estate.made.secrets)
    stages = estate.client("apigateway")
    variables = {
        value
        for api in stages.get_rest_apis()["items"]
        for stage in stages.get_stages(restApiId=api["id"])["item"]
        for value in stage["variables"].values()
    }
    assert len(variables & set(estate.made.secrets)) == 1
    assert all(len(secret) > 20 for secret in estate.made.secrets)


def test_every_notable_thing_is_named_by_an_arn(estate: EstateCloud) -> None:
    assert all(arn.startswith("arn:aws:") for arn in estate.made.notable.values())


def test_the_same_seed_builds_the_same_estate(estate: EstateCloud) -> None:
    with MotoServer() as another:
        again = fill(another.endpoint_url)
    assert again.notable == estate.made.notable
    assert again.attack_path == estate.made.attack_path
    assert again.secrets == estate.made.secrets
    assert again.counts == estate.made.counts
