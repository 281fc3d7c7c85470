"""Images read ahead of the codec, in input order, by a small pool with a bounded queue."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from vaelab import device as devices
from vaelab.errors import ImageError
from vaelab.images import LoadedImage, Preparation, load_image
from vaelab.images.image_file import ImageFile


def read_ahead(
    files: Iterable[ImageFile], preparation: Preparation, depth: int
) -> Generator[tuple[ImageFile, LoadedImage | ImageError], None, None]:
    """Yield every file with its image, or with the reason why it cannot be read.

    Args:
        files: in input order.
        preparation: how images are brought to size.
        depth: images decoded or waiting at any time; this bounds memory.
    """
    pool = ThreadPoolExecutor(devices.file_threads(), thread_name_prefix="read")
    waiting: deque[tuple[ImageFile, Future[LoadedImage | ImageError]]] = deque()
    source = iter(files)
    try:
        while True:
            while len(waiting) < depth and (file := next(source, None)) is not None:
                waiting.append((file, pool.submit(_load, file, preparation)))
            if not waiting:
                return
            file, future = waiting.popleft()
            yield file, future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _load(file: ImageFile, preparation: Preparation) -> LoadedImage | ImageError:
    try:
        return load_image(file.path, preparation)
    except ImageError as error:
        return error
