"""One small VAE of every line of the table of what loads."""

from __future__ import annotations

from families import (
    cosmos,
    dc,
    flux2,
    image_kl,
    kl_and_taesd,
    ltx,
    rae,
    stages,
    taehv,
    video,
    vq,
    vq_published,
    wan,
)
from family_cases import Cases

ALL: Cases = {
    **kl_and_taesd.CASES,
    **flux2.CASES,
    **wan.CASES,
    **dc.CASES,
    **vq.CASES,
    **vq_published.CASES,
    **stages.CASES,
    **image_kl.CASES,
    **video.CASES,
    **ltx.CASES,
    **rae.CASES,
    **taehv.CASES,
    **cosmos.CASES,
}
