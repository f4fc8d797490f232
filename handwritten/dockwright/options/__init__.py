"""Options as people write them (ports, volumes, "128m") turned into request bodies."""
