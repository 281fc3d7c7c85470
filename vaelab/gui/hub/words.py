"""How a VAE of the Hub is put into words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vaelab.gui.hub.downloads import DownloadStage, State
from vaelab.text import size_words
from vaelab.vae.identity.known_table import KnownVAE


def stage_words(state: State) -> str:
    """How it stands, in a word or two; a percentage while it is fetched."""
    translate = QCoreApplication.translate
    if state.stage is DownloadStage.FETCHING:
        if state.progress is None or not state.progress.total:
            return translate("HubWords", "starting")
        if state.progress.stage == "waiting":
            return translate("HubWords", "waiting")
        return f"{100 * state.progress.done // state.progress.total} %"
    return {
        DownloadStage.ABSENT: "",
        DownloadStage.HERE: translate("HubWords", "in cache"),
        DownloadStage.ASKING: translate("HubWords", "asking"),
        DownloadStage.OFFERED: translate("HubWords", "offered"),
        DownloadStage.STOPPED: translate("HubWords", "stopped"),
        DownloadStage.FAILED: translate("HubWords", "failed"),
    }[state.stage]


def licence_words(vae: KnownVAE, state: State) -> str:
    """The licence, as the Hub says it where it was asked, and whether a login is needed."""
    translate = QCoreApplication.translate
    offer = state.offer
    licence = vae.licence if offer is None or offer.licence == "unknown" else offer.licence
    if licence == "unknown":
        licence = translate("HubWords", "unknown")
    gated = vae.gated if offer is None else offer.gated
    return translate("HubWords", "{0}, login").format(licence) if gated else licence


def latent_words(vae: KnownVAE) -> str:
    """Channels and factor: ``16 ch · 8×``."""
    return f"{vae.latent_channels} ch · {vae.factor}×" if vae.latent_channels else ""


def bytes_of(vae: KnownVAE, state: State) -> int | None:
    """What is to be fetched, as far as that is known."""
    return vae.size if state.offer is None else state.offer.size


def progress_words(state: State) -> str:
    """How far a transfer is, how fast, and for how long it will go on."""
    translate = QCoreApplication.translate
    step = state.progress
    if step is None:
        return ""
    if step.stage == "checking":
        return translate("HubWords", "Checking the checksum")
    if step.stage == "waiting":
        return translate("HubWords", "Waiting to try again: {0}").format(step.message)
    words = translate("HubWords", "{0} of {1}").format(size_words(step.done), size_words(step.total))
    if state.pace:
        words += " · " + translate("HubWords", "{0} per second").format(size_words(int(state.pace)))
    left = state.seconds_left
    if left is not None:
        words += " · " + translate("HubWords", "{0} left").format(time_words(left))
    return words


def time_words(seconds: float) -> str:
    """Seconds, or minutes, or hours."""
    translate = QCoreApplication.translate
    if seconds < 90:
        return translate("HubWords", "{0} s").format(round(seconds))
    if seconds < 5400:
        return translate("HubWords", "{0} min").format(round(seconds / 60))
    return translate("HubWords", "{0} h").format(round(seconds / 3600, 1))
