// Everything that is encrypted by each key
MATCH p = (:AwsKmsKey)<-[:ENCRYPTED_BY]-(:Resource)
RETURN p LIMIT 200
