"""The page of changes: what each version brought, by names in Python."""

from pathlib import Path
from textwrap import dedent

from codegen import changes
from codegen.description import load

API = """\
    operations:
      ContainerList:
        method: GET
        path: /containers/json
        parameters:
          one-shot: {in: query, type: boolean, since: '1.26'}
          sort:
            {in: query, type: array, collection: multi, items: {type: string, enum: [a, b], enum_since: {b: '1.27'}}}
        replies: {200: {media: [application/json], schema: {type: array, items: {$ref: Thing}}}}
        errors: []
      ContainerCreate:
        method: POST
        path: /containers/create
        since: '1.26'
        parameters:
          name: {in: query, type: string}
          force: {in: query, type: boolean, since: '1.27'}
        body: {media: [application/json], schema: {$ref: Thing}}
        replies: {204: {}}
        errors: []
    schemas:
      Kind: {type: string, enum: [x, y], enum_until: {y: '1.26'}}
      Thing:
        type: object
        properties:
          NanoCPUs: {type: integer, until: '1.25'}
          Kind: {$ref: Kind}
          Address: {type: string, since: '1.27', since_in_replies: '1.25'}
          Part: {$ref: Part, since: '1.26'}
      Part:
        since: '1.26'
        type: object
        properties:
          A: {type: string}
          B: {type: string, since: '1.27'}
"""


def test_page(tmp_path: Path) -> None:
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "container.yaml").write_text(dedent(API), "utf-8")
    (tmp_path / "source.toml").write_text("".join(f'[[file]]\nversion = "1.{n}"\n' for n in (25, 26, 27, 28)))
    page = changes.page(load(tmp_path))
    assert "is there in all versions, 1.25 to 1.28." in page
    assert page[page.index("## ") :] == dedent("""\
        ## 1.28

        Nothing that is described here.

        ## 1.27

        New arguments:

        - `containers.create`: `force`

        New attributes:

        - `Thing`: `address` in requests
        - `Part`: `b`

        New values:

        - `containers.list(sort)`: `b`

        Gone after 1.26:

        - `Thing.kind`: `y`

        ## 1.26

        New operations:

        - `containers.create`

        New arguments:

        - `containers.list`: `one_shot`

        New models:

        - `Part`

        New attributes:

        - `Thing`: `part`

        Gone after 1.25:

        - `Thing`: `nano_cpus`
    """)
