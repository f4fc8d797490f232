"""Write the tables of the documentation anew: ``python -m tests.docs``."""

from tests.docs.pages import ROOT, pages
from tests.docs.tables import filled_in


def main() -> None:
    """Write the pages whose tables have changed, and name them."""
    for page in pages():
        path = ROOT / page
        text = path.read_text()
        if (new := filled_in(text)) != text:
            path.write_text(new)
            print(page)


if __name__ == "__main__":
    main()
