// fail: it takes plain HTTP
CREATE (:AwsSqsQueue {requires_tls: false})

// pass: it does not
CREATE (:AwsSqsQueue {requires_tls: true})
