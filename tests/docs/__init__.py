"""The pages of the documentation run, and their tables say what the code says."""
