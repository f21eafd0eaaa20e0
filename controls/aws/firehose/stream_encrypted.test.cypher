// fail: in clear
CREATE (:AwsFirehoseStream {type: 'DirectPut', is_encrypted: false})

// pass: encrypted
CREATE (:AwsFirehoseStream {type: 'DirectPut', is_encrypted: true})

// pass: it reads from a stream of Kinesis
CREATE (:AwsFirehoseStream {type: 'KinesisStreamAsSource', is_encrypted: false})
