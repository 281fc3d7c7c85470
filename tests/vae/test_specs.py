"""``[LABEL=]WHAT[@PRECISION]``: what is split off, what is left, and what is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from vaelab.errors import UsageError
from vaelab.vae.spec.builtins import BUILT_INS
from vaelab.vae.spec.grammar import VAESpec, parse_spec, unique_labels


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "label", "what", "precision"),
    [
        ("linear", "linear", "linear", None),
        ("jpeg:75", "jpeg:75", "jpeg:75", None),
        ("bad=jpeg:10", "bad", "jpeg:10", None),
        ("mini@bf16", "mini@bf16", "mini", "bf16"),
        ("my mini=mini@fp16", "my mini", "mini", "fp16"),
        ("a=b=mini", "a=b", "mini", None),
        ("org/name", "name", "org/name", None),
        ("org/name:vae@fp16", "name:vae@fp16", "org/name:vae", "fp16"),
        ("SD=stabilityai/sd-vae-ft-mse", "SD", "stabilityai/sd-vae-ft-mse", None),
    ],
)
def test_parts_without_files(text: str, label: str, what: str, precision: str | None) -> None:
    assert parse_spec(text) == VAESpec(label, what, precision)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("ae.safetensors", "ae"),
        ("taef2_encoder.pth", "taef2"),
        ("orangemix.vae.pt", "orangemix"),
        ("a=b.pth", "a=b"),
        ("x@fp16.pth", "x@fp16"),
        ("v1:2.ckpt", "v1:2"),
        ("日本 語.safetensors", "日本 語"),
        ("noextension", "noextension"),
    ],
)
def test_an_existing_file_is_itself_before_anything_is_split(name: str, label: str) -> None:
    Path(name).touch()
    assert parse_spec(name) == VAESpec(label, name)
    assert parse_spec(f"L={name}") == VAESpec("L", name)
    assert parse_spec(f"{name}@bf16") == VAESpec(f"{label}@bf16", name, "bf16")
    assert parse_spec(f"L=M={name}@fp32") == VAESpec("L=M", name, "fp32")
    assert parse_spec(str(Path(name).absolute())).label == label


def test_a_folder_is_named_by_itself_and_a_vae_folder_by_its_parent() -> None:
    for folder in ("my-model/vae", "single"):
        Path(folder).mkdir(parents=True)
        (Path(folder) / "diffusion_pytorch_model.safetensors").touch()
    assert parse_spec("single").label == "single"
    assert parse_spec("my-model/vae").label == "my-model"
    assert parse_spec("my-model/vae/").label == "my-model"
    assert parse_spec("my-model/vae/diffusion_pytorch_model.safetensors").label == "my-model"
    assert parse_spec("single/diffusion_pytorch_model.safetensors").label == "single"


def test_a_built_in_wins_over_a_file_of_its_name() -> None:
    Path("mini").touch()
    assert parse_spec("mini") == VAESpec("mini", "mini")
    assert parse_spec("./mini") == VAESpec("mini", "./mini")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("jpge:75", r"no built-in codec and no file has this name. Did you mean 'jpeg'\?"),
        ("linaer", r"Did you mean 'linear'\?"),
        ("jpeg:0", "quality is a whole number from 1 to 100"),
        ("jpeg:7.5", "quality is a whole number from 1 to 100"),
        ("jpeg:nan", "quality is a whole number"),
        ("jpeg:", "quality is a whole number"),
        ("blur:-1", "standard deviation in px is a number from 0 to 100"),
        ("contrast:inf", "gain, 1 changes nothing is a number from 0 to 10"),
        ("downscale:0.5", "factor is a number from 1 to 256"),
        ("tint:grene", r"colour of the cast is one of red, green.*Did you mean 'green'\?"),
        ("linear:3", "'linear' takes no argument"),
        ("mini@fp61", r"'fp61' is no precision: use @fp32, @fp16, @bf16, @tf32. Did you mean 'fp16'\?"),
        ("mini@", "'' is no precision"),
        ("jpeg:75@fp16", "jpeg is no neural network and has no precision"),
        ("=mini", "has no usable label"),
        ("a\nb=mini", "has no usable label"),
        ("nowhere/a.safetensors", "no such file or folder"),
        ("./nowhere", "no such file or folder"),
        (r"C:\models\vae.safetensors", "no such file or folder"),
        ("L=C:/models/vae", "no such file or folder"),
        ("a/b/c", "no such file or folder, and it is no Hub id"),
        ("a=", "'a=' names no VAE: write a built-in"),
        (",padding=reflect", "names no VAE"),
        ("mini,encoder=", "encoder= is empty: write a VAE behind it, or leave it out"),
        ("mini,padding=", "padding= is empty: write one of zeros, reflect, replicate behind it"),
        ("https://example.org/a/b.safetensors", "is a web address, and VAELab opens none: download the file"),
        ("quite-unknown-thing", "Built in are linear, mini, identity"),
    ],
)
def test_refusals_say_what_is_wrong(text: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence) as caught:
        parse_spec(text)
    assert str(caught.value).count("\n") <= text.count("\n")


def test_a_windows_path_keeps_its_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    """The drive's colon is no built-in's argument and its letter no label."""
    known = {r"C:\m\taesd_encoder.pth", "D:/vae=x/ae.safetensors"}
    for module in ("grammar", "words"):
        monkeypatch.setattr(f"vaelab.vae.spec.{module}.exists", lambda what: what in known)
    assert parse_spec(r"C:\m\taesd_encoder.pth").what == r"C:\m\taesd_encoder.pth"
    assert parse_spec(r"T=C:\m\taesd_encoder.pth@fp16") == VAESpec("T", r"C:\m\taesd_encoder.pth", "fp16")
    assert parse_spec("D:/vae=x/ae.safetensors").what == "D:/vae=x/ae.safetensors"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("dec.pt", "enc.pt", "odd,padding=reflect.pt", "en,padding=zeros,c.pt"):
        Path(name).touch()


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("dec.pt,encoder=enc.pt", VAESpec("dec+enc", "dec.pt", None, "enc.pt")),
        (
            "L=dec.pt@fp16,encoder=enc.pt,padding=reflect",
            VAESpec("L", "dec.pt", "fp16", "enc.pt", "reflect"),
        ),
        ("dec.pt@bf16,encoder=enc.pt", VAESpec("dec+enc@bf16", "dec.pt", "bf16", "enc.pt")),
        ("dec.pt,padding=replicate", VAESpec("dec-replicate", "dec.pt", padding="replicate")),
        (
            "dec.pt, Padding=Reflect, weights = EMA",
            VAESpec("dec-reflect-ema", "dec.pt", None, None, "reflect", "ema"),
        ),
        ("weights=ema=dec.pt", VAESpec("weights=ema", "dec.pt")),
        ("my mini,foo=mini", VAESpec("my mini,foo", "mini")),
        ("mini,encoder=linear", VAESpec("mini+linear", "mini", None, "linear")),
        ("org/a:vae@bf16,encoder=org/b", VAESpec("a:vae+b@bf16", "org/a:vae", "bf16", "org/b")),
        ("x=org/a,padding=zeros", VAESpec("x", "org/a", padding="zeros")),
        # What exists is itself, whatever it is called.
        ("odd,padding=reflect.pt", VAESpec("odd;padding=reflect", "odd,padding=reflect.pt")),
        (
            "odd,padding=reflect.pt,padding=zeros",
            VAESpec("odd;padding=reflect-zeros", "odd,padding=reflect.pt", padding="zeros"),
        ),
        (
            "d=dec.pt,encoder=en,padding=zeros,c.pt,weights=ema",
            VAESpec("d", "dec.pt", None, "en,padding=zeros,c.pt", None, "ema"),
        ),
    ],
)
def test_options_are_read_and_printed_and_read_again(text: str, spec: VAESpec, files: None) -> None:
    assert parse_spec(text) == spec
    assert parse_spec(str(spec)) == spec


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("dec.pt,encodr=enc.pt", r"no option encodr=: its options are encoder=, .*Did you mean 'encoder'\?"),
        ("dec.pt,padding=zeros,foo=1", "no option foo="),
        ("org/name,paddding=zeros", r"no option paddding=.*Did you mean 'padding'\?"),
        ("dec.pt,padding=reflekt", r"one of zeros, reflect, replicate. Did you mean 'reflect'\?"),
        ("dec.pt,weights=emma", r"weights='emma' cannot be: it is ema. Did you mean 'ema'\?"),
        ("dec.pt,padding=", "padding= is empty: write one of zeros, reflect, replicate"),
        ("dec.pt,encoder=", "encoder= is empty: write a VAE"),
        ("dec.pt,padding=zeros,padding=zeros", "given twice"),
        ("dec.pt,encoder=enc.pt@fp16", "the whole VAE's: write it before the first comma"),
        ("dec.pt,padding=reflect@fp16", "the whole VAE's: write it before the first comma"),
        ("dec.pt,encoder=jpeg:75", "encoder=jpeg:75: jpeg is no neural network and has no latent"),
        ("dec.pt,encoder=linaer", r"encoder=linaer: .*Did you mean 'linear'\?"),
        ("dec.pt,encoder=nowhere/a.pt", "encoder=nowhere/a.pt: there is no such file or folder"),
        ("jpeg:75,padding=zeros", "jpeg is no neural network and has no options"),
        ("nowhere.pt,padding=zeros", "nowhere.pt: there is no such file"),
        ("mini@fp61,padding=zeros", "'fp61' is no precision"),
    ],
)
def test_refused_options_say_what_is_wrong(text: str, sentence: str, files: None) -> None:
    with pytest.raises(UsageError, match=sentence) as caught:
        parse_spec(text)
    assert "\n" not in str(caught.value)


def test_labels_are_made_unique_whatever_their_case() -> None:
    specs = [VAESpec(label, "mini") for label in ("a", "A", "a", "a-2", "b")]
    assert [spec.label for spec in unique_labels(specs)] == ["a", "A-3", "a-4", "a-2", "b"]
    assert unique_labels(specs[:1]) == (specs[0],)


def test_what_is_printed_is_read_back() -> None:
    for text in ("x=jpeg:75", "y=mini@bf16", "z=org/name:vae@fp16"):
        assert str(parse_spec(text)) == text


def test_every_built_in_has_a_default_and_one_line_of_help() -> None:
    for entry in BUILT_INS:
        assert parse_spec(entry.name).what == entry.name
        assert entry.help
        assert "\n" not in entry.help
        assert bool(entry.factory) != bool(entry.weights)
