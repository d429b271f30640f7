"""Runs Typst on one document, as a program of its own: what Typst remembers of a long one goes with the process.

Its argument says the template and how it is set, as JSON; standard input holds what the document says. The files (a
PDF is one, pictures are a page each) come out one after the other, each after its length in eight bytes.
"""

import json
import sys

import font_source_sans_pro
import typst

LENGTH = 8


def fonts() -> typst.Fonts:
    """Returns the only fonts that documents are set in, whatever the machine has."""
    return typst.Fonts(include_system_fonts=False, font_paths=[font_source_sans_pro.font_directory])


def main() -> None:
    """Sets the document; what Typst refuses ends the program with its words."""
    how = json.loads(sys.argv[1])
    try:
        made = typst.compile(**how, font_paths=fonts(), sys_inputs={"told": sys.stdin.buffer.read().decode()})
    except typst.TypstError as refused:
        sys.exit(str(refused))
    for file in made if isinstance(made, list) else [made]:
        sys.stdout.buffer.write(len(file).to_bytes(LENGTH, "big") + file)


if __name__ == "__main__":
    main()
