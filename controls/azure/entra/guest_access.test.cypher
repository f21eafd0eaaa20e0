// fail: guests have the role of a new tenant
CREATE (:EntraTenant {guest_role: '10dae51f-b6af-4016-8d66-8c2a99b929b3'})

// fail: it does not say
CREATE (:EntraTenant)

// pass: they are restricted
CREATE (:EntraTenant {guest_role: '2AF84B1E-32C8-42B7-82BC-DAA82404023B'})

// unread: which role they have
CREATE (:EntraTenant {unread: ['guest_role']})
