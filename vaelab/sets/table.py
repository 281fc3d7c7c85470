"""The networks whose features sets are compared by: one row each, torch-free; whatever lists, loads or names them reads this."""

from __future__ import annotations

from dataclasses import dataclass

from vaelab.errors import UsageError, did_you_mean


@dataclass(frozen=True, slots=True)
class FeatureSpec:
    """A network that makes a vector of a picture.

    Attributes:
        name: what ``--sets`` and ``--features`` call it.
        label: what people call it.
        width: numbers of a vector; 0 where the user's weights decide.
        input: how pictures are brought to it, in words.
        weights: where its weights come from, in words.
        licence: of the weights.
        function: ``"module:function"`` that loads it, ``(WeightPlaces, device) -> FeatureExtractor``.
        distance: key of the Fréchet distance of two sets.
        paired_distance: the same where the second set are reconstructions of the first.
        kernel: key of the kernel distance.
        extra: the optional dependency that it needs, empty for none.
        finds: whether originals are looked for by it (retrieval).
        has_classes: whether it gives logits, which the inception score needs.
        compares_pairs: whether the cosine of a picture's vector and its reconstruction's says something.
    """

    name: str
    label: str
    width: int
    input: str
    weights: str
    licence: str
    function: str
    distance: str
    paired_distance: str
    kernel: str
    extra: str = ""
    finds: bool = False
    has_classes: bool = False
    compares_pairs: bool = False


NETWORKS: tuple[FeatureSpec, ...] = (
    FeatureSpec(
        "alexnet",
        "AlexNet",
        256,
        "at the pictures' own size, conv5 after ReLU, mean over the picture",
        "ship with VAELab (those of LPIPS)",
        "BSD-3",
        "vaelab.sets.networks.alexnet:load",
        "fd_alexnet",
        "fd_alexnet",
        "kd_alexnet",
        finds=True,
    ),
    FeatureSpec(
        "inception",
        "Inception",
        2048,
        "TensorFlow 1's bilinear to 299 × 299 px, (x − 128) / 128, pool3",
        "a file of yours, weights-inception-2015-12-05-6726825d.pth",
        "Apache-2.0",
        "vaelab.sets.networks.inception:load",
        "fid",
        "rfid",
        "kid",
        has_classes=True,
    ),
    FeatureSpec(
        "clip",
        "CLIP",
        0,
        "as the model's preprocessor_config.json says; image embeddings of unit length",
        "a folder of yours with a CLIP model of transformers",
        "the model's own",
        "vaelab.sets.networks.clip:load",
        "fd_clip",
        "fd_clip",
        "cmmd",
        extra="clip",
        compares_pairs=True,
    ),
)
"""All networks, the built-in one first."""


NOTHING = "none"
"""What ``--sets`` is where no sets are compared."""


def network(name: str) -> FeatureSpec:
    """Return the network of that name.

    Raises:
        UsageError: there is none.
    """
    found = next((each for each in NETWORKS if each.name == name), None)
    if found is None:
        names = [each.name for each in NETWORKS]
        raise UsageError(
            f"there are no features '{name}': choose from {', '.join(names)}.{did_you_mean(name, names)}"
        )
    return found


def selected(names: str) -> tuple[FeatureSpec, ...]:
    """Return the networks that a list names, each once, in the table's order.

    Args:
        names: separated by commas; ``none`` or nothing for none.

    Raises:
        UsageError: one of them is unknown.
    """
    wanted = {network(name.strip()).name for name in names.split(",") if name.strip() not in ("", NOTHING)}
    return tuple(each for each in NETWORKS if each.name in wanted)
