"""What is chosen: images, VAEs, options. One immutable state, so that every edit can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from vaelab.errors import UsageError
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.core.undo import StateEdit
from vaelab.gui.setup.scanner import SetupScanner, hash_key
from vaelab.gui.setup.selection import Chosen, VAEChoice, choices_of
from vaelab.gui.setup.vaes.hashes import Hashes
from vaelab.images import Listing
from vaelab.run_folder.new_folder import new_run_folder
from vaelab.settings import RunSettings, marker_mode, options
from vaelab.vae.base import VAEInfo
from vaelab.vae.spec.grammar import VAESpec


class SetupModel(QObject):
    """Holds the choice, lists the images and reads the VAEs' headers in the background.

    Signals:
        changed: anything that the panel shows, or that decides whether a run is possible.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen = Chosen()
        self._store = store
        self.undo = QUndoStack(self)
        self._values: dict[str, Any] = {name: option.default for name, option in options().items()}
        self._values["save_images"] = "all"
        self._findings = SetupScanner(jobs, self)
        self._findings.changed.connect(self.changed)
        self.out = ""
        self._keys = 0
        self.locked = False
        self._new_vaes: frozenset[int] = frozenset()
        self._new_images: frozenset[str] = frozenset()

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
    def waiting_vaes(self) -> tuple[VAEChoice, ...]:
        """Ticked VAEs that can be loaded, were added while a run went on, and have not been run yet."""
        return tuple(
            vae
            for vae in self.taking_part
            if vae.key in self._new_vaes and not isinstance(self.info(vae), Failure)
        )

    @property
    def waiting_images(self) -> tuple[str, ...]:
        """Folders and files of the same kind."""
        return tuple(path for path in self._chosen.images if path in self._new_images)

    def is_waiting(self, key: int) -> bool:
        """Whether a VAE was added while a run went on and has not been run yet."""
        return key in self._new_vaes

    def can_edit(self, key: int) -> bool:
        """Whether a VAE may be changed now: not while a run uses it."""
        return not self.locked or key in self._new_vaes

    def place_of(self, key: int) -> int:
        """Where the VAE with that key stands in the list; -1 where it is not."""
        return next((place for place, vae in enumerate(self._chosen.vaes) if vae.key == key), -1)

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

    @property
    def listing(self) -> Listing | None:
        """The images found; None while there are none or they are being looked for."""
        return self._findings.listing

    @property
    def listing_problem(self) -> str:
        """Why the images could not be listed."""
        return self._findings.listing_problem

    @property
    def is_listing(self) -> bool:
        """Whether images are being looked for."""
        return self._findings.is_listing

    @property
    def hashes(self) -> Hashes:
        """SHA-256 of the VAEs' files."""
        return self._findings.hashes

    def info(self, vae: VAEChoice | str) -> VAEInfo | Failure | None:
        """What the header of a VAE, or of what was named, says; a failure, or None while it is being read."""
        if isinstance(vae, str):
            return self._findings.info(VAESpec("", vae))
        # Until it is read anew for another encoder or padding, what is known of the file holds.
        return self._findings.info(vae.header) or self._findings.info(VAESpec("", vae.what))

    def sha256(self, vae: VAEChoice) -> str:
        """The hash of a VAE's files, or an empty text while it is not known."""
        return self._findings.hashes.of(hash_key(vae.header))

    def ask_sha256(self, vae: VAEChoice) -> None:
        """Have the hash told by ``hashes.told``, reading the files if need be."""
        self._findings.hashes.ask(hash_key(vae.header))

    def count(self) -> int:
        """Images found."""
        return 0 if self.listing is None else len(self.listing.images)

    # Editing

    def add_images(self, paths: Iterable[str]) -> None:
        """Add folders or files that are not yet there."""
        new = tuple(path for path in dict.fromkeys(paths) if path not in self._chosen.images)
        if new:
            if self.locked:
                self._new_images |= set(new)
            self._push(self.tr("add images"), replace(self._chosen, images=self._chosen.images + new))

    def remove_images(self, path: str) -> None:
        """Remove a folder or file."""
        kept = tuple(other for other in self._chosen.images if other != path)
        self._push(self.tr("remove images"), replace(self._chosen, images=kept))

    def look_again(self, what: str) -> None:
        """Read the header of a VAE anew, if it is in the list: it has arrived."""
        if any(what in (vae.what, vae.encoder) for vae in self._chosen.vaes):
            self._findings.look_again(what)

    def trust(self, key: int) -> None:
        """Let the program that is this VAE run: this very file, until the window closes."""
        vae = next((vae for vae in self._chosen.vaes if vae.key == key), None)
        info = None if vae is None else self.info(vae)
        if vae is not None and isinstance(info, Failure):
            self._findings.trusted |= frozenset(info.programs)
            self._findings.look_again(vae.what)
            self.changed.emit()

    def add_vaes(self, whats: Iterable[str]) -> int:
        """Add VAEs that are not yet there, and return how many those are."""
        known = {vae.what for vae in self._chosen.vaes}
        new = [VAEChoice(what) for what in dict.fromkeys(whats) if what not in known]
        if new:
            self._add_vaes(self.tr("add VAE"), new)
        return len(new)

    def _add_vaes(self, text: str, vaes: Iterable[VAEChoice]) -> None:
        new = self._with_keys(vaes)
        if self.locked:
            self._new_vaes |= {vae.key for vae in new}
        self._push(text, replace(self._chosen, vaes=self._chosen.vaes + new))

    def _with_keys(self, vaes: Iterable[VAEChoice]) -> tuple[VAEChoice, ...]:
        new = []
        for vae in vaes:
            self._keys += 1
            new.append(replace(vae, key=self._keys))
        return tuple(new)

    def change_vae(self, place: int, **facts: Any) -> None:
        """Change a VAE's label, precision, tick, baseline mark or how it is run."""
        vaes = list(self._chosen.vaes)
        if facts.get("baseline"):
            vaes = [replace(vae, baseline=False) for vae in vaes]
        vaes[place] = replace(vaes[place], **facts)
        self._push(self.tr("change VAE"), replace(self._chosen, vaes=tuple(vaes)))

    def duplicate_vae(self, place: int, precision: str) -> None:
        """Add the same VAE at another precision."""
        vae = self._chosen.vaes[place]
        label = f"{vae.label}-{precision}" if vae.label else ""
        twin = replace(vae, label=label, precision=precision, baseline=False)
        self._add_vaes(self.tr("duplicate VAE"), [twin])

    def study_precisions(self, place: int, precisions: Sequence[str]) -> None:
        """Have the same VAE in the list once in each of these, in one step.

        One that follows the options becomes the first of them, unless a run uses it.
        """
        vaes = self._chosen.vaes
        vae = vaes[place]
        takes_first = not vae.precision and not self.locked
        twins = [
            replace(
                vae,
                label=f"{vae.label}-{name}" if vae.label else "",
                precision=name,
                baseline=vae.baseline and takes_first and number == 0,
            )
            for number, name in enumerate(precisions)
            if name != vae.precision
        ]
        if not takes_first:
            self._add_vaes(self.tr("study of precisions"), twins)
            return
        first, *others = twins
        new = (*vaes[:place], first, *self._with_keys(others), *vaes[place + 1 :])
        self._push(self.tr("study of precisions"), replace(self._chosen, vaes=new))

    def remove_vae(self, place: int) -> None:
        """Remove a VAE."""
        vaes = tuple(vae for other, vae in enumerate(self._chosen.vaes) if other != place)
        self._push(self.tr("remove VAE"), replace(self._chosen, vaes=vaes))

    def lock(self, on: bool) -> None:
        """Keep what a run uses as it is; what is added meanwhile waits for the next."""
        if on is not self.locked:
            self.locked = on
            self.changed.emit()

    def begin(self, keys: Iterable[int]) -> None:
        """Take note that these VAEs wait no longer."""
        self._new_vaes -= set(keys)

    def take_images(self) -> None:
        """Take note that a run begins with all images that are there."""
        self._new_images = frozenset()

    def set_option(self, name: str, value: Any) -> None:
        """Change an option."""
        if name == "marker" and isinstance(value, bool):
            value = marker_mode(value)  # a preset that an earlier version saved
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
        """Take over everything from a run's settings.

        Raises:
            UsageError: one of its VAEs cannot be read.
        """
        vaes = self._with_keys(choices_of(settings))
        self.set_options(settings.to_json())
        self._push(self.tr("take over a run"), Chosen(settings.images, vaes))

    def adopt(self, chosen: Chosen) -> None:
        """Make a state the current one (undo, redo)."""
        relist = chosen.images != self._chosen.images
        self._chosen = chosen
        if relist:
            self._list()
        for vae in chosen.vaes:
            self._findings.describe(vae.header)
        self.changed.emit()

    def _push(self, text: str, new: Chosen) -> None:
        if new != self._chosen:
            self.undo.push(StateEdit(self.adopt, self._chosen, new, text))

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
            info = self.info(vae)
            if isinstance(info, Failure) and info.programs:
                return self.tr("{0} is a program: trust its file, or untick or remove it.").format(vae.name)
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
        values = {**self._values, "weights": weights} if weights else self._values
        return RunSettings(
            images=self._chosen.images,
            vaes=tuple(vae.spec() for vae in self.taking_part),
            out=str(out),
            trust_program=tuple(sorted(self._findings.trusted)),
            **values,
        )

    def new_folder(self) -> Path:
        """Return a run folder that does not exist yet."""
        first = Path(self._chosen.images[0]).stem if self._chosen.images else "run"
        return new_run_folder(first[:40] or "run", Path(self.out) if self.out else self._store.runs_folder())

    def _list(self) -> None:
        recursive, limit = bool(self._values.get("recursive")), self._values.get("limit")
        self._findings.list_images(self._chosen.images, recursive=recursive, limit=limit)
