// fail: one listener
CREATE (:AzureApplicationGateway {clear_text_listeners: ['http']})

// pass: none
CREATE (:AzureApplicationGateway {clear_text_listeners: []})

// unread: its listeners
CREATE (:AzureApplicationGateway {unread: ['clear_text_listeners']})
