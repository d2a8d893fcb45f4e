"""What learning does best: who and what names are, what sentences state, and what belongs to what.

The way through: `document` (word pieces with features) → `model` (scores) → `decode` (names, triggers, links), with
`labels` and `pairs` shared with training.
"""
