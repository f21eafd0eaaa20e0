// fail: off
CREATE (:AzureWebApp {is_function: false, http2: false})

// fail: never switched on
CREATE (:AzureWebApp {is_function: false})

// pass: on
CREATE (:AzureWebApp {is_function: false, http2: true})

// pass: a Functions app
CREATE (:AzureWebApp {is_function: true, http2: false})

// unread: its configuration
CREATE (:AzureWebApp {is_function: false, unread: ['http2']})
