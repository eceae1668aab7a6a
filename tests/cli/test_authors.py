def test_a_new_plugin_is_written_and_the_next_step_told(recon, folder):
    done = recon("plugins", "new", "tides", "--kind", "check")
    assert done.exit_code == 0
    assert "recon-tides/recon_tides/__init__.py\n" in done.output
    assert done.output.splitlines()[-1].startswith("next: pip install -e recon-tides")
    assert (folder / "recon-tides" / "tests" / "cases" / "TIDES101.toml").is_file()
    again = recon("plugins", "new", "tides")
    assert again.exit_code == 2
    assert "exists already" in again.output


def test_a_name_or_kind_that_will_not_do_is_refused(recon, folder):
    for arguments in (("../tides",), ("tides", "--kind", "sonnet")):
        done = recon("plugins", "new", *arguments)
        assert done.exit_code == 2
        assert len(done.output.splitlines()) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["news"]


def test_a_folder_of_ones_own(recon, folder):
    assert recon("plugins", "new", "tides", "--directory", "deep/down").exit_code == 0
    assert (folder / "deep" / "down" / "pyproject.toml").is_file()


def test_a_plugin_that_is_not_installed_cannot_be_checked(recon):
    done = recon("plugins", "check", "recon-nowhere")
    assert done.exit_code == 2
    assert "no plugin 'recon-nowhere' is installed" in done.output
