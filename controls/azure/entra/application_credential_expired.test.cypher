// fail: a secret has, another has not
CREATE (:EntraApplication {
  secrets_end: [datetime() - duration('P1D'), datetime() + duration('P1D')], certificates_end: []
})

// fail: a certificate has
CREATE (:EntraApplication {
  secrets_end: [], certificates_end: [datetime() - duration('P1D')]
})

// pass: none has; one does at this very moment
CREATE (:EntraApplication {
  secrets_end: [datetime()], certificates_end: [datetime() + duration('P1D')]
})

// pass: there is none
CREATE (:EntraApplication {secrets_end: [], certificates_end: []})

// unread: when they end
CREATE (:EntraApplication {unread: ['secrets_end'], certificates_end: []})
