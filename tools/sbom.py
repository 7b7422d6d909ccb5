"""`make sbom`: what production is made of, as CycloneDX 1.6, from the locked packages.

The lock says version and digests; what is installed says the licence and who needs whom. Written
anew it is the same, but for its time.
"""

from __future__ import annotations

import hashlib
import re
import sys
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from tools.checks.licences import licences_of
from tools.checks.locks import FOLDER, LOCKS, PIN

DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")
NAME = re.compile(r"[A-Za-z0-9._-]+")


def main(file: Path) -> int:
    bom = bom_of(LOCKS[FOLDER / "runtime.in"].read_text(encoding="utf-8"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(JsonV1Dot6(bom).output_as_string(indent=2) + "\n", encoding="utf-8")
    print(f"{len(bom.components)} packages are listed in {file}.")
    return 0


def bom_of(lock: str) -> Bom:
    serial = uuid5(NAMESPACE_URL, hashlib.sha256(lock.encode()).hexdigest())
    product = Component(name="pavilion", type=ComponentType.APPLICATION, bom_ref="pavilion")
    bom = Bom(serial_number=serial)
    bom.metadata.component = product
    starts = [*PIN.finditer(lock)]
    ends = [*(start.start() for start in starts[1:]), len(lock)]
    packages = {
        pin[1]: package(pin[1], pin[2], lock[pin.end() : end])
        for pin, end in zip(starts, ends, strict=True)
    }
    bom.components.update(packages.values())
    bom.register_dependency(product, packages.values())
    for name, component in packages.items():
        bom.register_dependency(component, [packages[one] for one in needs(name) & set(packages)])
    return bom


def package(name: str, version: str, block: str) -> Component:
    try:
        licences = sorted(licences_of(metadata(name)))  # type: ignore[arg-type]
    except PackageNotFoundError:  # of another platform
        licences = []
    return Component(
        name=name,
        version=version,
        bom_ref=f"{name}=={version}",
        purl=PackageURL("pypi", name=name, version=version),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in DIGEST.findall(block)],
        licenses=[DisjunctiveLicense(name=one) for one in licences],
    )


def needs(name: str) -> set[str]:
    try:
        wanted = requires(name) or []
    except PackageNotFoundError:
        return set()
    found = (NAME.match(one) for one in wanted)
    return {re.sub(r"[-_.]+", "-", match[0]).lower() for match in found if match}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
