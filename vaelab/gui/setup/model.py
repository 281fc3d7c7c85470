"""What is chosen: images, VAEs, options. One immutable state, so that every edit can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from vaelab.demo import new_run_folder
from vaelab.errors import UsageError
from vaelab.gui.jobs import Failure, Jobs
from vaelab.gui.settings_store import runs_folder
from vaelab.images import Listing, list_images
from vaelab.settings import RunSettings, options
from vaelab.vae.base import VAEInfo
from vaelab.vae.catalog import describe


@dataclass(frozen=True, slots=True)
class VAEChoice:
    """A VAE in the list.

    Attributes:
        what: a built-in, a path or a Hub id, as after ``--vae``.
        label: its name in tables; empty for the one that ``what`` gives.
        precision: empty for the one of the options.
        checked: whether it takes part.
        baseline: whether others are compared with it.
    """

    what: str
    label: str = ""
    precision: str = ""
    checked: bool = True
    baseline: bool = False

    @property
    def name(self) -> str:
        """The label, or what ``what`` is called."""
        return self.label or default_label(self.what)

    def spec(self) -> str:
        """Return it as after ``--vae``."""
        at = f"@{self.precision}" if self.precision else ""
        return f"{self.label}={self.what}{at}" if self.label else f"{self.what}{at}"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The whole state of the setup that can be undone."""

    images: tuple[str, ...] = ()
    vaes: tuple[VAEChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Listed:
    generation: int = 0
    listing: Listing | None = None
    problem: str = ""


def default_label(what: str) -> str:
    """Return the label that the engine gives a VAE nobody has named."""
    from vaelab.vae.specs import parse_spec

    try:
        return parse_spec(what).label
    except UsageError:
        return what


class _Edit(QUndoCommand):
    def __init__(self, model: SetupModel, text: str, old: Chosen, new: Chosen) -> None:
        super().__init__(text)
        self._model, self._old, self._new = model, old, new

    def undo(self) -> None:
        """Bring back the state before."""
        self._model.adopt(self._old)

    def redo(self) -> None:
        """Bring the state after."""
        self._model.adopt(self._new)


class SetupModel(QObject):
    """Holds the choice, lists the images and reads the VAEs' headers in the background.

    Signals:
        changed: anything that the panel shows, or that decides whether a run is possible.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Be empty, with the engine's defaults, but keep pictures: the window is for looking at them."""
        super().__init__(parent)
        self._jobs = jobs
        self._chosen = Chosen()
        self.undo = QUndoStack(self)
        self._values: dict[str, Any] = {
            name: default for name, default in _defaults().items() if name in options()
        }
        self._values["save_images"] = "all"
        self._weights: dict[str, float] = {}
        self.listing: Listing | None = None
        self.listing_problem = ""
        self.is_listing = False
        self._generation = 0
        self._infos: dict[str, VAEInfo | Failure] = {}
        self._reading: set[str] = set()
        self.out = ""

    # Reading

    @property
    def images(self) -> tuple[str, ...]:
        """Folders and files."""
        return self._chosen.images

    @property
    def vaes(self) -> tuple[VAEChoice, ...]:
        """All VAEs in the list."""
        return self._chosen.vaes

    @property
    def values(self) -> Mapping[str, Any]:
        """The options."""
        return self._values

    @property
    def taking_part(self) -> tuple[VAEChoice, ...]:
        """The VAEs that a run would use."""
        return tuple(vae for vae in self._chosen.vaes if vae.checked)

    @property
    def baseline(self) -> str:
        """The label of the VAE that others are compared with, or empty."""
        return next((vae.name for vae in self.taking_part if vae.baseline), "")

    def info(self, what: str) -> VAEInfo | Failure | None:
        """What the header says, a failure, or None while it is being read."""
        return self._infos.get(what)

    def count(self) -> int:
        """Images found."""
        return 0 if self.listing is None else len(self.listing.images)

    # Editing

    def add_images(self, paths: Iterable[str]) -> None:
        """Add folders or files that are not yet there."""
        new = tuple(path for path in dict.fromkeys(paths) if path not in self._chosen.images)
        if new:
            self._push(self.tr("add images"), replace(self._chosen, images=self._chosen.images + new))

    def remove_images(self, path: str) -> None:
        """Remove a folder or file."""
        kept = tuple(other for other in self._chosen.images if other != path)
        self._push(self.tr("remove images"), replace(self._chosen, images=kept))

    def add_vaes(self, whats: Iterable[str]) -> None:
        """Add VAEs that are not yet there."""
        known = {vae.what for vae in self._chosen.vaes}
        new = tuple(VAEChoice(what) for what in dict.fromkeys(whats) if what not in known)
        if new:
            self._push(self.tr("add VAE"), replace(self._chosen, vaes=self._chosen.vaes + new))

    def change_vae(self, place: int, **facts: Any) -> None:
        """Change a VAE's label, precision, tick or baseline mark."""
        vaes = list(self._chosen.vaes)
        if facts.get("baseline"):
            vaes = [replace(vae, baseline=False) for vae in vaes]
        vaes[place] = replace(vaes[place], **facts)
        self._push(self.tr("change VAE"), replace(self._chosen, vaes=tuple(vaes)))

    def duplicate_vae(self, place: int, precision: str) -> None:
        """Add the same VAE at another precision."""
        vae = self._chosen.vaes[place]
        twin = VAEChoice(vae.what, f"{vae.name}-{precision}", precision)
        self._push(self.tr("duplicate VAE"), replace(self._chosen, vaes=(*self._chosen.vaes, twin)))

    def remove_vae(self, place: int) -> None:
        """Remove a VAE."""
        vaes = tuple(vae for other, vae in enumerate(self._chosen.vaes) if other != place)
        self._push(self.tr("remove VAE"), replace(self._chosen, vaes=vaes))

    def set_option(self, name: str, value: Any) -> None:
        """Change an option."""
        if self._values.get(name) != value:
            self._values[name] = value
            if name in ("recursive", "limit"):
                self._list()
            self.changed.emit()

    def set_options(self, values: Mapping[str, Any]) -> None:
        """Take over a preset's or a run's options; unknown names are left out."""
        known = options()
        for name, value in values.items():
            if name in known:
                self.set_option(name, value)

    def load(self, settings: RunSettings) -> None:
        """Take over everything from a run's settings."""
        self.set_options(settings.to_json())
        from vaelab.vae.specs import parse_spec

        vaes = []
        for text in settings.vaes:
            spec = parse_spec(text)
            label = "" if spec.label == default_label(spec.what) else spec.label
            vaes.append(VAEChoice(spec.what, label, spec.precision or ""))
        self._push(self.tr("take over a run"), Chosen(settings.images, tuple(vaes)))

    def adopt(self, chosen: Chosen) -> None:
        """Make a state the current one (undo, redo)."""
        relist = chosen.images != self._chosen.images
        self._chosen = chosen
        if relist:
            self._list()
        for vae in chosen.vaes:
            self._describe(vae.what)
        self.changed.emit()

    def _push(self, text: str, new: Chosen) -> None:
        if new != self._chosen:
            self.undo.push(_Edit(self, text, self._chosen, new))

    # Towards a run

    def obstacle(self) -> str:
        """Why a run is not possible, in words that say what to do; empty when it is."""
        images, vaes = self._chosen.images, self.taking_part
        if not images and not vaes:
            return self.tr("Add a folder of images and at least one VAE.")
        if not images:
            return self.tr("Add a folder of images.")
        if not vaes:
            return (
                self.tr("Tick at least one VAE.") if self._chosen.vaes else self.tr("Add at least one VAE.")
            )
        if self.is_listing:
            return self.tr("Looking for images …")
        if self.listing_problem:
            return self.listing_problem
        for vae in vaes:
            info = self._infos.get(vae.what)
            if isinstance(info, Failure):
                return self.tr("{0} cannot be loaded: untick or remove it.").format(vae.name)
        try:
            self.settings(Path("somewhere"))
        except UsageError as error:
            return str(error)
        return ""

    def settings(self, out: Path, weights: Mapping[str, float] | None = None) -> RunSettings:
        """Return the settings of the run.

        Raises:
            UsageError: when they cannot be used.
        """
        extra = {"weights": weights} if weights else {}
        return RunSettings(
            images=self._chosen.images,
            vaes=tuple(vae.spec() for vae in self.taking_part),
            out=str(out),
            **self._values,
            **extra,
        )

    def new_folder(self) -> Path:
        """Return a run folder that does not exist yet."""
        first = Path(self._chosen.images[0]).stem if self._chosen.images else "run"
        return new_run_folder(first[:40] or "run", Path(self.out) if self.out else runs_folder())

    # Background

    def _list(self) -> None:
        self._generation += 1
        self.listing, self.listing_problem = None, ""
        self.is_listing = bool(self._chosen.images)
        if self.is_listing:
            paths = [Path(path) for path in self._chosen.images]
            recursive, limit = bool(self._values.get("recursive")), self._values.get("limit")
            self._jobs.submit(partial(_list_quietly, self._generation, paths, recursive, limit), self._listed)

    def _listed(self, found: _Listed) -> None:
        if found.generation != self._generation:
            return
        self.is_listing = False
        self.listing, self.listing_problem = found.listing, found.problem
        self.changed.emit()

    def _describe(self, what: str) -> None:
        if what in self._infos or what in self._reading:
            return
        self._reading.add(what)
        self._jobs.submit(partial(_describe_quietly, what), self._described)

    def _described(self, found: tuple[str, VAEInfo | Failure]) -> None:
        self._reading.discard(found[0])
        self._infos[found[0]] = found[1]
        self.changed.emit()


def _defaults() -> dict[str, Any]:
    import dataclasses

    return {item.name: item.default for item in dataclasses.fields(RunSettings)}


def _list_quietly(generation: int, paths: list[Path], recursive: bool, limit: int | None) -> _Listed:
    try:
        return _Listed(generation, list_images(paths, recursive=recursive, limit=limit))
    except UsageError as error:
        return _Listed(generation, None, str(error))


def _describe_quietly(what: str) -> tuple[str, VAEInfo | Failure]:
    try:
        return what, describe(what, hash_files=False)
    except Exception as error:  # noqa: BLE001 - a stranger's file: whatever it causes is shown beside it
        return what, Failure(str(error) or type(error).__name__)
