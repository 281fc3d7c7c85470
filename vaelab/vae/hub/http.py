"""Asking the Hub over HTTP: one place for its address, the user's token, timeouts, and what a failure is called.

The standard library's client, since what is wanted here is exactly one request at a time: a transfer that goes on where it
broke, that can be cancelled, that no other request accompanies. The Hub's own library (2.4) deletes what has arrived when a
transfer breaks, checks no SHA-256 over plain HTTP, and has changed its HTTP client twice.
"""

from __future__ import annotations

import functools
import http.client
import socket
import ssl
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO

from vaelab import __version__
from vaelab.errors import VAEError
from vaelab.text import brief

TIMEOUT = 15.0
"""Seconds without a byte after which a server counts as gone."""


class HubError(VAEError):
    """The Hub did not give what was asked for.

    Attributes:
        passing: whether the same request may succeed in a moment.
        wait: seconds the server asked to wait before that.
        status: of HTTP, 0 where no answer came.
    """

    def __init__(self, message: str, *, passing: bool = False, wait: float = 0.0, status: int = 0) -> None:
        super().__init__(message)
        self.passing, self.wait, self.status = passing, wait, status


def endpoint() -> str:
    """The server, as the Hub's library has it from ``HF_ENDPOINT``."""
    from huggingface_hub import constants

    return constants.ENDPOINT.rstrip("/")


def check_online() -> None:
    """That the network may be used.

    Raises:
        HubError: the user has forbidden it.
    """
    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        raise HubError("HF_HUB_OFFLINE is set, so nothing is downloaded: unset it and try again.")


@contextmanager
def request(
    path: str, about: str, headers: Mapping[str, str] | None = None, timeout: float = TIMEOUT
) -> Iterator[http.client.HTTPResponse]:
    """GET a path of the server.

    Args:
        path: from the server's root, quoted.
        about: the model, for error messages.
        headers: more of them.
        timeout: seconds without a byte.

    Raises:
        HubError: no answer, or one that is none; also while its body is read inside the ``with``.
    """
    check_online()
    asked = urllib.request.Request(f"{endpoint()}{path}", headers={**_headers(), **(headers or {})})
    host = urllib.parse.urlsplit(endpoint()).netloc
    try:
        with _opened(asked, about, timeout) as response:
            yield response
    except urllib.error.HTTPError as error:
        error.close()
        raise _refused(error, about) from error
    except urllib.error.URLError as error:
        raise _unreachable(error.reason, host, timeout) from error
    except (TimeoutError, ConnectionError, http.client.HTTPException, ssl.SSLError) as error:
        raise _unreachable(error, host, timeout) from error


def _opened(asked: urllib.request.Request, about: str, timeout: float) -> http.client.HTTPResponse:
    """The answer to a request.

    Raises:
        HubError: it leads to an address that is none; also whatever ``urllib`` raises.
    """
    try:
        response: http.client.HTTPResponse = _opener().open(asked, timeout=timeout)
    except (ValueError, OverflowError, http.client.InvalidURL) as error:
        # Python's own words for a host, a port or a number that is none quote what the server said.
        raise HubError(
            f"The Hub answered for {about} with an address or a number that is none, so nothing was fetched: try again later."
        ) from error
    return response


def _headers() -> dict[str, str]:
    from huggingface_hub import get_token

    token = get_token()
    return {
        "User-Agent": f"vaelab/{__version__}",
        # A compressed body could not be resumed and has another length than the file.
        "Accept-Encoding": "identity",
        **({"Authorization": f"Bearer {token}"} if token else {}),
    }


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows the Hub to where a file is stored, without taking the user's token to another host or out of TLS."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        old, new = urllib.parse.urlsplit(req.full_url), urllib.parse.urlsplit(newurl)
        if new.scheme not in ("http", "https") or (old.scheme == "https" and new.scheme != "https"):
            raise urllib.error.HTTPError(newurl, code, msg, headers, fp)
        followed = super().redirect_request(req, fp, code, msg, headers, newurl)
        if followed is not None and old.netloc != new.netloc:
            followed.remove_header("Authorization")
        return followed


@functools.cache
def _context() -> ssl.SSLContext:
    """Whom to trust: the system's certificates, and those that ``certifi`` brings."""
    context = ssl.create_default_context()
    try:
        # Python from python.org for macOS trusts nobody until a script is run by hand.
        import certifi

        context.load_verify_locations(certifi.where())
    except (ImportError, OSError):
        pass
    return context


def _opener() -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=_context()),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _refused(error: urllib.error.HTTPError, about: str) -> HubError:
    status, code = error.code, error.headers.get("X-Error-Code", "")
    if 300 <= status < 400:
        return HubError(
            f"The Hub led on from {about} to an address that is not safe to follow, so nothing was fetched.",
            status=status,
        )
    if code == "GatedRepo" or status == 403:
        return HubError(
            f"{about} is only given to those who have accepted its licence: accept it at {endpoint()}/{about}, "
            "log in with 'hf auth login' (or set HF_TOKEN) and try again.",
            status=status,
        )
    if status == 401:
        return HubError(
            f"There is no public model {about}: check the name, or log in with 'hf auth login' if it is private.",
            status=status,
        )
    if status == 404:
        return HubError(
            f"The Hub has no {about}, or not this file of it: check the name at {endpoint()}.", status=status
        )
    if status == 429 or status >= 500:
        after = error.headers.get("Retry-After", "")
        return HubError(
            f"The Hub is {'overloaded' if status in (429, 503) else 'out of order'} at the moment (HTTP {status}): "
            "try again later.",
            passing=True,
            wait=float(after) if after.isdecimal() else 0.0,
            status=status,
        )
    return HubError(
        f"The Hub refused {about} with HTTP {status} ({brief(error.reason)}): try again later.", status=status
    )


def _unreachable(reason: object, host: str, timeout: float) -> HubError:
    if isinstance(reason, ssl.SSLCertVerificationError):
        return HubError(
            f"The certificate of {host} cannot be trusted ({reason.verify_message}): check the clock of this computer, "
            "or the proxy between it and the internet."
        )
    if isinstance(reason, socket.gaierror):
        return HubError(f"{host} cannot be found: check the internet connection.", passing=True)
    if isinstance(reason, TimeoutError):
        return HubError(
            f"{host} did not answer for {timeout:g} seconds: try again.",
            passing=True,
        )
    words = brief(getattr(reason, "strerror", None) or reason)
    return HubError(
        f"The connection to {host} failed ({words}): check the internet connection and try again.",
        passing=True,
    )
