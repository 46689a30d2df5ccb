"""Which version of a package is installed."""

import contextlib
import os
import sys
from collections.abc import Mapping
from functools import cache
from typing import Final

_METADATA: Final = ".dist-info"


def version_of(package: str) -> str:
    """Return the version of an installed package. Raises PackageNotFoundError where there is none.

    The name of its folder of metadata says it; to read what is in there takes a tenth of a run's imports.
    """
    known = _versions().get(package.replace("-", "_").lower())
    if known is not None:
        return known
    import importlib.metadata

    return importlib.metadata.version(package)


@cache
def _versions() -> Mapping[str, str]:
    """Return the versions of the packages that have such a folder, the first on the path where two have."""
    versions: dict[str, str] = {}
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for entry in os.listdir(folder or "."):
                if entry.endswith(_METADATA):
                    name, _, version = entry.removesuffix(_METADATA).partition("-")
                    versions.setdefault(name.lower(), version)
    return versions
