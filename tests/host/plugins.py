"""Plugins for the tests of the host."""

from dataclasses import dataclass
from types import ModuleType

from recon.hooks import hookimpl


@dataclass(frozen=True)
class Sum:
    name: str = "sum"

    def reconcile(self, series):
        return ()


def declaring(**hooks):
    """A plugin whose hooks return what is given; an exception is raised."""

    def implementation(name, objects):
        def hook():
            if isinstance(objects, BaseException):
                raise objects
            return objects

        hook.__name__ = name
        return hookimpl(hook)

    plugin = ModuleType("example_plugin")
    for name, objects in hooks.items():
        setattr(plugin, name, implementation(name, objects))
    return plugin
