// fail: anywhere
CREATE (:GcpPubsubTopic {storage_regions: []})

// pass: one region
CREATE (:GcpPubsubTopic {storage_regions: ['europe-west1']})
