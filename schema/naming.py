"""Make GraphQL's names from those of the declarations: camelCase fields, plural lists."""

from __future__ import annotations

import re

IRREGULAR = {"Vpc": "Vpcs", "Alias": "Aliases"}
ENDS_IN_S = re.compile(r"(s|x|z|ch|sh)\Z")
CONSONANT_Y = re.compile(r"[^aeiou]y\Z")


def camel(name: str) -> str:
    """Return `created_at` as `createdAt`."""
    first, *rest = name.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def lower_first(label: str) -> str:
    """Return `AwsS3Bucket` as `awsS3Bucket`."""
    return label[:1].lower() + label[1:]


def plural(word: str) -> str:
    """Return the plural of an English noun in CamelCase: `AwsIamPolicy` gives `AwsIamPolicies`."""
    for last, many in IRREGULAR.items():
        if word.endswith(last):
            return word.removesuffix(last) + many
    if CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if ENDS_IN_S.search(word) else "s")
