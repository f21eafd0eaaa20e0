"""The style file of Neo4j Browser, made of the declarations: a colour for each family of types.

A type's family follows from its service; EC2 holds several, so its networks and disks are told
apart by the word in their label, as are all types of Azure and Google Cloud, where what no word
names is network. What no family of AWS knows is drawn as the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.catalogue import Declaration, discover

PEOPLE, NETWORK, COMPUTE, DATA = "#b45309", "#0f766e", "#1d4ed8", "#6d28d9"
SECRETS, WATCHING, REST = "#a16207", "#15803d", "#64748b"
FAMILIES = {
    PEOPLE: ("iam", "sts", "account", "ds"),
    NETWORK: (
        "elb", "elbv2", "route53", "cloudfront", "apigateway", "apigatewayv2",
    ),
    COMPUTE: ("lambda", "ecs", "eks", "ecr"),
    DATA: (
        "s3", "sns", "sqs", "rds", "dynamodb", "efs", "elasticache", "opensearch", "firehose",
    ),
    SECRETS: ("kms", "secretsmanager", "acm"),
    WATCHING: (
        "cloudtrail", "logs", "cloudwatch", "config", "guardduty", "securityhub", "accessanalyzer",
    ),
}  # fmt: skip
WORDS = {"Region": PEOPLE, "Volume": DATA, "Snapshot": DATA, "Ec2": COMPUTE}
# Azure and Google Cloud list everything through one service or two: their labels say what it is.
NAMED = {  # the first that fits
    REST: ("AzureResource$", "GcpResource$"),
    SECRETS: (
        "KeyVault", "DiskEncryptionSet", "CryptoKey", "KeyRing", "Secret$", "SslCertificate",
        "ApiKey",
    ),
    WATCHING: (
        "Alert", "Log", "ActionGroup", "Insights", "Diagnostic", "Watcher", "Defender",
        "SecurityAssessment", "SecurityContact", "SecuritySetting", "NotificationChannel",
        "EssentialContact", "AccessApproval",
    ),
    PEOPLE: (
        "Entra", "Identity", "Role", "ServiceAccount", "PolicyAssignment", "ManagementLock",
        "Tenant", "Subscription", "ResourceGroup", "ManagementGroup", "Organization", "Folder",
        "Project", "EnabledService",
    ),
    COMPUTE: (
        "VirtualMachine", "ScaleSet", "WebApp$", "AppService", "Kubernetes", "Gke",
        "ContainerRegistry", "Databricks", "Dataproc", "Function", "CloudRun", "ComputeInstance",
        "InstanceGroup", "Image",
    ),
    DATA: (
        "Disk", "Snapshot", "Storage", "Sql(Server|Database|Instance)", "MysqlServer",
        "PostgresqlServer", "BigQuery", "Pubsub", "BackendBucket",
    ),
}  # fmt: skip
OURS = {  # colour, caption, diameter
    "Resource": (REST, "{name}", 55),
    "Unseen": ("#9ca3af", "{uid}", 45),
    "Tag": ("#9ca3af", "{key}", 35),
    "Finding": ("#b91c1c", "{status}", 50),
    "Control": ("#475569", "{title}", 60),
    "Verdict": ("#475569", "{verdict}", 45),
    "Connector": ("#9ca3af", "{name}", 65),
    "Unit": ("#9ca3af", "{type}", 45),
    "Scan": ("#9ca3af", "{state}", 45),
    "Evaluation": ("#9ca3af", "{at}", 45),
    "Report": ("#9ca3af", "{mandate}", 50),
    "ReportRun": ("#9ca3af", "{number}", 40),
    "Waiver": ("#9ca3af", "{id}", 45),
    "Override": ("#9ca3af", "{control}", 45),
    "ManualOutcome": ("#475569", "{requirement}", 45),
    "Schedule": ("#9ca3af", "{cron}", 45),
    "Tick": ("#9ca3af", "{state}", 35),
    "Worker": ("#9ca3af", "{id}", 45),
    "ControlReads": ("#9ca3af", "{id}", 35),
    "FindingCounter": ("#9ca3af", "{n}", 35),
    "FindingChange": ("#9ca3af", "{change}", 35),
    "CirrographSchema": ("#9ca3af", "{version}", 35),
}
EDGES = """relationship {
  color: #94a3b8;
  shaft-width: 1px;
  font-size: 8px;
  padding: 3px;
  text-color-external: #475569;
  text-color-internal: #FFFFFF;
  caption: '<type>';
}
"""
ANY = """node {
  diameter: 50px;
  color: #64748b;
  border-color: #64748b;
  border-width: 2px;
  text-color-internal: #FFFFFF;
  font-size: 10px;
}
"""


def style(catalogue: Iterable[Declaration] | None = None) -> str:
    """Return the whole file, of all the types that are shipped or those of a catalogue."""
    known = discover() if catalogue is None else catalogue
    shown = {d.label: (colour(d), "{name}", 55) for d in known}
    rules = [_rule(label, *how) for label, how in {**OURS, **shown}.items()]
    return "\n".join([ANY, EDGES, *rules])


def colour(declaration: Declaration) -> str:
    """Return the colour of a type's family."""
    if declaration.service == "ec2":
        found = (shade for word, shade in WORDS.items() if word in declaration.label)
        return next(found, NETWORK)
    if declaration.cloud in {"azure", "gcp", "internet"}:
        return next((s for s, names in NAMED.items() if _fits(declaration.label, names)), NETWORK)
    found = (shade for shade, services in FAMILIES.items() if declaration.service in services)
    return next(found, REST)


def _fits(label: str, names: Iterable[str]) -> bool:
    return any(re.search(name, label) for name in names)


def _rule(label: str, shade: str, caption: str, diameter: int) -> str:
    return (
        f"node.{label} {{\n  color: {shade};\n  border-color: {shade};\n"
        f"  text-color-internal: #FFFFFF;\n  caption: '{caption}';\n  diameter: {diameter}px;\n}}\n"
    )
