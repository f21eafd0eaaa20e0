"""Whatever a cloud says of a resource that names another one is an edge, or has a reason not to.

Every text of a resource's raw configuration and of its properties that is an ARN or an id of a
known type must be its own uid, stand in a policy document, be where one of its edges leads, or be
listed in `REASONS`. A reason that nothing needs any more fails too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import orjson

from ingest.aws.calling import Account
from ingest.aws.client import Aws
from ingest.catalogue import Declaration, discover
from ingest.identity import Scope
from ingest.model import Malformed
from ingest.rows import row_maker
from server.demo.ground import REGIONS
from tests.ingest.aws.reading import ACCOUNT, account

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import EstateCloud

REFERENCE = re.compile(
    r"arn:[^:\s]+:[^:\s]*:[^:\s]*:[^:\s]*:\S+"
    r"|(i|vpc|subnet|sg|sgr|eni|vol|snap|ami|eipalloc|eipassoc|eni-attach|rtb|igw|eigw|nat|pcx|vpce|tgw|fl|acl|dopt)"
    r"-[0-9a-f]{8,17}"
    r"|(AKIA|ASIA|AIDA|AROA|AGPA|ANPA|AIPA)[A-Z0-9]{16,}"
    r"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
DOCUMENTS = {"PolicyDocument", "AssumeRolePolicyDocument", "Document"}

OTHER_SIDE = "the other type declares the edge"
ATTACHMENT = "an attachment is the edge itself, no resource"
ASSOCIATION = "an association is the edge itself, no resource"
SUBNET_GROUP = "a group of subnets, which are the edges"
ROLE_ID = "the id of the role that HAS_ROLE leads to"
STANDARD = "a standard is AWS's own list of checks, no resource"
STANDS_THERE = "a region only tells whether it has one; what it has stands in it"
PROCESSOR = (
    "raw.Stream.DeliveryStreamDescription.Destinations.ExtendedS3DestinationDescription"
    ".ProcessingConfiguration.Processors.Parameters.ParameterValue"
)

IN_URI = "a URI that holds the ARN of the function that an edge leads to"

REASONS: dict[tuple[str, str], str] = {
    ("AwsApiGatewayRestApi", "raw.Authorizers.items.authorizerUri"): IN_URI,
    (
        "AwsApiGatewayRestApi",
        "raw.Resources.items.resourceMethods.POST.methodIntegration.uri",
    ): IN_URI,
    ("AwsEksCluster", "raw.Cluster.cluster.clientRequestToken"): (
        "the caller's own, against making it twice"
    ),
    ("AwsSnsTopic", "raw.Subscriptions.Subscriptions.SubscriptionArn"): (
        "a subscription is an edge to where it delivers, or a protocol"
    ),
    ("AwsClassicLoadBalancer", "raw.ListenerDescriptions.Listener.SSLCertificateId"): (
        "the edge is the listener's"
    ),
    ("AwsEc2Instance", "raw.BlockDeviceMappings.Ebs.VolumeId"): OTHER_SIDE,
    ("AwsEc2Instance", "raw.ClientToken"): "the caller's own, against launching twice",
    ("AwsEc2Instance", "raw.NetworkInterfaces.Attachment.AttachmentId"): ATTACHMENT,
    ("AwsEc2Instance", "raw.NetworkInterfaces.NetworkInterfaceId"): OTHER_SIDE,
    ("AwsElasticacheCluster", "raw.SubnetGroup.CacheSubnetGroups.ARN"): SUBNET_GROUP,
    ("AwsElasticAddress", "raw.AssociationId"): ASSOCIATION,
    ("AwsFirehoseStream", PROCESSOR): "with a version at its end; the edge leads to the function",
    ("AwsIamInstanceProfile", "raw.Profile.InstanceProfile.Roles.RoleId"): ROLE_ID,
    ("AwsIamInstanceProfile", "raw.Roles.RoleId"): ROLE_ID,
    ("AwsIamRole", "raw.InstanceProfileList.Arn"): OTHER_SIDE,
    ("AwsIamUser", "raw.MFADevices.MFADevices.SerialNumber"): OTHER_SIDE,
    ("AwsLambdaFunction", "raw.FunctionPolicy.RevisionId"): "a revision of the policy",
    ("AwsLogMetricFilter", "raw.Alarms.MetricAlarms.AlarmActions"): "an edge of the alarm",
    ("AwsNetworkInterface", "raw.Association.AllocationId"): OTHER_SIDE,
    ("AwsNetworkInterface", "raw.Association.AssociationId"): ASSOCIATION,
    ("AwsNetworkInterface", "raw.Attachment.AttachmentId"): ATTACHMENT,
    ("AwsNetworkInterface", "raw.RequesterId"): "the id of the service that made it",
    ("AwsNetworkInterface", "requester_id"): "the id of the service that made it",
    ("AwsNatGateway", "raw.NatGatewayAddresses.AssociationId"): ASSOCIATION,
    ("AwsRdsCluster", "raw.SubnetGroup.DBSubnetGroups.DBSubnetGroupArn"): SUBNET_GROUP,
    ("AwsRdsInstance", "raw.DBSubnetGroup.DBSubnetGroupArn"): SUBNET_GROUP,
    ("AwsRegion", "raw.Analyzers.analyzers.arn"): STANDS_THERE,
    ("AwsRegion", "raw.Hub.HubArn"): STANDS_THERE,
    ("AwsSecurityHub", "raw.Standards.StandardsSubscriptions.StandardsArn"): STANDARD,
    ("AwsSecurityHub", "raw.Standards.StandardsSubscriptions.StandardsSubscriptionArn"): STANDARD,
    ("AwsSecurityGroup", "raw.IpPermissions.UserIdGroupPairs.GroupId"): "an edge of the rule",
    ("AwsVpcEndpoint", "raw.RouteTableIds"): OTHER_SIDE,
}


def test_every_reference_is_an_edge_or_has_a_reason(estate: EstateCloud) -> None:
    found = set(references(estate.moto_url))
    without = {(label, path) for label, path in found if (label, path) not in REASONS}
    assert without == set(), "make an edge of it, or say in REASONS why it is none"
    stale = set(REASONS) - found
    assert stale == set(), "nothing needs these reasons any more"


def references(endpoint_url: str) -> Iterator[tuple[str, str]]:
    """Yield label and path of every reference that is no edge."""
    with account(endpoint_url) as owner:
        for declaration in discover().of_cloud("aws"):
            for region in REGIONS[:1] if declaration.is_global else REGIONS:
                for path in _of_unit(declaration, owner, region):
                    yield declaration.label, path


def _of_unit(declaration: Declaration, owner: Account, region: str) -> Iterator[str]:
    where = "global" if declaration.is_global else region
    scope = Scope(cloud="aws", partition="aws", account=ACCOUNT, region=where)
    make = row_maker(declaration, scope)
    for record in declaration.fetch(Aws(owner=owner, service=declaration.service, region=region)):
        assert not isinstance(record, Malformed), record.error
        row = make(record)
        payload = {"p": orjson.loads(row.props), **orjson.loads(row.links)}
        own = payload["p"].get("incarnation", row.uid)
        known = {row.uid, own, *(uid for _, _, ends in payload["e"] for uid, _ in ends)}
        for path, text in (*texts(payload["p"], ""), *texts(record.raw, "raw")):
            if REFERENCE.fullmatch(text) and not any(_names(text, uid) for uid in known):
                yield path


def _names(text: str, uid: str) -> bool:
    """Tell whether a text is a uid or the short id at the end of one."""
    return text.removesuffix(":*") == uid or re.split(r"[/:]", uid)[-1] == text


def texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every text in nested values outside policy documents."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in DOCUMENTS:
                yield from texts(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item, path)


def test_the_pattern_knows_references() -> None:
    for text in (
        "arn:aws:s3:::bucket",
        "arn:aws-us-gov:iam::123456789012:role/a/b",
        "sg-0123456789abcdef0",
        "AKIAIOSFODNN7EXAMPLE",
        "0a1b2c3d-0000-1111-2222-333344445555",
    ):
        assert REFERENCE.fullmatch(text), text
    for text in ("web-1", "sg-web", "arn:aws", "t3.micro", '{"a": "arn:aws:s3:::bucket"}'):
        assert not REFERENCE.fullmatch(text), text
