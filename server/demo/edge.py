"""The demo's edge: certificates, two distributions, and the zones whose names lead to them.

Comes after the balancers, which ask for the certificates they show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, tag_map, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_OWN, _OLD = "shop.example.com", "shop.example.org"
_CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2"  # AWS's own, the same for everyone


def build_edge(ground: Ground) -> None:
    """Make the distributions and zones; the book gets `distribution/NAME`, `zone/NAME`."""
    _certificates(ground)
    _distributions(ground)
    _zones(ground)


def _certificates(ground: Ground) -> None:
    with ground.days_ago(30):
        unlogged = ground.client("acm").request_certificate(
            DomainName=_OLD,
            Options={"CertificateTransparencyLoggingPreference": "DISABLED"},
            Tags=tags(_OLD, owner=False),
        )
    ground.made("acm:certificate")
    ground.book["certificate/old"] = unlogged["CertificateArn"]
    ground.notable["unlogged_certificate"] = unlogged["CertificateArn"]


def _distributions(ground: Ground) -> None:
    good: dict[str, Any] = {
        "Aliases": {"Quantity": 1, "Items": [_OWN]},
        "DefaultRootObject": "index.html",
        "WebACLId": ground.arn("wafv2", HOME, "global/webacl/shop/0a1b2c3d"),
        "ViewerCertificate": _shown(ground.book[f"certificate/{HOME}"], "TLSv1.2_2021"),
        "Logging": {
            "Enabled": True,
            "IncludeCookies": False,
            "Bucket": "platform-access-logs.s3.amazonaws.com",
            "Prefix": "edge/",
        },
        "Restrictions": {
            "GeoRestriction": {"RestrictionType": "blacklist", "Quantity": 1, "Items": ["KP"]}
        },
    }
    identity = "origin-access-identity/cloudfront/E1SHOPWEBMEDIA"
    media = {
        "Id": "media",
        "DomainName": f"shop-web-media.s3.{HOME}.amazonaws.com",
        "S3OriginConfig": {"OriginAccessIdentity": identity},
    }
    ground.notable["good_distribution"] = _distribution(
        ground, "shop", [media], good, policy="redirect-to-https"
    )
    server = _dns_name(ground, "shop-web-legacy")
    origins = [
        _server(server, "match-viewer", ground.secret("edge-header")),
        _server(f"shop-web-retired.s3-website-{HOME}.amazonaws.com", "http-only"),
    ]
    old = {"ViewerCertificate": _shown(ground.book["certificate/old"], "TLSv1_2016")}
    _distribution(ground, "partners", [media], old, policy="https-only")
    ground.notable["careless_distribution"] = _distribution(
        ground, "legacy", origins, {}, policy="allow-all"
    )


def _shown(certificate: str, minimum: str) -> dict[str, Any]:
    return {
        "CloudFrontDefaultCertificate": False,
        "ACMCertificateArn": certificate,
        "SSLSupportMethod": "sni-only",
        "MinimumProtocolVersion": minimum,
    }


def _distribution(
    ground: Ground,
    name: str,
    origins: list[dict[str, Any]],
    settings: dict[str, Any],
    *,
    policy: str,
) -> str:
    marks = tags(name, owner=name != "legacy")
    config = {
        "CallerReference": name,
        "Comment": name,
        "Enabled": True,
        "Origins": {"Quantity": len(origins), "Items": origins},
        "DefaultCacheBehavior": {
            "TargetOriginId": origins[0]["Id"],
            "ViewerProtocolPolicy": policy,
            "MinTTL": 0,
            "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}},
        },
        **settings,
    }
    made = ground.client("cloudfront").create_distribution_with_tags(
        DistributionConfigWithTags={"DistributionConfig": config, "Tags": {"Items": marks}}
    )["Distribution"]
    ground.book[f"distribution/{name}"] = made["DomainName"]
    ground.made("cloudfront:distribution")
    arn: str = made["ARN"]
    return arn


def _server(host: str, policy: str, *secrets: str) -> dict[str, Any]:
    headers = [{"HeaderName": "X-Origin-Verify", "HeaderValue": secret} for secret in secrets]
    return {
        "Id": host,
        "DomainName": host,
        "CustomHeaders": {"Quantity": len(headers), "Items": headers},
        "CustomOriginConfig": {
            "HTTPPort": 80,
            "HTTPSPort": 443,
            "OriginProtocolPolicy": policy,
            "OriginSslProtocols": {"Quantity": 2, "Items": ["TLSv1", "TLSv1.2"]},
        },
    }


def _zones(ground: Ground) -> None:
    own = _zone(ground, _OWN)
    old = _zone(ground, _OLD)
    inside = {"VPCRegion": HOME, "VPCId": ground.book[f"vpc/{HOME}/prod"]}
    _zone(ground, "shop.internal", VPC=inside, HostedZoneConfig={"PrivateZone": True})
    _log_queries(ground, own)
    _alias(ground, own, _OWN, ground.book["distribution/shop"], _CLOUDFRONT_ZONE)
    _alias(ground, own, f"api.{_OWN}", _dns_name(ground, "shop-web"), "Z35SXDOTRQ7X7K")
    _record(ground, own, f"vpn.{_OWN}", "A", _elastic_ip(ground))
    website = f"shop-web-assets.s3-website-{HOME}.amazonaws.com"
    _record(ground, own, f"assets.{_OWN}", "CNAME", website)
    _record(ground, old, f"old.{_OLD}", "CNAME", f"old.{_OLD}.s3-website-{HOME}.amazonaws.com")
    _record(ground, old, f"cdn.{_OLD}", "CNAME", "d0gone0000000.cloudfront.net")
    _record(ground, own, f"quay.{_OWN}", "A", "203.0.113.77")  # of a project of Google Cloud
    _record(ground, own, f"web.{_OWN}", "CNAME", "shop.azurewebsites.net")
    _record(ground, old, f"azure.{_OLD}", "CNAME", "shop-gone.azurewebsites.net")
    for note, zone in (("logged_zone", own), ("unlogged_zone", old)):
        ground.notable[note] = f"arn:aws:route53:::hostedzone/{zone}"


def _zone(ground: Ground, name: str, **settings: Any) -> str:
    route53 = ground.client("route53")
    made = route53.create_hosted_zone(Name=name, CallerReference=name, **settings)
    identifier: str = made["HostedZone"]["Id"].rpartition("/")[2]
    marks = [{"Key": key, "Value": value} for key, value in tag_map(name).items()]
    route53.change_tags_for_resource(
        ResourceType="hostedzone", ResourceId=identifier, AddTags=marks
    )
    ground.made("route53:zone")
    ground.made("route53:record", 2)  # NS and SOA
    return identifier


def _log_queries(ground: Ground, zone: str) -> None:
    name = f"/aws/route53/{_OWN}"
    ground.client("logs").create_log_group(logGroupName=name, tags=tag_map("shop-queries"))
    ground.made("logs:log-group")
    ground.client("route53").create_query_logging_config(
        HostedZoneId=zone, CloudWatchLogsLogGroupArn=ground.arn("logs", HOME, f"log-group:{name}:*")
    )


def _alias(ground: Ground, zone: str, name: str, target: str, of: str) -> None:
    alias = {"HostedZoneId": of, "DNSName": target, "EvaluateTargetHealth": False}
    _change(ground, zone, {"Name": name, "Type": "A", "AliasTarget": alias})


def _record(ground: Ground, zone: str, name: str, kind: str, value: str) -> None:
    found = {"Name": name, "Type": kind, "TTL": 300, "ResourceRecords": [{"Value": value}]}
    _change(ground, zone, found)


def _change(ground: Ground, zone: str, record: dict[str, Any]) -> None:
    ground.client("route53").change_resource_record_sets(
        HostedZoneId=zone,
        ChangeBatch={"Changes": [{"Action": "CREATE", "ResourceRecordSet": record}]},
    )
    ground.made("route53:record")


def _dns_name(ground: Ground, balancer: str) -> str:
    found = ground.client("elbv2").describe_load_balancers(
        LoadBalancerArns=[ground.book[f"balancer/{balancer}"]]
    )
    name: str = found["LoadBalancers"][0]["DNSName"]
    return name


def _elastic_ip(ground: Ground) -> str:
    found = ground.client("ec2").describe_addresses()["Addresses"]
    ip: str = min(address["PublicIp"] for address in found)
    return ip
