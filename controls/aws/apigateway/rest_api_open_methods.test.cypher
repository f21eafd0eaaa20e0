// fail: one method asks nobody
CREATE (:AwsApiGatewayRestApi {
  is_private: false, narrows_callers: false, open_methods: ['POST /orders']
})

// pass: each asks
CREATE (:AwsApiGatewayRestApi {is_private: false, narrows_callers: false, open_methods: []})

// pass: its policy lets in some only
CREATE (:AwsApiGatewayRestApi {
  is_private: false, narrows_callers: true, open_methods: ['POST /orders']
})

// pass: it answers inside VPCs only
CREATE (:AwsApiGatewayRestApi {
  is_private: true, narrows_callers: false, open_methods: ['POST /orders']
})

// unread: its methods
CREATE (:AwsApiGatewayRestApi {
  is_private: false, narrows_callers: false, unread: ['open_methods']
})
