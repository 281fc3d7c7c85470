"""``--precisions``: every VAE once in each, but for those that have none or name their own."""

from __future__ import annotations

from typing import Any

import pytest

from vaelab.cli.parser import main
from vaelab.errors import UsageError
from vaelab.settings import RunSettings
from vaelab.vae.spec.grammar import parse_spec, unique_labels
from vaelab.vae.spec.precision_study import in_precisions, parse_precisions


def test_each_vae_comes_once_in_each_precision() -> None:
    found = in_precisions(["mini", "lin=linear,padding=zeros", "jpeg:30", "mini@fp16"], ["fp32", "bf16"])
    specs = unique_labels(parse_spec(text) for text in found)
    assert [(spec.label, spec.what, spec.precision, spec.padding) for spec in specs] == [
        ("mini@fp32", "mini", "fp32", None),
        ("mini@bf16", "mini", "bf16", None),
        ("lin@fp32", "linear", "fp32", "zeros"),
        ("lin@bf16", "linear", "bf16", "zeros"),
        ("jpeg:30", "jpeg:30", None, None),
        ("mini@fp16", "mini", "fp16", None),
    ]


def test_precisions_are_read_once_each_and_refused_by_name() -> None:
    assert parse_precisions("bf16, fp32,bf16,") == ("bf16", "fp32")
    with pytest.raises(UsageError, match="'fp33' is no precision.*Did you mean 'fp32'"):
        parse_precisions("fp32,fp33")


def test_the_command_leaves_out_what_the_device_cannot_run_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    found: list[RunSettings] = []

    def keep(settings: RunSettings, **_: Any) -> int:
        found.append(settings)
        return 0

    monkeypatch.setattr("vaelab.cli.commands._run", keep)
    monkeypatch.setattr("vaelab.device.runs", lambda device, precision: precision != "tf32")
    arguments = ["run", str(tmp_path), "--vae", "mini", "--out", str(tmp_path / "run"), "--device", "cpu"]
    assert main([*arguments, "--precisions", "fp32,tf32,bf16"]) == 0
    assert [parse_spec(text).precision for text in found[0].vaes] == ["fp32", "bf16"]
    assert "tf32 is left out: cpu cannot run it" in capsys.readouterr().err
    assert main([*arguments, "--precisions", "tf32"]) == 2
    assert "cpu can run none of tf32" in capsys.readouterr().err
