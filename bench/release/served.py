"""Released pages by nginx beside raw files of the same bytes by the same nginx: ``python -m bench.release.served``; needs nginx and wrk.

Pages go through the printed configuration (reading modes, folders of a hundred, headers); a raw file lies in a folder of its own
behind an empty ``server``. Rounds alternate, so that other work on the machine falls on both.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

RAW = """
server {{
    listen 127.0.0.1:{port};
    root {folder};
    types {{ text/html html; }}
    gzip_static on;
}}
"""
PAGES = {"item": "/items/1234/", "list": "/content/", "home": "/", "report": "/reports/2024/"}
ROUNDS, SECONDS, CONNECTIONS = 5, 3, 32


def main() -> None:
    """Release a small site, serve it, measure."""
    if not shutil.which("wrk"):
        raise SystemExit("需要 wrk：apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="gongkai-served-") as room:
        os.environ |= {"GONGKAI_HOME": f"{room}/home", "GONGKAI_RELEASE": f"{room}/www"}
        from gongkai.config.framework import ready

        ready()
        measure(Path(room))


def measure(room: Path) -> None:
    """Print the table."""
    from tests.config.nginx.served import free_port, serving

    fill(room)
    port = free_port()
    raw = RAW.format(port=port, folder=room / "raw")
    with serving(room / "www", room / "nginx", besides=raw, workers=2) as served:
        print(f"{ROUNDS} rounds of {SECONDS} s each, {CONNECTIONS} connections, load {os.getloadavg()[0]:.1f}\n")  # fmt: skip
        print(
            "| page | kB packed | released: requests/s | p99 | raw file: requests/s | p99 | ratio |"
        )
        print("|---|---:|---:|---:|---:|---:|---:|")
        for name, address in PAGES.items():
            pairs = [
                (asked(served.port, address), asked(port, f"/{name}.html")) for _ in range(ROUNDS)
            ]
            size = (room / "raw" / f"{name}.html.gz").stat().st_size / 1024
            print(f"| {name} | {size:.1f} | {told(pairs)} |", flush=True)


def told(pairs: list[tuple[tuple[float, str], tuple[float, str]]]) -> str:
    """The medians of both sides and of their ratio."""
    ours, raws = (median(pair[side][0] for pair in pairs) for side in (0, 1))
    ratio = median(pair[0][0] / pair[1][0] for pair in pairs)
    return f"{ours:.0f} | {pairs[-1][0][1]} | {raws:.0f} | {pairs[-1][1][1]} | {ratio:.2f}"


def asked(port: int, address: str) -> tuple[float, str]:
    """Requests a second for a page that comes compressed, and the slowest of a hundred."""
    headers = ["-H", "Host: www.qingshi.gov.cn", "-H", "Accept-Encoding: gzip"]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", *headers]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{address}"], check=True, capture_output=True, text=True
    ).stdout
    if "Non-2xx" in said:
        raise SystemExit(said)
    p99 = re.search(r"99%\s+(\S+)", said)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), p99[1]


def fill(room: Path) -> None:
    """A site of some hundred items, released; beside it the same bytes as raw files."""
    from gongkai.config.command_line import main as gongkai
    from tests.people import make_agency
    from tests.website.released import make_main, release, release_report

    town = make_agency("320001", "青石镇人民政府")
    make_main(town)
    for number in range(1200, 1300):
        body = "<p>为规范城乡居民最低生活保障工作，现将有关事项通知如下。</p>" * 40
        release(town, number=number, title=f"关于第{number}号事项的通知", body=body)
    release_report(town, 2024, number=2024)
    if gongkai(["release", "site", "--processes", "0"]):
        raise SystemExit("the site was not released")
    (room / "raw").mkdir()
    for name, path in raw_files(room / "www" / "current"):
        shutil.copyfile(path, room / "raw" / name)


def raw_files(current: Path) -> Iterator[tuple[str, Path]]:
    """The files of the pages, and what they are called as raw ones."""
    from gongkai.release.static.addresses import place_of

    for name, address in PAGES.items():
        for ending in ("", ".gz"):
            yield f"{name}.html{ending}", current / place_of(address) / f"index.html{ending}"


if __name__ == "__main__":
    main()
