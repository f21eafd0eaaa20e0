// fail: in clear
CREATE (:AwsSqsQueue {is_encrypted: false})

// pass: encrypted
CREATE (:AwsSqsQueue {is_encrypted: true})
