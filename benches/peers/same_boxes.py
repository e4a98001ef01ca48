"""Pictures come in, OpenCV's boxes go out: `width height` on a line and then the RGB bytes; back comes a box a line and an empty line.

    PLEINWACHT_PEERS=$(which python) cargo bench -p faces --bench photos -- boxes
"""

import sys
from pathlib import Path

import cv2
import numpy

root = Path(__file__).parents[2]
model = str(root / "assets/yunet/face_detection_yunet_2023mar.onnx")
cv2.setNumThreads(1)
print(cv2.__version__, flush=True)
while line := sys.stdin.buffer.readline():
    width, height = map(int, line.split())
    pixels = numpy.frombuffer(sys.stdin.buffer.read(width * height * 3), dtype=numpy.uint8)
    picture = cv2.cvtColor(pixels.reshape(height, width, 3), cv2.COLOR_RGB2BGR)
    detector = cv2.FaceDetectorYN.create(model, "", (width, height), float(sys.argv[1]), 0.3, 5000)
    boxes = detector.detect(picture)[1]
    for found in boxes if boxes is not None else []:
        print(*(f"{number:.6f}" for number in [*found[:4], found[14]]))
    print(flush=True)
