// fail: links let people in
CREATE (:AzureBastionHost {shareable_links: true})

// pass: they do not
CREATE (:AzureBastionHost {shareable_links: false})

// pass: nothing is said of links, which is off
CREATE (:AzureBastionHost)

// unread: whether they do
CREATE (:AzureBastionHost {unread: ['shareable_links']})
