"""The demo's KMS keys and aliases, a handful in each region, with and without rotation.

Its custom key stores hold no keys: moto's keys all live in KMS itself.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from server.demo.ground import HOME, REGIONS, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground

_ROTATED = {"shop": True, "billing": True, "data-lake": False, "logs": True}


def build_keys(ground: Ground) -> None:
    """Make the keys of every region; the book gets `key/REGION/NAME` with the key's ARN."""
    for region in REGIONS:
        for name, rotated in _ROTATED.items():
            _key(ground, region, name, rotated=rotated)
    _odd_keys(ground)
    _key_stores(ground)
    ground.notable["key_without_rotation"] = ground.book[f"key/{HOME}/data-lake"]
    ground.notable["key_with_rotation"] = ground.book[f"key/{HOME}/billing"]


def _key(ground: Ground, region: str, name: str, *, rotated: bool, owner: bool = True) -> str:
    kms = ground.client("kms", region)
    marks = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in tags(name, owner=owner)]
    made = kms.create_key(Description=f"{name} data", Tags=marks)["KeyMetadata"]
    arn: str = made["Arn"]
    kms.create_alias(AliasName=f"alias/{name}", TargetKeyId=made["KeyId"])
    if rotated:
        kms.enable_key_rotation(KeyId=made["KeyId"])
    ground.book[f"key/{region}/{name}"] = arn
    ground.made("kms:key")
    ground.made("kms:alias")
    return arn


def _odd_keys(ground: Ground) -> None:
    kms = ground.client("kms")
    public = _key(ground, HOME, "legacy-shared", rotated=False, owner=False)
    kms.put_key_policy(
        KeyId=public,
        PolicyName="default",
        Policy=json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": {"AWS": "*"},
                        "Action": "kms:*",
                        "Resource": "*",
                    }
                ],
            }
        ),
    )
    leaving = _key(ground, HOME, "legacy-retired", rotated=False, owner=False)
    kms.schedule_key_deletion(KeyId=leaving.rsplit("/", 1)[1], PendingWindowInDays=30)
    ground.notable["public_key"] = public
    ground.notable["key_pending_deletion"] = leaving


def _key_stores(ground: Ground) -> None:
    kms = ground.client("kms")
    made = kms.create_custom_key_store(
        CustomKeyStoreName="platform-hsm",
        CloudHsmClusterId="cluster-1a23b4cdefg",
        TrustAnchorCertificate="-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----",
        KeyStorePassword=ground.secret("key-store"),
    )
    kms.connect_custom_key_store(CustomKeyStoreId=made["CustomKeyStoreId"])
    kms.create_custom_key_store(
        CustomKeyStoreName="legacy-outside",
        CustomKeyStoreType="EXTERNAL_KEY_STORE",
        XksProxyConnectivity="PUBLIC_ENDPOINT",
        XksProxyUriEndpoint="https://keys.shop.example.com",
        XksProxyUriPath="/kms/xks/v1",
        XksProxyAuthenticationCredential={
            "AccessKeyId": f"{ground.chance.getrandbits(80):020d}"[:20],
            "RawSecretAccessKey": f"{ground.chance.getrandbits(256):064x}",
        },
    )
    ground.made("kms:custom-key-store", 2)
