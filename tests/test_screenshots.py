"""The program that takes the documents' pictures stands beside them, and runs against the package as it is."""

import subprocess
import sys

from project import ROOT


def test_the_program_beside_the_pictures_starts_and_is_no_part_of_the_package() -> None:
    make = ROOT / "assets" / "screenshots" / "make.py"
    done = subprocess.run([sys.executable, make, "--help"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "assets/screenshots/make.py" in done.stdout
    assert not list((ROOT / "vaelab").rglob("*screenshots*.py"))
