"""The tagger: one encoder pass a window, a cue head, and a linking head run once for each cue over its paragraph."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from .crf import Crf

LINK_WIDTH = 192
LINK_LAYERS = 2
LINK_HEADS = 4
FARTHEST = 128
"""Distances to the cue are clipped at this many pieces."""
CUE_TAGS = 3
ROLE_TAGS = 5
"""O, begin and inside of source, begin and inside of content."""


class LinkLayer(nn.Module):
    """Pre-norm transformer layer, written out because `nn.TransformerEncoder` does not export with dynamic shapes."""

    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 3 * width), nn.Linear(3 * width, width)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, size, width = x.shape
        split = lambda t: t.reshape(rows, size, self.heads, width // self.heads).transpose(1, 2)  # noqa: E731
        q, k, v = self.qkv(self.norm1(x)).split(width, dim=-1)
        weights = torch.softmax(split(q) @ split(k).transpose(-1, -2) / (width // self.heads) ** 0.5 + bias, -1)
        x = x + self.drop(self.out((weights @ split(v)).transpose(1, 2).reshape(rows, size, width)))
        return x + self.drop(self.down(self.drop(nn.functional.gelu(self.up(self.norm2(x))))))


class Model(nn.Module):
    def __init__(self, base: Path | str):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="sdpa")
        hidden = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(hidden, CUE_TAGS)
        self.roles = nn.Linear(hidden, ROLE_TAGS)
        self.piece = nn.Linear(hidden, LINK_WIDTH)
        self.signal = nn.Linear(hidden, LINK_WIDTH)
        self.distance = nn.Embedding(2 * FARTHEST + 1, LINK_WIDTH)
        self.is_cue = nn.Embedding(2, LINK_WIDTH)
        self.norm = nn.LayerNorm(LINK_WIDTH)
        self.layers = nn.ModuleList(LinkLayer(LINK_WIDTH, LINK_HEADS) for _ in range(LINK_LAYERS))
        self.link_out = nn.Linear(LINK_WIDTH, ROLE_TAGS)
        self.cue_crf = Crf(CUE_TAGS, {2: 1})
        self.role_crf = Crf(ROLE_TAGS, {2: 1, 4: 3})

    def encode(self, ids: Tensor, mask: Tensor, case: Tensor) -> Tensor:
        """Piece states `[windows, pieces, hidden]`; all arguments int64 `[windows, pieces]`."""
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=case).last_hidden_state
        return self.drop(states)

    def link(self, states: Tensor, at: Tensor, mask: Tensor, cue: Tensor, position: Tensor) -> Tensor:
        """Role scores `[cues, m, 5]` of the m pieces given for each cue.

        `states` `[windows, pieces, hidden]`; `at` `[cues, m]` indexes its first two axes laid end to end; `mask` `[cues, m]`
        is 1 for a piece and 0 for padding; `cue` `[cues, m]` is 1.0 for pieces of the cue; `position` `[cues]` is the
        place of the cue's first piece in the row.
        """
        return self.link_projected(self.piece(states), self.signal(states), at, mask, cue, position)

    def link_projected(
        self, piece: Tensor, signal: Tensor, at: Tensor, mask: Tensor, cue: Tensor, position: Tensor
    ) -> Tensor:
        """`link` from the two projections of the states, `[windows, pieces, LINK_WIDTH]` each."""
        weight = cue / cue.sum(1, keepdim=True).clamp(min=1)
        signals = (signal.reshape(-1, LINK_WIDTH)[at] * weight.unsqueeze(-1)).sum(1)
        offset = torch.arange(at.shape[1]).unsqueeze(0) - position.unsqueeze(1)
        offset = offset.clamp(-FARTHEST, FARTHEST) + FARTHEST
        x = piece.reshape(-1, LINK_WIDTH)[at] + signals.unsqueeze(1) + self.distance(offset) + self.is_cue(cue.long())
        x = self.norm(x)
        bias = (1 - mask.to(x.dtype)).unsqueeze(1).unsqueeze(1) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return self.link_out(x)


def load_recipe(model: Model, path: Path) -> None:
    """Starts from the state of the feasibility experiment (other names, the same shapes; it has no CRF)."""
    state = {name: value.float() for name, value in torch.load(path, map_location="cpu").items()}
    names = {
        "enc.": "encoder.",
        "aux.": "roles.",
        "tokp.": "piece.",
        "cuep.": "signal.",
        "rel.": "distance.",
        "incue.": "is_cue.",
        "ln.": "norm.",
        "out.": "link_out.",
        "t2.layers.": "layers.",
    }
    inner = {
        "self_attn.in_proj_weight": "qkv.weight",
        "self_attn.in_proj_bias": "qkv.bias",
        "self_attn.out_proj": "out",
        "linear1": "up",
        "linear2": "down",
    }
    renamed = {}
    for name, value in state.items():
        for old, new in names.items():
            if name.startswith(old):
                name = new + name[len(old) :]
                break
        if name.startswith("layers."):
            for old, new in inner.items():
                name = name.replace(old, new)
        renamed[name] = value
    missing, unexpected = model.load_state_dict(renamed, strict=False)
    if unexpected or any("crf" not in name for name in missing):
        raise ValueError(f"{path}: missing {missing}, unexpected {unexpected}")
