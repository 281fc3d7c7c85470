"""Build the network of a recognized VAE by its row in the table of families. Imports torch inside its functions alone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from vaelab.errors import LackingPackageError, VAEError
from vaelab.text import first_line
from vaelab.vae.families.structure import Structure
from vaelab.vae.families.table import BY_KEY
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE

if TYPE_CHECKING:
    from vaelab.vae.network import Network


def build_network(source: Source, vae: RecognizedVAE) -> Network:
    """The network of a recognized VAE, its weights missing but for VAELab's own.

    Raises:
        VAEError: its class is not installed, or refuses the arguments.
    """
    module_name, function = BY_KEY[vae.family].build.split(":")
    try:
        network: Network = getattr(import_module(module_name), function)(vae, source.files)
    except ImportError as error:
        raise LackingPackageError(
            f"{source.path} is {vae.label}, which the installed diffusers does not have ({first_line(error)}): "
            "update it with 'pip install -U diffusers'."
        ) from error
    except (
        ValueError,
        TypeError,
        LookupError,
        ArithmeticError,
        AttributeError,
        AssertionError,
        RuntimeError,
    ) as error:
        raise VAEError(f"{source.path} cannot be built as {vae.label}: {first_line(error)}.") from error
    return network


def built_structure(source: Source, vae: RecognizedVAE) -> Structure:
    """The tensors of the model that a recognized VAE means, by building it.

    Raises:
        VAEError: as for ``build_network``.
    """
    return structure_of_module(build_network(source, vae).module)


def structure_of_module(module: Any) -> Structure:
    """The tensors of a module, an ``nn.Module``."""
    return {
        name: (tuple(tensor.shape), tensor.is_floating_point())
        for name, tensor in module.state_dict().items()
    }
