"""Hub ids, offline: which model an id means and where the local Hugging Face cache holds it. Never a network.

The cache's layout is the library's own and documented: ``models--org--name/refs/main`` names a commit,
``snapshots/<commit>/`` holds the files under their own names, as links into ``blobs/``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from vaelab.errors import UsageError, VAEError
from vaelab.settings import expanded
from vaelab.vae.files.weight_names import VARIANTS, WEIGHT_NAMES, WEIGHT_SUFFIXES, split_part

HUB_ID = re.compile(
    r"(?P<repo>[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)(?::(?P<folder>[\w.+()&' -]+(?:/[\w.+()&' -]+)*))?"
)
"""``org/name``, ``org/name:subfolder`` or ``org/name:file``."""

_PAGE = re.compile(
    r"https?://[^/\s]+/(?P<repo>[^/\s]+/[^/\s]+?)(?:/(?:blob|resolve|tree)/[^/\s]+(?:/(?P<place>[^?#\s]+))?)?/?(?:[?#]\S*)?"
)


@dataclass(frozen=True, slots=True)
class HubName:
    """What a Hub id means.

    Attributes:
        repo: ``org/name``.
        place: a folder or a file in it, ``""`` for the model itself.
    """

    repo: str
    place: str = ""

    def __str__(self) -> str:
        """The id."""
        return f"{self.repo}:{self.place}" if self.place else self.repo

    @property
    def is_file(self) -> bool:
        """Whether one weight file is meant."""
        return self.place.lower().endswith(WEIGHT_SUFFIXES)


def read_hub_id(text: str) -> HubName:
    """Read an id as a user writes or pastes it: ``org/name[:place]``, ``org/name/file.safetensors``, a page's address.

    Raises:
        VAEError: it is none.
    """
    text = text.strip()
    page = _PAGE.fullmatch(text)
    if page is not None:
        text = unquote(page["repo"] + (f":{page['place']}" if page["place"] else ""))
    elif text.count("/") > 1 and ":" not in text:
        owner, name, place = text.split("/", 2)
        text = f"{owner}/{name}:{place}"
    found = HUB_ID.fullmatch(text)
    if found is None or ".." in text:
        raise VAEError(
            f"'{text}' is no Hub id: write org/name, org/name:subfolder or org/name:file.safetensors."
        )
    return HubName(found["repo"], found["folder"] or "")


def hub_label(hub_id: str) -> str:
    """How tables name a Hub model that nobody has named: the file's own name if it has one, else the model's."""
    name = read_hub_id(hub_id)
    if name.is_file:
        stem = re.sub(r"(\.vae)?\.\w+$", "", name.place.rpartition("/")[2])
        if stem not in {known + variant for known in WEIGHT_NAMES for variant in VARIANTS}:
            return re.sub(r"[_.-]?(encoder|decoder)$", "", stem, flags=re.IGNORECASE) or stem
    folder = name.place.rpartition("/")[0] if name.is_file else name.place
    model = name.repo.rpartition("/")[2]
    return f"{model}:{folder}" if folder and not (name.is_file and folder == "vae") else model


def check_here(what: str) -> None:
    """That what may be a Hub id is here, so that a run without it is refused before it begins.

    Raises:
        UsageError: it is neither a path nor in the cache; the sentence names the command that fetches it.
    """
    what = split_part(what)[0]
    if HUB_ID.fullmatch(what) and not Path(expanded(what)).exists():
        try:
            cached_path(what)
        except VAEError as error:
            raise UsageError(str(error)) from error


def cached_path(hub_id: str | HubName) -> Path:
    """The folder, or the file, of a Hub model in the local cache: the place named, else the model's own, else its ``vae``.

    Raises:
        VAEError: it is not in the cache; the sentence names the command that fetches it.
    """
    name = read_hub_id(hub_id) if isinstance(hub_id, str) else hub_id
    snapshot = _snapshot(name.repo)
    if snapshot is not None:
        if name.is_file:
            if (snapshot / name.place).is_file():
                return snapshot / name.place
        else:
            for place in (name.place,) if name.place else ("", "vae"):
                if _holds_weights(snapshot / place):
                    return snapshot / place
    raise VAEError(
        f"{name} is neither a path here nor in the local Hugging Face cache: "
        f"'vaelab fetch {name}' says how large it is and downloads it."
    )


def is_cached(hub_id: str | HubName) -> bool:
    """Whether the cache holds it."""
    try:
        cached_path(hub_id)
    except VAEError:
        return False
    return True


def repo_cache(repo: str) -> Path:
    """Where the cache keeps a model, there or not."""
    # Read at each call: the library reads its environment once, and tests set its constants.
    from huggingface_hub import constants

    return Path(constants.HF_HUB_CACHE) / f"models--{repo.replace('/', '--')}"


def _snapshot(repo: str) -> Path | None:
    """The folder of the commit that ``main`` was when it was fetched."""
    root = repo_cache(repo)
    try:
        commit = (root / "refs" / "main").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    return root / "snapshots" / commit if re.fullmatch(r"\w+", commit) else None


def _holds_weights(folder: Path) -> bool:
    """Whether weights lie there: other programs fetch a config alone."""
    return folder.is_dir() and any(
        path.suffix.lower() in WEIGHT_SUFFIXES and path.is_file() for path in folder.iterdir()
    )
