// fail: no key
CREATE (:AwsFirehoseStream {type: 'DirectPut'}), (:Resource:AwsKmsKey)

// pass: a key
CREATE (:AwsFirehoseStream {type: 'DirectPut'})-[:ENCRYPTED_BY]->(:Resource:AwsKmsKey)

// pass: it reads from a stream of Kinesis
CREATE (:AwsFirehoseStream {type: 'KinesisStreamAsSource'})
