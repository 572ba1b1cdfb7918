"""Finds Chromium for the browser tests, or installs Debian's when that is possible."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium: CHROMIUM of the environment first, then the usual names."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given if shutil.which(given) else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Debian's package, when we may install packages."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (
        ["update", "-qq"],
        ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ):
        subprocess.run(["apt-get", *step], check=True, env=environment, stdout=subprocess.DEVNULL)


def main() -> int:
    """Exit 0 when there is a Chromium; say how to get one otherwise."""
    if find() is None:
        install()
    found = find()
    if found is None:
        print("The journeys need Chromium. Install the package `chromium`, or set CHROMIUM.")
        return 1
    print(f"Chromium: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
