"""A trained network as ONNX, with its vocabulary and labels: `python -m training.export`.

Weights are kept as signed bytes with a scale a row and turned into floats when the network is
loaded, so that the file is small and the arithmetic that of floats on every machine. With `--bytes`
products are taken in bytes as well, which is faster and rounds more; a network that was trained so
(`training.rounding`) bears it better. Seven bits of a weight are used, so that no processor
overflows and sums are the same on every machine.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.labels import CUES, FACTS, FINDINGS, MODES, ROLES, TYPES
from training.network import Reader, new_reader
from training.train import pretrained

FOLDER = Path(__file__).parent.parent / "src" / "dragoman" / "data" / "encoder"
# Smaller tensors stay floats: their bytes do not matter, their precision may.
LARGE = 4096
OUTPUTS = ("types", "modes", "facts", "roles", "between", "vector", "cues", "findings")


def export(reader: Reader, folder: Path, in_products: bool = False) -> None:
    """Writes reader.onnx, tokenizer.json and labels.json into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "reader.onnx"
    reader.eval()
    ids = torch.randint(5, 1000, (1, 12))
    marks = torch.zeros_like(ids)
    marks[0, 3], marks[0, 5] = 1, 2
    words = torch.export.Dim("words", min=2, max=512)
    torch.onnx.export(
        reader,
        (ids, torch.ones_like(ids), marks),
        str(path),
        input_names=["ids", "mask", "marks"],
        output_names=list(OUTPUTS),
        dynamic_shapes=({1: words}, {1: words}, {1: words}),
        dynamo=True,
        external_data=False,
    )
    if in_products:
        products_in_bytes(path)
    onnx.save(in_bytes(onnx.load(str(path))), str(path))
    shutil.copy(pretrained() / "tokenizer.json", folder / "tokenizer.json")
    told = {"types": TYPES, "modes": MODES, "facts": FACTS, "roles": ROLES}
    told |= {"cues": CUES, "findings": FINDINGS}
    (folder / "labels.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def products_in_bytes(path: Path) -> None:
    """Makes products with weights those of bytes, with a scale a text and one a column."""
    quantize_dynamic(
        path,
        path,
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )


def in_bytes(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with its large float tensors as signed bytes, each row with a scale of its own."""
    graph = model.graph
    kept, added = [], []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.ndim != 2 or values.size < LARGE:
            kept.append(tensor)
            continue
        axis = 0 if values.shape[0] > 2000 else 1
        scale = (np.abs(values).max(1 - axis) / 127.0).clip(1e-12).astype(np.float32)
        shaped = scale[:, None] if axis == 0 else scale[None, :]
        rounded = np.rint(values / shaped).astype(np.int8)
        name = tensor.name
        kept += [
            numpy_helper.from_array(rounded, f"{name}_bytes"),
            numpy_helper.from_array(scale, f"{name}_scale"),
            numpy_helper.from_array(np.zeros(scale.shape, np.int8), f"{name}_zero"),
        ]
        parts = [f"{name}_bytes", f"{name}_scale", f"{name}_zero"]
        added.append(helper.make_node("DequantizeLinear", parts, [name], axis=axis))
    del graph.initializer[:]
    graph.initializer.extend(kept)
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend([*added, *nodes])
    return model


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--bytes", action="store_true", help="take products in bytes as well")
    options = parser.parse_args()
    reader = new_reader(str(pretrained()))
    reader.load_state_dict(torch.load(options.weights))
    export(reader, options.out, options.bytes)


if __name__ == "__main__":
    main()
