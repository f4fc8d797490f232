"""What goes wrong with the inputs of the generator."""


class SpecError(Exception):
    """An input is wrong or contradicts another; the message names the file, the entry and the way out."""
