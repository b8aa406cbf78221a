"""The configuration is printed for this installation, and the switch of maintenance is a file that nginx looks for."""

import re

from gongkai.config.command_line import main


def test_it_is_printed_with_what_was_asked(db, tmp_path, capsys, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "www.example.gov.cn"]
    told = ["--to", str(tmp_path / "www"), "--port", "8080", "--application", "10.0.0.2:8000"]
    assert main(["release", "nginx", *told]) == 0
    said = capsys.readouterr().out
    for line in ("listen 8080;", "server 10.0.0.2:8000;", "server_name www.example.gov.cn;", f"root {tmp_path}/www/current;"):  # fmt: skip
        assert line in said
    assert settings.CONTENT_SECURITY_POLICY in said
    assert not re.search("@[A-Z]+@", said)


def test_videos_are_let_through_where_they_are_handed_in_and_nowhere_else(db, tmp_path, capsys):
    main(["release", "nginx", "--to", str(tmp_path / "www")])
    said = capsys.readouterr().out
    assert re.findall(r"client_max_body_size (\w+);", said) == ["60m", "215m"]
    assert '"^/desk/items/[0-9]{1,10}/form/(?:video|audio)/$"' in said


def test_another_domain_may_be_given(db, tmp_path, capsys):
    main(["release", "nginx", "--to", str(tmp_path / "www"), "--domain", "gov.example"])
    assert "server_name gov.example;" in capsys.readouterr().out


def test_without_a_folder_nothing_is_printed(db, capsys):
    for command in (["nginx"], ["maintenance", "on"]):
        assert main(["release", *command]) == 2
        assert "GONGKAI_RELEASE" in capsys.readouterr().err


def test_maintenance_is_switched_by_a_file(db, tmp_path, capsys):
    folder = ["--to", str(tmp_path / "www")]
    for switch, said in (("on", "正在维护"), ("on", "正在维护"), ("off", "没有在维护"), ("off", "没有在维护")):  # fmt: skip
        assert main(["release", "maintenance", switch, *folder]) == 0
        assert said in capsys.readouterr().out
        assert (tmp_path / "www" / "maintenance").exists() == (switch == "on")
    main(["release", "maintenance", *folder])
    assert "没有在维护" in capsys.readouterr().out
