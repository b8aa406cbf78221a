"""A real nginx with the printed configuration, on a free port, as whoever runs the tests; and a program behind it that only says what it was asked."""

import http.client
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

from gongkai.config.nginx import Installation, configuration

HOST = "www.qingshi.gov.cn"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
MAIN = """
worker_processes {workers}; pid {home}/pid; error_log {home}/errors; daemon off;{user}
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {home}/body; proxy_temp_path {home}/proxy; fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi; scgi_temp_path {home}/scgi;
    sendfile on;
    include {home}/site.conf;
    {besides}
}}
"""


@dataclass(frozen=True)
class Got:
    """An answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


@dataclass
class Served:
    """nginx and the port that the program behind it has, whether it runs or not."""

    folder: Path
    port: int
    behind: int

    def get(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Got:
        """Ask for a path exactly as it is written."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in ({"Host": HOST} | headers).items():
            line.putheader(name.replace("_", "-"), value)
        line.putheader("Content-Length", str(len(body or b"")))
        line.endheaders(body)
        with closing(line), line.getresponse() as answer:
            return Got(answer.status, dict(answer.getheaders()), answer.read())


class Echo(BaseHTTPRequestHandler):
    """Says what it was asked."""

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        said = f"{self.command} {self.path} {self.headers['Host']} {self.headers['X-Forwarded-For']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.send_header("Content-Security-Policy", "of the program")
        self.end_headers()
        self.wfile.write(said)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing is written down."""


@contextmanager
def program(port: int) -> Iterator[None]:
    """The program behind nginx."""
    server = ThreadingHTTPServer(("127.0.0.1", port), Echo)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@contextmanager
def serving(folder: Path, home: Path, besides: str = "", workers: int = 1) -> Iterator[Served]:
    """nginx, up and answering from a folder of released files; ``besides``: other servers of the same nginx."""
    home.mkdir()
    served = Served(folder, free_port(), free_port())
    here = Installation(folder, HOST, f"127.0.0.1:{served.port}", f"127.0.0.1:{served.behind}")
    (home / "site.conf").write_text(configuration(here), encoding="utf-8")
    user = " user root;" if Path("/root").owner() == "root" and home.owner() == "root" else ""
    (home / "nginx.conf").write_text(
        MAIN.format(home=home, user=user, besides=besides, workers=workers), encoding="utf-8"
    )
    command = [NGINX, "-p", str(home), "-c", str(home / "nginx.conf"), "-e", str(home / "errors")]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        wait_for(served, running)
        yield served
    finally:
        running.terminate()
        running.communicate(timeout=10)


def wait_for(served: Served, running: "subprocess.Popen[bytes]") -> None:
    """Until it answers; ten seconds at most."""
    until = monotonic() + 10
    while monotonic() < until:
        assert running.poll() is None, running.stderr.read().decode()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", served.port), timeout=1).close()
            return
        sleep(0.02)
    raise TimeoutError
