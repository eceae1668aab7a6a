"""A reconciliation as one page of HTML that needs nothing else, and the parts of it that other pages are made of."""
