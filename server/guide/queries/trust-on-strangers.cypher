// Roles that trust what no scan has seen
MATCH p = (:AwsIamRole)-[:TRUSTS]->(:Unseen)
RETURN p LIMIT 100
