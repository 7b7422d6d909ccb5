"""Vectors of the reference implementation of RFC 6962 (certificate-transparency, merkletree)."""

from __future__ import annotations

import hashlib

import pytest

from ledger.merkle import (
    audit_path,
    leaf_hash,
    node_hash,
    root_from_path,
    sides_of,
    tree_root,
)

LEAVES = [
    bytes.fromhex(data)
    for data in [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
PATHS = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_roots_are_those_of_the_reference(size: int) -> None:
    assert tree_root(LEAVES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size"), PATHS)
def test_paths_are_those_of_the_reference(index: int, size: int) -> None:
    assert [node.hex() for node in audit_path(LEAVES[:size], index)] == PATHS[index, size]


def test_every_path_of_every_tree_leads_to_its_root_and_no_other_leaf_does() -> None:
    leaves = [hashlib.sha256(bytes([number])).digest() for number in range(40)]
    for size in range(1, len(leaves) + 1):
        root = tree_root(leaves[:size])
        for index in range(size):
            path = audit_path(leaves[:size], index)
            assert root_from_path(leaves[index], index=index, size=size, path=path) == root
            node = leaf_hash(leaves[index])
            for beside, on_left in zip(path, sides_of(index, size=size), strict=True):
                node = node_hash(beside, node) if on_left else node_hash(node, beside)
            assert node == root
            other = leaves[(index + 1) % 40]
            assert root_from_path(other, index=index, size=size, path=path) != root


def test_a_path_too_long_or_too_short_is_refused() -> None:
    path = audit_path(LEAVES, 3)
    with pytest.raises(ValueError, match="longer"):
        root_from_path(LEAVES[3], index=3, size=8, path=[*path, path[0]])
    with pytest.raises(ValueError, match="shorter"):
        root_from_path(LEAVES[3], index=3, size=8, path=path[:-1])


def test_a_node_can_not_pass_for_a_leaf() -> None:
    node = leaf_hash(LEAVES[0]) + leaf_hash(LEAVES[1])
    assert leaf_hash(node) != tree_root(LEAVES[:2])
