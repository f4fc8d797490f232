# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Which versions of the Engine API this package speaks."""

API_VERSION = "1.55"
"""The newest version of the Engine API that this package knows."""

MIN_API_VERSION = "1.25"
"""The oldest version of the Engine API that this package speaks."""

DESCRIPTION_SHA256 = "9147d470cf0aa7e1f8f9aba1edb7ba2ec76d4331482363ed62f611c08b90287b"
"""The digest of the description that this package was generated from."""
