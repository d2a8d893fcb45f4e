"""The memory: what articles said, whom and what their names mean, what is known of a work as of a moment."""
