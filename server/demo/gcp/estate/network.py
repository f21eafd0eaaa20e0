"""The project's load balancers, names, routes and what its disks were made from, good and bad.

Shapes are those of the services' own interfaces, as Cloud Asset Inventory hands them on; names of
DNS assets have the project's number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

COMPUTE = "https://www.googleapis.com/compute/v1/projects/harbour-prod"
KIND = "compute.googleapis.com"
NUMBER = "402113377001"
RING = "projects/harbour-prod/locations/europe-west1/keyRings/quay"
REGION, ZONE = "regions/europe-west1", "zones/europe-west1-b"
MADE = "2025-02-03T04:05:06.123-08:00"

Data = Mapping[str, Any]


def add(asset: Any, policy: Any, binding: Any) -> list[dict[str, Any]]:
    """Return the area's assets, made with what the estate makes its own with."""
    return [
        asset(**one, **({"policy": policy(binding(*granted))} if granted else {}))
        for one, granted in (
            *addresses(), *routing(), *balancers(), *tls(), *groups(), *disks(), *names(), *rules(),
        )
    ]  # fmt: skip


Made = tuple[dict[str, Any], tuple[str, ...]]


def compute(type_: str, path: str, more: Data, granted: tuple[str, ...] = ()) -> Made:
    """Return what makes an asset of Compute Engine that stands at a path of the project."""
    name = path.rsplit("/", 1)[-1]
    location = path.split("/")[1] if path.startswith(("regions/", "zones/")) else "global"
    said = {
        "creationTimestamp": MADE, "id": f"8{len(path)}{len(name)}", "name": name,
        "selfLink": f"{COMPUTE}/{path}", **more,
    }  # fmt: skip
    return (
        {"name": f"//{KIND}/projects/harbour-prod/{path}", "type_": f"{KIND}/{type_}",
         "data": said, "location": location},
        granted,
    )  # fmt: skip


def addresses() -> list[Made]:
    return [
        compute("GlobalAddress", "global/addresses/gate", {
            "address": "203.0.113.10", "addressType": "EXTERNAL", "ipVersion": "IPV4",
            "networkTier": "PREMIUM", "status": "IN_USE",
            "users": [f"{COMPUTE}/global/forwardingRules/gate"]}),
        compute("Address", f"{REGION}/addresses/forgotten", {
            "address": "203.0.113.77", "addressType": "EXTERNAL", "status": "RESERVED"}),
        compute("Address", f"{REGION}/addresses/inside", {
            "address": "10.140.0.9", "addressType": "INTERNAL", "purpose": "GCE_ENDPOINT",
            "status": "RESERVED", "subnetwork": f"{COMPUTE}/{REGION}/subnetworks/berths"}),
    ]  # fmt: skip


def routing() -> list[Made]:
    network = f"{COMPUTE}/global/networks/quay"
    return [
        compute("Route", "global/routes/out", {
            "destRange": "0.0.0.0/0", "priority": 1000, "network": network, "routeType": "STATIC",
            "nextHopGateway": f"{COMPUTE}/global/gateways/default-internet-gateway"}),
        compute("Route", "global/routes/by-hand", {
            "destRange": "192.168.0.0/16", "priority": 0, "network": network, "tags": ["quay"],
            "nextHopInstance": f"{COMPUTE}/{ZONE}/instances/crane-1",
            "warnings": [{"code": "NEXT_HOP_CANNOT_IP_FORWARD"}]}),
        compute("Route", "global/routes/by-address", {
            "destRange": "172.16.0.0/12", "network": network, "nextHopIlb": "10.140.0.4"}),
        compute("Router", f"{REGION}/routers/quay", {
            "network": network, "region": f"{COMPUTE}/{REGION}",
            "bgp": {"asn": 64514}, "md5AuthenticationKeys": [{"name": "k", "key": "hush"}],
            "bgpPeers": [{"name": "hub", "md5AuthenticationKeyName": "k"}, {"name": "stranger"}],
            "nats": [{"name": "out", "natIpAllocateOption": "MANUAL_ONLY", "natIps": [],
                      "sourceSubnetworkIpRangesToNat": "LIST_OF_SUBNETWORKS",
                      "subnetworks": [{"name": f"{COMPUTE}/{REGION}/subnetworks/berths",
                                       "sourceIpRangesToNat": ["ALL_IP_RANGES"]}],
                      "logConfig": {"enable": True, "filter": "ALL"}}]}),
        compute("Router", f"{REGION}/routers/plain", {
            "network": f"{COMPUTE}/global/networks/default", "region": f"{COMPUTE}/{REGION}",
            "nats": [{"name": "quiet", "natIpAllocateOption": "AUTO_ONLY",
                      "sourceSubnetworkIpRangesToNat": "ALL_SUBNETWORKS_ALL_IP_RANGES"}]}),
    ]  # fmt: skip


