"""The tensors that a model consists of, by what was recognized: what a file is compared with. No torch here.

For the families that most people have, a list written down from how their classes are built. For every other one the class
itself is asked, on torch's meta device: in this process where PyTorch is loaded anyway, else in one that is started for
it (``build_process``), so that neither the window nor a description ever loads PyTorch.
"""

from __future__ import annotations

import sys

from vaelab.vae.families.structure import Structure
from vaelab.vae.families.table import BY_KEY
from vaelab.vae.fit.build_network import built_structure
from vaelab.vae.fit.build_process import ask
from vaelab.vae.located import LocatedVAE


def structure_of(found: LocatedVAE) -> Structure:
    """The model's tensors.

    Raises:
        VAEError: such a model cannot be built.
    """
    written = written_structure(found)
    if written is not None:
        return written
    return built_structure(found.source, found.vae) if "torch" in sys.modules else ask(found)


def written_structure(found: LocatedVAE) -> Structure | None:
    """The same where it is written down; None where its class must be asked."""
    write = BY_KEY[found.vae.family].structure
    return None if write is None else write(found.vae, found.source.shapes)
