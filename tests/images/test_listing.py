"""Listing images: order, names, links, duplicates, what is left out, errors."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaelab.errors import UsageError
from vaelab.images import list_images
from vaelab.images.listing import natural_key


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def names(*inputs: Path, recursive: bool = False, limit: int | None = None) -> list[str]:
    return [image.name for image in list_images(inputs, recursive=recursive, limit=limit).images]


def test_order_is_natural_and_ignores_case(tmp_path: Path) -> None:
    order = [
        "a.png",
        "B.png",
        "c.png",
        "img1.png",
        "IMG2.png",
        "img02.png",
        "img10.png",
        "img10a.png",
        "img100.png",
    ]
    touch(tmp_path, *random.Random(3).sample(order, len(order)))
    assert names(tmp_path) == order


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="/"), min_size=1), unique=True),
    st.randoms(),
)
def test_any_names_have_one_order(texts: list[str], rng: random.Random) -> None:
    """The key is total and injective: no two names tie, so the order does not depend on the file system's."""
    shuffled = rng.sample(texts, len(texts))
    assert sorted(texts, key=natural_key) == sorted(shuffled, key=natural_key)
    assert len({natural_key(text) for text in texts}) == len(texts)


def test_composed_and_decomposed_letters_sort_alike() -> None:
    assert natural_key("ä2.png")[0] == natural_key("a\u03082.png")[0]


def test_hidden_and_other_files_are_left_out_silently(tmp_path: Path) -> None:
    touch(
        tmp_path,
        "a.png",
        ".b.png",
        ".hidden/c.png",
        "sub/d.JPG",
        "sub/.e.png",
        "notes.txt",
        "Thumbs.db",
        "._a.png",
    )
    assert names(tmp_path) == ["a.png"]
    listing = list_images([tmp_path], recursive=True)
    assert [image.name for image in listing.images] == ["a.png", "sub/d.JPG"]
    assert [image.path for image in listing.images] == [tmp_path / "a.png", tmp_path / "sub" / "d.JPG"]
    assert listing.skipped == ()


@pytest.mark.parametrize(
    "extension",
    ["png", "jpg", "jpeg", "jfif", "webp", "avif", "bmp", "tif", "gif", "jp2", "jxl", "heic", "qoi", "Jpg"],
)
def test_image_extensions_are_known(tmp_path: Path, extension: str) -> None:
    touch(tmp_path, f"a.{extension}", "b.txt")
    assert names(tmp_path) == [f"a.{extension}"]


def test_a_file_named_itself_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    touch(tmp_path, "b.png", ".hidden.png", "no extension", "a.png")
    assert names(tmp_path / "no extension", tmp_path / ".hidden.png") == [".hidden.png", "no extension"]


def test_inputs_keep_their_order_and_runs_of_files_are_sorted(tmp_path: Path) -> None:
    touch(tmp_path, "z/1.png", "z/2.png", "a/10.png", "a/9.png", "f10.png", "f9.png", "f1.png")
    inputs = [tmp_path / name for name in ("z", "f10.png", "f9.png", "a", "f1.png")]
    assert names(*inputs) == ["1.png", "2.png", "f9.png", "f10.png", "9.png", "10.png", "f1.png"]


