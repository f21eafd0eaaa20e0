"""Amazon SNS topics and what they deliver to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.aws.kms import kms_ref
from ingest.aws.policy import document, public_actions, requires_tls
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.firehose_stream import AwsFirehoseStream
    from ingest.aws.iam_role import AwsIamRole
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey
    from ingest.aws.lambda_function import AwsLambdaFunction
    from ingest.aws.sqs_queue import AwsSqsQueue

ATTRIBUTES = "sns:GetTopicAttributes"
SUBSCRIPTIONS = "sns:ListSubscriptionsByTopic"


class AwsSnsTopic(Resource, service="sns", lists="sns:ListTopics"):
    """An Amazon SNS topic."""

    arn: str = key("Amazon Resource Name.")
    display_name: str | None = prop("Sender's name of its text messages.", reads=ATTRIBUTES)
    is_fifo: bool = prop("It keeps messages in order.", reads=ATTRIBUTES)
    policy: Document | None = prop("The topic policy.", reads=ATTRIBUTES)
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who.",
        reads=ATTRIBUTES,
    )
    requires_tls: bool = prop(
        "The policy denies requests that are not made over TLS.", reads=ATTRIBUTES
    )
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "Key of the messages at rest.", reads=ATTRIBUTES
    )
    feedback_roles: list[Ref[AwsIamRole]] = edge(
        "HAS_ROLE", "Roles with which it logs deliveries.", reads=ATTRIBUTES
    )
    subscription_protocols: list[str] = prop(
        "Protocols it delivers by: `email`, `http`, `lambda`, `sqs`, ...", reads=SUBSCRIPTIONS
    )
    subscribers: list[Ref[AwsLambdaFunction | AwsSqsQueue | AwsFirehoseStream]] = edge(
        "DELIVERS_TO",
        "What it delivers to, where that has an ARN.",
        reads=SUBSCRIPTIONS,
        props={"protocol": "`lambda`, `sqs`, `firehose`, `application`."},
    )
    tags: dict[str, str] = tags(reads="sns:ListTagsForResource")


TOPIC = {"TopicArn": "TopicArn"}
PARTS = (
    Part("Attributes", "get_topic_attributes", ATTRIBUTES, TOPIC),
    Part(
        "Subscriptions", "list_subscriptions_by_topic", SUBSCRIPTIONS, TOPIC, pages="Subscriptions"
    ),
    Part(
        "Tagging", "list_tags_for_resource", "sns:ListTagsForResource", {"ResourceArn": "TopicArn"}
    ),
)


def fetch(aws: Aws) -> Records[AwsSnsTopic]:
    """Yield the region's topics."""
    return aws.records(read, aws.pages("list_topics", "Topics"), PARTS)


def read(aws: Aws, item: Item) -> AwsSnsTopic:
    """Make the record of one topic."""
    about, subscriptions = item.part("Attributes"), item.part("Subscriptions")
    return AwsSnsTopic(
        arn=item["TopicArn"],
        name=item["TopicArn"].rsplit(":", 1)[-1],
        created_at=None,
        raw=item.raw,
        display_name=about.read(lambda a: a["Attributes"].get("DisplayName") or None),
        is_fifo=about.read(lambda a: a["Attributes"].get("FifoTopic") == "true"),
        policy=about.read(_policy),
        policy_public_actions=about.read(lambda a: public_actions(_policy(a))),
        requires_tls=about.read(lambda a: requires_tls(_policy(a))),
        kms_key=about.read(lambda a: kms_ref(aws, a["Attributes"].get("KmsMasterKeyId"))),
        feedback_roles=about.read(_feedback_roles),
        subscription_protocols=subscriptions.read(
            lambda s: sorted({entry["Protocol"] for entry in s["Subscriptions"]})
        ),
        subscribers=subscriptions.read(_subscribers),
        tags=item.part("Tagging").read(lambda t: tags_of(t.get("Tags"))),
    )


def _policy(answer: Json) -> Document | None:
    return document(answer["Attributes"].get("Policy"))


def _feedback_roles(answer: Json) -> list[Ref[AwsIamRole]]:
    attributes = answer["Attributes"].items()
    return [Ref(arn) for name, arn in attributes if name.endswith("FeedbackRoleArn") and arn]


def _subscribers(
    answer: Json,
) -> list[Ref[AwsLambdaFunction | AwsSqsQueue | AwsFirehoseStream]]:
    return [
        Ref(entry["Endpoint"], {"protocol": entry["Protocol"]})
        for entry in answer["Subscriptions"]
        if (entry.get("Endpoint") or "").startswith("arn:")
    ]
