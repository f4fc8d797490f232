# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Which versions of the Engine API this package speaks."""

API_VERSION = "1.55"
"""The newest version of the Engine API that this package knows."""

MIN_API_VERSION = "1.25"
"""The oldest version of the Engine API that this package speaks."""

DESCRIPTION_SHA256 = "46f269742373a0400f75a686e7d513661e0ab77aad8691671cc8c0e3e6942a8c"
"""The digest of the description that this package was generated from."""
