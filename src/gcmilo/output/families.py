"""Which family an answer belongs to: its JSON shape and its page stand in modules named like that of its class."""

from importlib import import_module


def register_family(package: str, answer: object) -> None:
    """Import the module of a package in which an answer's class is registered, if it is the class of an answer.

    A family is imported when it is first shown, so that no answer waits for all.
    """
    home, _, family = type(answer).__module__.rpartition(".")
    if home.startswith("gcmilo"):
        import_module(f"{package}.{family}")
