"""How sure it is: status, negation, plans and conditions, and whose word it is."""
