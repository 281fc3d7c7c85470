"""Work on files done ahead of its use, in input order, by a small pool with a bounded queue: images decoded, files hashed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import TypeVar

from vaelab import device as devices
from vaelab.errors import ImageError
from vaelab.images import LoadedImage, Preparation, load_image
from vaelab.images.image_file import ImageFile

_Result = TypeVar("_Result")


def read_ahead(
    files: Iterable[ImageFile], preparation: Preparation, depth: int
) -> Generator[tuple[ImageFile, LoadedImage | ImageError], None, None]:
    """Yield every file with its image, or with the reason why it cannot be read.

    Args:
        files: in input order.
        preparation: how images are brought to size.
        depth: images decoded or waiting at any time; this bounds memory.
    """
    return done_ahead(files, partial(_load, preparation), depth, devices.file_threads(), "read")


def done_ahead(
    files: Iterable[ImageFile],
    work: Callable[[ImageFile], _Result],
    depth: int,
    workers: int,
    name: str,
    is_over: Callable[[], bool] = lambda: False,
) -> Generator[tuple[ImageFile, _Result], None, None]:
    """Yield every file with what the work makes of it, in order; what waits is dropped where the caller ends early.

    Args:
        files: in input order.
        work: done by the pool, one file a call.
        depth: results there or under way at any time.
        workers: threads.
        name: of the threads.
        is_over: asked before each file; nothing more is yielded once it is true.
    """
    pool = ThreadPoolExecutor(workers, thread_name_prefix=name)
    waiting: deque[tuple[ImageFile, Future[_Result]]] = deque()
    source = iter(files)
    try:
        while not is_over():
            waiting.extend((file, pool.submit(work, file)) for file in islice(source, depth - len(waiting)))
            if not waiting:
                return
            file, future = waiting.popleft()
            yield file, future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _load(preparation: Preparation, file: ImageFile) -> LoadedImage | ImageError:
    try:
        return load_image(file.path, preparation)
    except ImageError as error:
        return error
