"""Makes the attribution tagger: PolNeAR -> windows -> training -> int8 ONNX, model card and reference outputs."""
