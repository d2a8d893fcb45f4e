"""Corpus to model; nothing that runs at reading time may use it.

The way through: `corpus` (articles and gold) → `augment` → `targets` (what the model should say) → `losses`,
`network`, `train` → `export`; then `calibrate` finds thresholds, and `floors` pins the scores that `score` counts.
`check` checks gold.
"""