def test_names_are_unique_by_folder_and_then_by_number(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.png", "b/1.png", "b/own.png", "c/b/1.png", "e/b/1.png")
    inputs = [tmp_path / "a", tmp_path / "b", tmp_path / "c" / "b", tmp_path / "e"]
    listing = list_images(inputs, recursive=True)
    assert {image.name: image.path.relative_to(tmp_path).as_posix() for image in listing.images} == {
        "a/1.png": "a/1.png",
        "b/1.png": "b/1.png",
        "own.png": "b/own.png",
        "b/1 (2).png": "c/b/1.png",
        "b/1 (3).png": "e/b/1.png",
    }


def test_names_do_not_depend_on_the_limit(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.png", "b/1.png")
    assert names(tmp_path / "a", tmp_path / "b") == ["a/1.png", "b/1.png"]
    assert names(tmp_path / "a", tmp_path / "b", limit=1) == ["a/1.png"]


def test_a_file_reached_twice_is_listed_once(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.png", "a/sub/2.png")
    inputs = [
        tmp_path / "a",
        tmp_path / "a" / "sub",
        tmp_path / "a" / "1.png",
        tmp_path / "a" / ".." / "a" / "1.png",
    ]
    listing = list_images(inputs, recursive=True)
    assert [image.name for image in listing.images] == ["1.png", "sub/2.png"]
    assert len(listing.skipped) == 3
    assert {skipped.reason for skipped in listing.skipped} == {
        "the same file as '1.png', which is listed already",
        "the same file as 'sub/2.png', which is listed already",
    }


def test_links_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    touch(tmp_path, "photos/real/1.png", "elsewhere/2.png")
    photos = tmp_path / "photos"
    try:
        (photos / "again").symlink_to(photos / "real")
        (photos / "loop").symlink_to(photos)
        (photos / "real" / "up").symlink_to("..")
        (photos / "other").symlink_to(tmp_path / "elsewhere")
        (photos / "a.png").symlink_to(photos / "real" / "1.png")
        (photos / "broken.png").symlink_to("nowhere.png")
        (photos / "self.png").symlink_to("self.png")
    except OSError:
        pytest.skip("links cannot be made here")
    listing = list_images([photos], recursive=True)
    assert [image.name for image in listing.images] == ["other/2.png", "real/1.png"]
    reasons = {skipped.path.name: skipped.reason for skipped in listing.skipped}
    assert reasons == {
        "a.png": "a link to an image that is listed already",
        "broken.png": "a broken link",
        "self.png": "a broken link",
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no bytes in names that are no characters")
def test_undecodable_names_are_shown_and_stay_unique(tmp_path: Path) -> None:
    try:
        for raw in (b"\xff.png", b"\xfe.png", b"\\udcff.png"):
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw)).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    listing = list_images([tmp_path])
    found = [image.name for image in listing.images]
    assert len(set(found)) == 3
    assert r"\udcfe.png" in found
    assert all(name.encode("utf-8").decode("utf-8") == name for name in found)
    assert all(image.path.read_bytes() == b"x" for image in listing.images)


@pytest.mark.parametrize("name", ["a b.png", "🦊.png", "line\nbreak.png", "x" * 246 + ".png"])
def test_odd_names_are_listed_as_they_are(tmp_path: Path, name: str) -> None:
    try:
        touch(tmp_path, name)
    except OSError:
        pytest.skip("this file system has no such names")
    assert names(tmp_path) == [name]


def test_unusable_inputs_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "texts/a.txt", "texts/b.nef", "deep/sub/a.png", "ok/a.png")
    (tmp_path / "empty").mkdir()

    def message(*inputs: Path, **options: object) -> str:
        with pytest.raises(UsageError) as caught:
            list_images(inputs, **options)
        assert caught.value.__cause__ is None
        text = str(caught.value)
        assert text.endswith(".")
        assert "\n" not in text
        return text

    assert "does not exist" in message(tmp_path / "nowhere")
    assert "does not exist" in message(tmp_path / "ok", tmp_path / "ok" / "b.png")
    assert "holds no images: it is empty" in message(tmp_path / "empty")
    assert "holds no images among its files (.txt, .nef)" in message(tmp_path / "texts")
    assert "its subfolders do: take in subfolders too" in message(tmp_path / "deep")
    assert "recursive" not in message(tmp_path / "texts", recursive=True)
    assert "No images were named" in message()
    assert "The limit is 0" in message(tmp_path / "ok", limit=0)

    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert "cannot be read (permission denied)" in message(tmp_path / "ok")


def test_an_unreadable_subfolder_is_skipped_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "a.png", "closed/b.png")
    scandir = os.scandir

    def refuse_closed(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse_closed)
    listing = list_images([tmp_path], recursive=True)
    assert [image.name for image in listing.images] == ["a.png"]
    assert [skipped.reason for skipped in listing.skipped] == [
        "the folder cannot be read (permission denied)"
    ]


def test_ordinary_files_cost_no_system_call_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What keeps 100 000 files in seconds, on a network drive too: nothing is asked of the disk file by file."""
    touch(tmp_path, *(f"{number}.png" for number in range(300)))
    calls = []
    for name in ("stat", "lstat", "readlink"):
        real = getattr(os, name)
        monkeypatch.setattr(
            os, name, lambda *args, real=real, **options: (calls.append(args), real(*args, **options))[1]
        )
    assert len(list_images([tmp_path]).images) == 300
    assert len(calls) < 50