def balancers() -> list[Made]:
    group = f"{COMPUTE}/{ZONE}/instanceGroups/cranes"
    return [
        compute("GlobalForwardingRule", "global/forwardingRules/gate", {
            "IPAddress": "203.0.113.10", "IPProtocol": "TCP", "portRange": "443-443",
            "loadBalancingScheme": "EXTERNAL_MANAGED", "networkTier": "PREMIUM",
            "target": f"{COMPUTE}/global/targetHttpsProxies/gate"}),
        compute("GlobalForwardingRule", "global/forwardingRules/old-gate", {
            "IPAddress": "203.0.113.11", "IPProtocol": "TCP", "portRange": "80-80",
            "loadBalancingScheme": "EXTERNAL",
            "target": f"{COMPUTE}/global/targetHttpProxies/old-gate"}),
        compute("GlobalForwardingRule", "global/forwardingRules/to-https", {
            "IPAddress": "203.0.113.10", "IPProtocol": "TCP", "portRange": "80",
            "loadBalancingScheme": "EXTERNAL_MANAGED",
            "target": f"{COMPUTE}/global/targetHttpProxies/to-https"}),
        compute("GlobalForwardingRule", "global/forwardingRules/mail", {
            "IPAddress": "203.0.113.12", "IPProtocol": "TCP", "portRange": "465-993",
            "loadBalancingScheme": "EXTERNAL",
            "target": f"{COMPUTE}/global/targetSslProxies/mail"}),
        compute("GlobalForwardingRule", "global/forwardingRules/raw", {
            "IPAddress": "203.0.113.13", "IPProtocol": "TCP", "portRange": "5222-5222",
            "loadBalancingScheme": "EXTERNAL",
            "target": f"{COMPUTE}/global/targetTcpProxies/raw"}),
        compute("ForwardingRule", f"{REGION}/forwardingRules/inside", {
            "IPAddress": "10.140.0.4", "IPProtocol": "TCP", "allPorts": True,
            "loadBalancingScheme": "INTERNAL", "allowGlobalAccess": True,
            "backendService": f"{COMPUTE}/{REGION}/backendServices/inside",
            "network": f"{COMPUTE}/global/networks/quay",
            "subnetwork": f"{COMPUTE}/{REGION}/subnetworks/berths"}),
        compute("GlobalForwardingRule", "global/forwardingRules/googleapis", {
            "IPAddress": "10.3.0.5", "loadBalancingScheme": "", "target": "all-apis",
            "network": f"{COMPUTE}/global/networks/quay"}),
        compute("UrlMap", "global/urlMaps/gate", {
            "defaultService": f"{COMPUTE}/global/backendServices/gate",
            "hostRules": [{"hosts": ["harbour.example"], "pathMatcher": "all"}],
            "pathMatchers": [{
                "name": "all", "defaultService": f"{COMPUTE}/global/backendServices/gate",
                "pathRules": [{"paths": ["/docs/*"],
                               "service": f"{COMPUTE}/global/backendBuckets/docs"}],
                "routeRules": [{"priority": 1, "routeAction": {"weightedBackendServices": [
                    {"backendService": f"{COMPUTE}/global/backendServices/bare", "weight": 5}]}}],
            }],
            "tests": [{"host": "harbour.example", "path": "/",
                       "service": f"{COMPUTE}/global/backendServices/only-tested"}]}),
        compute("UrlMap", "global/urlMaps/old-gate", {
            "defaultService": f"{COMPUTE}/global/backendServices/bare"}),
        compute("UrlMap", "global/urlMaps/to-https", {
            "defaultUrlRedirect": {"httpsRedirect": True, "stripQuery": False,
                                   "redirectResponseCode": "MOVED_PERMANENTLY_DEFAULT"}}),
        compute("BackendService", "global/backendServices/gate", {
            "protocol": "HTTPS", "loadBalancingScheme": "EXTERNAL_MANAGED", "timeoutSec": 30,
            "logConfig": {"enable": True, "sampleRate": 0.5}, "enableCDN": False,
            "iap": {"enabled": True, "oauth2ClientId": "c", "oauth2ClientSecret": "hush",
                    "oauth2ClientSecretSha256": "hush"},
            "backends": [{"balancingMode": "UTILIZATION", "group": group}],
            "securityPolicy": f"{COMPUTE}/global/securityPolicies/gate"}),
        compute("BackendService", "global/backendServices/bare", {
            "protocol": "HTTP", "loadBalancingScheme": "EXTERNAL", "timeoutSec": 30,
            "backends": [{"group": group}], "logConfig": {"enable": False}}),
        compute("RegionBackendService", f"{REGION}/backendServices/inside", {
            "protocol": "TCP", "loadBalancingScheme": "INTERNAL", "logConfig": {"enable": True},
            "network": f"{COMPUTE}/global/networks/quay", "backends": [{"group": group}]}),
        compute("BackendBucket", "global/backendBuckets/docs", {
            "bucketName": "harbour-brochure", "enableCdn": True}),
        compute("SecurityPolicy", "global/securityPolicies/gate", {
            "type": "CLOUD_ARMOR",
            "adaptiveProtectionConfig": {"layer7DdosDefenseConfig": {"enable": True}},
            "rules": [{"priority": 2147483647, "action": "allow"},
                      {"priority": 1000, "action": "deny(403)"}]}),
    ]  # fmt: skip


