"""What a Hub that lies answers."""

from __future__ import annotations

import json
from typing import Any

from hub_server import COMMIT

NAME = "diffusion_pytorch_model.safetensors"
HUGE = int("9" * 4000)
SHA = "a" * 64


def entry(name: str, **lfs: Any) -> dict[str, Any]:
    return {"rfilename": name, "size": 5, "lfs": {"sha256": SHA, "size": 5, **lfs}}


def listing(*siblings: Any, **fields: Any) -> bytes:
    config = {"rfilename": "config.json", "size": 2, "blobId": "c" * 40}
    return json.dumps({"sha": COMMIT, "siblings": [config, *siblings], **fields}).encode()


LISTINGS: dict[str, bytes] = {
    "size of 4000 digits": listing(entry(NAME, size=HUGE)),
    "size of 30 digits": listing(entry(NAME, size=10**30)),
    "size beyond what Python reads": listing(entry(NAME)).replace(b'"size": 5}', b'"size": ' + b"9" * 5000 + b"}"),
    "size infinite": listing(entry(NAME)).replace(b'"size": 5}', b'"size": 1e999}'),
    "size negative": listing(entry(NAME, size=-1)),
    "size no number": listing(entry(NAME, size="5")),
    "surrogate in a name": listing(entry("\ud800.safetensors")),
    "surrogate beside weights": listing(entry("\ud800.safetensors"), entry("b.ckpt"), entry("c.ckpt")),
    "C1 control in a name": listing(entry("a\x9b2J.safetensors")),
    "C1 controls in names to choose from": listing(entry("a\x9b2J.ckpt"), entry("b.ckpt"), entry("c.ckpt")),
    "text direction turned in a name": listing(entry("a\u202ectk.safetensors")),
    "line separator in a name": listing(entry("a\u2028b.safetensors")),
    "name of 3000 letters": listing(entry("a" * 3000 + ".safetensors")),
    "folder of 3000 letters": listing(entry("a" * 3000 + "/b.safetensors")),
    "deep": b"[" * 200_000,
    "numbers for siblings": listing(1, None, {"rfilename": 5}),
    "commit with a control": listing(entry(NAME), sha="\x9b" * 40),
}  # fmt: skip


LICENCES: dict[str, tuple[dict[str, Any], str]] = {
    "escape": ({"cardData": {"license": "mit\x1b[2J"}}, "unknown"),
    "C1": ({"cardData": {"license": "mit\x9b2J"}}, "unknown"),
    "surrogate": ({"cardData": {"license": "mit\ud800"}}, "unknown"),
    "markup": ({"cardData": {"license": "<img src='file:///etc/passwd'>"}}, "unknown"),
    "console markup": ({"cardData": {"license": "[link=file:///x]mit[/link]"}}, "[link=file:///x]mit[/link]"),
    "direction": ({"cardData": {"license": "\u202etim"}}, "unknown"),
    "no text": ({"cardData": {"license": ["mit", {}]}}, "unknown"),
    "the next that is one": ({"cardData": {"license_name": "\x9b", "license": "mit"}}, "mit"),
    "tag": ({"cardData": 3, "tags": ["license:\x9b", "license:apache-2.0", 5]}, "apache-2.0"),
    "a long one": ({"cardData": {"license": "x" * 5000}}, "x" * 80),
    "a name with blanks": ({"cardData": {"license_name": "FLUX.1 [dev] Non-Commercial (v1.1)"}}, "FLUX.1 [dev] Non-Commercial (v1.1)"),
    "words": ({"cardData": {"license_name": "Stability AI Community, v1.0 (2024)"}}, "Stability AI Community, v1.0 (2024)"),
}  # fmt: skip
