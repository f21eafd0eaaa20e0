"""The demo's load balancers: listeners in clear text and in TLS, target groups with targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground


@dataclass(frozen=True, kw_only=True)
class _Balancer:
    name: str
    targets: tuple[str, ...]
    group: str
    region: str = HOME
    scheme: str = "internet-facing"
    tls: bool = True
    policy: str = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    certificate_age: int = 30  # in days, of 365; long enough to be issued by now
    clear: str | None = None  # forward, redirect, or no listener on port 80
    logged: bool = True
    protected: bool = False  # from being deleted
    owner: bool = True


_BALANCERS = (
    _Balancer(
        name="shop-web-legacy",
        targets=("shop-web-legacy",),
        group="shop-web-open",
        tls=False,
        clear="forward",
        logged=False,
        owner=False,
    ),
    _Balancer(
        name="shop-web",
        targets=("shop-web-1", "shop-web-2"),
        group="shop-web",
        clear="redirect",
        protected=True,
    ),
    _Balancer(
        name="billing", targets=("billing-worker-1",), group="billing-worker", scheme="internal"
    ),
    _Balancer(
        name="search",
        targets=("search-node-1",),
        group="search-node",
        region="eu-west-1",
        scheme="internal",
        tls=False,
        clear="forward",
    ),
    _Balancer(
        name="eu-shop-web",
        targets=("shop-web-1",),
        group="shop-web",
        region="eu-central-1",
        policy="ELBSecurityPolicy-2016-08",
        certificate_age=350,
        clear="redirect",
    ),
)


def build_balancers(ground: Ground) -> None:
    """Make the balancers; the book gets `balancer/NAME`, `listener/NAME/PORT`, `targets/NAME`."""
    for balancer in _BALANCERS:
        _balancer(ground, balancer)
    for note, entry in {
        "internet_facing_balancer": "balancer/shop-web-legacy",
        "internal_balancer": "balancer/billing",
        "clear_text_listener": "listener/shop-web-legacy/80",
        "redirecting_listener": "listener/shop-web/80",
        "tls_listener": "listener/shop-web/443",
    }.items():
        ground.notable[note] = ground.book[entry]


def _balancer(ground: Ground, balancer: _Balancer) -> None:
    arn = _create(ground, balancer)
    targets = _target_group(ground, balancer)
    if balancer.clear:
        action = _redirect() if balancer.clear == "redirect" else _forward(targets)
        _listener(ground, balancer, 80, {"Protocol": "HTTP", "DefaultActions": [action]})
    if balancer.tls:
        settings = {
            "Protocol": "HTTPS",
            "SslPolicy": balancer.policy,
            "Certificates": [{"CertificateArn": _certificate(ground, balancer)}],
            "DefaultActions": [_forward(targets)],
        }
        _listener(ground, balancer, 443, settings)
    attributes = {
        "deletion_protection.enabled": str(balancer.protected).lower(),
        "access_logs.s3.enabled": str(balancer.logged).lower(),
        "access_logs.s3.bucket": "platform-access-logs",
        "routing.http.drop_invalid_header_fields.enabled": str(balancer.logged).lower(),
    }
    ground.client("elbv2", balancer.region).modify_load_balancer_attributes(
        LoadBalancerArn=arn,
        Attributes=[{"Key": key, "Value": value} for key, value in attributes.items()],
    )


def _create(ground: Ground, balancer: _Balancer) -> str:
    subnets = [
        ground.book[f"subnet/{balancer.region}/prod/{name}"] for name in ("public-a", "public-b")
    ]
    made = ground.client("elbv2", balancer.region).create_load_balancer(
        Name=balancer.name,
        Subnets=subnets,
        SecurityGroups=[ground.book[f"group/{balancer.region}/{balancer.group}"]],
        Scheme=balancer.scheme,
        Type="application",
        Tags=tags(balancer.name, owner=balancer.owner),
    )
    arn: str = made["LoadBalancers"][0]["LoadBalancerArn"]
    ground.book[f"balancer/{balancer.name}"] = arn
    ground.made("elbv2:load-balancer")
    return arn


def _target_group(ground: Ground, balancer: _Balancer) -> str:
    elb = ground.client("elbv2", balancer.region)
    made = elb.create_target_group(
        Name=balancer.name,
        Protocol="HTTP",
        Port=8080,
        VpcId=ground.book[f"vpc/{balancer.region}/prod"],
        TargetType="instance",
        Tags=tags(balancer.name, owner=balancer.owner),
    )
    arn: str = made["TargetGroups"][0]["TargetGroupArn"]
    ids = [ground.book[f"instance/{balancer.region}/{name}"] for name in balancer.targets]
    elb.register_targets(TargetGroupArn=arn, Targets=[{"Id": i, "Port": 8080} for i in ids])
    ground.book[f"targets/{balancer.name}"] = arn
    ground.made("elbv2:target-group")
    return arn


def _listener(ground: Ground, balancer: _Balancer, port: int, settings: dict[str, Any]) -> None:
    made = ground.client("elbv2", balancer.region).create_listener(
        LoadBalancerArn=ground.book[f"balancer/{balancer.name}"],
        Port=port,
        Tags=tags(balancer.name, owner=balancer.owner),
        **settings,
    )
    arn: str = made["Listeners"][0]["ListenerArn"]
    ground.book[f"listener/{balancer.name}/{port}"] = arn
    ground.made("elbv2:listener")


def _certificate(ground: Ground, balancer: _Balancer) -> str:
    """Return the certificate of a region; the first balancer of it asks for one."""
    entry = f"certificate/{balancer.region}"
    if entry not in ground.book:
        name = "shop.example.com"
        with ground.days_ago(balancer.certificate_age):
            made = ground.client("acm", balancer.region).request_certificate(
                DomainName=name, Tags=tags(name)
            )
        ground.book[entry] = made["CertificateArn"]
        ground.made("acm:certificate")
    return ground.book[entry]


def _forward(targets: str) -> dict[str, Any]:
    return {"Type": "forward", "TargetGroupArn": targets}


def _redirect() -> dict[str, Any]:
    config = {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}
    return {"Type": "redirect", "RedirectConfig": config}
