"""Streams of JSON documents: the same documents however the bytes are cut and the documents are separated."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockwright.errors import DockerError, DockerStreamError, MalformedStream, TruncatedStream
from dockwright.wire.jsonstream import JSONDocuments

Decode = Callable[[bytes], Any]


def read(chunks: Iterable[bytes], decode: Decode = orjson.loads) -> tuple[list[Any], DockerError | None]:
    """Feed chunks and close; give the documents, and the error that ended them."""
    reader = JSONDocuments(decode)
    documents: list[Any] = []
    try:
        for chunk in chunks:
            documents += reader.feed(chunk)
        documents += reader.close()
    except DockerError as error:
        return documents, error
    return documents, None


def pieces(data: bytes, cuts: Iterable[int]) -> list[bytes]:
    ends = [*sorted(min(cut, len(data)) for cut in cuts), len(data)]
    return [data[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]


DOCUMENTS: list[Any] = [
    {"status": "Pulling from library/busybox", "id": "latest"},
    {},
    {"stream": 'Step 1/2 : RUN echo "{[" \\ \n\u001b[0m'},
    {"progressDetail": {"current": 1, "total": [2, [3, {"a": None}]]}, "text": "caf\u00e9 \u2603 }]"},
    [],
    {"\\": '\\"', "quote": '"}'},
]
SEPARATORS = {
    "newline": b"\n",
    "crlf": b"\r\n",
    "nothing": b"",
    "space": b" \t ",
    "record separator": b"\x1e",
    "json-seq": b"\n\x1e",
    "empty lines": b"\n\r\n\n",
}


def stream_of(documents: list[Any], separator: bytes, indent: int | None = None) -> bytes:
    texts = [json.dumps(document, ensure_ascii=False, indent=indent).encode() for document in documents]
    return b"".join(text + separator for text in texts)


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("indent", [None, 1], ids=["compact", "indented"])
class TestSeparators:
    def test_any_cut_gives_the_same(self, separator: bytes, indent: int | None) -> None:
        stream = stream_of(DOCUMENTS, separator, indent)
        for cut in range(len(stream) + 1):
            assert read([stream[:cut], stream[cut:]]) == (DOCUMENTS, None)

    def test_bytes_one_by_one_give_the_same(self, separator: bytes, indent: int | None) -> None:
        stream = stream_of(DOCUMENTS, separator, indent)
        assert read(stream[at : at + 1] for at in range(len(stream))) == (DOCUMENTS, None)

    def test_a_document_is_given_with_its_last_byte(self, separator: bytes, indent: int | None) -> None:
        reader = JSONDocuments(orjson.loads)
        for document in DOCUMENTS:
            text = json.dumps(document, indent=indent).encode()
            assert reader.feed(separator + text[:-1]) == []
            assert reader.feed(text[-1:]) == [document]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
DOCUMENT = st.dictionaries(st.text(max_size=6), JSON, max_size=4) | st.lists(JSON, max_size=3)


@given(
    documents=st.lists(
        st.tuples(DOCUMENT, st.sampled_from([*SEPARATORS.values()]), st.sampled_from([None, 2]), st.booleans()),
        max_size=6,
    ),
    data=st.data(),
)
@settings(deadline=None)
def test_any_chunking_of_any_documents_gives_the_same(
    documents: list[tuple[Any, bytes, int | None, bool]], data: st.DataObject
) -> None:
    stream = b"".join(
        json.dumps(document, indent=indent, ensure_ascii=ascii_only).encode() + separator
        for document, separator, indent, ascii_only in documents
    )
    cuts = data.draw(st.lists(st.integers(0, len(stream))))
    assert read(pieces(stream, cuts)) == ([document for document, *_ in documents], None)


@given(
    stream=st.lists(
        st.sampled_from(
            [b"{", b"}", b"[", b"]", b'"', b"\\", b":", b",", b"\n", b"\x1e", b"1", b"null", b'{"a":1}', b"x"]
        )
    ).map(b"".join),
    cuts=st.lists(st.integers(0, 60), max_size=6),
)
@settings(deadline=None, max_examples=300)
def test_any_bytes_end_alike_however_they_are_cut(stream: bytes, cuts: list[int]) -> None:
    documents, error = read([stream])
    cut_documents, cut_error = read(pieces(stream, cuts))
    assert cut_documents == documents
    assert type(cut_error) is type(error)


def test_glued_and_separate_documents_mix_in_one_chunk() -> None:
    assert read([b'{"a":1}\n{"b":2}{"c":3}\n\n[4] [5]\r\n\x1e{"d":6}{"e"', b":7}"]) == (
        [{"a": 1}, {"b": 2}, {"c": 3}, [4], [5], {"d": 6}, {"e": 7}],
        None,
    )


def test_a_document_on_its_own_line_is_decoded_once() -> None:
    decoded: list[bytes] = []

    def decode(document: bytes) -> Any:
        decoded.append(document)
        return orjson.loads(document)

    read([b'{"a":1}\r\n{"b":2}\n', b'{"c"', b":3}\n"], decode)
    assert decoded == [b'{"a":1}\r', b'{"b":2}', b'{"c":3}']


def test_glued_documents_are_decoded_once_after_one_attempt() -> None:
    decoded: list[bytes] = []

    def decode(document: bytes) -> Any:
        decoded.append(document)
        return orjson.loads(document)

    read([b'{"a":1}{"b":2}{"c":3}\n', b'{"d":4}{"e":5}'], decode)
    assert decoded == [b'{"a":1}{"b":2}{"c":3}', b'{"a":1}', b'{"b":2}', b'{"c":3}', b'{"d":4}', b'{"e":5}']


def test_each_byte_is_measured_once() -> None:
    # A decoder is handed the whole document once, not a growing part of it again and again.
    text = json.dumps({"log": ["line \\n " * 10] * 2000}).encode()
    sizes: list[int] = []

    def decode(document: bytes) -> Any:
        sizes.append(len(document))
        return orjson.loads(document)

    documents, error = read((text[at : at + 64] for at in range(0, len(text), 64)), decode)
    assert (len(documents), error, sizes) == (1, None, [len(text)])


def test_documents_of_several_megabytes() -> None:
    document = {"rows": [{"id": index, "text": 'a "quoted" \\ text\n' * 8} for index in range(12000)]}
    text = json.dumps(document).encode()
    assert len(text) > 2_000_000
    chunks = [text[at : at + 65536] for at in range(0, len(text), 65536)]
    assert read([*chunks, b"\n", text]) == ([document, document], None)


def test_more_strings_and_escapes_than_a_pattern_repeats() -> None:
    document = {"escapes": '"}' * 1000, "strings": [str(index) for index in range(1000)]}
    text = json.dumps(document).encode()
    for size in (1, 7, 512, len(text)):
        assert read(text[at : at + size] for at in range(0, len(text), size)) == ([document], None)


@pytest.mark.parametrize(
    "garbage",
    [
        b"<html>",
        b"404 page not found\n",
        b"null\n",
        b'"text"\n',
        b"]\n",
        b"\x00",
        b"\xff",
        b'{"a":1]\n',
        b"{a}\n",
        b'{"a": "no end\n',
        b'{"a":1,}',
    ],
)
def test_what_is_no_document_is_malformed(garbage: bytes) -> None:
    documents, error = read([b'{"before":1}\n' + garbage])
    assert documents == [{"before": 1}]
    assert type(error) is MalformedStream
    assert repr(garbage[:3])[2:-1] in error.message


def test_the_excerpt_of_garbage_is_short() -> None:
    with pytest.raises(MalformedStream) as caught:
        JSONDocuments(orjson.loads).feed(b"x" * 100_000)
    assert caught.value.message == f"not a JSON document: {b'x' * 60!r}..."


def test_documents_before_damage_are_given_first() -> None:
    reader = JSONDocuments(orjson.loads)
    assert reader.feed(b'{"a":1}{"b":2}oops') == [{"a": 1}, {"b": 2}]
    for _ in range(2):
        with pytest.raises(MalformedStream):
            reader.feed(b"")
    with pytest.raises(MalformedStream):
        reader.close()


def test_an_error_of_the_decoder_itself_comes_after_what_was_before() -> None:
    def decode(document: bytes) -> Any:
        value = orjson.loads(document)
        if "error" in value:
            raise DockerStreamError(value["error"])
        return value

    documents, error = read([b'{"status":"a"}\n{"error":"denied"}\n{"status":"b"}\n'], decode)
    assert documents == [{"status": "a"}]
    assert type(error) is DockerStreamError
    assert error.message == "denied"


def test_a_document_that_the_decoder_refuses_keeps_the_reason() -> None:
    def decode(document: bytes) -> Any:
        raise ValueError("no such type")

    with pytest.raises(MalformedStream, match="cannot be read") as caught:
        JSONDocuments(decode).feed(b'{"a":1}\n')
    assert str(caught.value.__cause__) == "no such type"


@pytest.mark.parametrize("part", [b"{", b'{"a', b'{"a\\', b'{"a":[1,2]', b'{"a":1,\n'])
def test_input_that_ends_inside_a_document(part: bytes) -> None:
    reader = JSONDocuments(orjson.loads)
    assert reader.feed(b'{"whole":1}\n' + part) == [{"whole": 1}]
    with pytest.raises(TruncatedStream, match="inside a JSON document") as caught:
        reader.close()
    assert (caught.value.expected, caught.value.received) == (None, len(part))


def test_an_empty_stream_and_one_of_separators_hold_nothing() -> None:
    assert read([]) == ([], None)
    assert read([b"", b"\n \r\n", b"\x1e"]) == ([], None)
