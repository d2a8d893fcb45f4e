"""Everything known about the shows you are waiting for, every fact with its source."""
