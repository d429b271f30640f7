"""Runs Typst on one document in a process of its own, so that the memory of a long document is freed with it.

The argument holds the options of Typst as JSON, standard input the data of the document. Standard output gets the files
(one PDF, or one picture for each page), each preceded by its length in eight bytes.
"""

import json
import sys
from pathlib import Path

import typst

LENGTH = 8

FONTS = Path(__file__).parent / "fonts"
"""Source Sans Pro, under the SIL Open Font License (LICENSE.txt beside the files)."""


def fonts() -> typst.Fonts:
    """Returns the fonts of documents. Fonts of the system are not used."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def main() -> None:
    """Typesets the document. An error of Typst ends the process with its message."""
    options = json.loads(sys.argv[1])
    try:
        files = typst.compile(**options, font_paths=fonts(), sys_inputs={"data": sys.stdin.buffer.read().decode()})
    except typst.TypstError as error:
        sys.exit(str(error))
    for file in files if isinstance(files, list) else [files]:
        sys.stdout.buffer.write(len(file).to_bytes(LENGTH, "big") + file)


if __name__ == "__main__":
    main()
