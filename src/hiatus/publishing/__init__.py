"""Facts to the forms that others read: JSON-LD."""
