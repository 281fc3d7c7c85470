"""Values that others have published or measured elsewhere: the one check that no code of ours can agree with by mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import ROOT
from skimage import data, io

from vaelab.engine.runner import run
from vaelab.run_folder.store import read_rows
from vaelab.settings import RunSettings

TAEF2 = ROOT.parent / "shared" / "weights" / "taef2_encoder.pth"


@pytest.mark.skipif(not TAEF2.is_file(), reason="the weights of TAEF2 are not beside the project")
def test_taef2_on_the_astronaut(tmp_path: Path) -> None:
    """Known: about 31.2 dB and LPIPS 0.018 in fp32 on the 512 px photograph, without a marker."""
    io.imsave(tmp_path / "astronaut.png", data.astronaut(), check_contrast=False)
    out = tmp_path / "run"
    settings = RunSettings(
        images=(str(tmp_path / "astronaut.png"),),
        vaes=(str(TAEF2),),
        out=str(out),
        marker="off",
        device="cpu",
    )
    list(run(settings))
    (row,) = read_rows(out)
    assert row.values["psnr"] == pytest.approx(31.2, abs=0.05)
    assert row.values["lpips"] == pytest.approx(0.018, abs=0.0005)