def tls() -> list[Made]:
    def proxy(type_: str, collection: str, name: str, more: Data) -> Made:
        return compute(type_, f"global/{collection}/{name}", more)

    certificate = f"{COMPUTE}/global/sslCertificates"
    return [
        proxy("TargetHttpsProxy", "targetHttpsProxies", "gate", {
            "urlMap": f"{COMPUTE}/global/urlMaps/gate", "quicOverride": "NONE",
            "sslCertificates": [f"{certificate}/managed"],
            "sslPolicy": f"{COMPUTE}/global/sslPolicies/strict"}),
        proxy("TargetHttpsProxy", "targetHttpsProxies", "wide", {
            "urlMap": f"{COMPUTE}/global/urlMaps/gate", "sslCertificates": [f"{certificate}/own"]}),
        proxy("TargetHttpProxy", "targetHttpProxies", "old-gate", {
            "urlMap": f"{COMPUTE}/global/urlMaps/old-gate"}),
        proxy("TargetHttpProxy", "targetHttpProxies", "to-https", {
            "urlMap": f"{COMPUTE}/global/urlMaps/to-https"}),
        proxy("TargetSslProxy", "targetSslProxies", "mail", {
            "service": f"{COMPUTE}/global/backendServices/bare", "proxyHeader": "NONE",
            "sslCertificates": [f"{certificate}/own"],
            "sslPolicy": f"{COMPUTE}/global/sslPolicies/chosen"}),
        proxy("TargetSslProxy", "targetSslProxies", "post", {
            "service": f"{COMPUTE}/global/backendServices/bare",
            "sslCertificates": [f"{certificate}/managed"],
            "sslPolicy": f"{COMPUTE}/global/sslPolicies/strict"}),
        proxy("TargetTcpProxy", "targetTcpProxies", "raw", {
            "service": f"{COMPUTE}/global/backendServices/bare"}),
        compute("SslPolicy", "global/sslPolicies/strict", {
            "profile": "RESTRICTED", "minTlsVersion": "TLS_1_2",
            "enabledFeatures": ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"]}),
        compute("SslPolicy", "global/sslPolicies/chosen", {
            "profile": "CUSTOM", "minTlsVersion": "TLS_1_2",
            "customFeatures": ["TLS_RSA_WITH_AES_128_CBC_SHA"]}),
        compute("SslPolicy", "global/sslPolicies/unsaid", {}),
        compute("SslCertificate", "global/sslCertificates/managed", {
            "type": "MANAGED", "managed": {"domains": ["harbour.example"], "status": "ACTIVE"},
            "expireTime": "2126-01-01T00:00:00.000-07:00"}),
        compute("SslCertificate", "global/sslCertificates/lost", {
            "type": "MANAGED",
            "managed": {"domains": ["lost.example"], "status": "RENEWAL_FAILED"}}),
        compute("SslCertificate", "global/sslCertificates/own", {
            "type": "SELF_MANAGED", "subjectAlternativeNames": ["mail.harbour.example"],
            "privateKey": "hush", "selfManaged": {"privateKey": "hush", "certificate": "pem"},
            "expireTime": "2025-01-01T00:00:00.000-07:00"}),
    ]  # fmt: skip


def groups() -> list[Made]:
    return [
        compute("InstanceGroup", f"{ZONE}/instanceGroups/cranes", {
            "size": 1, "namedPorts": [{"name": "http", "port": 8080}],
            "network": f"{COMPUTE}/global/networks/quay",
            "subnetwork": f"{COMPUTE}/{REGION}/subnetworks/berths"}),
        compute("InstanceGroupManager", f"{ZONE}/instanceGroupManagers/cranes", {
            "baseInstanceName": "crane", "targetSize": 1, "zone": f"{COMPUTE}/{ZONE}",
            "instanceGroup": f"{COMPUTE}/{ZONE}/instanceGroups/cranes",
            "instanceTemplate": f"{COMPUTE}/global/instanceTemplates/crane-v7"}),
        compute("InstanceGroupManager", f"{REGION}/instanceGroupManagers/spread", {
            "baseInstanceName": "spread", "targetSize": 0,
            "distributionPolicy": {"zones": [
                {"zone": f"{COMPUTE}/zones/europe-west1-b"},
                {"zone": f"{COMPUTE}/zones/europe-west1-c"}]},
            "autoHealingPolicies": [{"healthCheck": f"{COMPUTE}/global/healthChecks/http",
                                     "initialDelaySec": 300}]}),
        compute("Instance", f"{ZONE}/instances/gke-dock-pool-1", {
            "status": "RUNNING", "canIpForward": True, "labels": {"goog-gke-node": ""},
            "machineType": f"{COMPUTE}/{ZONE}/machineTypes/n2d-standard-2",
            "zone": f"{COMPUTE}/{ZONE}", "tags": {"items": ["gke-dock-node"]},
            "scheduling": {"automaticRestart": False, "provisioningModel": "SPOT"},
            "metadata": {"items": [
                {"key": "created-by", "value":
                 f"projects/{NUMBER}/{ZONE}/instanceGroupManagers/cranes"}]},
            "confidentialInstanceConfig": {"confidentialInstanceType": "SEV"},
            "networkInterfaces": [{
                "name": "nic0", "networkIP": "10.140.0.5",
                "accessConfigs": [{"type": "ONE_TO_ONE_NAT", "name": "External NAT"}],
                "ipv6AccessConfigs": [{"externalIpv6": "2001:db8::5", "type": "DIRECT_IPV6"}],
                "network": f"{COMPUTE}/global/networks/quay",
                "subnetwork": f"{COMPUTE}/{REGION}/subnetworks/berths"}],
            "serviceAccounts": [{"email": f"{NUMBER}-compute@developer.gserviceaccount.com",
                                 "scopes": ["https://www.googleapis.com/auth/monitoring"]}]},
            ("roles/compute.osLogin", "user:ops@harbour.example")),
        # All that is wrong with an instance at once: reached, broad, of two networks.
        compute("Instance", f"{ZONE}/instances/lookout-1", {
            "status": "RUNNING", "zone": f"{COMPUTE}/{ZONE}",
            "machineType": f"{COMPUTE}/{ZONE}/machineTypes/e2-small",
            "scheduling": {"automaticRestart": False, "preemptible": False},
            "metadata": {"items": [{"key": "enable-oslogin", "value": "false"}]},
            "networkInterfaces": [
                {"name": "nic0", "networkIP": "10.140.0.6",
                 "accessConfigs": [{"natIP": "203.0.113.30", "type": "ONE_TO_ONE_NAT"}],
                 "network": f"{COMPUTE}/global/networks/quay",
                 "subnetwork": f"{COMPUTE}/{REGION}/subnetworks/berths"},
                {"name": "nic1", "networkIP": "10.141.0.6",
                 "network": f"{COMPUTE}/global/networks/default",
                 "subnetwork": f"{COMPUTE}/{REGION}/subnetworks/sampled"}],
            "serviceAccounts": [{"email": "crane@harbour-prod.iam.gserviceaccount.com",
                                 "scopes": ["https://www.googleapis.com/auth/cloud-platform"]}]}),
        compute("Subnetwork", f"{REGION}/subnetworks/sampled", {
            "ipCidrRange": "10.141.0.0/20", "purpose": "PRIVATE", "privateIpGoogleAccess": True,
            "network": f"{COMPUTE}/global/networks/default",
            "logConfig": {"enable": True, "aggregationInterval": "INTERVAL_10_MIN",
                          "flowSampling": 0.5, "metadata": "EXCLUDE_ALL_METADATA"}}),
    ]  # fmt: skip


def disks() -> list[Made]:
    source = f"{COMPUTE}/{ZONE}/disks/crane-1"
    return [
        compute("RegionDisk", f"{REGION}/disks/twice", {
            "sizeGb": "20", "status": "READY", "type": f"{COMPUTE}/{REGION}/diskTypes/pd-ssd",
            "replicaZones": [f"{COMPUTE}/{ZONE}", f"{COMPUTE}/zones/europe-west1-c"],
            "sourceSnapshot": f"{COMPUTE}/global/snapshots/nightly",
            "enableConfidentialCompute": True,
            "lastDetachTimestamp": "2025-03-03T04:05:06.123-08:00"}),
        compute("Snapshot", "global/snapshots/nightly", {
            "diskSizeGb": "10", "status": "READY", "autoCreated": True, "sourceDisk": source,
            "storageLocations": ["eu"],
            "snapshotEncryptionKey": {
                "kmsKeyName": f"{RING}/cryptoKeys/manifests/cryptoKeyVersions/1"}}),
        compute("Snapshot", "global/snapshots/by-hand", {
            "diskSizeGb": "10", "status": "READY", "sourceDisk": f"{COMPUTE}/{ZONE}/disks/old-1",
            "snapshotEncryptionKey": {"sha256": "uOeQ==", "rawKey": "hush"},
            "creationTimestamp": "2023-03-03T04:05:06.123-08:00"},
            ("roles/compute.storageAdmin", "allAuthenticatedUsers")),
        compute("Image", "global/images/crane-v7", {
            "family": "crane", "diskSizeGb": "10", "status": "READY", "sourceDisk": source,
            "storageLocations": ["eu"], "imageEncryptionKey": {"kmsKeyName":
                f"{RING}/cryptoKeys/manifests/cryptoKeyVersions/1"}}),
        compute("Image", "global/images/given-away", {
            "diskSizeGb": "10", "status": "READY", "deprecated": {"state": "DEPRECATED"},
            "sourceSnapshot": f"{COMPUTE}/global/snapshots/by-hand"},
            ("roles/compute.imageUser", "allAuthenticatedUsers")),
    ]  # fmt: skip


def names() -> list[Made]:
    kind = "dns.googleapis.com"

    def named(type_: str, path: str, more: Data) -> Made:
        return (
            {"name": f"//{kind}/projects/{NUMBER}/{path}", "type_": f"{kind}/{type_}",
             "data": {"creationTime": "2024-05-03T05:47:02.253Z", "description": "", **more},
             "location": "global"},
            (),
        )  # fmt: skip

    def specs(key: str, zone: str) -> list[dict[str, Any]]:
        return [
            {"algorithm": key, "keyLength": 2048, "keyType": "KEY_SIGNING"},
            {"algorithm": zone, "keyLength": 1024, "keyType": "ZONE_SIGNING"},
        ]

    return [
        named("ManagedZone", "managedZones/harbour", {
            "dnsName": "harbour.example.", "id": "9141", "name": "harbour", "visibility": "PUBLIC",
            "dnssecConfig": {"state": "ON", "nonExistence": "NSEC3",
                             "defaultKeySpecs": specs("RSASHA256", "RSASHA256")},
            "cloudLoggingConfig": {"enableLogging": True},
            "nameServers": ["ns-cloud-b1.googledomains.com."]}),
        # As older ones are listed: by its number, with nothing of what it might be.
        named("ManagedZone", "managedZones/9142", {
            "dnsName": "old.example.", "id": "9142", "name": "old"}),
        named("ManagedZone", "managedZones/weak", {
            "dnsName": "weak.example.", "id": "9143", "name": "weak", "visibility": "public",
            "dnssecConfig": {"state": "on", "defaultKeySpecs": [
                {"algorithm": "rsasha1", "keyLength": 2048, "keyType": "keySigning"},
                {"algorithm": "rsasha1", "keyLength": 1024, "keyType": "zoneSigning"}]}}),
        named("ManagedZone", "managedZones/inside", {
            "dnsName": "inside.example.", "id": "9144", "name": "inside", "visibility": "PRIVATE",
            "privateVisibilityConfig": {"networks": [
                {"networkUrl": f"{COMPUTE}/global/networks/quay"}]},
            "forwardingConfig": {"targetNameServers": [{"ipv4Address": "10.9.0.53"}]},
            "peeringConfig": {"targetNetwork": {
                "networkUrl": f"{COMPUTE}/global/networks/default"}}}),
        named("Policy", "policies/9151", {
            "id": "9151", "name": "watched", "enableLogging": True, "enableInboundForwarding": True,
            "networks": [{"networkUrl": f"{COMPUTE}/global/networks/quay"}],
            "alternativeNameServerConfig": {"targetNameServers": [{"ipv4Address": "10.9.0.54"}]}}),
        named("Policy", "policies/9152", {
            "id": "9152", "name": "unwatched", "enableInboundForwarding": False,
            "networks": [{"networkUrl": f"{COMPUTE}/global/networks/ancient"}]}),
    ]  # fmt: skip


def rules() -> list[Made]:
    def rule(name: str, more: Data) -> Made:
        return compute("Firewall", f"global/firewalls/{name}", {
            "direction": "INGRESS", "disabled": False,
            "network": f"{COMPUTE}/global/networks/ancient", **more})  # fmt: skip

    return [
        rule("in-halves", {"allowed": [{"IPProtocol": "6", "ports": ["20-30"]}],
                           "sourceRanges": ["0.0.0.0/1", "128.0.0.0/1"]}),
        rule("over-six", {"allowed": [{"IPProtocol": "tcp", "ports": ["3389"]}],
                          "sourceRanges": ["::/0", "2001:db8::/32"], "priority": 0,
                          "targetTags": ["desk", "bench"]}),
        rule("nearly-all", {"allowed": [{"IPProtocol": "all"}],
                            "sourceRanges": ["0.0.0.0/1", "128.0.0.0/2"]}),
        rule("unsaid", {"denied": [{"IPProtocol": "tcp"}], "priority": 2000}),
        rule("everything", {"allowed": [{"IPProtocol": "all"}], "sourceRanges": ["0.0.0.0/0"],
                            "network": f"{COMPUTE}/global/networks/default", "priority": 900}),
        rule("nothing", {"denied": [{"IPProtocol": "all"}], "sourceRanges": ["0.0.0.0/0"],
                         "network": f"{COMPUTE}/global/networks/default", "priority": 900,
                         "targetTags": ["shut"]}),
        rule("no-way-out", {"denied": [{"IPProtocol": "all"}], "direction": "EGRESS",
                            "destinationRanges": ["0.0.0.0/0"], "priority": 65534,
                            "network": f"{COMPUTE}/global/networks/quay"}),
    ]  # fmt: skip
